package se.gits.costshare.export.excel;

import org.apache.poi.xssf.usermodel.XSSFCell;

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

    /** Puts it into a cell that is kept. */
    void putInto(XSSFCell cell) {
        if (!formula.isEmpty()) {
            cell.setCellFormula(formula);
        }
        switch (kind) {
            case BLANK -> cell.setBlank();
            case TEXT -> cell.setCellValue(value);
            case NUMBER -> {
                cell.setCellValue(0);
                cell.getCTCell().setV(value);
            }
            case TRUTH -> cell.setCellValue(value.equals("1"));
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
        boolean isOwnText = kind == Kind.TEXT && formula.isEmpty();
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
