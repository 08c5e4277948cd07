package se.gits.costshare.export.excel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import se.gits.costshare.export.Exported;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.input.InputFiles;
import se.gits.costshare.input.Problems;
import se.gits.costshare.run.Causes;
import se.gits.costshare.run.Inputs;
import se.gits.costshare.run.InputsReader;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.Issued;
import se.gits.costshare.run.IssuingRun;
import se.gits.costshare.run.RunTerms;
import se.gits.costshare.run.SmallInput;

/**
 * A month in which every party pays for every line, and its batch workbook: as many amounts as
 * there are parties times lines.
 */
final class LargeBatch {

    private LargeBatch() {}

    /** January, of so many municipalities and budget lines. */
    static Issuance of(int parties, int lines) {
        Problems problems = new Problems();
        Inputs inputs =
                InputsReader.read(files(parties, lines), Year.of(2023), problems)
                        .orElseThrow(() -> new AssertionError(problems.faults()));
        return IssuingRun.calculate(
                RunTerms.ofMonth(YearMonth.of(2023, 1), LocalDate.of(2023, 1, 31), ""),
                inputs,
                Issued.NOTHING,
                Causes.UNTOLD);
    }

    private static InputFiles files(int parties, int lines) {
        StringBuilder parter =
                new StringBuilder(
                        "kod;namn;typ;organisationsnummer;fakturering;grupper;peppol_id;referens;"
                                + "adress;postnummer;ort;epost\n");
        StringBuilder folkmangd = new StringBuilder("kod;namn;datum;antal\n");
        for (int i = 0; i < parties; i++) {
            int code = 1000 + i;
            parter.append(code).append(";Kommun ").append(code).append(";kommun;;faktura;;;;;;;\n");
            folkmangd
                    .append(code)
                    .append(";Kommun ")
                    .append(code)
                    .append(";2022-12-31;")
                    .append(2_000 + 997L * i % 90_000)
                    .append('\n');
        }
        StringBuilder budget =
                new StringBuilder(
                        "rad;objekt;benämning;kostnadsslag;belopp;nyckel;från;till;beslut;kommun;"
                                + "vgr\n");
        for (int i = 1; i <= lines; i++) {
            budget.append(i)
                    .append(";OBJ;Budgetrad nummer ")
                    .append(i)
                    .append(";drift;")
                    .append(100_000 + 7_919L * i)
                    .append(";ALLA;;;Plan 2023;;\n");
        }
        List<InputFile> files = new ArrayList<>();
        files.add(
                new SmallInput()
                        .files().all().stream()
                                .filter(file -> file.name().equals(InputFiles.SETTINGS))
                                .findFirst()
                                .orElseThrow());
        files.add(file("parter.csv", parter.toString()));
        files.add(file("folkmangd.csv", folkmangd.toString()));
        files.add(file("budget-2023.csv", budget.toString()));
        files.add(
                file(
                        "nycklar.csv",
                        "nyckel;från;till;part;andel;fördelning;beslut\n"
                                + "ALLA;2023-01;;VGK;100;folkmängd;Plan 2023\n"));
        files.add(
                file(
                        "objekt.csv",
                        "objekt;namn;typ;från;till;deltagare;momssats;beslut\n"
                                + "OBJ;Objekt;uppdrag;2023-01;;alla;25;Plan 2023\n"));
        return new InputFiles(files);
    }

    private static InputFile file(String name, String text) {
        return new InputFile(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes the batch workbook of such a month.
     *
     * @param arguments the file, the number of municipalities and of budget lines
     */
    public static void main(String[] arguments) throws IOException {
        long start = System.nanoTime();
        Issuance month = of(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        long computed = System.nanoTime();
        byte[] workbook = Exported.by(new SummaryWorkbook(), month);
        long written = System.nanoTime();
        Files.write(Path.of(arguments[0]), workbook);
        System.out.printf(
                "%d amounts, computed in %.1f s, written in %.1f s, %.1f MB%n",
                month.amounts().size(),
                (computed - start) / 1e9,
                (written - computed) / 1e9,
                workbook.length / 1e6);
    }
}
