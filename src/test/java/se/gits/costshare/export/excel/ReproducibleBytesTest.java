package se.gits.costshare.export.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.gits.costshare.export.Exported;
import se.gits.costshare.export.Exporters;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.report.SmallYear;
import se.gits.costshare.run.ActKind;
import se.gits.costshare.run.Issuance;

class ReproducibleBytesTest {

    private static final Issuance JANUARY = SampleIssuances.january();

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
        "Asia/Tokyo, ja-JP",
        "America/New_York, tr-TR",
        "Europe/Stockholm, sv-SE",
        "Asia/Riyadh, ar-SA-u-nu-arab"
    })
    void areTheSameInEveryTimeZoneAndLocale(String otherZone, String otherLocale) {
        byte[] invoice = invoice();
        byte[] summary = summary();
        byte[] simulation = SampleSimulations.otherShares();
        byte[] report = ReportWorkbookTest.workbook(SmallYear.ofApril());
        List<String> settlement = settlement();

        TimeZone.setDefault(TimeZone.getTimeZone(otherZone));
        Locale.setDefault(Locale.forLanguageTag(otherLocale));

        assertThat(invoice()).isEqualTo(invoice);
        assertThat(summary()).isEqualTo(summary);
        assertThat(SampleSimulations.otherShares()).isEqualTo(simulation);
        assertThat(ReportWorkbookTest.workbook(SmallYear.ofApril())).isEqualTo(report);
        assertThat(settlement()).isEqualTo(settlement);
    }

    @Test
    void areTheSameFromTwoThreadsAtOnce() throws Exception {
        List<byte[]> alone = new ArrayList<>();
        for (Invoice invoice : JANUARY.invoices()) {
            alone.add(new InvoiceWorkbook(JANUARY).export(invoice));
        }
        InvoiceWorkbook shared = new InvoiceWorkbook(JANUARY);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<byte[]>> together = new ArrayList<>();
            for (Invoice invoice : JANUARY.invoices()) {
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
    void partsComeInOrderAndCarryOneFixedTime() throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(summary()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                assertThat(entry.getTimeLocal()).isEqualTo(LocalDateTime.of(1980, 2, 1, 0, 0));
                assertThat(entry.getExtra()).isNull();
            }
        }
        assertThat(names.get(0)).isEqualTo("[Content_Types].xml");
        assertThat(names.subList(1, names.size())).isSorted();
    }

    @Test
    void tellTheInvoiceDateAndNoVersionOrPerson() throws IOException {
        String core = OpenedWorkbook.part(invoice(), "docProps/core.xml");

        assertThat(core)
                .contains(">2023-01-31T00:00:00Z</dcterms:created>")
                .contains(">2023-01-31T00:00:00Z</dcterms:modified>")
                .contains("<dc:creator>GITS</dc:creator>")
                .contains("<dc:title>Faktura 202300001</dc:title>")
                .doesNotContain(System.getProperty("user.name"));
        assertThat(OpenedWorkbook.part(invoice(), "docProps/app.xml"))
                .doesNotContainPattern("[0-9]\\.[0-9]+\\.");
    }

    @Test
    void differWhereTheInvoiceDiffers() throws IOException {
        byte[] other = new InvoiceWorkbook(JANUARY).export(JANUARY.invoices().get(1));

        assertThat(WorkbookContent.sha256(other)).isNotEqualTo(WorkbookContent.sha256(invoice()));
    }

    /** The hash of every file of a settlement as a whole. */
    private static List<String> settlement() {
        Issuance settlement = SampleIssuances.settlement();
        return Exporters.ofAct(ActKind.SETTLEMENT).stream()
                .filter(exporter -> exporter.isMadeFor(settlement))
                .map(exporter -> InputFile.sha256(Exported.by(exporter, settlement)))
                .toList();
    }

    private static byte[] invoice() {
        return new InvoiceWorkbook(JANUARY).export(JANUARY.invoices().get(0));
    }

    private static byte[] summary() {
        return Exported.by(new SummaryWorkbook(), JANUARY);
    }
}
