package se.gits.costshare.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.gits.costshare.fuzz.ForgedZip;

/** What the cells of a workbook mean, and what is said of a file that is none. */
class WorkbookSheetTest {

    private final Problems problems = new Problems();

    private Sheet sheet(TestWorkbook workbook) {
        return Sheet.read(workbook.file("x.xlsx"), problems).orElseThrow();
    }

    /** Number, then the cells with {@code |} between. */
    private static List<String> rows(Sheet sheet) {
        return sheet.lines().stream().map(line -> line.number() + ": " + shown(line)).toList();
    }

    private static String shown(Sheet.Line line) {
        return String.join("|", line.cells().stream().map(Content::text).toList());
    }

    private List<String> told() {
        List<InputProblem> all = new ArrayList<>(problems.faults());
        all.addAll(problems.warnings());
        return all.stream().map(p -> p.kind() + " " + p.place().cell() + p.details()).toList();
    }

    @ParameterizedTest(name = "{0} as {1} is {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    7600000             | General          | 7600000
                    880000.5            | #,##0.00         | 880000,5
                    -12.5               | #,##0.00 "kr"    | -12,5
                    0.30000000000000004 | General          | 0,3
                    0.1                 | 0.0              | 0,1
                    0.7                 | 0%               | 70 %
                    0.333               | 0.0%             | 33,3 %
                    0.07                | 0%               | 7 %
                    70                  | 0" %"            | 70
                    0.3333333333333333  | # ?/?            | 1/3
                    0.6666666666666666  | # ??/??          | 2/3
                    0.5                 | # ?/2            | 1/2
                    117                 | 0000             | 0117
                    1480                | 0000             | 1480
                    40482               | 000\\ 00         | 404 82
                    1                   | @                | 1
                    1E3                 | General          | 1000
                    1.5E-3              | General          | 0,0015
                    44927               | yyyy\\-mm\\-dd   | 2023-01-01
                    44927               | m/d/yy           | 2023-01-01
                    44927               | mmm\\-yy         | 2023-01
                    44927               | yyyy\\-mm        | 2023-01
                    44927               | [$-41D]mmmm\\ yyyy | 2023-01
                    44941.5             | yyyy\\-mm\\-dd\\ hh:mm | 2023-01-15
                    44927               | [$-sv-SE]mmm\\-yy;@   | 2023-01
                    44927               | "Ref "yyyy\\-mm\\-dd | 2023-01-01
                    44927               | yyyy             | 2023
                    44927               | mmmm             | 1
                    0.5                 | hh:mm            | 12:00
                    7                   | "M"0             | 7 m
                    7600                | #,##0" tkr"      | 7600 tkr
                    7600000             | #,##0," tkr"     | 7600000
                    7600000             | 0.0,,"Mkr"       | 7600000
                    7600000             | 0.0," Mkr"       | 7600 mkr
                    7.6                 | 0.0" Mkr"        | 7,6 mkr
                    2280                | 0"000"           | 2280 "000"
                    100                 | [$€-2] #,##0     | 100 €
                    100                 | [$kr-41D] #,##0  | 100
                    100                 | _-* #,##0.00\\ "kr"_-;\\-* #,##0.00\\ "kr"_- | 100
                    -100                | _-* #,##0.00\\ "kr"_-;\\-* #,##0.00\\ "kr"_- | -100
                    -100                | #,##0;[Red]#,##0 | -100
                    0.5                 | [>1]0;0%         | 0,5 [[>1]0;0%]
                    123456789012345678  | General          | 123456789012346000
                    """)
    void aNumberMeansWhatItsFormatSays(String number, String format, String text) {
        assertThat(new NumberFormat(200, format).read(number, false).text()).isEqualTo(text);
    }

    @ParameterizedTest(name = "{0} as {1} shows {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    12500.5  | #,##0        | 12501
                    12500.5  | #,##0.0      | ''
                    12500.5  | #,##0.00     | ''
                    12500.5  | General      | ''
                    7600000  | #,##0,       | 7600
                    7600000  | #,##0," tkr" | ''
                    7600500  | #,##0," tkr" | 7601 tkr
                    7650000  | 0.0,,"Mkr"   | 7,7 mkr
                    0.335    | 0%           | 34 %
                    0.335    | 0.0%         | ''
                    -12500.5 | #,##0;(#,##0) | -12501
                    5        | 0" st"       | ''
                    0.33     | # ?/?        | 1/3
                    -5       | #,##0;#,##0  | 5
                    -5       | #,##0;[Red]#,##0 | ''
                    -5       | #,##0;(#,##0) | ''
                    5        | ;;;          | –
                    12345    | 0.00E+00     | 12300
                    12300    | 0.00E+00     | ''
                    5        | [<1000]0;#,##0.0 | ''
                    """)
    void aNumberThatShowsAsAnotherIsKnown(String number, String format, String shown) {
        assertThat(new NumberFormat(200, format).read(number, false).shown()).isEqualTo(shown);
    }

