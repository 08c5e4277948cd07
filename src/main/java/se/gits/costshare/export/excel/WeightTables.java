package se.gits.costshare.export.excel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.gits.costshare.allocation.Apportionment;
import se.gits.costshare.allocation.Shares;
import se.gits.costshare.explanation.Stretch;
import se.gits.costshare.explanation.Way;
import se.gits.costshare.input.Place;
import se.gits.costshare.keys.Distribution;
import se.gits.costshare.party.Party;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.population.PopulationTable;
import se.gits.costshare.run.Inputs;
import se.gits.costshare.settings.Settings;
import se.gits.costshare.volume.Volumes;

/**
 * Between whom the parts of groups are distributed, by what: a table for each group of each
 * reference date, or each quantity, with its sum and where every figure was read.
 */
final class WeightTables {

    private static final String OWN = "denna faktura";

    private final Inputs inputs;
    private final PartyCode own;
    private final Map<Group, Cells> cellsOf = new HashMap<>();
    private final Map<Inhabitants, String> cellOfInhabitants = new HashMap<>();

    /**
     * A group as a row of a key distributes its part.
     *
     * @param referenceDate of inhabitants; empty where it is by something else
     */
    private record Group(
            PartyCode name,
            Distribution distribution,
            Optional<LocalDate> referenceDate,
            Shares<PartyCode> members) {}

    private record Inhabitants(PartyCode party, LocalDate referenceDate) {}

    /** Where the own weight and all weights together stand, as other sheets refer to them. */
    private record Cells(String own, String total) {}

    /**
     * @param own whose row is marked
     */
    WeightTables(Inputs inputs, PartyCode own) {
        this.inputs = inputs;
        this.own = own;
    }

    /** A group's split and one of the months it is of. */
    private record Split(Apportionment<PartyCode> members, YearMonth month) {}

    /**
     * The largest groups first: a figure that stands in several tables is typed in one, and the
     * others refer to it.
     */
    void write(BasisRows rows, List<Stretch> stretches) {
        Map<Group, Split> groups = new LinkedHashMap<>();
        for (Stretch stretch : stretches) {
            for (Way way : stretch.ways()) {
                group(stretch, way)
                        .ifPresent(
                                group ->
                                        groups.put(
                                                group,
                                                new Split(way.through().members(), stretch.to())));
            }
        }
        List<Map.Entry<Group, Split>> largestFirst = new ArrayList<>(groups.entrySet());
        largestFirst.sort(Comparator.comparing(entry -> -entry.getValue().members().size()));
        for (Map.Entry<Group, Split> entry : largestFirst) {
            Group group = entry.getKey();
            if (group.distribution() instanceof Distribution.Equally) {
                equalShares(rows, group, entry.getValue().members());
            } else {
                weights(rows, group, entry.getValue());
            }
        }
    }

    private Optional<Group> group(Stretch stretch, Way way) {
        return way.share()
                .distribution()
                .map(
                        distribution ->
                                new Group(
                                        new PartyCode(way.share().recipient().part()),
                                        distribution,
                                        distribution instanceof Distribution.ByPopulation
                                                ? referenceDate(stretch)
                                                : Optional.empty(),
                                        stretch.line()
                                                .allocation()
                                                .keyOf(stretch.lastIndex())
                                                .membersOf()
                                                .get(way.share().recipient())));
    }

    private Optional<LocalDate> referenceDate(Stretch stretch) {
        return inputs.settings()
                .populationBasis(stretch.to())
                .map(Settings.PopulationBasis::referenceDate);
    }

    /** What a member's weight is, and where it was read. */
    private record Source(String from, String to, Optional<Place> place) {}

    private void weights(BasisRows rows, Group group, Split split) {
        Map<PartyCode, Source> sources = new HashMap<>();
        Set<String> files = new TreeSet<>();
        for (Apportionment.Quota<PartyCode> quota : split.members().quotas()) {
            Source source = source(group, quota.recipient(), split.month());
            sources.put(quota.recipient(), source);
            source.place().ifPresent(place -> files.add(place.file()));
        }
        boolean periods = group.referenceDate().isEmpty();
        rows.table(
                title(group, split.members().size()),
                note(group, files),
                "Kod",
                "Namn",
                "",
                periods ? "Från" : "",
                periods ? "Till" : "",
                periods ? "Antal" : "Invånare",
                "Källa");
        int first = rows.next();
        String ownCell = "";
        for (Apportionment.Quota<PartyCode> quota : split.members().quotas()) {
            PartyCode code = quota.recipient();
            Source source = sources.get(code);
            String cell =
                    rows.row(
                            figure(group, quota),
                            code.value(),
                            inputs.parties().find(code).map(Party::name).orElse(""),
                            code.equals(own) ? OWN : "",
                            source.from(),
                            source.to(),
                            source.place().map(place -> inWords(place, files)).orElse(""));
            if (code.equals(own)) {
                ownCell = cell;
            }
            group.referenceDate()
                    .ifPresent(
                            date ->
                                    cellOfInhabitants.putIfAbsent(
                                            new Inhabitants(code, date), cell));
        }
        sum(rows, group, split.members(), first, ownCell);
    }

