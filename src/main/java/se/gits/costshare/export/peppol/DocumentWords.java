package se.gits.costshare.export.peppol;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.gits.costshare.explanation.Explanations;
import se.gits.costshare.export.CommonNote;
import se.gits.costshare.export.SwedishMonths;
import se.gits.costshare.export.peppol.DocumentContent.Account;
import se.gits.costshare.export.peppol.DocumentContent.Buyer;
import se.gits.costshare.export.peppol.DocumentContent.Category;
import se.gits.costshare.export.peppol.DocumentContent.Days;
import se.gits.costshare.export.peppol.DocumentContent.Endpoint;
import se.gits.costshare.export.peppol.DocumentContent.Line;
import se.gits.costshare.export.peppol.DocumentContent.PostalAddress;
import se.gits.costshare.export.peppol.DocumentContent.Property;
import se.gits.costshare.export.peppol.DocumentContent.Seller;
import se.gits.costshare.export.peppol.DocumentContent.VatSubtotal;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceKind;
import se.gits.costshare.invoice.InvoiceLine;
import se.gits.costshare.invoice.InvoiceNumber;
import se.gits.costshare.invoice.Issuer;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.invoice.PaymentAccount;
import se.gits.costshare.invoice.VatSum;
import se.gits.costshare.money.Money;
import se.gits.costshare.money.VatRate;
import se.gits.costshare.party.Address;
import se.gits.costshare.party.OrganisationNumber;
import se.gits.costshare.party.Party;
import se.gits.costshare.party.PeppolId;

/** Puts an invoice or credit note into the words and figures of an e-invoice. */
final class DocumentWords {

    static final String DRAFT = "UTKAST";

    /** In these very words (SE-R-005). */
    static final String F_TAX = "Godkänd för F-skatt";

    private final Invoice invoice;
    private final Explanations explanations;
    private final boolean isCreditNote;

    DocumentWords(Invoice invoice, Explanations explanations) {
        this.invoice = invoice;
        this.explanations = explanations;
        this.isCreditNote = invoice.kind() == InvoiceKind.CREDIT_NOTE;
    }

    DocumentContent content() {
        List<LocalDate> due = List.of(invoice.dueDate());
        List<VatSubtotal> vat = vat();
        return new DocumentContent(
                isCreditNote ? "CreditNote" : "Invoice",
                isCreditNote ? "CreditedQuantity" : "InvoicedQuantity",
                isCreditNote ? "381" : "380",
                invoice.number().map(InvoiceNumber::toString).orElse(DRAFT),
                invoice.issueDate(),
                isCreditNote ? List.of() : due,
                List.of(note()),
                invoice.recipient().reference(),
                days(invoice.period().from(), invoice.period().to()),
                concerns(invoice),
                seller(invoice.issuer()),
                buyer(invoice.recipient()),
                isCreditNote ? due : List.of(),
                present(invoice.paymentId()),
                account(invoice.issuer().account()),
                isCreditNote ? List.of() : List.of(terms()),
                kronor(invoice.vat()),
                vat,
                kronor(invoice.net()),
                kronor(invoice.net().plus(invoice.vat())),
                invoice.rounding().isZero() ? List.of() : List.of(kronor(invoice.rounding())),
                kronor(invoice.payable()),
                lines());
    }

    /** In kronor, as the document has it: a credit note says what is given back. */
    private String kronor(Money amount) {
        return signed(amount).toString();
    }

    private Money signed(Money amount) {
        return isCreditNote ? amount.negated() : amount;
    }

    /** A document has one note (PEPPOL-EN16931-R002). */
    private String note() {
        List<String> sentences = new ArrayList<>();
        if (invoice.number().isEmpty()) {
            sentences.add("UTKAST – inte en faktura.");
        }
        String period = SwedishMonths.of(invoice.period());
        boolean isCredit =
                invoice.lines().stream().allMatch(line -> line.kind() == LineKind.CREDIT);
        sentences.add(
                (isCredit
                                ? "Kredit av kostnader för "
                                : invoice.period().isMonth() ? "Kostnader för " : "Avräkning av ")
                        + period
                        + ".");
        String cause = new CommonNote(invoice).cause();
        if (!cause.isEmpty()) {
            sentences.add("Orsak: " + cause + (cause.endsWith(".") ? "" : "."));
        }
        if (!invoice.follows().isEmpty()) {
            sentences.add("Följer på kreditfaktura " + words(invoice.follows()) + ".");
        }
        return String.join(" ", sentences);
    }

    /** What its lines refer to, and the credit notes that it follows. */
    static List<String> concerns(Invoice invoice) {
        SortedSet<InvoiceNumber> numbers = new TreeSet<>(invoice.concernsInvoices());
        numbers.addAll(invoice.follows());
        return numbers.stream().map(InvoiceNumber::toString).toList();
    }

    private static Seller seller(Issuer issuer) {
        return new Seller(
                endpoint(issuer.peppolId()),
                issuer.name(),
                address(issuer.address()),
                issuer.vatNumber(),
                issuer.approvedForFTax() ? List.of(F_TAX) : List.of(),
                issuer.organisationNumber().digits(),
                present(issuer.address().email()));
    }

