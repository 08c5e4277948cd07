package se.gits.costshare.export.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.gits.costshare.export.Exported;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.money.Money;
import se.gits.costshare.run.Books;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.RandomYear;

/**
 * A batch workbook of more than a sheet has room for: what stands together, and that all that can
 * be checked of it still is. A sheet's room is made small, since a million rows would take a
 * minute.
 */
class SmallRoomTest {

    private static final Issuance JANUARY = SampleIssuances.january();
    private static final int FIRST = 5;

    @Test
    void linesThatAreTooManyStandObjectByObject() {
        OpenedWorkbook opened = open(JANUARY, new Room(249, 5));

        Sheet lines = opened.sheet("Rader");
        assertThat(textOf(lines.getRow(2)))
                .contains("rymmer, och står objekt för objekt på alla bladen");
        assertThat(lines.getLastRowNum()).isEqualTo(FIRST + 50);
        Row goteborg = rowOf("1480", lines, 1);
        Invoice invoice = SampleIssuances.invoiceTo("1480", JANUARY);
        assertThat(texts(goteborg, 0, 8))
                .containsExactly(
                        "202300031",
                        "1480",
                        invoice.recipient().name(),
                        "SHVO",
                        "5 rader",
                        invoice.lines().get(0).objectName(),
                        "ordinarie",
                        "");
        assertThat(OpenedWorkbook.money(goteborg.getCell(8))).isEqualTo(invoice.net());
        assertThat(OpenedWorkbook.money(goteborg.getCell(15))).isEqualTo(Money.ZERO);
        Sheet allocation = opened.sheet("Sammanställning");
        assertThat(texts(allocation.getRow(5), 2, 5)).containsExactly("Rad", "5 rader", "");
        assertThat(OpenedWorkbook.money(rowOf("1480", allocation, 0).getCell(3)))
                .isEqualTo(invoice.net());
    }

    @Test
    void columnsThatAreTooManyStandTogetherToo() {
        OpenedWorkbook opened = open(JANUARY, new Room(10_000, 4));

        assertThat(texts(opened.sheet("Sammanställning").getRow(5), 2, 4))
                .containsExactly("Rad", "5 rader");
        assertThat(rowOf("1480", opened.sheet("Rader"), 1).getCell(4)).hasToString("5 rader");
    }

    @Test
    void eachLineStandsByItselfWhereThereIsJustRoom() {
        OpenedWorkbook opened = open(JANUARY, new Room(250, 5));

        assertThat(opened.sheet("Rader").getLastRowNum()).isEqualTo(FIRST + 250);
        assertThat(textOf(opened.sheet("Rader").getRow(2))).doesNotContain("rymmer");
    }

    @Test
    void objectsThatAreTooManyStandTogether() {
        OpenedWorkbook opened = open(JANUARY, new Room(249, 0));

        assertThat(texts(rowOf("1480", opened.sheet("Rader"), 1), 3, 6))
                .containsExactly("", "5 rader", "Alla budgetrader");
        assertThat(textOf(opened.sheet("Sammanställning").getRow(2))).contains("står tillsammans");
    }

    @Test
    void whatIsLeftOverOfEachLineIsToldWhereThereIsNoRoomForWhoGotIt() {
        Sheet whole = open(JANUARY, Room.OF_A_SHEET).sheet("Öreslista");
        int rows = whole.getLastRowNum() - FIRST;

        Sheet justRoom = open(JANUARY, new Room(rows, 5)).sheet("Öreslista");
        Sheet noRoom = open(JANUARY, new Room(rows - 1, 5)).sheet("Öreslista");

        assertThat(justRoom.getLastRowNum()).isEqualTo(whole.getLastRowNum());
        assertThat(noRoom.getLastRowNum()).isLessThan(FIRST + 15);
        assertThat(textOf(noRoom.getRow(2))).contains("gits explain");
        Row split = noRoom.getRow(FIRST);
        assertThat(split.getCell(9).getNumericCellValue())
                .isPositive()
                .isEqualTo(split.getCell(8).getNumericCellValue());
        assertThat(noRoom.getRow(noRoom.getLastRowNum()).getCell(9).getNumericCellValue())
                .isEqualTo(whole.getRow(whole.getLastRowNum()).getCell(9).getNumericCellValue());
    }

