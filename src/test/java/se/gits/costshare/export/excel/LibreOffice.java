package se.gits.costshare.export.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A spreadsheet that is not ours, which opens workbooks and saves them as something else. */
final class LibreOffice {

    private static final String PROGRAM = "soffice";

    private LibreOffice() {}

    /**
     * Leaves out the tests where it is not installed, and says so. Where all is to be tested, the
     * environment says {@code CI=true}, and they fail instead.
     */
    static void require() {
        boolean installed = isInstalled();
        if ("true".equals(System.getenv("CI"))) {
            assertThat(installed).as(PROGRAM + " is installed").isTrue();
        }
        Assumptions.assumeTrue(
                installed, PROGRAM + " is not installed: no workbook is opened by another program");
    }

    /**
     * Opens every workbook and saves it, in one run, for the program is slow to start.
     *
     * @param workbooks by file name
     * @param ending of what it is saved as, {@code pdf}
     * @param folder an empty one to work in
     * @return what each workbook became, by the same file name
     */
    static SortedMap<String, byte[]> convert(
            Map<String, byte[]> workbooks, String ending, Path folder) throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        Path in = Files.createDirectory(folder.resolve("in"));
        Path out = folder.resolve("ut");
        ProcessBuilder convert =
                new ProcessBuilder(
                        PROGRAM,
                        "-env:UserInstallation=" + home.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        ending,
                        "--outdir",
                        out.toString());
        for (Map.Entry<String, byte[]> workbook : workbooks.entrySet()) {
            Path file = Files.write(in.resolve(workbook.getKey()), workbook.getValue());
            convert.command().add(file.toString());
        }
        convert.environment().put("HOME", home.toString());
        Path log = folder.resolve("log");
        convert.redirectErrorStream(true).redirectOutput(log.toFile());
        run(convert, log);

        SortedMap<String, byte[]> converted = new TreeMap<>();
        for (String name : workbooks.keySet()) {
            Path file = out.resolve(name.replaceAll("xlsx$", ending));
            assertThat(file).as(Files.readString(log)).isRegularFile();
            converted.put(name, Files.readAllBytes(file));
        }
        return converted;
    }

    private static void run(ProcessBuilder convert, Path log) throws Exception {
        Process process = convert.start();
        try {
            assertThat(process.waitFor(10, TimeUnit.MINUTES)).as("done within the time").isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    }

    private static boolean isInstalled() {
        for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
            if (Files.isExecutable(Path.of(folder).resolve(PROGRAM))) {
                return true;
            }
        }
        return false;
    }
}
