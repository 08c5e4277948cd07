package se.gits.costshare.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.gits.costshare.Endurance;
import se.gits.costshare.difference.MonthChanges.Change;
import se.gits.costshare.difference.MonthChanges.SharedCause;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.ActKind;
import se.gits.costshare.run.Amount;
import se.gits.costshare.run.Books;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.IssuedAct;
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
        assertThat(changes.all().before()).isEqualTo(Money.ZERO);
        assertThat(print(january))
                .contains("1440 3 kostnad: 0.00 → 4.17, Ingen tidigare månad i året är utfärdad");
    }

    @Test
    void aMonthLikeTheOneBeforeDiffersByRoundingAlone() {
        assertThat(changes(JANUARY, JANUARY.plusMonths(1), input -> input))
                .containsExactly(
                        "1489 3 öresutjämning: 4.16 → 4.17, Öresutjämning: den exakta delen av månaden är inte"
                                + " hela ören",
                        "VGR 1 öresutjämning: 443333.33 → 443333.34, Öresutjämning: den exakta"
                                + " delen av månaden är inte hela ören");
    }

    @Test
    void tellsALineThatBeginsAndOneThatEnds() {
        assertThat(changes(JANUARY.plusMonths(1), JANUARY.plusMonths(2), input -> input))
                .contains(
                        "1440 2 kostnad: 0.00 → 1.24, Budgetrad 2 börjar 2023-03 (beslut: Plan"
                                + " 2023, 4.1)");
        assertThat(print(books.issue(JANUARY.plusMonths(5), new SmallInput().inputs())))
                .contains("1440 2 kostnad: 1.24 → 0.00, Budgetrad 2 slutade 2023-05");
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
                .isEqualTo(
                        "1480 1 kostnad: 168891.94 → 225189.26, Nyckel 70/30, 2023-02–2023-12: VGK"
                                + " (folkmängd) 30 % → 40 %, VGR 70 % → 60 % (beslut: SITIV § 7)");
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
                        "1440 3 kostnad: 4.17 → 8.33, Budgetrad 3: beloppet 100,00 kr → 200,00 kr"
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

    /** What stands in the input from the first: a month's own cause, and no other month's. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("causes")
    void tellsWhatTheInputSaysOfTheMonths(
            String what, UnaryOperator<SmallInput> input, String expected) {
        books.issue(JANUARY.plusMonths(2), input.apply(new SmallInput()).inputs());
        Issuance april = books.issue(JANUARY.plusMonths(3), input.apply(new SmallInput()).inputs());

        assertThat(print(april)).contains(expected);

        Issuance may = books.issue(JANUARY.plusMonths(4), input.apply(new SmallInput()).inputs());
        assertThat(MonthChanges.of(may).changes())
                .allSatisfy(change -> assertThat(change.kind()).isEqualTo(ChangeKind.ROUNDING));
    }

    static Stream<Arguments> causes() {
        return Stream.of(
                arguments(
                        "an object's participants",
                        (UnaryOperator<SmallInput>)
                                input ->
                                        input.change(
                                                "objekt.csv",
                                                "KORT;SITHS-kort;uppdrag;2023-01;;1440 1480;",
                                                "KORT;SITHS-kort;uppdrag;2023-01;2023-03;1440;"
                                                        + "undantag 3 kap. ML;Plan 2023\n"
                                                        + "KORT;SITHS-kort;uppdrag;2023-04;;1440"
                                                        + " 1480;"),
                        "1440 2 kostnad: 222.23 → 1.24, Objektet KORT från 2023-04: ny"
                                + " deltagare Göteborgs stad (beslut: Plan 2023)"),
                arguments(
                        "a key's shares",
                        (UnaryOperator<SmallInput>)
                                input ->
                                        input.change(
                                                "nycklar.csv",
                                                "NORR;2023-01;;NORR;100;lika;Plan 2023",
                                                "NORR;2023-01;2023-03;NORR;100;lika;Plan 2023\n"
                                                        + "NORR;2023-04;;NORR;50;lika;§ 3\n"
                                                        + "NORR;2023-04;;VGR;50;;§ 3"),
                        "1440 3 kostnad: 4.16 → 2.09, Nyckel NORR från 2023-04: NORR (lika) 100 % →"
                                + " 50 %, VGR 0 % → 50 % (beslut: § 3)"),
                arguments(
                        "the figures that apply",
                        (UnaryOperator<SmallInput>)
                                input ->
                                        input.change(
                                                "installningar.yml",
                                                "    beslut: Årlig avstämning\n",
                                                "    beslut: Årlig avstämning\n"
                                                        + "  - från: 2023-04\n"
                                                        + "    referens: 2021-12-31\n"
                                                        + "    beslut: SITIV § 9\n"),
                        "1440 1 kostnad: 9166.73 → 9233.04, Folkmängd enligt SCB per 2021-12-31"
                                + " från 2023-04 (beslut: SITIV § 9)"),
                arguments(
                        "a volume",
                        (UnaryOperator<SmallInput>)
                                input ->
                                        input.change(
                                                "volymer.csv",
                                                "kort;2023-01;2023-12;1440;7\n",
                                                "kort;2023-01;2023-03;1440;7\n"
                                                        + "kort;2023-04;;1440;1250\n"),
                        "1480 2 kostnad: 220.99 → 111.11, Volym kort: andra antal 2023-04 än"
                                + " 2023-03"),
                arguments(
                        "participants and a volume, which nobody can tell apart",
                        (UnaryOperator<SmallInput>)
                                input ->
                                        input.change(
                                                        "objekt.csv",
                                                        "KORT;SITHS-kort;uppdrag;2023-01;;1440"
                                                                + " 1480;",
                                                        "KORT;SITHS-kort;uppdrag;2023-01;2023-03;"
                                                                + "1440;undantag 3 kap. ML;Plan"
                                                                + " 2023\n"
                                                                + "KORT;SITHS-kort;uppdrag;2023-04;"
                                                                + ";1440 1480;")
                                                .change(
                                                        "volymer.csv",
                                                        "kort;2023-01;2023-12;1440;7\n",
                                                        "kort;2023-01;2023-03;1440;7\n"
                                                                + "kort;2023-04;;1440;1250\n"),
                        "1440 2 kostnad: 222.23 → 111.11, Objektet KORT från 2023-04: ny"
                                + " deltagare Göteborgs stad (beslut: Plan 2023); Volym kort: andra antal 2023-04"
                                + " än 2023-03"));
    }

    /** April is held against February where March is passed over, also when March comes later. */
    @Test
    void theMonthBeforeIsTheLastThatWasIssued() {
        books.issue(JANUARY.plusMonths(1), new SmallInput().inputs());
        MonthChanges april =
                MonthChanges.of(books.issue(JANUARY.plusMonths(3), new SmallInput().inputs()));
        MonthChanges march =
                MonthChanges.of(books.issue(JANUARY.plusMonths(2), new SmallInput().inputs()));

        assertThat(april.earlier()).contains(JANUARY.plusMonths(1));
        assertThat(march.earlier()).contains(JANUARY.plusMonths(1));
    }

    @Test
    void theSameCauseOfManyPartiesIsOne() {
        books.issue(JANUARY, new SmallInput().inputs());
        MonthChanges changes =
                MonthChanges.of(
                        books.issue(
                                JANUARY.plusMonths(1),
                                new SmallInput()
                                        .change("budget-2023.csv", "möten;100;", "möten;200;")
                                        .change("budget-2023.csv", "7 601 100,01", "7 601 200,01")
                                        .inputs()));

        assertThat(changes.causes())
                .extracting(
                        cause ->
                                "%s %s %s %s"
                                        .formatted(
                                                cause.why().kind().swedish(),
                                                cause.parties(),
                                                cause.rows(),
                                                cause.difference()))
                .containsExactly(
                        "justering [1440, 1489] [3] 8.34",
                        "kostnad [1440, 1489] [3] 8.33",
                        "öresutjämning [VGR] [1] 0.01");
        assertThat(changes.all())
                .isEqualTo(
                        new Bridge(
                                new Money(633_341_66),
                                Map.of(
                                        ChangeKind.COST,
                                        new Money(8_33),
                                        ChangeKind.ADJUSTMENT,
                                        new Money(8_34),
                                        ChangeKind.ROUNDING,
                                        new Money(1))));
    }

    /**
     * The month before and the changes are the month, for every party and line, and nothing changes
     * without a cause.
     */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void addUpAndHaveACause(long seed) {
        new RandomYear(seed, 1, books.office()).happen();

        for (Issuance issuance : books.issuances()) {
            if (issuance.terms().kind() == ActKind.MONTH) {
                addUpAndHaveACause(seed, issuance);
            }
        }
    }

    private void addUpAndHaveACause(long seed, Issuance issuance) {
        addUpAndHaveACause(seed, issuance, MonthChanges.of(issuance));
        for (IssuedAct earlier : issuance.before().acts()) {
            if (earlier.kind() == ActKind.MONTH) {
                addUpAndHaveACause(seed, issuance, MonthChanges.between(earlier.month(), issuance));
            }
        }
    }

    private void addUpAndHaveACause(long seed, Issuance issuance, MonthChanges changes) {
        List<Amount> before =
                changes.earlier().map(month -> books.monthOf(month).amounts()).orElse(List.of());

        assertThat(changes.changes())
                .as("seed %d", seed)
                .allSatisfy(change -> assertThat(change.causes()).isNotEmpty())
                .allSatisfy(change -> assertThat(change.affected().ore()).isPositive())
                .allSatisfy(
                        change ->
                                assertThat(change.difference().isZero())
                                        .isEqualTo(change.kind() == ChangeKind.INVOICING))
                .filteredOn(change -> change.kind() == ChangeKind.ROUNDING)
                .allSatisfy(
                        change ->
                                assertThat(Math.abs(change.difference().ore()))
                                        .as("seed %d: %s", seed, change)
                                        .isLessThanOrEqualTo(4));
        assertThat(sums(changes.parties(), Bridge::before))
                .isEqualTo(sums(before, amount -> amount.party()));
        assertThat(sums(changes.parties(), Bridge::now))
                .isEqualTo(sums(issuance.amounts(), amount -> amount.party()));
        assertThat(sums(changes.lines(), Bridge::before)).isEqualTo(sums(before, Amount::row));
        assertThat(sums(changes.lines(), Bridge::now))
                .isEqualTo(sums(issuance.amounts(), Amount::row));
        Money difference = Money.total(changes.changes().stream().map(Change::difference));
        assertThat(changes.all().difference()).isEqualTo(difference);
        assertThat(Money.total(changes.causes().stream().map(SharedCause::difference)))
                .isEqualTo(difference);
        assertThat(changes.causes().stream().map(SharedCause::why)).doesNotHaveDuplicates();
        if (changes.earlier().isPresent()) {
            assertThat(
                            changes.changes().stream()
                                    .filter(change -> change.kind() == ChangeKind.INVOICING)
                                    .map(change -> change.party() + " " + change.row()))
                    .as("seed %d", seed)
                    .containsAll(invoicedInAnotherWay(before, issuance.amounts()));
        }
    }

    /** Of which party and row the invoiced and the central part go different ways. */
    private static Set<String> invoicedInAnotherWay(List<Amount> before, List<Amount> now) {
        Set<String> found = new TreeSet<>();
        Map<List<Object>, Money> central = new HashMap<>();
        Map<List<Object>, Money> invoiced = new HashMap<>();
        before.forEach(amount -> add(amount, amount.money().negated(), central, invoiced));
        now.forEach(amount -> add(amount, amount.money(), central, invoiced));
        central.forEach(
                (of, money) -> {
                    Money other = invoiced.getOrDefault(of, Money.ZERO);
                    if (Long.signum(money.ore()) * Long.signum(other.ore()) < 0) {
                        found.add(of.get(0) + " " + of.get(1));
                    }
                });
        return found;
    }

    private static void add(
            Amount amount,
            Money money,
            Map<List<Object>, Money> central,
            Map<List<Object>, Money> invoiced) {
        (amount.isInvoiced() ? invoiced : central)
                .merge(List.of(amount.party(), amount.row(), amount.kind()), money, Money::plus);
    }

    /** Those that are not nothing. */
    private static <K> Map<K, Money> sums(Map<K, Bridge> bridges, Function<Bridge, Money> end) {
        Map<K, Money> sums = new HashMap<>();
        bridges.forEach((key, bridge) -> sums.put(key, end.apply(bridge)));
        sums.values().removeIf(Money::isZero);
        return sums;
    }

    private static <K> Map<K, Money> sums(List<Amount> amounts, Function<Amount, K> by) {
        Map<K, Money> sums = new HashMap<>();
        amounts.forEach(amount -> sums.merge(by.apply(amount), amount.money(), Money::plus));
        sums.values().removeIf(Money::isZero);
        return sums;
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Endurance.count(1_000, 50));
    }

    private static final UnaryOperator<SmallInput> NOT_INVOICED =
            input -> input.change("parter.csv", "212000-1439;faktura", "212000-1439;ingen");

    /** Where a cost is the same and invoiced in another way, its sums show nothing. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("waysOfInvoicing")
    void tellsThatACostIsInvoicedInAnotherWay(
            String what, UnaryOperator<SmallInput> change, List<String> expected) {
        books.issue(JANUARY, new SmallInput().inputs());
        MonthChanges changes =
                MonthChanges.of(
                        books.issue(
                                JANUARY.plusMonths(1), change.apply(new SmallInput()).inputs()));

        assertThat(changes.changes())
                .filteredOn(of -> of.kind() == ChangeKind.INVOICING)
                .extracting(
                        of ->
                                "%s %s: %s of %s, %s"
                                        .formatted(
                                                of.party(),
                                                of.row(),
                                                of.affected(),
                                                of.now(),
                                                of.why().text()))
                .containsExactlyElementsOf(expected);
        assertThat(changes.causes().get(0).why().kind())
                .isEqualTo(expected.isEmpty() ? ChangeKind.ROUNDING : ChangeKind.INVOICING);
        assertThat(changes.all().of(ChangeKind.INVOICING)).isEqualTo(Money.ZERO);
    }

    static Stream<Arguments> waysOfInvoicing() {
        return Stream.of(
                arguments("as before", (UnaryOperator<SmallInput>) input -> input, List.of()),
                arguments(
                        "carried centrally",
                        NOT_INVOICED,
                        List.of(
                                "1440 1: 9166.74 of 9166.74, Parten 1440: fakturering faktura →"
                                        + " ingen",
                                "1440 1: 9166.74 of 0.00, Justering av 2023-01; Parten 1440:"
                                        + " fakturering faktura → ingen",
                                "1440 3: 4.17 of 4.17, Parten 1440: fakturering faktura → ingen",
                                "1440 3: 4.17 of 0.00, Justering av 2023-01; Parten 1440:"
                                        + " fakturering faktura → ingen")),
                arguments(
                        "another VAT from the month",
                        (UnaryOperator<SmallInput>)
                                input ->
                                        input.change(
                                                        "objekt.csv",
                                                        "2023-01;2023-12;alla;25",
                                                        "2023-01;2023-01;alla;25")
                                                .add(
                                                        "objekt.csv",
                                                        "SHVO;Samordnad;uppdrag;2023-02;2023-12;"
                                                                + "alla;12;Nytt"),
                        List.of(
                                "1440 1: 9166.74 of 9166.74, Objektet SHVO, 2023-02–2023-12: moms"
                                        + " 25 % → 12 % (beslut: Nytt)",
                                "1440 3: 4.17 of 4.17, Objektet SHVO, 2023-02–2023-12: moms 25 % →"
                                        + " 12 % (beslut: Nytt)",
                                "1480 1: 168891.94 of 168891.94, Objektet SHVO, 2023-02–2023-12:"
                                        + " moms 25 % → 12 % (beslut: Nytt)",
                                "1489 1: 11941.32 of 11941.32, Objektet SHVO, 2023-02–2023-12:"
                                        + " moms 25 % → 12 % (beslut: Nytt)",
                                "1489 3: 4.16 of 4.17, Objektet SHVO, 2023-02–2023-12: moms 25 % →"
                                        + " 12 % (beslut: Nytt)")));
    }

    /** What stands in the input from the first needs no change of it to be another. */
    @Test
    void tellsThatVatIsAnotherFromTheMonth() {
        UnaryOperator<SmallInput> input =
                of ->
                        of.change(
                                        "objekt.csv",
                                        "2023-01;2023-12;alla;25",
                                        "2023-01;2023-01;alla;25")
                                .add(
                                        "objekt.csv",
                                        "SHVO;Samordnad;uppdrag;2023-02;2023-12;alla;12;Nytt");
        books.issue(JANUARY, input.apply(new SmallInput()).inputs());
        MonthChanges changes =
                MonthChanges.of(
                        books.issue(JANUARY.plusMonths(1), input.apply(new SmallInput()).inputs()));

        assertThat(changes.causes().get(0).why().text())
                .isEqualTo("Objektet SHVO: moms 12 % från 2023-02 (beslut: Nytt)");
        assertThat(changes.causes().get(0).parties())
                .extracting(PartyCode::value)
                .containsExactly("1440", "1480", "1489");
    }

    /** A fixed share does not go by the figures: odd öre are all that moves. */
    @Test
    void tellsNobodyACauseThatDoesNotMoveIt() {
        UnaryOperator<SmallInput> input =
                of ->
                        of.change(
                                "installningar.yml",
                                "    beslut: Årlig avstämning\n",
                                "    beslut: Årlig avstämning\n"
                                        + "  - från: 2023-02\n"
                                        + "    referens: 2021-12-31\n"
                                        + "    beslut: SITIV § 9\n");

        assertThat(changes(JANUARY, JANUARY.plusMonths(1), input))
                .contains(
                        "1440 1 kostnad: 9166.74 → 9233.04, Folkmängd enligt SCB, 2023-02–2023-12:"
                                + " per 2022-12-31 → 2021-12-31 (beslut: SITIV § 9)")
                .noneMatch(change -> change.contains("från 2023-02"))
                .filteredOn(change -> change.startsWith("VGR"))
                .allMatch(change -> change.contains("öresutjämning"));
    }

    @Test
    void aCreditFollowsOnNoMonth() {
        books.issue(JANUARY, new SmallInput().inputs());
        Issuance credit = books.credit(JANUARY, "1480", new SmallInput().inputs());

        assertThatIllegalArgumentException().isThrownBy(() -> MonthChanges.of(credit));
    }
}
