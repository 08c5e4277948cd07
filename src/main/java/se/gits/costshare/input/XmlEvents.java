package se.gits.costshare.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The elements of an XML part, one after the other.
 *
 * <p>Office files have no document type: one that has is refused, and with it every entity, inside
 * or outside the file.
 */
final class XmlEvents {

    private final XMLStreamReader reader;

    XmlEvents(InputStream in) throws IOException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        // Decoded here: what is no UTF-8 the parser would also write of on its own.
        reader =
                factory.createXMLStreamReader(
                        new InputStreamReader(
                                withoutMark(in), StandardCharsets.UTF_8.newDecoder()));
    }

    /** SCB's files, as others made with .NET, begin some parts with a byte order mark. */
    private static InputStream withoutMark(InputStream in) throws IOException {
        PushbackInputStream stream = new PushbackInputStream(in, 3);
        byte[] start = stream.readNBytes(3);
        if (!TextFile.startsWith(start, 0xEF, 0xBB, 0xBF)) {
            stream.unread(start);
        }
        return stream;
    }

    /** Moves on; false at the end. */
    boolean next() throws XMLStreamException {
        if (!reader.hasNext()) {
            return false;
        }
        if (reader.next() == XMLStreamConstants.DTD) {
            throw new XMLStreamException("A document type in an office file");
        }
        return true;
    }

    boolean starts(String element) {
        return reader.isStartElement() && reader.getLocalName().equals(element);
    }

    boolean ends(String element) {
        return reader.isEndElement() && reader.getLocalName().equals(element);
    }

    boolean isText() {
        return reader.isCharacters();
    }

    String text() {
        return reader.getText();
    }

    /** An attribute's value, whatever its namespace; empty where there is none. */
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }

    /** Whether an attribute is set: {@code 1} or {@code true}. */
    boolean isSet(String name) {
        String value = attribute(name);
        return value.equals("1") || value.equals("true");
    }
}
