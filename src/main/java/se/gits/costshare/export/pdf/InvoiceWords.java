package se.gits.costshare.export.pdf;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Stream;
import se.gits.costshare.export.CommonNote;
import se.gits.costshare.export.SwedishMonths;
import se.gits.costshare.export.pdf.InvoiceContent.Fact;
import se.gits.costshare.export.pdf.InvoiceContent.Line;
import se.gits.costshare.export.pdf.InvoiceContent.ObjectLines;
import se.gits.costshare.export.pdf.InvoiceContent.VatRow;
import se.gits.costshare.export.pdf.PrintedLines.Printed;
import se.gits.costshare.input.SwedishCount;
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

/** Puts one invoice into words and figures; what is unknown or does not apply is left out. */
final class InvoiceWords {

    private static final String DRAFT = "UTKAST – inte en faktura";

    /** As much of a name as has room at the foot of a page; all of it stands on the first. */
    private static final int LONGEST_NAME_AT_FOOT = 60;

    /** More causes or decisions than these are counted where lines stand together. */
    private static final int MOST_SAID = 3;

    private final Invoice invoice;
    private final CommonNote common;
    private final List<VatRate> exemptions;

    InvoiceWords(Invoice invoice) {
        this.invoice = invoice;
        this.common = new CommonNote(invoice);
        this.exemptions =
                invoice.vatSums().stream()
                        .map(VatSum::rate)
                        .filter(rate -> rate.percent() == 0)
                        .toList();
    }

    InvoiceContent content() {
        Issuer issuer = invoice.issuer();
        Party recipient = invoice.recipient();
        String period = SwedishMonths.of(invoice.period());
        String settled = invoice.period().isMonth() ? "" : "Avräkning av " + period;
        return new InvoiceContent(
                name() + ", " + recipient.name(),
                settled.isEmpty() ? "Kostnader för " + period : settled,
                name() + ", " + shortened(recipient.name()),
                invoice.number().isEmpty(),
                heading(),
                present(settled),
                issuer.name(),
                lines(issuer.address()),
                recipient.name(),
                lines(recipient.address()),
                identity(period),
                payable(),
                payment(),
                facts(
                        new Fact("Avser faktura", common.invoices()),
                        new Fact("Följer på kreditfaktura", common.follows()),
                        new Fact("Orsak", common.cause()),
                        new Fact("Antal rader", manyLines())),
                objects(),
                invoice.vatSums().stream().map(this::vatRow).toList(),
                exemptions.stream().map(this::ground).toList(),
                sums(),
                facts(
                        new Fact("Organisationsnummer", issuer.organisationNumber().toString()),
                        new Fact("Momsregistreringsnummer", issuer.vatNumber()),
                        new Fact(
                                "Skatteform",
                                issuer.approvedForFTax() ? "Godkänd för F-skatt" : ""),
                        new Fact("E-post", issuer.address().email())),
                terms());
    }

    private String heading() {
        InvoiceKind kind = invoice.kind();
        return invoice.number().isEmpty() ? "Utkast till " + kind.swedish() : kind.heading();
    }

    /** What the document is called, {@code Faktura 202300031}. */
    private String name() {
        return invoice.number()
                .map(number -> invoice.kind().heading() + " " + number)
                .orElse(DRAFT);
    }

    private List<Fact> identity(String period) {
        Party recipient = invoice.recipient();
        return facts(
                new Fact(
                        "Fakturanummer",
                        invoice.number().map(InvoiceNumber::toString).orElse("saknas i utkast")),
                new Fact("Fakturadatum", invoice.issueDate().toString()),
                new Fact("Period", period),
                new Fact("Valuta", "SEK"),
                new Fact("Er referens", recipient.reference()),
                new Fact("Er kod", recipient.code().value()),
                new Fact(
                        "Ert organisationsnummer",
                        recipient
                                .organisationNumber()
                                .map(OrganisationNumber::toString)
                                .orElse("")),
                new Fact("Er e-post", recipient.address().email()));
    }

    private Fact payable() {
        boolean toTheParty = invoice.kind() == InvoiceKind.CREDIT_NOTE;
        return new Fact(toTheParty ? "Att få tillbaka" : "Att betala", figures(invoice.payable()));
    }

    private List<Fact> payment() {
        PaymentAccount account = invoice.issuer().account();
        return switch (invoice.kind()) {
            case INVOICE ->
                    facts(
                            new Fact("Förfallodatum", invoice.dueDate().toString()),
                            new Fact(account.kind().swedish(), account.number()),
                            paymentReference());
            case INTERNAL -> facts(new Fact("Betalningssätt", "bokförs internt"));
            case CREDIT_NOTE -> List.of();
        };
    }

    private Fact paymentReference() {
        return new Fact(
                invoice.paymentReference().isEmpty() ? "Ange vid betalning" : "OCR",
                invoice.paymentId());
    }

    private List<Fact> terms() {
        return invoice.kind() == InvoiceKind.INVOICE
                ? facts(
                        new Fact("Betalningsvillkor", invoice.terms().dueDays() + " dagar netto"),
                        new Fact("Dröjsmålsränta", invoice.terms().lateInterest()))
                : List.of();
    }

