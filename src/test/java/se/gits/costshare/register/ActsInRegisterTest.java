package se.gits.costshare.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import se.gits.costshare.invoice.InvoiceSeries;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.ActKind;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.RunTerms;
import se.gits.costshare.run.SmallInput;

/** Four acts as the register has them: two months, a credit, and what was issued anew. */
class ActsInRegisterTest {

    private static final Year YEAR = Year.of(2023);
    private static final YearMonth JANUARY = YearMonth.of(2023, 1);
    private static final YearMonth FEBRUARY = YearMonth.of(2023, 2);
    private static final YearMonth MARCH = YearMonth.of(2023, 3);
    private static final Optional<PartyCode> ALE = Optional.of(new PartyCode("1440"));

    @TempDir Path folder;

    private RegisterOffice office;
    private Register register;

    @BeforeEach
    void issue() {
        office = new RegisterOffice(folder).withFourActs();
        register = office.register();
    }

    @AfterEach
    void close() {
        office.close();
    }

    @ParameterizedTest(name = "act {0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            1 | ActTotals[invoices=4, numbers=202300001–202300003, I202300001, net=633341.66, vat=47502.09, payable=680843.75, notInvoiced=0.00]
            3 | ActTotals[invoices=1, numbers=202300007, net=-9170.91, vat=-2292.73, payable=-11463.64, notInvoiced=0.00]
            5 | ActTotals[invoices=4, numbers=202300009–202300011, I202300003, net=633563.89, vat=47502.09, payable=681065.98, notInvoiced=111.11]
            6 | ActTotals[invoices=0, numbers=, net=0.00, vat=0.00, payable=0.00, notInvoiced=0.00]
            """)
    void anActComesToItsInvoicesAndWhatIsCarriedCentrally(int sequence, String totals) {
        office.issue(RunTerms.ofMonth(MARCH, RegisterOffice.DATE, ""), Optional.empty());

        assertThat(register.totals(sequence)).hasToString(totals);
    }

    @Test
    void anActIsFoundByItsKindMonthAndParty() {
        assertThat(folders(ActKind.MONTH, JANUARY, Optional.empty())).containsExactly("2023-01");
        assertThat(folders(ActKind.CREDIT, JANUARY, ALE)).containsExactly("2023-01-kredit-1");
        assertThat(folders(ActKind.CREDIT, FEBRUARY, ALE)).isEmpty();
        assertThat(folders(ActKind.CREDIT, JANUARY, Optional.of(new PartyCode("1480")))).isEmpty();
        assertThat(folders(ActKind.MONTH, MARCH, Optional.empty())).isEmpty();
        assertThat(register.lastActOf(ActKind.MONTH, MARCH, Optional.empty())).isEmpty();
    }

    private List<String> folders(ActKind kind, YearMonth month, Optional<PartyCode> party) {
        return register.actsOf(kind, month, party).stream().map(Act::folder).toList();
    }

    @Test
    void ofSeveralTheLastIsTheLast() {
        office.issue(
                RunTerms.ofCredit(JANUARY, ALE.orElseThrow(), RegisterOffice.DATE, "Fel igen"),
                Optional.empty(),
                "2023-01-kredit-2");

        assertThat(register.lastActOf(ActKind.CREDIT, JANUARY, ALE).orElseThrow().folder())
                .isEqualTo("2023-01-kredit-2");
    }

    @Test
    void theNotesTellWhatWasDoneInTheRunsOfTheActsAskedFor() {
        List<Act> acts = register.acts();

        assertThat(register.notes(acts.subList(0, 1)))
                .extracting(RunNote::event)
                .containsExactly("attesterad", "påbörjad", "utfärdad");
        assertThat(register.notes(acts.subList(2, 3)))
                .extracting(
                        note ->
                                note.run()
                                        + " "
                                        + note.event()
                                        + " "
                                        + note.at()
                                        + " "
                                        + note.actor())
                .containsExactly(
                        acts.get(2).run() + " påbörjad 2023-12-31T12:00:00Z " + RegisterOffice.ANNA,
                        acts.get(2).run()
                                + " utfärdad 2023-12-31T12:00:00Z "
                                + RegisterOffice.ANNA);
        assertThat(register.notes(List.of())).isEmpty();
    }

    @Test
    void aRunIsStartedOnceThatIsNotedAndNotWhenItIsReceived() {
        RunIdentity march = office.run(RunTerms.ofMonth(MARCH, RegisterOffice.DATE, ""));
        assertThat(register.wasStarted(march)).isFalse();
        register.receive(march, office.input().files());
        register.receive(march, office.input().files());
        assertThat(register.wasStarted(march)).isFalse();

        register.note(march, RunEvent.STARTED);

        assertThat(register.wasStarted(march)).isTrue();
        assertThat(register.wasStarted(register.acts().get(0).run())).isTrue();
    }

    @Test
    void theHeadOfHistoryMovesWithEverythingThatIsDone() {
        String before = register.headOfHistory();
        RunIdentity january = register.acts().get(0).run();

        register.note(january, RunEvent.RESTORED);

        assertThat(register.headOfHistory()).matches("[0-9a-f]{64}").isNotEqualTo(before);
        assertThat(register.head()).isEqualTo(register.acts().get(3).hash());
    }

    @Test
    void theActorIsWhoOpenedIt() {
        assertThat(register.login()).isEqualTo("anna");
    }

    /** As the invoices that were issued, whatever their order. */
    @Test
    void anActHasItsInvoicesAndAmounts() {
        Issuance march =
                office.issue(RunTerms.ofMonth(MARCH, RegisterOffice.DATE, ""), Optional.empty());
        Act act = register.acts().get(4);

        assertThat(register.invoicesOf(act))
                .containsExactlyInAnyOrderElementsOf(
                        march.invoices().stream().map(InvoiceRow::of).toList());
        assertThat(register.amountsOf(act)).isEqualTo(march.issuedAmounts());
        assertThat(InvoiceRow.of(march.invoices().get(0)).byHeading())
                .hasToString(
                        "{typ=faktura, fakturadatum=2023-12-31, förfallodatum=2024-01-30, part=1440,"
                                + " namn=Ale kommun, ocr=20230000919, netto=9172.13, moms=2292.72,"
                                + " öresavrundning=0.00, att_betala=11464.85}");
    }

    /** What a run of February knew: January, of its own year alone, and where the series ended. */
    @Test
    void whatWasIssuedBeforeAnActIsOfItsYear() {
        assertThat(register.issuedBefore(2, YEAR).acts()).hasSize(1);
        assertThat(register.issuedBefore(2, YEAR).previousManifest())
                .isEqualTo(register.acts().get(0).manifest());
        assertThat(register.issuedBefore(1, YEAR).previousManifest()).isEmpty();
        assertThat(
                        register.issuedBefore(2, YEAR)
                                .lastOfSeries()
                                .get(new InvoiceSeries(2023, false))
                                .number())
                .hasToString("202300003");
        assertThat(register.issued(YEAR.plusYears(1)).acts()).isEmpty();
        assertThat(register.issued(YEAR.plusYears(1)).lastOfSeries()).hasSize(2);
    }

    @Test
    void noRowIsChangedOrTakenAway() {
        JdbcTemplate sql = new JdbcTemplate(register.dataSource());

        for (String change :
                List.of(
                        "update amount set amount_ore = amount_ore + 1 where position = 1",
                        "delete from history_chain")) {
            assertThatThrownBy(() -> sql.update(change))
                    .hasRootCauseInstanceOf(SQLException.class)
                    .rootCause()
                    .hasMessageContaining(
                            "The register is only added to: "
                                    + (change.contains("amount") ? "AMOUNT" : "HISTORY_CHAIN"));
        }
    }

    @Test
    void whatTheRegisterMadeOfAnInputIsEveryByteOfIt() {
        Act act = register.acts().get(0);

        assertThat(register.inputsOf(act).hashes())
                .isEqualTo(new SmallInput().files().hashes())
                .isEqualTo(act.run().inputs());
    }
}
