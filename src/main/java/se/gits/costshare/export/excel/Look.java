package se.gits.costshare.export.excel;

/** How a cell looks. Few and shared: each is one style in the workbook. */
enum Look {
    TITLE(Face.TITLE, Format.TEXT, Frame.NONE),
    WARNING(Face.WARNING, Format.TEXT, Frame.NONE),
    SECTION(Face.SECTION, Format.TEXT, Frame.UNDERLINED),
    RIGHT_SECTION(Face.SECTION, Format.RIGHT_TEXT, Frame.UNDERLINED),
    LABEL(Face.LABEL, Format.TEXT, Frame.NONE),
    TEXT(Face.PLAIN, Format.TEXT, Frame.NONE),
    STRONG_TEXT(Face.BOLD, Format.TEXT, Frame.NONE),
    DATE(Face.PLAIN, Format.DATE, Frame.NONE),
    SENDER(Face.TOTAL, Format.TEXT, Frame.NONE),
    SUBTITLE(Face.SUBTITLE, Format.TEXT, Frame.NONE),
    BAND_LABEL(Face.NOTE, Format.TEXT, Frame.HEADING),
    BAND_TEXT(Face.TOTAL, Format.TEXT, Frame.HEADING),
    BAND_DATE(Face.TOTAL, Format.DATE, Frame.HEADING),
    BAND_AMOUNT(Face.TOTAL, Format.LEFT_AMOUNT, Frame.HEADING),

    HEADING(Face.BOLD, Format.TEXT, Frame.HEADING),
    NUMBER_HEADING(Face.BOLD, Format.RIGHT_TEXT, Frame.HEADING),
    INDENTED_HEADING(Face.BOLD, Format.INDENTED_TEXT, Frame.HEADING),
    CENTRED_HEADING(Face.BOLD, Format.CENTRED_TEXT, Frame.HEADING),
    GROUP_ROW(Face.BOLD, Format.TEXT, Frame.NONE),
    NOTE_ROW(Face.NOTE, Format.TEXT, Frame.NONE),
    RULED_NOTE_ROW(Face.NOTE, Format.TEXT, Frame.ROW),
    HOW_ROW(Face.NOTE, Format.INDENTED_TEXT, Frame.ROW),
    HOW_SUM(Face.NOTE, Format.INDENTED_TEXT, Frame.SUM),
    INDENTED_SECTION(Face.SECTION, Format.INDENTED_TEXT, Frame.UNDERLINED),
    TEXT_ROW(Face.PLAIN, Format.TEXT, Frame.ROW),
    INDENTED_TEXT_ROW(Face.PLAIN, Format.INDENTED_TEXT, Frame.ROW),
    STRONG_TEXT_ROW(Face.BOLD, Format.TEXT, Frame.ROW),
    RIGHT_TEXT_ROW(Face.PLAIN, Format.RIGHT_TEXT, Frame.ROW),
    CENTRED_TEXT_ROW(Face.PLAIN, Format.CENTRED_TEXT, Frame.ROW),
    LINK_ROW(Face.LINK, Format.TEXT, Frame.ROW),
    DATE_ROW(Face.PLAIN, Format.DATE, Frame.ROW),
    AMOUNT_ROW(Face.PLAIN, Format.AMOUNT, Frame.ROW),
    STRONG_AMOUNT_ROW(Face.BOLD, Format.AMOUNT, Frame.ROW),
    PERCENT_ROW(Face.PLAIN, Format.PERCENT, Frame.ROW),
    COUNT_ROW(Face.PLAIN, Format.COUNT, Frame.ROW),
    INHABITANTS_ROW(Face.PLAIN, Format.INHABITANTS, Frame.ROW),
    SHARE_ROW(Face.PLAIN, Format.SHARE, Frame.ROW),
    LONG_SHARE_ROW(Face.PLAIN, Format.LONG_SHARE, Frame.ROW),
    EXACT_AMOUNT_ROW(Face.PLAIN, Format.EXACT_AMOUNT, Frame.ROW),
    CHANGE_ROW(Face.PLAIN, Format.CHANGE, Frame.ROW),
    CHANGE_IN_PERCENT_ROW(Face.PLAIN, Format.CHANGE_IN_PERCENT, Frame.ROW),
    TRUTH_ROW(Face.BOLD, Format.TRUTH, Frame.ROW),

    TEXT_SUM(Face.BOLD, Format.TEXT, Frame.SUM),
    AMOUNT_SUM(Face.BOLD, Format.AMOUNT, Frame.SUM),
    INHABITANTS_SUM(Face.BOLD, Format.INHABITANTS, Frame.SUM),
    CHANGE_SUM(Face.BOLD, Format.CHANGE, Frame.SUM),
    CHANGE_IN_PERCENT_SUM(Face.BOLD, Format.CHANGE_IN_PERCENT, Frame.SUM),
    TRUTH_SUM(Face.BOLD, Format.TRUTH, Frame.SUM),
    TEXT_TOTAL(Face.TOTAL, Format.TEXT, Frame.TOTAL),
    AMOUNT_TOTAL(Face.TOTAL, Format.AMOUNT, Frame.TOTAL),
    TRUTH_TOTAL(Face.TOTAL, Format.TRUTH, Frame.TOTAL),

