package se.gits.costshare.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Year;
import java.time.YearMonth;
import java.util.Arrays;
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
import se.gits.costshare.input.InputFile;
import se.gits.costshare.run.RunTerms;
import se.gits.costshare.run.SmallInput;

/** What an extract says of the acts of a year is what the register says of them. */
class ExtractedActsTest {

    private static final Year YEAR = Year.of(2023);

    @TempDir Path folder;

    private RegisterOffice office;
    private SortedMap<String, byte[]> tables;
    private List<byte[]> files;

    @BeforeEach
    void issue() {
        office =
                new RegisterOffice(
                        folder,
                        new SmallInput()
                                .put(
                                        "budget-2022.csv",
                                        """
                                        rad;objekt;benämning;kostnadsslag;belopp;nyckel;från;till;beslut;kommun;vgr
                                        9;GAMLA;Gammalt;drift;1 200;GAMLA;;;Plan 2022;;
                                        """)
                                .add(
                                        "objekt.csv",
                                        "GAMLA;Gammalt;uppdrag;2022-01;2022-12;alla;25;Plan 2022")
                                .add("nycklar.csv", "GAMLA;2022-01;2022-12;1440;50;;Plan 2022")
                                .add("nycklar.csv", "GAMLA;2022-01;2022-12;VGR;50;;Plan 2022"));
        office.issueOfYear2022();
        office.withFourActs();
        List<Act> acts = office.register().acts();
        tables = RegisterExtract.of(office.register(), acts.get(acts.size() - 1));
        files = office.input().files().all().stream().map(InputFile::bytes).toList();
    }

    @AfterEach
    void close() {
        office.close();
    }

    private ExtractedActs extracted() {
        return new ExtractedActs(tables, files);
    }

    private static String text(byte[] table) {
        return new String(table, StandardCharsets.UTF_8);
    }

    @Test
    void tellsTheYearsActsAndWhatBelongsToThem() {
        Register register = office.register();
        List<Act> ofYear = register.acts().subList(1, 5);

        ExtractedActs extracted = extracted();

        assertThat(extracted.acts()).isEqualTo(ofYear);
        assertThat(extracted.acts().get(0).attest())
                .isEqualTo(Optional.of(register.attests().get(0)));
        for (Act act : ofYear) {
            assertThat(extracted.amountsOf(act)).isNotEmpty().isEqualTo(register.amountsOf(act));
            assertThat(extracted.invoicesOf(act))
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(register.invoicesOf(act));
            assertThat(extracted.inputsOf(act).hashes())
                    .isNotEmpty()
                    .isEqualTo(register.inputsOf(act).hashes());
        }
    }

    /** Before each act, and before it all: what a run knew of its year and of every series. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6})
    void tellsWhatWasIssuedBeforeAnAct(int sequence) {
        assertThat(extracted().issuedBefore(sequence, YEAR))
                .isEqualTo(office.register().issuedBefore(sequence, YEAR));
    }

    /** Act by act, and in each by party; not as the database happens to have them. */
    @Test
    void theInvoicesStandInTheOrderOfTheirActs() {
        assertThat(
                        text(tables.get(RegisterExtract.INVOICES))
                                .lines()
                                .skip(1)
                                .map(line -> line.split(";")[1] + " " + line.split(";")[5]))
                .containsExactly(
                        "2 1440", "2 1480", "2 1489", "2 VGR", "3 1440", "3 1480", "3 1489",
                        "3 VGR", "4 1440", "5 1440");
    }

    @Test
    void knowsNoActOfAnotherYear() {
        assertThat(extracted().issuedBefore(6, YEAR.minusYears(1)).acts()).isEmpty();
    }

    /** VästKom's part of March, which is on no invoice. */
    @Test
    void whatIsCarriedCentrallyHasNoInvoice() {
        office.issue(
                RunTerms.ofMonth(YearMonth.of(2023, 3), RegisterOffice.DATE, ""), Optional.empty());
        Act march = office.register().acts().get(5);
        tables = RegisterExtract.of(office.register(), march);

        assertThat(extracted().amountsOf(march))
                .isEqualTo(office.register().amountsOf(march))
                .anyMatch(amount -> amount.invoice().isEmpty());
    }

    /**
     * A month of the year before that is invoiced late takes its number from this year's series.
     */
    @Test
    void aSeriesEndsWhereAnyYearsActLeftIt() {
        office.issue(
                RunTerms.ofMonth(YearMonth.of(2022, 11), RegisterOffice.DATE, ""),
                Optional.empty());
        office.issue(
                RunTerms.ofMonth(YearMonth.of(2023, 3), RegisterOffice.DATE, ""), Optional.empty());
        tables = RegisterExtract.of(office.register(), office.register().acts().get(6));

        assertThat(extracted().issuedBefore(7, YEAR))
                .isEqualTo(office.register().issuedBefore(7, YEAR));
    }

