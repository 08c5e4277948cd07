package se.gits.costshare.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Year;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.input.InputFiles;
import se.gits.costshare.input.Problems;
import se.gits.costshare.input.TestWorkbook;

/** A small input without faults, to change one thing in. */
public final class SmallInput {

    private final Map<String, String> textOfFile = new LinkedHashMap<>();
    private final Map<String, byte[]> bytesOfFile = new LinkedHashMap<>();

    public SmallInput() {
        put(
                "installningar.yml",
                """
                utställare:
                  namn: Västra Götalandsregionen, GITS
                  organisationsnummer: 232100-0131
                  momsregistreringsnummer: SE232100013101
                  adress: Lillhagsparken 5
                  postnummer: 405 44
                  ort: Göteborg
                  epost: gits@example.invalid
                  bankgiro: 5050-1055
                  peppol_id: "0007:2321000131"
                  f_skatt: ja
                betalningsvillkor_dagar: 30
                dröjsmålsränta: enligt räntelagen
                öresavrundning: nej
                ocr: luhn+längd
                nummerserie_från: 1
                attest: nej
                folkmängd:
                  - från: 2023-01
                    referens: 2022-12-31
                    beslut: Årlig avstämning
                bokföring: nej
                """);
        put(
                "parter.csv",
                """
                kod;namn;typ;organisationsnummer;fakturering;grupper;peppol_id;referens;adress;postnummer;ort;epost
                VGR;Västra Götalandsregionen;region;232100-0131;intern;;;;;;;
                1440;Ale kommun;kommun;212000-1439;faktura;NORR;0007:2120001439;REF1;Ledetvägen 6;449 80;Alafors;
                1480;Göteborgs stad;kommun;212000-1355;faktura;;0007:2120001355;REF2;;404 82;Göteborg;
                1489;Alingsås kommun;kommun;212000-1553;faktura;NORR;0007:2120001553;REF3;;441 81;Alingsås;
                VASTKOM;VästKom;övrig;;ingen;;;;;;;
                """);
        put(
                "objekt.csv",
                """
                objekt;namn;typ;från;till;deltagare;momssats;beslut
                SHVO;Samordnad hälsa, vård och omsorg;förvaltningsobjekt;2023-01;2023-12;alla;25;Plan 2023
                KORT;SITHS-kort;uppdrag;2023-01;;1440 1480;undantag 3 kap. ML;Plan 2023
                """);
        put(
                "nycklar.csv",
                """
                nyckel;från;till;part;andel;fördelning;beslut
                70/30;2023-01;;VGR;70;;Plan 2023, 4.2
                70/30;2023-01;;VGK;30;folkmängd;Plan 2023, 4.2
                KORT;2023-01;;VGK;2/3;volym:kort;Plan 2023
                KORT;2023-01;;VASTKOM;1/3;;Plan 2023
                NORR;2023-01;;NORR;100;lika;Plan 2023
                """);
        put(
                "budget-2023.csv",
                """
                rad;objekt;benämning;kostnadsslag;belopp;nyckel;från;till;beslut;kommun;vgr
                1;SHVO;Drift och licens;drift;7 600 000;70/30;;;Plan 2023, 4.1;2 280 000;5 320 000
                2;KORT;Kort;kort;1 000,01;KORT;2023-03;2023-05;Plan 2023, 4.1;;
                3;SHVO;Möten;möten;100;NORR;;;Plan 2023, 4.1;;
                Totalt;;;;7 601 100,01;;;;;2 280 000;5 320 000
                """);
        put(
                "volymer.csv",
                """
                volym;från;till;part;antal
                kort;2023-01;2023-12;1440;7
                kort;2023-01;2023-12;1480;1 250
                """);
        put(
                "folkmangd.csv",
                """
                "Folkmängd efter region och år"

                "region";"2021";"2022"
                "1440 Ale";32148;32394
                "1480 Göteborg";587549;596841
                "1489 Alingsås";41853;42199
                """);
    }

    /** Puts a text in place of a file. */
    public SmallInput put(String file, String text) {
        textOfFile.put(file, text);
        return this;
    }

