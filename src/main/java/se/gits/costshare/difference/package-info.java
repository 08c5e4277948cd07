/**
 * What two inputs of a year differ in that can move a cost (skillnader): an earlier one and a later
 * one, whatever each is to the one who asks. And the words for it where an earlier month is
 * adjusted (orsaker).
 *
 * <p>Start at {@link se.gits.costshare.difference.InputDifferences#between}. A difference knows
 * which lines' split it can change, and of which months what is invoiced; {@link
 * se.gits.costshare.difference.ChangedInputs} tells an adjustment's causes by that. A simulation
 * has words of its own.
 */
package se.gits.costshare.difference;
