package se.gits.costshare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.gits.costshare.run.SmallInput;

/** A year's commands as their users type them: credits, new invoices, the settlement. */
class YearTest {

    @TempDir Path folder;

    private Session session;

    @BeforeEach
    void begin() throws IOException {
        session = new Session(folder).with(new SmallInput()).on("2023-12-31");
    }

    private void issue(String... months) {
        for (String month : months) {
            session.run("invoice", month).exits(0);
        }
    }

    private void issueTheYear() {
        for (int number = 1; number <= 12; number++) {
            session.run("invoice", "2023-%02d".formatted(number)).exits(0);
        }
    }

    private void putOutcome(String one, String two, String three) throws IOException {
        Files.writeString(
                session.input().resolve("utfall-2023.csv"),
                "rad;utfall\n1;%s\n2;%s\n3;%s\n".formatted(one, two, three));
    }

    private static BigDecimal kronor(String cell) {
        return new BigDecimal(cell.replace(',', '.'));
    }

    /** What is issued of each budget line, all acts' {@code fordelning.csv} together. */
    private SortedMap<String, BigDecimal> issuedOfRow() throws IOException {
        SortedMap<String, BigDecimal> sums = new TreeMap<>();
        for (String file : session.files().keySet()) {
            if (file.endsWith("fordelning.csv") && !file.contains("utkast")) {
                for (String[] row : session.table(file)) {
                    sums.merge(row[2], kronor(row[7]), BigDecimal::add);
                }
            }
        }
        return sums;
    }

    // credit and new invoice

    @Test
    void aCreditHasAFolderOfItsOwnAndNamesTheInvoice() {
        session.run("invoice", "2023-01").exits(0);

        Session.Answer answer =
                session.run("credit", "2023-01", "--party", "1480", "--reason", "Fel objekt")
                        .exits(0);

        assertThat(answer.out())
                .contains("2023-01-kredit-1", "Nummer 202300004", "invoice 2023-01 --party 1480");
        List<String[]> invoices = session.table("2023-01-kredit-1/fakturor.csv");
        assertThat(invoices).hasSize(1);
        assertThat(invoices.get(0))
                .startsWith("202300004", "kreditfaktura", "2023-12-31")
                .contains("202300002", "fakturor/1480-goteborgs-stad.xlsx");
        String[] charged =
                session.table("2023-01/fakturarader.csv").stream()
                        .filter(row -> row[2].equals("1480"))
                        .findFirst()
                        .orElseThrow();
        String[] credited = session.table("2023-01-kredit-1/fakturarader.csv").get(0);
        assertThat(credited[7]).isEqualTo("kredit");
        assertThat(kronor(credited[9])).isEqualByComparingTo(kronor(charged[9]).negate());
        assertThat(credited).contains("2023-01", "202300002", "Fel objekt");
    }

    @Test
    void aNewInvoiceIsIssuedOnceAndAskedForAgainChangesNothing() throws IOException {
        session.run("invoice", "2023-01").exits(0);
        session.run("credit", "2023-01", "--party", "1480", "--reason", "Fel").exits(0);

        assertThat(session.run("invoice", "2023-01", "--party", "1480").exits(0).out())
                .contains("2023-01-ny-1", "Nummer 202300005");

        SortedMap<String, String> before = session.files();
        assertThat(session.run("invoice", "2023-01", "--party", "1480").exits(0).out())
                .contains("redan utfärdad på samma underlag");
        session.change("parter.csv", "Ale kommun", "Ale");
        assertThat(session.run("invoice", "2023-01", "--party", "1480").exits(5).err())
                .contains("2023-01-ny-1 är redan utfärdad, på annat underlag");
        assertThat(session.files()).isEqualTo(before);
    }

    @Test
    void aPreviewShowsTheNewInvoiceInAFolderOfItsOwn() {
        session.run("invoice", "2023-01").exits(0);
        session.run("credit", "2023-01", "--party", "1480", "--reason", "Fel").exits(0);

        session.run("preview", "2023-01", "--party", "1480").exits(0);
        session.run("invoice", "2023-01", "--party", "1480").exits(0);

        assertThat(session.table("2023-01-ny-1480-utkast/fakturarader.csv").get(0)[9])
                .isEqualTo(session.table("2023-01-ny-1/fakturarader.csv").get(0)[9]);
    }

