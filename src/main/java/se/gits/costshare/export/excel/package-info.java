/**
 * Workbooks: one for each invoice, one of the month for those who check it, one of a simulation for
 * those who decide on it, one of the year's economy, and empty ones to fill in.
 *
 * <p>Start at {@link se.gits.costshare.export.excel.InvoiceWorkbook}, {@link
 * se.gits.costshare.export.excel.SummaryWorkbook}, {@link
 * se.gits.costshare.export.excel.SimulationWorkbook} and {@link
 * se.gits.costshare.export.excel.ReportWorkbook}; for those to fill in at {@link
 * se.gits.costshare.export.excel.FormWorkbook}. Nothing here computes an amount of its own: every
 * amount comes from the month, the simulation or the report, and every sum is a formula whose
 * cached value is theirs, so that a spreadsheet that recalculates is a second opinion.
 *
 * <p>The same month gives the same bytes: {@code ReproducibleWorkbook} keeps clock, machine and
 * library version out of the file.
 */
package se.gits.costshare.export.excel;
