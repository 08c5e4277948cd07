package se.gits.costshare.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import se.gits.costshare.input.InputFiles;
import se.gits.costshare.input.InputFolder;
import se.gits.costshare.input.ProblemKind;
import se.gits.costshare.input.ProblemText;
import se.gits.costshare.input.Problems;
import se.gits.costshare.run.InputsReader;

/** Reads all input and says everything that is wrong with it; silent when all is well. */
@Command(name = "check", aliases = "kontrollera", mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    private final Gits gits;

    CheckCommand(Gits gits) {
        this.gits = gits;
    }

    @Override
    public Integer call() throws IOException {
        gits.checkOptions();
        Problems problems = new Problems();
        InputFiles files = InputFolder.read(gits.input, problems);
        // A folder that is not there is one fault, not as many as files are missing.
        if (Files.isDirectory(gits.input)) {
            InputsReader.readAll(files, problems);
        }
        ProblemText text = new ProblemText(gits.messages.locale());
        for (String warning : text.all(problems, ProblemKind.Severity.WARNING)) {
            gits.console.err().println(gits.messages.of("warning", warning));
        }
        if (problems.hasFaults()) {
            new InputRefused(problems).tell(gits.console.out(), gits.messages, false);
            return ExitCode.INPUT_REFUSED;
        }
        return ExitCode.OK;
    }
}
