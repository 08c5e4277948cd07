package se.gits.costshare.export.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A reader that shares no code with the writer finds the same cells as the writer's own, and each
 * of them is what it looks like: who adds up a column of amounts gets their sum, and who sorts by
 * date gets the days in order.
 */
class SecondReaderTest {

    /** The day before the first, as a spreadsheet counts days from March 1900 on. */
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    /** How many digits of a number a spreadsheet keeps. */
    private static final MathContext KEPT = new MathContext(15);

    private static final Pattern AMOUNT_AS_TEXT =
            Pattern.compile("[-−+]?\\d{1,3}(\\h?\\d{3})*,\\d+(\\h?(%|kr|kronor))?");
    private static final Pattern DATE_AS_TEXT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TRUTH_AS_TEXT = Pattern.compile("(?i)true|false|sant|falskt");

    static Set<String> samples() {
        return SampleWorkbooks.all().keySet();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void readsWhatTheFirstReads(String name) throws IOException {
        byte[] workbook = SampleWorkbooks.all().get(name);
        Map<String, Cell> second = cells(workbook);
        List<String> differences = new ArrayList<>();
        for (org.apache.poi.ss.usermodel.Cell cell : new OpenedWorkbook(workbook).cells()) {
            String place = OpenedWorkbook.place(cell);
            Cell other = second.remove(place);
            String found = other == null ? "not there" : described(other);
            if (!found.equals(described(cell))) {
                differences.add(place + " is " + described(cell) + "; to the second " + found);
            }
        }

        assertThat(differences).isEmpty();
        assertThat(second.keySet()).as("what only the second finds").isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void everyCellIsWhatItLooksLike(String name) throws IOException {
        List<String> faults = new ArrayList<>();
        for (Map.Entry<String, Cell> cell : cells(SampleWorkbooks.all().get(name)).entrySet()) {
            boolean typed = SampleWorkbooks.isTemplate(name);
            fault(cell.getValue(), typed)
                    .ifPresent(fault -> faults.add(cell.getKey() + ": " + fault));
        }

        assertThat(faults).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # kind   | written     | format       | what is found
              text   | 1 234,50    | General      | an amount as text
              text   | -0,01 kr    | @            | an amount as text
              text   | 2023-01-31  | General      | a date as text
              text   | SANT        | General      | a truth as text
              text   | 202300001   | General      |
              text   | 70,30 eller | General      |
              number | 12.50       | General      | an amount that does not show its ören
              number | 100.00      | #,##0_)      | an amount that does not show its ören
              number | 100.00      | #,##0.00_)   |
              number | 0.125       | #,##0.00     | an amount of more than ören
              number | 0.125       | 0.000000     |
              number | 12          | #,##0.00     | an amount of no ören
              number | 12          | #,##0_)      |
              number | 0.125       | 0.0 %        |
              number | 25          | 0" %"_)      |
              number | 44957.0     | yyyy-mm-dd   |
              number | 44957.5     | yyyy-mm-dd   | a date with a time
              number | 23          | yyyy-mm-dd   | a date of another century
              error  | #DIV/0!     | General      | an error
            """)
    void whatIsNotWhatItLooksLikeIsFound(
            String kind, String written, String format, String expected) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            CellStyle style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat(format));
            XSSFCell cell = workbook.createSheet("Blad").createRow(0).createCell(0);
            cell.setCellStyle(style);
            switch (kind) {
                case "text" -> cell.setCellValue(written);
                case "error" -> cell.setCellErrorValue(FormulaError.forString(written));
                default -> {
                    cell.setCellValue(0);
                    cell.getCTCell().setV(written);
                }
            }

            assertThat(fault(cells(OpenedWorkbook.bytes(workbook)).get("Blad!A1"), false))
                    .isEqualTo(Optional.ofNullable(expected));
        }
    }

    @Test
    void aFormulaWithoutItsValueIsFound() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFCell cell = workbook.createSheet("Blad").createRow(0).createCell(0);
            cell.setCellFormula("1+1");

            assertThat(fault(cells(OpenedWorkbook.bytes(workbook)).get("Blad!A1"), false))
                    .contains("a formula without its value");
        }
    }

    /** Every cell that holds something, by its place. */
    private static Map<String, Cell> cells(byte[] workbook) throws IOException {
        Map<String, Cell> cells = new LinkedHashMap<>();
        try (ReadableWorkbook opened =
                new ReadableWorkbook(
                        new ByteArrayInputStream(workbook), new ReadingOptions(true, false))) {
            assertThat(opened.isDate1904()).isFalse();
            for (Sheet sheet : opened.getSheets().toList()) {
                for (Row row : sheet.read()) {
                    row.stream()
                            .filter(Objects::nonNull)
                            .filter(cell -> cell.getType() != CellType.EMPTY)
                            .forEach(
                                    cell ->
                                            cells.put(
                                                    sheet.getName() + "!" + cell.getAddress(),
                                                    cell));
                }
            }
        }
        return cells;
    }

    // a cell's type, value and formula, and a number's format, as each reader tells them

    private static String described(org.apache.poi.ss.usermodel.Cell cell) {
        String value =
                switch (OpenedWorkbook.typeOfValue(cell)) {
                    case NUMERIC ->
                            DateUtil.isCellDateFormatted(cell)
                                    ? "date " + cell.getLocalDateTimeCellValue().toLocalDate()
                                    : number(
                                            BigDecimal.valueOf(cell.getNumericCellValue()),
                                            cell.getCellStyle().getDataFormatString());
                    case BOOLEAN -> "truth " + cell.getBooleanCellValue();
                    case STRING -> "text " + cell.getStringCellValue();
                    default -> "nothing";
                };
        boolean isFormula = cell.getCellType() == org.apache.poi.ss.usermodel.CellType.FORMULA;
        return isFormula ? value + " by " + cell.getCellFormula() : value;
    }

    private static String described(Cell cell) {
        Object value = cell.getValue();
        String described;
        if (value instanceof BigDecimal number) {
            described = isDate(cell) ? "date " + date(number) : number(number, format(cell));
        } else if (value instanceof Boolean truth) {
            described = "truth " + truth;
        } else {
            // To this reader an empty text that a formula gave is no value, and an escape no
            // escape.
            String text = (String) Objects.requireNonNullElse(value, "");
            described = "text " + text.replace("_x005F_", "_");
        }
        return cell.getType() == CellType.FORMULA
                ? described + " by " + cell.getFormula()
                : described;
    }

    private static String number(BigDecimal number, String format) {
        return "number "
                + number.round(KEPT).stripTrailingZeros().toPlainString()
                + " as "
                + format;
    }

    private static LocalDate date(BigDecimal days) {
        return DAY_ZERO.plusDays(days.longValue());
    }

    private static boolean isDate(Cell cell) {
        return format(cell).contains("yyyy");
    }

    private static String format(Cell cell) {
        return Objects.requireNonNullElse(cell.getDataFormatString(), "General");
    }

    // what is not what it looks like

    /**
     * What is wrong with a cell.
     *
     * @param typed whether people type in it, and may have reasons to type as they do
     */
    private static Optional<String> fault(Cell cell, boolean typed) {
        if (cell.getType() == CellType.ERROR) {
            return Optional.of("an error");
        }
        if (cell.getType() == CellType.FORMULA && cell.getRawValue() == null) {
            return Optional.of("a formula without its value");
        }
        if (cell.getValue() instanceof BigDecimal number) {
            return isDate(cell) ? faultOfDate(number) : faultOfNumber(number, format(cell));
        }
        return cell.getValue() instanceof String text && !typed
                ? faultOfText(text)
                : Optional.empty();
    }

    private static Optional<String> faultOfText(String text) {
        if (AMOUNT_AS_TEXT.matcher(text).matches()) {
            return Optional.of("an amount as text");
        }
        if (DATE_AS_TEXT.matcher(text).matches()) {
            return Optional.of("a date as text");
        }
        return TRUTH_AS_TEXT.matcher(text).matches()
                ? Optional.of("a truth as text")
                : Optional.empty();
    }

    private static Optional<String> faultOfDate(BigDecimal days) {
        if (days.stripTrailingZeros().scale() > 0) {
            return Optional.of("a date with a time");
        }
        return date(days).getYear() / 100 == 20
                ? Optional.empty()
                : Optional.of("a date of another century");
    }

    /**
     * Amounts are written to the öre, also where it is 0: so they are told from what is counted.
     * Exact parts show six decimals and are written with as many as they have.
     */
    private static Optional<String> faultOfNumber(BigDecimal number, String format) {
        if (format.contains("%") || format.contains("0.000000")) {
            return Optional.empty();
        }
        if (!format.contains("0.00")) {
            return number.scale() > 0
                    ? Optional.of("an amount that does not show its ören")
                    : Optional.empty();
        }
        if (number.scale() > 2) {
            return Optional.of("an amount of more than ören");
        }
        return number.scale() < 2 ? Optional.of("an amount of no ören") : Optional.empty();
    }
}
