package se.gits.costshare.export.peppol;

import java.time.LocalDate;
import java.util.List;

/**
 * What an e-invoice says: the places of {@code document.mustache}, in its order. What there may be
 * none of is a list. Amounts are in kronor with a point; a credit note's are what it gives back.
 *
 * @param kind {@code Invoice} or {@code CreditNote}, in the names of its elements
 * @param quantityName what a line's quantity is called
 * @param number of the document; {@code UTKAST} on a draft (BT-1)
 * @param issueDate the invoice date (BT-2)
 * @param typeCode 380 an invoice, 381 a credit note (UNCL1001)
 * @param note what it is for, and that it is a draft (BT-22)
 * @param headDueDate an invoice's; a credit note has it with its means of payment
 * @param buyerReference the recipient's own (BT-10)
 * @param period the months it is for (BG-14)
 * @param concerns the numbers of earlier documents that it refers to (BT-25)
 * @param paymentDueDate a credit note's
 * @param paymentIds the OCR reference, or the number where none is used (BT-83)
 * @param account where it is paid
 * @param terms days and interest, in words
 * @param vatAmount all VAT (BT-110)
 * @param vat taxable amount and VAT of each category and rate, highest rate first
 * @param net without VAT (BT-106, BT-109)
 * @param gross with VAT (BT-112)
 * @param rounding what öresavrundning adds; none where it is nothing (BT-114)
 * @param payable the amount to pay, or given back (BT-115)
 * @param lines at least one
 */
record DocumentContent(
        String kind,
        String quantityName,
        String typeCode,
        String number,
        LocalDate issueDate,
        List<LocalDate> headDueDate,
        List<String> note,
        String buyerReference,
        Days period,
        List<String> concerns,
        Seller seller,
        Buyer buyer,
        List<LocalDate> paymentDueDate,
        List<String> paymentIds,
        Account account,
        List<String> terms,
        String vatAmount,
        List<VatSubtotal> vat,
        String net,
        String gross,
        List<String> rounding,
        String payable,
        List<Line> lines) {

    /** From the first day through the last. */
    record Days(LocalDate first, LocalDate last) {}

    /** An address in the network: a scheme of ISO 6523 and an identifier within it. */
    record Endpoint(String scheme, String id) {}

    /** The parts of an address that are known. */
    record PostalAddress(List<String> street, List<String> town, List<String> postcode) {}

    /**
     * Who issues it (BG-4).
     *
     * @param taxForm "Godkänd för F-skatt", where it is so (BT-32)
     * @param organisationNumber ten digits (BT-30)
     */
    record Seller(
            Endpoint endpoint,
            String name,
            PostalAddress address,
            String vatNumber,
            List<String> taxForm,
            String organisationNumber,
            List<String> email) {}

    /**
     * Who receives it (BG-7).
     *
     * @param organisationNumber ten digits, where they are known (BT-47)
     */
    record Buyer(
            Endpoint endpoint,
            String name,
            PostalAddress address,
            List<String> organisationNumber,
            List<String> email) {}

    /**
     * An account that an amount is paid to.
     *
     * @param number digits alone
     * @param branch {@code SE:BANKGIRO} or {@code SE:PLUSGIRO}
     */
    record Account(String number, String branch) {}

    /**
     * How something is taxed.
     *
     * @param code S with VAT, E without (UNCL5305)
     */
    record Category(String code, int percent) {}

    /**
     * The taxable amount and the VAT of one category and rate (BG-23).
     *
     * @param grounds why there is no VAT (BT-120)
     */
    record VatSubtotal(Category category, String net, String vat, List<String> grounds) {}

    /**
     * A line. Its quantity of the base quantity, times the price, is the amount but for the öre
     * that whole öre leave over.
     *
     * @param notes how the amount is made up
     * @param unit UN/ECE Recommendation 20
     * @param period the months, where they lie within the document's
     */
    record Line(
            int id,
            List<String> notes,
            String unit,
            String quantity,
            String amount,
            List<Days> period,
            String description,
            String name,
            String objectCode,
            Category category,
            List<Property> properties,
            String price,
            String baseQuantity) {}

    /** A fact of a line by its name. */
    record Property(String name, String value) {}
}
