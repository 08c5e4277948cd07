package se.gits.costshare.run;

import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import se.gits.costshare.budget.Budget;
import se.gits.costshare.budget.BudgetFile;
import se.gits.costshare.budget.BudgetLine;
import se.gits.costshare.budget.Outcome;
import se.gits.costshare.budget.OutcomeFile;
import se.gits.costshare.budget.ServiceObjectFile;
import se.gits.costshare.budget.ServiceObjects;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.input.InputFiles;
import se.gits.costshare.input.Place;
import se.gits.costshare.input.ProblemKind;
import se.gits.costshare.input.Problems;
import se.gits.costshare.keys.KeyBook;
import se.gits.costshare.keys.KeyFile;
import se.gits.costshare.parties.Parties;
import se.gits.costshare.parties.PartiesFile;
import se.gits.costshare.party.OrganisationNumber;
import se.gits.costshare.population.PopulationFile;
import se.gits.costshare.population.PopulationTable;
import se.gits.costshare.settings.Settings;
import se.gits.costshare.settings.SettingsFile;
import se.gits.costshare.volume.VolumeFile;
import se.gits.costshare.volume.Volumes;

/** Reads all tables of an input and holds them against each other; tells every fault at once. */
public final class InputsReader {

    private InputsReader() {}

    /** Every table but the budgets and the outcomes, as far as it could be read. */
    record Tables(
            Optional<Settings> settings,
            Optional<Parties> parties,
            Optional<ServiceObjects> objects,
            Optional<KeyBook> keys,
            Optional<Volumes> volumes,
            PopulationTable population) {

        /** Whether the tables are there that budget lines are held against. */
        boolean areComplete() {
            return parties.isPresent() && objects.isPresent() && keys.isPresent();
        }
    }

    /**
     * Reads what a budget year's months are computed from.
     *
     * @return empty where there is any fault in it; the problems then tell all of them
     */
    public static Optional<Inputs> read(InputFiles files, Year year, Problems problems) {
        InputFiles ofYear = files.ofBudgetYear(year);
        Tables tables = tables(ofYear, problems);
        Optional<Inputs> inputs =
                requiredBudget(ofYear, year, problems)
                        .flatMap(budget -> inputs(budget, tables, new RowsUsed(), problems));
        return unlessFaulty(inputs, problems);
    }

    /**
     * Reads what a budget year's settlement is computed from: what its months are, and its outcome.
     *
     * @return with an outcome for every budget line; empty where there is any fault in it, and the
     *     problems then tell all of them
     */
    public static Optional<Inputs> readForSettlement(
            InputFiles files, Year year, Problems problems) {
        InputFiles ofYear = files.ofSettlement(year);
        Tables tables = tables(ofYear, problems);
        Optional<Budget> budget = requiredBudget(ofYear, year, problems);
        Optional<Inputs> inputs =
                budget.flatMap(read -> inputs(read, tables, new RowsUsed(), problems));
        Optional<Outcome> outcome =
                ofYear.required(InputFiles.outcome(year), problems)
                        .flatMap(file -> OutcomeFile.read(file, year, problems));
        if (budget.isPresent() && outcome.isPresent()) {
            outcome.get().tellUnknownRows(budget.get(), problems);
            outcome.get().tellRowsWithout(budget.get(), ProblemKind.OUTCOME_MISSING, problems);
        }
        return unlessFaulty(inputs, problems).map(free -> free.withOutcome(outcome.orElseThrow()));
    }

    private static Optional<Budget> requiredBudget(InputFiles files, Year year, Problems problems) {
        return files.required(InputFiles.budget(year), problems)
                .flatMap(file -> BudgetFile.read(file, year, problems));
    }

    private static Optional<Inputs> unlessFaulty(Optional<Inputs> inputs, Problems problems) {
        // What is refused without a word is a defect, and no input.
        return problems.hasFaults() ? Optional.empty() : Optional.of(inputs.orElseThrow());
    }

    /**
     * Reads everything there is, each year's budget on its own.
     *
     * @return the years that could be read; those with faults are left out, and told
     */
    public static Map<Year, Inputs> readAll(InputFiles files, Problems problems) {
        Tables tables = tables(files, problems);
        Map<Year, Inputs> inputsOfYear = new TreeMap<>();
        if (files.budgetYears().isEmpty() && !problems.tellOfTable("budget-")) {
            problems.add(Place.ofFile("budget-ÅÅÅÅ.csv"), "", ProblemKind.FILE_MISSING);
        }
        RowsUsed used = new RowsUsed();
        Map<Year, Budget> budgetOfYear = new TreeMap<>();
        for (Year year : files.budgetYears()) {
            Optional<Budget> budget =
                    files.optional(InputFiles.budget(year), problems)
                            .flatMap(file -> BudgetFile.read(file, year, problems));
            budget.ifPresent(read -> budgetOfYear.put(year, read));
            budget.flatMap(read -> inputs(read, tables, used, problems))
                    .ifPresent(inputs -> inputsOfYear.put(year, inputs));
        }
        if (!problems.hasFaults()) {
            // With a fault about, a row may be used that seems not to be.
            OddInput.tellUnused(used, files.budgetYears(), tables, problems);
            OddInput.tellMunicipalitiesNotInvoiced(used, tables.parties().orElseThrow(), problems);
            tables.settings()
                    .flatMap(Settings::bookkeeping)
                    .ifPresent(
                            bookkeeping ->
                                    BookedInput.tellUnusedPostings(
                                            budgetOfYear.values(), bookkeeping, problems));
        }
        readOutcomes(files, budgetOfYear, problems);
        return inputsOfYear;
    }

