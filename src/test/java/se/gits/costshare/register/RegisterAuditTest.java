package se.gits.costshare.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;

/** Four acts, of which one value is changed: what is found, and what of. */
class RegisterAuditTest {

    @TempDir Path folder;

    private RegisterOffice office;

    @BeforeEach
    void issue() {
        office = new RegisterOffice(folder).withFourActs();
    }

    @AfterEach
    void close() {
        office.close();
    }

    private List<String> findings() {
        return RegisterAudit.of(office.register()).stream()
                .map(finding -> (finding.fault() + " " + finding.details()).replace('\u00A0', ' '))
                .map(finding -> finding.replaceAll("[0-9a-f]{64}", "#"))
                .toList();
    }

    @Test
    void findsNothingWhereAllIsWell() {
        assertThat(findings()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            update input_file set content = X'00' where sha256 = (select sha256 from run_input where name = 'objekt.csv' limit 1) | INPUT_CHANGED [objekt.csv, #]
            insert into input_file (sha256, content) values (repeat('a', 64), X'00')       | INPUT_CHANGED [, #]
            update run set invoice_date = '2023-12-30' where kind = 'ny'                   | RUN_CHANGED [ny, 2023-01, #] · ACT_CHANGED [2023-01-ny-1]
            update run set party = '1480' where kind = 'ny'                                | RUN_CHANGED [ny, 2023-01, #] · ACT_CHANGED [2023-01-ny-1]
            update run_input set name = 'parter2.csv' where name = 'parter.csv' and run_key = (select run_key from act where sequence = 2) | RUN_CHANGED [faktura, 2023-02, #] · ACT_CHANGED [2023-02]
            update act set kind = 'kredit' where sequence = 4                              | ACT_OF_OTHER_RUN [2023-01-ny-1] · ACT_CHANGED [2023-01-ny-1]
            update act set period = '2023-03' where sequence = 2                           | ACT_OF_OTHER_RUN [2023-02] · ACT_CHANGED [2023-02]
            update act set sequence = 9 where sequence = 4                                 | ACT_MISSING [4] · ACT_MISSING [5] · ACT_MISSING [6] · ACT_MISSING [7] · ACT_MISSING [8] · ACT_CHANGED [2023-01-ny-1]
            update act set previous_act = repeat('1', 64) where sequence = 3               | ACT_OF_OTHER_RUN [2023-01-kredit-1] · CHAIN_BROKEN [2023-01-kredit-1] · ACT_CHANGED [2023-01-kredit-1]
            update act set act_hash = repeat('1', 64) where sequence = 2                   | ACT_CHANGED [2023-02] · CHAIN_BROKEN [2023-01-kredit-1]
            update act set manifest = repeat('1', 64) where sequence = 4                   | ACT_CHANGED [2023-01-ny-1]
            update act set attest = null where sequence = 1                                | ACT_CHANGED [2023-01]
            update act set attest = 7 where sequence = 2                                   | ACT_CHANGED [2023-02]
            delete from attest; delete from history_chain where log = 'attest'             | ACT_CHANGED [2023-01]
            update amount set vat_percent = 6 where act = 2 and position = 1               | ACT_CHANGED [2023-02]
            update amount set position = 99 where act = 2 and position = 6                 | AMOUNTS_NOT_NUMBERED [2]
            update amount set position = position + 1 where act = 2                        | AMOUNTS_NOT_NUMBERED [2]
            update amount set invoice = null where act = 2 and position = 1                | ACT_CHANGED [2023-02] · INVOICE_SUM [202300004, 9 170,91, 4,17]
            update invoice set party_name = 'Alé' where number = '202300001'               | ACT_CHANGED [2023-01]
            update invoice set rounding_ore = 1 where number = '202300001'                 | ACT_CHANGED [2023-01] · INVOICE_PAYABLE [202300001, 11 463,64, 11 463,65]
            update invoice set ordinal = 9 where number = '202300008'                      | INVOICE_NUMBER [202300008, 202300009] · NUMBER_MISSING [202300008]
            update invoice set series_year = 2022 where number = 'I202300001'              | INVOICE_NUMBER [I202300001, I202200001]
            delete from invoice where number = '202300005'                                 | ACT_CHANGED [2023-02] · NUMBER_MISSING [202300005]
            update invoice set net_ore = 9223372036854775807 where number = '202300001'    | ACT_CHANGED [2023-01] · INVOICE_SUM [202300001, 92 233 720 368 547 758,07, 9 170,91] · UNREADABLE [fakturor]
            alter table invoice alter column series_internal set null; update invoice set series_internal = null where number = '202300001' | UNREADABLE [fakturor]
            update run_event set login = 'okänd' where event_id = 2                        | HISTORY_CHANGED [0, 2]
            update attest set host = 'okänd'                                               | HISTORY_CHANGED [1, 1]
            delete from run_event where event_id = 1                                       | HISTORY_CHANGED [0, 2] · HISTORY_MISSING [0, 1]
            delete from run_event where event = 'utfärdad' and event_id > 8                | ISSUE_NOT_NOTED [2023-01-ny-1] · HISTORY_MISSING [0, 9]
            delete from history_chain where log = 'run_event' and row_id = 2               | HISTORY_CHANGED [0, 2]
            """)
    void tellsWhatIsChanged(String sql, String findings) throws SQLException {
        office.change(sql);

        assertThat(findings()).containsExactlyInAnyOrder(findings.split(" · "));
    }

    @Test
    void theOrderInWhichTheDatabaseHasItsRowsIsNothing() throws SQLException {
        office.change(
                "create table aside as select * from run_input;"
                        + " delete from run_input;"
                        + " insert into run_input select * from aside order by name desc");

        assertThat(findings()).isEmpty();
    }

    /** A series may begin anywhere, and each goes on by itself. */
    @Test
    void aSeriesThatBeginsLaterLacksNoNumber() throws SQLException {
        office.change(
                "update invoice set ordinal = ordinal + 40, number = substring(number, 1, 6) || (ordinal + 140)"
                        + " where series_internal = false and ordinal > 0");

        assertThat(findings()).noneMatch(finding -> finding.startsWith("NUMBER_MISSING"));
    }

    /** What cannot be read is no finding: to try again may help. */
    @Test
    void aDiskThatDoesNotAnswerIsNoFinding() throws IOException {
        office.register().close();
        Path file = office.address().file().orElseThrow();
        Files.delete(file);
        Files.createDirectory(file);

        assertThatThrownBy(() -> RegisterAudit.of(office.register()))
                .isInstanceOf(DataAccessException.class)
                .satisfies(e -> assertThat(RegisterFailure.tellsNoAccess(e)).isTrue());
    }

    @Test
    void aTableThatIsGoneIsNoFindingButDamage() throws SQLException {
        office.change("drop table amount");

        assertThatThrownBy(() -> RegisterAudit.of(office.register()))
                .isInstanceOf(DataAccessException.class)
                .satisfies(e -> assertThat(RegisterFailure.tellsDamage(e)).isTrue());
    }
}
