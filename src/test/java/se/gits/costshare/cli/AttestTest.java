package se.gits.costshare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import se.gits.costshare.register.Actor;
import se.gits.costshare.register.Register;
import se.gits.costshare.register.RegisterAddress;
import se.gits.costshare.run.SmallInput;

/** Where the settings ask for it, only what someone else has approved is issued. */
class AttestTest {

    private static final String REASON = "Rättad nyckel";

    @TempDir Path folder;

    private Session session;

    @BeforeEach
    void begin() throws IOException {
        session =
                new Session(folder)
                        .with(
                                new SmallInput()
                                        .change("installningar.yml", "attest: nej", "attest: ja"))
                        .on("2023-12-31");
    }

    private Session.Answer attest(String what) {
        Session.Answer answer = session.as("eva").run(words("attest " + what + " --by", "Eva Ek"));
        session.as("anna");
        return answer;
    }

    private static String[] words(String command, String last) {
        String[] words = (command + " x").split(" ");
        words[words.length - 1] = last;
        return words;
    }

    private List<Map<String, Object>> rows(String sql) {
        RegisterAddress address = RegisterAddress.ofOutput(session.output()).orElseThrow();
        Actor reader = new Actor("läsare", "dator", "1", "17");
        try (Register register = Register.open(address, Clock.systemUTC(), reader)) {
            return new JdbcTemplate(register.dataSource()).queryForList(sql);
        }
    }

    @Test
    void withoutAnAttestNothingIsIssuedNotEvenARegister() {
        assertThat(session.run("invoice", "2023-01").exits(5).err())
                .contains("2023-01 är inte attesterad", "gits attest 2023-01");
        assertThat(session.output()).doesNotExist();
    }

    @Test
    void whatWasShownAndApprovedIsIssuedAndTheRegisterKnowsByWhom() {
        session.run("preview", "2023-01").exits(0);
        Session.Answer attested = attest("2023-01").exits(0);
        assertThat(attested.out()).contains("attesterad av Eva Ek (inloggad som eva)");
        assertThat(attested.err()).contains("Ett nytt register läggs upp", "202300001");
        assertThat(session.run("status").out()).contains("ej utfärdad, attesterad av Eva Ek");

        Session.Answer issued = session.run("invoice", "2023-01").exits(0);

        assertThat(issued.out()).contains("Attesterad av Eva Ek (inloggad som eva)");
        assertThat(session.table("2023-01/fakturarader.csv").get(0)[9])
                .isEqualTo(session.table("2023-01-utkast/fakturarader.csv").get(0)[9]);
        assertThat(rows("select name, login, host from attest"))
                .singleElement()
                .satisfies(
                        row ->
                                assertThat(row)
                                        .containsEntry("NAME", "Eva Ek")
                                        .containsEntry("LOGIN", "eva"));
        assertThat(rows("select event, login from run_event order by event_id"))
                .extracting(row -> row.get("EVENT") + " " + row.get("LOGIN"))
                .containsExactly("attesterad eva", "påbörjad anna", "utfärdad anna");
        assertThat(rows("select attest from act").get(0)).doesNotContainValue(null);
        assertThat(session.run("status").out()).contains("utfärdad, attesterad av Eva Ek");
        session.run("preview", "2023-01").exits(0);
        assertThat(attest("2023-01").exits(5).err()).contains("2023-01 är redan utfärdad");
    }

    /** The day after, with neither date nor reason given again. */
    @Test
    void whatWasApprovedYesterdayIsIssuedTodayAsItWasApproved() throws IOException {
        session.run("preview", "2023-01").exits(0);
        attest("2023-01").exits(0);
        session.run("invoice", "2023-01").exits(0);
        changeTheKey();
        session.run("preview", "2023-02", "--reason", REASON).exits(0);
        attest("2023-02").exits(0);

        session.on("2024-01-01").run("invoice", "2023-02").exits(0);

        assertThat(session.table("2023-02/fakturor.csv").get(0)[2]).isEqualTo("2023-12-31");
        assertThat(session.read("2023-02/manifest.json")).contains(REASON);
    }

    private void changeTheKey() throws IOException {
        session.change("nycklar.csv", "VGR;70", "VGR;60")
                .change("nycklar.csv", "VGK;30", "VGK;40")
                .change("budget-2023.csv", "4.1;2 280 000;5 320 000", "4.1;;")
                .change("budget-2023.csv", ";;;;;2 280 000;5 320 000", ";;;;;;");
    }

    @Test
    void aChangedInputMakesTheAttestVoid() throws IOException {
        session.run("preview", "2023-01").exits(0);
        attest("2023-01").exits(0);
        session.change("parter.csv", "Ale kommun", "Ale");

        assertThat(session.run("invoice", "2023-01").exits(5).err())
                .contains("gäller inte längre", "parter.csv");
        assertThat(session.output().resolve("2023-01")).doesNotExist();

        session.change("parter.csv", "Ale;", "Ale kommun;");
        session.run("invoice", "2023-01").exits(0);
    }

    @Test
    void anotherDateOrReasonIsNotWhatWasApproved() {
        session.run("preview", "2023-01").exits(0);
        attest("2023-01").exits(0);

        assertThat(session.run("invoice", "2023-01", "--date", "2024-01-15").exits(5).err())
                .contains("gäller fakturadatum 2023-12-31", "Utelämna --date");
        assertThat(session.run("invoice", "2023-01", "--reason", "annat").exits(5).err())
                .contains("inte det som nu anges");
    }

