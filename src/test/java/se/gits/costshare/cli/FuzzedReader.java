package se.gits.costshare.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import se.gits.costshare.fuzz.ByteMutation;
import se.gits.costshare.fuzz.Mutation;
import se.gits.costshare.fuzz.TableMutation;
import se.gits.costshare.fuzz.TokenMutation;
import se.gits.costshare.fuzz.ZipMutation;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.run.SmallInput;

/** What reads files that may come from anywhere, and how the fuzzer gets at it. */
enum FuzzedReader {
    PARTIES("parter.csv", 10, table()),
    OBJECTS("objekt.csv", 8, table()),
    KEYS("nycklar.csv", 12, table()),
    BUDGET("budget-2023.csv", 10, table()),
    POPULATION("folkmangd.csv", 12, table()),
    VOLUMES("volymer.csv", 5, table()),
    OUTCOME("utfall-2023.csv", 4, table()),
    PARTIES_WORKBOOK("parter.xlsx", 8, workbook()),
    KEYS_WORKBOOK("nycklar.xlsx", 8, workbook()),
    BUDGET_WORKBOOK("budget-2023.xlsx", 8, workbook()),
    POPULATION_WORKBOOK("folkmangd.xlsx", 8, workbook()),
    JSON_STAT("folkmangd.json", 12, text(TokenMutation.json())),
    SETTINGS("installningar.yml", 12, text(TokenMutation.yaml())),
    /** A package, read by {@code rerun --package}. */
    PACKAGE("paket.zip", 3, FuzzedPackage.mutation()),
    /** Packages, read by {@code rebuild}. */
    REBUILD("paket.zip", 1, FuzzedPackage.mutation()),
    /** The manifest of a draft, read by {@code attest}. */
    DRAFT("manifest.json", 1, text(TokenMutation.json()));

    private final String file;
    private final int weight;
    private final Mutation mutation;

    FuzzedReader(String file, int weight, Mutation mutation) {
        this.file = file;
        this.weight = weight;
        this.mutation = mutation;
    }

    private static Mutation table() {
        ByteMutation bytes =
                new ByteMutation(
                        List.of(
                                ";",
                                ",",
                                "\t",
                                "\n",
                                "\r",
                                "\r\n",
                                "\"",
                                "\"\"",
                                "\uFEFF",
                                "sep=;\n",
                                "folkmängd",
                                "region;år",
                                "PK\u0003\u0004"));
        Mutation cells = new TableMutation();
        return Mutation.oneOf(cells, cells, cells.thenBytes(bytes), bytes);
    }

    private static Mutation text(TokenMutation tokens) {
        ByteMutation bytes = new ByteMutation(tokens.words());
        return Mutation.oneOf(tokens, tokens, tokens.thenBytes(bytes), bytes);
    }

    private static Mutation workbook() {
        ByteMutation bytes = new ByteMutation(List.of("PK\u0003\u0004", "PK\u0001\u0002"));
        Mutation parts = new ZipMutation(ZipMutation::byName);
        return Mutation.oneOf(parts, parts, parts, parts, parts.thenBytes(bytes), bytes);
    }

    /** What its file is called where the program reads it. */
    String file() {
        return file;
    }

    /** How much of all inputs it gets, beside the others. */
    int weight() {
        return weight;
    }

    Mutation mutation() {
        return mutation;
    }

    boolean isOfPackage() {
        return this == PACKAGE || this == REBUILD;
    }

    /** The codes that it may end with, whatever the file is. */
    Set<Integer> endings() {
        return switch (this) {
            case PACKAGE -> Set.of(ExitCode.OK, ExitCode.DIFFERENCE, ExitCode.REFUSED);
            case REBUILD, DRAFT -> Set.of(ExitCode.OK, ExitCode.REFUSED);
            default -> Set.of(ExitCode.OK, ExitCode.INPUT_REFUSED);
        };
    }

    /** The files of the corpus that are kept for it; those of the same kind are as good. */
    List<Path> kept(Path corpus) {
        String ending = file.substring(file.lastIndexOf('.') + 1);
        String table = file.substring(0, file.lastIndexOf('.')).replaceAll("-\\d{4}", "");
        Path folder = corpus.resolve(table + "-" + ending);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files that are right, which the program makes or the tests have; none of a package. */
    List<byte[]> right() {
        SmallInput input = new SmallInput().withOutcome();
        List<byte[]> right = new ArrayList<>();
        switch (this) {
            case SETTINGS -> {
                right.add(bytes(input.text(file)));
                right.add(bytes(input.withBookkeeping().text(file)));
            }
            case PARTIES_WORKBOOK, KEYS_WORKBOOK, BUDGET_WORKBOOK, POPULATION_WORKBOOK -> {
                String table = file.replace(".xlsx", "");
                for (InputFile made : input.asWorkbook(table, workbook -> {}).files().all()) {
                    if (made.name().equals(file)) {
                        right.add(made.bytes());
                    }
                }
            }
            case JSON_STAT, PACKAGE, REBUILD, DRAFT -> {
                // In the corpus, or made by the program itself.
            }
            default -> right.add(bytes(input.text(file)));
        }
        return right;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
