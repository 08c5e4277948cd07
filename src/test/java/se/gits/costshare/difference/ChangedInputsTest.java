package se.gits.costshare.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.gits.costshare.Endurance;
import se.gits.costshare.money.Money;
import se.gits.costshare.money.VatRate;
import se.gits.costshare.party.Invoicing;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.Inputs;
import se.gits.costshare.run.RandomInput;
import se.gits.costshare.run.ResolvedLine;
import se.gits.costshare.run.SmallInput;
import se.gits.costshare.run.YearCosts;

/** Why an adjustment came about, one case of every kind, as a municipality reads it. */
class ChangedInputsTest {

    private static final String PARTIES = "parter.csv";
    private static final String OBJECTS = "objekt.csv";
    private static final String KEYS = "nycklar.csv";
    private static final String BUDGET = "budget-2023.csv";
    private static final String POPULATION = "folkmangd.csv";
    private static final String VOLUMES = "volymer.csv";
    private static final String SETTINGS = "installningar.yml";

    /** What an adjustment line is made for. */
    private record Asked(PartyCode party, String row, SortedSet<YearMonth> months) {
        @Override
        public String toString() {
            return party + " row " + row + " " + months;
        }
    }

    /**
     * @param asked a party, a row and months, {@code 1440 1 2023-01 2023-02}
     */
    private static Arguments told(
            String what, UnaryOperator<SmallInput> change, String asked, String... causes) {
        String[] words = asked.split(" ");
        SortedSet<YearMonth> months = new TreeSet<>();
        Arrays.stream(words).skip(2).map(YearMonth::parse).forEach(months::add);
        return arguments(
                what,
                new Asked(new PartyCode(words[0]), words[1], months),
                change,
                List.of(causes));
    }

    private static final UnaryOperator<SmallInput> AMOUNT =
            input ->
                    input.change(BUDGET, "möten;100;NORR;;;Plan 2023", "möten;90;NORR;;;SITIV § 7")
                            .change(BUDGET, "7 601 100,01", "7 601 090,01");

    private static final UnaryOperator<SmallInput> NOTHING_LEFT =
            input ->
                    input.change(BUDGET, "möten;100;", "möten;0;")
                            .change(BUDGET, "7 601 100,01", "7 601 000,01");

    private static final UnaryOperator<SmallInput> ADDED =
            input ->
                    input.change(BUDGET, "7 601 100,01", "7 602 100,01")
                            .change(
                                    BUDGET,
                                    "Totalt;",
                                    "4;SHVO;Tillägg för e-arkiv;;1 000;70/30;2023-03;2023-12;"
                                            + "SITIV 2023-05-12;;\nTotalt;");

    private static final UnaryOperator<SmallInput> REMOVED =
            input ->
                    input.changeAll(BUDGET, "3;SHVO;Möten.*\n", "")
                            .change(BUDGET, "7 601 100,01", "7 601 000,01");

    private static final UnaryOperator<SmallInput> MOVED =
            input ->
                    input.change(BUDGET, "3;SHVO;Möten", "3;KORT;Möten")
                            .change(BUDGET, "NORR;;;Plan 2023, 4.1", "NORR;2023-03;;Rättelse");

    private static final UnaryOperator<SmallInput> SHARES =
            input ->
                    input.change(KEYS, "VGR;70;;Plan 2023, 4.2", "VGR;60;;SITIV § 4")
                            .change(KEYS, "VGK;30;folkmängd;Plan 2023, 4.2", "VGK;40;folkmängd;§ 5")
                            .change(BUDGET, "2 280 000;5 320 000", "3 040 000;4 560 000");

    /** Half to the region from July on. */
    private static final UnaryOperator<SmallInput> SHARES_FROM_JULY =
            input ->
                    input.change(KEYS, "NORR;2023-01;;", "NORR;2023-01;2023-06;")
                            .add(KEYS, "NORR;2023-07;;NORR;50;folkmängd;SITIV § 9")
                            .add(KEYS, "NORR;2023-07;;VGR;50;;SITIV § 9");