    @Test
    void macsOfOldCountDaysFrom1904() {
        TestWorkbook workbook =
                new TestWorkbook("Blad1")
                        .withBook(book -> book.getCTWorkbook().getWorkbookPr().setDate1904(true))
                        .number("A1", 43465, "yyyy\\-mm\\-dd");

        assertThat(rows(sheet(workbook))).containsExactly("1: 2023-01-01");
    }

    @Test
    void blankRowsAndCellsKeepTheirPlaces() {
        TestWorkbook workbook =
                new TestWorkbook("Budget 2023")
                        .text("B2", "rubrik")
                        .text("B5", "\u00A0a\u00A0")
                        .text("AA5", "sist");

        Sheet sheet = sheet(workbook);

        assertThat(rows(sheet)).containsExactly("2: |rubrik", "5: |a" + "|".repeat(25) + "sist");
        assertThat(sheet.place(5, 26, "kod").cell()).isEqualTo("Budget 2023!AA5");
        assertThat(sheet.place(5, -1, "").cell()).isEqualTo("Budget 2023!5");
    }

    @Test
    void ofAFormulaTheSavedValueIsReadAndNeverComputed() {
        TestWorkbook workbook =
                new TestWorkbook("Blad1")
                        .formula("A1", "1+1", 3)
                        .error("C1", FormulaError.REF.getCode());

        List<Content> cells = sheet(workbook).lines().get(0).cells();

        assertThat(cells.get(0).text()).isEqualTo("3");
        assertThat(cells.get(2)).isEqualTo(new Content("#REF!", Content.Form.ERROR, ""));
    }

    @Test
    void aFormulaThatNobodyHasComputedHasNoValue() {
        byte[] written = new TestWorkbook("Blad1").formula("A1", "1+1", 3).bytes();
        // As openpyxl leaves it.
        byte[] bytes =
                change(written, "xl/worksheets/sheet1.xml", x -> x.replace("<v>3.0</v>", "<v/>"));

        Sheet sheet = Sheet.read(new InputFile("x.xlsx", bytes), problems).orElseThrow();

        assertThat(sheet.lines().get(0).cells().get(0).form()).isEqualTo(Content.Form.UNCOMPUTED);
    }

    @Test
    void textsAreReadWhereverTheyAreKept() {
        byte[] written = new TestWorkbook("Blad1").text("A1", "delad").text("B1", "x").bytes();
        byte[] bytes =
                change(
                        written,
                        "xl/worksheets/sheet1.xml",
                        x ->
                                x.replaceAll(
                                        "<c r=\"B1\"[^/]*<v>1</v></c>",
                                        "<c r=\"B1\" t=\"inlineStr\"><is><r><t>e</t></r><r><t>gen</t></r>"
                                                + "<rPh><t>!</t></rPh></is></c>"
                                                + "<c t=\"str\"><f>A1</f><v>räknad</v></c>"
                                                + "<c t=\"str\"><f>A1</f></c>"
                                                + "<c t=\"str\"><f>A1</f><v></v></c>"
                                                + "<c t=\"inlineStr\"><is><t>a_x000D_b_x005F_</t></is></c>"
                                                + "<c t=\"b\"><v>1</v></c>"
                                                + "<c t=\"b\"><v>true</v></c>"
                                                + "<c t=\"b\"><v>0</v></c>"
                                                + "<c t=\"d\"><v>2023-01-31T00:00:00</v></c>"));

        Sheet sheet = Sheet.read(new InputFile("x.xlsx", bytes), problems).orElseThrow();
        assertThat(rows(sheet))
                .containsExactly("1: delad|egen|räknad|||a\rb_|SANT|SANT|FALSKT|2023-01-31");
        assertThat(sheet.lines().get(0).cell(3).form()).isEqualTo(Content.Form.UNCOMPUTED);
        assertThat(sheet.lines().get(0).cell(4)).isEqualTo(Content.BLANK);
    }

