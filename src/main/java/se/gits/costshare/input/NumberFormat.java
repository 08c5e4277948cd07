package se.gits.costshare.input;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * How a workbook shows a number, and so what the number means: an amount, percent, a date, a code
 * with its zeros in front.
 *
 * @see "ECMA-376, Office Open XML, part 1, 18.8.30 (numFmt)"
 */
final class NumberFormat {

    /** Excel shows no more; what binary fractions add beyond, nobody wrote. */
    private static final int DIGITS_OF_EXCEL = 15;

    private static final MathContext AS_EXCEL =
            new MathContext(DIGITS_OF_EXCEL, RoundingMode.HALF_UP);

    /** What stands in quotation marks or after a backslash is shown as it is. */
    private static final Pattern LITERAL =
            Pattern.compile("\"([^\"]*)\"|\\\\(.)|\\[\\$([^\\]-]*)[^\\]]*]");

    /** Colours and conditions, room for a sign, a sign that fills the cell. */
    private static final Pattern UNSEEN = Pattern.compile("\\[[^\\]]*]|_.|\\*.");

    private static final Pattern CONDITION = Pattern.compile("\\[[<>=]");
    private static final Pattern SECTION =
            Pattern.compile("(?:\"[^\"]*\"|\\\\.|\\[[^\\]]*]|[^;])*");

    /** A format for codes: zeros, with signs between them, as in 0000 or 000 00. */
    private static final Pattern CODE = Pattern.compile("0(?:\\\\?[ -]?0)+");

    private static final Pattern FRACTION = Pattern.compile(".*[#?0]/[#?0-9].*");

    private static final Pattern SHORT_WHOLE = Pattern.compile("[1-9]\\d{0,14}");

    /** Words that say what the number is anyhow. */
    private static final Set<String> UNITS =
            Set.of("", "kr", "kr.", "sek", ":-", "kronor", "st", "inv", "inv.", "invånare", "%");

    private static final Set<String> THOUSANDS = Set.of("tkr", "kkr", "ksek");
    private static final Set<String> MILLIONS = Set.of("mkr", "mnkr", "msek");

    /** Dates as East Asian programs number them; their patterns stand in no file. */
    private static final Set<Integer> DATES_OF_THE_EAST =
            Set.of(27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58);

    /** Built last: it needs what stands above. */
    static final NumberFormat GENERAL = new NumberFormat(0, "General");

    private final int id;
    private final String pattern;
    private final DateParts dateParts;
    private final boolean isCode;
    private final boolean isFraction;
    private final boolean isConditional;
    private final Section positive;
    private final Section negative;

    /** What of a date is shown. */
    private enum DateParts {
        NONE,
        DAY,
        MONTH_OF_YEAR,
        /** A year, a month or a time alone: no date that anyone could read off. */
        OTHER
    }

    /**
     * One of the parts that semicolons separate: for positive numbers, for negative ones.
     *
     * @param plain without what is shown as it is
     * @param unit what is shown beside the digits
     * @param word the same, without signs that belong to a number
     * @param thousands how many times it is divided by a thousand before it is shown
     * @param isRed whether the colour takes the place of a sign
     */
    private record Section(String plain, String unit, String word, int thousands, boolean isRed) {

        static Section of(String pattern) {
            StringBuilder unit = new StringBuilder();
            Matcher literal = LITERAL.matcher(pattern);
            while (literal.find()) {
                for (int group = 1; group <= 3; group++) {
                    unit.append(literal.group(group) == null ? "" : literal.group(group));
                }
            }
            String plain =
                    UNSEEN.matcher(LITERAL.matcher(pattern).replaceAll(""))
                            .replaceAll("")
                            .toLowerCase(Locale.ROOT);
            String shown = unit.toString().replace('\u00A0', ' ');
            return new Section(
                    plain,
                    shown,
                    shown.replaceAll("[-+() ]", "").toLowerCase(Locale.ROOT),
                    commasAtTheEnd(plain.replaceAll("[^#0?.,]", "")),
                    pattern.toLowerCase(Locale.ROOT).contains("[red]"));
        }

        /** A comma after the last digit divides by a thousand. */
        private static int commasAtTheEnd(String digits) {
            return digits.length() - digits.replaceAll(",+$", "").length();
        }

