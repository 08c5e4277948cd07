package se.gits.costshare.export.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;

/**
 * What the colours of a document mean: those of sRGB, by a profile that comes with the program.
 *
 * <p>The profile is made from the numbers of IEC 61966-2-1. It is written as it is: PDFBox would
 * let the JDK read it first, and each JDK writes it in its own way.
 *
 * @see "ISO 19005-3, 6.2.3: output intent"
 */
final class ColourProfile {

    private static final String NAME = "sRGB IEC61966-2.1";

    private static final byte[] SRGB = srgb();

    private ColourProfile() {}

    static void addTo(PDDocument document) throws IOException {
        PDStream profile =
                new PDStream(document, new ByteArrayInputStream(SRGB), COSName.FLATE_DECODE);
        profile.getCOSObject().setInt(COSName.N, 3);
        COSDictionary entries = new COSDictionary();
        entries.setItem(COSName.TYPE, COSName.OUTPUT_INTENT);
        entries.setItem(COSName.S, COSName.GTS_PDFA1);
        entries.setItem(COSName.DEST_OUTPUT_PROFILE, profile);
        PDOutputIntent intent = new PDOutputIntent(entries);
        intent.setOutputConditionIdentifier(NAME);
        intent.setInfo(NAME);
        document.getDocumentCatalog().addOutputIntent(intent);
    }

    private static byte[] srgb() {
        try (InputStream resource = ColourProfile.class.getResourceAsStream("sRGB.icc")) {
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own colour profile cannot be read", e);
        }
    }
}
