package se.gits.costshare.export.html;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import se.gits.costshare.export.SimulationExporter;
import se.gits.costshare.input.InputFiles;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.Bearer;
import se.gits.costshare.party.Party;
import se.gits.costshare.party.PartyType;
import se.gits.costshare.simulation.Comparison;
import se.gits.costshare.simulation.Simulation;
import se.gits.costshare.simulation.SimulationText;

/**
 * A simulation to look at: what a proposal would cost each party, in words, charts and tables.
 * Amounts are kronor a year without VAT.
 */
public final class SimulationPage implements SimulationExporter {

    private static final HtmlTemplate TEMPLATE = new HtmlTemplate("simulation.mustache");

    private static final SimulationText TEXT = new SimulationText(Locale.forLanguageTag("sv"));

    @Override
    public String fileName() {
        return "rapport.html";
    }

    @Override
    public byte[] export(Simulation simulation, InputFiles today, InputFiles proposal) {
        SimulationInWords words = new SimulationInWords(simulation);
        return TEMPLATE.fill(
                new Content(
                        PagePolicy.withoutScript(),
                        simulation.year().toString(),
                        words.summary(),
                        words.movements(),
                        simulation.differences().stream().map(TEXT::of).toList(),
                        bearers(simulation),
                        barsOfObjects(simulation),
                        barsOfMunicipalities(simulation).stream().toList(),
                        objects(simulation),
                        parties(simulation),
                        simulation.parties().stream().map(p -> detailOf(p, simulation)).toList(),
                        simulation.checks().stream()
                                .map(c -> Control.of(TEXT.of(c), c.one(), c.other()))
                                .toList(),
                        files(today, proposal),
                        simulation.inhabitantsOn().stream().map(LocalDate::toString).toList()));
    }

    /**
     * What the template's places are filled with, in its order. What there may be none of is a
     * list, since the library takes an empty {@code Optional} for something.
     */
    private record Content(
            String policy,
            String year,
            String summary,
            String movements,
            List<String> differences,
            FigureTable bearers,
            Bars objectBars,
            List<Bars> municipalityBars,
            FigureTable objects,
            FigureTable parties,
            List<Detail> details,
            List<Control> controls,
            List<File> files,
            List<String> inhabitantsOn) {}

    /** A party's costs by object, opened at the reader's wish. */
    private record Detail(String name, String change, FigureTable table) {}

    /** A file of either input with SHA-256; a dash where an input has no such file. */
    private record File(String name, String state, boolean differs, String one, String other) {}

    private static List<FigureTable.Cell> headings(String name) {
        return FigureTable.headings(
                name,
                "I dag",
                "Förslaget",
                "Skillnad",
                "Skillnad i procent",
                "Skillnad per invånare");
    }

    private static FigureTable.Row row(String name, Comparison comparison) {
        return FigureTable.Row.ofFigures(
                name,
                List.of(
                        comparison.today().inSwedish(),
                        comparison.proposal().inSwedish(),
                        comparison.difference().inSwedish(),
                        SwedishFigures.percent(comparison.percent()),
                        SwedishFigures.perInhabitant(comparison.perInhabitant())));
    }

    private static FigureTable bearers(Simulation simulation) {
        List<FigureTable.Row> rows = new ArrayList<>();
        for (Map.Entry<Bearer, Comparison> bearer : simulation.bearers().entrySet()) {
            rows.add(row(TEXT.of(bearer.getKey()), bearer.getValue()));
        }
        return new FigureTable(
                "betalare",
                "Kostnad per slag av betalare, kronor per år utan moms",
                headings("Betalare"),
                rows,
                sum(simulation.total()));
    }

    private static FigureTable objects(Simulation simulation) {
        return new FigureTable(
                "objekt",
                "Kostnad per objekt, kronor per år utan moms",
                headings("Objekt"),
                simulation.objects().stream()
                        .map(o -> row(nameOf(o, simulation), simulation.of(o)))
                        .toList(),
                sum(simulation.total()));
    }

    private static FigureTable parties(Simulation simulation) {
        return new FigureTable(
                "parter",
                "Kostnad per part, kronor per år utan moms",
                headings("Part"),
                simulation.parties().stream()
                        .map(
                                party ->
                                        row(nameOf(party), simulation.of(party))
                                                .linkedTo(idOf(party)))
                        .toList(),
                sum(simulation.total()));
    }