    /** So many that an invoice line has no room for all. */
    private static final UnaryOperator<SmallInput> MANY_SHARES =
            input ->
                    input.change(KEYS, "NORR;2023-01;;NORR;100;lika", "NORR;2023-01;;VGR;60;")
                            .add(KEYS, "NORR;2023-01;;1440;10;;Plan 2023")
                            .add(KEYS, "NORR;2023-01;;1480;10;;Plan 2023")
                            .add(KEYS, "NORR;2023-01;;1489;10;;Plan 2023")
                            .add(KEYS, "NORR;2023-01;;VASTKOM;10;;Plan 2023");

    private static final UnaryOperator<SmallInput> OTHER_KEY =
            input ->
                    input.add(KEYS, "LIKA;2023-01;;VGK;100;lika;Plan 2023")
                            .change(BUDGET, "100;NORR;;;Plan 2023, 4.1", "100;LIKA;;;Rättelse");

    private static final UnaryOperator<SmallInput> DATE_UNTIL_MAY =
            input ->
                    input.change(
                                    SETTINGS,
                                    "folkmängd:\n",
                                    "folkmängd:\n  - från: 2023-01\n    referens: 2021-12-31\n"
                                            + "    beslut: Äldre siffror\n")
                            .change(
                                    SETTINGS,
                                    "2023-01\n    referens: 2022",
                                    "2023-06\n    referens: 2022");

    private static final UnaryOperator<SmallInput> FIGURES =
            input ->
                    input.change(POPULATION, "32394", "32000").change(POPULATION, "42199", "42200");

    private static final UnaryOperator<SmallInput> VAT_UNTIL_JUNE =
            input ->
                    input.change(OBJECTS, "2023-01;2023-12;alla;25", "2023-01;2023-06;alla;12")
                            .add(OBJECTS, "SHVO;Samordnad;uppdrag;2023-07;;alla;25;Nytt");

    private static final UnaryOperator<SmallInput> EXEMPT_NO_MORE =
            input -> input.change(OBJECTS, "undantag 3 kap. ML;Plan 2023", "25;Skatteverket");

    private static final UnaryOperator<SmallInput> NOT_INVOICED =
            input -> input.change(PARTIES, "212000-1439;faktura", "212000-1439;ingen");

    private static final UnaryOperator<SmallInput> JOINED =
            input ->
                    input.add(PARTIES, "1499;Falköpings kommun;kommun;;faktura;;;;;;;")
                            .add(POPULATION, "\"1499 Falköping\";33246;33367");

    private static final UnaryOperator<SmallInput> LEFT =
            input -> input.change(PARTIES, "212000-1553;faktura;NORR;", "212000-1553;faktura;;");

    private static final UnaryOperator<SmallInput> FOR_EVERYONE =
            input ->
                    input.change(
                                    OBJECTS,
                                    "1440 1480;undantag 3 kap. ML;Plan 2023",
                                    "alla;undantag 3 kap. ML;SITIV § 2")
                            .add(VOLUMES, "kort;2023-01;2023-12;1489;0");

    private static final UnaryOperator<SmallInput> FOR_OTHERS =
            input ->
                    input.change(OBJECTS, "1440 1480", "1480 1489")
                            .add(VOLUMES, "kort;2023-01;2023-12;1489;40");

    private static final UnaryOperator<SmallInput> MORE_CARDS =
            input -> input.change(VOLUMES, "1440;7", "1440;8").change(VOLUMES, "1 250", "1 500");

