package se.gits.costshare.export.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The program's own typeface, Liberation Sans, regular and bold; its widths are Arial's, which the
 * workbooks ask for.
 *
 * <p>Read once a thread: a font reads on in its bytes when a glyph is first asked for, which is no
 * work for two threads at once.
 */
final class ProgramFonts {

    private static final String FAMILY = "Liberation Sans";

    private static final ThreadLocal<ProgramFonts> OF_THREAD =
            ThreadLocal.withInitial(ProgramFonts::new);

    private final TrueTypeFont regular = read("LiberationSans-Regular.ttf");
    private final TrueTypeFont bold = read("LiberationSans-Bold.ttf");
    private final CmapLookup glyphsOfRegular = glyphs(regular);
    private final CmapLookup glyphsOfBold = glyphs(bold);

    private ProgramFonts() {}

    static ProgramFonts ofThisThread() {
        return OF_THREAD.get();
    }

    /** Whether both have a picture of the character. */
    boolean have(int codePoint) {
        return glyphsOfRegular.getGlyphId(codePoint) != 0
                && glyphsOfBold.getGlyphId(codePoint) != 0;
    }

    /** Lets a document be written with them; it will hold the glyphs that it uses. */
    void useIn(PDDocument document, PdfRendererBuilder renderer) throws IOException {
        use(regular, 400, document, renderer);
        use(bold, 700, document, renderer);
    }

    private static void use(
            TrueTypeFont font, int weight, PDDocument document, PdfRendererBuilder renderer)
            throws IOException {
        renderer.useFont(
                new PDFontSupplier(PDType0Font.load(document, font, true)),
                FAMILY,
                weight,
                FontStyle.NORMAL,
                true);
    }

    private static TrueTypeFont read(String name) {
        try (InputStream resource = ProgramFonts.class.getResourceAsStream(name)) {
            TrueTypeFont font =
                    new TTFParser().parse(new RandomAccessReadBuffer(resource.readAllBytes()));
            // Glyphs of several characters would be text that nobody can search for.
            font.setEnableGsub(false);
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own font cannot be read", e);
        }
    }

    private static CmapLookup glyphs(TrueTypeFont font) {
        try {
            return font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own font cannot be read", e);
        }
    }
}
