package se.gits.costshare.export.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A finished page, read as a tree. */
final class OpenedPage {

    private OpenedPage() {}

    /** As XML, which forgives nothing that HTML would mend in silence. */
    static Document tree(String page) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    static List<Element> elements(Document tree, String name) {
        NodeList nodes = tree.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    static List<String> rows(Document tree, String table) {
        return elements(tree, "table").stream()
                .filter(element -> element.getAttribute("id").equals(table))
                .flatMap(
                        element -> {
                            NodeList rows = element.getElementsByTagName("tr");
                            List<String> texts = new ArrayList<>();
                            for (int i = 1; i < rows.getLength(); i++) {
                                texts.add(cells((Element) rows.item(i)));
                            }
                            return texts.stream();
                        })
                .toList();
    }

    private static String cells(Element row) {
        List<String> cells = new ArrayList<>();
        NodeList children = row.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            cells.add(children.item(i).getTextContent());
        }
        return String.join("|", cells).replace('\u00A0', ' ');
    }

    static List<String> headings(Document tree) {
        return elements(tree, "*").stream()
                .map(Element::getTagName)
                .filter(name -> name.matches("h[1-6]"))
                .toList();
    }

    static void assertEveryNamePointsSomewhere(Document tree) {
        Set<String> ids = new HashSet<>();
        for (Element element : elements(tree, "*")) {
            String id = element.getAttribute("id");
            assertThat(id.isEmpty() || ids.add(id)).as(id).isTrue();
        }
        for (Element element : elements(tree, "*")) {
            if (element.hasAttribute("aria-labelledby")) {
                assertThat(ids).contains(element.getAttribute("aria-labelledby").split(" "));
            }
            String address = element.getAttribute("href");
            if (address.startsWith("#")) {
                assertThat(ids).contains(address.substring(1));
            }
        }
    }
}
