/**
 * The invoice on paper: PDF/A-3a for the archive and PDF/UA-1 for every reader, one file an
 * invoice.
 *
 * <p>Start at {@link se.gits.costshare.export.pdf.InvoicePdf}. What an invoice says is {@code
 * InvoiceContent}, how it looks {@code invoice.mustache} and {@code invoice.css}; {@code
 * TaggedDocument} makes a file of it. The fonts and the colour profile lie beside the template, so
 * that nothing of the machine shows in the file.
 *
 * <p>Why the page is HTML first is told in decision 0018.
 */
package se.gits.costshare.export.pdf;
