package se.gits.costshare.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.gits.costshare.difference.Difference;
import se.gits.costshare.difference.DifferenceKind;
import se.gits.costshare.party.Bearer;
import se.gits.costshare.run.SmallInput;

/** What two inputs differ in, one case of every kind, as a steering group reads it. */
class InputDifferencesTest {

    private static final String PARTIES = "parter.csv";
    private static final String OBJECTS = "objekt.csv";
    private static final String KEYS = "nycklar.csv";
    private static final String BUDGET = "budget-2023.csv";
    private static final String POPULATION = "folkmangd.csv";
    private static final String VOLUMES = "volymer.csv";
    private static final String SETTINGS = "installningar.yml";

    static List<Arguments> differences() {
        return List.of(
                difference("nothing", input -> input),
                difference(
                        "words that cost nothing",
                        input ->
                                input.change(KEYS, "Plan 2023", "SITIV 2023-01-10")
                                        .change(BUDGET, "Drift och licens", "Drift")
                                        .change(PARTIES, "Ale kommun", "Ale")),
                difference(
                        "older figures until May",
                        change(
                                SETTINGS,
                                "folkmängd:\n",
                                "folkmängd:\n  - från: 2023-01\n    referens: 2021-12-31\n"
                                        + "    beslut: Plan 2023\n",
                                "2023-01\n    referens: 2022",
                                "2023-06\n    referens: 2022"),
                        "Folkmängd, 2023-01–2023-05: siffrorna per 2022-12-31 → 2021-12-31."),
                difference(
                        "other figures for the same date",
                        change(POPULATION, "32394", "32000", "42199", "42200"),
                        "Folkmängden per 2022-12-31 har andra siffror för 2 kommuner, mest"
                                + " Ale kommun: 32 394 → 32 000."),
                difference(
                        "a municipality more",
                        input ->
                                input.add(PARTIES, "1499;Falköpings kommun;kommun;;faktura;;;;;;;")
                                        .add(POPULATION, "\"1499 Falköping\";33246;33367"),
                        "Parter som betalar bara i förslaget, 1 st: 1499 Falköpings kommun.",
                        "Gruppen VGK får 1 medlem till: Falköpings kommun."),
                difference(
                        "a municipality less",
                        input ->
                                input.change(
                                                PARTIES,
                                                "1489;Alingsås kommun;kommun;212000-1553;faktura;NORR;"
                                                        + "0007:2120001553;REF3;;441 81;Alingsås;\n",
                                                "")
                                        .change(POPULATION, "\"1489 Alingsås\";41853;42199\n", ""),
                        "Parter som betalar i dag men inte finns i förslaget, 1 st: 1489 Alingsås kommun.",
                        "Gruppen NORR förlorar 1 medlem: Alingsås kommun.",
                        "Gruppen VGK förlorar 1 medlem: Alingsås kommun."),
                difference(
                        "VästKom invoiced, as a region",
                        input ->
                                input.change(
                                        PARTIES, "VästKom;övrig;;ingen", "VästKom;region;;faktura"),
                        "Parten VASTKOM VästKom: typ övrig → region.",
                        "Parten VASTKOM VästKom: fakturering ingen → faktura."),
                difference(
                        "an object of its own for the meetings",
                        input ->
                                input.add(OBJECTS, "MOTEN;Möten;uppdrag;2023-02;;alla;25;Plan 2023")
                                        .change(BUDGET, "3;SHVO", "3;MOTEN")
                                        .change(BUDGET, "NORR;;;", "NORR;2023-02;2023-06;"),
                        "Objektet MOTEN (Möten) finns bara i förslaget, 2023-02–2023-12.",
                        "Budgetrad 3 (Möten): objekt SHVO → MOTEN.",
                        "Budgetrad 3 (Möten): månader 2023-01–2023-12 → 2023-02–2023-06."),
                difference(
                        "a line moved to an object that not all take part in",
                        input ->
                                input.change(
                                        BUDGET,
                                        "3;SHVO;Möten;möten;100;NORR",
                                        "3;KORT;Möten;möten;100;NORR"),
                        "Budgetrad 3 (Möten): objekt SHVO → KORT.",
                        "Budgetrad 3 (Möten) delas på annat sätt: NORR (lika) 100 % → NORR (lika,"
                                + " 1440) 100 %."),
                difference(
                        "cards no more",
                        input ->
                                input.change(
                                                BUDGET,
                                                "2;KORT;Kort;kort;1 000,01;KORT;2023-03;2023-05;"
                                                        + "Plan 2023, 4.1;;\n",
                                                "")
                                        .change(BUDGET, "7 601 100,01", "7 600 100")
                                        .change(
                                                OBJECTS,
                                                "KORT;SITHS-kort;uppdrag;2023-01;;1440 1480;"
                                                        + "undantag 3 kap. ML;Plan 2023\n",
                                                ""),
                        "Objektet KORT (SITHS-kort) finns inte i förslaget; i dag"
                                + " 2023-01–2023-12.",
                        "Budgetrad 2 (Kort) finns inte i förslaget; i dag 1 000,01 kr för"
                                + " 2023-03–2023-05, nyckel KORT: VASTKOM 1/3, VGK (volym:kort,"
                                + " 1440 1480) 2/3."),
                difference(
                        "an object that ends, with another VAT",
                        change(
                                OBJECTS,
                                "2023-01;;1440 1480;undantag 3 kap. ML",
                                "2023-01;2023-06;1440 1480;25"),
                        "Objektet KORT (SITHS-kort), 2023-01–2023-06: moms undantag 3 kap. ML →"
                                + " 25 %. Beloppen här är utan moms."),
                difference(
                        "cards for everyone",
                        input ->
                                input.change(OBJECTS, "1440 1480", "alla")
                                        .add(VOLUMES, "kort;2023-01;2023-12;1489;0"),
                        "Objektet KORT (SITHS-kort), 2023-01–2023-12: deltagare 1440, 1480 →"
                                + " alla."),
                difference(
                        "cards for others",
                        input ->
                                input.change(OBJECTS, "1440 1480", "1480 1489")
                                        .add(VOLUMES, "kort;2023-01;2023-12;1489;40"),
                        "Objektet KORT (SITHS-kort), 2023-01–2023-12: 1 ny deltagare:"
                                + " Alingsås kommun.",
                        "Objektet KORT (SITHS-kort), 2023-01–2023-12: 1 deltar inte längre:"
                                + " Ale kommun.",
                        "Volymen kort, 2023-03–2023-05: andra antal för 1 part, mest Alingsås"
                                + " kommun: 0 → 40."),
                difference(
                        "more cards, in a month that the line has and in one that it has not",
                        input ->
                                input.change(VOLUMES, "1480;1 250", "1480;596841")
                                        .add(VOLUMES, "annat;2023-01;2023-12;1440;9")
                                        .add(VOLUMES, "kort;2023-01;2023-12;1489;9"),
                        "Volymen kort, 2023-03–2023-05: andra antal för 1 part, mest Göteborgs"
                                + " stad: 1 250 → 596 841."),
                difference(
                        "all written out one by one",
                        change(OBJECTS, ";alla;", ";VGR 1440 1480 1489 VASTKOM;")),
                difference(
                        "other shares from July, and another way to distribute",
                        input ->
                                input.change(
                                                KEYS,
                                                "NORR;2023-01;;NORR;100;lika",
                                                "NORR;2023-01;2023-06;NORR;100;lika")
                                        .add(KEYS, "NORR;2023-07;;NORR;50;folkmängd;Plan 2023")
                                        .add(KEYS, "NORR;2023-07;;VGR;50;;Plan 2023"),
                        "Nyckeln NORR, 2023-07–2023-12: NORR (folkmängd) 0 % → 50 %, NORR (lika)"
                                + " 100 % → 0 %, VGR 0 % → 50 %."),
                difference(
                        "thirds",
                        change(KEYS, "VGK;2/3", "VGK;1/3", "VASTKOM;1/3", "VASTKOM;2/3"),
                        "Nyckeln KORT, 2023-03–2023-05: VASTKOM 1/3 → 2/3, VGK (volym:kort) 2/3 →"
                                + " 1/3."),
                difference(
                        "a key of its own",
                        input ->
                                input.add(KEYS, "LIKA;2023-01;;VGK;100;lika;Plan 2023")
                                        .change(BUDGET, "100;NORR", "100;LIKA"),
                        "Budgetrad 3 (Möten): nyckel NORR, NORR (lika) 100 % → nyckel LIKA, VGK"
                                + " (lika) 100 %."),
                difference(
                        "a key by another name",
                        input ->
                                input.changeAll(KEYS, "(?m)^NORR;", "NORDAN;")
                                        .change(BUDGET, "100;NORR", "100;NORDAN")),
                difference(
                        "a key that is another by the half-year, and a line that moves with it",
                        input ->
                                input.change(
                                                KEYS,
                                                "NORR;2023-01;;NORR;100;lika",
                                                "NORR;2023-01;2023-06;NORR;100;lika")
                                        .add(KEYS, "NORR;2023-07;;VGR;100;;Plan 2023")
                                        .change(BUDGET, "NORR;;;", "NORR;2023-07;2023-12;"),
                        "Nyckeln NORR, 2023-07–2023-12: NORR (lika) 100 % → 0 %, VGR 0 % → 100"
                                + " %.",
                        "Budgetrad 3 (Möten): månader 2023-01–2023-12 → 2023-07–2023-12.",
                        "Budgetrad 3 (Möten) delas på annat sätt: NORR (lika) 100 % → VGR 100 %."),
                difference(
                        "a key that is gone",
                        input ->
                                input.change(KEYS, "NORR;2023-01;;NORR;100;lika;Plan 2023\n", "")
                                        .change(BUDGET, "100;NORR", "100;70/30"),
                        "Budgetrad 3 (Möten): nyckel NORR, NORR (lika) 100 % → nyckel 70/30, VGK"
                                + " (folkmängd) 30 %, VGR 70 %."),
                difference(
                        "other amounts, and a line more",
                        input ->
                                input.change(BUDGET, "möten;100;", "möten;1 500,50;")
                                        .change(BUDGET, "7 601 100,01", "7 603 500,51")
                                        .change(
                                                BUDGET,
                                                "Totalt;",
                                                "4;SHVO;Utbildning;;1 000;70/30;2023-05;2023-05;Nytt"
                                                        + " 2023;;\nTotalt;"),
                        "Budgetrad 3 (Möten): 100,00 kr → 1 500,50 kr.",
                        "Budgetrad 4 (Utbildning) finns bara i förslaget: 1 000,00 kr för 2023-05,"
                                + " nyckel 70/30: VGK (folkmängd) 30 %, VGR 70 %."));
    }

