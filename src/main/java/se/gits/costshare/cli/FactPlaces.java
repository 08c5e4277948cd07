package se.gits.costshare.cli;

import java.time.YearMonth;
import java.util.Optional;
import se.gits.costshare.budget.BudgetLine;
import se.gits.costshare.budget.Outcome;
import se.gits.costshare.budget.ServiceObject;
import se.gits.costshare.explanation.Stretch;
import se.gits.costshare.explanation.Way;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.input.InputFiles;
import se.gits.costshare.input.Place;
import se.gits.costshare.keys.Distribution;
import se.gits.costshare.keys.KeyShare;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.population.PopulationTable;
import se.gits.costshare.run.Inputs;
import se.gits.costshare.settings.Settings;

/** Where the facts behind an amount stand: file and row. */
final class FactPlaces {

    private final Inputs inputs;
    private final InputFiles files;

    /**
     * @param files what the inputs were read from
     */
    FactPlaces(Inputs inputs, InputFiles files) {
        this.inputs = inputs;
        this.files = files;
    }

    /** A file and a row of it, as a spreadsheet counts. */
    record FactPlace(String file, int row) {}

    FactPlace of(BudgetLine line) {
        return new FactPlace(inputs.budgetFile(), line.fileRow());
    }

    /** What the budget says of a line; a settlement's own line is at its outcome. */
    Money budgeted(BudgetLine line) {
        return inputs.budgetLines().stream()
                .filter(of -> of.row().equals(line.row()))
                .map(BudgetLine::amount)
                .findFirst()
                .orElseThrow();
    }

    /** Of its outcome, in a settlement. */
    FactPlace ofOutcome(BudgetLine line) {
        Outcome outcome = inputs.outcome().orElseThrow();
        return new FactPlace(
                file(InputFiles.outcome(outcome.year())), outcome.fileRowOfRow().get(line.row()));
    }

    /** Which of SCB's figures a part goes by; empty where it goes by none. */
    Optional<Settings.PopulationBasis> basis(Stretch stretch, Way way) {
        return way.share()
                .distribution()
                .filter(Distribution.ByPopulation.class::isInstance)
                .flatMap(how -> inputs.settings().populationBasis(stretch.to()));
    }

    FactPlace of(ServiceObject object) {
        return new FactPlace(file(InputFiles.OBJECTS), object.row());
    }

    FactPlace of(KeyShare share) {
        return new FactPlace(file(InputFiles.KEYS), share.fileRow());
    }

    /**
     * Where the party's own weight stands; empty where a row names the party, or shares equally.
     */
    Optional<FactPlace> ofWeight(Stretch stretch, Way way, PartyCode party) {
        YearMonth month = stretch.to();
        Optional<Distribution> how = way.share().distribution();
        Optional<Place> place =
                how.isPresent() && how.get() instanceof Distribution.ByPopulation
                        ? inputs.settings()
                                .populationBasis(month)
                                .flatMap(of -> inputs.population().find(party, of.referenceDate()))
                                .map(PopulationTable.Figure::source)
                        : how.flatMap(Distribution::volume)
                                .flatMap(name -> inputs.volumes().find(name, party, month))
                                .map(inputs.volumes()::place);
        return place.map(of -> new FactPlace(of.file(), of.row()));
    }

    /** The one of the two forms that there is. */
    private String file(String baseName) {
        return files.all().stream()
                .map(InputFile::name)
                .filter(name -> name.startsWith(baseName + "."))
                .findFirst()
                .orElse(baseName);
    }
}