    private static Detail detailOf(Party party, Simulation simulation) {
        Comparison cost = simulation.of(party);
        List<FigureTable.Row> rows = new ArrayList<>();
        for (String object : simulation.objects()) {
            Comparison costOfObject = simulation.of(party, object);
            if (isBorne(costOfObject)) {
                rows.add(row(nameOf(object, simulation), costOfObject));
            }
        }
        FigureTable table =
                new FigureTable(
                        idOf(party),
                        nameOf(party) + " per objekt, kronor per år utan moms",
                        headings("Objekt"),
                        rows,
                        rows.size() == 1 ? List.of() : sum(cost));
        return new Detail(
                nameOf(party), "skillnad " + SwedishFigures.kronor(cost.difference()), table);
    }

    private static boolean isBorne(Comparison comparison) {
        return !comparison.today().isZero() || !comparison.proposal().isZero();
    }

    private static List<FigureTable.Row> sum(Comparison comparison) {
        return List.of(row("Summa", comparison));
    }

    private static String idOf(Party party) {
        return "part-" + party.code();
    }

    private static String nameOf(Party party) {
        return party.code() + " " + party.name();
    }

    private static String nameOf(String object, Simulation simulation) {
        String name = simulation.nameOf(object);
        return name.equals(object) ? object : object + " " + name;
    }

    private static Bars barsOfObjects(Simulation simulation) {
        List<Bars.Group> groups = new ArrayList<>();
        for (String object : simulation.objects()) {
            Comparison cost = simulation.of(object);
            groups.add(
                    new Bars.Group(
                            nameOf(object, simulation),
                            List.of(
                                    new Bars.Value(Bars.Series.AGAINST, "I dag", cost.today()),
                                    new Bars.Value(
                                            Bars.Series.MAIN, "Förslaget", cost.proposal()))));
        }
        return Bars.of(
                "objektdiagram",
                "Kostnad per objekt, i dag och i förslaget",
                "Kronor per år utan moms. Samma siffror står i tabellen Per objekt.",
                groups);
    }

    /** The municipalities that a figure can be counted for, largest increase first. */
    private static Optional<Bars> barsOfMunicipalities(Simulation simulation) {
        List<Bars.Group> groups =
                simulation.parties().stream()
                        .filter(party -> party.type() == PartyType.MUNICIPALITY)
                        .filter(party -> simulation.of(party).perInhabitant().isPresent())
                        .sorted(
                                Comparator.comparing(
                                                (Party party) -> perInhabitant(party, simulation))
                                        .reversed())
                        .map(
                                party ->
                                        new Bars.Group(
                                                party.name(),
                                                List.of(
                                                        new Bars.Value(
                                                                Bars.Series.MAIN,
                                                                "Skillnad",
                                                                perInhabitant(party, simulation)))))
                        .toList();
        return groups.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Bars.of(
                                "invanardiagram",
                                "Skillnad per invånare i varje kommun",
                                "Kronor per invånare och år utan moms, största ökningen först. Samma"
                                        + " siffror står i tabellen Per part.",
                                groups));
    }

    private static Money perInhabitant(Party party, Simulation simulation) {
        return Money.ofKronor(simulation.of(party).perInhabitant().orElseThrow());
    }

    private static List<File> files(InputFiles today, InputFiles proposal) {
        Map<String, String> before = today.hashes();
        Map<String, String> after = proposal.hashes();
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream()
                .map(
                        name ->
                                file(
                                        name,
                                        Optional.ofNullable(before.get(name)),
                                        Optional.ofNullable(after.get(name))))
                .toList();
    }

    private static File file(String name, Optional<String> before, Optional<String> after) {
        String state =
                before.equals(after)
                        ? "lika"
                        : after.isEmpty()
                                ? "bara i dag"
                                : before.isEmpty() ? "bara i förslaget" : "SKILJER";
        return new File(
                name,
                state,
                !before.equals(after),
                before.orElse(SwedishFigures.NONE),
                after.orElse(SwedishFigures.NONE));
    }
}
