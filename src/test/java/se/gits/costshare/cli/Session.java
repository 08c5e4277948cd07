package se.gits.costshare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.register.Actor;
import se.gits.costshare.run.SmallInput;

/** The program used within the test's own process, with an input and an output folder. */
final class Session {

    static final Path SAMPLES = Path.of("input-samples");

    private final Path input;
    private final Path output;
    private String login = "anna";
    private List<String> register = List.of();
    private Clock clock = Clock.fixed(Instant.parse("2023-01-31T12:00:00Z"), ZoneOffset.UTC);

    /** A session on a copy of the samples that may be changed. */
    Session(Path folder) throws IOException {
        input = folder.resolve("underlag");
        output = folder.resolve("resultat");
        Files.createDirectories(input);
        try (Stream<Path> files = Files.list(SAMPLES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, input.resolve(file.getFileName()));
            }
        }
    }

    /**
     * Leaves three municipalities of the samples, of which one gets an e-invoice: what is to be
     * paid by all is the same, with fewer files to wait for.
     */
    Session withFewMunicipalities() throws IOException {
        String others = "[0-9]{4}(?<!1440|1480|1489)";
        leaveOut("parter.csv", others + ";.*");
        leaveOut("folkmangd.csv", "\"" + others + " .*");
        return this;
    }

    private void leaveOut(String file, String pattern) throws IOException {
        Path path = input.resolve(file);
        List<String> lines = Files.readAllLines(path);
        List<String> left = lines.stream().filter(line -> !line.matches(pattern)).toList();
        assertThat(left).hasSizeLessThan(lines.size());
        Files.write(path, left);
    }

    /** What a command told. */
    record Answer(int exitCode, String out, String err) {

        Answer exits(int expected) {
            assertThat(exitCode).as(out + err).isEqualTo(expected);
            return this;
        }
    }

    Path input() {
        return input;
    }

    Path output() {
        return output;
    }

    /** Puts another input in place of the samples. */
    Session with(SmallInput other) throws IOException {
        delete(input);
        Files.createDirectories(input);
        for (InputFile file : other.files().all()) {
            Files.write(input.resolve(file.name()), file.bytes());
        }
        return this;
    }

    /** Begins with a copy of what another session has issued. */
    void takeOver(Path issued) throws IOException {
        copy(issued, output);
    }

    /** Copies a folder and all that is in it to another, which may be there. */
    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path copied = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copied);
                } else {
                    Files.copy(path, copied);
                }
            }
        }
    }

    /** Removes a folder below the output folder. */
    void delete(String act) throws IOException {
        delete(output.resolve(act));
    }

    /** Removes a folder and all that is in it. */
    static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> paths = Files.walk(folder)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }

    /** Lets someone else use the program from now on. */
    Session as(String other) {
        login = other;
        return this;
    }

    /** Lets the register be at another address from now on. */
    Session withRegister(String url) {
        register = List.of("--register", url);
        return this;
    }

    Session on(String date) {
        clock = Clock.fixed(Instant.parse(date + "T12:00:00Z"), ZoneOffset.UTC);
        return this;
    }

    Answer run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--input", input.toString(), "--output", output.toString()));
        all.addAll(register);
        return runAt(clock, login, all);
    }

    /** Runs with these arguments and no others. */
    static Answer runAlone(String... arguments) {
        return runAt(Clock.systemUTC(), "anna", List.of(arguments));
    }

    private static Answer runAt(Clock clock, String login, List<String> arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode =
                Gits.run(
                        arguments.toArray(String[]::new),
                        new Console(utf8(out), utf8(err), false),
                        clock,
                        () -> new Actor(login, "dator", "1.0.0", "17"));
        return new Answer(exitCode, text(out), text(err));
    }

    /** What whoever ran a command is told of what ended it, on either stream. */
    static Answer told(Exception failure, String language) {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        int exitCode =
                new FailureReport(
                                new Console(utf8(told), utf8(told), false),
                                new Messages(Locale.forLanguageTag(language)))
                        .failed(failure, null, null);
        return new Answer(exitCode, "", text(told));
    }

    private static PrintStream utf8(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        // What Swedes read as a space between thousands is easier to compare as one.
        return bytes.toString(StandardCharsets.UTF_8).replace('\u00A0', ' ');
    }

    /** Changes a text in an input file. */
    Session change(String file, String from, String to) throws IOException {
        String text = Files.readString(input.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(input.resolve(file), text.replace(from, to));
        return this;
    }

    /** A table of an act's folder: the cells of its rows, the heading left out. */
    List<String[]> table(String path) {
        return read(path)
                .lines()
                .skip(1)
                .map(line -> line.replace("\"\"", "").split(";", -1))
                .toList();
    }

    String read(String path) {
        try {
            return Files.readString(output.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every file below the output folder but the register, with its bytes in hexadecimal hash. */
    SortedMap<String, String> files() throws IOException {
        return files(output);
    }

    static SortedMap<String, String> files(Path folder) throws IOException {
        SortedMap<String, String> hashOfFile = new TreeMap<>();
        if (!Files.exists(folder)) {
            return hashOfFile;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(path).toString();
                if (!name.startsWith("register")) {
                    hashOfFile.put(name, InputFile.sha256(Files.readAllBytes(path)));
                }
            }
        }
        return hashOfFile;
    }
}
