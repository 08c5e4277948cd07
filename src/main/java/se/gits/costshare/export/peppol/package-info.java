/**
 * Invoices and credit notes as Peppol BIS Billing 3 (e-fakturor), and the official rules that they
 * are held to.
 *
 * <p>Start at {@link se.gits.costshare.export.peppol.PeppolInvoice}. What a document says is {@code
 * DocumentContent}, where it stands {@code document.mustache}; {@code PeppolRules} asks the
 * official schemas and Schematron of it, and {@code DocumentCheck} holds it to the öre, which they
 * do not.
 *
 * <p>Why the document is a template is told in decision 0022.
 */
package se.gits.costshare.export.peppol;
