package se.gits.costshare.export.excel;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;

/** A workbook's printed pages, by the sheet that they belong to. */
final class PrintedWorkbook {

    private static final String OVERFLOWN = "###";

    private final Map<String, List<Page>> pagesOfSheet = new LinkedHashMap<>();

    /**
     * A printed page.
     *
     * @param text all that stands on it
     * @param width in points
     * @param height in points
     */
    record Page(String text, int width, int height) {

        boolean isA4(boolean landscape) {
            int across = Math.round(PDRectangle.A4.getWidth());
            int along = Math.round(PDRectangle.A4.getHeight());
            return landscape
                    ? width == along && height == across
                    : width == across && height == along;
        }

        /**
         * Whether every word is on it, or as much of a long one as a narrow column's line holds.
         */
        boolean shows(String words) {
            for (String word : words.strip().split("\\s+")) {
                if (!text.contains(word.substring(0, Math.min(word.length(), 8)))) {
                    return false;
                }
            }
            return true;
        }

        /** Whether a number did not fit in its cell. */
        boolean isOverflown() {
            return text.contains(OVERFLOWN);
        }
    }

    /**
     * @param pdf with a bookmark at the first page of each sheet
     */
    PrintedWorkbook(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Map<Integer, String> sheetOfFirstPage = new LinkedHashMap<>();
            for (PDOutlineItem item :
                    document.getDocumentCatalog().getDocumentOutline().children()) {
                int page = document.getPages().indexOf(item.findDestinationPage(document));
                sheetOfFirstPage.put(page, item.getTitle());
            }
            List<Page> pages = List.of();
            for (int at = 0; at < document.getNumberOfPages(); at++) {
                if (sheetOfFirstPage.containsKey(at)) {
                    pages = new ArrayList<>();
                    pagesOfSheet.put(sheetOfFirstPage.get(at), pages);
                }
                pages.add(page(document, at));
            }
        }
    }

    /** A sheet's pages, in order; none if it is not printed. */
    List<Page> pages(String sheet) {
        return pagesOfSheet.getOrDefault(sheet, List.of());
    }

    private static Page page(PDDocument document, int at) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(at + 1);
        stripper.setEndPage(at + 1);
        // A printer joins some letters into one, such as f and i.
        String text = Normalizer.normalize(stripper.getText(document), Normalizer.Form.NFKC);
        PDRectangle box = document.getPage(at).getMediaBox();
        return new Page(text, Math.round(box.getWidth()), Math.round(box.getHeight()));
    }
}