    private static Buyer buyer(Party recipient) {
        return new Buyer(
                endpoint(recipient.peppolId()),
                recipient.name(),
                address(recipient.address()),
                recipient.organisationNumber().map(OrganisationNumber::digits).stream().toList(),
                present(recipient.address().email()));
    }

    private static Endpoint endpoint(String peppolId) {
        return new Endpoint(PeppolId.scheme(peppolId), PeppolId.identifier(peppolId));
    }

    private static PostalAddress address(Address address) {
        return new PostalAddress(
                present(address.street()), present(address.town()), present(address.postcode()));
    }

    /** Digits alone, as SE-R-007 to SE-R-010 want them. */
    private static Account account(PaymentAccount account) {
        return new Account(
                account.digits(),
                switch (account.kind()) {
                    case BANKGIRO -> "SE:BANKGIRO";
                    case PLUSGIRO -> "SE:PLUSGIRO";
                });
    }

    private String terms() {
        return invoice.terms().dueDays()
                + " dagar netto. Dröjsmålsränta "
                + invoice.terms().lateInterest()
                + ".";
    }

    /**
     * One subtotal a category and rate. What is exempt is one category, whatever the grounds, which
     * stand together there and each on its lines (BR-E-01).
     */
    private List<VatSubtotal> vat() {
        TreeMap<Integer, List<VatSum>> sumsOfPercent = new TreeMap<>((a, b) -> b - a);
        for (VatSum sum : invoice.vatSums()) {
            sumsOfPercent
                    .computeIfAbsent(sum.rate().percent(), percent -> new ArrayList<>())
                    .add(sum);
        }
        return sumsOfPercent.values().stream()
                .map(
                        sums ->
                                new VatSubtotal(
                                        category(sums.get(0).rate()),
                                        kronor(
                                                Money.total(
                                                        sums.stream().map(VatSum::net).toList())),
                                        kronor(
                                                Money.total(
                                                        sums.stream().map(VatSum::vat).toList())),
                                        present(
                                                sums.stream()
                                                        .map(sum -> sum.rate().ground())
                                                        .collect(Collectors.joining("; ")))))
                .toList();
    }

    private static Category category(VatRate rate) {
        return new Category(rate.percent() == 0 ? "E" : "S", rate.percent());
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (InvoiceLine line : invoice.lines()) {
            PricedLine priced = PricedLine.of(explanations.of(invoice, line), isCreditNote);
            lines.add(
                    new Line(
                            lines.size() + 1,
                            present(priced.inWords()),
                            priced.unit(),
                            priced.quantity().toPlainString(),
                            kronor(line.amount()),
                            period(line),
                            description(line),
                            line.text().isBlank() ? line.objectName() : line.text(),
                            line.objectCode(),
                            category(line.vat()),
                            properties(line),
                            priced.price().toString(),
                            priced.baseQuantity().toPlainString()));
        }
        return lines;
    }

    private static String description(InvoiceLine line) {
        if (line.kind() == LineKind.ORDINARY) {
            return line.objectName();
        }
        String kind =
                switch (line.kind()) {
                    case ADJUSTMENT -> "Justering";
                    case CREDIT -> "Kredit";
                    case SETTLEMENT -> "Avräkning";
                    case ORDINARY -> throw new IllegalStateException("An ordinary line");
                };
        return line.objectName()
                + ". "
                + kind
                + (line.concernsMonths().isEmpty()
                        ? ""
                        : ", avser " + SwedishMonths.of(line.concernsMonths()));
    }

    /** Earlier months lie outside the document's (PEPPOL-EN16931-R110); they are a property. */
    private List<Days> period(InvoiceLine line) {
        if (line.concernsMonths().isEmpty()) {
            return List.of(days(invoice.period().from(), invoice.period().to()));
        }
        YearMonth first = line.concernsMonths().first();
        YearMonth last = line.concernsMonths().last();
        boolean isWithin =
                !first.isBefore(invoice.period().from()) && !last.isAfter(invoice.period().to());
        return isWithin ? List.of(days(first, last)) : List.of();
    }

    private static Days days(YearMonth from, YearMonth to) {
        return new Days(from.atDay(1), to.atEndOfMonth());
    }

    private static List<Property> properties(InvoiceLine line) {
        return Stream.of(
                        new Property("Budgetrad", line.budgetRow()),
                        new Property("Fördelningsnyckel", line.keyCode()),
                        new Property("Beslut", line.decision()),
                        new Property("Typ", line.kind().swedish()),
                        new Property("Avser period", words(line.concernsMonths())),
                        new Property("Avser faktura", words(line.concernsInvoices())),
                        new Property("Orsak", line.cause()),
                        new Property("Momsgrund", line.vat().ground()))
                .filter(property -> !property.value().isBlank())
                .toList();
    }

    private static String words(SortedSet<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(" "));
    }

    private static List<String> present(String text) {
        return text.isBlank() ? List.of() : List.of(text);
    }
}
