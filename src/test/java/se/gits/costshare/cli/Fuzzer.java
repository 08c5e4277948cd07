package se.gits.costshare.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.input.InputFiles;
import se.gits.costshare.register.Actor;
import se.gits.costshare.run.SmallInput;

/**
 * Lets the program's commands read hostile files, one after another in this process, and stops at
 * nothing: what it finds is told and kept, and the process ends with 1. {@link FuzzIT} starts it
 * with a small heap.
 *
 * <p>Every input follows from the seed, its reader and its number: {@code seed reader number} makes
 * it again.
 */
public final class Fuzzer {

    /** Not a measure of speed: so much work for some kilobytes is a hang. */
    private static final Duration LONGEST_WORK = Duration.ofSeconds(10);

    /** The same by the clock, on a machine that has other things to do. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private static final int LONGEST_TOLD = 200_000;

    /** What is accepted goes on to become invoices; not always, since that takes time. */
    private static final int ACCEPTED_FOR_A_PREVIEW = 20;

    /** Stands in a file that no command is told of. */
    private static final String SECRET = "hemligheten-7f3a";

    private static final Pattern NAMES_A_FILE =
            Pattern.compile("(?i)[\\wåäö-]+\\.(csv|xlsx|json|yml)");

    /** Line ends apart, nothing that a terminal obeys. */
    private static final Pattern OBEYED =
            Pattern.compile("[\\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069&&[^\n]]");

    private final Path folder;
    private final Path arena;
    private final Path corpus;
    private final Path found;
    private final long seed;
    private final Map<FuzzedReader, Figures> figures = new EnumMap<>(FuzzedReader.class);
    private final Map<FuzzedReader, List<byte[]>> beginnings = new EnumMap<>(FuzzedReader.class);
    private final List<String> findings = new ArrayList<>();
    private final Watch watch = new Watch();
    private int accepted;

    /** What is told of a reader in the end. */
    private static final class Figures {
        int inputs;
        int accepted;
        int refused;
        int previews;
        long longestMillis;
        long workMillis;
    }

    /** Something that no input may bring about. */
    private static final class Finding extends Exception {
        private static final long serialVersionUID = 1;

        Finding(String what) {
            super(what);
        }

        Finding(String what, Throwable cause) {
            super(what, cause);
        }
    }

    private Fuzzer(Path folder, Path corpus, Path found, long seed) throws IOException {
        this.folder = folder;
        this.corpus = corpus;
        this.found = found;
        this.seed = seed;
        // Deep enough for a path with some steps upwards to end within the test's own folder.
        this.arena = Files.createDirectories(folder.resolve("a/b/c/d/e/f"));
        Files.writeString(arena.resolve("hemlig.txt"), SECRET);
        Files.createDirectories(folder.resolve("tmp"));
    }

    /**
     * Runs.
     *
     * @param arguments the folder to work in, the corpus, where to keep what is found, the seed,
     *     how many inputs, for how many minutes at most, the file of figures; and one reader and
     *     the number of its input, or a file, where only that is to be read
     */
    public static void main(String[] arguments) throws Exception {
        Fuzzer fuzzer =
                new Fuzzer(
                        Path.of(arguments[0]),
                        Path.of(arguments[1]),
                        Path.of(arguments[2]),
                        Long.parseLong(arguments[3]));
        fuzzer.prepare();
        if (arguments.length > 7) {
            fuzzer.again(FuzzedReader.valueOf(arguments[7]), arguments[8]);
        } else {
            fuzzer.replay();
            fuzzer.invent(
                    Integer.parseInt(arguments[4]),
                    Duration.ofMinutes(Long.parseLong(arguments[5])));
        }
        Files.writeString(Path.of(arguments[6]), fuzzer.report());
        fuzzer.findings.forEach(System.out::println);
        System.exit(fuzzer.findings.isEmpty() ? 0 : 1);
    }

