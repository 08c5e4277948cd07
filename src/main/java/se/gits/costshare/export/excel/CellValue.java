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
     * @param reference the cell's, {@code G7}
     */
    void writeTo(StringBuilder xml, String reference, int style) {
        xml.append("<c r=\"").append(reference).append("\" s=\"").append(style).append('"');
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
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '\r' -> xml.append("&#13;");
                case '\n', '\t' -> xml.append(c);
                default -> {
                    boolean pair =
                            Character.isHighSurrogate(c)
                                    && i + 1 < text.length()
                                    && Character.isLowSurrogate(text.charAt(i + 1));
                    if (pair) {
                        xml.append(c).append(text.charAt(++i));
                    } else {
                        xml.append(isAllowed(c) ? c : '?');
                    }
                }
            }
        }
    }

    private static boolean isAllowed(char c) {
        return c >= ' ' && !Character.isSurrogate(c) && c != '\uFFFE' && c != '\uFFFF';
    }
}
