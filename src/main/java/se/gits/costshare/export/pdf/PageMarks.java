package se.gits.costshare.export.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * The marks in a page's content, which tell text of the document from what belongs to the page
 * alone (an artifact): head, foot, watermark, repeated headings, lines and grounds.
 *
 * <p>The renderer takes repeated headings for text, does not say what stands in a margin, and marks
 * every line that a table might have had. Here the first become artifacts, the second get their
 * kind, and marks around nothing are left out.
 *
 * @see "ISO 32000-1, 14.8.2.2: artifacts; ISO 14289-1, 7.8: running heads and feet"
 */
final class PageMarks {

    private static final COSName PAGINATION = COSName.getPDFName("Pagination");

    private final PDPage page;
    private final Set<Integer> repeated;
    private final List<Object> tokens;
    private final List<Object> written = new ArrayList<>();

    private PageMarks(PDPage page, Set<Integer> repeated) throws IOException {
        this.page = page;
        this.repeated = repeated;
        this.tokens = new PDFStreamParser(page).parse();
    }

    /**
     * Writes a page's content anew.
     *
     * @param repeated the numbers of the marks around repeated headings
     */
    static void rewrite(PDDocument document, PDPage page, Set<Integer> repeated)
            throws IOException {
        PageMarks marks = new PageMarks(page, repeated);
        marks.rewrite();
        PDStream content = new PDStream(document);
        try (OutputStream bytes = content.createOutputStream(COSName.FLATE_DECODE)) {
            new ContentStreamWriter(bytes).writeTokens(marks.written);
        }
        page.setContents(content);
        // What was kept there stands in the content now.
        page.getResources().getCOSObject().removeItem(COSName.PROPERTIES);
    }

    private void rewrite() throws IOException {
        for (int i = 0; i < tokens.size(); i++) {
            if (!isOperator(i, OperatorName.BEGIN_MARKED_CONTENT_SEQ)) {
                written.add(tokens.get(i));
                continue;
            }
            written.remove(written.size() - 1);
            COSName tag = (COSName) written.remove(written.size() - 1);
            COSDictionary properties = properties(tokens.get(i - 1));
            if (properties.containsKey(COSName.MCID)) {
                beginText(tag, properties.getInt(COSName.MCID));
            } else if (isOperator(i + 1, OperatorName.END_MARKED_CONTENT)) {
                i++;
            } else if (PAGINATION.equals(properties.getCOSName(COSName.TYPE))) {
                beginPagination(kindOfPagination(i));
            } else {
                begin(COSName.ARTIFACT, new COSDictionary());
            }
        }
    }

    private void beginText(COSName tag, int number) {
        if (repeated.contains(number)) {
            beginPagination("");
        } else {
            COSDictionary properties = new COSDictionary();
            properties.setItem(COSName.MCID, COSInteger.get(number));
            begin(tag, properties);
        }
    }

    private void beginPagination(String kind) {
        COSDictionary properties = new COSDictionary();
        properties.setItem(COSName.TYPE, PAGINATION);
        if (!kind.isEmpty()) {
            properties.setName(COSName.SUBTYPE, kind);
        }
        begin(COSName.ARTIFACT, properties);
    }

    private void begin(COSName tag, COSDictionary properties) {
        written.add(tag);
        written.add(properties);
        written.add(Operator.getOperator(OperatorName.BEGIN_MARKED_CONTENT_SEQ));
    }

    /** A watermark is turned; a head and a foot are told apart by where their text stands. */
    private String kindOfPagination(int begin) {
        int i = begin;
        while (!isOperator(i, OperatorName.SET_MATRIX)) {
            if (isOperator(i, OperatorName.CONCAT)) {
                return "Watermark";
            }
            i++;
        }
        float up = ((COSNumber) tokens.get(i - 1)).floatValue();
        return up > page.getMediaBox().getHeight() / 2 ? "Header" : "Footer";
    }

    private COSDictionary properties(Object operand) {
        return operand instanceof COSName name
                ? page.getResources().getProperties(name).getCOSObject()
                : (COSDictionary) operand;
    }

    private boolean isOperator(int index, String name) {
        return tokens.get(index) instanceof Operator operator && operator.getName().equals(name);
    }
}