        boolean isGeneral() {
            return plain.contains("general") || plain.contains("@");
        }

        boolean isPercent() {
            return plain.contains("%");
        }

        boolean isScientific() {
            return plain.contains("e+") || plain.contains("e-");
        }

        boolean hasDigits() {
            return plain.chars().anyMatch(c -> c == '0' || c == '#' || c == '?');
        }

        boolean showsMinus() {
            return plain.contains("-") || plain.contains("(") || unit.matches(".*[-(].*") || isRed;
        }

        int decimals() {
            String digits = plain.replaceAll("e[+-].*", "").replaceAll("[^#0?.]", "");
            return digits.contains(".") ? digits.length() - digits.indexOf('.') - 1 : 0;
        }

        /** Divided by a thousand and said to be so, {@code 7 600 tkr}, or by a million. */
        boolean isInThousands() {
            return thousands == 1 && THOUSANDS.contains(word)
                    || thousands == 2 && MILLIONS.contains(word);
        }
    }

    /**
     * @param id the format's number within the workbook
     * @param pattern as Excel writes it, {@code #,##0.00}
     */
    NumberFormat(int id, String pattern) {
        this.id = id;
        this.pattern = pattern;
        List<String> sections = new ArrayList<>();
        Matcher section = SECTION.matcher(pattern);
        int at = 0;
        while (at <= pattern.length() && section.find(at)) {
            sections.add(section.group());
            at = section.end() + 1;
        }
        positive = Section.of(sections.get(0));
        negative = sections.size() > 1 ? Section.of(sections.get(1)) : positive;
        dateParts = dateParts();
        isCode = CODE.matcher(pattern).matches();
        isFraction = FRACTION.matcher(positive.plain()).matches();
        isConditional = CONDITION.matcher(pattern).find();
    }

    private DateParts dateParts() {
        if (DATES_OF_THE_EAST.contains(id) && positive.isGeneral()) {
            return DateParts.DAY;
        }
        String plain = positive.plain().replaceAll("s\\.0+", "s");
        if (positive.isGeneral() || !plain.matches(".*[ymdhs].*") || plain.matches(".*[0#?].*")) {
            return DateParts.NONE;
        }
        if (plain.contains("d")) {
            return DateParts.DAY;
        }
        return plain.contains("y") && plain.contains("m")
                ? DateParts.MONTH_OF_YEAR
                : DateParts.OTHER;
    }

    /** What a cell with this format means that holds the number. */
    Content read(String number, boolean from1904) {
        if (this == GENERAL && SHORT_WHOLE.matcher(number).matches()) {
            return new Content(number, Content.Form.NUMBER, "");
        }
        BigDecimal held = new BigDecimal(number);
        BigDecimal value = held.round(AS_EXCEL);
        if (dateParts != DateParts.NONE) {
            return date(value, from1904);
        }
        if (value.precision() - value.scale() > DIGITS_OF_EXCEL) {
            return new Content(swedish(value), Content.Form.TOO_LONG, "");
        }
        if (isCode && value.signum() >= 0 && isWhole(value)) {
            return new Content(code(value), Content.Form.NUMBER, "");
        }
        if (isFraction) {
            return fraction(value);
        }
        if (isConditional && positive.isPercent() != pattern.endsWith("%")) {
            // What it means depends on what it is; nobody shall guess.
            return new Content(swedish(value) + " [" + pattern + "]", Content.Form.NUMBER, "");
        }
        return number(value);
    }

    private Content date(BigDecimal value, boolean from1904) {
        LocalDateTime date = DateUtil.getLocalDateTime(value.doubleValue(), from1904);
        if (date == null) {
            return new Content(swedish(value), Content.Form.NUMBER, "");
        }
        return switch (dateParts) {
            case DAY -> new Content(date.toLocalDate().toString(), Content.Form.DAY, "");
            case MONTH_OF_YEAR ->
                    new Content(YearMonth.from(date).toString(), Content.Form.MONTH, "");
            default -> new Content(partOf(date), Content.Form.NUMBER, "");
        };
    }

