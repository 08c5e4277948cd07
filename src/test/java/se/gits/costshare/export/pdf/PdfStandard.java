package se.gits.costshare.export.pdf;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** The standards that an invoice's PDF keeps, by the verdict of veraPDF. */
enum PdfStandard {
    ARCHIVE(PDFAFlavour.PDFA_3_A),
    ACCESSIBILITY(PDFAFlavour.PDFUA_1);

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private final PDFAFlavour flavour;

    PdfStandard(PDFAFlavour flavour) {
        this.flavour = flavour;
    }

    /** What is wrong with a file, one line a broken rule: its clause and what it says. */
    List<String> faults(byte[] pdf) throws Exception {
        try (PDFAParser parser =
                        Foundries.defaultInstance()
                                .createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(failed -> failed.getRuleId().getClause() + " " + failed.getMessage())
                    .distinct()
                    .toList();
        }
    }
}
