package se.gits.costshare.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import se.gits.costshare.input.InputFiles;
import se.gits.costshare.input.InputFolder;
import se.gits.costshare.input.ProblemKind;
import se.gits.costshare.input.Problems;
import se.gits.costshare.run.ActKind;
import se.gits.costshare.run.Inputs;
import se.gits.costshare.run.InputsReader;

/** A folder's input of a budget year: its files at once, its meaning when it is needed. */
final class YearInput {

    private final Path folder;
    private final Year year;
    private final boolean withOutcome;
    private final Problems problems = new Problems();
    private final InputFiles files;
    private Inputs inputs;

    private YearInput(Path folder, Year year, boolean withOutcome) throws IOException {
        this.folder = folder;
        this.year = year;
        this.withOutcome = withOutcome;
        InputFiles all = InputFolder.read(folder, problems);
        this.files = withOutcome ? all.ofSettlement(year) : all.ofBudgetYear(year);
        if (!Files.isDirectory(folder)) {
            throw new InputRefused(problems);
        }
    }

    /**
     * Reads the files of a budget year.
     *
     * @throws InputRefused if there is no such folder
     * @throws IOException if it cannot be read
     */
    static YearInput of(Path folder, Year year) throws IOException {
        return new YearInput(folder, year, false);
    }

    /**
     * Reads the files that a run needs, of a settlement with the year's outcome.
     *
     * @throws InputRefused if there is no such folder
     * @throws IOException if it cannot be read
     */
    static YearInput of(Path folder, Asked asked) throws IOException {
        return new YearInput(folder, asked.year(), asked.kind() == ActKind.SETTLEMENT);
    }

    /** The files that a run is known by. */
    InputFiles files() {
        return files;
    }

    /**
     * @throws InputRefused if there is any fault in it
     */
    Inputs inputs(Gits gits) {
        if (inputs != null) {
            return inputs;
        }
        inputs =
                (withOutcome
                                ? InputsReader.readForSettlement(files, year, problems)
                                : InputsReader.read(files, year, problems))
                        .orElseThrow(() -> new InputRefused(problems));
        int warnings = problems.count(ProblemKind.Severity.WARNING);
        if (warnings > 0) {
            gits.console.err().println(gits.messages.of("warning.input", folder, warnings));
        }
        return inputs;
    }
}