    @Test
    void aWorkbookOfScbsHasMarksPrefixesAndPathsFromTheRoot() {
        byte[] bytes = new TestWorkbook("TAB").row(1, "region", "2022").bytes();
        bytes =
                change(
                        bytes,
                        "xl/_rels/workbook.xml.rels",
                        xml ->
                                "\uFEFF"
                                        + xml.replace("Target=\"", "Target=\"/xl/")
                                                .replace("/xl/styles", "../xl/./styles"));
        bytes = change(bytes, "_rels/.rels", xml -> "\uFEFF" + xml);
        bytes =
                change(
                        bytes,
                        "xl/worksheets/sheet1.xml",
                        xml ->
                                xml.replaceAll("<(/?)(?=[a-z])", "<$1x:")
                                        .replace(" xmlns=", " xmlns:x="));

        assertThat(rows(Sheet.read(new InputFile("x.xlsx", bytes), problems).orElseThrow()))
                .containsExactly("1: region|2022");
    }

    @Test
    void hiddenRowsAndColumnsAreReadAndWarnedOf() {
        TestWorkbook workbook =
                new TestWorkbook("Blad1")
                        .row(1, "a", "b", "c")
                        .row(2, "1", "2", "3")
                        .row(3, "4", "5", "6")
                        .row(4, "7", "8", "9")
                        .with(sheet -> sheet.getRow(1).setZeroHeight(true))
                        .with(sheet -> sheet.getRow(2).setZeroHeight(true))
                        .with(sheet -> sheet.createRow(7).setZeroHeight(true))
                        .with(sheet -> sheet.setColumnHidden(1, true));

        assertThat(rows(sheet(workbook)))
                .containsExactly("1: a|b|c", "2: 1|2|3", "3: 4|5|6", "4: 7|8|9");
        assertThat(told()).containsExactly("ROWS_HIDDEN Blad1[2, 2, 3]", "COLUMNS_HIDDEN Blad1[B]");
    }

    @Test
    void theFirstSheetIsReadAndTheOthersAreNamed() {
        TestWorkbook workbook =
                new TestWorkbook("Gammal")
                        .text("A1", "gammal")
                        .sheet("Budget")
                        .text("A1", "budget")
                        .sheet("Anteckningar")
                        .withBook(book -> book.setSheetVisibility(0, SheetVisibility.HIDDEN))
                        .withBook(book -> book.setActiveSheet(1));

        // What is hidden nobody sees as the first.
        assertThat(rows(sheet(workbook))).containsExactly("1: budget");
        assertThat(told()).containsExactly("OTHER_SHEETS Budget[Budget, Anteckningar, Gammal]");
    }

    @Test
    void anEmptySheetIsAFault() {
        assertThat(Sheet.read(new TestWorkbook("Tom").file("x.xlsx"), problems)).isEmpty();
        assertThat(told()).containsExactly("SHEET_EMPTY Tom[Tom]");
    }

