package se.gits.costshare.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.gits.costshare.budget.BudgetLine;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.money.Money;
import se.gits.costshare.money.VatRate;
import se.gits.costshare.party.Bearer;
import se.gits.costshare.party.Invoicing;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.ActKind;
import se.gits.costshare.run.Amount;
import se.gits.costshare.run.Books;
import se.gits.costshare.run.Inputs;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.Issued;
import se.gits.costshare.run.IssuedAct;
import se.gits.costshare.run.RandomInput;
import se.gits.costshare.run.RunRefused;
import se.gits.costshare.run.SmallInput;

class AnnualReportTest {

    private static Money kr(String kronor) {
        return Money.ofKronor(new BigDecimal(kronor));
    }

    private static LineReport line(String row, AnnualReport report) {
        return report.lines().stream()
                .filter(line -> line.line().row().equals(row))
                .findFirst()
                .orElseThrow();
    }

    private static PartyReport party(String code, AnnualReport report) {
        return report.parties().stream()
                .filter(party -> party.party().code().value().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static void assertIs(
            FollowUp followUp,
            String original,
            String changes,
            String invoiced,
            String central,
            String remaining) {
        assertThat(followUp.original()).isEqualTo(kr(original));
        assertThat(followUp.changes()).isEqualTo(kr(changes));
        assertThat(followUp.budget()).isEqualTo(kr(original).plus(kr(changes)));
        assertThat(followUp.charge()).isEqualTo(new Charge(kr(invoiced), kr(central)));
        assertThat(followUp.remaining()).isEqualTo(kr(remaining));
    }

    // by line and object

    /** Four months of 100,00, of 20,00 and 10,00 centrally, and of 10,00. */
    @ParameterizedTest(name = "row {0}")
    @CsvSource({
        "1, NONE, 1200, 0, 400, 0, 800",
        "2, NONE, 360, 0, 80, 40, 240",
        "4, ADDED, 0, 120, 40, 0, 80"
    })
    void aLineIsFollowedFromItsBudgetToWhatRemains(
            String row,
            LineChange change,
            String original,
            String changes,
            String invoiced,
            String central,
            String remaining) {
        LineReport line = line(row, SmallYear.ofApril());

        assertThat(line.change()).isEqualTo(change);
        assertIs(line.followUp(), original, changes, invoiced, central, remaining);
        assertThat(line.followUp().outcome()).isEmpty();
        assertThat(line.followUp().remainingOfOutcome()).isEmpty();
    }

    @Test
    void anObjectIsItsLinesTogether() {
        AnnualReport report = SmallYear.ofApril();

        assertThat(report.objects()).containsExactly("SHVO", "KORT");
        assertThat(report.nameOf("KORT")).isEqualTo("SITHS-kort");
        assertIs(report.of("SHVO"), "1200", "120", "440", "0", "880");
        assertIs(report.of("KORT"), "360", "0", "80", "40", "240");
        assertIs(report.total(), "1560", "120", "520", "40", "1120");
        assertThat(line("4", report).line().decision()).isEqualTo("SITIV maj");
    }

    @Test
    void aLineThatMovesTakesWhatWasIssuedOfItAlong() {
        SmallInput moved = SmallYear.withAddition().change("budget-2023.csv", "2;KORT;", "2;SHVO;");

        AnnualReport report = SmallYear.report(SmallYear.throughApril(), moved);

        assertThat(report.objects()).containsExactly("SHVO");
        assertIs(report.of("SHVO"), "1560", "120", "520", "40", "1120");
        assertThat(report.of(party("1480", report).party(), "SHVO").invoiced())
                .isEqualTo(kr("84.00"));
        assertThat(report.of(party("1480", report).party(), "KORT")).isEqualTo(Charge.NONE);
    }

    @Test
    void anotherAmountAndALineThatIsGoneAgainAreChanges() {
        Inputs planned =
                SmallYear.planned()
                        .add("budget-2023.csv", "9;SHVO;Höst;300;70/30;2023-10;;Plan 2023")
                        .inputs();
        Books books = new Books();
        books.issue(YearMonth.of(2023, 1), planned);
        Inputs today = SmallYear.planned().change("budget-2023.csv", "1 200", "1 320").inputs();

        AnnualReport report = AnnualReport.of(planned, today, books.issued(), Optional.empty());

        assertThat(line("1", report).change()).isEqualTo(LineChange.CHANGED);
        assertIs(line("1", report).followUp(), "1200", "120", "100", "0", "1220");
        assertThat(line("9", report).change()).isEqualTo(LineChange.REMOVED);
        assertIs(line("9", report).followUp(), "300", "-300", "0", "0", "0");
        assertIs(report.total(), "1860", "-180", "120", "10", "1550");
        assertThat(report.months().get(11).budgetThrough()).isEqualTo(kr("1680"));
    }

    // by party

    /** Of Göteborg's 20,00 a month, 1,00 is added; nothing of it is lost by the credit. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "VGR, 308, 0, 100, 3.08",
        "1440, 84, 0, 10, 8.40",
        "1480, 84, 0, 40, 2.10",
        "1489, 44, 0, 50, 0.88",
        "VASTKOM, 0, 40, , "
    })
    void whatAPartyPaidIsToldAlsoByInhabitant(
            String code, String invoiced, String central, Long inhabitants, String per) {
        PartyReport party = party(code, SmallYear.ofApril());

        assertThat(party.charge()).isEqualTo(new Charge(kr(invoiced), kr(central)));
        assertThat(party.inhabitants())
                .isEqualTo(
                        inhabitants == null ? OptionalLong.empty() : OptionalLong.of(inhabitants));
        assertThat(party.perInhabitant())
                .isEqualTo(Optional.ofNullable(per).map(AnnualReportTest::kr));
    }

    @Test
    void tellsWhoBoreIt() {
        AnnualReport report = SmallYear.ofApril();

        assertThat(report.bearers())
                .isEqualTo(
                        Map.of(
                                Bearer.REGION, kr("308"),
                                Bearer.MUNICIPALITIES, kr("212"),
                                Bearer.CENTRAL, kr("40")));
        assertThat(report.perInhabitant(kr("212"))).contains(kr("2.12"));
        assertThat(report.inhabitantsOn()).contains(LocalDate.of(2022, 12, 31));
        assertThat(report.of(party("VASTKOM", report).party(), "KORT"))
                .isEqualTo(new Charge(Money.ZERO, kr("40")));
    }

    // by month

    @Test
    void aMonthTellsWhatCameWithIt() {
        AnnualReport report = SmallYear.ofApril();
        MonthReport february = report.months().get(1);
        MonthReport april = report.months().get(3);
        MonthReport may = report.months().get(4);

        assertThat(february)
                .isEqualTo(
                        new MonthReport(
                                SmallYear.month(2),
                                true,
                                kr("140"),
                                kr("120"),
                                kr("0"),
                                kr("-21"),
                                kr("21"),
                                kr("10"),
                                kr("280"),
                                kr("260")));
        assertThat(april)
                .isEqualTo(
                        new MonthReport(
                                SmallYear.month(4),
                                true,
                                kr("140"),
                                kr("130"),
                                kr("30"),
                                kr("0"),
                                kr("0"),
                                kr("10"),
                                kr("560"),
                                kr("560")));
        assertThat(may.isIssued()).isFalse();
        assertThat(may.charge().isZero()).isTrue();
        assertThat(report.months().get(11).budgetThrough()).isEqualTo(kr("1680"));
        assertThat(report.issuedMonths()).hasSize(4);
        assertThat(report.settlement()).isEmpty();
    }

    @Test
    void aCreditWithoutItsNewInvoiceIsToldAndRemains() {
        AnnualReport report = SmallYear.report(SmallYear.throughCredit(), SmallYear.withAddition());

        assertThat(report.credited()).extracting(Object::toString).containsExactly("2023-02 1480");
        assertThat(report.total().charge().invoiced()).isEqualTo(kr("499"));
        assertThat(report.total().remaining()).isEqualTo(kr("1141"));
        assertThat(party("1480", report).charge().invoiced()).isEqualTo(kr("63"));
    }

    // the settlement

    /** 100,00 less of row 1; 30,00 more of row 2, a third of it centrally. */
    @Test
    void afterTheSettlementNothingRemainsOfTheOutcome() {
        AnnualReport report = SmallYear.settled();

        assertThat(report.isSettled()).isTrue();
        assertThat(report.settlement()).contains(new Charge(kr("-80"), kr("10")));
        assertIs(report.total(), "1560", "120", "1480", "130", "70");
        assertThat(report.total().outcome()).contains(kr("1610"));
        assertThat(report.total().remainingOfOutcome()).contains(Money.ZERO);
        assertThat(report.of("KORT").outcome()).contains(kr("390"));
        assertThat(report.lines())
                .allSatisfy(
                        line ->
                                assertThat(line.followUp().remainingOfOutcome())
                                        .contains(Money.ZERO));
        assertThat(report.months().get(11).chargedThrough()).isEqualTo(kr("1680"));
        assertThat(report.checks())
                .extracting(Check::kind)
                .contains(CheckKind.NOTHING_REMAINS_OF_OUTCOME);
    }

    @Test
    void anOutcomeBelongsToASettlementAndToNothingElse() {
        Inputs today = SmallYear.withAddition().inputs();
        AnnualReport settled = SmallYear.settled();

        assertThatThrownBy(
                        () ->
                                AnnualReport.of(
                                        today,
                                        today,
                                        new Issued(
                                                settled.acts().stream()
                                                        .map(ActReport::act)
                                                        .toList(),
                                                Map.of(),
                                                ""),
                                        Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("outcome");
    }

    // what is refused

    @Test
    void ofNothingIssuedThereIsOnlyABudget() {
        Inputs today = SmallYear.planned().inputs();

        AnnualReport report = AnnualReport.of(today, today, Issued.NOTHING, Optional.empty());

        assertIs(report.total(), "1560", "0", "0", "0", "1560");
        assertThat(report.parties()).isEmpty();
        assertThat(report.bearers()).isEmpty();
        assertThat(report.acts()).isEmpty();
    }

    @Test
    void aRowThatWasInvoicedMayNotVanish() {
        SmallInput without =
                SmallYear.withAddition().changeAll("budget-2023.csv", "(?m)^2;KORT.*\n", "");

        assertRefused(
                RunRefused.Cause.ROW_VANISHED,
                "2",
                () -> SmallYear.report(SmallYear.throughApril(), without));
    }

    @Test
    void aPartyThatIsGoneIsNamedAsItWasFirst() {
        SmallInput renamed =
                SmallYear.withAddition()
                        .change("parter.csv", "Ale kommun", "Nya Ale")
                        .change("nycklar.csv", "KORT;2023-01;;VASTKOM;1/3", "KORT;2023-01;;VGR;1/3")
                        .changeAll("parter.csv", "(?m)^VASTKOM.*\n", "");

        AnnualReport report = SmallYear.report(SmallYear.throughApril(), renamed);

        assertThat(party("1440", report).party().name()).isEqualTo("Nya Ale");
        assertThat(party("VASTKOM", report).party().name()).isEqualTo("VästKom");
    }

    @Test
    void aPartyThatNobodyKnowsMustBePutBack() {
        Amount amount =
                new Amount(
                        "1",
                        "SHVO",
                        new PartyCode("9999"),
                        Invoicing.INVOICE,
                        LineKind.ORDINARY,
                        SmallYear.month(1),
                        VatRate.INTERNAL,
                        new Money(1));
        Issued issued =
                new Issued(
                        List.of(
                                new IssuedAct(
                                        1,
                                        ActKind.MONTH,
                                        SmallYear.month(1),
                                        Optional.empty(),
                                        List.of(
                                                new IssuedAct.IssuedAmount(
                                                        amount, Optional.empty())))),
                        Map.of(),
                        "");
        Inputs today = SmallYear.planned().inputs();

        assertRefused(
                RunRefused.Cause.PARTY_VANISHED,
                "9999",
                () -> AnnualReport.of(today, today, issued, Optional.empty()));
    }

    private static void assertRefused(RunRefused.Cause cause, String detail, Runnable asked) {
        assertThatThrownBy(asked::run)
                .isInstanceOfSatisfying(
                        RunRefused.class,
                        e -> {
                            assertThat(e.cause()).isEqualTo(cause);
                            assertThat(e.details()).containsExactly(detail);
                        });
    }

    @Test
    void aSumThatDisagreesStopsTheProgram() {
        Check holds = new Check(CheckKind.MONTHS_AND_BUDGET, kr("1"), kr("1"));
        Check fails = new Check(CheckKind.BEARERS_AND_LINES, kr("1"), kr("2"));

        AnnualReport.demand(List.of(holds));

        assertThatThrownBy(() -> AnnualReport.demand(List.of(holds, fails)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("BEARERS_AND_LINES: 1.00 is not 2.00");
    }

    // any year

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    /**
     * Months in any order on changing keys, credits anywhere, some issued anew, perhaps a
     * settlement: what the report tells is what the invoices say.
     */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void ofAnyYearTheReportTellsWhatTheInvoicesSay(long seed) {
        Random random = new Random(seed);
        Inputs original = RandomInput.of(seed).inputs();
        SmallInput last = RandomInput.of(seed).put("nycklar.csv", keys(random.nextInt(101)));
        Inputs today = last.inputs();
        boolean settles = random.nextBoolean();
        Books books = new Books();
        issue(books, original, today, settles, random);
        Optional<Inputs> settled =
                settles ? Optional.of(settle(books, last, random)) : Optional.empty();

        AnnualReport report =
                AnnualReport.of(
                        books.issuances().get(0).inputs(),
                        today,
                        books.issued(),
                        settled.flatMap(Inputs::outcome));

        Charge expected =
                new Charge(
                        Money.total(books.issuances().stream().map(Issuance::invoiced)),
                        Money.total(
                                books.issuances().stream().map(Issuance::notInvoiced).toList()));
        assertThat(report.total().charge()).isEqualTo(expected);
        assertThat(sum(report.parties(), PartyReport::charge)).isEqualTo(expected);
        assertThat(sum(report.acts(), ActReport::charge)).isEqualTo(expected);
        assertThat(
                        sum(report.months(), MonthReport::charge)
                                .plus(report.settlement().orElse(Charge.NONE)))
                .isEqualTo(expected);
        assertThat(report.total().budget())
                .isEqualTo(Money.total(today.budgetLines().stream().map(BudgetLine::amount)));
        assertThat(byObjectAndParty(report)).isEqualTo(booked(books));
        if (settles) {
            assertThat(report.total().outcome()).contains(expected.total());
        }
        assertThat(report.checks()).allMatch(Check::holds);
    }

    private static void issue(
            Books books, Inputs original, Inputs today, boolean settles, Random random) {
        List<Integer> order = new ArrayList<>(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12));
        Collections.shuffle(order, random);
        List<Integer> issued = order.subList(0, random.nextInt(1, 13));
        if (settles && !issued.contains(12)) {
            issued = List.of(12);
        }
        for (int number : issued) {
            YearMonth month = YearMonth.of(2023, number);
            books.issue(month, random.nextBoolean() ? original : today);
            if (random.nextInt(3) == 0) {
                credit(books, month, today, settles || random.nextBoolean());
            }
        }
    }

    private static void credit(Books books, YearMonth month, Inputs today, boolean anew) {
        try {
            books.credit(month, "1401", today);
        } catch (RunRefused nothingToCredit) {
            return;
        }
        if (anew) {
            books.reissue(month, "1401", today);
        }
    }

    private static Inputs settle(Books books, SmallInput last, Random random) {
        StringBuilder outcome = new StringBuilder("rad;utfall\n");
        for (BudgetLine line : last.inputs().budgetLines()) {
            outcome.append(line.row())
                    .append(';')
                    .append(random.nextInt(-500, 90_000))
                    .append('\n');
        }
        Inputs inputs = last.put("utfall-2023.csv", outcome.toString()).inputsForSettlement();
        books.settle(inputs);
        return inputs;
    }

    /** The keys of {@link RandomInput}, two of them with other shares. */
    private static String keys(int percent) {
        return """
        nyckel;från;till;part;andel;fördelning;beslut
        TVÅ;2023-01;;VGR;%d;;Beslut
        TVÅ;2023-01;;VGK;%d;folkmängd;Beslut
        TRE;2023-01;;VK;1/2;;Beslut
        TRE;2023-01;;VGK;1/2;lika;Beslut
        BYTER;2023-01;;NORR;100;folkmängd;Beslut
        """
                .formatted(percent, 100 - percent);
    }

    private static <T> Charge sum(List<T> reports, Function<T, Charge> charge) {
        return reports.stream().map(charge).reduce(Charge.NONE, Charge::plus);
    }

    /** What was booked on each object and party, the object as today has it. */
    private static Map<String, Money> booked(Books books) {
        Map<String, Money> booked =
                books.issued()
                        .amounts()
                        .map(IssuedAct.IssuedAmount::amount)
                        .collect(
                                Collectors.toMap(
                                        amount -> amount.objectCode() + " " + amount.party(),
                                        Amount::money,
                                        Money::plus));
        booked.values().removeIf(Money::isZero);
        return booked;
    }

    private static Map<String, Money> byObjectAndParty(AnnualReport report) {
        Map<String, Money> shares = new HashMap<>();
        for (PartyReport party : report.parties()) {
            for (String object : report.objects()) {
                shares.put(
                        object + " " + party.party().code(),
                        report.of(party.party(), object).total());
            }
        }
        shares.values().removeIf(Money::isZero);
        return shares;
    }
}
