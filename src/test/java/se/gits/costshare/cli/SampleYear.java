package se.gits.costshare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The year of {@code input-samples/aret-2023}, run by its own script on the program that the build
 * made.
 *
 * @param output where the acts are
 * @param transcript what the script told on standard output, with the folder that the handbook has
 * @param filesAfterStep every file of the acts with its SHA-256, after each command
 */
record SampleYear(Path output, String transcript, List<SortedMap<String, String>> filesAfterStep) {

    static final Path INPUT = Path.of("input-samples/aret-2023").toAbsolutePath();

    /** In the order they were issued. */
    static final List<String> ACTS =
            List.of(
                    "2023-01",
                    "2023-02",
                    "2023-03",
                    "2023-04",
                    "2023-05",
                    "2023-06",
                    "2023-05-kredit-1",
                    "2023-05-ny-1",
                    "2023-07",
                    "2023-08",
                    "2023-09",
                    "2023-10",
                    "2023-11",
                    "2023-12",
                    "2023-avrakning");

    /** Runs the whole year below a folder, and notes every file's hash after each command. */
    static SampleYear run(Path folder) throws Exception {
        Path output = folder.resolve("aret-2023");
        Path steps = Files.createDirectories(folder.resolve("steg"));
        Path step = folder.resolve("steg.sh");
        Files.writeString(
                step,
                """
                #!/bin/sh
                code=0
                %s "$@" || code=$?
                step=$(printf "%%03d" $(($(ls "%s" | wc -l))))
                mkdir -p "%s" && cd "%s" &&
                    find . -path ./register -prune -o -type f -exec sha256sum {} + >"%s/$step"
                exit $code
                """
                        .formatted(
                                new Program(folder)
                                        .words().stream()
                                                .map(word -> "\"" + word + "\"")
                                                .collect(Collectors.joining(" ")),
                                steps,
                                output,
                                output,
                                steps));
        Program.Ended ended =
                new Program(folder)
                        .environment("GITS", "sh " + step)
                        .start(
                                List.of(
                                        "sh",
                                        INPUT.resolve("aret.sh").toString(),
                                        output.toString()))
                        .ended(Duration.ofMinutes(30))
                        .exits(0);
        return new SampleYear(
                output,
                ended.out().replace(output.toString(), "reports/aret-2023").replace('\u00A0', ' '),
                listings(steps));
    }

    private static List<SortedMap<String, String>> listings(Path steps) throws IOException {
        List<SortedMap<String, String>> listings = new ArrayList<>();
        try (Stream<Path> files = Files.list(steps)) {
            for (Path file : files.sorted().toList()) {
                listings.add(hashes(Files.readString(file)));
            }
        }
        return listings;
    }

    /** Reads what {@code sha256sum} writes. */
    static SortedMap<String, String> hashes(String text) {
        SortedMap<String, String> hashOfFile = new TreeMap<>();
        text.lines()
                .map(line -> line.split(" [ *](\\./)?", 2))
                .forEach(line -> hashOfFile.put(line[1], line[0]));
        return hashOfFile;
    }

    ActTable table(String act, String file) throws IOException {
        return ActTable.read(output.resolve(act).resolve(file));
    }

    /** An act's invoice lines to a party. */
    ActTable lines(String act, String party) throws IOException {
        return table(act, "fakturarader.csv").where("part", party);
    }

    /** A table of a stage's input. */
    static ActTable input(String stage, String file) throws IOException {
        return ActTable.read(INPUT.resolve(stage).resolve(file));
    }

    /** The golden files: their paths below {@code reports/exempel/aret-2023}, and their bytes. */
    SortedMap<String, byte[]> golden() throws IOException {
        SortedMap<String, byte[]> golden = new TreeMap<>();
        for (String act : ACTS) {
            List<String> names = new ArrayList<>(List.of("SHA256SUMS", "fakturor.csv"));
            if (isMoreThanItsMonth(act)) {
                names.add("fakturarader.csv");
            }
            for (String name : names) {
                golden.put(act + "/" + name, Files.readAllBytes(output.resolve(act).resolve(name)));
            }
        }
        for (String name : List.of("2023-rapport/arsrapport.csv", "2023-rapport/rapport.html")) {
            golden.put(name, Files.readAllBytes(output.resolve(name)));
        }
        // The history says when: another run of the year has another.
        golden.put(
                "utskrift.txt",
                transcript
                        .replaceAll("(historikens sista hash:) [0-9a-f]{64}", "$1 …")
                        .getBytes(StandardCharsets.UTF_8));
        golden.put("aret.txt", new YearOverview(this).text().getBytes(StandardCharsets.UTF_8));
        return golden;
    }

    /** Whether an act adjusts, credits, settles or stands in for another. */
    private boolean isMoreThanItsMonth(String act) throws IOException {
        ActTable lines = table(act, "fakturarader.csv");
        assertThat(lines.rows()).as(act).isNotEmpty();
        return act.contains("-ny-") || !lines.where("typ", "ordinarie").rows().equals(lines.rows());
    }
}