    /** A figure that stands above already is taken from there. */
    private BasisRows.Figure figure(Group group, Apportionment.Quota<PartyCode> quota) {
        Optional<String> above =
                group.referenceDate()
                        .map(date -> new Inhabitants(quota.recipient(), date))
                        .map(cellOfInhabitants::get);
        BigDecimal weight = new BigDecimal(quota.weight());
        return (sheet, row, column) -> {
            if (above.isPresent()) {
                sheet.number(row, column, above.get(), weight, Look.INHABITANTS_ROW);
            } else {
                sheet.number(row, column, weight, Look.INHABITANTS_ROW);
            }
        };
    }

    /** Everyone has one share: the own one and the others', who are named. */
    private void equalShares(BasisRows rows, Group group, Apportionment<PartyCode> split) {
        rows.table(
                title(group, split.size()),
                "Deltagare: "
                        + split.quotas().stream()
                                .map(quota -> quota.recipient().value())
                                .collect(Collectors.joining(" ")),
                "Kod",
                "Namn",
                "",
                "",
                "",
                "Andelar",
                "Källa");
        int first = rows.next();
        String ownCell =
                rows.row(
                        (sheet, row, column) -> sheet.count(row, column, 1, Look.INHABITANTS_ROW),
                        own.value(),
                        inputs.parties().find(own).map(Party::name).orElse(""),
                        OWN,
                        "",
                        "",
                        "");
        if (split.size() > 1) {
            rows.row(
                    (sheet, row, column) ->
                            sheet.count(row, column, split.size() - 1, Look.INHABITANTS_ROW),
                    "Övriga",
                    "De andra deltagarna, en andel var",
                    "",
                    "",
                    "",
                    "");
        }
        sum(rows, group, split, first, ownCell);
    }

    private void sum(
            BasisRows rows,
            Group group,
            Apportionment<PartyCode> split,
            int firstRow,
            String ownCell) {
        String formula = rows.sumFrom(firstRow);
        BigDecimal total = new BigDecimal(split.quotas().get(0).totalWeight());
        String totalCell =
                rows.sum(
                        (sheet, row, column) ->
                                sheet.number(row, column, formula, total, Look.INHABITANTS_SUM),
                        "Summa");
        cellsOf.put(group, new Cells(rows.fromElsewhere(ownCell), rows.fromElsewhere(totalCell)));
        rows.end();
    }

    private static String title(Group group, int members) {
        String who = group.name() + ", " + members + " deltagare";
        if (group.distribution() instanceof Distribution.ByPopulation) {
            return "Invånare "
                    + group.referenceDate().map(LocalDate::toString).orElse("")
                    + " enligt SCB: "
                    + who;
        }
        if (group.distribution() instanceof Distribution.Equally) {
            return "Lika delar: " + who;
        }
        return "Volym, " + group.distribution().volume().orElseThrow() + ": " + who;
    }

    private static String note(Group group, Set<String> files) {
        return (group.referenceDate().isPresent()
                        ? "Källa: SCB, folkmängd " + group.referenceDate().get() + ", läst ur "
                        : "Källa: ")
                + String.join(", ", files)
                + ".";
    }

    private Source source(Group group, PartyCode member, YearMonth month) {
        if (group.referenceDate().isPresent()) {
            return new Source(
                    "",
                    "",
                    inputs.population()
                            .find(member, group.referenceDate().get())
                            .map(PopulationTable.Figure::source));
        }
        Optional<Volumes.Volume> volume =
                inputs.volumes().find(group.distribution().volume().orElseThrow(), member, month);
        return new Source(
                volume.map(found -> found.period().from().toString()).orElse(""),
                volume.map(found -> BasisSheet.end(found.period())).orElse(""),
                volume.map(inputs.volumes()::place));
    }

    /** The row in the file, and the file where the table has several. */
    private static String inWords(Place place, Set<String> files) {
        return (files.size() == 1 ? "" : place.file() + " ") + "rad " + place.row();
    }

    /** The recipient's weight where a row of a key is distributed within a group. */
    String weightOf(Stretch stretch, Way way) {
        return cells(stretch, way).own();
    }

    /** All members' weights together. */
    String totalWeightOf(Stretch stretch, Way way) {
        return cells(stretch, way).total();
    }

    private Cells cells(Stretch stretch, Way way) {
        return cellsOf.get(group(stretch, way).orElseThrow());
    }
}
