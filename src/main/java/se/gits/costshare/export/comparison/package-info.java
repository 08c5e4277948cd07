/**
 * What two files of the same name differ in, down to the cell: of a month that is made again and
 * the month as it was issued.
 *
 * <p>Start at {@link se.gits.costshare.export.comparison.FileDifferences}.
 */
package se.gits.costshare.export.comparison;
