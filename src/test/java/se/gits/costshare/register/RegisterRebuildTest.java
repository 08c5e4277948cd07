package se.gits.costshare.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import se.gits.costshare.input.InputFiles;
import se.gits.costshare.register.RegisterRebuild.Kept;
import se.gits.costshare.run.RunRefused;
import se.gits.costshare.run.RunTerms;

/** What was kept of four acts makes the same register again, or none. */
class RegisterRebuildTest {

    @TempDir Path folder;
    @TempDir Path empty;

    private RegisterOffice office;
    private RegisterOffice rebuilt;
    private List<Kept> kept;

    @BeforeEach
    void issue() {
        office = new RegisterOffice(folder).withFourActs();
        rebuilt = new RegisterOffice(empty);
        keep();
    }

    private void keep() {
        kept = new ArrayList<>();
        for (Act act : office.register().acts()) {
            kept.add(
                    new Kept(
                            act.folder(),
                            act.manifest(),
                            RegisterExtract.of(office.register(), act),
                            office.register().inputsOf(act)));
        }
    }

    @AfterEach
    void close() {
        office.close();
        rebuilt.close();
    }

    private void assertRefused(RunRefused.Cause cause, String... details) {
        assertThatThrownBy(() -> RegisterRebuild.fill(rebuilt.register(), kept))
                .isInstanceOfSatisfying(
                        RunRefused.class,
                        refused -> {
                            assertThat(refused.cause()).isEqualTo(cause);
                            assertThat(refused.details()).containsExactly((Object[]) details);
                        });
        assertThat(rebuilt.register().acts()).isEmpty();
        assertThat(rebuilt.register().attests()).isEmpty();
    }

    @Test
    void isTheSameRegisterInWhateverOrderItsActsCome() {
        office.issue(
                RunTerms.ofMonth(YearMonth.of(2023, 3), RegisterOffice.DATE, ""), Optional.empty());
        keep();
        Collections.reverse(kept);

        RegisterRebuild.fill(rebuilt.register(), kept);

        Register register = office.register();
        assertThat(rebuilt.register().head()).isEqualTo(register.head());
        assertThat(rebuilt.register().acts()).isEqualTo(register.acts());
        assertThat(rebuilt.register().attests()).isEqualTo(register.attests());
        assertThat(rebuilt.register().notes(register.acts()))
                .containsExactlyInAnyOrderElementsOf(register.notes(register.acts()));
        for (Act act : register.acts()) {
            assertThat(rebuilt.register().amountsOf(act)).isEqualTo(register.amountsOf(act));
            assertThat(rebuilt.register().invoicesOf(act))
                    .containsExactlyInAnyOrderElementsOf(register.invoicesOf(act));
            assertThat(rebuilt.register().inputsOf(act).hashes())
                    .isEqualTo(register.inputsOf(act).hashes());
        }
        assertThat(RegisterAudit.of(rebuilt.register())).isEmpty();
    }