    /** Puts what each budget line came to cost: less, nothing, and more back than was paid. */
    public SmallInput withOutcome() {
        return put(
                "utfall-2023.csv",
                """
                rad;utfall
                1;7 512 344,57
                2;0
                3;-100
                Totalt;7 512 244,57
                """);
    }

    /** Says how to book, on one account for all income. */
    public SmallInput withBookkeeping() {
        return change(
                "installningar.yml",
                "bokföring: nej\n",
                """
                bokföring:
                  kundfordran: 1510
                  intern_fordran: 1790
                  moms:
                    25: 2611
                    12: 2621
                    6: 2631
                  kontering:
                    - konto: 3410
                """);
    }

    /** Makes budget line 3 twice as dear, for the whole year, and the total with it. */
    public SmallInput withDearerMeetings() {
        return change("budget-2023.csv", "möten;100;", "möten;200;")
                .change("budget-2023.csv", "7 601 100,01", "7 601 200,01");
    }

    /** Puts bytes in place of a file. */
    public SmallInput put(String file, byte[] bytes) {
        bytesOfFile.put(file, bytes);
        return this;
    }

    /** Keeps a table as a workbook of texts instead, and changes it as a person would. */
    public SmallInput asWorkbook(String table, Consumer<TestWorkbook> change) {
        String sheet = table.substring(0, 1).toUpperCase(Locale.ROOT) + table.substring(1);
        TestWorkbook workbook = new TestWorkbook(sheet);
        String[] lines = text(table + ".csv").split("\n");
        for (int i = 0; i < lines.length; i++) {
            workbook.row(i + 1, lines[i].replace("\"", "").split(";"));
        }
        change.accept(workbook);
        return without(table + ".csv").put(table + ".xlsx", workbook.bytes());
    }

    /** A file's text. */
    public String text(String file) {
        return textOfFile.get(file);
    }

    /** Takes a file away. */
    public SmallInput without(String file) {
        assertThat(textOfFile.remove(file)).as(file).isNotNull();
        return this;
    }

    /** Changes a text that stands once or more in a file. */
    public SmallInput change(String file, String from, String to) {
        assertThat(textOfFile.get(file)).as(file).contains(from);
        return put(file, textOfFile.get(file).replace(from, to));
    }

    /** Changes every text in a file that matches. */
    public SmallInput changeAll(String file, String pattern, String to) {
        return put(file, textOfFile.get(file).replaceAll(pattern, to));
    }

    /** Adds a row at the end of a file. */
    public SmallInput add(String file, String row) {
        return put(file, textOfFile.get(file) + row + "\n");
    }

    public InputFiles files() {
        List<InputFile> files = new ArrayList<>();
        textOfFile.forEach(
                (name, text) ->
                        files.add(new InputFile(name, text.getBytes(StandardCharsets.UTF_8))));
        bytesOfFile.forEach((name, bytes) -> files.add(new InputFile(name, bytes)));
        return new InputFiles(files);
    }

    /** What is wrong with it, by the reader of all tables. */
    public Problems problems() {
        Problems problems = new Problems();
        InputsReader.readAll(files(), problems);
        return problems;
    }

    /** What is wrong with it as the input of a settlement of 2023. */
    public Problems problemsOfSettlement() {
        Problems problems = new Problems();
        Optional<Inputs> inputs = InputsReader.readForSettlement(files(), Year.of(2023), problems);
        assertThat(inputs.isPresent()).isEqualTo(!problems.hasFaults());
        return problems;
    }

    /** The inputs of 2023 with its outcome, which must be without faults. */
    public Inputs inputsForSettlement() {
        Problems problems = new Problems();
        return InputsReader.readForSettlement(files(), Year.of(2023), problems)
                .orElseThrow(() -> new AssertionError(problems.faults().toString()));
    }

    /** The inputs of 2023, which must be without faults. */
    public Inputs inputs() {
        Problems problems = new Problems();
        return InputsReader.read(files(), Year.of(2023), problems)
                .orElseThrow(() -> new AssertionError(problems.faults().toString()));
    }
}
