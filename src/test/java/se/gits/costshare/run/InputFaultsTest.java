package se.gits.costshare.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.gits.costshare.input.InputProblem;
import se.gits.costshare.input.ProblemKind;
import se.gits.costshare.input.ProblemText;
import se.gits.costshare.input.Problems;
import se.gits.costshare.input.TestWorkbook;

/**
 * One row a fault: what is changed in an input without faults, and every word that its owner then
 * reads. {@code kind @ place: value}; then what is wrong.
 */
class InputFaultsTest {

    /** Told by the folder's reader, not by the tables'; see {@code InputFolderTest}. */
    private static final Set<ProblemKind> OF_THE_FOLDER =
            EnumSet.of(
                    ProblemKind.FOLDER_MISSING,
                    ProblemKind.FILE_NOT_A_FILE,
                    ProblemKind.FILE_TOO_LARGE,
                    ProblemKind.FILES_TOO_LARGE,
                    ProblemKind.FILE_IN_ANOTHER_FORM,
                    ProblemKind.UNKNOWN_FILE);

    private static final String PARTIES = "parter.csv";
    private static final String OBJECTS = "objekt.csv";
    private static final String KEYS = "nycklar.csv";
    private static final String BUDGET = "budget-2023.csv";
    private static final String SETTINGS = "installningar.yml";
    private static final String POPULATION = "folkmangd.csv";
    private static final String VOLUMES = "volymer.csv";
    private static final String OUTCOME = "utfall-2023.csv";

    private static Arguments fault(
            String what, UnaryOperator<SmallInput> change, String... expected) {
        return arguments(what, change, List.of(expected));
    }

    private static UnaryOperator<SmallInput> change(String file, String from, String to) {
        return input -> input.change(file, from, to);
    }

    private static UnaryOperator<SmallInput> add(String file, String row) {
        return input -> input.add(file, row);
    }

    private static UnaryOperator<SmallInput> put(String file, String text) {
        return input -> input.put(file, text);
    }

    private static UnaryOperator<SmallInput> workbook(String table, Consumer<TestWorkbook> change) {
        return input -> input.asWorkbook(table, change);
    }