    static List<Arguments> cases() {
        return List.of(
                told("nothing", input -> input, "1440 1 2023-01"),
                told(
                        "words that cost nothing",
                        input ->
                                input.change(KEYS, "Plan 2023", "SITIV 2023-01-10")
                                        .change(BUDGET, "Drift och licens", "Drift"),
                        "1440 1 2023-01"),
                told(
                        "amount",
                        AMOUNT,
                        "1440 3 2023-01",
                        "Budgetrad 3: beloppet 100,00 kr → 90,00 kr (beslut: SITIV § 7, 4.1)"),
                told("amount, another line", AMOUNT, "1440 1 2023-01"),
                told(
                        "an amount set to 0",
                        NOTHING_LEFT,
                        "1440 3 2023-01",
                        "Budgetrad 3: beloppet 100,00 kr → 0,00 kr (beslut: Plan 2023, 4.1)"),
                told(
                        "an addition",
                        ADDED,
                        "1480 4 2023-03 2023-04",
                        "Ny budgetrad 4 Tillägg för e-arkiv: 1 000,00 kr för 2023-03–2023-12"
                                + " (beslut: SITIV 2023-05-12)"),
                told("an addition, before it begins", ADDED, "1480 4 2023-01 2023-02"),
                told(
                        "a line that is gone",
                        REMOVED,
                        "1440 3 2023-01",
                        "Budgetrad 3 Möten utgår: 100,00 kr för 2023-01–2023-12"),
                told(
                        "another object and other months",
                        MOVED,
                        "1440 3 2023-01",
                        "Budgetrad 3: objekt SHVO → KORT (beslut: Rättelse)",
                        "Budgetrad 3: månader 2023-01–2023-12 → 2023-03–2023-12 (beslut:"
                                + " Rättelse)"),
                told(
                        "another key",
                        OTHER_KEY,
                        "1440 3 2023-01",
                        "Budgetrad 3: nyckel NORR → LIKA (beslut: Rättelse)"),
                told(
                        "other shares",
                        SHARES,
                        "1440 1 2023-02",
                        "Nyckel 70/30, 2023-01–2023-12: VGK (folkmängd) 30 % → 40 %, VGR 70 % →"
                                + " 60 % (beslut: SITIV § 4; § 5)"),
                told("other shares, a line with another key", SHARES, "1440 3 2023-02"),
                told(
                        "other shares from July",
                        SHARES_FROM_JULY,
                        "1440 3 2023-06 2023-07",
                        "Nyckel NORR, 2023-07–2023-12: NORR (folkmängd) 0 % → 50 %, NORR (lika)"
                                + " 100 % → 0 %, VGR 0 % → 50 % (beslut: SITIV § 9)"),
                told("other shares from July, until June", SHARES_FROM_JULY, "1440 3 2023-06"),
                told(
                        "a share that another bears, and one that stands",
                        input -> input.change(KEYS, "VASTKOM;1/3;;Plan 2023", "VGR;1/3;;Nytt"),
                        "VGR 2 2023-03",
                        "Nyckel KORT, 2023-03–2023-05: VASTKOM 1/3 → 0 %, VGR 0 % → 1/3 (beslut:"
                                + " Nytt)"),
                told(
                        "a share that another bears, to one of the share that stands",
                        input -> input.change(KEYS, "VASTKOM;1/3;;Plan 2023", "VGR;1/3;;Nytt"),
                        "1440 2 2023-03",
                        "Öresutjämning, sedan andras delar ändrats: Nyckel KORT,"
                                + " 2023-03–2023-05: VASTKOM 1/3 → 0 %, VGR 0 % → 1/3 (beslut:"
                                + " Nytt)"),
                told(
                        "cards for others, to one whose share is its own",
                        FOR_OTHERS,
                        "VASTKOM 2 2023-03",
                        "Öresutjämning, sedan andras delar ändrats: Objektet KORT,"
                                + " 2023-01–2023-12: ny deltagare Alingsås kommun (beslut: Plan"
                                + " 2023)",
                        "Öresutjämning, sedan andras delar ändrats: Objektet KORT,"
                                + " 2023-01–2023-12: Ale kommun deltar inte längre (beslut: Plan"
                                + " 2023)",
                        "Öresutjämning, sedan andras delar ändrats: Ändrad volym kort,"
                                + " 2023-03–2023-05: Alingsås kommun 0 → 40"),
                told(
                        "more shares than there is room for",
                        MANY_SHARES,
                        "1440 3 2023-01",
                        "Nyckel NORR, 2023-01–2023-12: 1440 0 % → 10 %, 1480 0 % → 10 %, 1489 0 %"
                                + " → 10 % … (+3) (beslut: Plan 2023)"),
                told(
                        "other figures' date until May",
                        DATE_UNTIL_MAY,
                        "1440 1 2023-05",
                        "Folkmängd enligt SCB, 2023-01–2023-05: per 2022-12-31 → 2021-12-31"
                                + " (beslut: Äldre siffror)"),
                told(
                        "the month after, whose odd öre can fall on others",
                        DATE_UNTIL_MAY,
                        "1440 1 2023-06",
                        "Öresutjämning, sedan tidigare månader ändrats: Folkmängd enligt SCB,"
                                + " 2023-01–2023-05: per 2022-12-31 → 2021-12-31 (beslut: Äldre"
                                + " siffror)"),
                told(
                        "another date, to one whose share does not go by it",
                        DATE_UNTIL_MAY,
                        "VGR 1 2023-05",
                        "Öresutjämning, sedan andras delar ändrats: Folkmängd enligt SCB,"
                                + " 2023-01–2023-05: per 2022-12-31 → 2021-12-31 (beslut: Äldre"
                                + " siffror)"),
                told("another date, where no one counts", DATE_UNTIL_MAY, "1440 3 2023-05"),
                told(
                        "corrected figures",
                        FIGURES,
                        "1480 1 2023-05",
                        "Rättad folkmängd per 2022-12-31, för 2023-01–2023-12: 2 kommuner, mest"
                                + " Ale kommun 32 394 → 32 000"),
                told(
                        "corrected figures of one",
                        input -> input.change(POPULATION, "42199", "42200"),
                        "1480 1 2023-05",
                        "Rättad folkmängd per 2022-12-31, för 2023-01–2023-12: Alingsås kommun"
                                + " 42 199 → 42 200"),
                told(
                        "corrected figures, in months that go by others now",
                        input -> FIGURES.apply(DATE_UNTIL_MAY.apply(input)),
                        "1480 1 2023-05",
                        "Folkmängd enligt SCB, 2023-01–2023-05: per 2022-12-31 → 2021-12-31"
                                + " (beslut: Äldre siffror)"),
                told(
                        "VAT until June",
                        VAT_UNTIL_JUNE,
                        "1440 1 2023-06 2023-07",
                        "Objektet SHVO, 2023-01–2023-06: moms 25 % → 12 % (beslut: Plan 2023)"),
                told("VAT until June, another object", VAT_UNTIL_JUNE, "1440 2 2023-03"),
                told("VAT, of whom it is not charged", VAT_UNTIL_JUNE, "VGR 1 2023-06"),
                told(
                        "exempt no more",
                        EXEMPT_NO_MORE,
                        "1440 2 2023-03",
                        "Objektet KORT, 2023-01–2023-12: moms undantag 3 kap. ML → 25 % (beslut:"
                                + " Skatteverket)"),
                told(
                        "not invoiced",
                        NOT_INVOICED,
                        "1440 1 2023-03",
                        "Parten 1440: fakturering faktura → ingen"),
                told("not invoiced, to another", NOT_INVOICED, "1480 1 2023-03"),
                told(
                        "a member more, whose first line it is",
                        JOINED,
                        "1499 1 2023-03",
                        "Gruppen VGK: ny medlem Falköpings kommun"),
                told("a member more, that takes no part", JOINED, "1440 2 2023-03"),
                told(
                        "a member less",
                        LEFT,
                        "1440 3 2023-03",
                        "Gruppen NORR: Alingsås kommun är inte längre medlem"),
                told("a member less of another group", LEFT, "1440 1 2023-03"),
                told(
                        "cards for everyone",
                        FOR_EVERYONE,
                        "1440 2 2023-03",
                        "Objektet KORT, 2023-01–2023-12: deltagare 1440, 1480 → alla (beslut:"
                                + " SITIV § 2)"),
                told(
                        "cards for others",
                        FOR_OTHERS,
                        "1440 2 2023-03",
                        "Objektet KORT, 2023-01–2023-12: ny deltagare Alingsås kommun (beslut:"
                                + " Plan 2023)",
                        "Objektet KORT, 2023-01–2023-12: Ale kommun deltar inte längre (beslut:"
                                + " Plan 2023)",
                        "Ändrad volym kort, 2023-03–2023-05: Alingsås kommun 0 → 40"),
                told("cards for others, a line without", FOR_OTHERS, "1440 3 2023-03"),
                told(
                        "more cards",
                        MORE_CARDS,
                        "1440 2 2023-05",
                        "Ändrad volym kort, 2023-03–2023-05: 2 parter, mest Göteborgs stad 1 250"
                                + " → 1 500"));
    }