    @Test
    void changesThatAreTooManyStandCauseByCause() {
        Issuance dearer = SampleIssuances.february("Dyrare", SampleIssuances::dearer);
        Sheet whole = open(dearer, Room.OF_A_SHEET).sheet("Förändringar");

        Sheet together = open(dearer, new Room(3, 3)).sheet("Förändringar");

        assertThat(textOf(together.getRow(2))).contains("orsak för orsak");
        assertThat(together.getLastRowNum()).isLessThan(whole.getLastRowNum());
        assertThat(texts(together.getRow(FIRST), 0, 6))
                .containsExactly("", "50 parter", "", "", "1 rad", "kostnad");
        assertThat(together.getRow(together.getLastRowNum()).getCell(8).getNumericCellValue())
                .isEqualTo(whole.getRow(whole.getLastRowNum()).getCell(8).getNumericCellValue());
    }

    @Test
    void sharesOfTheOutcomeThatAreTooManyStandLineByLine() {
        Sheet shares = open(SampleIssuances.settlement(), new Room(249, 5)).sheet("Rad och part");

        assertThat(textOf(shares.getRow(2))).contains("avrakning.csv");
        assertThat(texts(shares.getRow(FIRST), 0, 6))
                .containsExactly("SHVO", "1", "Drift och licens", "", "50 andelar", "");
        assertThat(OpenedWorkbook.money(shares.getRow(FIRST).getCell(6)))
                .isEqualTo(new Money(6_900_000_01));
    }

    @Test
    void splitsThatAreTooManyStandLineByLine() {
        Sheet whole = open(JANUARY, Room.OF_A_SHEET).sheet("Öreslista");
        Sheet together = open(JANUARY, new Room(8, 5)).sheet("Öreslista");

        assertThat(textOf(together.getRow(2))).contains("delades ut av varje budgetrad");
        assertThat(together.getLastRowNum()).isEqualTo(FIRST + 5);
        assertThat(texts(together.getRow(FIRST), 0, 4))
                .containsExactly("1", "Drift och licens", "", "2 fördelningar");
        for (int column : List.of(8, 9)) {
            assertThat(together.getRow(FIRST + 5).getCell(column).getNumericCellValue())
                    .isPositive()
                    .isEqualTo(
                            whole.getRow(whole.getLastRowNum())
                                    .getCell(column)
                                    .getNumericCellValue());
        }
    }

    @Test
    void theFirstSheetTellsThatLinesStandTogether() {
        assertThat(open(JANUARY, new Room(249, 5)).texts())
                .filteredOn(text -> text.startsWith("Raderna är fler än"))
                .hasSize(2);
        assertThat(open(JANUARY, Room.OF_A_SHEET).texts())
                .noneMatch(text -> text.contains("rymmer"));
    }

    @ParameterizedTest(name = "{2} {3}: {4}")
    @MethodSource("changes")
    void aChangedFigureMakesItsControlFalse(
            Issuance issuance, Room room, String sheet, String cell, String control) {
        OpenedWorkbook opened = open(issuance, room);
        assertThat(falseControls(opened)).isEmpty();
        Cell changed =
                opened.sheet(sheet)
                        .getRow(Integer.parseInt(cell.substring(1)) - 1)
                        .getCell(cell.charAt(0) - 'A');
        assertThat(changed.getCellType()).isEqualTo(CellType.NUMERIC);

        changed.setCellValue(changed.getNumericCellValue() + 0.01);
        opened.workbook().getCreationHelper().createFormulaEvaluator().evaluateAll();

        assertThat(falseControls(opened)).contains(control);
    }