    /** The small input with settings for book-keeping, from row 21 on. */
    private static UnaryOperator<SmallInput> booked(String from, String to) {
        return input ->
                input.change(
                                SETTINGS,
                                "bokföring: nej\n",
                                """
                                bokföring:
                                  kundfordran: 1510
                                  intern_fordran: 1790
                                  moms:
                                    25: 2611
                                    12: 2621
                                    6: 2631
                                  kontering:
                                    - objekt: SHVO
                                      konto: 3410
                                    - kostnadsslag: kort
                                      konto: 3420
                                  motparter:
                                    - typ: kommun
                                      motpart: 82
                                    - part: VGR
                                      motpart: 14
                                """)
                        .change(SETTINGS, from, to);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** Whoever lists the cases does not wait for the bytes of them all. */
    private static UnaryOperator<SmallInput> instead(
            String file, String other, Supplier<byte[]> bytes) {
        return input -> input.without(file).put(other, bytes.get());
    }

    static Stream<Arguments> faults() {
        return Stream.of(ofTextFiles(), ofWorkbooks(), ofOutcomes(), ofKindsOnceMore())
                .flatMap(cases -> cases);
    }

    private static UnaryOperator<SmallInput> outcome(String... rows) {
        return put(OUTCOME, "rad;utfall\n" + String.join("\n", rows) + "\n");
    }

    private static UnaryOperator<SmallInput> outcomeWorkbook(Consumer<TestWorkbook> change) {
        return input -> input.withOutcome().asWorkbook("utfall-2023", change);
    }

    private static Stream<Arguments> ofOutcomes() {
        return Stream.of(
                fault(
                        "an outcome of a row that the budget does not have",
                        outcome("1;7 600 000", "2;0", "33;-100"),
                        "UNKNOWN_BUDGET_ROW @ utfall-2023.csv:4 rad: 33"),
                fault(
                        "an outcome twice, which its total is then not held against",
                        outcome("1;1", "2;2", "3;3", "1;4", "Totalt;5"),
                        "TWICE @ utfall-2023.csv:5 rad: 1"),
                fault(
                        "outcomes that are no amounts, and are not missing as well",
                        outcome("1;sju miljoner", "2;1,005", "3;1", "Totalt;5"),
                        "NOT_AN_AMOUNT @ utfall-2023.csv:2 utfall: sju miljoner",
                        "TOO_MANY_DECIMALS @ utfall-2023.csv:3 utfall: 1,005"),
                fault(
                        "a total of the outcome that disagrees, though a row awaits its own",
                        outcome("1;1 000,50", "2;-0,50", "3;", "Totalt;1 000,01"),
                        "CONTROL_TOTAL @ utfall-2023.csv:5 utfall: 1 000,01"),
                fault(
                        "a total of the outcome that is no amount",
                        outcome("1;1", "2;2", "3;3", "Totalt;sex"),
                        "NOT_AN_AMOUNT @ utfall-2023.csv:5 utfall: sex"),
                fault(
                        "two totals of the outcome",
                        outcome("1;1", "2;2", "3;3", "Totalt;6", "totalt;6"),
                        "TWICE @ utfall-2023.csv:6 rad: totalt"),
                fault(
                        "a subtotal of the outcome, which the total is not held against",
                        outcome("1;1", "2;2", "Delsumma:;3", "3;3", "Totalt;6"),
                        "TOTAL_MISNAMED @ utfall-2023.csv:4 rad: Delsumma:"),
                fault(
                        "a sum of the outcome without a word",
                        outcome("1;1", "2;2", "3;3", ";7", "Totalt;7"),
                        "TOTAL_MISNAMED @ utfall-2023.csv:5 rad"),
                fault(
                        "an outcome whose budget cannot be read",
                        input -> input.withOutcome().change(BUDGET, ";belopp;", ";belop;"),
                        "COLUMN_UNKNOWN @ budget-2023.csv:1 belop: belop"),
                fault(
                        "a column of the outcome misspelt",
                        put(OUTCOME, "rad;utfal\n1;1\n"),
                        "COLUMN_UNKNOWN @ utfall-2023.csv:1 utfal: utfal"),
                fault(
                        "an outcome in two forms",
                        input -> input.withOutcome().put("utfall-2023.xlsx", "x"),
                        "FILE_IN_TWO_FORMS @ utfall-2023.xlsx"),
                fault(
                        "an outcome without a budget has its own faults",
                        put("utfall-2022.csv", "rad;utfall\nA;1\nA;2\n"),
                        "TWICE @ utfall-2022.csv:3 rad: A"),
                fault(
                        "an outcome's faults in a workbook have their cells' own addresses",
                        outcomeWorkbook(
                                w ->
                                        w.text("A2", "11")
                                                .date("A3", "2023-02-01", "d\\-mmm")
                                                .text("B4", "noll")),
                        "UNKNOWN_BUDGET_ROW @ utfall-2023.xlsx:2 Utfall-2023!A2 rad: 11",
                        "TEXT_BECAME_DATE @ utfall-2023.xlsx:3 Utfall-2023!A3 rad: 2023-02-01",
                        "NOT_AN_AMOUNT @ utfall-2023.xlsx:4 Utfall-2023!B4 utfall: noll"),
                fault(
                        "a budget row whose name became a date may be what the outcome names",
                        input ->
                                input.withOutcome()
                                        .asWorkbook(
                                                "budget-2023",
                                                w -> w.date("A4", "2023-03-01", "d\\-mmm")),
                        "TEXT_BECAME_DATE @ budget-2023.xlsx:4 Budget-2023!A4 rad: 2023-03-01"),
                fault(
                        "a budget row with a fault is a row of the budget all the same",
                        input -> input.withOutcome().change(BUDGET, "möten;100;", "möten;hundra;"),
                        "NOT_AN_AMOUNT @ budget-2023.csv:4 belopp: hundra"));
    }

    /** Of a settlement, where the year's outcome must be whole. */
    static Stream<Arguments> settlementFaults() {
        return Stream.of(
                fault("no outcome", input -> input, "FILE_MISSING @ utfall-2023.csv"),
                fault(
                        "rows that lack an outcome, told in one",
                        outcome("2;0"),
                        "OUTCOME_MISSING @ utfall-2023.csv rad"),
                fault(
                        "a row that is there and has no amount",
                        input -> input.withOutcome().changeAll(OUTCOME, "3;.*\nTotalt.*", "3;"),
                        "OUTCOME_MISSING @ utfall-2023.csv rad"),
                fault(
                        "an outcome under another name lacks under its own",
                        outcome("1;1", "22;2", "3;3"),
                        "OUTCOME_MISSING @ utfall-2023.csv rad",
                        "UNKNOWN_BUDGET_ROW @ utfall-2023.csv:3 rad: 22"),
                fault(
                        "faults of the outcome and of other files at once",
                        input ->
                                input.withOutcome()
                                        .change(OUTCOME, "2;0", "2;noll")
                                        .change(KEYS, "NORR;100;", "NORR;90;"),
                        "KEY_NOT_WHOLE @ nycklar.csv:6 andel: 90 %",
                        "NOT_AN_AMOUNT @ utfall-2023.csv:3 utfall: noll"),
                fault(
                        "no budget, and an outcome with a fault of its own",
                        input -> outcome("1;1", "1;1").apply(input).without(BUDGET),
                        "FILE_MISSING @ budget-2023.csv",
                        "TWICE @ utfall-2023.csv:3 rad: 1"),
                fault(
                        "an outcome in a form that is not read is not missing as well",
                        input -> input.withOutcome().put("utfall-2023.xlsx", "x"),
                        "FILE_IN_TWO_FORMS @ utfall-2023.xlsx"));
    }

    /** More of the kinds that have their example above. */
    private static Stream<Arguments> ofKindsOnceMore() {
        return Stream.of(
                fault(
                        "the municipalities' control sum where the region has none",
                        i ->
                                i.change(
                                                BUDGET,
                                                "4.1;2 280 000;5 320 000\n2",
                                                "4.1;2 280 000,01;\n2")
                                        .changeAll(BUDGET, "Totalt.*\n", ""),
                        "CONTROL_SUM @ budget-2023.csv:2 kommun: 2 280 000,01"),
                fault(
                        "the region's control sum where the municipalities have none",
                        i ->
                                i.change(BUDGET, "4.1;2 280 000;5 320 000\n2", "4.1;;5 320 001\n2")
                                        .changeAll(BUDGET, "Totalt.*\n", ""),
                        "CONTROL_SUM @ budget-2023.csv:2 vgr: 5 320 001,00"),
                fault(
                        "a line of no object",
                        change(BUDGET, "3;SHVO;Möten", "3;;Möten"),
                        "VALUE_MISSING @ budget-2023.csv:4 objekt"),
                fault(
                        "an object of which a later row has a fault, and no line with it",
                        add(OBJECTS, "SHVO;Vård;projekt;2024-01;;alla;24;Plan 2024"),
                        "NOT_A_VAT_RATE @ objekt.csv:4 momssats: 24"),
                fault(
                        "nobody of the group takes part, in each of two objects",
                        i ->
                                i.change(OBJECTS, "alla;25", "1480;25")
                                        .add(OBJECTS, "NY;Ny tjänst;projekt;2023-01;;1480;25;Plan")
                                        .change(
                                                BUDGET,
                                                "3;SHVO;",
                                                "4;NY;Nytt;drift;0;NORR;;;Plan;;\n3;SHVO;"),
                        "GROUP_WITHOUT_MEMBERS @ objekt.csv:2 deltagare: NORR",
                        "GROUP_WITHOUT_MEMBERS @ objekt.csv:4 deltagare: NORR"),
                fault(
                        "a posting of an object that has a fault of its own",
                        i ->
                                booked("kostnadsslag: kort", "objekt: KORT")
                                        .apply(i)
                                        .change(OBJECTS, "undantag 3 kap. ML", "24"),
                        "NOT_A_VAT_RATE @ objekt.csv:3 momssats: 24"),
                fault(
                        "a counterpart that has a fault of its own",
                        i ->
                                booked(
                                                "part: VGR",
                                                "typ: region\n      motpart: 14\n    - part: 1440")
                                        .apply(i)
                                        .change(PARTIES, "Ale kommun", ""),
                        "VALUE_MISSING @ parter.csv:3 namn"),
                fault(
                        "book-keeping of parties that cannot be read",
                        i ->
                                booked("objekt: SHVO", "objekt: SHV0")
                                        .apply(i)
                                        .change(PARTIES, "kod;namn;typ", "kod;namn;sort"),
                        "COLUMN_UNKNOWN @ parter.csv:1 sort: sort",
                        "COLUMN_MISSING @ parter.csv:1 typ"));
    }

    private static Stream<Arguments> ofWorkbooks() {
        return Stream.of(
                fault(
                        "text that Excel calls Unicode",
                        instead(
                                KEYS,
                                KEYS,
                                () -> "nyckel;från".getBytes(StandardCharsets.UTF_16LE)),
                        "FILE_IS_UTF16 @ nycklar.csv"),
                fault(
                        "a row of Windows-1252 pasted into UTF-8",
                        instead(
                                PARTIES,
                                PARTIES,
                                () ->
                                        concat(
                                                new SmallInput()
                                                        .text(PARTIES)
                                                        .getBytes(StandardCharsets.UTF_8),
                                                bytes(
                                                        'B', 'O', 'R', ';', 'B', 'o', 'r', 0xE5,
                                                        's'))),
                        "FILE_IN_TWO_ENCODINGS @ parter.csv"),
                fault(
                        "a last row with the wrong delimiter",
                        add(BUDGET, "6,SHVO,Extra drift,drift,500000,70/30,,,Beslut 2023,,"),
                        "ROW_IN_ONE_CELL @ budget-2023.csv:6:"
                                + " 6,SHVO,Extra drift,drift,500000,70/30,,,Beslut 2023,,"),
                fault(
                        "a row that a stray quotation mark has swallowed",
                        i ->
                                i.change(
                                                KEYS,
                                                "NORR;100;lika;Plan 2023",
                                                "NORR;100;lika;\"Plan 2023")
                                        .add(KEYS, "NY;2023-01;;VGR;100;;Plan\""),
                        "ROW_IN_ONE_CELL @ nycklar.csv:6 beslut: Plan 2023\nNY;2023-01;;VGR;100;;Plan"),
                fault(
                        "an end that is merged over several rows",
                        workbook(
                                "budget-2023",
                                w ->
                                        w.text("H2", "2023-06")
                                                .with(
                                                        s ->
                                                                s.addMergedRegion(
                                                                        CellRangeAddress.valueOf(
                                                                                "H2:H4")))),
                        "CELLS_MERGED @ budget-2023.xlsx:2 Budget-2023!H2 till"),
                fault(
                        "thousands of kronor",
                        workbook("budget-2023", w -> w.number("E4", 100, "#,##0\" tkr\"")),
                        "NOT_AN_AMOUNT @ budget-2023.xlsx:4 Budget-2023!E4 belopp: 100 tkr"),
                fault(
                        "zeros that the format puts there",
                        workbook("budget-2023", w -> w.number("E4", 100, "0\"000\"")),
                        "NOT_AN_AMOUNT @ budget-2023.xlsx:4 Budget-2023!E4 belopp: 100 \"000\""),
                fault(
                        "a year alone where a month belongs",
                        workbook("budget-2023", w -> w.date("H3", "2023-05-01", "yyyy")),
                        "NOT_A_MONTH @ budget-2023.xlsx:3 Budget-2023!H3 till: 2023"),
                fault(
                        "a date shown as a number",
                        workbook("objekt", w -> w.number("D2", 44927, "General")),
                        "DATE_AS_NUMBER @ objekt.xlsx:2 Objekt!D2 från: 44927"),
                fault(
                        "an empty sheet before the table",
                        instead(KEYS, "nycklar.xlsx", () -> new TestWorkbook("Blad1").bytes()),
                        "SHEET_EMPTY @ nycklar.xlsx Blad1"),
                fault(
                        "what a terminal would obey, in a name",
                        change(PARTIES, "Ale kommun", "Ale \u001B[31mkommun\u202E"),
                        "UNSEEN_CHARACTERS @ parter.csv:3 namn: Ale \u001B[31mkommun\u202E"),
                fault(
                        "a name on two lines",
                        change(PARTIES, "Ale kommun", "\"Ale\nkommun\""),
                        "UNSEEN_CHARACTERS @ parter.csv:3 namn: Ale\nkommun"),
                fault(
                        "more codes than anyone lists",
                        change(OBJECTS, "1440 1480", "1440 ".repeat(1_001)),
                        "VALUE_TOO_LONG @ objekt.csv:3 deltagare: "
                                + "1440 ".repeat(1_001).strip()),
                fault(
                        "a heading with its unit, and one broken over lines",
                        i ->
                                i.change(BUDGET, ";belopp;", ";Belopp (kr);")
                                        .change(BUDGET, "benämning", "\"Benäm-\nning\""),
                        "COLUMN_UNKNOWN @ budget-2023.csv:1 Belopp (kr): Belopp (kr)"),
                fault(
                        "a sum without a word",
                        change(BUDGET, "Totalt;;;;", ";;;;"),
                        "TOTAL_MISNAMED @ budget-2023.csv:5 rad"),
                fault(
                        "a dash for a decision",
                        change(KEYS, "lika;Plan 2023", "lika;-"),
                        "DECISION_MISSING @ nycklar.csv:6 beslut: -"),
                fault(
                        "a code in small letters is no fault of the keys",
                        change(PARTIES, "\nVGR;", "\nvgr;"),
                        "NOT_A_CODE @ parter.csv:2 kod: vgr"),
                fault(
                        "a tab in the settings",
                        change(SETTINGS, "ocr: luhn", "ocr:\n\tluhn"),
                        "SETTINGS_TAB @ installningar.yml:16"),
                fault(
                        "true or false",
                        workbook(
                                "parter",
                                w -> w.with(s -> s.getRow(2).createCell(8).setCellValue(true))),
                        "CELL_TRUE_OR_FALSE @ parter.xlsx:3 Parter!I3 adress: SANT"),
                fault(
                        "more digits than Excel keeps",
                        workbook("parter", w -> w.number("H3", 123456789012345678.0, "0")),
                        "DIGITS_LOST @ parter.xlsx:3 Parter!H3 referens: 123456789012346000"),
                fault(
                        "a group and a name made dates",
                        workbook(
                                "parter",
                                w ->
                                        w.date("F4", "2023-04-03", "d\\-mmm")
                                                .date("B5", "2023-10-05", "d\\-mmm")),
                        "TEXT_BECAME_DATE @ parter.xlsx:4 Parter!F4 grupper: 2023-04-03",
                        "TEXT_BECAME_DATE @ parter.xlsx:5 Parter!B5 namn: 2023-10-05"),
                fault(
                        "a workbook named .csv",
                        instead(KEYS, KEYS, () -> new TestWorkbook("Nycklar").bytes()),
                        "FILE_IS_WORKBOOK @ nycklar.csv"),
                fault(
                        "CSV named .xlsx",
                        instead(
                                KEYS,
                                "nycklar.xlsx",
                                () -> "nyckel;från".getBytes(StandardCharsets.UTF_8)),
                        "FILE_NOT_WORKBOOK @ nycklar.xlsx"),
                fault(
                        "a workbook of old, or one with a password",
                        instead(
                                KEYS,
                                "nycklar.xlsx",
                                () -> bytes(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1)),
                        "WORKBOOK_OLD_OR_LOCKED @ nycklar.xlsx"),
                fault(
                        "half a workbook",
                        instead(
                                KEYS,
                                "nycklar.xlsx",
                                () -> Arrays.copyOf(new TestWorkbook("Nycklar").bytes(), 2_000)),
                        "WORKBOOK_DAMAGED @ nycklar.xlsx"),
                fault(
                        "a workbook that unpacks a thousandfold",
                        instead(KEYS, "nycklar.xlsx", () -> TestWorkbook.bomb()),
                        "WORKBOOK_TOO_LARGE @ nycklar.xlsx"),
                fault(
                        "more columns than a spreadsheet has",
                        put(KEYS, ";".repeat(16_384) + "nyckel\n"),
                        "TABLE_TOO_LARGE @ nycklar.csv"),
                fault(
                        "tables with more cells together than one may have",
                        put(KEYS, ("x;".repeat(999) + "x\n").repeat(1_000)),
                        "TABLES_TOO_LARGE @ budget-2023.csv",
                        "TABLES_TOO_LARGE @ folkmangd.csv",
                        "TABLES_TOO_LARGE @ nycklar.csv",
                        "TABLES_TOO_LARGE @ volymer.csv"),
                fault(
                        "a formula that came to nothing",
                        workbook("budget-2023", w -> w.error("E4", FormulaError.REF.getCode())),
                        "CELL_ERROR @ budget-2023.xlsx:4 Budget-2023!E4 belopp: #REF!"),
                fault(
                        "a formula that nobody has computed",
                        workbook("budget-2023", w -> w.uncomputed("E4")),
                        "FORMULA_WITHOUT_VALUE @ budget-2023.xlsx:4 Budget-2023!E4 belopp"),
                fault(
                        "1/3 made a date",
                        workbook("nycklar", w -> w.date("E5", "2026-03-01", "d\\-mmm")),
                        "SHARE_BECAME_DATE @ nycklar.xlsx:5 Nycklar!E5 andel: 2026-03-01"),
                fault(
                        "1/3 made a date, and saved as CSV",
                        change(KEYS, "VASTKOM;1/3", "VASTKOM;01-mar"),
                        "SHARE_BECAME_DATE @ nycklar.csv:5 andel: 01-mar"),
                fault(
                        "a third, rounded",
                        workbook("nycklar", w -> w.number("E5", 1 / 3.0, "0%")),
                        "SHARE_SHOWN_OTHERWISE @ nycklar.xlsx:5 Nycklar!E5 andel: 33,3333333333333 %"),
                fault(
                        "shares as parts of one",
                        workbook(
                                "nycklar",
                                w -> w.number("E2", 0.7, "General").number("E3", 0.3, "General")),
                        "KEY_IN_PARTS_OF_ONE @ nycklar.xlsx:2 Nycklar!E2 andel: 1 %"),
                fault(
                        "a key's name made a date",
                        workbook("budget-2023", w -> w.date("F4", "2026-02-01", "d\\-mmm")),
                        "TEXT_BECAME_DATE @ budget-2023.xlsx:4 Budget-2023!F4 nyckel: 2026-02-01"),
                fault(
                        "a municipality's code without its zero",
                        workbook(
                                "parter",
                                w ->
                                        w.number("A7", 117, "General")
                                                .text("B7", "Österåkers kommun")
                                                .text("C7", "kommun")
                                                .text("E7", "ingen")),
                        "CODE_LOST_ZERO @ parter.xlsx:7 Parter!A7 kod: 117"),
                fault(
                        "a code without its zero, wherever a party is named",
                        input ->
                                input.add(PARTIES, "0117;Österåkers kommun;övrig;;ingen;;;;;;;")
                                        .add(VOLUMES, "kort;2023-01;;117;5")
                                        .change(OBJECTS, "1440 1480", "1440 1480 117")
                                        .asWorkbook("nycklar", w -> w.number("D6", 117, "General")),
                        "CODE_LOST_ZERO @ nycklar.xlsx:6 Nycklar!D6 part: 117",
                        "CODE_LOST_ZERO @ objekt.csv:3 deltagare: 117",
                        "CODE_LOST_ZERO @ volymer.csv:4 part: 117"),
                fault(
                        "a day where a month belongs",
                        workbook("objekt", w -> w.date("D2", "2023-01-15", "yyyy-mm-dd")),
                        "DAY_WITHIN_MONTH @ objekt.xlsx:2 Objekt!D2 från: 2023-01-15"),
                fault(
                        "a sum under another name",
                        change(BUDGET, "Totalt;", "Summa;"),
                        "TOTAL_MISNAMED @ budget-2023.csv:5 rad: Summa"),
                fault(
                        "a fault in a workbook has its cell's own address",
                        workbook(
                                "budget-2023",
                                w -> w.text("E4", "etthundra").text("B4", "SHVÖ").text("I4", "")),
                        "NOT_AN_AMOUNT @ budget-2023.xlsx:4 Budget-2023!E4 belopp: etthundra",
                        "DECISION_MISSING @ budget-2023.xlsx:4 Budget-2023!I4 beslut",
                        "UNKNOWN_OBJECT @ budget-2023.xlsx:4 Budget-2023!B4 objekt: SHVÖ"));
    }

    private static Stream<Arguments> ofTextFiles() {
        return Stream.of(
                // files
                fault("no budget", i -> i.without(BUDGET), "FILE_MISSING @ budget-ÅÅÅÅ.csv"),
                fault("no parties", i -> i.without(PARTIES), "FILE_MISSING @ parter.csv"),
                fault("no keys", i -> i.without(KEYS), "FILE_MISSING @ nycklar.csv"),
                fault("no objects", i -> i.without(OBJECTS), "FILE_MISSING @ objekt.csv"),
                fault("no settings", i -> i.without(SETTINGS), "FILE_MISSING @ installningar.yml"),
                fault("no population", i -> i.without(POPULATION), "FILE_MISSING @ folkmangd.csv"),
                fault("an empty file", put(KEYS, " \n"), "FILE_EMPTY @ nycklar.csv"),
                fault(
                        "headings alone",
                        put(VOLUMES, "volym;från;till;part;antal\n"),
                        "TABLE_WITHOUT_ROWS @ volymer.csv"),
                fault(
                        "a table twice",
                        put("nycklar.xlsx", "x"),
                        "FILE_IN_TWO_FORMS @ nycklar.xlsx"),
                fault("not text", put(KEYS, "nyckel\0"), "FILE_NOT_TEXT @ nycklar.csv"),
                fault(
                        "a quotation mark that never ends",
                        change(KEYS, "NORR;2023-01;;NORR", "\"NORR;2023-01;;NORR"),
                        "FILE_NOT_CSV @ nycklar.csv:6"),
                // columns
                fault(
                        "a column misspelt",
                        change(BUDGET, ";belopp;", ";belop;"),
                        "COLUMN_UNKNOWN @ budget-2023.csv:1 belop: belop"),
                fault(
                        "a column twice",
                        change(KEYS, "andel;fördelning", "andel;andel"),
                        "COLUMN_TWICE @ nycklar.csv:1 andel: andel",
                        "COLUMN_MISSING @ nycklar.csv:1 fördelning"),
                fault(
                        "a cell too many",
                        add(VOLUMES, "kort;2022-01;2022-02;1440;7;extra"),
                        "ROW_TOO_LONG @ volymer.csv:4: extra"),
                // amounts
                fault(
                        "several faults in one row",
                        change(
                                BUDGET,
                                "3;SHVO;Möten;möten;100;NORR;;;Plan 2023, 4.1",
                                "3;SHVÖ;;möten;1,005;NOR;;;"),
                        "TOO_MANY_DECIMALS @ budget-2023.csv:4 belopp: 1,005",
                        "VALUE_MISSING @ budget-2023.csv:4 benämning",
                        "DECISION_MISSING @ budget-2023.csv:4 beslut",
                        "UNKNOWN_KEY @ budget-2023.csv:4 nyckel: NOR",
                        "UNKNOWN_OBJECT @ budget-2023.csv:4 objekt: SHVÖ"),
                fault(
                        "three decimals",
                        change(BUDGET, "7 600 000;70/30", "7 600 000,505;70/30"),
                        "TOO_MANY_DECIMALS @ budget-2023.csv:2 belopp: 7 600 000,505"),
                fault(
                        "points between thousands",
                        change(BUDGET, "7 600 000;70/30", "7.600.000;70/30"),
                        "NOT_AN_AMOUNT @ budget-2023.csv:2 belopp: 7.600.000"),
                fault(
                        "an amount beyond all sense",
                        change(BUDGET, "7 600 000;70/30", "7600000000000;70/30"),
                        "AMOUNT_TOO_LARGE @ budget-2023.csv:2 belopp: 7600000000000"),
                fault(
                        "no amount",
                        change(BUDGET, "drift;7 600 000", "drift;"),
                        "VALUE_MISSING @ budget-2023.csv:2 belopp"),
                fault(
                        "a control sum that disagrees",
                        i ->
                                i.change(BUDGET, "4.1;2 280 000;", "4.1;2 280 000,01;")
                                        .change(BUDGET, ";;2 280 000;", ";;2 280 000,01;"),
                        "CONTROL_SUM @ budget-2023.csv:2 kommun: 2 280 000,01"),
                fault(
                        "the region's control sum",
                        i ->
                                i.change(BUDGET, "5 320 000\n2", "5 320 001\n2")
                                        .change(
                                                BUDGET,
                                                "2 280 000;5 320 000\n",
                                                "2 280 000;5 320 001\n"),
                        "CONTROL_SUM @ budget-2023.csv:2 vgr: 5 320 001,00"),
                fault(
                        "a total that disagrees",
                        change(BUDGET, "7 601 100,01", "7 601 100,02"),
                        "CONTROL_TOTAL @ budget-2023.csv:5 belopp: 7 601 100,02"),
                fault(
                        "two totals",
                        add(BUDGET, "Totalt;;;;7 601 100,01;;;;;;"),
                        "TWICE @ budget-2023.csv:6 rad: Totalt"),
                // budget lines
                fault(
                        "a line without a key",
                        change(BUDGET, "7 600 000;70/30;", "7 600 000;;"),
                        "KEY_MISSING @ budget-2023.csv:2 nyckel"),
                fault(
                        "a line without a decision",
                        change(BUDGET, "NORR;;;Plan 2023, 4.1", "NORR;;;"),
                        "DECISION_MISSING @ budget-2023.csv:4 beslut"),
                fault(
                        "a line twice",
                        i -> i.change(BUDGET, "\n3;", "\n1;"),
                        "TWICE @ budget-2023.csv:4 rad: 1",
                        "CONTROL_TOTAL @ budget-2023.csv:5 belopp: 7 601 100,01"),
                fault(
                        "a month of another year",
                        change(BUDGET, "2023-03;2023-05", "2023-03;2024-05"),
                        "LINE_OUTSIDE_YEAR @ budget-2023.csv:3 till: 2024-05"),
                fault(
                        "no month",
                        change(BUDGET, "2023-03;2023-05", "mars;2023-13"),
                        "NOT_A_MONTH @ budget-2023.csv:3 från: mars",
                        "NOT_A_MONTH @ budget-2023.csv:3 till: 2023-13"),
                fault(
                        "the end before the beginning",
                        change(BUDGET, "2023-03;2023-05", "2023-05;2023-03"),
                        "PERIOD_REVERSED @ budget-2023.csv:3 till: 2023-03"),
                fault(
                        "an unknown object",
                        change(BUDGET, "3;SHVO;", "3;SHVÖ;"),
                        "UNKNOWN_OBJECT @ budget-2023.csv:4 objekt: SHVÖ"),
                fault(
                        "an unknown key",
                        change(BUDGET, "100;NORR", "100;NOR"),
                        "UNKNOWN_KEY @ budget-2023.csv:4 nyckel: NOR"),
                fault(
                        "a line before its object",
                        change(
                                OBJECTS,
                                "förvaltningsobjekt;2023-01;2023-12",
                                "projekt;2023-04;2023-11"),
                        "OBJECT_NOT_VALID @ budget-2023.csv:2 objekt: SHVO",
                        "OBJECT_NOT_VALID @ budget-2023.csv:4 objekt: SHVO"),
                fault(
                        "a line after its key",
                        change(KEYS, "NORR;2023-01;;", "NORR;2023-01;2023-10;"),
                        "KEY_NOT_VALID @ budget-2023.csv:4 nyckel: NORR"),
                // keys
                fault(
                        "not 100 %",
                        change(KEYS, "VGR;70;", "VGR;60;"),
                        "KEY_NOT_WHOLE @ nycklar.csv:2 andel: 90 %"),
                fault(
                        "not the whole, in thirds",
                        change(KEYS, "VASTKOM;1/3", "VASTKOM;1/4"),
                        "KEY_NOT_WHOLE @ nycklar.csv:4 andel: 11/12"),
                fault(
                        "not 100 % from a month on",
                        i ->
                                i.change(
                                                KEYS,
                                                "NORR;2023-01;;NORR;100",
                                                "NORR;2023-01;2023-06;NORR;100")
                                        .add(KEYS, "NORR;2023-07;;NORR;99,999;lika;Plan"),
                        "KEY_NOT_WHOLE @ nycklar.csv:7 andel: 99,999 %"),
                fault(
                        "a key overlapping in time",
                        add(KEYS, "NORR;2023-07;;NORR;100;lika;Plan"),
                        "OVERLAP @ nycklar.csv:7 från: 2023-07"),
                fault(
                        "a share beyond the whole",
                        change(KEYS, "NORR;100;", "NORR;100,1;"),
                        "NOT_A_SHARE @ nycklar.csv:6 andel: 100,1"),
                fault(
                        "a negative share",
                        change(KEYS, "NORR;100;", "NORR;-100;"),
                        "NOT_A_SHARE @ nycklar.csv:6 andel: -100"),
                fault(
                        "a key without a decision",
                        change(KEYS, "lika;Plan 2023", "lika;"),
                        "DECISION_MISSING @ nycklar.csv:6 beslut"),
                fault(
                        "an unknown recipient",
                        change(KEYS, ";VGK;30", ";VKG;30"),
                        "UNKNOWN_PART @ nycklar.csv:3 part: VKG"),
                fault(
                        "a group without distribution",
                        change(KEYS, "NORR;100;lika", "NORR;100;"),
                        "DISTRIBUTION_MISSING @ nycklar.csv:6 fördelning"),
                fault(
                        "a distribution for a single party",
                        change(KEYS, "VGR;70;", "VGR;70;lika"),
                        "DISTRIBUTION_UNEXPECTED @ nycklar.csv:2 fördelning: lika"),
                fault(
                        "an unknown distribution",
                        change(KEYS, "30;folkmängd", "30;folkmangd"),
                        "NOT_A_DISTRIBUTION @ nycklar.csv:3 fördelning: folkmangd"),
                // objects
                fault(
                        "an object without a decision",
                        change(OBJECTS, "3 kap. ML;Plan 2023", "3 kap. ML;"),
                        "DECISION_MISSING @ objekt.csv:3 beslut"),
                fault(
                        "an object overlapping in time",
                        add(OBJECTS, "SHVO;Vård;projekt;2023-06;;alla;25;Plan"),
                        "OVERLAP @ objekt.csv:4 från: 2023-06"),
                fault(
                        "an unknown type",
                        change(OBJECTS, "uppdrag", "uppdrg"),
                        "NOT_ONE_OF @ objekt.csv:3 typ: uppdrg"),
                fault(
                        "an unknown participant",
                        change(OBJECTS, "1440 1480", "1440 1481"),
                        "UNKNOWN_PARTY @ objekt.csv:3 deltagare: 1481"),
                fault(
                        "a group as participant",
                        change(OBJECTS, "1440 1480", "NORR"),
                        "GROUP_AS_PARTICIPANT @ objekt.csv:3 deltagare: NORR"),
                fault(
                        "nobody of the group takes part",
                        change(OBJECTS, "alla;25", "1480;25"),
                        "GROUP_WITHOUT_MEMBERS @ objekt.csv:2 deltagare: NORR"),
                fault(
                        "a VAT rate that Sweden does not have",
                        change(OBJECTS, ";25;", ";24;"),
                        "NOT_A_VAT_RATE @ objekt.csv:2 momssats: 24"),
                fault(
                        "an exemption without its ground",
                        change(OBJECTS, "undantag 3 kap. ML", "undantag"),
                        "NOT_A_VAT_RATE @ objekt.csv:3 momssats: undantag"),
                // parties
                fault(
                        "a party twice",
                        add(PARTIES, "1440;Ale;kommun;;faktura;;;;;;;"),
                        "TWICE @ parter.csv:7 kod: 1440"),
                fault(
                        "a wrong check digit",
                        change(PARTIES, "212000-1439", "212000-1438"),
                        "WRONG_CHECK_DIGIT @ parter.csv:3 organisationsnummer: 212000-1438"),
                fault(
                        "no organisation number",
                        change(PARTIES, "212000-1439", "2120001439x"),
                        "NOT_AN_ORGANISATION_NUMBER @ parter.csv:3 organisationsnummer: 2120001439x"),
                fault(
                        "no Peppol id",
                        change(PARTIES, "0007:2120001439", "0007:212000-1439"),
                        "NOT_A_PEPPOL_ID @ parter.csv:3 peppol_id: 0007:212000-1439"),
                fault(
                        "a code in small letters",
                        change(PARTIES, "VASTKOM;VästKom", "VästKom;VästKom"),
                        "UNKNOWN_PART @ nycklar.csv:5 part: VASTKOM",
                        "NOT_A_CODE @ parter.csv:6 kod: VästKom"),
                fault(
                        "a municipality without SCB's code",
                        add(PARTIES, "GBG;Göteborg;kommun;;faktura;;;;;;;"),
                        "NOT_A_MUNICIPALITY_CODE @ parter.csv:7 kod: GBG"),
                fault(
                        "a group with a party's code",
                        change(PARTIES, "intern;;", "intern;1480;"),
                        "GROUP_IS_PARTY @ parter.csv:2 grupper: 1480"),
                fault(
                        "two parties whose files would have the same name",
                        add(PARTIES, "A;B Ek;övrig;;faktura;;;;;;;\nA-B;Ek;övrig;;faktura;;;;;;;"),
                        "FILE_NAME_TWICE @ parter.csv:8 namn: Ek"),
                fault(
                        "the same name to the letter, and one of them is not invoiced now",
                        add(
                                PARTIES,
                                "1-2;Vara;övrig;;ingen;;;;;;;\n1;2 vara;övrig;;faktura;;;;;;;"),
                        "FILE_NAME_TWICE @ parter.csv:8 namn: 2 vara"),
                fault(
                        "the name that another has on a document of an earlier kind",
                        add(
                                PARTIES,
                                "1-2;X externt;övrig;;faktura;;;;;;;\n1;2 x;övrig;;faktura;;;;;;;"),
                        "FILE_NAME_TWICE @ parter.csv:8 namn: 2 x"),
                fault(
                        "a group within a group",
                        add(PARTIES, "NORR;Norra gruppen;övrig;;ingen;LANET;;;;;;"),
                        "GROUP_IN_GROUP @ parter.csv:7 grupper: LANET"),
                // population and volumes
                fault(
                        "a party without inhabitants among those who share by them",
                        change(
                                PARTIES,
                                "1489;Alingsås kommun;kommun;212000-1553;faktura;NORR",
                                "1489;Alingsås kommun;övrig;212000-1553;faktura;VGK NORR"),
                        "POPULATION_OF_OTHERS @ parter.csv kod: 1489"),
                fault(
                        "a volume by another name",
                        change(KEYS, "volym:kort", "volym:korten"),
                        "UNKNOWN_VOLUME @ nycklar.csv:4 fördelning: volym:korten"),
                fault(
                        "a party's row at fault is no fault of the sums that lack it",
                        change(PARTIES, "212000-1355;faktura", "212000-1355;aldrig"),
                        "NOT_ONE_OF @ parter.csv:4 fakturering: aldrig"),
                fault(
                        "a municipality without a figure",
                        change(POPULATION, "\"1489 Alingsås\";41853;42199\n", ""),
                        "POPULATION_MISSING @ folkmangd.csv region: 1489"),
                fault(
                        "a figure that SCB does not have",
                        change(POPULATION, "42199", ".."),
                        "POPULATION_MISSING @ folkmangd.csv:6 2022: .."),
                fault(
                        "a figure that is none",
                        change(POPULATION, "42199", "42199,5"),
                        "NOT_A_COUNT @ folkmangd.csv:6 2022: 42199,5"),
                fault(
                        "a municipality twice",
                        add(POPULATION, "\"1489 Alingsås\";41853;42199"),
                        "TWICE @ folkmangd.csv:7 2021: 41853",
                        "TWICE @ folkmangd.csv:7 2022: 42199"),
                fault(
                        "another figure in another file",
                        put(
                                "folkmangd-2.csv",
                                "kod;namn;datum;antal\n1489;Alingsås;2022-12-31;42200\n"),
                        "POPULATION_DIFFERS @ folkmangd-2.csv:2 antal: 42200"),
                fault(
                        "a plain figure without a date",
                        put(
                                "folkmangd-2.csv",
                                "kod;namn;datum;antal\n1489;Alingsås;2022-12-32;42200\n"),
                        "NOT_A_DATE @ folkmangd-2.csv:2 datum: 2022-12-32"),
                fault(
                        "another layout",
                        put(POPULATION, "kommun;bil\n1440 Ale;7\n"),
                        "POPULATION_LAYOUT @ folkmangd.csv"),
                fault(
                        "a division that nobody can add",
                        change(POPULATION, "\"region\";\"2021\"", "\"region\";\"kön\""),
                        "POPULATION_DIVISION @ folkmangd.csv:3 kön"),
                fault(
                        "a column of something unknown",
                        change(POPULATION, "\"2021\"", "\"Prognos 2021\""),
                        "POPULATION_COLUMN @ folkmangd.csv:3 Prognos 2021: Prognos 2021"),
                fault(
                        "growth in place of population",
                        change(POPULATION, "Folkmängd efter", "Folkökning efter"),
                        "POPULATION_CONTENT @ folkmangd.csv:1: Folkökning efter region och år"),
                fault(
                        "columns of growth alone",
                        i ->
                                i.change(POPULATION, "\"2021\"", "\"Folkökning 2021\"")
                                        .change(POPULATION, "\"2022\"", "\"Folkökning 2022\""),
                        "POPULATION_CONTENT @ folkmangd.csv:3"),
                fault(
                        "figures without a date",
                        i ->
                                i.change(POPULATION, "\"2021\";\"2022\"", "\"Folkmängd\"")
                                        .changeAll(POPULATION, "(?m);\\d+$", ""),
                        "POPULATION_PERIOD @ folkmangd.csv:3 Folkmängd: Folkmängd"),
                fault(
                        "a row without a date",
                        put("folkmangd-2.csv", "region;år;Folkmängd\n1440 Ale;förra året;7\n"),
                        "POPULATION_PERIOD @ folkmangd-2.csv:2 år: förra året"),
                fault(
                        "a municipality misspelt",
                        change(POPULATION, "1489 Alingsås", "Alingsas"),
                        "POPULATION_REGION @ folkmangd.csv:6 region: Alingsas"),
                fault(
                        "figures of nobody",
                        i ->
                                i.changeAll(POPULATION, "(?m)^\"14.*\\n", "")
                                        .add(POPULATION, "\"\";1;2"),
                        "POPULATION_REGION @ folkmangd.csv:4 region"),
                fault(
                        "a name that two parties have",
                        i ->
                                i.add(PARTIES, "1499;Ale stad;kommun;;ingen;;;;;;;")
                                        .change(POPULATION, "1440 Ale", "Ale"),
                        "POPULATION_NAME_AMBIGUOUS @ folkmangd.csv:4 region: Ale"),
                fault(
                        "a code without its zero",
                        i ->
                                i.add(PARTIES, "0127;Botkyrka kommun;kommun;;ingen;;;;;;;")
                                        .add(POPULATION, "\"127 Botkyrka\";94606;95318"),
                        "CODE_LOST_ZERO @ folkmangd.csv:7 region: 127 Botkyrka"),
                fault(
                        "counties alone",
                        put("folkmangd-2.csv", "region;2020\n14 Västra Götalands län;1734443\n"),
                        "POPULATION_COUNTIES_ALONE @ folkmangd-2.csv"),
                fault(
                        "no region at all",
                        put("folkmangd-2.csv", "region;2020\nNorden;7\n"),
                        "POPULATION_WITHOUT_MUNICIPALITIES @ folkmangd-2.csv"),
                fault(
                        "totals and parts",
                        put(
                                "folkmangd-2.csv",
                                "region;kön;2020\n1440 Ale;totalt;9\n1440 Ale;män;5\n1440 Ale;kvinnor;4\n"),
                        "POPULATION_TOTAL_AND_PARTS @ folkmangd-2.csv:1 kön"),
                fault(
                        "half of the people",
                        put("folkmangd-2.csv", "region;kön;2020\n1440 Ale;män;5\n"),
                        "POPULATION_PARTS @ folkmangd-2.csv:1 kön"),
                fault(
                        "a part that a municipality lacks",
                        put(
                                "folkmangd-2.csv",
                                "region;kön;2020\n1440 Ale;män;5\n1440 Ale;kvinnor;4\n1489 Alingsås;män;5\n"),
                        "POPULATION_PARTS_MISSING @ folkmangd-2.csv:4 2020: 1489"),
                fault(
                        "a part twice",
                        put(
                                "folkmangd-2.csv",
                                "region;kön;2020\n1440 Ale;män;5\n1440 Ale;kvinnor;4\n1440 Ale;män;5\n"),
                        "TWICE @ folkmangd-2.csv:4 2020: 5"),
                fault(
                        "one sex alone",
                        put(
                                "folkmangd-2.csv",
                                "Folkmängd i riket, län och kommuner 31 december 2020. Män\n\nKod;Kommun;Folkmängd\n1440;Ale;5\n"),
                        "POPULATION_ONE_SEX @ folkmangd-2.csv:1: Folkmängd i riket, län och kommuner 31 december 2020. Män"),
                fault(
                        "a county that is more than its municipalities",
                        put("folkmangd-2.csv", wholeCounty(491)),
                        "POPULATION_COUNTY_SUM @ folkmangd-2.csv:2 2020: 491"),
                fault(
                        "damaged JSON",
                        put("folkmangd-2.json", "{\n\"class\": \"dataset\",\n"),
                        "JSON_DAMAGED @ folkmangd-2.json:3"),
                fault(
                        "other JSON",
                        put("folkmangd-2.json", "{}"),
                        "NOT_JSON_STAT @ folkmangd-2.json"),
                fault(
                        "a volume missing",
                        change(VOLUMES, "1480;1 250", "1489;1 250"),
                        "VOLUME_MISSING @ volymer.csv part: 1480"),
                fault(
                        "a volume of a stranger",
                        add(VOLUMES, "kort;2022-01;2022-02;1499;7"),
                        "UNKNOWN_PARTY @ volymer.csv:4 part: 1499"),
                fault(
                        "a volume twice",
                        add(VOLUMES, "kort;2023-05;;1440;8"),
                        "TWICE @ volymer.csv:4 part: 1440"),
                fault(
                        "all weights zero",
                        i -> i.change(VOLUMES, "1440;7", "1440;0").change(VOLUMES, "1 250", "0"),
                        "WEIGHTS_ZERO @ nycklar.csv:4 fördelning: volym:kort"),
                // settings
                fault(
                        "no YAML",
                        put(SETTINGS, "utställare: [\n"),
                        "SETTINGS_SYNTAX @ installningar.yml:2"),
                fault(
                        "a setting missing",
                        change(SETTINGS, "ocr: luhn+längd\n", ""),
                        "SETTING_MISSING @ installningar.yml ocr"),
                fault(
                        "a setting misspelt",
                        change(SETTINGS, "attest: nej", "atest: nej"),
                        "SETTING_UNKNOWN @ installningar.yml:17 atest: atest"),
                fault(
                        "a setting twice",
                        change(SETTINGS, "attest: nej\n", "attest: nej\nattest: ja\n"),
                        "TWICE @ installningar.yml:18 attest: attest"),
                fault(
                        "a list where a value belongs",
                        change(SETTINGS, "ocr: luhn+längd", "ocr: [luhn]"),
                        "SETTING_MISSING @ installningar.yml:15 ocr",
                        "SETTING_NOT_TEXT @ installningar.yml:15 ocr"),
                fault(
                        "a value where a group belongs",
                        put(
                                SETTINGS,
                                "utställare: VGR\nocr: nej\nbetalningsvillkor_dagar: 30\nfolkmängd: x\n"),
                        "SETTING_NOT_GROUP @ installningar.yml:1 utställare",
                        "SETTING_NOT_LIST @ installningar.yml:4 folkmängd"),
                fault(
                        "a tag that would make an object",
                        change(
                                SETTINGS,
                                "ocr: luhn+längd",
                                "ocr: !!javax.script.ScriptEngineManager luhn"),
                        "SETTINGS_SYNTAX @ installningar.yml:15"),
                fault(
                        "a tag of its own",
                        change(SETTINGS, "ocr: luhn+längd", "ocr: !eget luhn"),
                        "SETTING_MISSING @ installningar.yml:15 ocr",
                        "SETTING_NOT_TEXT @ installningar.yml:15 ocr"),
                fault(
                        "an unknown answer",
                        change(SETTINGS, "öresavrundning: nej", "öresavrundning: kanske"),
                        "NOT_ONE_OF @ installningar.yml:14 öresavrundning: kanske"),
                fault(
                        "a VAT number of somebody else",
                        change(SETTINGS, "SE232100013101", "SE212000135501"),
                        "NOT_A_VAT_NUMBER @ installningar.yml:4 utställare.momsregistreringsnummer:"
                                + " SE212000135501"),
                fault(
                        "a bankgiro with a wrong check digit",
                        change(SETTINGS, "5050-1055", "5050-1056"),
                        "NOT_A_BANKGIRO @ installningar.yml:9 utställare.bankgiro: 5050-1056"),
                fault(
                        "a plusgiro with a wrong check digit",
                        change(SETTINGS, "bankgiro: 5050-1055", "plusgiro: 28 65 43-5"),
                        "NOT_A_PLUSGIRO @ installningar.yml:9 utställare.plusgiro: 28 65 43-5"),
                fault(
                        "a plusgiro beside the bankgiro",
                        change(SETTINGS, "  peppol_id", "  plusgiro: 28 65 43-4\n  peppol_id"),
                        "BANKGIRO_AND_PLUSGIRO @ installningar.yml:10 utställare.plusgiro:"
                                + " 28 65 43-4"),
                fault(
                        "accounts that are none, and one that is missing",
                        booked("kundfordran: 1510\n  intern_fordran: 1790", "kundfordran: A1510"),
                        "SETTING_MISSING @ installningar.yml:23 bokföring.intern_fordran",
                        "NOT_AN_ACCOUNT @ installningar.yml:23 bokföring.kundfordran: A1510"),
                fault(
                        "a rate of VAT without account",
                        booked("    6: 2631\n", ""),
                        "SETTING_MISSING @ installningar.yml:26 bokföring.moms.6"),
                fault(
                        "öresavrundning without account",
                        input ->
                                booked("kundfordran: 1510", "kundfordran: 1510")
                                        .apply(input)
                                        .change(
                                                SETTINGS,
                                                "öresavrundning: nej",
                                                "öresavrundning: ja"),
                        "SETTING_MISSING @ installningar.yml:23 bokföring.öresavrundning"),
                fault(
                        "an account for two things",
                        booked("konto: 3420", "konto: 2611"),
                        "ACCOUNT_IN_TWO_ROLES @ installningar.yml:33 bokföring.kontering.konto:"
                                + " 2611"),
                fault(
                        "two postings of the same",
                        booked("kostnadsslag: kort", "objekt: SHVO"),
                        "TWICE @ installningar.yml:33 bokföring.kontering.konto: 3420"),
                fault(
                        "a posting of an object that there is not",
                        booked("objekt: SHVO", "objekt: SHV0"),
                        "UNKNOWN_OBJECT @ installningar.yml:30 bokföring.kontering.objekt: SHV0"),
                fault(
                        "lines that no posting is for",
                        booked("kostnadsslag: kort", "kostnadsslag: resor"),
                        "POSTING_MISSING @ budget-2023.csv:3 kostnadsslag: kort"),
                fault(
                        "no posting at all",
                        booked(
                                "  kontering:\n    - objekt: SHVO\n      konto: 3410\n"
                                        + "    - kostnadsslag: kort\n      konto: 3420\n",
                                ""),
                        "SETTING_MISSING @ installningar.yml:23 bokföring.kontering"),
                fault(
                        "postings and counterparts that say what they are of and then nothing",
                        booked("- objekt: SHVO", "- objekt:"),
                        "SETTING_MISSING @ installningar.yml:30 bokföring.kontering.objekt"),
                fault(
                        "the same counted twice, in other letters",
                        booked(
                                "    - typ: kommun",
                                "    - typ: Kommun\n      motpart: 83\n    - typ: kommun"),
                        "TWICE @ installningar.yml:37 bokföring.motparter.typ: kommun"),
                fault(
                        "an account named twice",
                        booked(
                                "  kontering",
                                "  konton:\n    - konto: 1510\n      namn: A\n"
                                        + "    - konto: 1510\n      namn: B\n  kontering"),
                        "TWICE @ installningar.yml:32 bokföring.konton.konto: 1510"),
                fault(
                        "a list in place of an account",
                        booked("kundfordran: 1510", "kundfordran: [1510]"),
                        "SETTING_MISSING @ installningar.yml:23 bokföring.kundfordran",
                        "SETTING_NOT_TEXT @ installningar.yml:23 bokföring.kundfordran"),
                fault(
                        "what the file for book-keeping cannot hold, wherever it stands",
                        input ->
                                booked(
                                                "konto: 3410",
                                                "konto: 3410\n      kostnadsställe: a–b\n"
                                                        + "      projekt: c’d")
                                        .apply(input)
                                        .change(
                                                SETTINGS,
                                                "  kundfordran",
                                                "  serie: →\n  kundfordran")
                                        .change(SETTINGS, "regionen, GITS", "regionen – GITS"),
                        "NOT_IN_SIE @ installningar.yml:23 bokföring.serie: →",
                        "NOT_IN_SIE @ installningar.yml:33 bokföring.kontering.kostnadsställe: a–b",
                        "NOT_IN_SIE @ installningar.yml:34 bokföring.kontering.projekt: c’d"),
                fault(
                        "the issuer's own name",
                        input ->
                                booked("kundfordran: 1510", "kundfordran: 1510")
                                        .apply(input)
                                        .change(SETTINGS, "regionen, GITS", "regionen – GITS"),
                        "NOT_IN_SIE @ installningar.yml:2 utställare.namn:"
                                + " Västra Götalandsregionen – GITS"),
                fault(
                        "an answer to nothing",
                        change(SETTINGS, "bokföring: nej", "bokföring: ja"),
                        "SETTING_NOT_GROUP @ installningar.yml:22 bokföring"),
                fault(
                        "a counterpart of a party and a type, and one of neither",
                        booked(
                                "    - typ: kommun\n      motpart: 82\n    - part: VGR",
                                "    - typ: kommun\n      part: 1480\n      motpart: 82\n"
                                        + "    - motpart: 83\n    - part: VGR"),
                        "PARTY_OR_TYPE @ installningar.yml:37 bokföring.motparter.motpart: 82",
                        "PARTY_OR_TYPE @ installningar.yml:38 bokföring.motparter.motpart: 83"),
                fault(
                        "a counterpart of nobody known",
                        booked("part: VGR", "typ: region\n      motpart: 14\n    - part: VRG"),
                        "UNKNOWN_PARTY @ installningar.yml:39 bokföring.motparter.part: VRG"),
                fault(
                        "a dimension that SIE has a meaning for",
                        booked("  motparter", "  motpart_dimension: 6\n  motparter"),
                        "NOT_IN_RANGE @ installningar.yml:34 bokföring.motpart_dimension: 6"),
                fault(
                        "an unknown kind of voucher",
                        booked("  kundfordran", "  verifikation: per dag\n  kundfordran"),
                        "NOT_ONE_OF @ installningar.yml:23 bokföring.verifikation: per dag"),
                fault(
                        "a name that the file for book-keeping cannot hold",
                        input ->
                                booked("kundfordran: 1510", "kundfordran: 1510")
                                        .apply(input)
                                        .change(PARTIES, "Ale kommun", "Ale – kommun"),
                        "NOT_IN_SIE @ parter.csv:3 namn: Ale – kommun"),
                fault(
                        "neither bankgiro nor plusgiro",
                        change(SETTINGS, "  bankgiro: 5050-1055\n", ""),
                        "SETTING_MISSING @ installningar.yml:2 utställare.bankgiro"),
                fault(
                        "figures without a decision",
                        change(SETTINGS, "    beslut: Årlig avstämning\n", ""),
                        "DECISION_MISSING @ installningar.yml:19 folkmängd.beslut"),
                fault(
                        "figures from too late on",
                        change(SETTINGS, "från: 2023-01", "från: 2023-02"),
                        "REFERENCE_DATE_MISSING @ installningar.yml folkmängd"),
                fault(
                        "no figures are chosen",
                        input -> input.put(SETTINGS, withoutFigures(new SmallInput())),
                        "SETTING_MISSING @ installningar.yml:18 folkmängd"),
                fault(
                        "figures chosen twice for a month",
                        input ->
                                input.change(
                                        SETTINGS,
                                        "  - från: 2023-01\n",
                                        "  - från: 2023-01\n    referens: 2021-12-31\n    beslut: Annat\n"
                                                + "  - från: 2023-01\n"),
                        "TWICE @ installningar.yml:22 folkmängd.från: 2023-01"),
                fault(
                        "internal, but another organisation",
                        change(PARTIES, "1553;faktura", "1553;intern"),
                        "NOT_OWN_ORGANISATION @ parter.csv:5 fakturering: intern"),
                fault(
                        "a name without end",
                        change(PARTIES, "Ale kommun", "A".repeat(201)),
                        "VALUE_TOO_LONG @ parter.csv:3 namn: " + "A".repeat(201)),
                fault(
                        "no parties, and other tables with faults of their own",
                        input ->
                                input.without(PARTIES)
                                        .change(OBJECTS, ";25;", ";24;")
                                        .change(KEYS, "NORR;100;", "NORR;101;"),
                        "NOT_A_SHARE @ nycklar.csv:6 andel: 101",
                        "NOT_A_VAT_RATE @ objekt.csv:2 momssats: 24",
                        "FILE_MISSING @ parter.csv"),
                fault(
                        "a series from nothing",
                        change(SETTINGS, "nummerserie_från: 1", "nummerserie_från: 0"),
                        "NOT_IN_RANGE @ installningar.yml:16 nummerserie_från: 0"));
    }

    /** Every municipality of the county with ten inhabitants, and the county's own figure. */
    private static String wholeCounty(int inhabitants) {
        StringBuilder table = new StringBuilder("region;2020\n14 Västra Götalands län;");
        table.append(inhabitants).append('\n');
        for (int code = 1401; code <= 1449; code++) {
            table.append(code).append(";10\n");
        }
        return table.toString();
    }

    private static String withoutFigures(SmallInput input) {
        String settings = input.text(SETTINGS);
        return settings.substring(0, settings.indexOf("folkmängd:")) + "folkmängd: []\n";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void isToldWhereItIs(String what, UnaryOperator<SmallInput> change, List<String> expected) {
        assertTold(change.apply(new SmallInput()).problems().faults(), expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("settlementFaults")
    void isToldOfASettlement(String what, UnaryOperator<SmallInput> change, List<String> expected) {
        assertTold(change.apply(new SmallInput()).problemsOfSettlement().faults(), expected);
    }

    private static void assertTold(List<InputProblem> faults, List<String> expected) {
        assertThat(faults.stream().map(InputFaultsTest::shown)).containsExactlyElementsOf(expected);
        // In both languages, with every detail filled in.
        for (String language : List.of("sv", "en")) {
            ProblemText text = new ProblemText(Locale.forLanguageTag(language));
            assertThat(faults).allSatisfy(f -> assertThat(text.of(f)).doesNotContain("{", "null"));
        }
    }

    private static String shown(InputProblem problem) {
        String row = problem.place().row() > 0 ? ":" + problem.place().row() : "";
        String cell = problem.place().cell().isEmpty() ? "" : " " + problem.place().cell();
        String column = problem.place().column().isEmpty() ? "" : " " + problem.place().column();
        String value = problem.value().isEmpty() ? "" : ": " + problem.value();
        return (problem.kind() + " @ " + problem.place().file() + row + cell + column + value)
                .replace('\u00A0', ' ');
    }

    @Test
    void everyKindHasACase() {
        Set<ProblemKind> shown =
                Stream.of(faults(), settlementFaults(), warnings())
                        .flatMap(cases -> cases)
                        .flatMap(InputFaultsTest::kindsOf)
                        .collect(Collectors.toSet());
        assertThat(shown).containsAll(EnumSet.complementOf(EnumSet.copyOf(OF_THE_FOLDER)));
    }

    @SuppressWarnings("unchecked")
    private static Stream<ProblemKind> kindsOf(Arguments row) {
        List<String> expected = (List<String>) row.get()[2];
        return expected.stream().map(e -> ProblemKind.valueOf(e.substring(0, e.indexOf(' '))));
    }

    static Stream<Arguments> warnings() {
        return Stream.of(
                fault(
                        "nobody lives there",
                        change(POPULATION, "42199", "0"),
                        "POPULATION_ZERO @ folkmangd.csv:6 2022: 0"),
                fault(
                        "another name than the party's",
                        change(POPULATION, "1489 Alingsås", "1489 Vara"),
                        "POPULATION_NAME @ folkmangd.csv:6 region: 1489 Vara"),
                fault(
                        "parts of 2025 summed, and SCB's noise with them",
                        put(
                                "folkmangd-2025.csv",
                                "region;kön;2025\n1440 Ale;män;16300\n1440 Ale;kvinnor;16200\n"),
                        "POPULATION_NOISE_ADDED @ folkmangd-2025.csv"),
                fault(
                        "one number for two",
                        change(PARTIES, "212000-1553", "212000-1439"),
                        "ORGANISATION_TWICE @ parter.csv organisationsnummer: 212000-1439",
                        "PEPPOL_ID_OF_OTHER @ parter.csv:5 peppol_id: 0007:2120001553"),
                fault(
                        "no reference, which an e-invoice needs",
                        change(PARTIES, ";REF2;", ";;"),
                        "PARTIES_WITHOUT @ parter.csv referens"),
                fault(
                        "parties that could get e-invoices, of an issuer who cannot send them",
                        change(SETTINGS, "  peppol_id: \"0007:2321000131\"\n", ""),
                        "ISSUER_WITHOUT_PEPPOL_ID @ installningar.yml utställare.peppol_id"),
                fault(
                        "an address that only the rules know, and one of another",
                        change(
                                PARTIES,
                                "faktura;NORR;0007:2120001439;REF1",
                                "faktura;NORR;0192:987654325;REF1"),
                        "PEPPOL_ID_FOREIGN @ parter.csv:3 peppol_id: 0192:987654325"),
                fault(
                        "the address of another, who has it too",
                        change(PARTIES, "0007:2120001439", "0007:2120001355"),
                        "PEPPOL_ID_TWICE @ parter.csv peppol_id: 0007:2120001355",
                        "PEPPOL_ID_OF_OTHER @ parter.csv:3 peppol_id: 0007:2120001355"),
                fault(
                        "a posting that a more exact one hides",
                        booked(
                                "    - kostnadsslag: kort",
                                "    - objekt: KORT\n      konto: 3430\n    - kostnadsslag: kort"),
                        "ROW_UNUSED @ installningar.yml:34 bokföring.kontering: kort"),
                fault(
                        "nothing of how to book",
                        change(SETTINGS, "bokföring: nej\n", ""),
                        "BOOKKEEPING_MISSING @ installningar.yml bokföring"),
                fault(
                        "nothing after it",
                        change(SETTINGS, "bokföring: nej", "bokföring:"),
                        "BOOKKEEPING_MISSING @ installningar.yml:22 bokföring"),
                fault(
                        "parties that are no counterparts, once a type",
                        booked("typ: kommun", "typ: övrig"),
                        "COUNTERPART_MISSING @ parter.csv:3 namn: Ale kommun"),
                fault(
                        "a posting of a type of cost that no budget has",
                        booked(
                                "    - kostnadsslag: kort",
                                "    - kostnadsslag: resor\n      konto: 3430\n"
                                        + "    - kostnadsslag: kort"),
                        "ROW_UNUSED @ installningar.yml:32 bokföring.kontering: resor"),
                fault(
                        "a row above the heading",
                        change(KEYS, "nyckel;från", "NORR;2023-01\nnyckel;från"),
                        "ROW_ABOVE_HEADING @ nycklar.csv:1: NORR;2023-01"),
                fault(
                        "a note below the table",
                        add(KEYS, "\nKälla: förvaltningsplanen"),
                        "NOTE_BELOW_TABLE @ nycklar.csv:8: Källa: förvaltningsplanen"),
                fault(
                        "a picture in a name, which the PDF cannot show",
                        change(PARTIES, "VästKom", "VästKom 😀"),
                        "CHARACTERS_NOT_PRINTED @ parter.csv:6 namn: VästKom 😀"),
                fault(
                        "a hidden row",
                        workbook("objekt", w -> w.with(s -> s.getRow(2).setZeroHeight(true))),
                        "ROWS_HIDDEN @ objekt.xlsx Objekt"),
                fault(
                        "a hidden column",
                        workbook("objekt", w -> w.with(s -> s.setColumnHidden(6, true))),
                        "COLUMNS_HIDDEN @ objekt.xlsx Objekt"),
                fault(
                        "another sheet",
                        workbook("objekt", w -> w.sheet("Gamla objekt").text("A1", "x")),
                        "OTHER_SHEETS @ objekt.xlsx Objekt"),
                fault(
                        "formulas that await a program that computes them",
                        workbook(
                                "volymer",
                                w ->
                                        w.formula("E2", "3+4", 7)
                                                .withBook(
                                                        b -> b.setForceFormulaRecalculation(true))),
                        "FORMULAS_TO_BE_COMPUTED @ volymer.xlsx Volymer"),
                fault(
                        "öre that the cell does not show",
                        workbook("volymer", w -> w.number("E2", 7, "0.0,")),
                        "NUMBER_SHOWN_OTHERWISE @ volymer.xlsx:2 Volymer!E2 antal: 7"),
                fault(
                        "a share that changed much",
                        input ->
                                input.change(
                                                KEYS,
                                                "NORR;2023-01;;NORR",
                                                "NORR;2023-01;2023-06;NORR")
                                        .add(KEYS, "NORR;2023-07;;NORR;95;lika;Plan 2023")
                                        .add(KEYS, "NORR;2023-07;;VGR;5;;Plan 2023"),
                        "SHARE_CHANGED_MUCH @ nycklar.csv:8 andel: 5 %"),
                fault(
                        "a share that moved by more than ten percentage points",
                        input ->
                                input.change(
                                        KEYS,
                                        "NORR;2023-01;;NORR;100",
                                        "NORR;2023-07;;VGR;39;;Plan 2023\n"
                                                + "NORR;2023-07;;NORR;61;folkmängd;Plan 2023\n"
                                                + "NORR;2023-01;2023-06;VGR;50;;Plan 2023\n"
                                                + "NORR;2023-01;2023-06;NORR;50"),
                        "SHARE_CHANGED_MUCH @ nycklar.csv:6 andel: 39 %",
                        "SHARE_CHANGED_MUCH @ nycklar.csv:7 andel: 61 %"),
                fault(
                        "another distribution, and shares that changed little",
                        input ->
                                input.change(
                                        KEYS,
                                        "NORR;2023-01;;NORR;100",
                                        "NORR;2023-07;;VGR;40;;Plan 2023\n"
                                                + "NORR;2023-07;;NORR;60;folkmängd;Plan 2023\n"
                                                + "NORR;2023-01;2023-06;VGR;50;;Plan 2023\n"
                                                + "NORR;2023-01;2023-06;NORR;50")),
                fault(
                        "a population that moved by more than five percent",
                        change(POPULATION, "41853;42199", "40189;42199"),
                        "POPULATION_MOVED @ folkmangd.csv:6 2022: 42199"),
                fault(
                        "a decision from before the year",
                        change(OBJECTS, "alla;25;Plan 2023", "alla;25;SITIV 2019-05-12 § 7"),
                        "DECISION_OLD @ objekt.csv:2 beslut: SITIV 2019-05-12 § 7"),
                fault(
                        "figures chosen by an old decision",
                        change(SETTINGS, "Årlig avstämning", "SITIV 2021"),
                        "DECISION_OLD @ installningar.yml folkmängd.beslut: SITIV 2021"),
                fault(
                        "rows that no budget line uses",
                        input ->
                                input.add(
                                                OBJECTS,
                                                "NY;Ny tjänst;projekt;2023-01;;alla;25;Plan 2023")
                                        .add(KEYS, "NY;2023-01;;VGR;100;;Plan 2023")
                                        .add(VOLUMES, "kort;2023-01;2023-12;1489;3"),
                        "ROW_UNUSED @ nycklar.csv:7 nyckel: NY",
                        "ROW_UNUSED @ objekt.csv:4 objekt: NY",
                        "ROW_UNUSED @ volymer.csv:4 volym: kort"),
                fault(
                        "a party that no budget line reaches",
                        add(PARTIES, "LERUM;Lerums bibliotek;övrig;;ingen;;;;;;;"),
                        "PARTIES_UNUSED @ parter.csv kod"),
                fault(
                        "a municipality whose part nobody pays",
                        change(PARTIES, "212000-1355;faktura", "212000-1355;ingen"),
                        "MUNICIPALITIES_NOT_INVOICED @ parter.csv fakturering"),
                fault(
                        "rows whose outcome is not known yet",
                        outcome("2;0", "3;"),
                        "OUTCOME_AWAITED @ utfall-2023.csv rad"),
                fault("a whole outcome", SmallInput::withOutcome),
                fault("a whole outcome in a workbook", outcomeWorkbook(w -> {})),
                fault(
                        "a row of the budget that is called as a sum is",
                        input ->
                                input.withOutcome()
                                        .change(BUDGET, "\n3;", "\nSumma;")
                                        .change(OUTCOME, "\n3;", "\nSumma;")),
                fault(
                        "an outcome of a year that has no budget",
                        put("utfall-2022.csv", "rad;utfall\n1;1\n"),
                        "OUTCOME_WITHOUT_BUDGET @ utfall-2022.csv"));
    }

    @Test
    void theRowsThatLackAnOutcomeAreNamedInTheBudgetsOrder() {
        InputProblem fault =
                outcome("2;0").apply(new SmallInput()).problemsOfSettlement().faults().get(0);

        assertThat(new ProblemText(Locale.forLanguageTag("sv")).of(fault))
                .isEqualTo(
                        """
                        utfall-2023.csv: kolumn rad
                          Budgetrader saknar utfall, 2 st: 1, 3.
                          Skriv vad var och en av dem kostade under året; skriv 0 om den inte kostade något.""");
    }

    @Test
    void anUnknownRowIsTakenForOneThatLacksItsOutcome() {
        assertThat(told(outcome("1;1", "2;2", "33;3"))).contains("  Menade du 3? Skriv radens");
        assertThat(told(outcome("1;1", "2;2", "3;3", "33;3")))
                .contains("\n  Raden finns inte i budgeten för 2023.\n  Skriv radens");
    }

    /** Or whoever fills in a month at a time has a new fault each time. */
    @Test
    void allMonthsInARowThatLackAVolumeAreTold() {
        Problems problems =
                new SmallInput()
                        .change(VOLUMES, "2023-01;2023-12;1480", "2023-05;2023-12;1480")
                        .problems();

        assertThat(new ProblemText(Locale.forLanguageTag("sv")).of(problems.faults().get(0)))
                .contains("Volymen kort saknas för Göteborgs stad i 2023-03–2023-04.");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("warnings")
    void isWarnedOfWhereItIs(String what, UnaryOperator<SmallInput> change, List<String> expected) {
        Problems problems = change.apply(new SmallInput()).problems();

        assertThat(problems.faults()).isEmpty();
        assertThat(problems.warnings().stream().map(InputFaultsTest::shown))
                .containsExactlyElementsOf(expected);
        for (String language : List.of("sv", "en")) {
            ProblemText text = new ProblemText(Locale.forLanguageTag(language));
            assertThat(problems.warnings())
                    .allSatisfy(w -> assertThat(text.of(w)).doesNotContain("{", "null"));
        }
    }

    @Test
    void theSmallInputIsNotEvenOdd() {
        assertThat(new SmallInput().problems().warnings()).isEmpty();
    }

    @Test
    void aTotalOfControlSumsIsNotHeldAgainstLinesThatLeaveThemOut() {
        // Row 3 is the municipalities' alone; only the total states it.
        SmallInput input =
                new SmallInput()
                        .change(BUDGET, ";2 280 000;5 320 000\n2", ";;\n2")
                        .change(
                                BUDGET,
                                "01;;;;;2 280 000;5 320 000",
                                "01;;;;;2 280 766,66;5 320 000");

        assertThat(input.problems().faults()).isEmpty();
    }

    @Test
    void whatIsNearIsSuggestedAndOnlyThat() {
        assertThat(told(change(OBJECTS, "uppdrag", "uppdrg")))
                .contains("Menade du uppdrag? Det kan");
        assertThat(told(change(SETTINGS, "öresavrundning: nej", "öresavrundning: kanske")))
                .contains("\n  Det kan stå: ja, nej.")
                .doesNotContain("Menade");
    }

    private static String told(UnaryOperator<SmallInput> change) {
        InputProblem fault = change.apply(new SmallInput()).problems().faults().get(0);
        return new ProblemText(Locale.forLanguageTag("sv")).of(fault);
    }

    @Test
    void theSmallInputHasNoFault() {
        assertThat(new SmallInput().problems().faults()).isEmpty();
    }

    @Test
    void allFaultsOfAllFilesAreToldAtOnce() {
        SmallInput input =
                new SmallInput()
                        .change(BUDGET, "7 600 000;70/30", "7 600 000,505;70/30")
                        .change(KEYS, "NORR;100;", "NORR;90;")
                        .change(PARTIES, "212000-1439", "212000-1438")
                        .change(SETTINGS, "5050-1055", "5050-1056")
                        .change(BUDGET, "KORT;2023-03", "KART;2023-03");

        assertThat(input.problems().faults().stream().map(InputFaultsTest::shown))
                .containsExactly(
                        "TOO_MANY_DECIMALS @ budget-2023.csv:2 belopp: 7 600 000,505",
                        "UNKNOWN_KEY @ budget-2023.csv:3 nyckel: KART",
                        "NOT_A_BANKGIRO @ installningar.yml:9 utställare.bankgiro: 5050-1056",
                        "KEY_NOT_WHOLE @ nycklar.csv:6 andel: 90 %",
                        "WRONG_CHECK_DIGIT @ parter.csv:3 organisationsnummer: 212000-1438");
    }

    @Test
    void aFaultIsToldWithItsRowAndItsRemedy() {
        InputProblem fault =
                new SmallInput()
                        .change(BUDGET, "1 000,01;KORT", "1 000,015;KORT")
                        .problems()
                        .faults()
                        .get(0);

        assertThat(new ProblemText(Locale.forLanguageTag("sv")).of(fault))
                .isEqualTo(
                        """
                        budget-2023.csv:3: kolumn belopp: 1 000,015
                          | 2;KORT;Kort;kort;1 000,015;KORT;2023-03;2023-05;Plan 2023, 4.1
                          Beloppet har 3 decimaler, men ett belopp anges i hela ören.
                          Skriv högst två decimaler, till exempel 12 500,50.""");
        assertThat(new ProblemText(Locale.ENGLISH).of(fault))
                .startsWith("budget-2023.csv:3: column belopp: 1 000,015\n  | 2;KORT;")
                .contains("\n  The amount has 3");
    }

    @Test
    void aHostileValueIsToldShortAndPrintable() {
        InputProblem fault =
                new SmallInput()
                        .change(BUDGET, "1 000,01;KORT", "\u001B[31m" + "9".repeat(5_000) + ";KORT")
                        .problems()
                        .faults()
                        .get(0);

        assertThat(new ProblemText(Locale.ENGLISH).of(fault))
                .hasSizeLessThan(400)
                .doesNotContain("\u001B");
    }
}
