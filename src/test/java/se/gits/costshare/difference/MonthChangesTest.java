package se.gits.costshare.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.YearMonth;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.gits.costshare.difference.MonthChanges.Change;
import se.gits.costshare.money.Money;
import se.gits.costshare.run.ActKind;
import se.gits.costshare.run.Books;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.RandomYear;
import se.gits.costshare.run.SmallInput;

class MonthChangesTest {

    private static final YearMonth JANUARY = YearMonth.of(2023, 1);

    private final Books books = new Books();

    /** A month after another, on the input as it is or as it has become. */
    private List<String> changes(YearMonth one, YearMonth other, UnaryOperator<SmallInput> change) {
        books.issue(one, new SmallInput().inputs());
        return print(books.issue(other, change.apply(new SmallInput()).inputs()));
    }

    private static List<String> print(Issuance month) {
        return MonthChanges.of(month).changes().stream()
                .map(
                        change ->
                                "%s %s %s: %s → %s, %s"
                                        .formatted(
                                                change.party(),
                                                change.row(),
                                                change.kind().swedish(),
                                                change.before(),
                                                change.now(),
                                                String.join("; ", change.causes())))
                .toList();
    }

    @Test
    void theYearsFirstMonthIsAllNew() {
        Issuance january = books.issue(JANUARY, new SmallInput().inputs());

        MonthChanges changes = MonthChanges.of(january);

        assertThat(changes.earlier()).isEmpty();
        assertThat(changes.before()).isEqualTo(Money.ZERO);
        assertThat(print(january)).contains("1440 3 ordinarie: 0.00 → 4.17, Årets första månad");
    }

    @Test
    void aMonthLikeTheOneBeforeDiffersByRoundingAlone() {
        assertThat(changes(JANUARY, JANUARY.plusMonths(1), input -> input))
                .containsExactly(
                        "1489 3 ordinarie: 4.16 → 4.17, Öresutjämning: månadens kostnad är inte"
                                + " hela ören",
                        "VGR 1 ordinarie: 443333.33 → 443333.34, Öresutjämning: månadens kostnad"
                                + " är inte hela ören");
    }

    @Test
    void tellsALineThatBeginsAndOneThatEnds() {
        assertThat(changes(JANUARY.plusMonths(1), JANUARY.plusMonths(2), input -> input))
                .contains(
                        "1440 2 ordinarie: 0.00 → 1.24, Budgetrad 2 börjar 2023-03 (beslut: Plan"
                                + " 2023, 4.1)");
        assertThat(print(books.issue(JANUARY.plusMonths(5), new SmallInput().inputs())))
                .contains("1440 2 ordinarie: 1.24 → 0.00, Budgetrad 2 slutade 2023-05");
    }

    @Test
    void tellsOtherSharesFromAMonth() {
        assertThat(
                        changes(
                                JANUARY,
                                JANUARY.plusMonths(1),
                                input ->
                                        input.change(
                                                        "nycklar.csv",
                                                        "70/30;2023-01;;VGR;70;;Plan 2023, 4.2\n70/30;2023-01;;VGK;30;folkmängd;Plan 2023, 4.2\n",
                                                        "70/30;2023-01;2023-01;VGR;70;;Plan 2023, 4.2\n70/30;2023-01;2023-01;VGK;30;folkmängd;Plan 2023, 4.2\n70/30;2023-02;;VGR;60;;SITIV § 7\n70/30;2023-02;;VGK;40;folkmängd;SITIV § 7\n")
                                                .change(
                                                        "budget-2023.csv",
                                                        ";2 280 000;5 320 000\n2",
                                                        ";;\n2")
                                                .change(
                                                        "budget-2023.csv",
                                                        ";2 280 000;5 320 000",
                                                        ";;")))
                .filteredOn(change -> change.startsWith("1480 1"))
                .singleElement()
                .asString()
                .startsWith("1480 1 ordinarie: 168891.94 → 225189.26, Nyckel 70/30")
                .contains("Nyckel 70/30: andra andelar från 2023-02 (beslut: SITIV § 7)");
    }

    @Test
    void keepsAMonthsOwnCostAndAnAdjustmentApart() {
        List<String> changes =
                changes(
                        JANUARY,
                        JANUARY.plusMonths(1),
                        input ->
                                input.change("budget-2023.csv", "möten;100;", "möten;200;")
                                        .change("budget-2023.csv", "7 601 100,01", "7 601 200,01"));

        assertThat(changes)
                .contains(
                        "1440 3 ordinarie: 4.17 → 8.33, Budgetrad 3: beloppet 100,00 kr → 200,00 kr"
                                + " (beslut: Plan 2023, 4.1)",
                        "1440 3 justering: 0.00 → 4.17, Justering av 2023-01; Budgetrad 3: beloppet"
                                + " 100,00 kr → 200,00 kr (beslut: Plan 2023, 4.1)");
        assertThat(
                        print(
                                books.issue(
                                        JANUARY.plusMonths(2),
                                        new SmallInput()
                                                .change(
                                                        "budget-2023.csv",
                                                        "möten;100;",
                                                        "möten;200;")
                                                .change(
                                                        "budget-2023.csv",
                                                        "7 601 100,01",
                                                        "7 601 200,01")
                                                .inputs())))
                .contains("1440 3 justering: 4.17 → 0.00, Justeringen fakturerades 2023-02");
    }

    /** The month before and the changes are the month, and nothing changes without a cause. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void addUpAndHaveACause(long seed) {
        new RandomYear(seed, 1, books.office()).happen();

        for (Issuance issuance : books.issuances()) {
            if (issuance.terms().kind() == ActKind.MONTH) {
                MonthChanges changes = MonthChanges.of(issuance);
                Money difference =
                        Money.total(changes.changes().stream().map(Change::difference).toList());
                assertThat(changes.before().plus(difference)).isEqualTo(changes.now());
                assertThat(changes.changes())
                        .allSatisfy(change -> assertThat(change.causes()).isNotEmpty());
                assertThat(changes.changes())
                        .filteredOn(change -> change.causes().get(0).startsWith("Öresutjämning"))
                        .allSatisfy(
                                change ->
                                        assertThat(Math.abs(change.difference().ore()))
                                                .as("seed %d: %s", seed, change)
                                                .isLessThanOrEqualTo(4));
            }
        }
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 150);
    }

    @Test
    void aCreditFollowsOnNoMonth() {
        books.issue(JANUARY, new SmallInput().inputs());
        Issuance credit = books.credit(JANUARY, "1480", new SmallInput().inputs());

        assertThatIllegalArgumentException().isThrownBy(() -> MonthChanges.of(credit));
    }
}
