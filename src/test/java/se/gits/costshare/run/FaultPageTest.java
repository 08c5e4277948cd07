package se.gits.costshare.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.Arguments;
import se.gits.costshare.input.InputFolder;
import se.gits.costshare.input.InputProblem;
import se.gits.costshare.input.ProblemKind;
import se.gits.costshare.input.ProblemText;
import se.gits.costshare.input.Problems;

/**
 * The handbook's page of everything that the program says of the input, made from the cases of
 * {@link InputFaultsTest}: one case of every kind, word for word.
 */
class FaultPageTest {

    private static final Path PAGE = Path.of("src/site/markdown/fel.md");

    /** Where a section begins, by its first kind. */
    private static final Map<ProblemKind, String> SECTIONS =
            new EnumMap<>(
                    Map.of(
                            ProblemKind.FOLDER_MISSING,
                            "Filer",
                            ProblemKind.COLUMN_MISSING,
                            "Kolumner och celler",
                            ProblemKind.TWICE,
                            "Tabellen mot sig själv",
                            ProblemKind.UNKNOWN_PARTY,
                            "Tabellerna mot varandra",
                            ProblemKind.POPULATION_LAYOUT,
                            "Folkmängd",
                            ProblemKind.SETTINGS_SYNTAX,
                            "Inställningar",
                            ProblemKind.ORGANISATION_TWICE,
                            "Varningar"));

    private static final String HEAD =
            """
            # Fel och varningar i underlaget

            Allt som programmet kan säga om underlaget, ett exempel på varje, med programmets egna ord.
            Sidan är gjord av programmets tester, så den är fullständig och stämmer. Den hör till
            [handboken](handbok.md).

            Först står fil och rad, eller i en arbetsbok blad och cell, sedan kolumnen och vad som står
            där. Efter `|` står raden som den lästes. Därefter vad som är fel, och sist vad du skriver i
            stället. Felen kommer i en enda lista, ordnad efter fil och rad. Av samma slag visas de tjugo
            första, och sedan hur många de är till. Ett fel hindrar faktureringen; en varning gör det
            inte.
            """;

    @TempDir Path folder;

    @Test
    void thePageShowsEveryKindWordForWord() throws IOException {
        String page = page();

        Path made = Path.of("target", "fel.md");
        Files.writeString(made, page);
        assertThat(Files.readString(PAGE))
                .as("If the change is meant, read %s and copy it to %s", made, PAGE)
                .isEqualTo(page);
    }

    private String page() throws IOException {
        Map<ProblemKind, InputProblem> exampleOfKind = new TreeMap<>();
        List<Problems> cases =
                Stream.concat(InputFaultsTest.faults(), InputFaultsTest.warnings())
                        .map(FaultPageTest::problems)
                        .collect(Collectors.toCollection(ArrayList::new));
        InputFaultsTest.settlementFaults()
                .map(row -> input(row).problemsOfSettlement())
                .forEach(cases::add);
        cases.add(problemsOfFolder());
        cases.add(problemsOfLargeFolder());
        cases.add(problemsOfNoFolder());
        // A problem that stands alone is the better example.
        for (int faults = 0; faults <= 1; faults++) {
            int most = faults;
            cases.stream()
                    .filter(problems -> problems.faults().size() == most)
                    .forEach(problems -> take(problems, exampleOfKind));
        }
        cases.forEach(problems -> take(problems, exampleOfKind));
        ProblemText text = new ProblemText(Locale.forLanguageTag("sv"));
        StringBuilder page = new StringBuilder(HEAD);
        for (ProblemKind kind : ProblemKind.values()) {
            if (SECTIONS.containsKey(kind)) {
                page.append("\n## ").append(SECTIONS.get(kind)).append('\n');
            }
            assertThat(exampleOfKind).containsKey(kind);
            page.append("\n```text\n").append(text.of(exampleOfKind.get(kind)));
            page.append("\n```\n");
        }
        return page.toString().replace('\u00A0', ' ');
    }

    /** The first case of a kind is its example. */
    private static void take(Problems problems, Map<ProblemKind, InputProblem> exampleOfKind) {
        for (List<InputProblem> told : List.of(problems.faults(), problems.warnings())) {
            told.forEach(problem -> exampleOfKind.putIfAbsent(problem.kind(), problem));
        }
    }

    private static Problems problems(Arguments row) {
        return input(row).problems();
    }

    @SuppressWarnings("unchecked")
    private static SmallInput input(Arguments row) {
        return ((UnaryOperator<SmallInput>) row.get()[1]).apply(new SmallInput());
    }

    private Problems problemsOfLargeFolder() throws IOException {
        Path large = Files.createDirectory(folder.resolve("stor"));
        for (int year = 2021; year <= 2024; year++) {
            Path file = large.resolve("folkmangd-" + year + ".csv");
            try (RandomAccessFile made = new RandomAccessFile(file.toFile(), "rw")) {
                made.setLength(32L * 1024 * 1024);
            }
        }
        Problems problems = new Problems();
        InputFolder.read(large, problems);
        return problems;
    }

    private Problems problemsOfFolder() throws IOException {
        Files.createDirectory(folder.resolve("objekt.csv"));
        Files.writeString(folder.resolve("budget2023.csv"), "x");
        Files.writeString(folder.resolve("nycklar.ods"), "x");
        try (RandomAccessFile large =
                new RandomAccessFile(folder.resolve("parter.csv").toFile(), "rw")) {
            large.setLength(200L * 1024 * 1024);
        }
        Problems problems = new Problems();
        InputFolder.read(folder, problems);
        return problems;
    }

    private static Problems problemsOfNoFolder() throws IOException {
        Problems problems = new Problems();
        InputFolder.read(Path.of("underlag-som-saknas"), problems);
        return problems;
    }
}