    /** Whatever is to be read must be there, and right, before anything is changed in it. */
    private void prepare() throws IOException {
        Path made = Files.createDirectories(arena.resolve("gjort"));
        Path input = made.resolve("underlag");
        put(new SmallInput().withBookkeeping().put("installningar.yml", attested()), input);
        Path output = made.resolve("resultat");
        expectOk(input, output, "preview", "2023-01");
        Session.copy(output.resolve("2023-01-utkast"), draft());
        put(new SmallInput().withBookkeeping(), input);
        expectOk(input, output, "invoice", "2023-01");
        expectOk(input, output, "package", "2023-01");
        byte[] zip = Files.readAllBytes(output.resolve("2023-01.zip"));
        Session.delete(made);
        for (FuzzedReader reader : FuzzedReader.values()) {
            List<byte[]> files = new ArrayList<>(reader.right());
            if (reader.isOfPackage()) {
                files.add(zip);
            } else if (reader == FuzzedReader.DRAFT) {
                files.add(Files.readAllBytes(draft().resolve("manifest.json")));
            }
            for (Path kept : reader.kept(corpus)) {
                files.add(Files.readAllBytes(kept));
            }
            beginnings.put(reader, files);
            figures.put(reader, new Figures());
        }
    }

    private static String attested() {
        return new SmallInput().text("installningar.yml").replace("attest: nej", "attest: ja");
    }

    private static void put(SmallInput input, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (InputFile file : input.files().all()) {
            Files.write(folder.resolve(file.name()), file.bytes());
        }
    }

    private void expectOk(Path input, Path output, String... command) {
        Told told = run(input, output, command);
        if (told.exitCode() != ExitCode.OK) {
            throw new IllegalStateException(String.join(" ", command) + ": " + told.all());
        }
    }

    /** Every file of the corpus as it is. */
    private void replay() throws IOException {
        for (FuzzedReader reader : FuzzedReader.values()) {
            int number = 0;
            for (byte[] file : beginnings.get(reader)) {
                read(reader, file, "corpus-" + number++);
            }
        }
    }

    private void invent(int inputs, Duration atMost) throws IOException {
        long end = System.nanoTime() + atMost.toNanos();
        List<FuzzedReader> turns = new ArrayList<>();
        for (FuzzedReader reader : FuzzedReader.values()) {
            for (int i = 0; i < reader.weight(); i++) {
                turns.add(reader);
            }
        }
        Collections.shuffle(turns, new Random(seed));
        for (int number = 0; number < inputs && System.nanoTime() < end; number++) {
            FuzzedReader reader = turns.get(number % turns.size());
            read(reader, input(reader, number), Integer.toString(number));
        }
    }

    /** The input of a number: the same for the same seed and corpus. */
    private byte[] input(FuzzedReader reader, int number) {
        Random random = new Random(seed * 1_000_003L + number);
        return reader.mutation().of(beginnings.get(reader), random);
    }

    private void again(FuzzedReader reader, String what) throws IOException {
        byte[] input =
                what.matches("\\d+")
                        ? input(reader, Integer.parseInt(what))
                        : Files.readAllBytes(Path.of(what));
        read(reader, input, "again");
    }

