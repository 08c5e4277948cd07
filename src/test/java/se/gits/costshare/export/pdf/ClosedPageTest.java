package se.gits.costshare.export.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text is nothing but text, and a page is all there is: nothing is loaded that it refers to. */
class ClosedPageTest {

    private static final DocumentFacts FACTS =
            new DocumentFacts("x", "x", "x", LocalDate.of(2023, 1, 31));

    @TempDir Path folder;

    private final Set<String> asked = new ConcurrentSkipListSet<>();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    asked.add(exchange.getRequestURI().getPath());
                    exchange.sendResponseHeaders(404, -1);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    static Stream<String> markup() {
        return Stream.of(
                "<img src=\"http://127.0.0.1/x.png\"/>",
                "<img src='file:///etc/hostname'>",
                "</p></td></tr></table></body></html>",
                "<style>body { display: none }</style>",
                "<script>alert(1)</script>",
                "</style><link rel=\"stylesheet\" href=\"x.css\"/>",
                "]]> <!-- --> <![CDATA[ <?xml?> <!DOCTYPE html>",
                "&amp; &lt; &#x202E; &eacute; &ohno;",
                "{{title}} {{{title}}} {{#x}}",
                "url(http://127.0.0.1/x) @import 'x'; } p { color: red",
                "\"quoted\" 'quoted' `quoted` = \\");
    }

    @ParameterizedTest
    @MethodSource("markup")
    void whatLooksLikeMarkupIsText(String text) {
        OpenedPdf hostile = new OpenedPdf(PdfInvoices.exporter().export(PdfInvoices.named(text)));
        OpenedPdf harmless =
                new OpenedPdf(PdfInvoices.exporter().export(PdfInvoices.named("Namn")));

        String packed = OpenedPdf.packed(text);
        String read = OpenedPdf.packed(hostile.readAloud());
        assertThat(read.split(Pattern.quote(packed), -1))
                .as("how often it is read")
                .hasSameSizeAs(OpenedPdf.packed(harmless.readAloud()).split("Namn", -1));
        assertThat(hostile.title()).isEqualTo("Faktura 202300031, " + text);
        assertThat(hostile.imageCount()).isZero();
        assertThat(hostile.tags().all().map(OpenedPdf.Tag::type))
                .containsExactlyElementsOf(harmless.tags().all().map(OpenedPdf.Tag::type).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=\"URL/bild.png\" alt=\"x\"/>",
                "<img src=\"data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=\" alt=\"x\"/>",
                "<div style=\"background-image: url(URL/grund.png); height: 10mm\">x</div>",
                "<div style=\"content: url(URL/innehall.png)\">x</div>",
                "<ul style=\"list-style-image: url(URL/lista.png)\"><li>x</li></ul>",
                "<object data=\"URL/objekt.pdf\" type=\"application/pdf\">x</object>",
                "<iframe src=\"URL/ram.html\">x</iframe>",
                "<embed src=\"URL/inbaddat.pdf\"/>"
            })
    void nothingIsLoadedThatABodyRefersTo(String body) throws IOException {
        Path picture = Files.write(folder.resolve("bild.png"), new byte[] {1});

        for (String url :
                new String[] {address(), folder.toUri() + ".", "jar:" + address() + "!"}) {
            OpenedPdf opened = new OpenedPdf(page("", body.replace("URL", url)));
            assertThat(opened.imageCount()).isZero();
        }
        assertThat(asked).isEmpty();
        assertThat(picture).exists();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<link rel=\"stylesheet\" href=\"URL/x.css\"/>",
                "<style>@import url(URL/x.css);</style>",
                "<style>@font-face { font-family: x; src: url(URL/x.ttf) } p { font-family: x,"
                        + " 'Liberation Sans' }"
                        + " </style>",
                "<style>p { content: \"\" } p:before { content: url(URL/x.png) }</style>"
            })
    void nothingIsLoadedThatAHeadRefersTo(String head) throws IOException {
        Files.writeString(folder.resolve("x.css"), "p:before { content: \"LÄCKA\" }");

        for (String url : new String[] {address(), folder.toUri() + "."}) {
            OpenedPdf opened = new OpenedPdf(page(head.replace("URL", url), "<p>rent</p>"));
            assertThat(opened.text().strip()).isEqualTo("rent");
        }
        assertThat(asked).isEmpty();
    }

    /** The traps are none if nothing walks into them. */
    @Test
    void aRendererLeftToItselfWouldHaveLoadedIt() throws IOException {
        Files.writeString(folder.resolve("x.css"), "p:before { content: \"LÄCKA\" }");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new PdfRendererBuilder()
                .withHtmlContent(
                        html(
                                "<link rel=\"stylesheet\" href=\"" + folder.toUri() + "x.css\"/>",
                                "<p>rent</p><img src=\"" + address() + "/bild.png\"/>"),
                        "")
                .toStream(bytes)
                .run();

        assertThat(asked).containsExactly("/bild.png");
        try (var document = Loader.loadPDF(bytes.toByteArray())) {
            assertThat(new PDFTextStripper().getText(document)).contains("LÄCKA");
        }
    }

    /** Not even the program's own files, once they are read. */
    @Test
    void anInvoiceReadsNoFileAndOpensNoConnection() throws Exception {
        InvoicePdf exporter = PdfInvoices.exporter();
        byte[] before = exporter.export(PdfInvoices.named("<img src=\"" + address() + "/x\"/>"));

        Path record = folder.resolve("spår.jfr");
        try (Recording recording = new Recording()) {
            for (String event :
                    new String[] {
                        "jdk.FileRead", "jdk.FileWrite", "jdk.SocketRead", "jdk.SocketWrite"
                    }) {
                recording.enable(event).withoutThreshold().withoutStackTrace();
            }
            recording.start();
            byte[] again = exporter.export(PdfInvoices.named("<img src=\"" + address() + "/x\"/>"));
            Files.readAllBytes(Path.of("pom.xml"));
            recording.stop();
            recording.dump(record);
            assertThat(again).isEqualTo(before);
        }

        assertThat(RecordingFile.readAllEvents(record).stream().map(ClosedPageTest::told))
                // Of the class path more may be needed at any time.
                .filteredOn(told -> !told.endsWith(".jar"))
                .containsOnly("jdk.FileRead pom.xml");
    }

    private static String told(RecordedEvent event) {
        String path = event.hasField("path") ? event.getString("path") : event.getString("host");
        return event.getEventType().getName() + " " + path;
    }

    private String address() {
        return "http://"
                + server.getAddress().getAddress().getHostAddress()
                + ":"
                + server.getAddress().getPort();
    }

    private static byte[] page(String head, String body) {
        return TaggedDocument.of(html(head, body), FACTS, Optional.empty());
    }

    private static String html(String head, String body) {
        return "<html lang=\"sv-SE\"><head><title>x</title>"
                + "<style>body { font-family: \"Liberation Sans\" }</style>"
                + head
                + "</head><body>"
                + body
                + "</body></html>";
    }
}
