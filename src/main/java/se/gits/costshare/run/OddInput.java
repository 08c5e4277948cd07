package se.gits.costshare.run;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import se.gits.costshare.allocation.Fraction;
import se.gits.costshare.budget.Budget;
import se.gits.costshare.budget.BudgetLine;
import se.gits.costshare.budget.ServiceObject;
import se.gits.costshare.input.InputFiles;
import se.gits.costshare.input.Period;
import se.gits.costshare.input.Place;
import se.gits.costshare.input.ProblemKind;
import se.gits.costshare.input.Problems;
import se.gits.costshare.keys.KeyBook;
import se.gits.costshare.keys.KeyShare;
import se.gits.costshare.parties.Parties;
import se.gits.costshare.party.Invoicing;
import se.gits.costshare.party.Party;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.party.PartyType;
import se.gits.costshare.population.PopulationTable;
import se.gits.costshare.settings.Settings;
import se.gits.costshare.volume.Volumes;

/**
 * Warns of what is no fault, and may yet be a slip of the pen: an invoice that is right by its
 * input is wrong when the input is.
 */
final class OddInput {

    /** A share that moves by more than a tenth of the whole is worth a look. */
    private static final BigInteger TENTHS = BigInteger.TEN;

    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d{2}(?!\\d)");

    private OddInput() {}

    /**
     * Warns where what a party or a group bears of a key changes from one month to the next, in a
     * year that there is a budget for, by more than ten percentage points, or to more than the
     * double or less than half.
     */
    static void tellChangedShares(KeyBook keys, SortedSet<Year> budgetYears, Problems problems) {
        for (String key : keys.codes()) {
            if (!keys.isUnread(key)) {
                List<KeyShare> earlier = new ArrayList<>();
                keys.eachChange(
                        key,
                        (month, valid) -> {
                            if (budgetYears.contains(Year.of(month.getYear()))) {
                                tellChangedShares(keys, key, month, earlier, valid, problems);
                            }
                            earlier.clear();
                            earlier.addAll(valid);
                        });
            }
        }
    }

    private static void tellChangedShares(
            KeyBook keys,
            String key,
            YearMonth month,
            List<KeyShare> earlier,
            List<KeyShare> now,
            Problems problems) {
        if (earlier.isEmpty() || now.isEmpty()) {
            return;
        }
        Map<String, Fraction> before = shareOfPart(earlier);
        Map<String, Fraction> after = shareOfPart(now);
        Map<String, KeyShare> rowOfPart = new TreeMap<>();
        earlier.forEach(share -> rowOfPart.put(share.recipient().part(), share));
        now.forEach(share -> rowOfPart.put(share.recipient().part(), share));
        rowOfPart.forEach(
                (part, row) -> {
                    Fraction from = before.getOrDefault(part, Fraction.ZERO);
                    Fraction to = after.getOrDefault(part, Fraction.ZERO);
                    if (isMuch(from, to)) {
                        problems.add(
                                keys.places().at(row.fileRow(), "andel"),
                                KeyShare.inPercent(row.share()),
                                ProblemKind.SHARE_CHANGED_MUCH,
                                part,
                                key,
                                KeyShare.inPercent(from),
                                KeyShare.inPercent(to),
                                month);
                    }
                });
    }

    private static Map<String, Fraction> shareOfPart(List<KeyShare> shares) {
        Map<String, Fraction> sums = new TreeMap<>();
        shares.forEach(
                share -> sums.merge(share.recipient().part(), share.share(), Fraction::plus));
        return sums;
    }

    private static boolean isMuch(Fraction from, Fraction to) {
        BigInteger a = from.numerator().multiply(to.denominator());
        BigInteger b = to.numerator().multiply(from.denominator());
        BigInteger whole = from.denominator().multiply(to.denominator());
        boolean morePoints = a.subtract(b).abs().multiply(TENTHS).compareTo(whole) > 0;
        boolean doubledOrHalved = a.max(b).compareTo(a.min(b).shiftLeft(1)) > 0;
        return morePoints || doubledOrHalved;
    }

    /**
     * Warns where the population that a month's shares rest on has moved by more than five percent
     * from the figure before it, if that is at most two years older.
     */
    static void tellMovedPopulations(
            Settings settings, Parties parties, PopulationTable population, Problems problems) {
        for (Settings.PopulationBasis basis : settings.populationBases()) {
            LocalDate date = basis.referenceDate();
            for (Party party : parties.all()) {
                Optional<PopulationTable.Figure> figure = population.find(party.code(), date);
                Optional<PopulationTable.DatedFigure> before =
                        population.before(party.code(), date);
                if (figure.isPresent()
                        && before.isPresent()
                        && !before.get().referenceDate().isBefore(date.minusYears(2))
                        && hasMoved(
                                before.get().figure().inhabitants(), figure.get().inhabitants())) {
                    problems.add(
                            figure.get().source(),
                            String.valueOf(figure.get().inhabitants()),
                            ProblemKind.POPULATION_MOVED,
                            party.name(),
                            before.get().referenceDate(),
                            before.get().figure().inhabitants());
                }
            }
        }
    }

    /**
     * Warns where parties could get e-invoices that cannot be sent for want of the issuer's own.
     */
    static void tellNoEInvoices(Settings settings, Parties parties, Problems problems) {
        long receivers =
                parties.all().stream()
                        .filter(party -> party.invoicing() == Invoicing.INVOICE)
                        .filter(party -> !party.peppolId().isEmpty())
                        .filter(party -> !party.reference().isEmpty())
                        .count();
        if (receivers > 0 && settings.issuer().peppolId().isEmpty()) {
            problems.add(
                    new Place(InputFiles.SETTINGS, 0, "utställare.peppol_id"),
                    "",
                    ProblemKind.ISSUER_WITHOUT_PEPPOL_ID,
                    receivers);
        }
    }

