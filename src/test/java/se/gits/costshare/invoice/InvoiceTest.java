package se.gits.costshare.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.gits.costshare.money.Money;
import se.gits.costshare.money.VatRate;
import se.gits.costshare.party.Address;
import se.gits.costshare.party.Invoicing;
import se.gits.costshare.party.OrganisationNumber;
import se.gits.costshare.party.Party;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.party.PartyType;

/** Lines are written {@code amount@rate}, as {@code 100.00@25}; {@code @0} is exempt. */
class InvoiceTest {

    private static final Issuer ISSUER =
            new Issuer(
                    "Västra Götalandsregionen, GITS",
                    new OrganisationNumber("2321000131"),
                    "SE232100013101",
                    Address.UNKNOWN,
                    new PaymentAccount(PaymentAccount.Kind.BANKGIRO, "5050-1055"),
                    "",
                    true);

    @ParameterizedTest(name = "{0}: net {1}, VAT {2}, rounding {3}, to pay {4}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # lines                     | net     | VAT    | rounding | to pay
              100.00@25                 |  100.00 |  25.00 |  0.00    |  125.00
              0.01@25 0.01@25           |    0.02 |   0.01 | -0.03    |    0.00
              0.02@25 0.25@6            |    0.27 |   0.03 | -0.30    |    0.00
              100.40@0                  |  100.40 |   0.00 | -0.40    |  100.00
              100.40@25                 |  100.40 |  25.10 |  0.50    |  126.00
              100.00@25 -30.00@25       |   70.00 |  17.50 |  0.50    |   88.00
              -100.00@25 30.00@25       |  -70.00 | -17.50 | -0.50    |  -88.00
              -0.02@25                  |   -0.02 |  -0.01 |  0.03    |    0.00
              100.00@25 -100.00@25      |    0.00 |   0.00 |  0.00    |    0.00
            """)
    void itsSumsFollowFromItsLines(
            String lines, BigDecimal net, BigDecimal vat, BigDecimal rounding, BigDecimal toPay) {
        Invoice toTheOre = invoice(lines, false, Invoicing.INVOICE);
        Invoice toTheKrona = invoice(lines, true, Invoicing.INVOICE);

        assertThat(toTheOre.net()).isEqualTo(Money.ofKronor(net));
        assertThat(toTheOre.vat()).isEqualTo(Money.ofKronor(vat));
        assertThat(toTheOre.rounding()).isEqualTo(Money.ZERO);
        assertThat(toTheOre.payable()).isEqualTo(Money.ofKronor(net.add(vat)));
        assertThat(toTheKrona.net()).isEqualTo(Money.ofKronor(net));
        assertThat(toTheKrona.vat()).isEqualTo(Money.ofKronor(vat));
        assertThat(toTheKrona.rounding()).isEqualTo(Money.ofKronor(rounding));
        assertThat(toTheKrona.payable()).isEqualTo(Money.ofKronor(toPay));
    }

    @Test
    void vatIsComputedOnTheSumOfEachRateHighestRateFirst() {
        Invoice invoice =
                invoice("0.01@25 10.00@0 1.00@6 0.01@25 2.00@12", false, Invoicing.INVOICE);

        assertThat(invoice.vatSums())
                .containsExactly(
                        new VatSum(VatRate.ofPercent(25), new Money(2), new Money(1)),
                        new VatSum(VatRate.ofPercent(12), new Money(200), new Money(24)),
                        new VatSum(VatRate.ofPercent(6), new Money(100), new Money(6)),
                        new VatSum(VatRate.exempt("undantag"), new Money(1000), Money.ZERO));
    }

    /**
     * A sum that is negative, without VAT or with it, makes a credit note; where rates differ the
     * two may have different signs.
     */
    @ParameterizedTest(name = "{0} to a party of {1} is {2}, internal {3}, paid by »{4}«")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # lines               | fakturering | kind        | internal | reference
              1.00@25             | INVOICE     | INVOICE     | false    | 2023000017
              0.01@25 -0.01@25    | INVOICE     | INVOICE     | false    | 2023000017
              -0.01@25            | INVOICE     | CREDIT_NOTE | false    | ''
              10.00@0 -9.00@25    | INVOICE     | CREDIT_NOTE | false    | ''
              10.00@6 -10.00@25   | INVOICE     | CREDIT_NOTE | false    | ''
              10.00@25 -10.00@6   | INVOICE     | INVOICE     | false    | 2023000017
              9.00@25 -10.00@0    | INVOICE     | CREDIT_NOTE | false    | ''
              1.00@0              | INTERNAL    | INTERNAL    | true     | ''
              0.01@0 -0.01@0      | INTERNAL    | INTERNAL    | true     | ''
              -0.01@0             | INTERNAL    | CREDIT_NOTE | true     | ''
            """)
    void itsKindFollowsFromItsSumAndRecipient(
            String lines,
            Invoicing invoicing,
            InvoiceKind kind,
            boolean internal,
            String reference) {
        Invoice invoice = invoice(lines, false, invoicing);

        assertThat(invoice.kind()).isEqualTo(kind);
        assertThat(invoice.isInternal()).isEqualTo(internal);
        assertThat(invoice.paymentReference()).isEqualTo(reference);
    }

