/**
 * What all input has in common: files kept byte for byte, CSV tables, cells with a place, and
 * problems told with place, value, fault and remedy.
 *
 * <p>Start at {@link se.gits.costshare.input.CsvTable} and {@link
 * se.gits.costshare.input.InputProblem}. What the columns of a table mean is the business of the
 * package that its type lives in: {@code parties}, {@code keys}, {@code budget}, {@code
 * population}, {@code volume}, {@code settings}.
 */
package se.gits.costshare.input;
