/**
 * Invoices and their lines (fakturor och fakturarader), as the law and the contract want them.
 *
 * <p>Start at {@link se.gits.costshare.invoice.Invoice}; all its sums follow from its lines. How an
 * invoice becomes a file is the business of {@code export}.
 *
 * <p>Plain Java, resting on {@code money} and {@code party}; {@code ArchitectureTest} keeps it so.
 */
package se.gits.costshare.invoice;
