package se.gits.costshare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Packages as earlier versions of the program made them, the course of {@link PackageTest} in a
 * folder for each version. They are never made anew: this version has to come to the amounts, the
 * invoices and the tables that they hold, whatever its workbooks and pages look like by now.
 */
class StoredPackageTest {

    private static final Path STORED = Path.of("src/test/resources/se/gits/costshare/cli");

    @TempDir static Path checkerFolder;
    @TempDir Path folder;

    private static IndependentChecker checker;

    @BeforeAll
    static void compile() throws Exception {
        checker = new IndependentChecker(checkerFolder);
    }

    static List<Path> versions() throws IOException {
        try (Stream<Path> folders = Files.list(STORED)) {
            return folders.filter(path -> path.getFileName().toString().startsWith("paket-"))
                    .sorted()
                    .toList();
        }
    }

    static List<Path> packages() throws IOException {
        List<Path> packages = new ArrayList<>();
        for (Path version : versions()) {
            try (Stream<Path> zips = Files.list(version)) {
                zips.sorted().forEach(packages::add);
            }
        }
        return packages;
    }

    @ParameterizedTest
    @MethodSource("packages")
    void amountsInvoicesAndTablesAreWhatTheyWere(Path zip) throws IOException {
        String act = zip.getFileName().toString().replace(".zip", "");
        String told = new Session(folder).run("rerun", act, "--package", zip.toString()).out();

        assertThat(told).contains(act + " gjordes på nytt");
        assertThat(told.lines())
                .noneMatch(line -> line.startsWith("Rad ") || line.startsWith("Faktura "))
                .noneMatch(line -> line.matches("(?!.*gjordes på nytt).*\\.csv.*"));
    }

    @ParameterizedTest
    @MethodSource("packages")
    void theCheckerAgrees(Path zip) {
        assertThat(checker.findings(zip)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void theRegisterIsRebuiltFromThem(Path version) throws IOException {
        Session session = new Session(folder);

        assertThat(session.run("rebuild", version.toAbsolutePath().toString()).exits(0).out())
                .contains("5 paket");
        assertThat(session.run("verify").exits(4).out().lines())
                .allMatch(line -> line.startsWith("Mappen ") && line.contains(" saknas."));
    }
}