    private static List<String> causes(Inputs earlier, Inputs today, Asked asked) {
        return new ChangedInputs(today, (party, month) -> Optional.of(earlier), act -> earlier)
                .of(asked.party(), asked.row(), asked.months());
    }

    private static String plain(String text) {
        return text.replace('\u00A0', ' ');
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cases")
    void isToldInWords(
            String what, Asked asked, UnaryOperator<SmallInput> change, List<String> expected) {
        List<String> causes =
                causes(new SmallInput().inputs(), change.apply(new SmallInput()).inputs(), asked);

        assertThat(causes.stream().map(ChangedInputsTest::plain))
                .containsExactlyElementsOf(expected);
    }

    /** A kind has words if and only if it is a cause, and then a case above that tells it. */
    @Test
    void everyKindThatCanChangeAnInvoiceLineHasACase() {
        Set<String> words =
                new TreeSet<>(
                        ResourceBundle.getBundle("se.gits.costshare.difference.causes", Locale.ROOT)
                                .keySet());
        words.remove("DECIDED");
        words.removeIf(word -> word.startsWith("MONTH_"));
        Set<String> told = new TreeSet<>();
        Set<String> neverACause = new TreeSet<>();
        Stream.of(DifferenceKind.values()).forEach(kind -> neverACause.add(kind.name()));
        Inputs earlier = new SmallInput().inputs();
        for (Arguments of : cases()) {
            Asked asked = (Asked) of.get()[1];
            @SuppressWarnings("unchecked")
            UnaryOperator<SmallInput> change = (UnaryOperator<SmallInput>) of.get()[2];
            for (Difference difference :
                    between(earlier, change.apply(new SmallInput()).inputs())) {
                if (difference.concerns(asked.party(), asked.row(), asked.months())) {
                    told.add(difference.kind().name());
                }
                if (!difference.invoiceLines().rows().isEmpty()) {
                    neverACause.remove(difference.kind().name());
                }
            }
        }

        assertThat(told).isEqualTo(words);
        assertThat(neverACause)
                .containsExactlyInAnyOrder(
                        "PARTIES_ADDED",
                        "PARTIES_REMOVED",
                        "PARTY_TYPE",
                        "OBJECT_ADDED",
                        "OBJECT_REMOVED",
                        "LINE_SHARES");
    }

    private static List<Difference> between(Inputs earlier, Inputs today) {
        return InputDifferences.between(
                new Side(earlier, YearCosts.of(earlier)), new Side(today, YearCosts.of(today)));
    }

    /** A list of everyone but one does not say whom it lacks. */
    @Test
    void allAgainstManyIsToldByWhoLeftOrJoined() {
        Inputs all = withMembersOfNorr().inputs();
        Inputs butTheLast =
                withMembersOfNorr()
                        .change(OBJECTS, ";alla;25;", ";1440 1480 1489 P1 P2 P3 P4 P5 P6 P7 P8;25;")
                        .inputs();
        Asked asked = new Asked(new PartyCode("P9"), "3", months(2, 3));

        assertThat(causes(all, butTheLast, asked))
                .containsExactly(
                        "Objektet SHVO, 2023-01–2023-12: Nionde deltar inte längre (beslut: Plan"
                                + " 2023)");
        assertThat(causes(butTheLast, all, asked))
                .containsExactly(
                        "Objektet SHVO, 2023-01–2023-12: ny deltagare Nionde (beslut: Plan 2023)");
    }

    private static SmallInput withMembersOfNorr() {
        SmallInput input = new SmallInput();
        for (int i = 1; i <= 8; i++) {
            input.add(PARTIES, "P" + i + ";Part " + i + ";övrig;;faktura;NORR;;;;;;");
        }
        return input.add(PARTIES, "P9;Nionde;övrig;;faktura;NORR;;;;;;");
    }

    /** January was last computed on one input, February on another, March never. */
    @Test
    void eachMonthIsHeldAgainstTheInputThatItWasLastComputedOn() {
        Inputs january = new SmallInput().inputs();
        Inputs february = SHARES.apply(new SmallInput()).inputs();
        Inputs today = AMOUNT.apply(SHARES.apply(new SmallInput())).inputs();
        List<PartyCode> askedFor = new ArrayList<>();
        ChangedInputs causes =
                new ChangedInputs(
                        today,
                        (party, month) -> {
                            askedFor.add(party);
                            return switch (month.getMonthValue()) {
                                case 1 -> Optional.of(january);
                                case 2 -> Optional.of(february);
                                default -> Optional.empty();
                            };
                        },
                        act -> january);
        PartyCode ale = new PartyCode("1440");
        String amount = "Budgetrad 3: beloppet 100,00 kr → 90,00 kr (beslut: SITIV § 7, 4.1)";

        assertThat(causes.of(ale, "1", months(1))).singleElement().asString().startsWith("Nyckel");
        assertThat(causes.of(ale, "1", months(2))).isEmpty();
        assertThat(causes.of(ale, "3", months(1, 2))).as("told once").containsExactly(amount);
        assertThat(causes.of(ale, "3", months(3))).isEmpty();
        assertThat(causes.of(ale, "3", months())).isEmpty();
        assertThat(askedFor).containsOnly(ale);
    }

    /**
     * Four öre over four months by 43, 43 and 14 percent: of three the third party gets one, of
     * four none. So it is charged one in March and credited it in April.
     */
    @Test
    void aPartyWhoseMonthsComeToNothingTogetherIsToldItsInvoicing() {
        SmallInput fourOre =
                new SmallInput()
                        .change(KEYS, "VASTKOM;1/3", "VGR;1/3")
                        .add(KEYS, "ÖRE;2023-01;;1440;43;;Plan 2023")
                        .add(KEYS, "ÖRE;2023-01;;1480;43;;Plan 2023")
                        .add(KEYS, "ÖRE;2023-01;;VASTKOM;14;;Plan 2023")
                        .change(BUDGET, "möten;100;NORR;;;", "möten;0,04;ÖRE;2023-01;2023-04;")
                        .change(BUDGET, "7 601 100,01", "7 601 000,05");
        Inputs earlier = fourOre.inputs();
        Inputs today = fourOre.change(PARTIES, "övrig;;ingen", "övrig;;faktura").inputs();
        PartyCode vastkom = new PartyCode("VASTKOM");
        Asked march = new Asked(vastkom, "3", months(3));

        assertThat(YearCosts.of(earlier).parties()).doesNotContain(vastkom);
        assertThat(invoiced(earlier).get(march).money()).hasToString("0.01");
        assertThat(causes(earlier, today, march))
                .containsExactly("Parten VASTKOM: fakturering ingen → faktura");
    }

    private static SortedSet<YearMonth> months(int... numbers) {
        SortedSet<YearMonth> months = new TreeSet<>();
        Arrays.stream(numbers).mapToObj(number -> YearMonth.of(2023, number)).forEach(months::add);
        return months;
    }

    /** What stands on invoices of a party's share of a line for a month. */
    private record Invoiced(Money money, Invoicing invoicing, VatRate vat) {}

    /** By whom and of what, one month each; nothing is left out. */
    private static Map<Asked, Invoiced> invoiced(Inputs inputs) {
        Map<Asked, Invoiced> invoiced = new HashMap<>();
        for (ResolvedLine line : inputs.lines()) {
            for (int index = 1; index <= line.line().months(); index++) {
                YearMonth month = line.line().monthAt(index);
                line.amountsOf(month)
                        .forEach(
                                (party, money) -> {
                                    if (!money.isZero()) {
                                        invoiced.put(
                                                new Asked(
                                                        party,
                                                        line.line().row(),
                                                        new TreeSet<>(Set.of(month))),
                                                invoiced(inputs, line, month, party, money));
                                    }
                                });
            }
        }
        return invoiced;
    }

    private static Invoiced invoiced(
            Inputs inputs, ResolvedLine line, YearMonth month, PartyCode party, Money money) {
        Invoicing invoicing = inputs.parties().find(party).orElseThrow().invoicing();
        return new Invoiced(
                money,
                invoicing,
                invoicing == Invoicing.INTERNAL ? VatRate.INTERNAL : line.objectIn(month).vat());
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Endurance.count(1_000, 50));
    }

