package se.gits.costshare.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.input.InputFiles;
import se.gits.costshare.invoice.InvoiceSeries;
import se.gits.costshare.lock.WorkLock;
import se.gits.costshare.run.ActKind;
import se.gits.costshare.run.Causes;
import se.gits.costshare.run.Inputs;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.Issued;
import se.gits.costshare.run.IssuedAct.IssuedAmount;
import se.gits.costshare.run.IssuingRun;
import se.gits.costshare.run.RunTerms;
import se.gits.costshare.run.SmallInput;

class RegisterTest {

    private static final Clock NOON =
            Clock.fixed(Instant.parse("2023-01-31T12:00:00Z"), ZoneOffset.UTC);
    private static final Actor ACTOR = new Actor("anna", "dator-1", "1.0.0", "17.0.15");
    private static final Year YEAR = Year.of(2023);
    private static final YearMonth JANUARY = YearMonth.of(2023, 1);
    private static final YearMonth FEBRUARY = YearMonth.of(2023, 2);

    @TempDir Path folder;

    private final SmallInput input = new SmallInput();
    private final InputFiles files = input.files();
    private final Inputs inputs = input.inputs();
    private Register register;

    @BeforeEach
    void open() {
        register = Register.openOrMake(RegisterAddress.ofOutput(folder).orElseThrow(), NOON, ACTOR);
    }

    @AfterEach
    void close() {
        register.close();
    }

    private void reopen() {
        register.close();
        register = Register.open(RegisterAddress.ofOutput(folder).orElseThrow(), NOON, ACTOR);
    }

    private Issuance issue(YearMonth month) {
        return issue(month, files, inputs);
    }

    private Issuance issue(YearMonth month, InputFiles files, Inputs inputs) {
        RunIdentity run = identity(month, files);
        RunTerms terms = RunTerms.ofMonth(month, run.issueDate(), "");
        Issuance calculated =
                IssuingRun.calculate(terms, inputs, register.issued(YEAR), Causes.UNTOLD);
        register.receive(run, files);
        register.issue(
                run,
                calculated,
                month.toString(),
                "1",
                InputFile.sha256(new byte[] {1}),
                Optional.empty());
        return calculated;
    }

    private RunIdentity identity(YearMonth month) {
        return identity(month, files);
    }

    private RunIdentity identity(YearMonth month, InputFiles files) {
        return RunIdentity.of(
                RunTerms.ofMonth(month, LocalDate.of(2023, 1, 31), ""), files, register.head());
    }

    private JdbcTemplate sql() {
        return new JdbcTemplate(register.dataSource());
    }

    @Test
    void remembersAnActWithEveryByteOfItsInput() {
        Issuance january = issue(JANUARY);
        reopen();

        Act act = register.lastActOf(ActKind.MONTH, JANUARY, Optional.empty()).orElseThrow();
        assertThat(act.sequence()).isEqualTo(1);
        assertThat(act.terms().issueDate()).isEqualTo("2023-01-31");
        assertThat(act.run().previousAct()).isEqualTo(RunIdentity.NO_ACT);
        assertThat(register.head()).isEqualTo(act.hash());
        assertThat(register.inputsOf(act).hashes()).isEqualTo(files.hashes());
        Issued issued = register.issued(YEAR);
        assertThat(issued.amounts().map(IssuedAmount::amount))
                .containsExactlyElementsOf(january.amounts());
        assertThat(issued.months()).containsExactly(JANUARY);
        assertThat(issued.lastOfSeries().get(new InvoiceSeries(2023, false)).number())
                .hasToString("202300003");
        assertThat(issued.previousManifest()).isEqualTo(act.manifest());
    }

    /** They are sent to the database some at a time. */
    @Test
    void everyAmountOfManyIsKeptInItsPlace() {
        StringBuilder lines = new StringBuilder();
        for (int row = 4; row < 4 + 600; row++) {
            lines.append(row)
                    .append(";SHVO;Rad;drift;")
                    .append(row)
                    .append(";70/30;;;Plan 2023;;\n");
        }
        input.changeAll("budget-2023.csv", "Totalt;[^\n]*\n", lines.toString());

        Issuance january = issue(JANUARY, input.files(), input.inputs());
        reopen();

        assertThat(january.amounts()).hasSizeGreaterThan(2_000);
        assertThat(register.amountsOf(register.acts().get(0))).isEqualTo(january.issuedAmounts());
    }