    REQUIRED_HEADING(Face.ON_ACCENT, Format.TEXT, Frame.REQUIRED),
    REQUIRED_NUMBER_HEADING(Face.ON_ACCENT, Format.OVER_TYPED, Frame.REQUIRED),
    OPTIONAL_HEADING(Face.PLAIN, Format.TEXT, Frame.OPTIONAL),
    OPTIONAL_NUMBER_HEADING(Face.PLAIN, Format.OVER_TYPED, Frame.OPTIONAL),
    TYPED_TEXT(Face.PLAIN, Format.TYPED_TEXT, Frame.NONE),
    TYPED_AMOUNT(Face.PLAIN, Format.TYPED_AMOUNT, Frame.NONE),
    TYPED_COUNT(Face.PLAIN, Format.TYPED_COUNT, Frame.NONE);

    /** The font. */
    enum Face {
        PLAIN(10, false, Colour.INK),
        BOLD(10, true, Colour.INK),
        LABEL(10, false, Colour.MUTED),
        NOTE(9, false, Colour.MUTED),
        LINK(10, false, Colour.ACCENT),
        SECTION(10, true, Colour.ACCENT),
        TOTAL(12, true, Colour.INK),
        SUBTITLE(12, true, Colour.ACCENT),
        TITLE(18, true, Colour.ACCENT),
        WARNING(14, true, Colour.ALARM),
        ON_ACCENT(10, true, Colour.PAPER),
        NOTE_HEADING(9, true, Colour.INK),
        NOTE_TEXT(9, false, Colour.INK);

        final int points;
        final boolean bold;
        final String colour;

        Face(int points, boolean bold, String colour) {
            this.points = points;
            this.bold = bold;
            this.colour = colour;
        }
    }

    /**
     * The number format and what goes with it. Amounts name the Swedish locale, so that they are
     * read as {@code 1 234,50} also where the spreadsheet itself is English. What is aligned to the
     * right ends in the width of two brackets, or it would run into the text of the next column.
     *
     * <p>A change shows its sign also where it is positive, or a reader would have to know that it
     * is one.
     *
     * <p>What people type has formats of its own: text stays as typed, and numbers are shown as
     * their own spreadsheet shows them.
     */
    enum Format {
        TEXT("General"),
        RIGHT_TEXT("@_)_)"),
        INDENTED_TEXT("General"),
        CENTRED_TEXT("General"),
        AMOUNT("[$-41D]#,##0.00_)_)"),
        LEFT_AMOUNT("[$-41D]#,##0.00\" SEK\""),
        DATE("yyyy\\-mm\\-dd"),
        PERCENT("0\" %\"_)_)"),
        COUNT("0_)_)"),
        INHABITANTS("[$-41D]#,##0_)_)"),
        SHARE("[$-41D]0.00\\ %_)_)"),
        LONG_SHARE("[$-41D]0.000000\\ %_)_)"),
        EXACT_AMOUNT("[$-41D]#,##0.000000_)_)"),
        CHANGE("[$-41D]+#,##0.00_)_);[$-41D]-#,##0.00_)_);[$-41D]0.00_)_)"),
        CHANGE_IN_PERCENT("[$-41D]+0.0\\ %_)_);[$-41D]-0.0\\ %_)_);[$-41D]0.0\\ %_)_)"),
        TRUTH("General"),
        TYPED_TEXT("@"),
        TYPED_AMOUNT("#,##0.00"),
        TYPED_COUNT("#,##0"),
        OVER_TYPED("General");

        final String code;

        Format(String code) {
            this.code = code;
        }
    }

    /** The lines and the ground around it. */
    enum Frame {
        NONE,
        UNDERLINED,
        HEADING,
        REQUIRED,
        OPTIONAL,
        ROW,
        SUM,
        TOTAL
    }

    /** Colours as red, green and blue. */
    static final class Colour {
        static final String PAPER = "FFFFFF";
        static final String INK = "1A1A1A";
        static final String MUTED = "595959";
        static final String ACCENT = "1F3864";
        static final String MIDDLE = "7F93B2";
        static final String ALARM = "C00000";
        static final String ALARM_GROUND = "FFC7CE";
        static final String HEADING_GROUND = "DDE5EE";
        static final String HAIRLINE = "BFBFBF";

        private Colour() {}
    }

    final Face face;
    final Format format;
    final Frame frame;

    Look(Face face, Format format, Frame frame) {
        this.face = face;
        this.format = format;
        this.frame = frame;
    }

    /** Whether it keeps from the cell beside it, which its format does not see to. */
    boolean isIndented() {
        return format == Format.INDENTED_TEXT
                || format == Format.TYPED_AMOUNT
                || format == Format.TYPED_COUNT
                || format == Format.OVER_TYPED;
    }

    /** Whether the cell holds text, which wraps within it. */
    boolean isText() {
        return format == Format.TEXT
                || format == Format.INDENTED_TEXT
                || format == Format.RIGHT_TEXT
                || format == Format.CENTRED_TEXT;
    }
}
