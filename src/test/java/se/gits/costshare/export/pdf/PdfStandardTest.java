package se.gits.costshare.export.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.gits.costshare.invoice.Invoice;

/** Every invoice is PDF/A-3a and PDF/UA-1, and what is not is found out. */
class PdfStandardTest {

    static Stream<Arguments> invoices() {
        return PdfInvoices.all().entrySet().stream()
                .flatMap(
                        entry ->
                                Arrays.stream(PdfStandard.values())
                                        .map(
                                                standard ->
                                                        arguments(
                                                                entry.getKey(),
                                                                standard,
                                                                entry.getValue())));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("invoices")
    void everyInvoiceKeeps(String name, PdfStandard standard, Invoice invoice) throws Exception {
        assertThat(standard.faults(PdfInvoices.exporter().export(invoice))).isEmpty();
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 8);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void soDoesOneOfAnyCharacters(long seed) throws Exception {
        StringBuilder anything = new StringBuilder();
        new Random(seed)
                .ints(150, 0, 0x20000)
                .map(point -> point % 4 == 0 ? point : point % 0x2500)
                .forEach(anything::appendCodePoint);
        byte[] pdf = PdfInvoices.exporter().export(PdfInvoices.named(anything.toString()));

        for (PdfStandard standard : PdfStandard.values()) {
            assertThat(standard.faults(pdf)).as("seed " + seed).isEmpty();
        }
    }

    /** All that the fonts have, in both weights: each can be printed and is read as itself. */
    @Test
    void soDoesOneOfEveryCharacter() throws Exception {
        String every =
                IntStream.rangeClosed(0x21, 0xFFFF)
                        .filter(point -> !Character.isSurrogate((char) point))
                        .filter(point -> !Character.isWhitespace(point))
                        .mapToObj(Character::toString)
                        .map(PrintableText::of)
                        .filter(printed -> printed.indexOf(PrintableText.REPLACEMENT) < 0)
                        .filter(printed -> !"<&>".contains(printed))
                        .collect(Collectors.joining(" "));
        byte[] pdf =
                TaggedDocument.of(
                        """
                        <html lang="sv-SE"><head><title>Tecken</title>
                        <style>p { font-family: "Liberation Sans" } .b { font-weight: 700 }</style>
                        </head><body><p>%s</p><p class="b">%s</p></body></html>
                        """
                                .formatted(every, every),
                        new DocumentFacts("Tecken", "x", "x", LocalDate.of(2023, 1, 31)),
                        Optional.empty());

        for (PdfStandard standard : PdfStandard.values()) {
            assertThat(standard.faults(pdf)).isEmpty();
        }
        assertThat(every.codePoints().distinct().count()).isGreaterThan(2_000);
        assertThat(new OpenedPdf(pdf).tags().all("P").map(OpenedPdf.Tag::text))
                .allMatch(text -> OpenedPdf.packed(text).length() > 2_000);
    }

    /** Something that is done to a good file. */
    private interface Damage {
        void to(PDDocument document) throws IOException;
    }

    static Stream<Arguments> damages() {
        return Stream.of(
                damage("nothing", document -> {}, "", ""),
                damage("no tags", PdfStandardTest::removeTags, "6.7.3", "7.1"),
                damage(
                        "a font that is not embedded",
                        PdfStandardTest::removeFont,
                        "6.2.11",
                        "7.21"),
                damage("no language", catalog(COSName.LANG), "", "7.2"),
                damage("no metadata", catalog(COSName.METADATA), "6.6.2", "7.1"),
                damage("no colour profile", catalog(COSName.OUTPUT_INTENTS), "6.2.4", ""),
                damage("no title in its window", catalog(COSName.VIEWER_PREFERENCES), "", "7.1"),
                damage("text without a mark", PdfStandardTest::addUnmarkedText, "", "7.1"),
                damage("a script", PdfStandardTest::addScript, "6.5.1", ""));
    }

    private static Arguments damage(
            String what, Damage damage, String clauseOfArchive, String clauseOfAccessibility) {
        return arguments(what, damage, clauseOfArchive, clauseOfAccessibility);
    }

    @ParameterizedTest(name = "{0}: archive {2}, accessibility {3}")
    @MethodSource("damages")
    void whatBreaksAStandardIsFoundOut(
            String what, Damage damage, String clauseOfArchive, String clauseOfAccessibility)
            throws Exception {
        byte[] damaged = damaged(damage);

        assertFound(PdfStandard.ARCHIVE, clauseOfArchive, damaged);
        assertFound(PdfStandard.ACCESSIBILITY, clauseOfAccessibility, damaged);
    }

    private static void assertFound(PdfStandard standard, String clause, byte[] damaged)
            throws Exception {
        if (clause.isEmpty()) {
            assertThat(standard.faults(damaged)).isEmpty();
        } else {
            assertThat(standard.faults(damaged)).anyMatch(fault -> fault.startsWith(clause));
        }
    }

    private static byte[] damaged(Damage damage) throws IOException {
        try (PDDocument document =
                Loader.loadPDF(PdfInvoices.exporter().export(PdfInvoices.ORDINARY))) {
            damage.to(document);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static Damage catalog(COSName entry) {
        return document -> document.getDocumentCatalog().getCOSObject().removeItem(entry);
    }

    private static void removeTags(PDDocument document) {
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        catalog.getCOSObject().removeItem(COSName.STRUCT_TREE_ROOT);
        catalog.getCOSObject().removeItem(COSName.MARK_INFO);
    }

    private static void removeFont(PDDocument document) throws IOException {
        for (PDPage page : document.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                PDFont font = page.getResources().getFont(name);
                COSDictionary descriptor = font.getFontDescriptor().getCOSObject();
                descriptor.removeItem(COSName.FONT_FILE2);
            }
        }
    }

    private static void addUnmarkedText(PDDocument document) throws IOException {
        PDPage page = document.getPage(0);
        byte[] content;
        try (var stream = page.getContents()) {
            content = stream.readAllBytes();
        }
        PDStream longer = new PDStream(document);
        try (OutputStream bytes = longer.createOutputStream(COSName.FLATE_DECODE)) {
            bytes.write(content);
            bytes.write("\nBT /F1 9 Tf <0003> Tj ET\n".getBytes(StandardCharsets.US_ASCII));
        }
        page.setContents(longer);
    }

    private static void addScript(PDDocument document) {
        document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('hej')"));
    }
}
