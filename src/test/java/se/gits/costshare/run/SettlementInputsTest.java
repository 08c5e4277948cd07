package se.gits.costshare.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.gits.costshare.budget.BudgetLine;
import se.gits.costshare.budget.Outcome;
import se.gits.costshare.input.Place;
import se.gits.costshare.input.ProblemKind;
import se.gits.costshare.input.Problems;
import se.gits.costshare.input.TestWorkbook;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.PartyCode;

/** What a settlement is computed from; its faults are in {@link InputFaultsTest}. */
class SettlementInputsTest {

    private static final Map<String, Money> COSTS =
            Map.of("1", kronor("7512344.57"), "2", Money.ZERO, "3", kronor("-100.00"));

    private static Money kronor(String amount) {
        return Money.ofKronor(new BigDecimal(amount));
    }

    @Test
    void everyBudgetRowHasItsOutcome() {
        Outcome outcome =
                new SmallInput().withOutcome().inputsForSettlement().outcome().orElseThrow();

        assertThat(outcome.year()).isEqualTo(Year.of(2023));
        assertThat(outcome.costOfRow()).isEqualTo(COSTS);
    }

    @Test
    void aWorkbookWithNumbersAndAFormulaIsTheSameOutcome() {
        Consumer<TestWorkbook> asNumbers =
                w ->
                        w.number("A2", 1, "General")
                                .number("B2", 7512344.57, "#,##0.00")
                                .number("A3", 2, "General")
                                .number("B3", 0, "#,##0.00")
                                .number("B4", -100, "#,##0.00;[Red]-#,##0.00")
                                .formula("B5", "SUM(B2:B4)", 7512244.57);
        Inputs inputs =
                new SmallInput()
                        .withOutcome()
                        .asWorkbook("utfall-2023", asNumbers)
                        .inputsForSettlement();

        assertThat(inputs.outcome().orElseThrow().costOfRow()).isEqualTo(COSTS);
    }

    @Test
    void theLinesAreTheBudgetsAtWhatTheyCameToCost() {
        Inputs inputs = new SmallInput().withOutcome().inputsForSettlement();

        assertThat(inputs.linesAtOutcome())
                .extracting(ResolvedLine::line)
                .extracting(BudgetLine::row, BudgetLine::amount, BudgetLine::from, BudgetLine::to)
                .containsExactly(
                        tuple("1", COSTS.get("1"), YearMonth.of(2023, 1), YearMonth.of(2023, 12)),
                        tuple("2", Money.ZERO, YearMonth.of(2023, 3), YearMonth.of(2023, 5)),
                        tuple("3", COSTS.get("3"), YearMonth.of(2023, 1), YearMonth.of(2023, 12)));
        assertThat(inputs.linesAtOutcome().get(0).line().municipalControl())
                .as("a control sum is of the budgeted amount")
                .isEmpty();
        assertThat(inputs.lines().get(0).line().amount()).isEqualTo(kronor("7600000"));
    }

    /** 7 512 344,57 × 70 %; and –100 shared by two. */
    @Test
    void aPartyBearsItsShareOfTheOutcome() {
        List<ResolvedLine> lines =
                new SmallInput().withOutcome().inputsForSettlement().linesAtOutcome();

        assertThat(ofYear(lines.get(0))).containsEntry(new PartyCode("VGR"), kronor("5258641.20"));
        assertThat(ofYear(lines.get(2)))
                .containsEntry(new PartyCode("1440"), kronor("-50.00"))
                .containsEntry(new PartyCode("1489"), kronor("-50.00"));
    }

    @Test
    void aMonthHasNoOutcomeAndDoesNotReadIt() {
        Inputs inputs = new SmallInput().put("utfall-2023.csv", "inget utfall").inputs();

        assertThat(inputs.outcome()).isEmpty();
        assertThatIllegalStateException()
                .isThrownBy(inputs::linesAtOutcome)
                .withMessageContaining("2023");
    }