    /** H2 opens a file with anything after its end, so a large one would tell too. */
    @Test
    void aRegisterThatWasMovedTellsWhereToUnlessItIsTooLargeToBeCopiedForThat() throws IOException {
        register.markMoved(RegisterAddress.parse("jdbc:h2:file:/annanstans/gits").orElseThrow());
        register.close();
        Path aside = folder.resolve("gits.mv.db.flyttat");
        Files.move(folder.resolve("register/gits.mv.db"), aside);
        Path temporary = Files.createDirectory(folder.resolve("tillfälligt"));

        assertThat(Register.movedTo(aside)).hasValue("/annanstans/gits.mv.db");

        try (RandomAccessFile file = new RandomAccessFile(aside.toFile(), "rw")) {
            file.setLength(256L << 20);
            assertThat(Register.movedTo(aside, temporary)).hasValue("/annanstans/gits.mv.db");
            assertThat(temporary).isEmptyDirectory();
            file.setLength((256L << 20) + 1);
        }
        assertThat(Register.movedTo(aside)).isEmpty();
    }

    @Test
    void whatWasNotMovedTellsNothing() throws IOException {
        register.close();
        Path file = folder.resolve("register/gits.mv.db");
        Path damaged = Files.write(folder.resolve("skadat"), new byte[8192]);
        Path temporary = Files.createDirectory(folder.resolve("tillfälligt"));

        assertThat(Register.movedTo(file, temporary)).isEmpty();
        assertThat(temporary).isEmptyDirectory();
        assertThat(OpenFiles.in(temporary)).isEmpty();
        assertThat(Register.movedTo(damaged)).isEmpty();
        assertThat(Register.movedTo(folder.resolve("saknas"))).isEmpty();
    }