    /** The year or the month that is shown alone; a time as the number that it is. */
    private String partOf(LocalDateTime date) {
        if (positive.plain().contains("y")) {
            return Integer.toString(date.getYear());
        }
        boolean isTime = positive.plain().matches(".*[hs].*");
        return isTime ? date.toLocalTime().toString() : Integer.toString(date.getMonthValue());
    }

    private Content number(BigDecimal value) {
        Section section = value.signum() < 0 ? negative : positive;
        BigDecimal meant = section.isPercent() ? value.movePointRight(2) : value;
        String shown = isConditional ? swedish(meant) : shown(meant, section);
        if (section.isInThousands()) {
            // 7600000 shown as 7 600 tkr is what it shows.
            BigDecimal scaled = meant.movePointLeft(3 * section.thousands());
            boolean isExact = scaled.stripTrailingZeros().scale() <= section.decimals();
            String text = shown + " " + section.word();
            return new Content(swedish(meant), Content.Form.NUMBER, isExact ? "" : text);
        }
        if (!UNITS.contains(section.word())) {
            // 7600 shown as 7600 tkr is no amount in kronor, and neither is 7"000".
            boolean hasDigits = section.word().chars().anyMatch(Character::isDigit);
            String unit = hasDigits ? '"' + section.word() + '"' : section.word();
            return new Content(shown + " " + unit, Content.Form.NUMBER, "");
        }
        String sign = section.isPercent() ? " %" : "";
        return new Content(
                swedish(meant) + sign,
                section.isPercent() ? Content.Form.PERCENT : Content.Form.NUMBER,
                shown.equals(swedish(meant)) ? "" : shown + sign);
    }

    /** What the cell shows of the number, where rounding, scaling or a lost sign changes it. */
    private static String shown(BigDecimal meant, Section section) {
        if (section.isGeneral()) {
            return swedish(meant);
        }
        if (!section.hasDigits()) {
            return meant.signum() == 0 ? swedish(meant) : "–";
        }
        if (section.isScientific()) {
            return swedish(
                    meant.round(new MathContext(section.decimals() + 1, RoundingMode.HALF_UP)));
        }
        BigDecimal shown =
                meant.movePointLeft(3 * section.thousands())
                        .setScale(section.decimals(), RoundingMode.HALF_UP);
        return swedish(section.showsMinus() || shown.signum() >= 0 ? shown : shown.abs());
    }

    /** The digits in the places of the zeros, from the right; more digits go in front. */
    private String code(BigDecimal value) {
        StringBuilder digits = new StringBuilder(value.toBigIntegerExact().toString());
        int zeros = (int) pattern.chars().filter(c -> c == '0').count();
        while (digits.length() < zeros) {
            digits.insert(0, '0');
        }
        StringBuilder shown = new StringBuilder();
        int next = digits.length();
        for (int i = pattern.length() - 1; i >= 0; i--) {
            char c = pattern.charAt(i);
            if (c == '0') {
                next--;
                shown.insert(0, digits.charAt(next));
            } else if (c != '\\') {
                shown.insert(0, c);
            }
        }
        return shown.insert(0, digits.substring(0, next)).toString();
    }

    /** Shown as 1/3, and within what a workbook can hold of 1/3: that is what it means. */
    private Content fraction(BigDecimal value) {
        String shown =
                new DataFormatter(Locale.ROOT)
                        .formatRawCellContents(value.doubleValue(), id, pattern)
                        .strip();
        String[] parts = shown.split("/");
        boolean isFraction =
                parts.length == 2 && parts[0].matches("\\d{1,9}") && parts[1].matches("\\d{1,9}");
        if (isFraction
                && new BigDecimal(parts[0])
                                .divide(new BigDecimal(parts[1]), AS_EXCEL)
                                .subtract(value)
                                .abs()
                                .movePointRight(13)
                                .compareTo(BigDecimal.ONE)
                        < 0) {
            return new Content(shown, Content.Form.NUMBER, "");
        }
        boolean same = shown.equals(value.stripTrailingZeros().toPlainString());
        return new Content(swedish(value), Content.Form.NUMBER, same ? "" : shown);
    }

    private static boolean isWhole(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0;
    }

    /** As a person writes it: decimal comma, no spaces, no zeros at the end. */
    private static String swedish(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString().replace('.', ',');
    }
}
