/**
 * What two inputs of a year differ in that can move a cost (skillnader): an earlier one and a later
 * one, whatever each is to the one who asks.
 *
 * <p>Start at {@link se.gits.costshare.difference.InputDifferences#between}. A difference knows
 * which lines' split it can change, and of which months what is invoiced; what the words for it are
 * is the business of those who tell it: {@code simulation}.
 */
package se.gits.costshare.difference;