    private static Arguments difference(
            String what, UnaryOperator<SmallInput> change, String... expected) {
        return arguments(what, change, List.of(expected));
    }

    /** Changes one text to another, and the next to its other. */
    private static UnaryOperator<SmallInput> change(String file, String... fromTo) {
        return input -> {
            for (int i = 0; i < fromTo.length; i += 2) {
                input.change(file, fromTo[i], fromTo[i + 1]);
            }
            return input;
        };
    }

    private static List<Difference> between(UnaryOperator<SmallInput> change) {
        return Simulation.of(new SmallInput().inputs(), change.apply(new SmallInput()).inputs())
                .differences();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("differences")
    void isToldInWords(String what, UnaryOperator<SmallInput> change, List<String> expected) {
        SimulationText swedish = new SimulationText(Locale.forLanguageTag("sv"));

        assertThat(
                        between(change).stream()
                                .map(swedish::of)
                                .map(text -> text.replace('\u00A0', ' ')))
                .containsExactlyElementsOf(expected);
    }

    /** Where a cost moves, something is told of it. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("differences")
    void noCostMovesWithoutAWord(
            String what, UnaryOperator<SmallInput> change, List<String> expected) {
        Simulation simulation =
                Simulation.of(new SmallInput().inputs(), change.apply(new SmallInput()).inputs());

        assertThat(simulation.checks()).allMatch(Check::holds);
    }

    @Test
    void everyKindHasACase() {
        Set<DifferenceKind> missing = EnumSet.allOf(DifferenceKind.class);
        for (Arguments of : differences()) {
            @SuppressWarnings("unchecked")
            UnaryOperator<SmallInput> change = (UnaryOperator<SmallInput>) of.get()[1];
            between(change).forEach(difference -> missing.remove(difference.kind()));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void bothLanguagesHaveWordsForEverythingAndNoOthers() {
        Set<String> expected = new TreeSet<>();
        Stream.of(DifferenceKind.values()).forEach(kind -> expected.add(kind.name()));
        Stream.of(CheckKind.values()).forEach(kind -> expected.add(kind.name()));
        Stream.of(Bearer.values()).forEach(bearer -> expected.add(bearer.name()));
        for (String language : List.of("sv", "en")) {
            ResourceBundle words =
                    ResourceBundle.getBundle(
                            "se.gits.costshare.simulation.simulation",
                            Locale.forLanguageTag(language));
            assertThat(new TreeSet<>(words.keySet())).isEqualTo(expected);
        }
    }

    /** What a check would say if the words were forgotten: the cost that nothing explains. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("differences")
    void whatMovesACostIsMissedWhereItIsNotTold(
            String what, UnaryOperator<SmallInput> change, List<String> expected) {
        Simulation simulation =
                Simulation.of(new SmallInput().inputs(), change.apply(new SmallInput()).inputs());
        boolean moves =
                simulation.parties().stream()
                        .anyMatch(party -> !simulation.of(party).difference().isZero());

        assertThat(simulation.untold(simulation.differences()).isZero()).isTrue();
        assertThat(simulation.untold(List.of()).isZero()).isEqualTo(!moves);
    }
}
