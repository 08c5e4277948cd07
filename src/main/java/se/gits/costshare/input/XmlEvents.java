package se.gits.costshare.input;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The elements of an XML part, one after the other.
 *
 * <p>Office files have no document type: one that has is refused, and with it every entity, inside
 * or outside the file. So is what no spreadsheet program writes and a parser would fill its memory
 * with: a tag or a comment of megabytes, elements within elements without end.
 */
final class XmlEvents {

    /** Far deeper than any part of a workbook. */
    private static final int DEEPEST = 100;

    /** Longer than any tag, comment or piece of text. */
    private static final int LONGEST_EVENT = 1024 * 1024;

    private final Allowance characters;
    private final XMLStreamReader reader;
    private int depth;

    XmlEvents(InputStream in) throws IOException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        // Decoded here: what is no UTF-8 the parser would also write of on its own.
        characters =
                new Allowance(
                        new InputStreamReader(
                                withoutMark(in), StandardCharsets.UTF_8.newDecoder()));
        reader = factory.createXMLStreamReader(characters);
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

    /** How many characters the parser may take before it has told something. */
    private static final class Allowance extends FilterReader {

        private int left = LONGEST_EVENT;

        Allowance(Reader in) {
            super(in);
        }

        void renew() {
            left = LONGEST_EVENT;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(1);
            return read;
        }

        @Override
        public int read(char[] to, int offset, int length) throws IOException {
            int read = super.read(to, offset, length);
            count(read);
            return read;
        }

        private void count(int read) throws IOException {
            left -= read;
            if (left < 0) {
                throw new IOException("A tag, comment or text without end");
            }
        }
    }

    /** Moves on; false at the end. */
    boolean next() throws XMLStreamException {
        if (!reader.hasNext()) {
            return false;
        }
        characters.renew();
        switch (reader.next()) {
            case XMLStreamConstants.DTD ->
                    throw new XMLStreamException("A document type in an office file");
            case XMLStreamConstants.START_ELEMENT -> depth++;
            case XMLStreamConstants.END_ELEMENT -> depth--;
            default -> {
                // Text and comments lie on the same depth.
            }
        }
        if (depth > DEEPEST) {
            throw new XMLStreamException("Elements within elements without end");
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
