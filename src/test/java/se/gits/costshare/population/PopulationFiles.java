package se.gits.costshare.population;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.input.InputFiles;
import se.gits.costshare.input.InputProblem;
import se.gits.costshare.input.ProblemKind;
import se.gits.costshare.input.Problems;
import se.gits.costshare.parties.Parties;
import se.gits.costshare.parties.PartiesFile;
import se.gits.costshare.party.Party;
import se.gits.costshare.party.PartyCode;

/** Files with a population, read for a few municipalities, and what came of it as text. */
final class PopulationFiles {

    private static final String PARTIES =
            """
            kod;namn;typ;organisationsnummer;fakturering;grupper;peppol_id;referens;adress;postnummer;ort;epost
            VGR;Västra Götalandsregionen;region;232100-0131;intern;;;;;;;
            1440;Ale kommun;kommun;;faktura;;;;;;;
            1480;Göteborgs stad;kommun;;faktura;;;;;;;
            1490;Borås stad;kommun;;faktura;;;;;;;
            """;

    private static final List<LocalDate> DATES =
            Stream.of(
                            "2014-06-30",
                            "2021-12-31",
                            "2022-12-31",
                            "2024-12-31",
                            "2025-06-30",
                            "2025-12-31",
                            "2026-01-31",
                            "2026-02-28")
                    .map(LocalDate::parse)
                    .toList();

    final Problems problems = new Problems();
    final Parties parties;
    final PopulationTable table;

    private PopulationFiles(Parties parties, InputFile... files) {
        this.parties = parties;
        this.table = PopulationFile.read(new InputFiles(Arrays.asList(files)), parties, problems);
    }

    static PopulationFiles read(InputFile... files) {
        return new PopulationFiles(parties(PARTIES), files);
    }

    /** Reads a CSV file. */
    static PopulationFiles csv(String text) {
        return read(file("folkmangd.csv", text));
    }

    /** Reads a JSON file. */
    static PopulationFiles json(String text) {
        return read(file("folkmangd.json", text));
    }

    static PopulationFiles unread(InputFile... files) {
        return new PopulationFiles(Parties.unread(), files);
    }

    static InputFile file(String name, String text) {
        return file(name, text, StandardCharsets.UTF_8);
    }

    static InputFile file(String name, String text, Charset charset) {
        return new InputFile(name, text.getBytes(charset));
    }

    private static Parties parties(String text) {
        return PartiesFile.read(file("parter.csv", text), Optional.empty(), new Problems())
                .orElseThrow();
    }

    /** Every figure: {@code 1440 2021-12-31 32148}. */
    List<String> figures() {
        List<String> figures = new ArrayList<>();
        for (Party party : parties.all()) {
            for (LocalDate date : DATES) {
                table.find(party.code(), date)
                        .ifPresent(
                                figure ->
                                        figures.add(
                                                party.code()
                                                        + " "
                                                        + date
                                                        + " "
                                                        + figure.inhabitants()));
            }
        }
        return figures;
    }

    Optional<PopulationTable.Figure> find(String code, String date) {
        return table.find(new PartyCode(code), LocalDate.parse(date));
    }

    /** Every fault, {@code KIND 3 column}. */
    List<String> faults() {
        return problems.faults().stream().map(PopulationFiles::shown).toList();
    }

    /** Every warning, {@code KIND 3 column}. */
    List<String> warnings() {
        return problems.warnings().stream().map(PopulationFiles::shown).toList();
    }

    List<ProblemKind> kinds() {
        return problems.faults().stream().map(InputProblem::kind).distinct().sorted().toList();
    }

    private static String shown(InputProblem problem) {
        return (problem.kind()
                        + (problem.place().row() > 0 ? " " + problem.place().row() : "")
                        + " "
                        + problem.place().column())
                .strip();
    }
}
