package se.gits.costshare.export.pdf;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import se.gits.costshare.export.InvoiceExporter;
import se.gits.costshare.export.excel.SampleInvoices;
import se.gits.costshare.export.excel.SampleIssuances;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceLine;
import se.gits.costshare.invoice.InvoiceNumber;
import se.gits.costshare.invoice.Issuer;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.invoice.PaymentAccount;
import se.gits.costshare.money.Money;
import se.gits.costshare.money.VatRate;
import se.gits.costshare.party.Address;
import se.gits.costshare.party.Party;
import se.gits.costshare.run.Issuance;

/** Invoices of every kind, and of every odd shape that a PDF must bear. */
final class PdfInvoices {

    static final Invoice ORDINARY = SampleIssuances.invoiceTo("1480", SampleIssuances.january());

    /** Two hundred letters in words, as a long name has them. */
    static final String LONG_NAME =
            "Samverkansförbundet för gemensam informations- och tjänstesamordning i Västra"
                    + " Götalands fyrtionio kommuner och regionens samtliga förvaltningar, bolag,"
                    + " nämnder, stiftelser och vårdgivare";

    /** Two hundred letters without a place to break, half of them as high, half as wide as any. */
    static final String LONG_WORD = "Å".repeat(100) + "W".repeat(100);

    private PdfInvoices() {}

    /** Each with its name; a fresh map, for whoever wants to take something out. */
    static Map<String, Invoice> all() {
        Map<String, Invoice> all = new LinkedHashMap<>();
        all.put("faktura", ORDINARY);
        Issuance january = SampleIssuances.january();
        all.put("internfaktura", SampleIssuances.invoiceTo("VGR", january));
        all.put("utkast", SampleIssuances.invoiceTo("1480", SampleIssuances.januaryDraft()));
        all.put("justering", adjusted());
        all.put("kreditfaktura", SampleIssuances.credit("Fel folkmängd").invoices().get(0));
        all.put("avräkning", settled());
        all.put("flera momssatser och avrundning", rates());
        all.put("fyrahundra rader", ofLines(400));
        all.put("långa namn", named(LONG_NAME));
        all.put("ett enda långt ord", named(LONG_WORD));
        all.put(
                "tecken som saknas",
                named("😀 你好 שלום مرحبا \u202Ebak\u202C \u0007 g\u0303 \uE000"));
        return all;
    }

    /** February with an adjustment of January. */
    static Invoice adjusted() {
        return SampleIssuances.invoiceTo(
                "1480", SampleIssuances.february("Tillägg", SampleIssuances::dearer));
    }

    static Invoice settled() {
        return SampleIssuances.invoiceTo("1480", SampleIssuances.settlement());
    }

    /** Four rates, of which two are none. */
    static Invoice rates() {
        return SampleInvoices.of(
                SampleInvoices.line("10.00", VatRate.exempt("grund A")),
                SampleInvoices.line("20.00", VatRate.exempt("grund B")),
                SampleInvoices.line("40.10", VatRate.ofPercent(6)),
                SampleInvoices.line("80.00", VatRate.ofPercent(25)));
    }

    /** Lines of several objects, every fifth with a note. */
    static Invoice ofLines(int count) {
        List<InvoiceLine> lines = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            boolean adjustment = i % 5 == 0;
            lines.add(
                    new InvoiceLine(
                            "OBJ" + i / 7,
                            "Objekt nummer " + i / 7,
                            "R" + i,
                            "Kostnad nummer " + i + " för drift och licens",
                            adjustment ? LineKind.ADJUSTMENT : LineKind.ORDINARY,
                            "70/30",
                            new Money(i * 123_457L),
                            VatRate.ofPercent(25),
                            adjustment
                                    ? new TreeSet<>(List.of(YearMonth.of(2023, 1)))
                                    : new TreeSet<>(),
                            new TreeSet<>(),
                            adjustment ? "Ny folkmängd " + i : "",
                            "Beslut " + i));
        }
        return with(ORDINARY.recipient(), ORDINARY.issuer(), lines);
    }

    /** The same text in every place that people fill in. */
    static Invoice named(String text) {
        Party party = ORDINARY.recipient();
        Address address = new Address(text, "404 82", text, text);
        Party recipient =
                new Party(
                        party.code(),
                        text,
                        party.type(),
                        party.organisationNumber(),
                        party.invoicing(),
                        party.groups(),
                        "",
                        text,
                        address);
        Issuer issuer =
                new Issuer(
                        text,
                        ORDINARY.issuer().organisationNumber(),
                        ORDINARY.issuer().vatNumber(),
                        address,
                        new PaymentAccount(PaymentAccount.Kind.BANKGIRO, "5050-1055"),
                        "",
                        true);
        List<InvoiceLine> lines = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            lines.add(
                    new InvoiceLine(
                            "LÅNG-KOD-FÖR-ETT-OBJEKT",
                            text,
                            "12345678901234567890",
                            text,
                            LineKind.ADJUSTMENT,
                            "NYCKEL-MED-LÅNGT-NAMN",
                            new Money(99_999_999_999_99L),
                            VatRate.exempt(i < 2 ? text : "grund B"),
                            new TreeSet<>(List.of(YearMonth.of(2023, 1))),
                            new TreeSet<>(List.of(InvoiceNumber.parse("20230000" + (i + 1)))),
                            text + " orsak " + i,
                            text + " beslut " + i));
        }
        return with(recipient, issuer, lines);
    }

    /** The ordinary invoice, of other lines. */
    static Invoice of(InvoiceLine... lines) {
        return with(ORDINARY.recipient(), ORDINARY.issuer(), List.of(lines));
    }

    static Invoice with(Party recipient, Issuer issuer, List<InvoiceLine> lines) {
        return new Invoice(
                ORDINARY.number(),
                ORDINARY.period(),
                ORDINARY.issueDate(),
                issuer,
                ORDINARY.terms(),
                recipient,
                lines,
                ORDINARY.follows());
    }

    /** Of invoices that are not sent in another form. */
    static InvoicePdf exporter() {
        return new InvoicePdf(
                new InvoiceExporter() {
                    @Override
                    public String ending() {
                        return ".none";
                    }

                    @Override
                    public boolean isMadeFor(Invoice invoice) {
                        return false;
                    }

                    @Override
                    public byte[] export(Invoice invoice) {
                        throw new IllegalStateException("Not made");
                    }
                });
    }
}
