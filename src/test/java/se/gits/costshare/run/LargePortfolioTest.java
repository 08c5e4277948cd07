package se.gits.costshare.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.gits.costshare.budget.BudgetLine;
import se.gits.costshare.input.InputProblem;
import se.gits.costshare.input.ProblemKind;
import se.gits.costshare.input.Problems;
import se.gits.costshare.money.Money;
import se.gits.costshare.run.LargePortfolio.Size;

/** What is measured on must be sound, and stay the same. */
class LargePortfolioTest {

    private static final Size REDUCED = new Size(40, 30, 120);

    @Test
    void theSameSeedGivesTheSameBytes() {
        assertThat(LargePortfolio.of(7, REDUCED).files().hashes())
                .isEqualTo(LargePortfolio.of(7, REDUCED).files().hashes());
    }

    @Test
    void anotherSeedGivesOtherBytes() {
        Map<String, String> hashes = LargePortfolio.of(8, REDUCED).files().hashes();

        LargePortfolio.of(7, REDUCED)
                .files()
                .hashes()
                .forEach(
                        (file, hash) -> {
                            if (!file.equals("installningar.yml")) {
                                assertThat(hashes.get(file)).as(file).isNotEqualTo(hash);
                            }
                        });
    }

    @Test
    void itIsReadWithoutFaultAndLeavesNoPartyOut() {
        Problems problems = LargePortfolio.of(1, REDUCED).problems();

        assertThat(problems.faults()).isEmpty();
        assertThat(problems.warnings().stream().map(InputProblem::kind))
                .doesNotContain(ProblemKind.PARTIES_UNUSED);
    }

    @Test
    void twelveMonthsAreTheBudgetLineByLine() {
        Inputs inputs = LargePortfolio.of(1, REDUCED).inputs();
        Map<String, Money> ofRow = new HashMap<>();
        for (int number = 1; number <= 12; number++) {
            YearMonth period = YearMonth.of(2023, number);
            RunTerms terms = RunTerms.ofMonth(period, LocalDate.of(2023, 12, 31), "");

            Issuance issuance = IssuingRun.calculate(terms, inputs, Issued.NOTHING, Causes.UNTOLD);

            assertThat(issuance.amounts()).allMatch(amount -> amount.concerns().equals(period));
            issuance.amounts().forEach(a -> ofRow.merge(a.row(), a.money(), Money::plus));
        }

        assertThat(inputs.lines()).hasSize(REDUCED.budgetLines());
        for (BudgetLine line : inputs.budgetLines()) {
            assertThat(ofRow.getOrDefault(line.row(), Money.ZERO))
                    .as("row " + line.row())
                    .isEqualTo(line.amount());
        }
    }

    /** A portfolio without one of these would be too easy to be worth a measurement. */
    @Test
    void itHasWhatTakesTime() {
        List<ResolvedLine> lines = LargePortfolio.of(1, REDUCED).inputs().lines();

        assertThat(lines).anyMatch(line -> line.line().months() < 12);
        assertThat(lines).anyMatch(line -> line.line().amount().isNegative());
        assertThat(lines).anyMatch(line -> line.line().regionControl().isPresent());
        assertThat(lines).anyMatch(line -> Set.copyOf(line.objectOfMonth()).size() == 2);
        assertThat(lines).anyMatch(line -> line.objectOfMonth().get(0).participants().isPresent());
        assertThat(lines)
                .anyMatch(line -> line.allocation().segmentStart(line.line().months()) == 7);
    }
}
