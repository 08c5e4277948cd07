package se.gits.costshare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.gits.costshare.input.InputFile;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** What the program is made of: told whole, by licences that allow it, the same at each build. */
class SupplyChainIT {

    private static final Path LIBRARIES = Path.of("target/lib");

    /** Those under which a public authority may use and pass on the libraries as they are. */
    private static final Set<String> LICENCES =
            Set.of(
                    "Apache-2.0",
                    "BSD-2-Clause",
                    "BSD-3-Clause",
                    "CC0-1.0",
                    "EPL 1.0",
                    "LGPL-2.1-or-later",
                    "MIT",
                    "MPL-2.0",
                    "The (New) BSD License");

    /** A library as the list of parts (SBOM) tells it. */
    private record Part(
            String group, String name, String version, List<String> licences, String sha256) {}

    @Test
    void everyLibraryOfTheProgramIsInTheListOfParts() throws IOException {
        Set<String> told = new TreeSet<>();
        parts().forEach(part -> told.add(part.sha256()));
        Set<String> untold = new TreeSet<>();
        try (Stream<Path> libraries = Files.list(LIBRARIES)) {
            for (Path library : libraries.toList()) {
                if (!told.remove(InputFile.sha256(Files.readAllBytes(library)))) {
                    untold.add(library.getFileName().toString());
                }
            }
        }
        // Packed anew, without its signature; so the original is told and not found.
        assertThat(untold).containsExactly("Saxon-HE-12.9.jar");
        assertThat(told).hasSize(1);
    }

    @Test
    void everyLibraryHasALicenceThatAllowsItsUse() throws IOException {
        assertThat(parts())
                .hasSizeGreaterThan(80)
                .allSatisfy(
                        part ->
                                assertThat(part.licences())
                                        .isNotEmpty()
                                        .allMatch(LICENCES::contains));
    }

    /** The page is read by people, so a new library is seen by one: copy what is made here. */
    @Test
    void thePageOfLibrariesIsWhatTheProgramIsMadeOf() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (Part part : parts()) {
            rows.append(
                    "| %s | %s | %s | %s |%n"
                            .formatted(
                                    part.name(),
                                    part.group(),
                                    part.version(),
                                    String.join(", ", part.licences())));
        }
        Path made = Path.of("target/libraries.md");
        String page = Files.readString(Path.of("src/site/markdown/libraries.md"));
        int at = page.indexOf("|---|") + page.substring(page.indexOf("|---|")).indexOf('\n') + 1;
        Files.writeString(made, page.substring(0, at) + rows);

        assertThat(page).as("differs from %s", made).isEqualTo(Files.readString(made));
    }

    @Test
    void anotherBuildElsewhereGivesTheSameBytes(@TempDir Path folder) throws Exception {
        Path copy = Files.createDirectory(folder.resolve("en annan mapp"));
        for (String source : List.of("pom.xml", "mvnw", ".mvn", "src/main")) {
            copy(Path.of(source), copy.resolve(source));
        }
        Path log = folder.resolve("bygge.txt");
        ProcessBuilder build =
                new ProcessBuilder(
                        "./mvnw",
                        "-B",
                        "-o",
                        "-Dmaven.test.skip=true",
                        "-Dcyclonedx.skip=true",
                        "-Dmaven.repo.local=" + System.getProperty("maven.repo.local"),
                        "package");
        build.directory(copy.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
        build.environment().put("TZ", "Pacific/Kiritimati");
        build.environment().put("LC_ALL", "C");
        build.environment().put("JAVA_HOME", System.getProperty("java.home"));

        assertThat(build.start().waitFor()).as(Files.readString(log)).isZero();
        for (String jar : List.of("gits.jar", "lib/Saxon-HE-12.9.jar")) {
            assertThat(InputFile.sha256(Files.readAllBytes(copy.resolve("target").resolve(jar))))
                    .as(jar)
                    .isEqualTo(
                            InputFile.sha256(Files.readAllBytes(Path.of("target").resolve(jar))));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    private static List<Part> parts() throws IOException {
        List<Part> parts = new ArrayList<>();
        Object list;
        try (JsonParser json =
                JsonFactory.builder()
                        .build()
                        .createParser(
                                ObjectReadContext.empty(),
                                Files.readAllBytes(Path.of("target/gits-sbom.json")))) {
            json.nextToken();
            list = ((Map<?, ?>) value(json)).get("components");
        }
        for (Object one : (List<?>) list) {
            Map<?, ?> part = (Map<?, ?>) one;
            parts.add(
                    new Part(
                            part.get("group").toString(),
                            part.get("name").toString(),
                            part.get("version").toString(),
                            licences((List<?>) part.get("licenses")),
                            sha256((List<?>) part.get("hashes"))));
        }
        parts.sort(
                Comparator.comparing(Part::name)
                        .thenComparing(Part::group)
                        .thenComparing(Part::sha256));
        return parts;
    }

    private static List<String> licences(List<?> told) {
        List<String> licences = new ArrayList<>();
        for (Object one : told) {
            Map<?, ?> licence = (Map<?, ?>) ((Map<?, ?>) one).get("license");
            Object id = licence.get("id");
            licences.add((id == null ? licence.get("name") : id).toString());
        }
        return licences;
    }

    private static String sha256(List<?> hashes) {
        for (Object one : hashes) {
            Map<?, ?> hash = (Map<?, ?>) one;
            if (hash.get("alg").equals("SHA-256")) {
                return hash.get("content").toString();
            }
        }
        throw new AssertionError("no SHA-256: " + hashes);
    }

    private static Object value(JsonParser json) {
        if (json.currentToken() == JsonToken.START_OBJECT) {
            Map<String, Object> object = new TreeMap<>();
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                json.nextToken();
                object.put(name, value(json));
            }
            return object;
        }
        if (json.currentToken() == JsonToken.START_ARRAY) {
            List<Object> array = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                array.add(value(json));
            }
            return array;
        }
        return json.getString();
    }
}
