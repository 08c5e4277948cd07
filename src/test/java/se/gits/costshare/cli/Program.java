package se.gits.costshare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import se.gits.costshare.disk.FailingDisk;

/** The real program as a process of its own, from the jar that the build made. */
final class Program {

    static final Path JAR = Path.of("target/gits.jar").toAbsolutePath();

    private final Path folder;
    private final List<String> java = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();
    private boolean usesArchive = true;

    /** The launcher's archive of loaded classes: half of a start is loading them. */
    private static final class Archive {

        static final List<String> OPTIONS = options();

        private static List<String> options() {
            try {
                deleteOlder();
                ProcessBuilder launching =
                        new ProcessBuilder(launcher(), "--version")
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
                launching.environment().put("JAVA_HOME", System.getProperty("java.home"));
                launching.start().waitFor();
                try (Stream<Path> built = Files.list(JAR.getParent())) {
                    return built.filter(Archive::isArchive)
                            .findFirst()
                            .map(path -> List.of("-XX:SharedArchiveFile=" + path, "-Xlog:disable"))
                            .orElse(List.of());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        /** Of an earlier jar, which a JVM would not use. */
        private static void deleteOlder() throws IOException {
            try (Stream<Path> built = Files.list(JAR.getParent())) {
                for (Path archive : built.filter(Archive::isArchive).toList()) {
                    FileTime made = Files.getLastModifiedTime(archive);
                    if (made.compareTo(Files.getLastModifiedTime(JAR)) < 0) {
                        Files.deleteIfExists(archive);
                    }
                }
            }
        }

        private static boolean isArchive(Path path) {
            return path.toString().endsWith(".jsa");
        }
    }

    /** The launcher; it would build anew what lies there, while others run it. */
    static String launcher() throws IOException {
        Files.write(JAR.resolveSibling("gits.built"), new byte[0]);
        return Path.of("gits").toAbsolutePath().toString();
    }

    /**
     * @param folder where it runs, and where its output is kept
     */
    Program(Path folder) {
        this.folder = folder;
        java.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // The flags that the launcher gives.
        java.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        environment.put("LC_ALL", "C.UTF-8");
    }

    /** Runs on another JDK. */
    Program on(Path javaHome) {
        java.set(0, javaHome.resolve("bin/java").toString());
        usesArchive = false;
        return this;
    }

    Program with(String... javaOptions) {
        java.addAll(List.of(javaOptions));
        return this;
    }

    /** Runs on a disk that fails, which changes classes that the archive has. */
    Program on(FailingDisk disk) throws IOException {
        usesArchive = false;
        java.addAll(disk.javaOptions());
        return this;
    }

    Program environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** What a finished process told. */
    record Ended(int exitCode, String out, String err) {
        Ended exits(int expected) {
            assertThat(exitCode).as(out + err).isEqualTo(expected);
            return this;
        }
    }

    /** A process that has not ended, or not been asked whether it has. */
    record Running(Process process, Path out, Path err) {

        /**
         * Kills it after a while, if it is not done before.
         *
         * @return whether it was killed
         */
        boolean killedAfter(long millis) throws Exception {
            boolean isDone = process.waitFor(millis, TimeUnit.MILLISECONDS);
            process.destroyForcibly();
            ended();
            return !isDone;
        }

        Ended ended() throws Exception {
            return ended(Duration.ofMinutes(2));
        }

        Ended ended(Duration atMost) throws Exception {
            if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("The program did not end");
            }
            return new Ended(
                    process.exitValue(),
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
        }
    }

    /** A command on an input folder and into an output folder. */
    static String[] command(String line, String input, Path output) {
        List<String> words = new ArrayList<>(List.of(line.split(" ")));
        words.addAll(List.of("--input", input, "--output", output.toString()));
        return words.toArray(String[]::new);
    }

    /** What a command line begins with. */
    List<String> words() {
        List<String> words = new ArrayList<>(java);
        if (usesArchive) {
            words.addAll(Archive.OPTIONS);
        }
        words.addAll(List.of("-jar", JAR.toString()));
        return words;
    }

    Running start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(words());
        command.addAll(List.of(arguments));
        return start(command);
    }

    Ended run(String... arguments) throws Exception {
        return start(arguments).ended();
    }

    /** Another class than the program's own, on the same Java. */
    Running startClass(List<String> classPathClassAndArguments) throws IOException {
        List<String> command = new ArrayList<>(java);
        command.addAll(classPathClassAndArguments);
        return start(command);
    }

    /** Any command, in the program's folder and environment. */
    Running start(List<String> command) throws IOException {
        Path out = Files.createTempFile(folder, "ut", ".txt");
        Path err = Files.createTempFile(folder, "fel", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        builder.environment().putAll(environment);
        return new Running(builder.start(), out, err);
    }

    /** A JDK of that version among those installed where Debian keeps them. */
    static Optional<Path> jdk(String version) throws IOException {
        Path installed = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(installed)) {
            return Optional.empty();
        }
        try (Stream<Path> candidates = Files.list(installed)) {
            for (Path candidate : candidates.sorted().toList()) {
                Path release = candidate.resolve("release");
                if (Files.isRegularFile(release)
                        && Files.readString(release).contains("JAVA_VERSION=\"" + version)) {
                    return Optional.of(candidate);
                }
            }
        }
        return Optional.empty();
    }
}