    /** A year's outcome is filled in as the year goes by, so that what it lacks is no fault yet. */
    private static void readOutcomes(
            InputFiles files, Map<Year, Budget> budgetOfYear, Problems problems) {
        for (Year year : files.outcomeYears()) {
            Optional<Outcome> read =
                    files.optional(InputFiles.outcome(year), problems)
                            .flatMap(file -> OutcomeFile.read(file, year, problems));
            if (read.isEmpty()) {
                continue;
            }
            Outcome outcome = read.get();
            Budget budget = budgetOfYear.get(year);
            if (budget != null) {
                outcome.tellUnknownRows(budget, problems);
                outcome.tellRowsWithout(budget, ProblemKind.OUTCOME_AWAITED, problems);
            } else if (!problems.tellOfTable(InputFiles.budget(year) + ".")) {
                problems.add(
                        Place.ofFile(outcome.places().file()),
                        "",
                        ProblemKind.OUTCOME_WITHOUT_BUDGET,
                        year);
            }
        }
    }

    private static Tables tables(InputFiles files, Problems problems) {
        Optional<Settings> settings = settings(files, problems);
        Optional<OrganisationNumber> issuer =
                settings.map(known -> known.issuer().organisationNumber());
        Optional<Parties> parties =
                files.required(InputFiles.PARTIES, problems)
                        .flatMap(file -> PartiesFile.read(file, issuer, problems));
        // Without parties the other tables are read for their own faults all the same.
        Parties known = parties.orElseGet(Parties::unread);
        Optional<ServiceObjects> objects =
                files.required(InputFiles.OBJECTS, problems)
                        .flatMap(file -> ServiceObjectFile.read(file, known, problems));
        Optional<KeyBook> keys =
                files.required(InputFiles.KEYS, problems)
                        .flatMap(file -> KeyFile.read(file, known, problems));
        Optional<InputFile> volumeFile = files.optional(InputFiles.VOLUMES, problems);
        Optional<Volumes> volumes =
                volumeFile.isEmpty()
                        ? Optional.of(new Volumes(Optional.empty()))
                        : VolumeFile.read(volumeFile.get(), known, problems);
        PopulationTable population = PopulationFile.read(files, known, problems);
        keys.ifPresent(book -> OddInput.tellChangedShares(book, files.budgetYears(), problems));
        settings.ifPresent(
                chosen -> OddInput.tellMovedPopulations(chosen, known, population, problems));
        settings.ifPresent(chosen -> OddInput.tellNoEInvoices(chosen, known, problems));
        Tables tables = new Tables(settings, parties, objects, keys, volumes, population);
        if (!problems.areOfKeptInput()) {
            BookedInput.tell(tables, problems);
        }
        return tables;
    }

    private static Optional<Settings> settings(InputFiles files, Problems problems) {
        Optional<InputFile> file = files.settings();
        if (file.isEmpty() && !problems.tellOf(InputFiles.SETTINGS)) {
            problems.add(Place.ofFile(InputFiles.SETTINGS), "", ProblemKind.FILE_MISSING);
        }
        return file.flatMap(found -> SettingsFile.read(found, problems));
    }

    private static Optional<Inputs> inputs(
            Budget budget, Tables tables, RowsUsed usedOfAll, Problems problems) {
        if (!tables.areComplete()) {
            return Optional.empty();
        }
        LineResolver resolver = new LineResolver(budget.places(), tables, problems);
        List<ResolvedLine> lines = new ArrayList<>();
        budget.namesUsed().forEach(resolver::tellUnknownNames);
        for (BudgetLine line : budget.lines()) {
            resolver.resolve(line).ifPresent(lines::add);
        }
        if (!problems.areOfKeptInput()) {
            BookedInput.tellWithoutPosting(budget, tables, problems);
        }
        OddInput.tellOldDecisions(budget, resolver.used(), tables, problems);
        usedOfAll.addAll(resolver.used());
        if (tables.settings().isEmpty()
                || tables.volumes().isEmpty()
                || lines.size() < budget.lines().size()) {
            return Optional.empty();
        }
        Settings settings = tables.settings().get();
        return Optional.of(
                new Inputs(
                        budget.year(),
                        problems.areOfKeptInput() && !BookedInput.canBeBooked(budget, tables)
                                ? settings.withoutBookkeeping()
                                : settings,
                        tables.parties().get(),
                        tables.objects().get(),
                        tables.keys().get(),
                        tables.volumes().get(),
                        tables.population(),
                        budget.places().file(),
                        lines,
                        Optional.empty()));
    }
}
