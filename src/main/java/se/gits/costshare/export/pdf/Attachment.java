package se.gits.costshare.export.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/**
 * A file that a PDF carries: the same content in another form.
 *
 * @param name as the reader of the PDF sees it
 * @param description what it is, in words
 * @param content XML
 * @param date when it was made: the invoice date
 * @see "ISO 19005-3, 6.8: embedded files"
 */
record Attachment(String name, String description, byte[] content, LocalDate date) {

    /** What the content is to the PDF: the same in a form for machines. */
    private static final COSName RELATIONSHIP = COSName.getPDFName("AFRelationship");

    private static final COSName ASSOCIATED = COSName.getPDFName("AF");

    void addTo(PDDocument document) throws IOException {
        PDEmbeddedFile file =
                new PDEmbeddedFile(
                        document, new ByteArrayInputStream(content), COSName.FLATE_DECODE);
        file.setSubtype("text/xml");
        file.setSize(content.length);
        // A calendar would bring the machine's time zone and locale.
        file.getCOSObject()
                .setEmbeddedString(COSName.PARAMS, COSName.MOD_DATE, DocumentFacts.pdfTime(date));
        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        specification.setFile(name);
        specification.setFileUnicode(name);
        specification.setFileDescription(description);
        specification.setEmbeddedFile(file);
        specification.setEmbeddedFileUnicode(file);
        specification.getCOSObject().setName(RELATIONSHIP, "Alternative");
        PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of(name, specification));
        PDDocumentNameDictionary names =
                new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(files);
        document.getDocumentCatalog().setNames(names);
        COSArray associated = new COSArray();
        associated.add(specification);
        document.getDocumentCatalog().getCOSObject().setItem(ASSOCIATED, associated);
    }

    int hashOfContent() {
        return Arrays.hashCode(content);
    }
}
