package se.gits.costshare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a newcomer does first: {@code gits init}, check, preview. */
class InitTest {

    @TempDir Path folder;

    private Path input;
    private Path csv;

    @BeforeEach
    void begin() {
        input = folder.resolve("nytt underlag");
        csv = input.resolve("csv");
    }

    private Session.Answer preview(Path from, String to) {
        return Session.runAlone(
                "preview",
                "2023-01",
                "--date",
                "2023-01-31",
                "--input",
                from.toString(),
                "--output",
                folder.resolve(to).toString());
    }

    @Test
    void tellsWhatIsWrittenAndWhatToDoNext() {
        Session.Answer answer = Session.runAlone("init", input.toString()).exits(0);

        assertThat(answer.err()).isEmpty();
        assertThat(answer.out())
                .contains(
                        "Mappen " + input + " är klar att fylla i",
                        input.resolve("LAS-MIG.txt").toString(),
                        "gits check --input \"" + input + '"',
                        "gits check --input \"" + csv + '"');
        assertThat(input.resolve("parter.xlsx")).isRegularFile();
    }

    @Test
    void hasASwedishNameAndSpeaksEnglish() {
        assertThat(Session.runAlone("skapa", input.toString(), "--lang", "en").exits(0).out())
                .contains("is ready to fill in", "gits check --input");
    }

    @Test
    void whatIsWrittenPassesCheckAndPreviewAsItIs() {
        Session.runAlone("init", input.toString()).exits(0);

        for (Path from : List.of(input, csv)) {
            assertThat(Session.runAlone("check", "--input", from.toString()).exits(0).out())
                    .isEmpty();
            assertThat(preview(from, from.getFileName().toString()).exits(0).out())
                    .contains("Utkast för 2023-01: 1 faktura", "Netto 633 333,33 kr");
        }
    }

    @Test
    void filledWithTheSamplesRowsItGivesTheSamplesMonth() throws IOException {
        Session.runAlone("init", input.toString()).exits(0);
        for (String table : List.of("parter", "objekt", "nycklar", "budget-2023")) {
            fill(table, Files.readAllLines(Session.SAMPLES.resolve(table + ".csv")));
        }
        fill("folkmangd", plainPopulation());
        Files.delete(csv.resolve("volymer.csv"));
        Files.delete(csv.resolve("utfall-2023.csv"));

        assertThatTheMonthIsTheSamples(csv);
    }

    @Test
    void filledInExcelItGivesTheSamplesMonth() throws IOException {
        Session.runAlone("init", input.toString()).exits(0);
        for (String table : List.of("parter", "objekt", "nycklar", "budget-2023")) {
            fillInExcel(table, Files.readAllLines(Session.SAMPLES.resolve(table + ".csv")));
        }
        fillInExcel("folkmangd", plainPopulation());
        Files.delete(input.resolve("volymer.xlsx"));
        Files.delete(input.resolve("utfall-2023.xlsx"));

        assertThatTheMonthIsTheSamples(input);
    }

    private void assertThatTheMonthIsTheSamples(Path filled) throws IOException {
        preview(filled, "fyllt").exits(0);
        preview(Session.SAMPLES, "exempel").exits(0);

        for (String file : List.of("fakturor.csv", "fakturarader.csv", "fordelning.csv")) {
            String path = "2023-01-utkast/" + file;
            assertThat(folder.resolve("fyllt").resolve(path))
                    .hasSameTextualContentAs(folder.resolve("exempel").resolve(path));
        }
        assertThat(Files.readString(folder.resolve("fyllt/2023-01-utkast/fakturor.csv")))
                .contains(";1480;", ";141688,37;");
    }

    /** Types rows under the template's own heading, numbers as numbers, and saves. */
    private void fillInExcel(String table, List<String> withHeading) throws IOException {
        Path file = input.resolve(table + ".xlsx");
        byte[] saved;
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            for (int i = 1; i < withHeading.size(); i++) {
                Row row = sheet.getRow(i) == null ? sheet.createRow(i) : sheet.getRow(i);
                String[] cells = withHeading.get(i).split(";");
                for (int column = 0; column < cells.length; column++) {
                    CellStyle style = sheet.getColumnStyle(column);
                    Cell cell = row.createCell(column);
                    cell.setCellStyle(style);
                    String digits = cells[column].replace(" ", "");
                    // A column of texts keeps digits as text; Excel makes numbers of the others.
                    if (digits.matches("\\d+") && !style.getDataFormatString().equals("@")) {
                        cell.setCellValue(Double.parseDouble(digits));
                    } else {
                        cell.setCellValue(cells[column]);
                    }
                }
            }
            workbook.write(out);
            saved = out.toByteArray();
        }
        Files.write(file, saved);
    }

    /** Puts rows under the template's own heading, in place of its example. */
    private void fill(String table, List<String> withHeading) throws IOException {
        Path file = csv.resolve(table + ".csv");
        String heading = Files.readAllLines(file).get(0);
        assertThat(withHeading.get(0)).as(table).isEqualTo(heading);
        Files.write(file, withHeading);
    }

    /** SCB's table of the samples, its figures of 2022 as rows of the plain table. */
    private static List<String> plainPopulation() throws IOException {
        List<String> scb = Files.readAllLines(Session.SAMPLES.resolve("folkmangd.csv"));
        int column = List.of(scb.get(2).split(";")).indexOf("\"2022\"");
        List<String> rows = new ArrayList<>(List.of("\uFEFFkod;namn;datum;antal"));
        for (String region : scb.subList(3, scb.size())) {
            String[] cells = region.replace("\"", "").split(";");
            rows.add(
                    cells[0].substring(0, 4)
                            + ";"
                            + cells[0].substring(5)
                            + ";2022-12-31;"
                            + cells[column]);
        }
        return rows;
    }

    @Test
    void neverWritesOverAnything() throws IOException {
        Files.createDirectories(input);
        Files.writeString(input.resolve("parter.csv"), "mina siffror");

        Session.Answer answer = Session.runAlone("init", input.toString()).exits(5);

        assertThat(answer.out()).isEmpty();
        assertThat(answer.err())
                .contains("Mappen " + input + " är inte tom; där ligger parter.csv.", "tom");
        assertThat(Session.files(input)).containsOnlyKeys("parter.csv");
        assertThat(Session.runAlone("init", input.toString(), "--lang", "en").exits(5).err())
                .contains("is not empty; parter.csv is in it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/under"})
    void aFileInItsPlaceIsTheSurroundingsFault(String below) throws IOException {
        Files.writeString(input, "en fil");

        assertThat(Session.runAlone("init", input + below).exits(6).err())
                .contains(input + " är en fil, ingen mapp")
                .doesNotContain("\tat ");
        assertThat(input).hasContent("en fil");
    }

    @Test
    void withoutAFolderItIsWrongUsage() {
        for (List<String> arguments : List.of(List.of("init"), List.of("init", " "))) {
            assertThat(Session.runAlone(arguments.toArray(String[]::new)).exits(2).err())
                    .contains("Det saknas: DIR", "gits init --help");
        }
    }
}
