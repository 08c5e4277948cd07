package se.gits.costshare.export.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** A finished PDF as those who get it meet it: printed, searched, and read aloud. */
final class OpenedPdf {

    private static final float POINTS_PER_MM = 72 / 25.4f;

    private final String text;
    private final List<Glyph> glyphs = new ArrayList<>();
    private final Tag tags;
    private final List<String> artifacts = new ArrayList<>();
    private final int pageCount;
    private final String title;
    private final String language;
    private final int imageCount;

    /**
     * One printed character and where it stands, in millimetres from the page's upper left corner.
     *
     * @param bottom the line that it stands on
     */
    record Glyph(
            int page, String text, float left, float top, float right, float bottom, float points) {

        boolean overlaps(Glyph other) {
            return page == other.page
                    && left < other.right
                    && other.left < right
                    && top < other.bottom
                    && other.top < bottom;
        }
    }

    /**
     * A structure element.
     *
     * @param scope of a table's heading: Row or Column
     * @param own the text that stands directly in it
     */
    record Tag(String type, String scope, String own, List<Tag> kids) {

        /** All of its text, as it is read aloud. */
        String text() {
            return own + kids.stream().map(Tag::text).collect(Collectors.joining());
        }

        /** It and everything within it, in the order of reading. */
        Stream<Tag> all() {
            return Stream.concat(Stream.of(this), kids.stream().flatMap(Tag::all));
        }

        Stream<Tag> all(String ofType) {
            return all().filter(tag -> tag.type.equals(ofType));
        }
    }

    OpenedPdf(byte[] bytes) {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            Stripper stripper = new Stripper();
            text = stripper.getText(document);
            pageCount = document.getNumberOfPages();
            title = document.getDocumentInformation().getTitle();
            language = document.getDocumentCatalog().getLanguage();
            int images = 0;
            Map<COSDictionary, Map<Integer, String>> textOfMark = new HashMap<>();
            for (PDPage page : document.getPages()) {
                for (COSName ignored : page.getResources().getXObjectNames()) {
                    images++;
                }
                PDFMarkedContentExtractor marks = new PDFMarkedContentExtractor();
                marks.processPage(page);
                Map<Integer, String> ofPage = new HashMap<>();
                marks.getMarkedContents().forEach(mark -> read(mark, ofPage));
                textOfMark.put(page.getCOSObject(), ofPage);
            }
            imageCount = images;
            tags =
                    tag(
                            "Root",
                            "",
                            document.getDocumentCatalog().getStructureTreeRoot(),
                            null,
                            textOfMark);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(PDMarkedContent mark, Map<Integer, String> textOfMark) {
        StringBuilder inside = new StringBuilder();
        for (Object content : mark.getContents()) {
            if (content instanceof TextPosition position) {
                inside.append(position.getUnicode());
            } else if (content instanceof PDMarkedContent inner) {
                read(inner, textOfMark);
            }
        }
        if (mark.getMCID() >= 0) {
            textOfMark.put(mark.getMCID(), inside.toString());
        } else if (!inside.isEmpty()) {
            String kind = mark.getProperties().getNameAsString(COSName.SUBTYPE, "-");
            artifacts.add(kind + ": " + inside);
        }
    }

    private static Tag tag(
            String type,
            String scope,
            PDStructureNode node,
            COSDictionary page,
            Map<COSDictionary, Map<Integer, String>> textOfMark) {
        StringBuilder own = new StringBuilder();
        List<Tag> kids = new ArrayList<>();
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                COSDictionary ofElement =
                        element.getPage() == null ? page : element.getPage().getCOSObject();
                kids.add(
                        tag(
                                element.getStructureType(),
                                scope(element),
                                element,
                                ofElement,
                                textOfMark));
            } else if (kid instanceof PDMarkedContentReference reference) {
                own.append(
                        textOfMark
                                .get(reference.getPage().getCOSObject())
                                .get(reference.getMCID()));
            } else {
                own.append(textOfMark.get(page).get((Integer) kid));
            }
        }
        return new Tag(type, scope, own.toString(), kids);
    }

    private static String scope(PDStructureElement element) {
        return element.getCOSObject().getDictionaryObject(COSName.A) instanceof COSDictionary a
                ? a.getNameAsString("Scope", "")
                : "";
    }

    /** The text of all pages, those of head and foot too. */
    String text() {
        return text;
    }

    /** Every printed character, but for the watermark of a draft. */
    List<Glyph> glyphs() {
        return glyphs.stream().filter(glyph -> glyph.points < 40).toList();
    }

    /** The structure, from the root on. */
    Tag tags() {
        return tags;
    }

    /** What is read aloud, without what belongs to pages alone. */
    String readAloud() {
        return tags.text();
    }

    /** What belongs to pages alone, each with its kind before it. */
    List<String> artifacts() {
        return artifacts;
    }

    int pageCount() {
        return pageCount;
    }

    String title() {
        return title;
    }

    String language() {
        return language;
    }

    /** Pictures and forms. */
    int imageCount() {
        return imageCount;
    }

    /** A text without any space, since lines break anywhere. */
    static String packed(String text) {
        return text.replaceAll("[\\s\\u00A0]+", "");
    }

    private final class Stripper extends PDFTextStripper {

        @Override
        protected void processTextPosition(TextPosition position) {
            super.processTextPosition(position);
            if (!position.getUnicode().isBlank()) {
                float bottom = position.getYDirAdj() / POINTS_PER_MM;
                float left = position.getXDirAdj() / POINTS_PER_MM;
                glyphs.add(
                        new Glyph(
                                getCurrentPageNo(),
                                position.getUnicode(),
                                left,
                                bottom - position.getHeightDir() / POINTS_PER_MM,
                                left + position.getWidthDirAdj() / POINTS_PER_MM,
                                bottom,
                                position.getFontSizeInPt()));
            }
        }
    }
}
