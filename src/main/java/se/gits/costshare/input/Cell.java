package se.gits.costshare.input;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.gits.costshare.allocation.Fraction;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.CheckDigit;
import se.gits.costshare.party.OrganisationNumber;
import se.gits.costshare.party.PartyCode;

/**
 * A cell with its place, read as what it should hold. What it does not hold is told, and the result
 * is empty.
 *
 * @param content what stands in the cell, without white space around it
 */
public record Cell(Place place, Content content) {

    /** A cell of a text file. */
    public Cell(Place place, String value) {
        this(place, Content.ofText(value));
    }

    /** What people and programs put between thousands: space, no-break, narrow and thin space. */
    private static final String SPACES = "[ \u00A0\u202F\u2009]";

    private static final Pattern NUMBER =
            Pattern.compile("([-\u2212]?)(\\d+|\\d{1,3}(?:" + SPACES + "\\d{3})+)(?:[.,](\\d+))?");

    private static final Pattern MONTH = Pattern.compile("(\\d{4})-(\\d{2})");
    private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");

    /** The days of 2000 to 2099 as workbooks count them. */
    private static final Pattern DAY_NUMBER =
            Pattern.compile("3[7-9]\\d{3}|[4-6]\\d{4}|7[0-2]\\d{3}");

    private static final Pattern ORGANISATION_NUMBER = Pattern.compile("\\d{6}-?\\d{4}");
    private static final Pattern FRACTION = Pattern.compile("(\\d{1,9}) ?/ ?([1-9]\\d{0,8})");

    /** A thousand billion kronor: more than Sweden's economy, and far from where a long ends. */
    private static final BigDecimal LARGEST_KRONOR = new BigDecimal("999999999999.99");

    static final int LONGEST_NUMBER = 60;

    /** More decimals than any agreement has; a bound for hostile files. */
    private static final int MOST_DECIMALS = 30;