    @Test
    void aTitleMayBeMergedOverTheHeading() {
        TestWorkbook workbook =
                new TestWorkbook("Parter")
                        .text("A1", "Parter 2023, version 3")
                        .with(sheet -> sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 2)))
                        .row(3, "Kod", "Namn", "Belopp")
                        .row(4, "VGR", "Regionen", "")
                        .number("C4", 12.5, "#,##0.00")
                        .row(6, "1440", "Ale", "")
                        .text("A9", "Källa: SITIV, hösten 2022");

        Table table =
                TableFile.of(
                                sheet(workbook),
                                new Columns(List.of("kod", "namn"), List.of("belopp")),
                                problems)
                        .orElseThrow();

        assertThat(table.rows()).extracting(Table.Row::number).containsExactly(4, 6);
        Cell amount = table.rows().get(0).cell("belopp");
        assertThat(amount.place()).isEqualTo(new Place("x.xlsx", 4, "belopp", "Parter!C4"));
        assertThat(amount.amount(problems).orElseThrow().ore()).isEqualTo(1250);
        assertThat(told()).containsExactly("NOTE_BELOW_TABLE Parter!9[]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>",
                "<!DOCTYPE x>"
            })
    void aDocumentTypeIsRefusedAndItsEntitiesWithIt(String documentType) {
        byte[] bytes =
                change(
                        new TestWorkbook("Blad1").text("A1", "x").bytes(),
                        "xl/worksheets/sheet1.xml",
                        xml -> xml.replaceFirst("(?s)^(<\\?xml.*?\\?>)?", "$1" + documentType));

        assertThat(Sheet.read(new InputFile("x.xlsx", bytes), problems)).isEmpty();
        assertThat(told()).containsExactly("WORKBOOK_DAMAGED []");
    }

    @Test
    void everyCutAndEveryOverwrittenStretchIsToldOrReadAsBefore() {
        byte[] bytes =
                new TestWorkbook("Blad1").row(1, "kod", "namn").row(2, "VGR", "Regionen").bytes();
        for (int i = 0; i < bytes.length; i += 97) {
            byte[] cut = java.util.Arrays.copyOf(bytes, i);
            byte[] overwritten = bytes.clone();
            for (int j = i; j < Math.min(i + 8, bytes.length); j++) {
                overwritten[j] = (byte) (j * 31);
            }
            for (byte[] damaged : List.of(cut, overwritten)) {
                Problems told = new Problems();
                Optional<Sheet> sheet = Sheet.read(new InputFile("x.xlsx", damaged), told);
                assertThat(sheet.isPresent() != told.hasFaults()).as("byte " + i).isTrue();
                sheet.ifPresent(
                        read ->
                                assertThat(rows(read))
                                        .containsExactly("1: kod|namn", "2: VGR|Regionen"));
            }
        }
    }

    @Test
    void aChangedFigureIsToldByItsChecksum() throws IOException {
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        try (ZipInputStream in =
                        new ZipInputStream(
                                new ByteArrayInputStream(
                                        new TestWorkbook("B").number("A1", 70, "0").bytes()));
                ZipOutputStream out = new ZipOutputStream(stored)) {
            out.setLevel(0);
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(in.readAllBytes());
            }
        }
        String before = stored.toString(StandardCharsets.ISO_8859_1);
        String after = before.replace("<v>70.0</v>", "<v>60.0</v>");
        assertThat(after).isNotEqualTo(before);
        byte[] changed = after.getBytes(StandardCharsets.ISO_8859_1);

        assertThat(
                        rows(
                                Sheet.read(new InputFile("x.xlsx", stored.toByteArray()), problems)
                                        .orElseThrow()))
                .containsExactly("1: 70");
        assertThat(Sheet.read(new InputFile("x.xlsx", changed), problems)).isEmpty();
        assertThat(told()).containsExactly("WORKBOOK_DAMAGED []");
    }

    @Test
    void aZeroThatNobodyComputedIsNoValue() {
        TestWorkbook workbook =
                new TestWorkbook("B")
                        .formula("A1", "7*8", 0)
                        .formula("B1", "7*8", 56)
                        .number("C1", 0, "0")
                        .withBook(book -> book.setForceFormulaRecalculation(true));

        assertThat(sheet(workbook).lines().get(0).cells())
                .extracting(Content::form)
                .containsExactly(Content.Form.UNCOMPUTED, Content.Form.NUMBER, Content.Form.NUMBER);
        assertThat(told()).containsExactly("FORMULAS_TO_BE_COMPUTED B[]");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "rows that go backwards, <row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>",
        "a row beyond the last, <row r=\"1048577\"><c><v>1</v></c></row>",
        "a column beyond the last, <row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>",
        "a column beyond all numbers, <row r=\"1\"><c r=\"ZZZZZZZZZZ1\"><v>1</v></c></row>",
        "a number that would take a gigabyte, <row r=\"1\"><c r=\"A1\"><v>1E999999999</v></c></row>",
        "a text that is not there, <row r=\"1\"><c r=\"A1\" t=\"s\"><v>99</v></c></row>",
        "no number, <row r=\"1\"><c r=\"A1\"><v>ett</v></c></row>",
        "XML that never ends, <row r=\"1\"><c r=\"A1\"><v>1</v>"
    })
    void whatNoSpreadsheetProgramWritesIsDamaged(String what, String rows) {
        byte[] bytes =
                change(
                        new TestWorkbook("Blad1").text("A1", "x").bytes(),
                        "xl/worksheets/sheet1.xml",
                        xml ->
                                xml.replaceAll(
                                        "(?s)<sheetData>.*</sheetData>",
                                        "<sheetData>" + rows + "</sheetData>"));

        assertThat(Sheet.read(new InputFile("x.xlsx", bytes), problems)).isEmpty();
        assertThat(told()).containsExactly("WORKBOOK_DAMAGED []");
    }

    /** Some ways to pack need libraries that are not here, and fail as no other damage does. */
    @ParameterizedTest(name = "method {0}")
    @ValueSource(ints = {1, 6, 9, 12, 14, 20, 93, 95, 98, 99})
    void aPartPackedAsInNoWorkbookIsDamaged(int method) {
        ForgedZip zip = ForgedZip.of(new TestWorkbook("Blad1").text("A1", "x").bytes());
        zip.entries().forEach(entry -> entry.saysMethod(method));

        assertThat(Sheet.read(new InputFile("x.xlsx", zip.bytes()), problems)).isEmpty();
        assertThat(told()).containsExactly("WORKBOOK_DAMAGED []");
    }

    @Test
    void morePartsThanAnyWorkbookHasIsDamage() {
        ForgedZip zip = ForgedZip.of(new TestWorkbook("Blad1").text("A1", "x").bytes());
        for (int i = 0; i < 20_000; i++) {
            zip.addSharing("x/" + i, 0);
        }

        assertThat(Sheet.read(new InputFile("x.xlsx", zip.bytes()), problems)).isEmpty();
        assertThat(told()).containsExactly("WORKBOOK_DAMAGED []");
    }

    /** A pattern that goes into itself for every letter would need more stack than there is. */
    @Test
    void aNumberFormatWithoutEndIsDamaged() {
        byte[] bytes =
                change(
                        new TestWorkbook("Blad1").number("A1", 1, "0.0").bytes(),
                        "xl/styles.xml",
                        xml -> xml.replace("\"0.0\"", '"' + "0".repeat(100_000) + '"'));

        assertThat(Sheet.read(new InputFile("x.xlsx", bytes), problems)).isEmpty();
        assertThat(told()).containsExactly("WORKBOOK_DAMAGED []");
    }

    @Test
    void whatIsNoWorkbookIsTold() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("content.xml"));
            out.write("<office/>".getBytes(StandardCharsets.UTF_8));
        }
        for (byte[] bytes :
                List.of(zip.toByteArray(), "kod;namn\n".getBytes(StandardCharsets.UTF_8))) {
            Problems told = new Problems();
            assertThat(Sheet.read(new InputFile("x.xlsx", bytes), told)).isEmpty();
            assertThat(told.faults())
                    .extracting("kind")
                    .containsExactly(ProblemKind.FILE_NOT_WORKBOOK);
        }
        byte[] old = {
            (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
        };
        assertThat(Sheet.read(new InputFile("x.xlsx", old), problems)).isEmpty();
        assertThat(told()).containsExactly("WORKBOOK_OLD_OR_LOCKED []");
    }

    @Test
    void lettersOfColumnsAreExcels() {
        assertThat(List.of(0, 25, 26, 701, 702, SpreadsheetVersion.EXCEL2007.getLastColumnIndex()))
                .extracting(Sheet::letters)
                .containsExactly("A", "Z", "AA", "ZZ", "AAA", "XFD");
    }

    /** The workbook with one of its parts changed. */
    private static byte[] change(byte[] workbook, String part, UnaryOperator<String> change) {
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook));
                ZipOutputStream out = new ZipOutputStream(changed)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] bytes = in.readAllBytes();
                out.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals(part)) {
                    String before = new String(bytes, StandardCharsets.UTF_8);
                    String after = change.apply(before);
                    assertThat(after).isNotEqualTo(before);
                    bytes = after.getBytes(StandardCharsets.UTF_8);
                }
                out.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return changed.toByteArray();
    }
}
