/**
 * One month, pure: from inputs and what was issued before, to the month as it is invoiced.
 *
 * <p>Start at {@link se.gits.costshare.run.IssuingRun#calculate}. {@link
 * se.gits.costshare.run.InputsReader} reads the inputs and tells every fault at once; {@code
 * LineResolver} finds each line's key, members and weights, so that the run itself is arithmetic.
 *
 * <p>Nothing here reads a clock, a file or a database.
 */
package se.gits.costshare.run;