    /** Without white space around it. A loop: a pattern takes its time with long hostile cells. */
    static String trimmed(String value) {
        int from = 0;
        int to = value.length();
        while (from < to && isSpace(value.charAt(from))) {
            from++;
        }
        while (from < to && isSpace(value.charAt(to - 1))) {
            to--;
        }
        return value.substring(from, to);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** The text, {@code 12500,5} for a number. */
    public String value() {
        return content.text();
    }

    public boolean isEmpty() {
        return content.isBlank();
    }

    public void fault(Problems problems, ProblemKind kind, Object... details) {
        problems.add(place, value(), kind, details);
    }

    /** Whether it can be what something is known by: no date, and no formula gone wrong. */
    public boolean isName() {
        return !content.form().isDate() && !content.form().isUnreadable();
    }

    private List<String> words() {
        // One that is too long was told when its row was read.
        return isEmpty()
                        || content.form().isUnreadable()
                        || value().length() > TableFile.LONGEST_TEXT
                ? List.of()
                : List.of(value().split("[\\s\u00A0]+"));
    }

    /** The text, which must be there. */
    public Optional<String> required(Problems problems) {
        return required(problems, ProblemKind.VALUE_MISSING);
    }

    /** The decision behind the row, which must be there: no decision, no run. */
    public Optional<String> decision(Problems problems) {
        Optional<String> text = required(problems, ProblemKind.DECISION_MISSING);
        if (text.isPresent() && text.get().chars().noneMatch(Character::isLetterOrDigit)) {
            // A dash or a question mark says that there is none.
            fault(problems, ProblemKind.DECISION_MISSING);
            return Optional.empty();
        }
        return text;
    }

    /** The text, which must be there; the kind says what is missing. */
    public Optional<String> required(Problems problems, ProblemKind ifMissing) {
        if (isEmpty()) {
            fault(problems, ifMissing);
            return Optional.empty();
        }
        // What the cell cannot tell was told when its row was read.
        return content.form().isUnreadable() ? Optional.empty() : Optional.of(value());
    }

    /** What the row, or what it names, is known by; it must be there. */
    public Optional<String> identity(Problems problems) {
        return identity(problems, ProblemKind.VALUE_MISSING);
    }

    /**
     * What the row, or what it names, is known by; it must be there. A spreadsheet that made a date
     * of it is told.
     */
    public Optional<String> identity(Problems problems, ProblemKind ifMissing) {
        Optional<String> text = required(problems, ifMissing);
        if (text.isPresent() && !isName()) {
            fault(problems, ProblemKind.TEXT_BECAME_DATE, LostFraction.of(content));
            return Optional.empty();
        }
        warnIfShownOtherwise(problems);
        return text;
    }

    /** A text that may be left out; a spreadsheet that made a date of it is told. */
    public String text(Problems problems) {
        return isEmpty() ? "" : identity(problems).orElse("");
    }

    /** The codes or words of a list, which spaces separate; told where it has become a date. */
    public List<String> list(Problems problems) {
        return isEmpty() || identity(problems).isEmpty() ? List.of() : words();
    }

    public Optional<PartyCode> code(Problems problems) {
        Optional<String> text = identity(problems);
        if (text.isPresent() && !PartyCode.isCode(text.get())) {
            fault(problems, ProblemKind.NOT_A_CODE);
            return Optional.empty();
        }
        return text.map(PartyCode::new);
    }

    /** One of a closed set of words, in any case of letters. */
    public <E extends Enum<E>> Optional<E> oneOf(
            Class<E> type, Function<E, String> word, Problems problems) {
        if (required(problems).isEmpty()) {
            return Optional.empty();
        }
        Optional<E> match =
                Arrays.stream(type.getEnumConstants())
                        .filter(constant -> word.apply(constant).equalsIgnoreCase(value()))
                        .findFirst();
        if (match.isEmpty()) {
            List<String> words = Arrays.stream(type.getEnumConstants()).map(word).toList();
            fault(
                    problems,
                    ProblemKind.NOT_ONE_OF,
                    new NearestName(value(), words),
                    String.join(", ", words));
        }
        return match;
    }

    /** A month, {@code 2023-01}, which must be there; a workbook may hold its first day. */
    public Optional<YearMonth> month(Problems problems) {
        return month(problems, day -> day.getDayOfMonth() == 1);
    }

    /**
     * The last month of a period, {@code 2023-12}, which must be there; a workbook may hold its
     * first day or its last.
     */
    public Optional<YearMonth> lastMonth(Problems problems) {
        return month(
                problems,
                day -> day.getDayOfMonth() == 1 || day.getDayOfMonth() == day.lengthOfMonth());
    }

    private Optional<YearMonth> month(Problems problems, Predicate<LocalDate> isWholeMonth) {
        if (required(problems).isEmpty()) {
            return Optional.empty();
        }
        try {
            if (content.form() == Content.Form.DAY) {
                LocalDate day = LocalDate.parse(value());
                if (isWholeMonth.test(day)) {
                    return Optional.of(YearMonth.from(day));
                }
                fault(problems, ProblemKind.DAY_WITHIN_MONTH, YearMonth.from(day));
                return Optional.empty();
            }
            if (MONTH.matcher(value()).matches()) {
                return Optional.of(YearMonth.parse(value()));
            }
        } catch (DateTimeException e) {
            // told below: a month 13 is no month
        }
        if (!tellDayNumber(problems)) {
            fault(problems, ProblemKind.NOT_A_MONTH);
        }
        return Optional.empty();
    }

    /** Tells a date that a workbook shows as the number that it counts days by. */
    private boolean tellDayNumber(Problems problems) {
        if (!DAY_NUMBER.matcher(value()).matches()) {
            return false;
        }
        LocalDate day = LocalDate.of(1899, 12, 30).plusDays(Integer.parseInt(value()));
        fault(problems, ProblemKind.DATE_AS_NUMBER, day);
        return true;
    }

    /** A date, {@code 2022-12-31}, which must be there. */
    public Optional<LocalDate> date(Problems problems) {
        if (required(problems).isEmpty()) {
            return Optional.empty();
        }
        if (DATE.matcher(value()).matches()) {
            try {
                return Optional.of(LocalDate.parse(value()));
            } catch (DateTimeException e) {
                // told below: 30 February is no date
            }
        }
        if (!tellDayNumber(problems)) {
            fault(problems, ProblemKind.NOT_A_DATE);
        }
        return Optional.empty();
    }

    /**
     * An amount in kronor, which must be there: decimal comma or point, spaces between thousands,
     * at most two decimals.
     */
    public Optional<Money> amount(Problems problems) {
        if (required(problems).isEmpty()) {
            return Optional.empty();
        }
        Optional<BigDecimal> kronor = number(value());
        if (kronor.isEmpty()) {
            fault(problems, ProblemKind.NOT_AN_AMOUNT);
            return Optional.empty();
        }
        warnIfShownOtherwise(problems);
        if (kronor.get().scale() > 2) {
            fault(problems, ProblemKind.TOO_MANY_DECIMALS, kronor.get().scale());
            return Optional.empty();
        }
        if (kronor.get().abs().compareTo(LARGEST_KRONOR) > 0) {
            fault(problems, ProblemKind.AMOUNT_TOO_LARGE);
            return Optional.empty();
        }
        return Optional.of(Money.ofKronor(kronor.get()));
    }

    private void warnIfShownOtherwise(Problems problems) {
        if (!content.shown().isEmpty()) {
            fault(problems, ProblemKind.NUMBER_SHOWN_OTHERWISE, content.shown(), value());
        }
    }

    /** A share of the whole, which must be there: percent with any decimals, or {@code 1/3}. */
    public Optional<Fraction> share(Problems problems) {
        if (required(problems).isEmpty()) {
            return Optional.empty();
        }
        if (LostFraction.isDate(content)) {
            fault(problems, ProblemKind.SHARE_BECAME_DATE, LostFraction.of(content));
            return Optional.empty();
        }
        if (!content.shown().isEmpty()) {
            // Neither what is shown nor what is held is surely what was decided.
            fault(problems, ProblemKind.SHARE_SHOWN_OTHERWISE, content.shown());
            return Optional.empty();
        }
        Optional<Fraction> share = fraction().or(this::percent);
        if (share.isEmpty() || share.get().compareTo(Fraction.ONE) > 0) {
            fault(problems, ProblemKind.NOT_A_SHARE);
            return Optional.empty();
        }
        return share;
    }

    private Optional<Fraction> fraction() {
        Matcher match = FRACTION.matcher(value());
        return match.matches()
                ? Optional.of(
                        Fraction.of(Long.parseLong(match.group(1)), Long.parseLong(match.group(2))))
                : Optional.empty();
    }

    private Optional<Fraction> percent() {
        String percent =
                value().endsWith("%")
                        ? trimmed(value().substring(0, value().length() - 1))
                        : value();
        return number(percent)
                .filter(number -> number.signum() >= 0 && number.scale() <= MOST_DECIMALS)
                .map(Fraction::ofPercent);
    }

    /** A whole number that is not negative, which must be there: inhabitants, orders. */
    public OptionalLong count(Problems problems) {
        if (required(problems).isEmpty()) {
            return OptionalLong.empty();
        }
        Optional<BigInteger> whole =
                number(value())
                        // 596,000 is an English 596 thousand, or a Swedish 596: nobody can tell.
                        .filter(number -> number.scale() == 0)
                        .map(BigDecimal::toBigInteger)
                        .filter(number -> number.signum() >= 0 && number.bitLength() < 50);
        if (whole.isEmpty()) {
            fault(problems, ProblemKind.NOT_A_COUNT);
            return OptionalLong.empty();
        }
        warnIfShownOtherwise(problems);
        return OptionalLong.of(whole.get().longValueExact());
    }

    /** Yes or no, {@code ja} or {@code nej}, which must be there. */
    public Optional<Boolean> yesOrNo(Problems problems) {
        if (required(problems).isEmpty()) {
            return Optional.empty();
        }
        return switch (value().toLowerCase(Locale.ROOT)) {
            case "ja" -> Optional.of(true);
            case "nej" -> Optional.of(false);
            default -> {
                fault(
                        problems,
                        ProblemKind.NOT_ONE_OF,
                        new NearestName(value(), List.of("ja", "nej")),
                        "ja, nej");
                yield Optional.empty();
            }
        };
    }

    /** An organisation number with its check digit, which must be there. */
    public Optional<OrganisationNumber> organisationNumber(Problems problems) {
        if (required(problems).isEmpty()) {
            return Optional.empty();
        }
        if (!ORGANISATION_NUMBER.matcher(value()).matches()) {
            fault(problems, ProblemKind.NOT_AN_ORGANISATION_NUMBER);
            return Optional.empty();
        }
        Optional<OrganisationNumber> number = OrganisationNumber.parse(value());
        if (number.isEmpty()) {
            String digits = value().replace("-", "");
            fault(
                    problems,
                    ProblemKind.WRONG_CHECK_DIGIT,
                    digits.charAt(9),
                    CheckDigit.of(digits.substring(0, 9)));
        }
        return number;
    }

    private static Optional<BigDecimal> number(String text) {
        if (text.length() > LONGEST_NUMBER) {
            return Optional.empty();
        }
        Matcher match = NUMBER.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        String sign = match.group(1).isEmpty() ? "" : "-";
        String whole = match.group(2).replaceAll(SPACES, "");
        String decimals = match.group(3) == null ? "" : "." + match.group(3);
        return Optional.of(new BigDecimal(sign + whole + decimals));
    }
}
