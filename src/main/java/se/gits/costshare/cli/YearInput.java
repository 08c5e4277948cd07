package se.gits.costshare.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.time.YearMonth;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import se.gits.costshare.input.InputFiles;
import se.gits.costshare.input.InputFolder;
import se.gits.costshare.input.ProblemKind;
import se.gits.costshare.input.Problems;
import se.gits.costshare.run.Inputs;
import se.gits.costshare.run.InputsReader;

/** A folder's input of a budget year: its files at once, its meaning when it is needed. */
final class YearInput {

    private final Path folder;
    private final Year year;
    private final Problems problems = new Problems();
    private final InputFiles files;
    private Inputs inputs;

    /**
     * Reads the files.
     *
     * @throws InputRefused if there is no such folder
     * @throws IOException if it cannot be read
     */
    YearInput(Path folder, Year year) throws IOException {
        this.folder = folder;
        this.year = year;
        this.files = InputFolder.read(folder, problems).ofBudgetYear(year);
        if (!Files.isDirectory(folder)) {
            throw new InputRefused(problems);
        }
    }

    /** The files that a run of the year's months is known by. */
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
                InputsReader.read(files, year, problems)
                        .orElseThrow(() -> new InputRefused(problems));
        int warnings = problems.count(ProblemKind.Severity.WARNING);
        if (warnings > 0) {
            gits.console.err().println(gits.messages.of("warning.input", folder, warnings));
        }
        return inputs;
    }

    /** Warns where months before this one are not issued though the budget has costs for them. */
    static void warnOfEarlierMonths(
            Gits gits, YearMonth month, Inputs inputs, Collection<YearMonth> issued) {
        SortedSet<String> missing = new TreeSet<>();
        for (int number = 1; number < month.getMonthValue(); number++) {
            YearMonth earlier = month.withMonth(number);
            if (!issued.contains(earlier) && !inputs.linesIn(earlier).isEmpty()) {
                missing.add(earlier.toString());
            }
        }
        if (!missing.isEmpty()) {
            gits.console
                    .err()
                    .println(gits.messages.of("warning.earlierMonth", String.join(", ", missing)));
        }
    }
}
