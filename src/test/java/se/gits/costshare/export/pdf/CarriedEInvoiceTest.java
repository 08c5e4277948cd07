package se.gits.costshare.export.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.YearMonth;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.gits.costshare.explanation.Explanations;
import se.gits.costshare.export.peppol.PeppolInvoice;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.run.Books;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.SmallInput;

/** The PDF of one who gets an e-invoice carries it, and is the archive's PDF all the same. */
class CarriedEInvoiceTest {

    private final Issuance january =
            new Books().issue(YearMonth.of(2023, 1), new SmallInput().inputs());
    private final PeppolInvoice eInvoice = new PeppolInvoice(Explanations.of(january));
    private final InvoicePdf exporter = new InvoicePdf(eInvoice);

    private Invoice to(String party) {
        return january.invoices().stream()
                .filter(invoice -> invoice.recipient().code().value().equals(party))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theSameDocumentLiesInThePdf() throws IOException {
        try (PDDocument document = Loader.loadPDF(exporter.export(to("1480")))) {
            Map<String, PDComplexFileSpecification> files =
                    document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();

            assertThat(files).containsOnlyKeys("e-faktura.xml");
            PDComplexFileSpecification file = files.get("e-faktura.xml");
            assertThat(file.getEmbeddedFile().toByteArray()).isEqualTo(eInvoice.export(to("1480")));
            assertThat(file.getEmbeddedFile().getSubtype()).isEqualTo("text/xml");
            assertThat(file.getCOSObject().getNameAsString("AFRelationship"))
                    .isEqualTo("Alternative");
            assertThat(
                            document.getDocumentCatalog()
                                    .getCOSObject()
                                    .getCOSArray(COSName.getPDFName("AF"))
                                    .size())
                    .isOne();
        }
    }

    @ParameterizedTest
    @EnumSource
    void itIsThePdfOfArchivesAndOfEveryReader(PdfStandard standard) throws Exception {
        assertThat(standard.faults(exporter.export(to("1480")))).isEmpty();
    }

    @Test
    void theSameInvoiceGivesTheSameBytes() {
        assertThat(exporter.export(to("1480")))
                .isEqualTo(
                        new InvoicePdf(new PeppolInvoice(Explanations.of(january)))
                                .export(to("1480")));
    }

    @Test
    void whoGetsNoneHasNothingInThePdf() throws IOException {
        try (PDDocument document = Loader.loadPDF(exporter.export(to("VGR")))) {
            assertThat(document.getDocumentCatalog().getNames()).isNull();
        }
    }
}
