package se.gits.costshare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The annual report of the real budget of 2023, a twelfth of 14 300 000 kr a month. */
class ReportTest {

    private static final String[] FILES = {"arsrapport.csv", "arsrapport.xlsx", "rapport.html"};

    @TempDir Path folder;

    private Session session;

    @BeforeEach
    void begin() throws IOException {
        session = new Session(folder).withFewMunicipalities();
    }

    private static final String ADDITION =
            "\r\n99;SHVO;Tillägg;stöd;120 000;70/30;;;SITIV maj 2023;;\r\n";

    private void addToBudget(String row) throws IOException {
        Path budget = session.input().resolve("budget-2023.csv");
        String text = Files.readString(budget).replaceAll("(?m)^Totalt.*\\R?", "");
        Files.writeString(budget, text.strip() + row);
    }

    @Test
    void tellsTheYearAndWhoPaid() throws IOException {
        session = new Session(folder.resolve("alla"));
        session.run("invoice", "2023-01").exits(0);
        addToBudget(ADDITION);
        session.run("invoice", "2023-02", "--reason", "Tillägg").exits(0);

        // Two twelfths of 14 300 000 and of 120 000.
        assertThat(session.run("report", "2023").exits(0).out())
                .contains("Årsrapport 2023, kronor utan moms. 2 månader är utfärdade.")
                .containsPattern(
                        "SHVO +14 300 000,00 +120 000,00 +2 403 333,3[0-9] +0,00 +12 016 666,[0-9]+\n")
                .containsPattern("Regionen +1 562 333,3[0-9] +0,89\n")
                .containsPattern("Kommunerna +841 000,0[0-9] +0,48\n")
                .containsPattern("Summa +2 403 333,3[0-9] +1,37\n");
    }

    @Test
    void speaksEnglishWhenAsked() {
        assertThat(session.run("rapport", "2023", "--lang", "en").exits(0).out())
                .contains("Annual report of 2023", "No month is issued", "Original budget");
        assertThat(session.run("report", "--help").exits(0).out()).contains("Årets ekonomi");
    }

    @Test
    void writesItsFilesAndChangesNothingElse() throws IOException {
        session.run("invoice", "2023-01").exits(0);
        SortedMap<String, String> before = session.files();
        String status = session.run("status").exits(0).out();

        session.run("report", "2023").exits(0);

        SortedMap<String, String> after = session.files();
        for (String file : FILES) {
            assertThat(after.remove("2023-rapport/" + file)).as(file).isNotNull();
        }
        assertThat(after).isEqualTo(before);
        assertThat(session.run("status").exits(0).out()).isEqualTo(status);
    }

    @Test
    void aYearOfWhichNothingIsIssuedNeedsNoRegister() throws IOException {
        session.run("report", "2023").exits(0);

        try (Stream<Path> written = Files.list(session.output())) {
            assertThat(written.map(path -> path.getFileName().toString()))
                    .containsExactly("2023-rapport");
        }
    }

    @Test
    void aNewReportTakesTheEarlierOnesPlaceAndIsTheSame() throws IOException {
        session.run("invoice", "2023-01").exits(0);
        session.run("report", "2023").exits(0);
        SortedMap<String, String> first = session.files();
        Files.writeString(session.output().resolve("2023-rapport/arsrapport.csv"), "äldre");

        session.on("2024-05-01").run("report", "2023").exits(0);

        assertThat(session.files()).isEqualTo(first);
    }

    @Test
    void whatTheProgramDidNotWriteIsNeverReplaced() throws IOException {
        session.run("report", "2023").exits(0);
        Files.writeString(session.output().resolve("2023-rapport/mitt.txt"), "min egen");

        assertThat(session.run("report", "2023").exits(5).err())
                .contains("ligger mitt.txt, som programmet inte har skrivit");
    }

    @Test
    void inputInTheFolderOfTheReportIsRefused() throws IOException {
        Path within = Files.createDirectories(session.output().resolve("2023-rapport/underlag"));

        assertThat(
                        Session.runAlone(
                                        "report",
                                        "2023",
                                        "--input",
                                        within.toString(),
                                        "--output",
                                        session.output().toString())
                                .exits(5)
                                .err())
                .contains("Underlaget " + within + " ligger i mappen");
    }

    @Test
    void aRowThatWasInvoicedAndVanishedIsRefused() throws IOException {
        addToBudget(ADDITION);
        session.run("invoice", "2023-01").exits(0);
        session.change("budget-2023.csv", ADDITION.strip(), "");

        assertThat(session.run("report", "2023").exits(5).err())
                .contains("Budgetrader som har fakturerats finns inte längre i budgeten: 99.");
        assertThat(session.output().resolve("2023-rapport")).doesNotExist();
    }

    @Test
    void aPartyThatWasInvoicedAndVanishedIsRefused() throws IOException {
        session.run("invoice", "2023-01").exits(0);
        String parties = Files.readString(session.input().resolve("parter.csv"));
        Files.writeString(
                session.input().resolve("parter.csv"),
                parties.replaceAll("1489;[^\\r\\n]*\\r?\\n", ""));

        assertThat(session.run("report", "2023").exits(5).err())
                .contains("1489", "finns inte längre i parter.csv");
        assertThat(session.output().resolve("2023-rapport")).doesNotExist();
    }

    @Test
    void faultsInTheInputAndALostRegisterAreTold() throws IOException {
        session.run("invoice", "2023-01").exits(0);
        Path register = session.output().resolve("register");
        Files.move(register, folder.resolve("undan"));
        session.run("report", "2023").exits(5);
        Files.move(folder.resolve("undan"), register);

        session.change("parter.csv", "1480;", "1480X;");
        session.run("report", "2023").exits(3);

        session.run("report", "20233").exits(2);
    }

    /** The whole year, each of whose rows came to cost 1 000 kr. */
    @Test
    void onceSettledItTellsTheOutcome() throws IOException {
        for (int month = 1; month <= 12; month++) {
            session.run("invoice", "2023-%02d".formatted(month), "--date", "2023-12-31").exits(0);
        }
        StringBuilder outcome = new StringBuilder("rad;utfall\n");
        for (String line : Files.readAllLines(session.input().resolve("budget-2023.csv"))) {
            String row = line.split(";", -1)[0];
            if (row.matches("\\d+")) {
                outcome.append(row).append(";1000\n");
            }
        }
        Files.writeString(session.input().resolve("utfall-2023.csv"), outcome);
        session.run("settle", "2023", "--date", "2024-01-31").exits(0);
        long rows = outcome.chars().filter(c -> c == '\n').count() - 1;

        assertThat(session.run("report", "2023").exits(0).out())
                .contains("Utfall")
                .containsPattern("Summa +14 300 000,00 +0,00 +" + rows + " 000,00 ");

        String report = session.read("2023-rapport/arsrapport.csv");
        session.change("budget-2023.csv", "220 000;70/30", "340 000;70/30")
                .change("budget-2023.csv", "66 000;154 000", "102 000;238 000")
                .change(
                        "budget-2023.csv",
                        "14 300 000;;;;;5 010 000;9 290 000",
                        "14 420 000;;;;;;");
        session.run("report", "2023").exits(0);
        assertThat(session.read("2023-rapport/arsrapport.csv"))
                .as("a settled year is reported as it was settled")
                .isEqualTo(report);

        for (String[] row : session.table("2023-rapport/arsrapport.csv")) {
            if (row[1].equals("rad")) {
                assertThat(new BigDecimal(row[23].replace(',', '.'))).isEqualByComparingTo("1000");
                assertThat(row[24]).isEqualTo("0,00");
            }
        }
    }
}