    @Test
    void aRegisterThatHasActsIsNotFilled() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegisterRebuild.fill(office.register(), kept));
    }

    @Test
    void anActThatIsMissingIsNamed() {
        kept.remove(1);

        assertRefused(RunRefused.Cause.PACKAGE_MISSING, "2023-02");
    }

    @Test
    void anActThatCameTwiceIsNamed() {
        kept.add(kept.get(1));

        assertRefused(RunRefused.Cause.PACKAGE_TWICE, "2", "2023-02");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "utfardanden.csv",
                "underlag.csv",
                "fakturor.csv",
                "belopp.csv",
                "nummerserier.csv",
                "handelser.csv"
            })
    void anActWithoutOneOfItsTablesIsNamed(String table) {
        SortedMap<String, byte[]> fewer = new TreeMap<>(kept.get(1).extract());
        fewer.remove(table);
        replace(1, new Kept("2023-02", kept.get(1).manifest(), fewer, kept.get(1).inputs()));

        assertRefused(RunRefused.Cause.PACKAGES_DISAGREE, "2023-02");
    }

    @Test
    void anActWithoutItsAttestIsNamed() {
        SortedMap<String, byte[]> fewer = new TreeMap<>(kept.get(0).extract());
        fewer.remove("attester.csv");
        SortedMap<String, byte[]> noRows = new TreeMap<>(kept.get(0).extract());
        String heading = text(noRows, "attester.csv").lines().findFirst().orElseThrow() + "\n";
        noRows.put("attester.csv", heading.getBytes(StandardCharsets.UTF_8));

        replace(0, new Kept("2023-01", kept.get(0).manifest(), fewer, kept.get(0).inputs()));
        assertRefused(RunRefused.Cause.PACKAGES_DISAGREE, "2023-01");
        replace(0, new Kept("2023-01", kept.get(0).manifest(), noRows, kept.get(0).inputs()));
        assertRefused(RunRefused.Cause.PACKAGES_DISAGREE, "2023-01");
    }

    /** That it is the register's last word shows with the last act, which vouches for all. */
    @Test
    void anAttestThatIsAnotherIsFoundByTheLastAct() {
        SortedMap<String, byte[]> changed = new TreeMap<>(kept.get(0).extract());
        String other = text(changed, "attester.csv").replace("Eva Ek", "Eva Al");
        changed.put("attester.csv", other.getBytes(StandardCharsets.UTF_8));

        replace(0, new Kept("2023-01", kept.get(0).manifest(), changed, kept.get(0).inputs()));

        assertRefused(RunRefused.Cause.PACKAGES_DISAGREE, "2023-01");
    }

    @Test
    void anActOfNoRowsOfOtherFoldersNameOrOfAnotherManifestIsNamed() {
        Kept february = kept.get(1);
        SortedMap<String, byte[]> noRows = new TreeMap<>(february.extract());
        String heading = text(noRows, "utfardanden.csv").lines().findFirst().orElseThrow() + "\n";
        noRows.put("utfardanden.csv", heading.getBytes(StandardCharsets.UTF_8));

        replace(1, new Kept("2023-02", february.manifest(), noRows, february.inputs()));
        assertRefused(RunRefused.Cause.PACKAGES_DISAGREE, "2023-02");
        replace(1, new Kept("2023-99", february.manifest(), february.extract(), february.inputs()));
        assertRefused(RunRefused.Cause.PACKAGES_DISAGREE, "2023-99");
        replace(1, new Kept("2023-02", "0".repeat(64), february.extract(), february.inputs()));
        assertRefused(RunRefused.Cause.PACKAGES_DISAGREE, "2023-02");
    }

    @Test
    void anInputThatIsMissingIsFoundByTheRunThatReadIt() {
        replace(
                0,
                new Kept(
                        "2023-01",
                        kept.get(0).manifest(),
                        kept.get(0).extract(),
                        new InputFiles(List.of())));

        assertRefused(RunRefused.Cause.PACKAGES_DISAGREE, "2023-01");
    }

    /** Each in the table that came with February; the first two are of January's act. */
    @ParameterizedTest(name = "{0}: {1} → {2}: {3}")
    @CsvSource({
        "belopp.csv, 1;1;1;SHVO;1440;faktura;ordinarie;2023-01;25;;9166.74, 1;1;1;SHVO;1440;faktura;ordinarie;2023-01;25;;9166.75, 2023-02",
        "fakturor.csv, Göteborgs stad, Göteborg, 2023-02",
        "belopp.csv, 2;1;1;SHVO;1440;faktura;ordinarie;2023-02;25;;9166.74, 2;1;1;SHVO;1440;faktura;ordinarie;2023-02;25;;9166.75, 2023-02",
        "belopp.csv, 2;1;1;SHVO;1440;faktura;ordinarie;2023-02;25;;9166.74, 2;1;1;SHVO;1440;faktura;ordinarie;2023-02;25;;ett, 2023-02",
        "belopp.csv, 2;1;1;SHVO;1440;faktura;ordinarie;2023-02;25;;9166.74, 2;1;1;SHVO;1440;faktura;ordinarie;2023-02;25;;9166.745, 2023-02",
        "utfardanden.csv, 2;2023-02;faktura;2023-02;;2023-12-31, 2;2023-02;faktura;2023-02;;2023-13-31, 2023-02",
        "utfardanden.csv, 2;2023-02;faktura;2023-02;;2023-12-31;;1;, 2;2023-02;faktura;2023-02;;2023-12-31;;2;, 2023-02",
        "nummerserier.csv, fakturadatum, datum, 2023-02",
        "handelser.csv, T12:00:00Z, , 2023-02",
        "handelser.csv, utfärdad, påbörjad, 2023-02"
    })
    void whatDisagreesIsNamedByItsAct(String table, String from, String to, String act) {
        Kept february = kept.get(1);
        SortedMap<String, byte[]> changed = new TreeMap<>(february.extract());
        String text = text(changed, table);
        assertThat(text).contains(from);
        changed.put(
                table, text.replace(from, to == null ? "" : to).getBytes(StandardCharsets.UTF_8));
        replace(1, new Kept("2023-02", february.manifest(), changed, february.inputs()));

        assertRefused(RunRefused.Cause.PACKAGES_DISAGREE, act);
    }

    private void replace(int index, Kept other) {
        kept.set(index, other);
    }

    private static String text(SortedMap<String, byte[]> tables, String table) {
        return new String(tables.get(table), StandardCharsets.UTF_8);
    }

    @Test
    void aFullDiskIsNotThePackagesFault() {
        FullDisk.at("invoice", rebuilt.register());

        assertThatThrownBy(() -> RegisterRebuild.fill(rebuilt.register(), kept))
                .isInstanceOf(DataAccessException.class)
                .satisfies(e -> assertThat(RegisterFailure.tellsNoAccess(e)).isTrue());
        assertThat(rebuilt.register().acts()).isEmpty();
    }
}
