package se.gits.costshare.register;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.input.Problems;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.ActKind;
import se.gits.costshare.run.Causes;
import se.gits.costshare.run.Inputs;
import se.gits.costshare.run.InputsReader;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.IssuingRun;
import se.gits.costshare.run.RunTerms;
import se.gits.costshare.run.SmallInput;

/** A register in a folder, and one who issues acts into it as the job does. */
final class RegisterOffice implements AutoCloseable {

    static final LocalDate DATE = LocalDate.of(2023, 12, 31);
    static final Actor ANNA = new Actor("anna", "dator-1", "1.0.0", "17.0.15");

    private static final Clock NOON =
            Clock.fixed(Instant.parse("2023-12-31T12:00:00Z"), ZoneOffset.UTC);

    private final Path folder;
    private final SmallInput input;
    private Register register;

    RegisterOffice(Path folder) {
        this(folder, new SmallInput());
    }

    RegisterOffice(Path folder, SmallInput input) {
        this.folder = folder;
        this.input = input;
        this.register = open();
    }

    private Register open() {
        return Register.openOrMake(address(), NOON, ANNA);
    }

    RegisterAddress address() {
        return RegisterAddress.ofOutput(folder).orElseThrow();
    }

    Register register() {
        return register;
    }

    SmallInput input() {
        return input;
    }

    /** January attested and issued, February, and Ale's January credited and issued anew. */
    RegisterOffice withFourActs() {
        attestAndIssue(YearMonth.of(2023, 1));
        issue(RunTerms.ofMonth(YearMonth.of(2023, 2), DATE, ""), Optional.empty());
        PartyCode ale = new PartyCode("1440");
        issue(RunTerms.ofCredit(YearMonth.of(2023, 1), ale, DATE, "Fel"), Optional.empty());
        issue(RunTerms.ofReissue(YearMonth.of(2023, 1), ale, DATE, "Rättad"), Optional.empty());
        return this;
    }

    /** A month of the year before, dated in it: another year's act, with numbers of its own. */
    void issueOfYear2022() {
        issue(
                RunTerms.ofMonth(YearMonth.of(2022, 12), LocalDate.of(2022, 12, 31), ""),
                Optional.empty());
    }

    private void attestAndIssue(YearMonth month) {
        RunTerms terms = RunTerms.ofMonth(month, DATE, "");
        register.attest(run(terms), input.files(), "Eva Ek", "c".repeat(64), "d".repeat(64));
        issue(terms, Optional.of(register.attests().get(0)));
    }

    RunIdentity run(RunTerms terms) {
        return RunIdentity.of(terms, input.files(), register.head());
    }

    Issuance issue(RunTerms terms, Optional<Attest> attest) {
        return issue(terms, attest, folder(terms));
    }

    Issuance issue(RunTerms terms, Optional<Attest> attest, String folderOfAct) {
        RunIdentity run = run(terms);
        Issuance issuance =
                IssuingRun.calculate(
                        terms,
                        inputs(Year.from(terms.month())),
                        register.issued(Year.from(terms.month())),
                        Causes.UNTOLD);
        register.receive(run, input.files());
        register.note(run, RunEvent.STARTED);
        register.inTransaction(
                () ->
                        register.issue(
                                run,
                                issuance,
                                folderOfAct,
                                "1",
                                InputFile.sha256(folderOfAct.getBytes()),
                                attest));
        return issuance;
    }

    private Inputs inputs(Year year) {
        return InputsReader.read(input.files(), year, new Problems()).orElseThrow();
    }

    private static String folder(RunTerms terms) {
        return terms.kind() == ActKind.MONTH
                ? terms.month().toString()
                : terms.month() + "-" + terms.kind().swedish() + "-1";
    }

    /** Does to the tables what the program never does, by one who takes away what guards them. */
    void change(String sql) throws SQLException {
        register.close();
        try (Connection connection = DriverManager.getConnection(address().url(), "gits", "");
                Statement statement = connection.createStatement()) {
            for (String trigger : triggers(statement)) {
                statement.execute("drop trigger if exists " + trigger);
            }
            statement.execute("set referential_integrity false");
            for (String one : sql.split(";")) {
                statement.executeUpdate(one);
            }
        }
        register = open();
    }

    private static List<String> triggers(Statement statement) throws SQLException {
        List<String> triggers = new ArrayList<>();
        try (ResultSet names =
                statement.executeQuery(
                        "select distinct trigger_name from information_schema.triggers")) {
            while (names.next()) {
                triggers.add(names.getString(1));
            }
        }
        return triggers;
    }

    @Override
    public void close() {
        register.close();
    }
}
