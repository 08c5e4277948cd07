/**
 * Allocates shared costs between Västra Götalandsregionen and the municipalities, and invoices
 * them.
 *
 * <p>What to read, in which order: {@code run.IssuingRun}, the month as one pure function; {@code
 * allocation.Shares}, the one place where a cost is divided; {@code invoice.Invoice}; {@code
 * run.InputsReader}, where every fault of the input is told; {@code job.Issuing}, how a month is
 * issued exactly once; {@code register.Register}; {@code export.Exporters}. The commands stand in
 * {@code cli}.
 */
package se.gits.costshare;