    /** Who is invoiced, and what is known of both; nobody sends what stays within. */
    @ParameterizedTest(name = "{0} to »{1}« with reference »{2}« from »{3}«: {4}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # fakturering | recipient       | reference | issuer          | delivery  | missing
              INVOICE     | 0007:2120001355 | EXEMPEL   | 0007:2321000131 | E_INVOICE | []
              INVOICE     | ''              | EXEMPEL   | 0007:2321000131 | PDF       | [RECIPIENTS_ADDRESS]
              INVOICE     | 0007:2120001355 | ''        | 0007:2321000131 | PDF       | [REFERENCE]
              INVOICE     | 0007:2120001355 | EXEMPEL   | ''              | PDF       | [ISSUERS_ADDRESS]
              INTERNAL    | 0007:2120001355 | EXEMPEL   | 0007:2321000131 | INTERNAL  | []
              INTERNAL    | ''              | ''        | ''              | INTERNAL  | [RECIPIENTS_ADDRESS, REFERENCE, ISSUERS_ADDRESS]
            """)
    void reachesItsRecipientInTheFormThatAllIsKnownFor(
            Invoicing invoicing,
            String peppolId,
            String reference,
            String issuersPeppolId,
            Delivery delivery,
            String missing) {
        Invoice issued = invoice("1.00@25", false, invoicing);
        Party known = issued.recipient();
        Invoice invoice =
                new Invoice(
                        issued.number(),
                        issued.period(),
                        issued.issueDate(),
                        new Issuer(
                                ISSUER.name(),
                                ISSUER.organisationNumber(),
                                ISSUER.vatNumber(),
                                ISSUER.address(),
                                ISSUER.account(),
                                issuersPeppolId,
                                true),
                        issued.terms(),
                        new Party(
                                known.code(),
                                known.name(),
                                known.type(),
                                known.organisationNumber(),
                                invoicing,
                                new TreeSet<>(),
                                peppolId,
                                reference,
                                known.address()),
                        issued.lines(),
                        issued.follows());

        assertThat(invoice.delivery()).isEqualTo(delivery);
        assertThat(invoice.missingForEInvoice()).hasToString(missing);
    }

    /** By its OCR reference, or where none is used by its number. */
    @ParameterizedTest(name = "{0}, {1}, {2}: »{3}«")
    @CsvSource({
        "1.00@25, INVOICE, CHECK_DIGIT, 2023000017",
        "1.00@25, INVOICE, NONE, 202300001",
        "-1.00@25, INVOICE, NONE, ''",
        "1.00@0, INTERNAL, NONE, ''"
    })
    void itsPaymentIsKnownByItsReferenceOrItsNumber(
            String lines, Invoicing invoicing, OcrControl control, String paymentId) {
        Invoice issued = invoice(lines, false, invoicing);

        assertThat(by(control, issued, issued.number()).paymentId()).isEqualTo(paymentId);
        assertThat(by(control, issued, Optional.empty()).paymentId()).as("of a draft").isEmpty();
    }

    private static Invoice by(OcrControl control, Invoice issued, Optional<InvoiceNumber> number) {
        return new Invoice(
                number,
                issued.period(),
                issued.issueDate(),
                issued.issuer(),
                new PaymentTerms(30, "enligt räntelagen", false, control),
                issued.recipient(),
                issued.lines(),
                issued.follows());
    }

    @Test
    void aDraftHasNoPaymentReference() {
        Invoice issued = invoice("1.00@25", false, Invoicing.INVOICE);
        Invoice draft =
                new Invoice(
                        Optional.empty(),
                        issued.period(),
                        issued.issueDate(),
                        issued.issuer(),
                        issued.terms(),
                        issued.recipient(),
                        issued.lines(),
                        issued.follows());

        assertThat(issued.paymentReference()).isNotEmpty();
        assertThat(draft.paymentReference()).isEmpty();
    }

    @Test
    void isDueTheAgreedNumberOfDaysAfterItsDate() {
        assertThat(invoice("1.00@25", false, Invoicing.INVOICE).dueDate())
                .isEqualTo(LocalDate.of(2023, 3, 2));
    }

    @Test
    void namesEveryInvoiceThatItsLinesConcernOnceAndInOrder() {
        List<InvoiceLine> lines =
                List.of(
                        line("1.00@25"),
                        line("2.00@25", "202300050", "202300001"),
                        line("3.00@25", "202300001", "202200007"));
        Invoice invoice = invoice(lines, false, Invoicing.INVOICE);

        assertThat(invoice.concernsInvoices())
                .extracting(InvoiceNumber::toString)
                .containsExactly("202200007", "202300001", "202300050");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> invoice.concernsInvoices().clear());
    }

    @Test
    void thereIsNoInvoiceWithoutALine() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> invoice(List.of(), false, Invoicing.INVOICE))
                .withMessage("No invoice without a line: 1480");
    }

    @Test
    void itsLinesAreItsOwnCopyAndStayAsTheyAre() {
        List<InvoiceLine> given = new ArrayList<>(List.of(line("1.00@25")));
        Invoice invoice = invoice(given, false, Invoicing.INVOICE);

        given.add(line("2.00@25"));

        assertThat(invoice.lines()).hasSize(1);
    }

    private static Invoice invoice(String lines, boolean wholeKronor, Invoicing invoicing) {
        return invoice(
                Arrays.stream(lines.split(" ")).map(line -> line(line)).toList(),
                wholeKronor,
                invoicing);
    }

    private static Invoice invoice(
            List<InvoiceLine> lines, boolean wholeKronor, Invoicing invoicing) {
        Party recipient =
                new Party(
                        new PartyCode("1480"),
                        "Göteborg",
                        PartyType.MUNICIPALITY,
                        Optional.of(new OrganisationNumber("2120001355")),
                        invoicing,
                        new TreeSet<>(),
                        "0007:2120001355",
                        "EXEMPEL",
                        Address.UNKNOWN);
        return new Invoice(
                Optional.of(InvoiceNumber.parse("202300001")),
                InvoicePeriod.ofMonth(YearMonth.of(2023, 1)),
                LocalDate.of(2023, 1, 31),
                ISSUER,
                new PaymentTerms(30, "enligt räntelagen", wholeKronor, OcrControl.CHECK_DIGIT),
                recipient,
                lines,
                new TreeSet<>());
    }

    private static InvoiceLine line(String amountAtRate, String... concernsInvoices) {
        String[] parts = amountAtRate.split("@");
        int percent = Integer.parseInt(parts[1]);
        TreeSet<InvoiceNumber> concerns = new TreeSet<>();
        for (String number : concernsInvoices) {
            concerns.add(InvoiceNumber.parse(number));
        }
        return new InvoiceLine(
                "SHVO",
                "Samordnad hälsa, vård och omsorg",
                "1",
                "Drift och licens",
                LineKind.ORDINARY,
                "70/30",
                Money.ofKronor(new BigDecimal(parts[0])),
                percent == 0 ? VatRate.exempt("undantag") : VatRate.ofPercent(percent),
                new TreeSet<>(),
                concerns,
                "",
                "Förvaltningsplan 2023, 4.1");
    }
}
