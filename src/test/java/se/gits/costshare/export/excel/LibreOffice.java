package se.gits.costshare.export.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** LibreOffice without a window, with a home of its own. */
final class LibreOffice {

    private static final String PROGRAM = "soffice";

    private LibreOffice() {}

    /**
     * Skips the test where it is not installed; where everything has to be, that fails.
     *
     * @param otherwise what is not tested then
     */
    static void demand(String otherwise) {
        boolean installed = isInstalled();
        if ("true".equals(System.getenv("CI"))) {
            assertThat(installed).as(PROGRAM + " is installed").isTrue();
        }
        Assumptions.assumeTrue(installed, PROGRAM + " is not installed: " + otherwise);
    }

    private static boolean isInstalled() {
        for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
            if (Files.isExecutable(Path.of(folder).resolve(PROGRAM))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Opens files of a folder and saves them in another form in its folder {@code ut}.
     *
     * @param form the ending of the form
     */
    static void convert(Path folder, String form, Iterable<String> files) throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        ProcessBuilder convert =
                new ProcessBuilder(
                        PROGRAM,
                        "-env:UserInstallation=" + home.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        form,
                        "--outdir",
                        folder.resolve("ut").toString());
        files.forEach(file -> convert.command().add(folder.resolve(file).toString()));
        convert.environment().put("HOME", home.toString());
        convert.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile());
        Process process = convert.start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("done within the time").isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(folder.resolve("log"))).isZero();
    }
}
