package se.gits.costshare.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A month made again by the real program, years later, when nothing around it is as it was: the
 * machine's zone, language, user, folder and JDK, the input, the issued folders, the register.
 */
class RerunIT {

    @TempDir static Path whole;
    @TempDir Path folder;

    private static final List<String> MONTHS = List.of("2023-01", "2023-02");

    @BeforeAll
    static void issue() throws Exception {
        Path input = fewParties(whole).input();
        Program program = new Program(whole);
        for (String month : MONTHS) {
            program.run(arguments(input, whole.resolve("resultat"), "invoice", month)).exits(0);
            program.run(arguments(input, whole.resolve("resultat"), "package", month)).exits(0);
        }
    }

    private static Session fewParties(Path folder) throws IOException {
        return new Session(folder).withFewMunicipalities();
    }

    private static String[] arguments(Path input, Path output, String... command) {
        List<String> all = new ArrayList<>(List.of(command));
        if (command[0].equals("invoice")) {
            all.addAll(List.of("--date", command[1] + "-28"));
        }
        all.addAll(List.of("--input", input.toString(), "--output", output.toString()));
        return all.toArray(String[]::new);
    }

    /** Another zone and language, another user, and a clock that shows another time of day. */
    private Program elsewhere() {
        return new Program(folder)
                .environment("TZ", "Pacific/Kiritimati")
                .environment("LC_ALL", "tr_TR.UTF-8")
                .with("-Duser.timezone=America/St_Johns", "-Duser.language=tr", "-Duser.country=TR")
                .with("-Duser.name=någon-annan");
    }

    private static SortedMap<String, String> issued(String month) throws IOException {
        return new TreeMap<>(Session.files(whole.resolve("resultat").resolve(month)));
    }

    private void holds(Program program) throws Exception {
        Path output = folder.resolve("annan mapp");
        Files.createDirectories(output.resolve("register"));
        Files.copy(
                whole.resolve("resultat/register/gits.mv.db"),
                output.resolve("register/gits.mv.db"));
        Path input =
                fewParties(folder.resolve("nu"))
                        .change("parter.csv", "Göteborgs stad", "Göteborg")
                        .input();

        for (String month : MONTHS) {
            assertThat(program.run(arguments(input, output, "rerun", month)).exits(0).out())
                    .contains(month);
            assertThat(Session.files(output.resolve(month + "-omkorning")))
                    .isEqualTo(issued(month));
        }
    }

    @Test
    void isTheSameInAnotherZoneLanguageAndFolder() throws Exception {
        holds(elsewhere());
    }

    @Test
    void isTheSameOnAnotherJdk() throws Exception {
        Optional<Path> jdk = Program.jdk("25");
        if (!"true".equals(System.getenv("CI"))) {
            assumeThat(jdk).as("JDK 25 is not installed here").isPresent();
        }
        assertThat(jdk).as("CI must have JDK 25").isPresent();
        holds(elsewhere().on(jdk.get()));
    }

    /** The register is gone, and the folders with it: the packages are all there is. */
    @Test
    void isTheSameFromAPackageAndFromARegisterThatWasRebuilt() throws Exception {
        Path packages = Files.createDirectories(folder.resolve("paket"));
        for (String month : MONTHS) {
            Files.copy(
                    whole.resolve("resultat").resolve(month + ".zip"),
                    packages.resolve(month + ".zip"));
        }
        Path input = folder.resolve("inget");
        Program program = elsewhere();
        for (String month : MONTHS) {
            Path alone = folder.resolve("ur-paket");
            Path zip = packages.resolve(month + ".zip");
            program.run(arguments(input, alone, "rerun", month, "--package", zip.toString()))
                    .exits(0);
            assertThat(Session.files(alone.resolve(month + "-omkorning"))).isEqualTo(issued(month));
        }

        Path rebuilt = folder.resolve("uppbyggt");
        program.run(arguments(input, rebuilt, "rebuild", packages.toString())).exits(0);
        assertThat(head(program, rebuilt)).isEqualTo(head(new Program(folder), copyOfRegister()));
        for (String month : MONTHS) {
            program.run(arguments(input, rebuilt, "rerun", month)).exits(0);
            assertThat(Session.files(rebuilt.resolve(month + "-omkorning")))
                    .isEqualTo(issued(month));
        }
    }

    private Path copyOfRegister() throws IOException {
        Path copy = folder.resolve("kopia");
        Files.createDirectories(copy.resolve("register"));
        Files.copy(
                whole.resolve("resultat/register/gits.mv.db"), copy.resolve("register/gits.mv.db"));
        return copy;
    }

    private String head(Program program, Path output) throws Exception {
        return program.run(arguments(folder.resolve("inget"), output, "status"))
                .exits(0)
                .out()
                .lines()
                .max(Comparator.comparingInt(line -> line.contains("hash") ? 1 : 0))
                .orElseThrow();
    }

    /** The checker as an auditor runs it: the file from the package, a JDK, and nothing else. */
    @Test
    void theCheckerRunsAsItIs() throws Exception {
        Path zip = whole.resolve("resultat/2023-02.zip");
        Program program = new Program(folder);
        Path bin = Path.of(System.getProperty("java.home"), "bin");
        List<String> unpack =
                List.of(bin.resolve("jar").toString(), "xf", zip.toString(), "Kontroll.java");
        program.start(unpack).ended().exits(0);

        List<String> check =
                List.of(bin.resolve("java").toString(), "Kontroll.java", zip.toString());
        assertThat(program.start(check).ended().exits(0).out()).contains("Allt stämmer.");
        Path damaged = folder.resolve("skadat.zip");
        byte[] bytes = Files.readAllBytes(zip);
        bytes[bytes.length / 2] ^= 1;
        Files.write(damaged, bytes);
        List<String> again =
                List.of(bin.resolve("java").toString(), "Kontroll.java", damaged.toString());
        assertThat(program.start(again).ended().exits(1).out()).doesNotContain("Allt stämmer");
    }
}
