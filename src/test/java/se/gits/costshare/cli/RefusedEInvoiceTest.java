package se.gits.costshare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.gits.costshare.run.SmallInput;

/** An e-invoice that a receiver would refuse stops the month, and the month goes on once mended. */
class RefusedEInvoiceTest {

    /** A Norwegian number whose check digit is wrong: a form that only the official rules know. */
    private static final String WRONG = "0192:123456780";

    private static final String RIGHT = "0192:987654325";

    @TempDir Path folder;

    private Session session;

    private static SmallInput input(String ale, String goteborg) {
        return new SmallInput()
                .change("parter.csv", "0007:2120001439", ale)
                .change("parter.csv", "0007:2120001355", goteborg);
    }

    @BeforeEach
    void begin() throws IOException {
        session = new Session(folder).with(input(WRONG, WRONG)).on("2023-01-31");
    }

    private void assertRefused(Session.Answer answer) {
        assertThat(answer.exits(3).err())
                .contains(
                        "E-fakturan fakturor/1440-ale-kommun.xml godtas inte: PEPPOL-COMMON-R041",
                        "E-fakturan fakturor/1480-goteborgs-stad.xml godtas inte:"
                                + " PEPPOL-COMMON-R041",
                        "Norwegian organization number MUST be stated in the correct format",
                        "Peppol BIS Billing 3.0.21")
                .doesNotContain("alingsas", "Exception", "R041 [");
    }

    @Test
    void aPreviewIsRefusedWithEveryRuleAndFile() {
        assertRefused(session.run("preview", "2023-01"));

        assertThat(session.output().resolve("2023-01-utkast")).doesNotExist();
    }

    @Test
    void aMonthIsRefusedAndLeavesNothingAndNoNumber() throws IOException {
        assertRefused(session.run("invoice", "2023-01"));
        assertThat(session.output().resolve("register")).doesNotExist();
        assertRefused(session.run("invoice", "2023-01"));
        assertThat(session.output().resolve("2023-01")).doesNotExist();
        assertThat(session.output().resolve(".under-arbete")).doesNotExist();

        session.with(input(RIGHT, ""));

        assertThat(session.run("invoice", "2023-01").exits(0).out())
                .contains("Nummer 202300001–202300003");
        assertThat(session.output().resolve("2023-01/fakturor/1440-ale-kommun.xml")).exists();
        assertThat(session.output().resolve("2023-01/fakturor/1480-goteborgs-stad.xml"))
                .doesNotExist();
        assertThat(session.output().resolve("2023-01/manifest.json"))
                .content()
                .contains("\"e_invoice_rules\" : \"Peppol BIS Billing 3.0.21 (2026.5)\"");
        assertThat(session.output().resolve("2023-01/rapport.html"))
                .content()
                .contains("PDF; för e-faktura saknas peppol_id", "E-faktura (Peppol), och som PDF");
        session.run("verify").exits(0);
        session.run("rerun", "2023-01").exits(0);
    }

    @Test
    void itIsToldInEnglishToo() {
        assertThat(session.run("preview", "2023-01", "--lang", "en").exits(3).err())
                .contains(
                        "The e-invoice fakturor/1440-ale-kommun.xml is not accepted:"
                                + " PEPPOL-COMMON-R041",
                        "empty the party's peppol_id");
    }

    /** Where something is issued the register stays, with what was done in it. */
    @Test
    void aLaterMonthIsRefusedAndTheRegisterStays() throws IOException {
        session.with(input(RIGHT, RIGHT)).run("invoice", "2023-01").exits(0);

        session.with(input(WRONG, WRONG));
        assertRefused(session.run("invoice", "2023-02"));

        session.run("verify").exits(0);
        session.with(input(RIGHT, RIGHT));
        assertThat(session.run("invoice", "2023-02").exits(0).out())
                .contains("Nummer 202300004–202300006");
        session.run("verify").exits(0);
    }
}
