package se.gits.costshare.export.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import se.gits.costshare.export.pdf.InvoiceContent.Line;
import se.gits.costshare.export.pdf.InvoiceContent.ObjectLines;
import se.gits.costshare.export.pdf.PrintedLines.Printed;
import se.gits.costshare.invoice.InvoiceLine;
import se.gits.costshare.invoice.InvoiceNumber;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.money.Money;
import se.gits.costshare.money.VatRate;

class PrintedLinesTest {

    private static final VatRate FULL = VatRate.ofPercent(25);

    private static InvoiceLine line(
            String object, LineKind kind, VatRate vat, String invoice, String cause) {
        return new InvoiceLine(
                object,
                "Tjänst " + object,
                "R1",
                "Drift",
                kind,
                "70/30",
                new Money(1_00),
                vat,
                new TreeSet<>(invoice.isEmpty() ? List.of() : List.of(YearMonth.of(2023, 1))),
                new TreeSet<>(
                        invoice.isEmpty() ? List.of() : List.of(InvoiceNumber.parse(invoice))),
                cause,
                "Beslut");
    }

    private static List<InvoiceLine> ordinary(int count, int objects) {
        List<InvoiceLine> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(line("O" + i % objects, LineKind.ORDINARY, FULL, "", ""));
        }
        return lines;
    }

    private static List<ObjectLines> words(List<InvoiceLine> lines) {
        return new InvoiceWords(
                        PdfInvoices.with(
                                PdfInvoices.ORDINARY.recipient(),
                                PdfInvoices.ORDINARY.issuer(),
                                lines))
                .content()
                .objects();
    }

    @Test
    void standOneByOneAsLongAsTheyAreRead() {
        List<Printed> printed = PrintedLines.of(ordinary(PrintedLines.MOST, 3));

        assertThat(printed).hasSize(PrintedLines.MOST).allMatch(Printed::isOne);
    }

    @Test
    void thenObjectByObject() {
        List<Printed> printed = PrintedLines.of(ordinary(PrintedLines.MOST + 1, 3));

        assertThat(printed)
                .extracting(of -> of.first().objectCode() + " " + of.lines().size())
                .containsExactly("O0 667", "O1 667", "O2 667");
        assertThat(printed).extracting(Printed::amount).containsOnly(new Money(667_00));
    }

    @Test
    void objectsAreReadLongerThanLines() {
        int most = PrintedLines.MOST_OF_OBJECTS;

        assertThat(PrintedLines.of(ordinary(most, most))).hasSize(most);
        assertThat(PrintedLines.of(ordinary(most + 1, most + 1))).hasSize(1);
    }

    /** Else a sum would stand at a rate that is not its own, or a ground would be lost. */
    @Test
    void neitherRatesNorGroundsNorKindsStandTogether() {
        List<InvoiceLine> others =
                List.of(
                        line("O0", LineKind.ORDINARY, VatRate.ofPercent(6), "", ""),
                        line("O0", LineKind.ORDINARY, VatRate.exempt("grund A"), "", ""),
                        line("O0", LineKind.ORDINARY, VatRate.exempt("grund B"), "", ""),
                        line("O0", LineKind.ADJUSTMENT, FULL, "", "Tillägg"));
        for (int objects : new int[] {1, PrintedLines.MOST_OF_OBJECTS + 1}) {
            List<InvoiceLine> lines = ordinary(PrintedLines.MOST_OF_OBJECTS + 1, objects);
            lines.addAll(others);

            assertThat(PrintedLines.of(lines))
                    .hasSize(5)
                    .filteredOn(Printed::isOne)
                    .extracting(Printed::first)
                    .containsExactlyElementsOf(others);
        }
    }

    /** What the administrator wrote begins every cause of a month's adjustments. */
    @Test
    void tellTheInvoicesThatTheyConcernAndTheFirstOfManyCauses() {
        List<InvoiceLine> lines = ordinary(PrintedLines.MOST, 1);
        for (int i = 1; i <= 5; i++) {
            String invoice = "20230000" + (1 + i % 2);
            lines.add(line("O0", LineKind.ADJUSTMENT, FULL, invoice, "Tillägg. Budgetrad " + i));
        }

        assertThat(words(lines))
                .flatExtracting(object -> object.rest())
                .extracting(Line::text, Line::notes)
                .containsExactly(
                        tuple(
                                "5 rader",
                                List.of(
                                        "Justering, avser januari 2023",
                                        "Avser faktura: 202300001, 202300002",
                                        "Orsak: Tillägg. Budgetrad 1; och 4 till, som står i"
                                                + " arbetsboken",
                                        "Beslut: Beslut")));
    }
}