    /** Another input with as many parties, so that any of its files fits with the others. */
    private static SmallInput another(long seed, SmallInput like) {
        long parties = like.text(PARTIES).lines().count();
        return LongStream.iterate(seed + 10_000, s -> s + 1_000)
                .mapToObj(RandomInput::of)
                .filter(input -> input.text(PARTIES).lines().count() == parties)
                .findFirst()
                .orElseThrow();
    }

    /**
     * One file at a time is another's, so that no other difference hides one that is not told; then
     * all of them. What is invoiced otherwise has a cause, also where it is an öre that a segment's
     * beginning moves.
     */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverIsInvoicedOtherwiseHasACause(long seed) {
        Inputs earlier = RandomInput.of(seed).inputs();
        Map<Asked, Invoiced> before = invoiced(earlier);
        SmallInput other = another(seed, RandomInput.of(seed));
        List<String> files = List.of(PARTIES, OBJECTS, KEYS, BUDGET, POPULATION, VOLUMES, SETTINGS);
        SmallInput all = RandomInput.of(seed);
        for (String file : files) {
            all.put(file, other.text(file));
            SmallInput one = RandomInput.of(seed).put(file, other.text(file));
            hasCauses(file, earlier, before, one.inputs());
        }
        hasCauses("all files", earlier, before, all.inputs());
    }

    private static void hasCauses(
            String file, Inputs earlier, Map<Asked, Invoiced> before, Inputs today) {
        ChangedInputs causes =
                new ChangedInputs(today, (party, month) -> Optional.of(earlier), act -> earlier);
        Map<Asked, Invoiced> after = invoiced(today);
        Set<Asked> lines = new HashSet<>(before.keySet());
        lines.addAll(after.keySet());
        for (Asked line : lines) {
            if (!Optional.ofNullable(before.get(line))
                    .equals(Optional.ofNullable(after.get(line)))) {
                assertThat(causes.of(line.party(), line.row(), line.months()))
                        .as("%s: %s", file, line)
                        .isNotEmpty();
            }
        }
    }

    /** Where nothing differs there is nothing to tell. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theSameInputHasNoCause(long seed) {
        Inputs earlier = RandomInput.of(seed).inputs();
        Inputs today = RandomInput.of(seed).inputs();

        for (Asked line : invoiced(today).keySet()) {
            assertThat(causes(earlier, today, line)).as("%s", line).isEmpty();
        }
    }
}
