package se.gits.costshare.export.pdf;

import java.util.List;

/**
 * What an invoice says, in words and figures for a Swedish reader: the places of {@code
 * invoice.mustache}, in its order. What there may be none of is a list.
 *
 * @param title what the document is called
 * @param subject what it is about
 * @param foot stands at the foot of each page, before the page's number
 * @param heading what kind of document it is
 * @param settled the year that is settled
 * @param identity number, date and period, and whom it is for
 * @param payable the amount to pay, or to get back
 * @param payment how it is paid
 * @param concerns which invoices it refers to, and why it was issued where that is the same for all
 *     its lines
 * @param vat one row a VAT rate
 * @param grounds why there is no VAT
 * @param sums what the amount to pay is made of
 * @param terms when it is to be paid, and what is charged after that
 */
record InvoiceContent(
        String title,
        String subject,
        String foot,
        boolean isDraft,
        String heading,
        List<String> settled,
        String issuer,
        List<String> issuerAddress,
        String recipient,
        List<String> recipientAddress,
        List<Fact> identity,
        Fact payable,
        List<Fact> payment,
        List<Fact> concerns,
        List<ObjectLines> objects,
        List<VatRow> vat,
        List<String> grounds,
        List<Fact> sums,
        List<Fact> issuerNumbers,
        List<Fact> terms) {

    /** Whether there is anything to pay by a day. */
    boolean hasTerms() {
        return !terms.isEmpty();
    }

    /** A value with what it is called. */
    record Fact(String label, String value) {}

    /** The lines of one object; the first is told apart, since it stays with the object's name. */
    record ObjectLines(String code, String name, Line first, List<Line> rest) {}

    /**
     * An invoice line.
     *
     * @param notes what an adjustment, a credit or a settlement is about
     */
    record Line(
            String row, String text, List<String> notes, String key, String rate, String amount) {}

    /** The taxable amount and the VAT of one rate. */
    record VatRow(String rate, String net, String vat) {}
}
