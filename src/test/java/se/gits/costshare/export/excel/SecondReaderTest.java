package se.gits.costshare.export.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.gits.costshare.money.Money;
import se.gits.costshare.run.Issuance;

/** Another reader of workbooks finds in them what POI finds, cell by cell. */
class SecondReaderTest {

    static Stream<Arguments> workbooks() {
        return SampleWorkbooks.all().entrySet().stream()
                .map(workbook -> Arguments.of(workbook.getKey(), workbook.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("workbooks")
    void agreesOnTypesAndValues(String name, byte[] bytes) throws IOException {
        Map<String, org.dhatim.fastexcel.reader.Cell> others = read(bytes);
        OpenedWorkbook ours = new OpenedWorkbook(bytes);

        assertThat(ours.cells()).isNotEmpty();
        for (Cell cell : ours.cells()) {
            String place = cell.getSheet().getSheetName() + "!" + cell.getAddress();
            org.dhatim.fastexcel.reader.Cell other = others.get(place);
            assertThat(other).as(name + " " + place).isNotNull();
            CellType type =
                    cell.getCellType() == CellType.FORMULA
                            ? cell.getCachedFormulaResultType()
                            : cell.getCellType();
            assertThat(type).as(name + " " + place).isNotEqualTo(CellType.ERROR);
            assertThat(other.getType())
                    .as(name + " " + place)
                    .isNotEqualTo(org.dhatim.fastexcel.reader.CellType.ERROR);
            if (cell.getCellType() == CellType.FORMULA) {
                assertThat(other.getFormula()).as(name + " " + place).isNotEmpty();
            }
            assertThat(other.getRawValue() == null ? "" : other.getRawValue())
                    .as(name + " " + place)
                    .isEqualTo(raw(cell, type, other));
        }
    }

    /** What the other should have read; numbers are compared as numbers. */
    private static String raw(Cell cell, CellType type, org.dhatim.fastexcel.reader.Cell other) {
        return switch (type) {
            case NUMERIC -> {
                assertThat(new BigDecimal(other.getRawValue()).doubleValue())
                        .isEqualTo(cell.getNumericCellValue());
                yield other.getRawValue();
            }
            case BOOLEAN -> cell.getBooleanCellValue() ? "1" : "0";
            default -> cell.getStringCellValue();
        };
    }

    private static Map<String, org.dhatim.fastexcel.reader.Cell> read(byte[] bytes)
            throws IOException {
        Map<String, org.dhatim.fastexcel.reader.Cell> cells = new HashMap<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                try (Stream<Row> rows = sheet.openStream()) {
                    rows.forEach(
                            row ->
                                    row.stream()
                                            .filter(cell -> cell != null)
                                            .forEach(
                                                    cell ->
                                                            cells.put(
                                                                    sheet.getName()
                                                                            + "!"
                                                                            + cell.getAddress(),
                                                                    cell)));
                }
            }
        }
        return cells;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("workbooks")
    void amountsHaveTwoDecimalsAndStandToTheRight(String name, byte[] bytes) {
        int amounts = 0;
        for (Cell cell : new OpenedWorkbook(bytes).cells()) {
            String format = cell.getCellStyle().getDataFormatString();
            if (format.contains("#,##0.00") && cell.getCellType() != CellType.STRING) {
                boolean isBesideItsLabel = format.equals(Look.Format.LEFT_AMOUNT.code);
                assertThat(cell.getCellStyle().getAlignment())
                        .as(name + " " + cell.getSheet().getSheetName() + "!" + cell.getAddress())
                        .isEqualTo(
                                isBesideItsLabel
                                        ? HorizontalAlignment.LEFT
                                        : HorizontalAlignment.RIGHT);
                amounts++;
            }
        }
        assertThat(amounts).as(name).isPositive();
    }

    /** Long sheets are streamed: rows, sums and types are those of a short one. */
    @Test
    void aLongSheetHasEveryRowAndItsSum() throws IOException {
        Issuance month = LargeBatch.of(60, 150);

        byte[] bytes = new SummaryWorkbook().export(month);

        AtomicInteger rows = new AtomicInteger();
        BigDecimal[] sums = {BigDecimal.ZERO, BigDecimal.ZERO};
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes));
                Stream<Row> all = workbook.findSheet("Rader").orElseThrow().openStream()) {
            all.forEach(
                    row -> {
                        Optional<BigDecimal> amount =
                                row.getOptionalCell(8)
                                        .filter(
                                                cell ->
                                                        cell.getType()
                                                                != org.dhatim.fastexcel.reader
                                                                        .CellType.STRING)
                                        .filter(cell -> cell.getRawValue() != null)
                                        .map(cell -> new BigDecimal(cell.getRawValue()));
                        String first = row.getCellText(0);
                        if (first.equals("Summa")) {
                            sums[1] = amount.orElseThrow();
                        } else if (amount.isPresent()) {
                            sums[0] = sums[0].add(amount.get());
                            rows.incrementAndGet();
                        }
                    });
        }
        assertThat(rows.get()).isEqualTo(60 * 150);
        assertThat(month.amounts()).hasSize(60 * 150);
        assertThat(Money.ofKronor(sums[0].setScale(2, RoundingMode.HALF_UP)))
                .isEqualTo(month.invoiced());
        assertThat(Money.ofKronor(sums[1].setScale(2, RoundingMode.HALF_UP)))
                .isEqualTo(month.invoiced());
    }
}