    @Test
    void anOutcomeOfAnotherYearOrThatLacksALineIsRefused() {
        Inputs inputs = new SmallInput().inputs();
        Outcome whole =
                new SmallInput().withOutcome().inputsForSettlement().outcome().orElseThrow();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> inputs.withOutcome(changed(whole, Year.of(2022), COSTS)))
                .withMessage("The outcome of 2022 for the budget of 2023");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                inputs.withOutcome(
                                        changed(whole, Year.of(2023), Map.of("1", Money.ZERO))))
                .withMessage("No outcome of row 2");
    }

    private static Outcome changed(Outcome outcome, Year year, Map<String, Money> costOfRow) {
        return new Outcome(
                year, outcome.places(), costOfRow, outcome.fileRowOfRow(), outcome.unread());
    }

    @Test
    void aBudgetInAFormThatIsNotReadIsNotMissingAsWell() {
        Problems problems = new Problems();
        problems.add(Place.ofFile("budget-2022.ods"), "", ProblemKind.FILE_IN_ANOTHER_FORM, "x");

        InputsReader.readAll(
                new SmallInput().put("utfall-2022.csv", "rad;utfall\n1;1\n").files(), problems);

        assertThat(problems.warnings()).isEmpty();
    }

    @Test
    void warningsAreThoseOfAMonth() {
        Problems problems = new SmallInput().withOutcome().problemsOfSettlement();

        assertThat(problems.warnings()).isEmpty();
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 150);
    }

    /** Whatever the year came to cost, and in whatever order the rows stand. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theMonthsOfEveryLineComeToItsOutcome(long seed) {
        Random random = new Random(seed);
        SmallInput input = RandomInput.of(seed);
        Map<String, Money> costOfRow = new LinkedHashMap<>();
        for (BudgetLine line : input.inputs().budgetLines()) {
            long most = List.of(50L, 1_000_000L, 10_000_000_000L).get(random.nextInt(3));
            costOfRow.put(line.row(), new Money(random.nextLong(-most, most)));
        }
        Inputs inputs = input.put("utfall-2023.csv", csv(costOfRow, random)).inputsForSettlement();

        assertThat(inputs.outcome().orElseThrow().costOfRow()).isEqualTo(costOfRow);
        for (ResolvedLine line : inputs.linesAtOutcome()) {
            List<Money> months =
                    IntStream.rangeClosed(1, line.line().months())
                            .mapToObj(line.line()::monthAt)
                            .map(line::costOf)
                            .toList();
            assertThat(Money.total(months))
                    .isEqualTo(costOfRow.get(line.line().row()))
                    .isEqualTo(Money.total(ofYear(line).values()));
        }
    }

    /** Spent to the öre, there is nothing to settle. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anOutcomeAsBudgetedIsSplitAsTheBudget(long seed) {
        SmallInput input = RandomInput.of(seed);
        Map<String, Money> costOfRow = new LinkedHashMap<>();
        input.inputs().budgetLines().forEach(line -> costOfRow.put(line.row(), line.amount()));
        Inputs inputs =
                input.put("utfall-2023.csv", csv(costOfRow, new Random(seed)))
                        .inputsForSettlement();

        for (ResolvedLine budgeted : inputs.lines()) {
            ResolvedLine actual = atOutcome(inputs, budgeted.line().row());
            for (int index = 1; index <= budgeted.line().months(); index++) {
                YearMonth month = budgeted.line().monthAt(index);
                assertThat(actual.amountsOf(month)).isEqualTo(budgeted.amountsOf(month));
                assertThat(actual.objectIn(month)).isEqualTo(budgeted.objectIn(month));
            }
        }
    }

    private static ResolvedLine atOutcome(Inputs inputs, String row) {
        Optional<ResolvedLine> line =
                inputs.linesAtOutcome().stream()
                        .filter(other -> other.line().row().equals(row))
                        .findFirst();
        return line.orElseThrow();
    }

    private static String csv(Map<String, Money> costOfRow, Random random) {
        List<String> rows = new ArrayList<>();
        costOfRow.forEach((row, cost) -> rows.add(row + ";" + cost.inSwedish()));
        rows.add("Totalt;" + Money.total(costOfRow.values()).inSwedish());
        Collections.shuffle(rows, random);
        return "rad;utfall\n" + String.join("\n", rows) + "\n";
    }

    /** What each party bears, month by month added up. */
    private static SortedMap<PartyCode, Money> ofYear(ResolvedLine line) {
        SortedMap<PartyCode, Money> amounts = new TreeMap<>();
        for (int index = 1; index <= line.line().months(); index++) {
            line.amountsOf(line.line().monthAt(index))
                    .forEach((party, part) -> amounts.merge(party, part, Money::plus));
        }
        return amounts;
    }
}
