package se.gits.costshare.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DataValidation.ErrorStyle;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDataValidation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.gits.costshare.export.excel.FormColumn;
import se.gits.costshare.input.InputFiles;

/** Every table as a newcomer gets it, the workbooks opened as a spreadsheet opens them. */
class InputTableTest {

    private static XSSFSheet opened(InputTable table) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(table.workbook())).getSheetAt(0);
    }

    private static Map<Integer, XSSFDataValidation> validations(XSSFSheet sheet) {
        return sheet.getDataValidations().stream()
                .collect(
                        Collectors.toMap(
                                v -> v.getRegions().getCellRangeAddress(0).getFirstColumn(),
                                Function.identity()));
    }

    @ParameterizedTest
    @EnumSource
    void hasTheColumnsOfItsReader(InputTable table) {
        assertThat(table.csv().lines()).hasSize(2).allMatch(line -> !line.contains("\""));
        assertThat(table.csv().lines().get(0).split(";"))
                .containsExactlyInAnyOrderElementsOf(table.columns().all());
        assertThat(table.formColumns())
                .allSatisfy(
                        column ->
                                assertThat(column.required())
                                        .isEqualTo(
                                                table.columns()
                                                        .required()
                                                        .contains(column.heading())));
    }

    @ParameterizedTest
    @EnumSource
    void isAFileThatTheProgramReads(InputTable table) {
        assertThat(InputFiles.isKnown(table.baseName() + ".csv")).isTrue();
        assertThat(InputFiles.isKnown(table.baseName() + ".xlsx")).isTrue();
    }

    @Test
    void everyNoteIsOnAColumnAndEveryColumnHasOne() {
        Set<String> expected =
                new TreeSet<>(Set.of("required", "optional", "words.closed", "words.open"));
        for (InputTable table : InputTable.values()) {
            table.columns().all().forEach(column -> expected.add(table.noteKey(column)));
        }
        Set<String> keys = new TreeSet<>();
        new ColumnNotes().keys().forEach(keys::add);

        assertThat(keys).isEqualTo(expected);
        assertThat(keys).allSatisfy(key -> assertThat(new ColumnNotes().of(key)).isNotBlank());
    }

    @ParameterizedTest
    @EnumSource
    void theHandbookCarriesEachNoteWordForWord(InputTable table) throws IOException {
        String handbook = Files.readString(Path.of("src/site/markdown/handbok.md"));
        String heading = "\n### " + table.baseName().replace("2023", "ÅÅÅÅ");
        assertThat(handbook).contains(heading);
        String section = handbook.substring(handbook.indexOf(heading) + 1);
        String asPlainText = section.substring(0, section.indexOf("\n#")).replaceAll("[`*]", "");

        for (String column : table.columns().all()) {
            boolean required = table.columns().required().contains(column);
            assertThat(asPlainText.lines())
                    .contains(
                            "| %s | %s%s |"
                                    .formatted(
                                            column,
                                            required ? "" : "Valfri. ",
                                            new ColumnNotes().of(table.noteKey(column))));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNoteNamesEveryWordOfItsList(InputTable table) {
        for (FormColumn column : table.formColumns()) {
            for (String word : column.words()) {
                assertThat(column.note()).contains(word);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theWorkbookIsOneSheetWithHeadingsAndTheExampleOfTheCsv(InputTable table)
            throws IOException {
        XSSFSheet sheet = opened(table);

        assertThat(sheet.getWorkbook().getNumberOfSheets()).isEqualTo(1);
        assertThat(sheet.getSheetName()).isEqualTo(table.sheet());
        assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
        assertThat(sheet.getPaneInformation().getHorizontalSplitTopRow()).isEqualTo((short) 1);
        assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("1:1");
        assertThat(sheet.getWorkbook().getPrintArea(0)).as("it grows").isNull();
        assertThat(sheet.getLastRowNum()).as("no empty rows").isEqualTo(1);
        assertThat(shown(sheet, 0)).containsExactly(cells(table, 0));
        assertThat(shown(sheet, 1)).containsExactly(cells(table, 1));
    }

    private static String[] cells(InputTable table, int line) {
        return table.csv().lines().get(line).split(";", -1);
    }

    /** The row as the CSV file would have it. */
    private static List<String> shown(XSSFSheet sheet, int row) {
        DataFormatter plain = new DataFormatter();
        return Stream.iterate(0, at -> at + 1)
                .limit(sheet.getRow(0).getLastCellNum())
                .map(at -> sheet.getRow(row).getCell(at))
                .map(cell -> isNumber(cell) ? number(cell) : plain.formatCellValue(cell))
                .toList();
    }

    private static boolean isNumber(Cell cell) {
        return cell.getCellType() == CellType.NUMERIC;
    }

    private static String number(Cell cell) {
        long whole = (long) cell.getNumericCellValue();
        boolean amount = cell.getCellStyle().getDataFormatString().equals("#,##0.00");
        return amount && whole >= 1_000
                ? String.format(Locale.ROOT, "%,d", whole).replace(',', ' ')
                : Long.toString(whole);
    }

    @ParameterizedTest
    @EnumSource
    void requiredAndOptionalHeadingsDifferToTheEyeAndInTheNote(InputTable table)
            throws IOException {
        for (Cell heading : opened(table).getRow(0)) {
            boolean required = table.columns().required().contains(heading.getStringCellValue());
            XSSFCell cell = (XSSFCell) heading;

            assertThat(cell.getCellStyle().getFillForegroundColorColor().getARGBHex())
                    .as(cell.getStringCellValue())
                    .isEqualTo(required ? "FF1F3864" : "FFDDE5EE");
            assertThat(cell.getCellStyle().getFont().getBold()).isEqualTo(required);
            assertThat(cell.getCellComment().getString().getString())
                    .contains(required ? "Behövs. " : "Valfri. ");
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyHeadingCarriesItsNoteInABoxWithRoomForIt(InputTable table) throws IOException {
        XSSFSheet sheet = opened(table);

        for (int at = 0; at < table.formColumns().size(); at++) {
            FormColumn column = table.formColumns().get(at);
            String note = sheet.getRow(0).getCell(at).getCellComment().getString().getString();
            assertThat(note).isEqualTo(column.heading() + "\n" + column.note());
            XSSFClientAnchor box =
                    (XSSFClientAnchor)
                            sheet.getRow(0).getCell(at).getCellComment().getClientAnchor();
            // 9 point letters are below 7 pixels in the mean, lines below 16.
            double linesNeeded =
                    1 + Math.ceil(column.note().length() * 7 / (widthOf(box, sheet) - 20));
            assertThat(heightOf(box)).as(note).isGreaterThanOrEqualTo(linesNeeded * 14);
        }
    }

    private static double widthOf(XSSFClientAnchor box, XSSFSheet sheet) {
        double width = (box.getDx2() - box.getDx1()) / 9525.0;
        for (int column = box.getCol1(); column < box.getCol2(); column++) {
            width += sheet.getColumnWidthInPixels(column);
        }
        return width;
    }

    private static double heightOf(XSSFClientAnchor box) {
        double rows = box.getRow2() == 0 ? 0 : 24 + (box.getRow2() - 1) * 20;
        return rows + (box.getDy2() - box.getDy1()) / 9525.0;
    }

    @ParameterizedTest
    @EnumSource
    void everyColumnTellsItsNoteWhereItIsTyped(InputTable table) throws IOException {
        Map<Integer, XSSFDataValidation> validations = validations(opened(table));

        assertThat(validations).hasSameSizeAs(table.formColumns());
        for (int at = 0; at < table.formColumns().size(); at++) {
            XSSFDataValidation validation = validations.get(at);
            FormColumn column = table.formColumns().get(at);
            assertThat(validation.getShowPromptBox()).isTrue();
            assertThat(validation.getPromptBoxTitle()).isEqualTo(column.heading());
            assertThat(validation.getPromptBoxText()).isEqualTo(column.note());
            assertThat(validation.getRegions().getCellRangeAddress(0).getFirstRow()).isEqualTo(1);
            assertThat(validation.getRegions().getCellRangeAddress(0).getLastRow())
                    .isGreaterThanOrEqualTo(2_000);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PARTIES | typ         | region,kommun,övrig                | stop
                    PARTIES | fakturering | faktura,intern,ingen               | stop
                    OBJECTS | typ         | förvaltningsobjekt,uppdrag,projekt | stop
                    OBJECTS | deltagare   | alla                               | info
                    OBJECTS | momssats    | 25,12,6                            | info
                    KEYS    | fördelning  | folkmängd,lika,volym:NAMN          | info
                    """)
    void aListStopsOnlyWhereNoOtherWordMayStand(
            InputTable table, String column, String words, String style) throws IOException {
        int at = List.of(cells(table, 0)).indexOf(column);
        XSSFDataValidation validation = validations(opened(table)).get(at);

        assertThat(validation.getValidationConstraint().getValidationType())
                .isEqualTo(ValidationType.LIST);
        assertThat(validation.getValidationConstraint().getExplicitListValues())
                .containsExactly(words.split(","));
        assertThat(validation.getErrorStyle())
                .isEqualTo(style.equals("stop") ? ErrorStyle.STOP : ErrorStyle.INFO);
        assertThat(validation.getShowErrorBox()).isTrue();
        assertThat(validation.getErrorBoxText()).isNotBlank();
        assertThat(validation.getSuppressDropDownArrow()).as("the arrow is shown").isTrue();
    }

    @Test
    void noOtherColumnHasAList() throws IOException {
        int lists = 0;
        for (InputTable table : InputTable.values()) {
            lists +=
                    (int)
                            opened(table).getDataValidations().stream()
                                    .map(v -> v.getValidationConstraint().getValidationType())
                                    .filter(type -> type == ValidationType.LIST)
                                    .count();
        }
        assertThat(lists).isEqualTo(6);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsTypedStaysTextButAmountsAndCounts(InputTable table) throws IOException {
        Map<String, String> numbers =
                Map.of(
                        "belopp", "#,##0.00",
                        "kommun", "#,##0.00",
                        "vgr", "#,##0.00",
                        "utfall", "#,##0.00",
                        "antal", "#,##0");
        XSSFSheet sheet = opened(table);

        for (int at = 0; at < table.formColumns().size(); at++) {
            String heading = table.formColumns().get(at).heading();
            String expected = numbers.getOrDefault(heading, "@");
            assertThat(sheet.getColumnStyle(at).getDataFormatString())
                    .as("the whole column " + heading)
                    .isEqualTo(expected);
            assertThat(sheet.getRow(1).getCell(at).getCellStyle().getDataFormatString())
                    .as("the example of " + heading)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theExampleFitsItsColumn(InputTable table) throws IOException {
        XSSFSheet sheet = opened(table);

        for (int row = 0; row <= 1; row++) {
            String[] cells = cells(table, row);
            for (int at = 0; at < cells.length; at++) {
                assertThat(sheet.getColumnWidth(at) / 256)
                        .as(cells[at])
                        .isGreaterThan(cells[at].length() + 1)
                        .isLessThanOrEqualTo(60);
            }
        }
    }

    @Test
    void theExampleRowsNameEachOther() {
        Map<InputTable, Map<String, String>> example = new TreeMap<>();
        for (InputTable table : InputTable.values()) {
            Map<String, String> row = new TreeMap<>();
            String[] headings = cells(table, 0);
            Arrays.stream(headings)
                    .forEach(h -> row.put(h, cells(table, 1)[List.of(headings).indexOf(h)]));
            example.put(table, row);
        }
        String party = example.get(InputTable.PARTIES).get("kod");

        assertThat(example.get(InputTable.BUDGET))
                .containsEntry("objekt", example.get(InputTable.OBJECTS).get("objekt"))
                .containsEntry("nyckel", example.get(InputTable.KEYS).get("nyckel"));
        assertThat(example.get(InputTable.OUTCOME))
                .containsEntry("rad", example.get(InputTable.BUDGET).get("rad"));
        assertThat(example.get(InputTable.VOLUMES)).containsEntry("part", party);
        assertThat(example.get(InputTable.POPULATION)).containsEntry("kod", party);
        assertThat(Optional.ofNullable(example.get(InputTable.KEYS).get("part"))).contains("VGK");
    }
}