    @Test
    void whatCouldBeMarkedIsNotMarkedUntilItIs() {
        RegisterAddress there = RegisterAddress.parse("jdbc:h2:file:/annanstans/g").orElseThrow();
        register.demandMarkable(there);
        reopen();

        register.demandMarkable(there);
        register.markMoved(there);
        register.close();

        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        RegisterFailure.class,
                        e -> assertThat(e.kind()).isEqualTo(RegisterFailure.Kind.MOVED));
    }

    @Test
    void whatCannotBeMarkedIsTold() {
        FullDisk.at("moved", register);

        assertThatThrownBy(
                        () ->
                                register.demandMarkable(
                                        RegisterAddress.parse("jdbc:h2:file:/annanstans/g")
                                                .orElseThrow()))
                .isInstanceOfSatisfying(
                        RegisterFailure.class,
                        e -> assertThat(e.kind()).isEqualTo(RegisterFailure.Kind.UNAVAILABLE));
    }

    @Test
    void whatIsClosedCannotBeMarked() {
        RegisterAddress there = RegisterAddress.parse("jdbc:h2:file:/annanstans/g").orElseThrow();
        register.demandMarkable(there);
        register.close();

        assertThatThrownBy(() -> register.demandMarkable(there)).isInstanceOf(Exception.class);
    }

    @Test
    void whatWasIssuedIsReadOnceUntilMoreIs() {
        issue(JANUARY);
        Issued january = register.issued(YEAR);

        assertThat(register.issued(YEAR)).isSameAs(january);
        assertThat(register.issued(YEAR.plusYears(1)).acts()).isEmpty();
        issue(FEBRUARY);
        assertThat(register.issued(YEAR).acts()).hasSize(2);
        assertThat(january.acts()).hasSize(1);
    }

    @Test
    void eachActIsChainedToTheOneBefore() {
        issue(JANUARY);
        issue(FEBRUARY);

        List<Act> acts = register.acts();
        assertThat(acts.get(1).run().previousAct()).isEqualTo(acts.get(0).hash());
        assertThat(acts.get(0).hash()).isNotEqualTo(acts.get(1).hash());
        assertThat(register.issuedBefore(1, YEAR).amounts()).isEmpty();
        assertThat(register.issuedBefore(2, YEAR).amounts()).isNotEmpty();
    }

    @Test
    void theChainTellsAChangedAmountAChangedInvoiceAndAChangedInput() {
        Issuance january =
                IssuingRun.calculate(
                        RunTerms.ofMonth(JANUARY, LocalDate.of(2023, 1, 31), ""),
                        inputs,
                        Issued.NOTHING,
                        Causes.UNTOLD);
        Issuance march =
                IssuingRun.calculate(
                        RunTerms.ofMonth(YearMonth.of(2023, 3), LocalDate.of(2023, 1, 31), ""),
                        inputs,
                        Issued.NOTHING,
                        Causes.UNTOLD);
        RunIdentity run = identity(JANUARY);
        String manifest = "a".repeat(64);
        String hash = hash(run, january, manifest);

        assertThat(hash(run, january, manifest)).isEqualTo(hash);
        assertThat(hash(run, march, manifest)).isNotEqualTo(hash);
        assertThat(hash(run, january, "b".repeat(64))).isNotEqualTo(hash);
        InputFiles other = new SmallInput().change("parter.csv", "Ale kommun", "Ale").files();
        RunIdentity otherRun = RunIdentity.of(run.terms(), other, run.previousAct());
        assertThat(hash(otherRun, january, manifest)).isNotEqualTo(hash);
        assertThat(otherRun.key()).isNotEqualTo(run.key());
    }

    private static String hash(RunIdentity run, Issuance issuance, String manifest) {
        List<IssuedAmount> amounts =
                issuance.amounts().stream()
                        .map(a -> new IssuedAmount(a, Optional.empty()))
                        .toList();
        return new ActHash(1, run, "2023-01", "1", manifest, Optional.empty())
                .with(issuance.invoices(), amounts)
                .value();
    }

    @Test
    void aNumberIsUsedOnce() {
        issue(JANUARY);

        assertThatThrownBy(
                        () ->
                                sql().update(
                                                "insert into invoice select '9' || substring(number, 2), act,"
                                                        + " series_year, series_internal, ordinal, kind,"
                                                        + " invoice_date, due_date, party, party_name, ocr,"
                                                        + " net_ore, vat_ore, rounding_ore, payable_ore"
                                                        + " from invoice"))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void anActThatDoesNotBuildOnTheLastIsNotIssued() {
        RunIdentity stale = identity(FEBRUARY);
        Issuance issuance =
                IssuingRun.calculate(
                        RunTerms.ofMonth(FEBRUARY, stale.issueDate(), ""),
                        inputs,
                        Issued.NOTHING,
                        Causes.UNTOLD);
        issue(JANUARY);
        register.receive(stale, files);

        assertThatThrownBy(
                        () ->
                                register.issue(
                                        stale,
                                        issuance,
                                        "2023-02",
                                        "1",
                                        "a".repeat(64),
                                        Optional.empty()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void everyEventTellsWhoWhereAndWithWhichVersion() {
        issue(JANUARY);

        Map<String, Object> event = sql().queryForMap("select * from run_event");
        assertThat(event)
                .containsEntry("EVENT", "utfärdad")
                .containsEntry("LOGIN", "anna")
                .containsEntry("HOST", "dator-1")
                .containsEntry("PROGRAM_VERSION", "1.0.0")
                .containsEntry("JAVA_VERSION", "17.0.15");
    }

    @Test
    void anInputThatManyRunsReadIsKeptOnce() {
        issue(JANUARY);
        issue(FEBRUARY);

        assertThat(sql().queryForObject("select count(*) from input_file", Integer.class))
                .isEqualTo(files.all().size());
        assertThat(sql().queryForObject("select count(*) from run_input", Integer.class))
                .isEqualTo(2 * files.all().size());
    }

    /** A register is put in its place whole: a killed run leaves it aside, half made. */
    @Test
    void whatWasLeftHalfMadeIsMadeAnew() throws IOException {
        register.close();
        Path file = folder.resolve("register/gits.mv.db");
        Path aside = folder.resolve("register/gits.under-arbete.mv.db");
        Files.move(file, aside);
        open();

        issue(JANUARY);
        assertThat(register.acts()).hasSize(1);
        assertThat(aside).doesNotExist();
        assertThat(file).exists();
    }

    /** An upgrade that was killed leaves the register as it was, and is done again. */
    @Test
    void anUpgradeThatWasKilledIsDoneAgain() throws IOException {
        issue(JANUARY);
        issue(FEBRUARY);
        sql().execute("drop table history_chain");
        sql().update("delete from \"flyway_schema_history\" where \"version\" in ('4', '5', '6')");
        register.close();
        Path aside = folder.resolve("register/gits.under-arbete.mv.db");
        Files.copy(folder.resolve("register/gits.mv.db"), aside);
        open();

        assertThat(register.acts()).hasSize(2);
        assertThat(RegisterAudit.of(register)).isEmpty();
        assertThat(aside).doesNotExist();
    }

    /** As the first version left it: acts without a party or an attest. */
    @Test
    void aRegisterOfTheFirstVersionGoesOn() {
        Issuance january = issue(JANUARY);
        String hash = register.head();
        sql().execute("alter table act drop column attest");
        sql().execute("drop table history_chain");
        sql().execute("drop table attest");
        sql().execute("alter table run drop column party");
        sql().update(
                        "delete from \"flyway_schema_history\" where \"version\" in ('3', '4', '5', '6')");
        reopen();

        assertThat(register.head()).isEqualTo(hash);
        assertThat(register.acts().get(0).attest()).isEmpty();
        assertThat(register.acts().get(0).run().party()).isEmpty();
        assertThat(register.issued(YEAR).amounts().map(IssuedAmount::amount))
                .containsExactlyElementsOf(january.amounts());
        issue(FEBRUARY);
        assertThat(register.acts()).hasSize(2);
    }

    /** As the fourth version left it: what was done is chained already, and stays so. */
    @Test
    void aRegisterOfTheVersionBeforeKeepsItsHistory() {
        issue(JANUARY);
        issue(FEBRUARY);
        String history = register.headOfHistory();
        sql().update("delete from \"flyway_schema_history\" where \"version\" in ('5', '6')");
        reopen();

        assertThat(register.headOfHistory()).isEqualTo(history);
        assertThat(RegisterAudit.of(register)).isEmpty();
    }

    @Test
    void anAttestIsPartOfItsActsHash() {
        RunIdentity run = identity(JANUARY);
        register.attest(run, files, "Eva Ek", "c".repeat(64), "d".repeat(64));
        Attest attest = register.attests().get(0);
        Issuance january = IssuingRun.calculate(run.terms(), inputs, Issued.NOTHING, Causes.UNTOLD);
        register.issue(run, january, "2023-01", "1", "a".repeat(64), Optional.of(attest));
        reopen();

        assertThat(register.acts().get(0).attest()).contains(attest);
        assertThat(attest.run()).isEqualTo(run);
        assertThat(attest.at()).isEqualTo(NOON.instant());
        List<IssuedAmount> amounts = register.issued(YEAR).amounts().toList();
        assertThat(register.head())
                .isEqualTo(hashOf(run, january, amounts, Optional.of(attest)))
                .isNotEqualTo(hashOf(run, january, amounts, Optional.empty()));
    }

    private static String hashOf(
            RunIdentity run,
            Issuance issuance,
            List<IssuedAmount> amounts,
            Optional<Attest> attest) {
        return new ActHash(1, run, "2023-01", "1", "a".repeat(64), attest)
                .with(issuance.invoices(), amounts)
                .value();
    }

    @Test
    void theProgramAddsRowsAndNeverChangesOrRemovesOne() throws IOException {
        try (Stream<Path> sources =
                Files.walk(Path.of("src/main/java/se/gits/costshare/register"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(source))
                        .doesNotContainPattern(
                                "\"\\s*(update|delete from|truncate table|drop|alter|merge into)"
                                        + " +(input_file|run|run_input|run_event|act|invoice|amount|attest)");
            }
        }
    }

    @Test
    void aRegisterOfALaterVersionIsNotTouched() {
        sql().update(
                        "insert into \"flyway_schema_history\" (\"installed_rank\", \"version\","
                                + " \"description\", \"type\", \"script\", \"installed_by\","
                                + " \"execution_time\", \"success\")"
                                + " values (99, '99', 'senare', 'SQL', 'V99', 'x', 1, true)");
        register.close();

        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        RegisterFailure.class,
                        e -> assertThat(e.kind()).isEqualTo(RegisterFailure.Kind.TOO_NEW));
    }

    private void assertFails(RegisterFailure.Kind kind) {
        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        RegisterFailure.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }

    /** A lock that is let go of may be another's by now. */
    @Test
    void whoHasLetGoOfItIssuesNothingMore() {
        RunIdentity run = received();
        register.close();

        assertLostBeforeItIssues(run);
    }

    @Test
    void whoLetsGoOfItBeforeTheCommitIssuesNothing() {
        RunIdentity run = received();

        assertThatThrownBy(
                        () ->
                                register.inTransaction(
                                        () -> {
                                            register.close();
                                            issue(run);
                                        }))
                .isInstanceOfSatisfying(
                        RegisterFailure.class,
                        e -> assertThat(e.kind()).isEqualTo(RegisterFailure.Kind.LOST));
        open();
        assertThat(register.acts()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whoseFileRefusedAWriteIssuesNothingMore(RefusedWrite write) {
        RunIdentity run = received();
        write.in(register.dataSource());

        assertLostBeforeItIssues(run);
    }

    @ParameterizedTest
    @EnumSource
    void whoseFileRefusesAWriteBeforeTheCommitIssuesNothing(RefusedWrite write) {
        RunIdentity run = received();

        assertThatThrownBy(
                        () -> {
                            register.inTransaction(
                                    () -> {
                                        issue(run);
                                        write.in(register.dataSource());
                                    });
                            register.force();
                        })
                .isInstanceOf(RuntimeException.class);
        open();
        assertThat(register.acts()).isEmpty();
    }

    private void assertLostBeforeItIssues(RunIdentity run) {
        assertThatThrownBy(() -> register.inTransaction(() -> issue(run)))
                .satisfies(e -> assertThat(RegisterFailure.lostBehind(e)).isPresent());
        open();
        assertThat(register.acts()).isEmpty();
    }

    private RunIdentity received() {
        RunIdentity run = identity(JANUARY);
        register.receive(run, files);
        return run;
    }

    private void issue(RunIdentity run) {
        Issuance january = IssuingRun.calculate(run.terms(), inputs, Issued.NOTHING, Causes.UNTOLD);
        register.issue(run, january, "2023-01", "1", "a".repeat(64), Optional.empty());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkToARegisterIsToldAsThat() throws IOException {
        register.close();
        Path file = folder.resolve("register/gits.mv.db");
        Path elsewhere = Files.move(file, folder.resolve("annanstans.mv.db"));
        Files.createSymbolicLink(file, elsewhere);

        assertFails(RegisterFailure.Kind.LINK);

        Files.delete(file);
        Files.move(elsewhere, file);
        open();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkToNothingIsNoPlaceForANewOne() throws IOException {
        register.close();
        Path file = folder.resolve("register/gits.mv.db");
        Files.move(file, folder.resolve("annanstans.mv.db"));
        Files.createSymbolicLink(file, folder.resolve("ingenstans.mv.db"));

        assertFails(RegisterFailure.Kind.LINK);

        assertThat(file).isSymbolicLink();
        assertThat(folder.resolve("ingenstans.mv.db")).doesNotExist();
        Files.delete(file);
        open();
    }

    /** As another process has it. */
    @Test
    void whoComesSecondIsToldThatItIsBusy() throws IOException {
        register.close();
        try (FileChannel held =
                        FileChannel.open(
                                folder.resolve("register/gits.mv.db"), StandardOpenOption.WRITE);
                FileLock lock = held.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertFails(RegisterFailure.Kind.BUSY);
        }
        open();
    }

    /** While another process makes it aside there is nothing in its place, not even half of it. */
    @Test
    void whoComesWhileItIsMadeIsToldAndLeavesNothing() throws IOException {
        register.close();
        Path file = folder.resolve("register/gits.mv.db");
        Files.delete(file);
        WorkLock held =
                WorkLock.take(folder.resolve("register/gits.under-arbete.mv.db.lock"))
                        .orElseThrow();
        assertFails(RegisterFailure.Kind.BUSY);
        assertThat(file).doesNotExist();
        held.close();
        open();
        assertThat(file).exists();
    }

    @Test
    void whatIsNoRegisterIsToldAndLeftAsItIs() throws IOException {
        register.close();
        Path file = folder.resolve("register/gits.mv.db");
        Files.writeString(file, "inget register");

        assertFails(RegisterFailure.Kind.UNAVAILABLE);
        assertThat(file).hasContent("inget register");
    }

    @Test
    void whereNoFolderCanBeMadeThereIsNoRegister() throws IOException {
        Path output = Files.writeString(folder.resolve("fil"), "x");

        assertThatThrownBy(
                        () ->
                                Register.openOrMake(
                                        RegisterAddress.ofOutput(output).orElseThrow(),
                                        NOON,
                                        ACTOR))
                .isInstanceOfSatisfying(
                        RegisterFailure.class,
                        e -> assertThat(e.kind()).isEqualTo(RegisterFailure.Kind.UNAVAILABLE));
    }

    @Test
    void theScriptsThatMakeItAreTold() {
        assertThat(RegisterSchema.scripts().keySet())
                .containsExactly(
                        "V1__register.sql",
                        "V2__batch.sql",
                        "V3__credits_and_attests.sql",
                        "V4__history_is_chained.sql",
                        "schema-h2/V5__append_only.sql",
                        "schema-h2/V6__moved.sql",
                        "schema-postgresql/V5__append_only.sql",
                        "schema-postgresql/V6__moved.sql");
        assertThat(RegisterSchema.scripts().get("V1__register.sql"))
                .contains("create table if not exists act (");
    }

    /** Another program that writes to it meanwhile has it: what it writes is not lost. */
    @Test
    void aRegisterThatIsWrittenToWhileItIsBroughtUpToDateStaysAsItIs() throws Exception {
        issue(JANUARY);
        sql().execute("drop table history_chain");
        sql().update("delete from \"flyway_schema_history\" where \"version\" in ('4', '5', '6')");
        register.close();
        Path file = folder.resolve("register/gits.mv.db");
        AtomicBoolean isWriting = new AtomicBoolean(true);
        Thread writer =
                new Thread(
                        () -> {
                            for (long time = 0; isWriting.get(); time += 1000) {
                                file.toFile().setLastModified(1_700_000_000_000L + time);
                            }
                        });
        writer.start();
        assertFails(RegisterFailure.Kind.BUSY);
        isWriting.set(false);
        writer.join();
        open();

        assertThat(register.acts()).hasSize(1);
        assertThat(RegisterAudit.of(register)).isEmpty();
    }

    /** Where a system lets a file be replaced while it is open. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whoseFileWasReplacedIssuesNothingMore() throws IOException {
        issue(JANUARY);
        Path file = folder.resolve("register/gits.mv.db");
        Path copy = Files.copy(file, folder.resolve("kopia"));
        Files.move(copy, file, StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> issue(FEBRUARY))
                .isInstanceOf(RegisterFailure.class)
                .hasRootCauseInstanceOf(NoSuchFileException.class);
    }

    /** Who looks for one that another run has just taken away must not make one in its place. */
    @Test
    void whatIsGoneIsNotMadeByWhoOnlyOpensIt() throws IOException {
        register.close();
        Path file = folder.resolve("register/gits.mv.db");
        Files.delete(file);

        assertThatThrownBy(
                        () ->
                                Register.open(
                                        RegisterAddress.ofOutput(folder).orElseThrow(),
                                        NOON,
                                        ACTOR))
                .isInstanceOfSatisfying(
                        RegisterFailure.class,
                        e -> assertThat(e.kind()).isEqualTo(RegisterFailure.Kind.GONE));
        assertThat(file).doesNotExist();
        open();
    }

    /** None is ever put in its place like that, so what it had is gone. */
    @Test
    void aRegisterThatIsEmptiedIsDamagedAndNotNew() throws Exception {
        register.close();
        RegisterAddress address = RegisterAddress.ofOutput(folder).orElseThrow();
        Files.delete(address.file().orElseThrow());
        DriverManager.getConnection(address.url(), "gits", "").close();

        assertThatThrownBy(() -> Register.open(address, NOON, ACTOR))
                .satisfies(e -> assertThat(RegisterFailure.tellsDamage(e)).isTrue());
    }

    /** H2 takes a file of nothing for a new database. */
    @Test
    void aFileOfNothingIsDamagedAndStaysSo() throws IOException {
        register.close();
        Path file = Files.write(folder.resolve("register/gits.mv.db"), new byte[0]);

        assertThatThrownBy(
                        () ->
                                Register.open(
                                        RegisterAddress.ofOutput(folder).orElseThrow(),
                                        NOON,
                                        ACTOR))
                .satisfies(e -> assertThat(RegisterFailure.tellsDamage(e)).isTrue());
        assertThat(file).isEmptyFile();
    }

    @Test
    void aRegisterThatWasMovedIsNotGoneOnWithNorACopyOfIt() throws IOException {
        issue(JANUARY);
        RegisterAddress there = RegisterAddress.parse("jdbc:h2:file:/x/gits").orElseThrow();
        RegisterAddress another = RegisterAddress.parse("jdbc:h2:file:/y/gits").orElseThrow();
        register.markMoved(there);
        register.close();

        RegisterAddress here = RegisterAddress.ofOutput(folder).orElseThrow();
        assertThat(here.movedAside()).isEmpty();
        Path aside = here.putAside().orElseThrow();
        assertThat(here.movedAside()).contains(aside);
        Files.copy(aside, here.file().orElseThrow());
        assertThatThrownBy(() -> Register.openOrMake(here, NOON, ACTOR))
                .isInstanceOfSatisfying(
                        RegisterFailure.class,
                        e -> {
                            assertThat(e.kind()).isEqualTo(RegisterFailure.Kind.MOVED);
                            assertThat(e.isMovedTo(there)).isTrue();
                            assertThat(e.isMovedTo(another)).isFalse();
                        });
        demandLetGoOf(here.file().orElseThrow());
        assertThat(here.putAside().orElseThrow()).hasFileName("gits.mv.db.flyttat-2");
        Files.copy(aside, here.file().orElseThrow());
        assertThat(here.putAside().orElseThrow()).hasFileName("gits.mv.db.flyttat-3");

        here.forgetMovedAside();
        assertThat(here.movedAside()).isEmpty();
        assertThat(folder.resolve("register/gits.mv.db.flyttat-4")).exists();
        here.forgetMovedAside();
    }

    /** Whoever has it open has it locked. */
    private static void demandLetGoOf(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
        }
    }

    @Test
    void whatThisRunDidNotMakeIsClosedAndNotTakenAway() throws IOException {
        issue(JANUARY);
        Path file = folder.resolve("register/gits.mv.db");
        register.close();
        open();

        register.discard();

        demandLetGoOf(file);
        open();
        assertThat(register.acts()).hasSize(1);
    }

    @Test
    void whatAnotherRunHasBroughtUpToDateIsLeft() throws Exception {
        issue(JANUARY);
        register.close();
        RegisterAddress address = RegisterAddress.ofOutput(folder).orElseThrow();
        Path made = address.aside().flatMap(RegisterAddress::file).orElseThrow();
        Object file = fileKey(address);

        FileDatabase.bringUpToDate(address, made);

        assertThat(made).doesNotExist();
        assertThat(fileKey(address)).as("the file in its place").isEqualTo(file);
        open();
        assertThat(register.acts()).hasSize(1);
    }

    private static Object fileKey(RegisterAddress address) throws IOException {
        Path file = address.file().orElseThrow();
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    @Test
    void onlyWhatThisRunMadeAndNobodyHasWrittenInIsNew() {
        RegisterAddress address = RegisterAddress.ofOutput(folder.resolve("annan")).orElseThrow();
        try (Register made = Register.openOrMake(address, NOON, ACTOR)) {
            assertThat(made.isNew()).isTrue();
            made.receive(identity(JANUARY), files);
            made.note(identity(JANUARY), RunEvent.STARTED);
            assertThat(made.isNew()).isFalse();
        }
        try (Register there = Register.openOrMake(address, NOON, ACTOR)) {
            assertThat(there.isNew()).isFalse();
        }
    }

    @Test
    void whatAnotherRunMadeIsNotNewThoughNothingIsInIt() {
        RegisterAddress address = RegisterAddress.ofOutput(folder.resolve("annan")).orElseThrow();
        Register.openOrMake(address, NOON, ACTOR).close();

        try (Register there = Register.openOrMake(address, NOON, ACTOR)) {
            assertThat(there.isNew()).isFalse();
        }
    }

    @Test
    void whatThisRunMadeIsTakenAwayAndClosed() throws IOException {
        RegisterAddress address = RegisterAddress.ofOutput(folder.resolve("annan")).orElseThrow();
        Register made = Register.openOrMake(address, NOON, ACTOR);

        made.discard();

        assertThatThrownBy(made::acts).isInstanceOf(Exception.class);
        assertThat(folder.resolve("annan/register")).doesNotExist();
        assertThatThrownBy(() -> Register.open(address, NOON, ACTOR))
                .isInstanceOf(RegisterFailure.class);
    }
}
