package se.gits.costshare.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** The texts of a workbook, which its cells refer to by number. */
record SharedTexts(List<String> texts) {

    static SharedTexts read(WorkbookParts parts, WorkbookDirectory directory)
            throws IOException, XMLStreamException, Sheet.TooLarge {
        List<String> texts = new ArrayList<>();
        if (directory.sharedTexts().isEmpty()) {
            return new SharedTexts(texts);
        }
        try (InputStream in = parts.open(directory.sharedTexts().get())) {
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

        private final StringBuilder text = new StringBuilder();
        private boolean inRun;
        private boolean inAid;

        void see(XmlEvents xml) {
            if (xml.starts("rPh") || xml.ends("rPh")) {
                inAid = xml.starts("rPh");
            } else if (xml.starts("t") || xml.ends("t")) {
                inRun = xml.starts("t");
            } else if (inRun && !inAid && xml.isText()) {
                text.append(xml.text());
            }
        }

        /** The text so far; the next begins anew. */
        String take() {
            String taken = text.toString();
            text.setLength(0);
            return taken;
        }
    }
}