    private void read(FuzzedReader reader, byte[] file, String number) throws IOException {
        Figures told = figures.get(reader);
        told.inputs++;
        String name = reader + "-" + seed + "-" + number;
        Path kept = found.resolve(name + reader.file().substring(reader.file().lastIndexOf('.')));
        watch.begin(
                () -> {
                    write(kept, file);
                    System.out.println(name + ": hangs");
                });
        try {
            readOnce(reader, file, told);
        } catch (Finding finding) {
            write(kept, file);
            findings.add(name + ": " + finding.getMessage() + cause(finding));
        } finally {
            told.longestMillis = Math.max(told.longestMillis, watch.end());
            told.workMillis += watch.millis();
        }
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String cause(Finding finding) {
        if (finding.getCause() == null) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        for (Throwable at = finding.getCause(); at != null; at = at.getCause()) {
            text.append("\n    ").append(at);
            Stream.of(at.getStackTrace()).limit(12).forEach(f -> text.append("\n      ").append(f));
        }
        return text.toString();
    }

    private void readOnce(FuzzedReader reader, byte[] file, Figures told)
            throws IOException, Finding {
        Path input = inputOf(reader);
        Path output = arena.resolve("resultat");
        Path packages = Files.createDirectories(arena.resolve("paket"));
        Path place = input.resolve(reader.file());
        if (reader.isOfPackage()) {
            place = packages.resolve("2023-01.zip");
        } else if (reader == FuzzedReader.DRAFT) {
            place = output.resolve("2023-01-utkast/manifest.json");
            Session.copy(draft(), place.getParent());
        }
        SortedSet<String> before = listing();
        Files.write(place, file);
        try {
            Told answer = run(input, output, command(reader));
            judge(answer, reader);
            boolean wasRead =
                    answer.exitCode() == ExitCode.OK || answer.exitCode() == ExitCode.DIFFERENCE;
            told.accepted += wasRead ? 1 : 0;
            told.refused += wasRead ? 0 : 1;
            if (isInput(reader)) {
                refuseFiles(output);
                if (wasRead && accepted++ % ACCEPTED_FOR_A_PREVIEW == 0) {
                    told.previews++;
                    preview(reader, input, output);
                }
            } else if (reader == FuzzedReader.REBUILD && !wasRead) {
                refuseFiles(output);
            }
        } finally {
            if (reader != FuzzedReader.DRAFT) {
                Files.delete(place);
            }
            if (Files.exists(output)) {
                Session.delete(output);
            }
        }
        SortedSet<String> after = listing();
        after.removeAll(before);
        if (!after.isEmpty()) {
            throw new Finding("wrote outside the output folder: " + after);
        }
    }

    /** The input around the file, put there once. */
    private Path inputOf(FuzzedReader reader) throws IOException {
        Path input = arena.resolve("underlag-" + reader);
        if (!Files.exists(input)) {
            put(around(reader), input);
        }
        return input;
    }

    private Path draft() {
        return arena.resolve("utkast");
    }

    private static void refuseFiles(Path output) throws IOException, Finding {
        if (Files.exists(output) && namesIn(output).size() > 1) {
            throw new Finding("left files in the output folder: " + namesIn(output));
        }
    }

    private static boolean isInput(FuzzedReader reader) {
        return reader.endings().contains(ExitCode.INPUT_REFUSED);
    }

    /** The other files of the input: all right, and never two forms of one table. */
    private static SmallInput around(FuzzedReader reader) {
        SmallInput input = new SmallInput().withOutcome().withBookkeeping();
        if (reader == FuzzedReader.DRAFT) {
            return input.put("installningar.yml", attested());
        }
        String csv = reader.file().replaceAll("\\.(xlsx|json)$", ".csv");
        return reader.isOfPackage() || csv.equals(InputFiles.SETTINGS) ? input : input.without(csv);
    }

    private String[] command(FuzzedReader reader) {
        Path packages = arena.resolve("paket");
        return switch (reader) {
            case PACKAGE ->
                    new String[] {
                        "rerun", "2023-01", "--package", packages.resolve("2023-01.zip").toString()
                    };
            case REBUILD -> new String[] {"rebuild", packages.toString()};
            case DRAFT -> new String[] {"attest", "2023-01", "--by", "Eva Ek"};
            default -> new String[] {"check"};
        };
    }

    private void preview(FuzzedReader reader, Path input, Path output) throws Finding {
        Told told = run(input, output, "preview", "2023-03", "--reason", "skäl");
        judge(told, List.of(ExitCode.OK, ExitCode.INPUT_REFUSED, ExitCode.REFUSED), reader);
    }

    private static void judge(Told told, FuzzedReader reader) throws Finding {
        judge(told, List.copyOf(reader.endings()), reader);
    }

    private static void judge(Told told, List<Integer> endings, FuzzedReader reader)
            throws Finding {
        String all = told.all();
        if (told.thrown() != null) {
            throw new Finding("throws", told.thrown());
        }
        if (!endings.contains(told.exitCode())) {
            throw new Finding("ends with " + told.exitCode() + ": " + shortened(all));
        }
        if (all.length() > LONGEST_TOLD) {
            throw new Finding("tells " + all.length() + " characters");
        }
        if (all.contains("\tat ") || all.contains("Exception") || all.contains("java.lang")) {
            throw new Finding("shows what only programmers read: " + shortened(all));
        }
        if (all.contains(SECRET) || all.contains("root:")) {
            throw new Finding("shows what stands in another file: " + shortened(all));
        }
        if (OBEYED.matcher(all).find()) {
            throw new Finding("shows what a terminal obeys: " + shortened(all));
        }
        boolean refused = told.exitCode() == ExitCode.INPUT_REFUSED;
        if (refused && !NAMES_A_FILE.matcher(all).find()) {
            throw new Finding("names no file: " + shortened(all));
        }
    }

    private static String shortened(String text) {
        return text.length() > 3_000 ? text.substring(0, 3_000) + "\u2026" : text;
    }

    /**
     * What a command told.
     *
     * @param thrown what came out of it; null for nothing
     */
    private record Told(int exitCode, String out, String err, Throwable thrown) {
        String all() {
            return out + err;
        }
    }

    private static Told run(Path input, Path output, String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--input", input.toString(), "--output", output.toString()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = -1;
        Throwable thrown = null;
        try {
            exitCode =
                    Gits.run(
                            arguments.toArray(String[]::new),
                            new Console(utf8(out), utf8(err), false),
                            Clock.fixed(Instant.parse("2023-01-31T12:00:00Z"), ZoneOffset.UTC),
                            () -> new Actor("anna", "dator", "1.0.0", "17"));
        } catch (Throwable e) {
            thrown = e;
        }
        return new Told(exitCode, text(out), text(err), thrown);
    }

    private static PrintStream utf8(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Everything in the test's folder. */
    private SortedSet<String> listing() throws IOException {
        return namesIn(folder);
    }

    private static SortedSet<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return new TreeSet<>(paths.map(folder::relativize).map(Path::toString).toList());
        }
    }