    /** By more than five percent; a figure of zero is warned of as such. */
    private static boolean hasMoved(long from, long to) {
        return to > 0 && Math.abs(to - from) * 20 > from;
    }

    /** Warns of budget lines, and of what they rest on, whose decision is from before the year. */
    static void tellOldDecisions(
            Budget budget, RowsUsed used, InputsReader.Tables tables, Problems problems) {
        for (BudgetLine line : budget.lines()) {
            tellIfOld(
                    budget.places().at(line.fileRow(), "beslut"),
                    line.decision(),
                    budget.year(),
                    problems);
        }
        for (Settings.PopulationBasis basis : basesOf(budget.year(), tables)) {
            Place place = new Place(InputFiles.SETTINGS, 0, "folkmängd.beslut");
            tellIfOld(place, basis.decision(), budget.year(), problems);
        }
        for (ServiceObject object : used.objects().values()) {
            Place place = tables.objects().orElseThrow().places().at(object.row(), "beslut");
            tellIfOld(place, object.decision(), budget.year(), problems);
        }
        for (KeyShare share : used.keyShares().values()) {
            Place place = tables.keys().orElseThrow().places().at(share.fileRow(), "beslut");
            tellIfOld(place, share.decision(), budget.year(), problems);
        }
    }

    private static Set<Settings.PopulationBasis> basesOf(Year year, InputsReader.Tables tables) {
        Set<Settings.PopulationBasis> bases = new LinkedHashSet<>();
        for (int month = 1; month <= 12; month++) {
            YearMonth of = year.atMonth(month);
            tables.settings()
                    .flatMap(settings -> settings.populationBasis(of))
                    .ifPresent(bases::add);
        }
        return bases;
    }

    private static void tellIfOld(
            Place place, String decision, Year budgetYear, Problems problems) {
        OptionalInt latest =
                YEAR.matcher(decision)
                        .results()
                        .map(MatchResult::group)
                        .mapToInt(Integer::parseInt)
                        .max();
        if (latest.isPresent() && latest.getAsInt() < budgetYear.getValue()) {
            problems.add(place, decision, ProblemKind.DECISION_OLD, latest.getAsInt(), budgetYear);
        }
    }

    /**
     * Warns of rows that no line of any budget rests on, though there is a budget for their time,
     * and of parties that none reaches. What was before the budgets, or comes after, is history or
     * plans.
     */
    static void tellUnused(
            RowsUsed used,
            SortedSet<Year> budgetYears,
            InputsReader.Tables tables,
            Problems problems) {
        Predicate<Period> isOfBudgets =
                period -> budgetYears.stream().anyMatch(year -> period.overlaps(wholeYear(year)));
        for (ServiceObject object : tables.objects().orElseThrow().all()) {
            if (!used.objects().containsKey(object.row()) && isOfBudgets.test(object.period())) {
                Place place = tables.objects().get().places().at(object.row(), "objekt");
                problems.add(place, object.code(), ProblemKind.ROW_UNUSED);
            }
        }
        for (Map.Entry<String, List<KeyShare>> key : tables.keys().orElseThrow().all().entrySet()) {
            for (KeyShare share : key.getValue()) {
                if (!used.keyShares().containsKey(share.fileRow())
                        && isOfBudgets.test(share.period())) {
                    Place place = tables.keys().get().places().at(share.fileRow(), "nyckel");
                    problems.add(place, key.getKey(), ProblemKind.ROW_UNUSED);
                }
            }
        }
        for (Volumes.Volume volume : tables.volumes().orElseThrow().all()) {
            if (!used.volumes().containsKey(volume.row()) && isOfBudgets.test(volume.period())) {
                Place place = tables.volumes().get().place(volume);
                problems.add(place, volume.name(), ProblemKind.ROW_UNUSED);
            }
        }
        SortedSet<PartyCode> unused = new TreeSet<>();
        tables.parties().orElseThrow().all().forEach(party -> unused.add(party.code()));
        unused.removeAll(used.parties());
        if (!unused.isEmpty()) {
            problems.add(
                    tables.parties().get().codeColumn(),
                    "",
                    ProblemKind.PARTIES_UNUSED,
                    unused.size(),
                    String.join(" ", unused.stream().map(PartyCode::value).toList()));
        }
    }

    /**
     * Warns of municipalities that bear a part of the costs and are not invoiced. The region,
     * VästKom and the like may carry costs centrally; of a municipality it is more likely a slip.
     */
    static void tellMunicipalitiesNotInvoiced(RowsUsed used, Parties parties, Problems problems) {
        List<String> codes =
                used.parties().stream()
                        .flatMap(code -> parties.find(code).stream())
                        .filter(party -> party.type() == PartyType.MUNICIPALITY)
                        .filter(party -> party.invoicing() == Invoicing.NONE)
                        .map(party -> party.code().value())
                        .toList();
        if (!codes.isEmpty()) {
            problems.add(
                    new Place(parties.codeColumn().file(), 0, "fakturering"),
                    "",
                    ProblemKind.MUNICIPALITIES_NOT_INVOICED,
                    codes.size(),
                    String.join(" ", codes));
        }
    }

    private static Period wholeYear(Year year) {
        return new Period(year.atMonth(1), Optional.of(year.atMonth(12)));
    }
}