    @Test
    void severalCreditsOfAMonthHaveNumberedFolders() {
        session.run("invoice", "2023-01").exits(0);
        for (String party : List.of("1480", "1440", "VGR")) {
            session.run("kreditera", "2023-01", "--party", party, "--reason", "Fel").exits(0);
        }
        session.run("fakturera", "2023-01", "--party", "1440").exits(0);
        session.run("credit", "2023-01", "--party", "1440", "--reason", "Fel igen").exits(0);

        assertThat(session.table("2023-01-kredit-4/fakturor.csv").get(0)[4]).isEqualTo("1440");
        assertThat(session.table("2023-01-kredit-3/fakturor.csv").get(0)[0]).startsWith("I2023");
        assertThat(session.table("2023-01-ny-1/fakturor.csv").get(0)[4]).isEqualTo("1440");
        assertThat(session.run("status").exits(0).out())
                .contains("kredit 1480  krediterad, väntar på ny faktura")
                .contains("ny 1440      utfärdad")
                .contains("kredit 1440  utfärdad")
                .contains("kredit 1440  krediterad, väntar på ny faktura");
    }

    @Test
    void issuedFoldersNeverChangeWhateverFollows() throws IOException {
        session.run("invoice", "2023-01").exits(0);
        SortedMap<String, String> january = session.files();
        session.run("credit", "2023-01", "--party", "1480", "--reason", "Fel").exits(0);
        SortedMap<String, String> credit = session.files();
        session.change("nycklar.csv", "VGR;70", "VGR;60")
                .change("nycklar.csv", "VGK;30", "VGK;40")
                .change("budget-2023.csv", "4.1;2 280 000;5 320 000", "4.1;;")
                .change("budget-2023.csv", ";;;;;2 280 000;5 320 000", ";;;;;;");
        session.run("invoice", "2023-02", "--reason", "Rättad nyckel").exits(0);
        session.run("invoice", "2023-01", "--party", "1480").exits(0);

        assertThat(session.files()).containsAllEntriesOf(january).containsAllEntriesOf(credit);
    }

    @Test
    void aFolderThatIsGoneIsMadeAgainFromTheRegisterWhateverTheActIs() throws IOException {
        issue("2023-05", "2023-12");
        session.run("credit", "2023-05", "--party", "1480", "--reason", "Fel").exits(0);
        SortedMap<String, String> withCredit = session.files();
        session.delete("2023-05-kredit-1");
        assertThat(session.run("status").out()).contains("utfärdad, mappen saknas");
        assertThat(
                        session.run("credit", "2023-05", "--party", "1480", "--reason", "Fel")
                                .exits(0)
                                .out())
                .contains("gjord på nytt", "Nummer 2023", "invoice 2023-05 --party 1480");
        assertThat(session.files()).isEqualTo(withCredit);

        session.run("invoice", "2023-05", "--party", "1480").exits(0);
        putOutcome("7 000 000", "1 000,01", "100");
        session.run("settle", "2023").exits(0);
        SortedMap<String, String> settled = session.files();
        session.delete("2023-05-ny-1");
        session.delete("2023-avrakning");
        Files.delete(session.input().resolve("utfall-2023.csv"));
        session.run("invoice", "2023-05", "--party", "1480").exits(0);
        assertThat(session.run("settle", "2023").exits(0).out()).contains("gjord på nytt");
        assertThat(session.files()).isEqualTo(settled);
    }

    /** The folder is put back, whatever followed, and no second credit is issued for it. */
    @Test
    void anEarlierCreditsFolderIsPutBackAndNothingIsIssued() throws IOException {
        session.run("invoice", "2023-01").exits(0);
        for (int time = 1; time <= 2; time++) {
            session.run("credit", "2023-01", "--party", "1480", "--reason", "Fel").exits(0);
            session.run("invoice", "2023-01", "--party", "1480").exits(0);
        }
        SortedMap<String, String> before = session.files();
        session.delete("2023-01-kredit-1");
        session.delete("2023-01-ny-1");

        assertThat(
                        session.run("credit", "2023-01", "--party", "1480", "--reason", "annat")
                                .exits(5)
                                .err())
                .contains("2023-01-kredit-1. Ingenting har utfärdats", "en gång till");
        session.run("credit", "2023-01", "--party", "1480", "--reason", "annat").exits(0);
        assertThat(session.run("invoice", "2023-01", "--party", "1480").exits(5).err())
                .contains("2023-01-ny-1. Ingenting har utfärdats");
        assertThat(session.files()).containsAllEntriesOf(before);
        session.run("invoice", "2023-01", "--party", "1480").exits(0);
        assertThat(session.output().resolve("2023-01-ny-3")).isDirectory();
    }

