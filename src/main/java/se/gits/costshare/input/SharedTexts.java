package se.gits.costshare.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** The texts of a workbook, which its cells refer to by number. */
record SharedTexts(List<String> texts) {

    static SharedTexts read(WorkbookParts parts, WorkbookDirectory directory)
            throws IOException, XMLStreamException, Sheet.TooLarge {
        List<String> texts = new ArrayList<>();
        if (directory.sharedTexts().isEmpty()) {
            return new SharedTexts(texts);
        }
        try (InputStream in =
                parts.open(directory.sharedTexts().get(), WorkbookParts.MOST_BYTES_OF_TEXTS)) {
            XmlEvents xml = new XmlEvents(in);
            RichText text = new RichText();
            while (xml.next()) {
                text.see(xml);
                if (xml.ends("si")) {
                    texts.add(text.take());
                    if (texts.size() > Sheet.MOST_CELLS) {
                        throw new Sheet.TooLarge();
                    }
                }
            }
        }
        return new SharedTexts(texts);
    }

    String get(String number) {
        return texts.get(Integer.parseInt(number));
    }

    /** Puts together the runs of a text, without the reading aids of Japanese. */
    static final class RichText {

        /** What a cell of a spreadsheet program holds. */
        static final int LONGEST = 32_767;

        /** How a workbook writes what XML cannot hold, {@code _x000D_} for a line's return. */
        private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

        private final StringBuilder text = new StringBuilder();
        private boolean inRun;
        private boolean inAid;

        void see(XmlEvents xml) throws XMLStreamException {
            if (xml.starts("rPh") || xml.ends("rPh")) {
                inAid = xml.starts("rPh");
            } else if (xml.starts("t") || xml.ends("t")) {
                inRun = xml.starts("t");
            } else if (inRun && !inAid && xml.isText()) {
                append(text, xml);
            }
        }

        /** Adds a piece of text, up to what a cell can hold. */
        static void append(StringBuilder text, XmlEvents xml) throws XMLStreamException {
            text.append(xml.text());
            // An escaped sign takes seven letters for one.
            if (text.length() > 7 * LONGEST) {
                throw new XMLStreamException("A text longer than any cell's");
            }
        }

        /** The text so far; the next begins anew. */
        String take() {
            String taken = plain(text.toString());
            text.setLength(0);
            return taken;
        }

        /** The text with what a workbook escapes as it was. */
        static String plain(String text) {
            return text.indexOf("_x") < 0
                    ? text
                    : ESCAPED.matcher(text)
                            .replaceAll(
                                    sign ->
                                            Matcher.quoteReplacement(
                                                    String.valueOf(
                                                            (char)
                                                                    Integer.parseInt(
                                                                            sign.group(1), 16))));
        }
    }
}