    private List<ObjectLines> objects() {
        Map<List<String>, List<Line>> linesOfObject = new LinkedHashMap<>();
        for (Printed printed : PrintedLines.of(invoice.lines())) {
            InvoiceLine first = printed.first();
            linesOfObject
                    .computeIfAbsent(
                            printed.isOfOneObject()
                                    ? List.of(first.objectCode(), first.objectName())
                                    : List.of("", "Flera objekt"),
                            object -> new ArrayList<>())
                    .add(printed.isOne() ? line(first) : line(printed));
        }
        List<ObjectLines> objects = new ArrayList<>();
        linesOfObject.forEach(
                (object, lines) ->
                        objects.add(
                                new ObjectLines(
                                        object.get(0),
                                        object.get(1),
                                        lines.get(0),
                                        lines.subList(1, lines.size()))));
        return objects;
    }

    private Line line(InvoiceLine line) {
        return new Line(
                line.budgetRow(),
                line.text(),
                notes(
                        line,
                        line.concernsMonths(),
                        common.invoicesOf(line.concernsInvoices()),
                        common.causeOf(line),
                        line.decision()),
                line.keyCode(),
                rate(line.vat()),
                figures(line.amount()));
    }

    /** Several lines that stand as one. */
    private Line line(Printed lines) {
        return new Line(
                "flera",
                SwedishCount.of(lines.lines().size()) + " rader",
                notes(
                        lines.first(),
                        lines.concern(InvoiceLine::concernsMonths),
                        common.invoicesOf(lines.concern(InvoiceLine::concernsInvoices)),
                        fewOf(lines.say(common::causeOf)),
                        fewOf(lines.say(InvoiceLine::decision))),
                "",
                rate(lines.first().vat()),
                figures(lines.amount()));
    }

    /** The first says what they have in common, the administrator's reason. */
    private static String fewOf(List<String> texts) {
        return texts.size() <= MOST_SAID
                ? String.join("; ", texts)
                : texts.get(0)
                        + "; och "
                        + SwedishCount.of(texts.size() - 1)
                        + " till, som står i arbetsboken";
    }

    private List<String> notes(
            InvoiceLine line,
            SortedSet<YearMonth> months,
            String invoices,
            String cause,
            String decision) {
        if (line.kind() == LineKind.ORDINARY) {
            return List.of();
        }
        List<String> notes = new ArrayList<>();
        String kind = capitalised(line.kind().swedish());
        notes.add(months.isEmpty() ? kind : kind + ", avser " + SwedishMonths.of(months));
        facts(
                        new Fact("Avser faktura", invoices),
                        new Fact("Orsak", cause),
                        new Fact("Beslut", decision))
                .forEach(fact -> notes.add(fact.label() + ": " + fact.value()));
        return notes;
    }

    /** What a reader has to know of lines that stand together. */
    private String manyLines() {
        return invoice.lines().size() <= PrintedLines.MOST
                ? ""
                : SwedishCount.of(invoice.lines().size())
                        + ", som här står tillsammans; en och en står de i fakturans arbetsbok"
                        + " och CSV-fil, med samma namn som denna fil.";
    }

    private VatRow vatRow(VatSum sum) {
        return new VatRow(rate(sum.rate()), figures(sum.net()), figures(sum.vat()));
    }

    /**
     * A rate, alike on the lines and among the sums. Where an invoice has several grounds for no
     * VAT, zero percent does not tell them apart.
     */
    private String rate(VatRate rate) {
        return isOneOfSeveral(rate) ? exemption(rate) : rate.percent() + "\u00A0%";
    }

    private String ground(VatRate rate) {
        return "Ingen moms"
                + (isOneOfSeveral(rate) ? ", " + exemption(rate) : "")
                + ": "
                + rate.ground();
    }

    private String exemption(VatRate rate) {
        return "undantag\u00A0" + (exemptions.indexOf(rate) + 1);
    }

    private boolean isOneOfSeveral(VatRate rate) {
        return exemptions.size() > 1 && exemptions.contains(rate);
    }

    private List<Fact> sums() {
        List<Fact> sums = new ArrayList<>();
        sums.add(new Fact("Summa exklusive moms", figures(invoice.net())));
        sums.add(new Fact("Summa moms", figures(invoice.vat())));
        if (invoice.terms().wholeKronor()) {
            sums.add(new Fact("Öresavrundning", figures(invoice.rounding())));
        }
        return sums;
    }

    /** With a true minus sign, {@code −1 234,50}. */
    private static String figures(Money amount) {
        return amount.inSwedish().replace('-', '\u2212');
    }

    private static List<Fact> facts(Fact... facts) {
        return Stream.of(facts).filter(fact -> !fact.value().isEmpty()).toList();
    }

    private static List<String> lines(Address address) {
        return Stream.of(address.street(), address.postcodeAndTown())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static List<String> present(String text) {
        return text.isEmpty() ? List.of() : List.of(text);
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME_AT_FOOT
                ? name
                : name.substring(0, LONGEST_NAME_AT_FOOT).strip() + "…";
    }

    private static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