    /**
     * Each on the kind of document that it was charged on, with the VAT that it was charged with.
     */
    @Test
    void aPartyThatIsInvoicedInAnotherWayGetsTwoDocuments() throws IOException {
        session.run("invoice", "2023-01").exits(0);
        session.change("parter.csv", "kommun;212000-1355;faktura", "kommun;212000-1355;intern")
                .change("installningar.yml", "232100-0131", "212000-1355")
                .change("installningar.yml", "SE232100013101", "SE212000135501")
                .change("parter.csv", "region;232100-0131;intern", "region;232100-0131;faktura");

        session.run("invoice", "2023-02", "--reason", "Fel utställare").exits(0);

        List<String[]> invoices =
                session.table("2023-02/fakturor.csv").stream()
                        .filter(row -> row[4].equals("1480") || row[4].equals("VGR"))
                        .toList();
        assertThat(invoices)
                .extracting(row -> row[4] + " " + row[1] + " " + row[13])
                .containsExactly(
                        "1480 kreditfaktura fakturor/1480-goteborgs-stad-externt.xlsx",
                        "1480 internfaktura fakturor/1480-goteborgs-stad.xlsx",
                        "VGR faktura fakturor/VGR-vastra-gotalandsregionen.xlsx",
                        "VGR kreditfaktura fakturor/VGR-vastra-gotalandsregionen-internt.xlsx");
        assertThat(invoices.stream().filter(row -> row[0].startsWith("I")))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row[9]).isEqualTo("0,00"));
        assertThat(issuedOfRow().get("1")).isEqualByComparingTo("1266666.67");
    }

    @Test
    void aNewInvoiceCarriesTheReasonThatIsGiven() {
        session.run("invoice", "2023-01").exits(0);
        session.run("credit", "2023-01", "--party", "1480", "--reason", "Fel").exits(0);
        session.run("invoice", "2023-01", "--party", "1480", "--reason", "Rätt nu").exits(0);

        assertThat(session.table("2023-01-ny-1/fakturarader.csv").get(0)[14]).isEqualTo("Rätt nu");
    }

    // settlement

    @Test
    void theYearAndItsSettlementAreTheOutcome() throws IOException {
        issueTheYear();
        putOutcome("7 000 000,05", "1 500", "0");

        Session.Answer preview = session.run("settle", "2023", "--preview").exits(0);
        Session.Answer settled = session.run("avrakna", "2023", "--date", "2024-01-31").exits(0);

        assertThat(preview.out()).contains("2023-avrakning-utkast");
        assertThat(settled.out()).contains("Avräkningen av 2023 är utfärdad", "202400001");
        assertThat(preview.out()).contains("Utkast för avräkningen av 2023");
        assertThat(issuedOfRow().get("1")).isEqualByComparingTo("7000000.05");
        assertThat(issuedOfRow().get("2")).isEqualByComparingTo("1500.00");
        assertThat(issuedOfRow().get("3")).isEqualByComparingTo("0.00");
        assertThat(session.table("2023-avrakning/fakturarader.csv"))
                .allSatisfy(
                        row -> {
                            assertThat(row[0]).isEqualTo("2023");
                            assertThat(row[7]).isEqualTo("avräkning");
                            assertThat(row[13]).isNotEmpty();
                            assertThat(row[14]).startsWith("Utfall ");
                        });
        assertThat(session.run("status").exits(0).out()).contains("2023 avräkning  utfärdad");
    }

    @Test
    void aSettlementWithFaultsInItsOutcomeIsRefusedAndNothingWritten() throws IOException {
        issue("2023-12");
        SortedMap<String, String> before = session.files();

        assertThat(session.run("settle", "2023").exits(3).err())
                .contains("utfall-2023.csv", "Filen saknas");
        Files.writeString(
                session.input().resolve("utfall-2023.csv"), "rad;utfall\n1;7 600 000\n9;1\n");
        assertThat(session.run("settle", "2023").exits(3).err())
                .contains(
                        "Raden finns inte i budgeten för 2023",
                        "saknar utfall, 2 st: 2, 3",
                        "2 fel");
        assertThat(session.files()).isEqualTo(before);
    }

    // bad states

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # after                                     | command                                      | is told
                                                                | credit 2023-01 --party 1480 --reason x       | 2023-01 är inte utfärdad
                                                                | invoice 2023-01 --party 1480                 | 2023-01 är inte utfärdad
                                                                | settle 2023                                  | 2023-12 är inte utfärdad
                                                                | settle 2023 --preview                        | 2023-12 är inte utfärdad
                    invoice 2023-01                             | credit 2023-01 --party 1480                  | Ange varför
                    invoice 2023-01                             | credit 2023-02 --party 1480 --reason x       | 2023-02 är inte utfärdad
                    invoice 2023-01                             | credit 2023-01 --party 9999 --reason x       | inte fakturerats något
                    invoice 2023-01                             | credit 2023-01 --party VASTKOM --reason x    | inte fakturerats något
                    invoice 2023-01                             | invoice 2023-01 --party 1480                 | inte krediterad
                    invoice 2023-01                             | preview 2023-01 --party 1480                 | inte krediterad
                    invoice 2023-01                             | settle 2023                                  | 2023-12 är inte utfärdad
                    invoice 2023-12/credit 2023-12 --party 1480 --reason x | credit 2023-12 --party 1480 --reason x | redan krediterad
                    invoice 2023-12/credit 2023-12 --party 1480 --reason x | settle 2023                       | väntar på sin nya faktura
                    """)
    void aBadStateIsRefusedInWords(String after, String command, String told) throws IOException {
        if (after != null) {
            for (String earlier : after.split("/")) {
                session.run(earlier.split(" ")).exits(0);
            }
        }
        SortedMap<String, String> before = session.files();

        assertThat(session.run(command.split(" ")).exits(5).err()).contains(told);

        assertThat(session.files()).isEqualTo(before);
    }

    /** Who was interrupted sees that it is done; who goes on without thinking, that it is twice. */
    @Test
    void aCreditThatIsAskedForAgainTellsOfTheFirst() throws IOException {
        String[] credit = {"credit", "2023-01", "--party", "1480", "--reason", "Fel"};
        issue("2023-01");
        assertThat(session.run(credit).exits(0).err()).isEmpty();
        String first = session.output().resolve("2023-01-kredit-1").toString();

        assertThat(session.run(credit).exits(5).err())
                .contains("redan krediterad", first, "nummer 202300004. Orsak: Fel");

        session.run("invoice", "2023-01", "--party", "1480").exits(0);
        assertThat(session.run(credit).exits(0).err())
                .contains("Varning", first, "detta är en kredit till");
    }

    @Test
    void aSettledYearIsClosedToEverything() throws IOException {
        issue("2023-01", "2023-12");
        putOutcome("7 000 000", "1 000,01", "100");
        session.run("settle", "2023").exits(0);
        SortedMap<String, String> before = session.files();

        assertThat(session.run("settle", "2023").exits(5).err())
                .contains("redan avräknat", "är utfärdad i " + session.output(), "2023-avrakning");
        assertThat(session.run("settle", "2023", "--preview").exits(5).err())
                .contains("redan avräknat");
        assertThat(
                        session.run("credit", "2023-01", "--party", "1480", "--reason", "x")
                                .exits(5)
                                .err())
                .contains("avräknat och stängt");
        assertThat(session.files()).isEqualTo(before);
        session.run("invoice", "2023-01").exits(0);
    }

    @Test
    void aRowThatWasInvoicedMayNotVanish() throws IOException {
        session.run("invoice", "2023-01").exits(0);
        session.change("budget-2023.csv", "3;SHVO;Möten;möten;100;NORR;;;Plan 2023, 4.1;;\n", "")
                .change("budget-2023.csv", "7 601 100,01", "7 601 000,01");

        for (String command :
                List.of(
                        "invoice 2023-02",
                        "preview 2023-02",
                        "credit 2023-01 --party 1480 --reason x")) {
            assertThat(session.run(command.split(" ")).exits(5).err())
                    .contains("finns inte längre i budgeten: 3");
        }
    }

    @Test
    void aMissingMonthIsWarnedOfWhenTheYearIsSettled() throws IOException {
        session.run("invoice", "2023-12").exits(0);
        putOutcome("7 600 000", "1 000,01", "100");

        assertThat(session.run("settle", "2023").exits(0).err())
                .contains("Deras kostnad faktureras i avräkningen", "2023-01, 2023-02");
        assertThat(session.table("2023-avrakning/fakturarader.csv").get(0)[14])
                .contains("Månader som inte har fakturerats ingår: 2023-01–2023-11");
        assertThat(issuedOfRow().get("1")).isEqualByComparingTo("7600000.00");
        session.run("invoice", "2023-03").exits(5);
    }

    @Test
    void whatIsWrittenWrongIsWrongUsage() {
        session.run("credit", "2023-01").exits(2);
        assertThat(
                        session.run("credit", "2023-01", "--party", "göteborg", "--reason", "x")
                                .exits(2)
                                .err())
                .contains("göteborg", "parter.csv");
        assertThat(session.run("credit", "2023-01").err()).contains("--party CODE");
        for (String hostile : List.of(".", "två\nrader", "röd\u001B[31m", "bak\u202Efram")) {
            session.run("credit", "2023-01", "--party", "1480", "--reason", hostile).exits(2);
        }
        for (String hostile : List.of("två\nrader", "röd\u001B[31m", "bak\u202Efram")) {
            session.run("attest", "2023-01", "--by", hostile).exits(2);
        }
        session.run("settle", "23").exits(2);
        session.run("credit", "2023", "--party", "1480", "--reason", "x").exits(2);
    }
}
