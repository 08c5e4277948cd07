package se.gits.costshare.export.excel;

import java.util.OptionalInt;

/**
 * What a cell holds.
 *
 * @param value as the file has it; numbers by their decimal digits, since how a double is printed
 *     depends on the JDK
 * @param formula without {@code =}; empty where there is none
 */
record CellValue(Kind kind, String value, String formula) {

    /** What it is, with the letter that the file format has for it. */
    enum Kind {
        BLANK(""),
        TEXT("str"),
        NUMBER(""),
        TRUTH("b");

        private final String type;

        Kind(String type) {
            this.type = type;
        }
    }

    static final CellValue BLANK = new CellValue(Kind.BLANK, "", "");

    static CellValue text(String text) {
        return new CellValue(Kind.TEXT, text, "");
    }

    static CellValue number(String decimal) {
        return new CellValue(Kind.NUMBER, decimal, "");
    }

    static CellValue truth(boolean holds) {
        return new CellValue(Kind.TRUTH, holds ? "1" : "0", "");
    }

    /** The same, as the value of a formula. */
    CellValue by(String formulaOfIt) {
        return new CellValue(kind, value, formulaOfIt);
    }

    /** Whether it is a text that no formula computes. */
    boolean isOwnText() {
        return kind == Kind.TEXT && formula.isEmpty();
    }

    /**
     * Writes it as POI would.
     *
     * @param at the cell, {@code G7}
     * @param text the place of its own text among those that the sheets share
     */
    void writeKeptTo(StringBuilder xml, String at, int style, OptionalInt text) {
        xml.append("<c r=\"").append(at).append("\" s=\"").append(style).append('"');
        if (kind == Kind.BLANK) {
            xml.append("/>");
            return;
        }
        if (text.isPresent()) {
            xml.append(" t=\"s\"><v>").append(text.getAsInt()).append("</v></c>");
            return;
        }
        xml.append(" t=\"").append(kind == Kind.NUMBER ? "n" : kind.type).append("\">");
        if (!formula.isEmpty()) {
            xml.append("<f>");
            escapeAsLittle(formula, xml);
            xml.append("</f>");
        }
        if (value.isEmpty()) {
            xml.append("<v/></c>");
            return;
        }
        xml.append("<v>");
        escapeAsLittle(value, xml);
        xml.append("</v></c>");
    }

    /** As the XML library does with what stands in a formula of ours: these two are special. */
    private static void escapeAsLittle(String text, StringBuilder xml) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                default -> xml.append(c);
            }
        }
    }

    /**
     * Writes it as the file has it.
     *
     * @param column the cell's, {@code G}
     * @param row counted from 1
     */
    void writeTo(StringBuilder xml, String column, int row, int style) {
        xml.append("<c r=\"").append(column).append(row);
        xml.append("\" s=\"").append(style).append('"');
        if (kind == Kind.BLANK) {
            xml.append("/>");
            return;
        }
        boolean isOwnText = isOwnText();
        String type = isOwnText ? "inlineStr" : kind.type;
        if (!type.isEmpty()) {
            xml.append(" t=\"").append(type).append('"');
        }
        xml.append('>');
        if (isOwnText) {
            xml.append("<is><t xml:space=\"preserve\">");
            escape(value, xml);
            xml.append("</t></is></c>");
            return;
        }
        if (!formula.isEmpty()) {
            xml.append("<f>");
            escape(formula, xml);
            xml.append("</f>");
        }
        xml.append("<v>");
        escape(value, xml);
        xml.append("</v></c>");
    }

    /** What XML cannot hold becomes the sign for a lost character, as POI has it. */
    private static void escape(String text, StringBuilder xml) {
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isPlain(c)) {
                continue;
            }
            if (isPair(text, i)) {
                i++;
                continue;
            }
            xml.append(text, written, i).append(escaped(c));
            written = i + 1;
        }
        xml.append(text, written, text.length());
    }

    /** Most characters of most texts, in one comparison or two. */
    private static boolean isPlain(char c) {
        return c > '>' ? isAllowed(c) : c >= ' ' && c != '&' && c != '<' && c != '>';
    }

    private static boolean isPair(String text, int index) {
        return Character.isHighSurrogate(text.charAt(index))
                && index + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(index + 1));
    }

    private static String escaped(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '\r' -> "&#13;";
            case '\n' -> "\n";
            case '\t' -> "\t";
            default -> "?";
        };
    }

    private static boolean isAllowed(char c) {
        return !Character.isSurrogate(c) && c != '\uFFFE' && c != '\uFFFF';
    }
}
