package se.gits.costshare.export.pdf;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A page of HTML as a tagged PDF that is PDF/A-3a and PDF/UA-1.
 *
 * <p>The page is all there is: nothing is loaded that it refers to, from wherever. The same page
 * gives the same bytes.
 *
 * @see "ISO 19005-3 (PDF/A-3), level a"
 * @see "ISO 14289-1 (PDF/UA-1)"
 */
final class TaggedDocument {

    static {
        // It would write to the terminal by a handler of its own.
        XRLog.setLoggingEnabled(false);
    }

    private TaggedDocument() {}

    /**
     * Makes the file.
     *
     * @param html well-formed as XML
     * @param attachment the same for machines, where there is that
     */
    static byte[] of(String html, DocumentFacts facts, Optional<Attachment> attachment) {
        String page = PrintableText.of(html);
        try (PDDocument document = new PDDocument()) {
            render(parsed(page), document);
            TagTree.tidy(document);
            ColourProfile.addTo(document);
            document.setDocumentInformation(facts.asDictionary());
            document.getDocumentCatalog()
                    .setMetadata(new PDMetadata(document, new ByteArrayInputStream(facts.asXmp())));
            if (attachment.isPresent()) {
                attachment.get().addTo(document);
            }
            // The file's identity would else be the time.
            document.setDocumentId(
                    attachment
                            .map(file -> 31L * page.hashCode() + file.hashOfContent())
                            .orElse((long) page.hashCode()));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
    }

    private static void render(Document page, PDDocument document) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.withW3cDocument(page, "")
                .usePDDocument(document)
                .usePdfAConformance(PdfAConformance.PDFA_3_A)
                .usePdfUaAccessibility(true)
                .useUnicodeLineBreaker(TextBreaks.betweenWords())
                .useUnicodeCharacterBreaker(TextBreaks.withinWords())
                .useExternalResourceAccessControl(
                        (uri, type) -> false,
                        ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        ProgramFonts.ofThisThread().useIn(document, builder);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // The renderer writes metadata too, which are replaced. Left to itself it would ask the
        // slowest XML library on the class path for them, where the JDK's own is good enough.
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Document parsed(String page) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(page)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("The program's own page is not well-formed", e);
        }
    }
}