    private String report() throws IOException {
        StringBuilder text = new StringBuilder("seed " + seed + "\n");
        String row = "%-20s %9s %9s %9s %9s %10s %10s%n";
        text.append(
                String.format(
                        Locale.ROOT,
                        row,
                        "reader",
                        "inputs",
                        "accepted",
                        "refused",
                        "previews",
                        "longest",
                        "mean"));
        int all = 0;
        for (Map.Entry<FuzzedReader, Figures> entry : figures.entrySet()) {
            Figures of = entry.getValue();
            all += of.inputs;
            text.append(
                    String.format(
                            Locale.ROOT,
                            row,
                            entry.getKey(),
                            of.inputs,
                            of.accepted,
                            of.refused,
                            of.previews,
                            of.longestMillis + " ms",
                            of.inputs == 0 ? "" : of.workMillis / of.inputs + " ms"));
        }
        text.append("inputs in all: ").append(all).append('\n');
        text.append("findings: ").append(findings.size()).append('\n');
        text.append("heap at most: ").append(peakOfHeap() >> 20).append(" MiB of ");
        text.append(Runtime.getRuntime().maxMemory() >> 20).append(" MiB\n");
        text.append("process at most: ").append(peakOfProcess()).append('\n');
        return text.toString();
    }

    private static long peakOfHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    /** As Linux tells it; unknown elsewhere. */
    private static String peakOfProcess() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return "unknown";
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> line.replaceAll("\\D", ""))
                .map(kib -> Long.parseLong(kib) / 1024 + " MiB")
                .findFirst()
                .orElse("unknown");
    }

    /** Ends the process when one input takes too long: nothing else stops a loop. */
    private static final class Watch {

        private final Thread watched = Thread.currentThread();
        private long began;
        private long workBefore;
        private long millis;
        private volatile long deadline = Long.MAX_VALUE;
        private Runnable ifLate = () -> {};

        Watch() {
            Thread thread = new Thread(this::watch, "watch");
            thread.setDaemon(true);
            thread.start();
        }

        void begin(Runnable tellHang) {
            ifLate = tellHang;
            workBefore = work();
            began = System.nanoTime();
            deadline = began + LONGEST_WAIT.toNanos();
        }

        /** How long it took, in milliseconds. */
        long end() {
            deadline = Long.MAX_VALUE;
            millis = (System.nanoTime() - began) / 1_000_000;
            return millis;
        }

        long millis() {
            return millis;
        }

        private long work() {
            return ManagementFactory.getThreadMXBean().getThreadCpuTime(watched.getId());
        }

        private void watch() {
            while (true) {
                try {
                    Thread.sleep(200);
                } catch (InterruptedException e) {
                    return;
                }
                boolean busy = deadline != Long.MAX_VALUE;
                if (busy
                        && (System.nanoTime() > deadline
                                || work() - workBefore > LONGEST_WORK.toNanos())) {
                    ifLate.run();
                    for (StackTraceElement frame : watched.getStackTrace()) {
                        System.out.println("    " + frame);
                    }
                    Runtime.getRuntime().halt(1);
                }
            }
        }
    }
}
