/**
 * The commands of the program; the only place that reads a clock or knows a terminal.
 *
 * <p>Start at {@link se.gits.costshare.cli.Gits}. Each command is a class that asks the packages
 * below it and tells the answer in the user's language.
 */
package se.gits.costshare.cli;
