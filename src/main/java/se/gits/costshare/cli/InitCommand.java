package se.gits.costshare.cli;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import se.gits.costshare.run.RunRefused;
import se.gits.costshare.template.NewInputFolder;

/** Writes an input folder to fill in: every table as workbook and CSV, with notes. */
@Command(name = "init", aliases = "skapa", mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {

    private final Gits gits;

    @Parameters(index = "0", paramLabel = "DIR")
    Path folder;

    InitCommand(Gits gits) {
        this.gits = gits;
    }

    @Override
    public Integer call() throws IOException {
        gits.checkOptions();
        try {
            NewInputFolder.create(folder);
        } catch (DirectoryNotEmptyException e) {
            throw new RunRefused(RunRefused.Cause.FOLDER_NOT_EMPTY, folder, firstIn(folder));
        }
        tell();
        return ExitCode.OK;
    }

    /** What somebody looks for who thought the folder empty; it may be a hidden file. */
    private static String firstIn(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .sorted()
                    .findFirst()
                    .orElse("");
        }
    }

    private void tell() {
        Path csv = folder.resolve(NewInputFolder.CSV);
        gits.console
                .out()
                .println(
                        gits.messages.of(
                                "init.done", folder, csv, folder.resolve(NewInputFolder.READ_ME)));
        gits.console
                .out()
                .println(gits.messages.of("init.next", asArgument(folder), asArgument(csv)));
    }

    /** As it is typed in a command. */
    private static String asArgument(Path path) {
        String text = path.toString();
        return text.contains(" ") ? '"' + text + '"' : text;
    }
}
