package se.gits.costshare.input;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * How a workbook shows a number, and so what the number means: an amount, percent, a date, a code
 * with its zeros in front.
 *
 * @param id the format's number within the workbook
 * @param pattern as Excel writes it, {@code #,##0.00}
 */
final class NumberFormat {

    /** Excel shows no more; what binary fractions add beyond, nobody wrote. */
    private static final MathContext DIGITS_OF_EXCEL = new MathContext(15, RoundingMode.HALF_UP);

    /** What stands in quotation marks, after a backslash or in brackets is shown as it is. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*]");

    /** A format for codes: zeros, with signs between them, as in 0000 or 000 00. */
    private static final Pattern CODE = Pattern.compile("0(?:\\\\?[ -]?0)+");

    private static final Pattern FRACTION = Pattern.compile(".*[#?0]/[#?0-9].*");

    private static final Pattern SHORT_WHOLE = Pattern.compile("[1-9]\\d{0,14}");

    /** Built last: it needs what stands above. */
    static final NumberFormat GENERAL = new NumberFormat(0, "General");

    private final int id;
    private final String pattern;
    private final boolean isDate;
    private final boolean showsDay;
    private final boolean isCode;
    private final boolean isFraction;
    private final boolean isPercent;

    /** Whether the format rounds at all; General shows what there is. */
    private final boolean isRounding;

    private final int decimals;
    private final int timesThousand;

    /**
     * @param id the format's number within the workbook
     * @param pattern as Excel writes it, {@code #,##0.00}
     */
    NumberFormat(int id, String pattern) {
        this.id = id;
        this.pattern = pattern;
        String plain =
                LITERAL.matcher(pattern).replaceAll("").split(";", 2)[0].toLowerCase(Locale.ROOT);
        isDate = DateUtil.isADateFormat(id, pattern);
        showsDay = plain.contains("d") || !plain.contains("y");
        isCode = CODE.matcher(pattern).matches();
        isFraction = FRACTION.matcher(plain).matches();
        isPercent = plain.contains("%");
        String digits = plain.replaceAll("[^#0?.,]", "");
        isRounding =
                !plain.contains("general")
                        && !plain.contains("e")
                        && digits.chars().anyMatch(c -> c != ',' && c != '.');
        int point = digits.indexOf('.');
        String behindPoint = point < 0 ? "" : digits.substring(point + 1);
        decimals = behindPoint.replace(",", "").length();
        // A comma after the last digit divides by a thousand.
        timesThousand = digits.length() - digits.replaceAll(",+$", "").length();
    }

    /** What a cell with this format means that holds the number. */
    Content read(String number, boolean from1904) {
        if (this == GENERAL && SHORT_WHOLE.matcher(number).matches()) {
            return new Content(number, Content.Form.NUMBER, "");
        }
        BigDecimal value = new BigDecimal(number).round(DIGITS_OF_EXCEL);
        if (isDate) {
            return date(value, from1904);
        }
        if (isCode && value.signum() >= 0 && isWhole(value)) {
            return new Content(code(value), Content.Form.NUMBER, "");
        }
        if (isFraction) {
            return fraction(value);
        }
        BigDecimal meant = isPercent ? value.movePointRight(2) : value;
        return new Content(
                swedish(meant) + (isPercent ? " %" : ""),
                isPercent ? Content.Form.PERCENT : Content.Form.NUMBER,
                shownOtherwise(meant)
                        .map(shown -> swedish(shown) + (isPercent ? " %" : ""))
                        .orElse(""));
    }

    private Content date(BigDecimal value, boolean from1904) {
        LocalDateTime date = DateUtil.getLocalDateTime(value.doubleValue(), from1904);
        if (date == null) {
            return new Content(swedish(value), Content.Form.NUMBER, "");
        }
        return showsDay
                ? new Content(date.toLocalDate().toString(), Content.Form.DAY, "")
                : new Content(YearMonth.from(date).toString(), Content.Form.MONTH, "");
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
                                .divide(new BigDecimal(parts[1]), DIGITS_OF_EXCEL)
                                .subtract(value)
                                .abs()
                                .movePointRight(13)
                                .compareTo(BigDecimal.ONE)
                        < 0) {
            return new Content(shown, Content.Form.NUMBER, "");
        }
        boolean same = shown.equals(value.toPlainString());
        return new Content(swedish(value), Content.Form.NUMBER, same ? "" : shown);
    }

    /** The number that is shown, where rounding or scaling makes it another. */
    private Optional<BigDecimal> shownOtherwise(BigDecimal meant) {
        if (!isRounding) {
            return Optional.empty();
        }
        BigDecimal shown =
                meant.movePointLeft(3 * timesThousand).setScale(decimals, RoundingMode.HALF_UP);
        return shown.compareTo(meant) == 0 ? Optional.empty() : Optional.of(shown);
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