    /** Another year's act is known by its name and hashes alone. */
    @Test
    void ofAnotherYearNothingIsToldButWhatTheChainNeeds() {
        assertThat(text(tables.get(RegisterExtract.ACTS)).lines().toList().get(1))
                .matches(
                        "1;2022-12;faktura;2022-12;;2022-12-31;;;[0-9a-f]{64};;0{64};;[0-9a-f]{64}");
        assertThat(text(tables.get(RegisterExtract.SERIES)))
                .isEqualTo("nummer;fakturadatum\n202200001;2022-12-31\nI202200001;2022-12-31\n");
        assertThat(text(tables.get(RegisterExtract.AMOUNTS))).doesNotContain("2022-12");
    }

    @Test
    void anExtractOfAnEarlierActTellsNothingOfLaterOnes() {
        Act january = office.register().acts().get(1);

        SortedMap<String, byte[]> then = RegisterExtract.of(office.register(), january);

        assertThat(text(then.get(RegisterExtract.ACTS)).lines()).hasSize(3);
        assertThat(text(then.get(RegisterExtract.INVOICES)).lines())
                .hasSize(5)
                .element(1)
                .asString()
                .startsWith("202300001;2;faktura;2023-12-31;");
        assertThat(text(then.get(RegisterExtract.AMOUNTS)).lines())
                .hasSize(7)
                .element(1)
                .isEqualTo("2;1;1;SHVO;1440;faktura;ordinarie;2023-01;25;;9166.74;202300001");
    }

    // what does not hang together

    @ParameterizedTest
    @ValueSource(
            strings = {
                "utfardanden.csv",
                "underlag.csv",
                "fakturor.csv",
                "belopp.csv",
                "nummerserier.csv",
                "attester.csv"
            })
    void aTableThatIsMissingIsRefused(String table) {
        tables = new TreeMap<>(tables);
        tables.remove(table);

        assertThatIllegalArgumentException()
                .isThrownBy(this::extracted)
                .withMessage(table + " is missing");
    }

    @Test
    void aFileThatIsMissingIsRefused() {
        files = files.subList(1, files.size());

        assertThatIllegalArgumentException()
                .isThrownBy(this::extracted)
                .withMessageContaining(" is missing");
    }

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource({
        "utfardanden.csv, ;Rättad;, ;Annat;",
        "utfardanden.csv, ;2023-01-ny-1;ny;2023-01;, ;2023-01-ny-1;ny;2023-13;",
        "utfardanden.csv, ;2023-01-ny-1;ny;, ;2023-01-ny-1;påminnelse;",
        "belopp.csv, ;9166.74;, ;9166.745;",
        "belopp.csv, ;ordinarie;, ;gåva;",
        "belopp.csv, momsgrund, grund",
        "fakturor.csv, 2024-01-30, 2024-02-31",
        "nummerserier.csv, ;2022-12-31, ;2022",
        "attester.csv, T12:00:00Z, ",
        "underlag.csv, objekt.csv, subjekt.csv"
    })
    void whatARegisterDoesNotGiveIsRefused(String table, String from, String to) {
        tables = new TreeMap<>(tables);
        String changed = text(tables.get(table)).replace(from, to == null ? "" : to);
        assertThat(changed).isNotEqualTo(text(tables.get(table)));
        tables.put(table, changed.getBytes(StandardCharsets.UTF_8));

        assertThatIllegalArgumentException().isThrownBy(this::extracted);
    }

    /** The hashes are of whoever made the package: they prove nothing of a name. */
    @Test
    void anInputThatNoFolderHasIsRefused() {
        Act last = office.register().acts().get(4);
        RunIdentity run = last.run();
        SortedMap<String, String> inputs = new TreeMap<>(run.inputs());
        inputs.put("objekt.exe", inputs.remove("objekt.csv"));
        RunIdentity forged =
                new RunIdentity(
                        run.kind(),
                        run.month(),
                        run.party(),
                        inputs,
                        run.issueDate(),
                        run.reason(),
                        run.previousAct());
        tables = new TreeMap<>(tables);
        tables.replaceAll(
                (name, bytes) ->
                        text(bytes)
                                .replace(run.key() + ";objekt.csv", forged.key() + ";objekt.exe")
                                .replace(run.key(), forged.key())
                                .getBytes(StandardCharsets.UTF_8));

        assertThatIllegalArgumentException()
                .isThrownBy(this::extracted)
                .withMessage("objekt.exe is no input");
    }

    @ParameterizedTest
    @ValueSource(chars = {'\n', '\r', ';'})
    void aTableOfMoreRowsThanThereIsMemoryForIsNotRead(char letter) {
        byte[] table = new byte[(int) (Runtime.getRuntime().maxMemory() / 10 / 58) + 1];
        Arrays.fill(table, (byte) letter);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegisterExtract.rows(table))
                .withMessage("A table larger than a register's");
    }

    /** Two bytes a letter, 56 for each of the two cells that end, 150 for each of the two rows. */
    @Test
    void aTableThatJustHasRoomIsRead() {
        byte[] table = "a;b\n1;2\n".getBytes(StandardCharsets.UTF_8);

        assertThat(RegisterExtract.rows(table, 16 + 112 + 300)).hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegisterExtract.rows(table, 16 + 112 + 299));
    }
}
