/**
 * The year's economy, pure: what was budgeted, what came during the year, what was invoiced and
 * what remains, for each budget line, party and month (årsrapport).
 *
 * <p>Start at {@link se.gits.costshare.report.AnnualReport#of}. Nothing here computes a cost: the
 * figures are those of the inputs and of the acts, added up.
 */
package se.gits.costshare.report;
