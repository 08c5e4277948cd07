package se.gits.costshare.export.pdf;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;

/**
 * The tags of a document, as they are to be read aloud: a table's headings once, though they are
 * printed again on each of its pages, and no head or foot of a table that has none.
 */
final class TagTree {

    private final PDStructureTreeRoot root;
    private final Map<COSDictionary, Set<Integer>> repeatedOnPage = new HashMap<>();

    private TagTree(PDStructureTreeRoot root) {
        this.root = root;
    }

    /** Puts the tags of a document right, and its pages with them. */
    static void tidy(PDDocument document) throws IOException {
        TagTree tree = new TagTree(document.getDocumentCatalog().getStructureTreeRoot());
        tree.tidy(tree.root, false);
        for (PDPage page : document.getPages()) {
            Set<Integer> repeated = tree.repeatedOnPage.getOrDefault(page.getCOSObject(), Set.of());
            tree.forget(repeated, page);
            PageMarks.rewrite(document, page, repeated);
        }
    }

    private void tidy(PDStructureNode node, boolean ofHeadings) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                String type = element.getStructureType();
                tidy(element, ofHeadings || type.equals(StandardStructureTypes.T_HEAD));
                if (isHeadOrFoot(type) && element.getKids().isEmpty()) {
                    node.removeKid(element);
                }
            } else if (ofHeadings && kid instanceof PDMarkedContentReference repeated) {
                // What stands on the heading's own page is referred to by its number alone.
                ((PDStructureElement) node).removeKid(repeated);
                repeatedOnPage
                        .computeIfAbsent(repeated.getPage().getCOSObject(), page -> new TreeSet<>())
                        .add(repeated.getMCID());
            }
        }
    }

    private static boolean isHeadOrFoot(String type) {
        return type.equals(StandardStructureTypes.T_HEAD)
                || type.equals(StandardStructureTypes.T_FOOT);
    }

    /** Content that is no longer tagged has no element to lead back to. */
    private void forget(Set<Integer> marks, PDPage page) {
        COSArray ofPages = root.getParentTree().getCOSObject().getCOSArray(COSName.NUMS);
        COSArray elements = (COSArray) ofPages.getObject(2 * page.getStructParents() + 1);
        marks.forEach(mark -> elements.set(mark, COSNull.NULL));
    }
}
