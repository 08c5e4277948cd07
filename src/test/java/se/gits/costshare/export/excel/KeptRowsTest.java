package se.gits.costshare.export.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows are written as POI writes them, to the byte. */
class KeptRowsTest {

    private static final List<CellValue> VALUES =
            List.of(
                    CellValue.BLANK,
                    CellValue.text("Summa"),
                    CellValue.text(" a & b < c > d "),
                    CellValue.text("två\nrader"),
                    CellValue.text("😀"),
                    CellValue.text(""),
                    CellValue.number("1234.50"),
                    CellValue.number("-0.01"),
                    CellValue.number("2").by("IF(A1<>B1,1&\"x\",'Blad 2'!C3)"),
                    CellValue.text("").by("A1"),
                    CellValue.text("x").by("\"x\""),
                    CellValue.truth(true).by("A1=0"),
                    CellValue.truth(false).by("A1=1"));

    private static final float[] HEIGHTS = {13f, 26f, 28.6f, 409f};

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void areWhatPoiWrites(long seed) throws IOException {
        Random random = new Random(seed);
        try (XSSFWorkbook theirs = new XSSFWorkbook();
                XSSFWorkbook ours = new XSSFWorkbook()) {
            XSSFSheet sheet = theirs.createSheet();
            for (int style = 1; style < 4; style++) {
                theirs.createCellStyle();
            }
            KeptRows rows = new KeptRows(ours.getSharedStringSource());
            int count = random.nextInt(60);
            for (int i = 0; i < count; i++) {
                int row = random.nextInt(8);
                if (random.nextInt(6) == 0) {
                    float points = HEIGHTS[random.nextInt(HEIGHTS.length)];
                    row(sheet, row).setHeightInPoints(points);
                    rows.setHeight(row, points);
                    assertThat(rows.height(row)).hasValue(row(sheet, row).getHeightInPoints());
                } else {
                    int column = random.nextInt(30);
                    CellValue value = VALUES.get(random.nextInt(VALUES.size()));
                    int style = random.nextInt(4);
                    put(value, cell(sheet, row, column), theirs, style);
                    rows.put(row, column, value, style);
                }
            }

            int part = random.nextInt(10);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            rows.copyTo(out, part);
            rows.copyRestTo(out, part);
            String xml = sheet(theirs);
            String written = out.toString(StandardCharsets.UTF_8);
            if (rows.isEmpty()) {
                assertThat(xml).contains("<sheetData/>");
                assertThat(written).isEmpty();
            } else {
                assertThat(written)
                        .isEqualTo(xml.replaceAll("(?s).*<sheetData>(.*)</sheetData>.*", "$1"));
            }
            assertThat(texts(ours)).isEqualTo(texts(theirs));
            assertThat(rows.dimension().map(CellRangeAddress::formatAsString).orElse("A1"))
                    .isEqualTo(dimension(xml));
            assertThat(rows.lastRow().orElse(-1)).isEqualTo(sheet.getLastRowNum());
        }
    }

    private static XSSFRow row(XSSFSheet sheet, int row) {
        return sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
    }

    private static XSSFCell cell(XSSFSheet sheet, int row, int column) {
        XSSFRow there = row(sheet, row);
        // What is written anew begins anew.
        return there.createCell(column);
    }

    private static void put(CellValue value, XSSFCell cell, XSSFWorkbook workbook, int style) {
        cell.setCellStyle(workbook.getCellStyleAt(style));
        if (!value.formula().isEmpty()) {
            cell.setCellFormula(value.formula());
        }
        switch (value.kind()) {
            case BLANK -> cell.setBlank();
            case TEXT -> cell.setCellValue(value.value());
            case NUMBER -> {
                cell.setCellValue(0);
                cell.getCTCell().setV(value.value());
            }
            case TRUTH -> cell.setCellValue(value.value().equals("1"));
        }
    }

    private static String sheet(XSSFWorkbook workbook) throws IOException {
        return OpenedWorkbook.part(OpenedWorkbook.bytes(workbook), "xl/worksheets/sheet1.xml");
    }

    private static String texts(XSSFWorkbook workbook) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        workbook.getSharedStringSource().writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String dimension(String xml) {
        return xml.replaceAll("(?s).*<dimension ref=\"([^\"]*)\".*", "$1");
    }

    @Test
    void aRowThatNobodyToldOfHasNoHeight() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            KeptRows rows = new KeptRows(workbook.getSharedStringSource());

            assertThat(rows.height(3)).isEmpty();
            assertThat(rows.isEmpty()).isTrue();
        }
    }
}