    static Stream<Arguments> changes() {
        Room room = new Room(49, 5);
        Issuance carried =
                SampleIssuances.january(
                        text -> text.replace("232100-0131;intern", "232100-0131;ingen"));
        Issuance dearer = SampleIssuances.february("Dyrare", SampleIssuances::dearer);
        Issuance settlement = SampleIssuances.settlement();
        String everyLine = "Varje part och budgetrad, fakturarader";
        return Stream.of(
                Arguments.of(JANUARY, room, "Rader", "I10", everyLine),
                Arguments.of(JANUARY, room, "Rader", "I10", "Varje part, fakturor och rader"),
                Arguments.of(JANUARY, room, "Sammanställning", "D20", everyLine),
                Arguments.of(JANUARY, room, "Sammanställning", "D20", "Alla budgetrader"),
                Arguments.of(JANUARY, room, "Budget", "H5", "Budgetrad 1"),
                Arguments.of(JANUARY, room, "Öreslista", "J6", "Öresutjämningen"),
                Arguments.of(JANUARY, room, "Öreslista", "H6", "Öresutjämningen"),
                Arguments.of(JANUARY, new Room(8, 5), "Öreslista", "J6", "Öresutjämningen"),
                Arguments.of(
                        carried,
                        room,
                        "Bärs centralt",
                        "G6",
                        "Varje part och budgetrad, bärs centralt"),
                Arguments.of(dearer, room, "Förändringar", "I6", "Från 2023-01 till denna månad"),
                Arguments.of(settlement, room, "Rad och part", "G6", "Budgetrad 1, avräkning"));
    }

    @Test
    void whatIsCarriedCentrallyStandsTogetherToo() {
        Issuance carried =
                SampleIssuances.january(
                        text -> text.replace("232100-0131;intern", "232100-0131;ingen"));

        Sheet sheet = open(carried, new Room(49, 5)).sheet("Bärs centralt");

        assertThat(sheet.getLastRowNum()).isEqualTo(FIRST + 1);
        assertThat(texts(sheet.getRow(FIRST), 0, 5))
                .containsExactly(
                        "VGR",
                        "Västra Götalandsregionen",
                        "SHVO",
                        "5 rader",
                        JANUARY.invoices().get(0).lines().get(0).objectName());
        assertThat(OpenedWorkbook.money(sheet.getRow(FIRST).getCell(6)))
                .isEqualTo(carried.notInvoiced());
    }

    @ParameterizedTest(name = "{1}, seed {0}")
    @MethodSource("rooms")
    void everyControlHolds(long seed, Room room) {
        Books books = new Books();
        new RandomYear(seed, 1, books.office()).happen();

        List<String> together = new ArrayList<>();
        for (Issuance issuance : books.issuances()) {
            OpenedWorkbook opened = open(issuance, room);
            opened.assertFormulasGiveTheirCachedValues();
            assertThat(falseControls(opened))
                    .as("%s %s", issuance.terms().kind(), issuance.terms().month())
                    .isEmpty();
            opened.texts().stream().filter(text -> text.contains("rymmer")).forEach(together::add);
        }
        assertThat(together).isNotEmpty();
    }

    static Stream<Arguments> rooms() {
        return Stream.of(
                Arguments.of(1, new Room(40, 16_000)),
                Arguments.of(2, new Room(1_000_000, 3)),
                Arguments.of(3, new Room(20, 20)),
                Arguments.of(4, new Room(1, 1)));
    }

    private static OpenedWorkbook open(Issuance issuance, Room room) {
        return new OpenedWorkbook(Exported.by(new SummaryWorkbook(room), issuance));
    }

    private static List<String> falseControls(OpenedWorkbook opened) {
        List<String> names = new ArrayList<>();
        for (Row row : opened.sheet("Kontroller")) {
            for (Cell cell : row) {
                if (cell.getCellType() == CellType.FORMULA
                        && cell.getCachedFormulaResultType() == CellType.BOOLEAN
                        && !cell.getBooleanCellValue()) {
                    names.add(row.getCell(0).toString());
                }
            }
        }
        return names;
    }

    private static Row rowOf(String party, Sheet sheet, int column) {
        for (Row row : sheet) {
            if (row.getCell(column) != null && row.getCell(column).toString().equals(party)) {
                return row;
            }
        }
        throw new AssertionError("No row of " + party);
    }

    private static List<String> texts(Row row, int from, int to) {
        List<String> texts = new ArrayList<>();
        for (int column = from; column < to; column++) {
            Cell cell = row.getCell(column);
            texts.add(cell == null ? "" : cell.toString());
        }
        return texts;
    }

    private static String textOf(Row row) {
        return row.getCell(0).toString();
    }
}