    /** One attest as a whole, never the date of one and the reason of another. */
    @Test
    void ofSeveralAttestsOneThatFitsAndMayBeUsedApplies() {
        session.run("preview", "2023-01", "--date", "2024-01-10", "--reason", "ett").exits(0);
        attest("2023-01").exits(0);
        session.run("preview", "2023-01", "--date", "2024-01-20", "--reason", "två").exits(0);
        attest("2023-01").exits(0);
        session.run("preview", "2023-01", "--date", "2024-01-30", "--reason", "tre").exits(0);
        session.run("attest", "2023-01", "--by", "Anna An").exits(0);

        session.run("invoice", "2023-01", "--date", "2024-01-15").exits(5);
        session.run("invoice", "2023-01", "--date", "2024-01-30").exits(5);
        assertThat(session.run("invoice", "2023-01", "--date", "2024-01-10").exits(0).out())
                .contains("med fakturadatum 2024-01-10");
        assertThat(session.read("2023-01/manifest.json")).contains("\"reason\" : \"ett\"");
    }

    @Test
    void theLastAttestOfSomeoneElseAppliesWhereNothingIsSaid() {
        session.run("preview", "2023-01", "--date", "2024-01-10").exits(0);
        attest("2023-01").exits(0);
        session.run("preview", "2023-01", "--date", "2024-01-20").exits(0);
        session.run("attest", "2023-01", "--by", "Anna An").exits(0);

        assertThat(session.run("invoice", "2023-01").exits(0).out())
                .contains("Attesterad av Eva Ek", "med fakturadatum 2024-01-10");
    }

    @Test
    void whatIsIssuedInBetweenMakesTheAttestVoid() {
        session.run("preview", "2023-01").exits(0);
        attest("2023-01").exits(0);
        session.run("preview", "2023-02").exits(0);
        attest("2023-02").exits(0);
        session.run("invoice", "2023-01").exits(0);

        assertThat(session.run("invoice", "2023-02").exits(5).err())
                .contains("Något har utfärdats sedan utkastet gjordes");
    }

    @Test
    void theOneWhoRunsMayNotBeTheOneWhoAttests() throws IOException {
        session.run("preview", "2023-01").exits(0);
        session.run("attest", "2023-01", "--by", "Anna An").exits(0);

        assertThat(session.run("invoice", "2023-01").exits(5).err())
                .contains("har samma inloggning, anna");

        attest("2023-01").exits(0);
        session.run("invoice", "2023-01").exits(0);
    }

    @Test
    void unlessTheSettingsAllowIt() throws IOException {
        session.change("installningar.yml", "attest: ja", "attest: ja\nattest_av_samma: ja");
        session.run("preview", "2023-01").exits(0);
        session.run("attestera", "2023-01", "--by", "Anna An").exits(0);

        session.run("invoice", "2023-01").exits(0);
    }

    @Test
    void onlyADraftThatShowsWhatWouldBeIssuedIsApproved() throws IOException {
        assertThat(attest("2023-01").exits(5).err()).contains("2023-01-utkast finns inte");
        session.run("preview", "2023-01").exits(0);
        session.change("parter.csv", "Ale kommun", "Ale");
        assertThat(attest("2023-01").exits(5).err())
                .contains("visar inte vad som skulle utfärdas nu", "manifest.json");
        session.run("preview", "2023-01").exits(0);
        Path invoices = session.output().resolve("2023-01-utkast/fakturor.csv");
        Files.writeString(invoices, Files.readString(invoices).replace("faktura", "räkning"));

        assertThat(attest("2023-01").exits(5).err()).contains("Det skiljer i: fakturor.csv");
        assertThat(session.output().resolve("register")).doesNotExist();
        assertThat(session.output().resolve(".under-arbete")).doesNotExist();
    }

    @Test
    void aNewInvoiceAndASettlementAreApprovedTooAndACreditIsNot() throws IOException {
        for (String month : List.of("2023-05", "2023-12")) {
            session.run("preview", month).exits(0);
            attest(month).exits(0);
            session.run("invoice", month).exits(0);
        }
        session.run("credit", "2023-05", "--party", "1480", "--reason", "Fel").exits(0);
        assertThat(session.run("invoice", "2023-05", "--party", "1480").exits(5).err())
                .contains("gits attest 2023-05 --party 1480 --by NAMN");
        session.run("preview", "2023-05", "--party", "1480").exits(0);
        attest("2023-05 --party 1480").exits(0);
        assertThat(session.run("status").out()).contains("ny faktura attesterad av Eva Ek");
        session.run("invoice", "2023-05", "--party", "1480").exits(0);
        Files.writeString(
                session.input().resolve("utfall-2023.csv"),
                "rad;utfall\n1;7 000 000\n2;1 000\n3;100\n");

        assertThat(session.run("settle", "2023").exits(5).err())
                .contains("avräkningen av 2023 är inte attesterad");
        session.run("settle", "2023", "--preview").exits(0);
        attest("2023").exits(0);
        assertThat(session.run("status").out())
                .contains("2023 avräkning  ej utfärdad, attesterad av Eva Ek");
        session.run("settle", "2023").exits(0);
    }

    @Test
    void whereNobodyAsksForAnAttestItIsNotedAllTheSame() throws IOException {
        session.change("installningar.yml", "attest: ja", "attest: nej");
        session.run("preview", "2023-01").exits(0);

        assertThat(attest("2023-01").exits(0).err()).contains("kräver ingen attest");
        session.run("invoice", "2023-01").exits(0);
    }

    @Test
    void anAttestNeedsAName() {
        session.run("attest", "2023-01").exits(2);
        assertThat(session.run("attest", "2023-01", "--by", " ").exits(2).err()).contains("--by");
        session.run("attest", "2023", "--party", "1480", "--by", "Eva").exits(2);
    }
}
