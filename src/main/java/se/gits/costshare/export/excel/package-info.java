/**
 * Workbooks: one for each invoice, one of the month for those who check it, and empty ones to fill
 * in.
 *
 * <p>Start at {@link se.gits.costshare.export.excel.InvoiceWorkbook} and {@link
 * se.gits.costshare.export.excel.SummaryWorkbook}; for those to fill in at {@link
 * se.gits.costshare.export.excel.FormWorkbook}. Nothing here computes an amount of its own: every
 * amount comes from the month, and every sum is a formula whose cached value is the month's, so
 * that a spreadsheet that recalculates is a second opinion.
 *
 * <p>The same month gives the same bytes: {@code ReproducibleWorkbook} keeps clock, machine and
 * library version out of the file.
 */
package se.gits.costshare.export.excel;
