package se.gits.costshare.export.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.gits.costshare.export.pdf.OpenedPdf.Glyph;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceLine;

/** Where things stand on the page, in millimetres. */
class PageLayoutTest {

    static Stream<Arguments> invoices() {
        return PdfInvoices.all().entrySet().stream()
                .map(entry -> arguments(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("invoices")
    void nothingIsCutAndNothingOverlaps(String name, Invoice invoice) {
        List<Glyph> glyphs = new OpenedPdf(PdfInvoices.exporter().export(invoice)).glyphs();

        assertThat(outside(glyphs)).isEmpty();
        assertThat(overlapping(glyphs)).isEmpty();
    }

    @Test
    void whatIsCutOrOverlapsIsFoundOut() {
        List<Glyph> glyphs =
                new OpenedPdf(
                                TaggedDocument.of(
                                        """
                                        <html lang="sv-SE"><head><title>x</title><style>
                                        @page { size: A4; margin: 0 }
                                        body { font-family: "Liberation Sans" }
                                        p { position: absolute; top: 50mm; left: 50mm; margin: 0 }
                                        .out { top: 60mm; left: 190mm }
                                        </style></head><body>
                                        <p>över</p><p>under</p><p class="out">utanför</p>
                                        </body></html>
                                        """,
                                        new DocumentFacts("x", "x", "x", LocalDate.of(2023, 1, 31)),
                                        Optional.empty()))
                        .glyphs();

        assertThat(overlapping(glyphs)).isNotEmpty();
        assertThat(outside(glyphs)).isNotEmpty();
    }

    /** Neither in the text's own area nor at the head or foot of the page. */
    private static List<Glyph> outside(List<Glyph> glyphs) {
        return glyphs.stream()
                .filter(
                        glyph ->
                                glyph.left() < 19.9f
                                        || glyph.right() > 194.1f
                                        || glyph.top() < 5
                                        || glyph.bottom() > 292
                                        // Between the text and the foot the page cuts.
                                        || glyph.top() < 278.5f && glyph.bottom() > 279.5f)
                .toList();
    }

    private static List<String> overlapping(List<Glyph> glyphs) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < glyphs.size(); i++) {
            Glyph glyph = inner(glyphs.get(i));
            for (int j = i + 1; j < glyphs.size() && glyphs.get(j).page() == glyph.page(); j++) {
                if (glyph.overlaps(inner(glyphs.get(j)))) {
                    pairs.add(glyph + " and " + glyphs.get(j));
                }
            }
        }
        return pairs;
    }

    /** Without the hair's breadth by which letters may touch. */
    private static Glyph inner(Glyph glyph) {
        return new Glyph(
                glyph.page(),
                glyph.text(),
                glyph.left() + 0.1f,
                glyph.top() + 0.1f,
                glyph.right() - 0.1f,
                glyph.bottom() - 0.1f,
                glyph.points());
    }

    /**
     * An envelope with its window to the right shows what stands to the right of the middle,
     * between four and seven centimetres down: all of the address, and nothing else.
     */
    @Test
    void theAddressShowsThroughTheWindowOfAnEnvelope() {
        List<Glyph> glyphs =
                new OpenedPdf(PdfInvoices.exporter().export(PdfInvoices.ORDINARY)).glyphs();

        String shown =
                glyphs.stream()
                        .filter(glyph -> glyph.left() > 105 && glyph.right() < 195)
                        .filter(glyph -> glyph.top() > 35 && glyph.bottom() < 80)
                        .map(Glyph::text)
                        .collect(Collectors.joining());
        assertThat(shown).isEqualTo("Göteborgsstad40482Göteborg");
    }

    @Test
    void anOrdinaryInvoiceIsOnePage() {
        assertThat(new OpenedPdf(PdfInvoices.exporter().export(PdfInvoices.ORDINARY)).pageCount())
                .isEqualTo(1);
    }

    /** An object's name never stands alone at the end of a page, wherever that falls. */
    @Test
    void anObjectsNameStaysWithItsFirstLine() {
        List<InvoiceLine> lines = PdfInvoices.ofLines(100).lines();
        for (int first = 0; first < 8; first++) {
            OpenedPdf opened =
                    new OpenedPdf(
                            PdfInvoices.exporter()
                                    .export(
                                            PdfInvoices.of(
                                                    lines.subList(first, 100)
                                                            .toArray(InvoiceLine[]::new))));
            assertThat(opened.pageCount()).isGreaterThan(2);
            for (int page = 1; page < opened.pageCount(); page++) {
                assertThat(lastLine(opened, page))
                        .as("page " + page + " from line " + first + " on")
                        .doesNotStartWith("OBJ");
            }
        }
    }

    /** The last printed line of a page, above its foot. */
    private static String lastLine(OpenedPdf opened, int page) {
        List<Glyph> above =
                opened.glyphs().stream()
                        .filter(glyph -> glyph.page() == page && glyph.bottom() < 280)
                        .toList();
        float lowest = above.stream().map(Glyph::bottom).max(Float::compare).orElseThrow();
        return above.stream()
                .filter(glyph -> glyph.bottom() > lowest - 1)
                .map(Glyph::text)
                .collect(Collectors.joining());
    }
}
