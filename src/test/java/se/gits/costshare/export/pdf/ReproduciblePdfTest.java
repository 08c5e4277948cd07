package se.gits.costshare.export.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.gits.costshare.export.excel.SampleIssuances;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.invoice.Invoice;

class ReproduciblePdfTest {

    private final TimeZone zone = TimeZone.getDefault();
    private final Locale locale = Locale.getDefault();

    @AfterEach
    void restore() {
        TimeZone.setDefault(zone);
        Locale.setDefault(locale);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "UTC, en-US",
        "Asia/Tokyo, ja-JP-u-ca-japanese",
        "Asia/Bangkok, th-TH-u-ca-buddhist-nu-thai",
        "America/New_York, tr-TR",
        "Europe/Stockholm, sv-SE",
        "Asia/Riyadh, ar-SA-u-nu-arab"
    })
    void areTheSameInEveryTimeZoneAndLocale(String otherZone, String otherLocale) throws Exception {
        List<String> here = inAThreadOfItsOwn();

        TimeZone.setDefault(TimeZone.getTimeZone(otherZone));
        Locale.setDefault(Locale.forLanguageTag(otherLocale));

        assertThat(inAThreadOfItsOwn()).isEqualTo(here);
    }

    /** Fonts are read anew, as in another process: what they hold are dates among other things. */
    private static List<String> inAThreadOfItsOwn() throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            return thread.submit(
                            () ->
                                    PdfInvoices.all().values().stream()
                                            .map(PdfInvoices.exporter()::export)
                                            .map(InputFile::sha256)
                                            .toList())
                    .get();
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    void areTheSameFromSeveralThreadsAtOnce() throws Exception {
        List<Invoice> invoices = SampleIssuances.january().invoices();
        InvoicePdf shared = PdfInvoices.exporter();
        List<byte[]> alone = invoices.stream().map(shared::export).toList();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<byte[]>> together = new ArrayList<>();
            for (Invoice invoice : invoices) {
                together.add(threads.submit(() -> shared.export(invoice)));
            }
            for (int i = 0; i < alone.size(); i++) {
                assertThat(together.get(i).get()).isEqualTo(alone.get(i));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void tellTheInvoiceDateAndNoVersionOrPerson() throws Exception {
        byte[] bytes = PdfInvoices.exporter().export(PdfInvoices.ORDINARY);
        try (PDDocument document = Loader.loadPDF(bytes)) {
            var information = document.getDocumentInformation();
            assertThat(information.getCustomMetadataValue("CreationDate"))
                    .isEqualTo("D:20230131000000Z");
            assertThat(information.getCustomMetadataValue("ModDate"))
                    .isEqualTo("D:20230131000000Z");
            assertThat(information.getProducer()).isEqualTo("GITS kostnadsfördelning");
            assertThat(information.getAuthor()).isEqualTo("Västra Götalandsregionen, GITS");
            String xmp =
                    new String(
                            document.getDocumentCatalog().getMetadata().toByteArray(),
                            StandardCharsets.UTF_8);
            assertThat(xmp)
                    .contains("<xmp:CreateDate>2023-01-31T00:00:00Z</xmp:CreateDate>")
                    .contains("<xmp:ModifyDate>2023-01-31T00:00:00Z</xmp:ModifyDate>")
                    .doesNotContain(System.getProperty("user.name") + "<", "openhtmltopdf");
        }
    }

    @Test
    void differWhereTheInvoiceDiffers() {
        List<Invoice> invoices = SampleIssuances.january().invoices();

        assertThat(PdfInvoices.exporter().export(invoices.get(0)))
                .isNotEqualTo(PdfInvoices.exporter().export(invoices.get(1)));
    }
}
