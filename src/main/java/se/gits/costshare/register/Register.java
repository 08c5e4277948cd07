package se.gits.costshare.register;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.input.InputFiles;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceNumber;
import se.gits.costshare.invoice.InvoiceSeries;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.money.Money;
import se.gits.costshare.money.VatRate;
import se.gits.costshare.party.Invoicing;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.ActKind;
import se.gits.costshare.run.Amount;
import se.gits.costshare.run.AmountColumns;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.Issued;
import se.gits.costshare.run.Issued.SeriesEnd;
import se.gits.costshare.run.IssuedAct;
import se.gits.costshare.run.IssuedAct.IssuedAmount;

/**
 * The register of runs, inputs, acts, invoices and amounts.
 *
 * <p>While it is open nobody else has it: the one who opens it second is told so. So the numbers
 * that a run counts on from cannot move under it.
 */
public final class Register implements AutoCloseable, IssuedActs {

    static final String INSERT_INVOICE =
            "insert into invoice (number, act, series_year, series_internal, ordinal, kind,"
                    + " invoice_date, due_date, party, party_name, ocr, net_ore, vat_ore,"
                    + " rounding_ore, payable_ore)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    static final String INSERT_AMOUNT =
            "insert into amount (act, position, budget_row, object, party, invoicing, kind,"
                    + " concerns, vat_percent, vat_ground, amount_ore, invoice)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** Larger ones take longer to copy than to ask whoever moved it. */
    private static final long MOST_COPIED_TO_ASK = 256L << 20;

    /** What was issued of a year until the act that the head is of. */
    private record IssuedOfYear(Year year, String head, Issued issued) {}

    private final RegisterDatabase database;
    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final Actor actor;
    private final History history;

    /** A run asks again and again, and a year may have millions of amounts. */
    private Optional<IssuedOfYear> lastRead = Optional.empty();

    private Register(RegisterDatabase database, Clock clock, Actor actor) {
        this.database = database;
        this.jdbc = new JdbcTemplate(database.dataSource());
        this.clock = clock;
        this.actor = actor;
        this.history = new History(jdbc);
    }

    /**
     * Has what takes time of making a register done while other work goes on. Nothing is written,
     * so it may be begun before anything is refused; on a server nothing can be done before.
     */
    public static void beginMaking(RegisterAddress address) {
        address.file().ifPresent(file -> EmptyRegister.begun());
    }

    /**
     * Opens a register, making it where there is none.
     *
     * @param clock for the time of events; it decides nothing on an invoice
     * @throws RegisterFailure if another run holds it, it cannot be used, was moved, or is too new
     */
    public static Register openOrMake(RegisterAddress address, Clock clock, Actor actor) {
        return new Register(RegisterDatabase.openOrMake(address), clock, actor);
    }

    /**
     * Opens a register that is there.
     *
     * @param clock for the time of events; it decides nothing on an invoice
     * @throws RegisterFailure if there is none, another run holds it, it cannot be used, was moved,
     *     or is too new
     */
    public static Register open(RegisterAddress address, Clock clock, Actor actor) {
        return new Register(RegisterDatabase.open(address), clock, actor);
    }

    /**
     * Where the register in a file that was put aside has gone. A copy of it is asked, since what
     * was moved is opened by nobody.
     *
     * @return empty where it does not tell, or is too large to be copied for that
     */
    public static Optional<String> movedTo(Path aside) {
        return movedTo(aside, Path.of(System.getProperty("java.io.tmpdir")));
    }

    /**
     * @param temporary where the copy is made, and taken away again
     */
    static Optional<String> movedTo(Path aside, Path temporary) {
        try {
            return Files.size(aside) > MOST_COPIED_TO_ASK
                    ? Optional.empty()
                    : askedInACopy(aside, temporary);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> askedInACopy(Path aside, Path temporary) throws IOException {
        Path folder = Files.createTempDirectory(temporary, "gits");
        Path copy = folder.resolve("gits.mv.db");
        try {
            Files.copy(aside, copy);
            return RegisterAddress.ofFile(folder.resolve("gits")).flatMap(Register::placeToldBy);
        } finally {
            deleteIfPossible(copy);
            deleteIfPossible(folder);
        }
    }

    /** What stays in the folder of all that is temporary is for the system to take away. */
    private static void deleteIfPossible(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // The answer is what counts.
        }
    }

    /** One of an earlier version, or damaged, may fail of anything. */
    private static Optional<String> placeToldBy(RegisterAddress copy) {
        try {
            RegisterDatabase.open(copy).close();
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(e)
                    .filter(RegisterFailure.class::isInstance)
                    .map(RegisterFailure.class::cast)
                    .filter(failure -> failure.kind() == RegisterFailure.Kind.MOVED)
                    .map(RegisterFailure::getMessage);
        }
    }

    /** Whether this run made it, and nothing has been done in it yet, by another run either. */
    public boolean isNew() {
        return database.isNew() && headOfHistory().equals(RunIdentity.NO_ACT);
    }

    /** For the job's own tables and transactions. */
    public DataSource dataSource() {
        return database.dataSource();
    }

    History history() {
        return history;
    }

    /**
     * Waits until what is issued stays so even if the power goes: before its folder is seen.
     *
     * @throws RegisterFailure if it cannot be written, or is no longer in its place
     */
    public void force() {
        // H2 lets a commit pass in a database that it has closed, which can then not be forced.
        database.force();
        database.demandHeld();
    }

    /**
     * Lets nobody go on with this register, once all of it is elsewhere.
     *
     * @throws RegisterFailure if it cannot be written
     */
    public void markMoved(RegisterAddress place) {
        database.markMoved(place);
        database.force();
    }

    /**
     * Tries whether it could be marked as moved, and leaves it as it is: what cannot be marked is
     * not to be copied.
     *
     * @throws RegisterFailure if it cannot be written, or not by this user
     */
    public void demandMarkable(RegisterAddress place) {
        database.demandMarkable(place);
    }

    /**
     * Closes a register that came to hold nothing, and takes it away where this run made it; one on
     * a server stays, empty.
     *
     * @throws IOException if its file cannot be taken away
     */
    public void discard() throws IOException {
        database.discard();
    }

    /** Closes the register, so that another run can open it. */
    @Override
    public void close() {
        database.close();
    }

    @Override
    public List<Act> acts() {
        Map<String, SortedMap<String, String>> inputsOfRun = inputsOfRun();
        Map<Long, Attest> attestOfId = new HashMap<>();
        attests(inputsOfRun).forEach(attest -> attestOfId.put(attest.id(), attest));
        return jdbc.query(
                "select a.sequence, a.folder, a.rules, a.manifest, a.attest, a.act_hash, "
                        + RUN_COLUMNS
                        + " from act a join run r on r.run_key = a.run_key order by a.sequence",
                (row, index) ->
                        new Act(
                                row.getInt("sequence"),
                                run(row, inputsOfRun),
                                row.getString("folder"),
                                row.getString("rules"),
                                row.getString("manifest"),
                                Optional.ofNullable(attestOfId.get(row.getLong("attest"))),
                                row.getString("act_hash")));
    }

    /** What {@link #amount} reads, and last the act. */
    private static final String SELECT_AMOUNT =
            "select budget_row, object, party, invoicing, kind, concerns, vat_percent,"
                    + " vat_ground, amount_ore, invoice, act from amount";

    /** What {@link #run} reads, of a run named r. */
    private static final String RUN_COLUMNS =
            "r.run_key, r.kind, r.period, r.party, r.invoice_date, r.reason, r.previous_act";

    private static RunIdentity run(
            ResultSet row, Map<String, SortedMap<String, String>> inputsOfRun) throws SQLException {
        String party = row.getString("party");
        return new RunIdentity(
                ActKind.ofSwedish(row.getString("kind")),
                YearMonth.parse(row.getString("period")),
                party.isEmpty() ? Optional.empty() : Optional.of(new PartyCode(party)),
                inputsOfRun.getOrDefault(row.getString("run_key"), new TreeMap<>()),
                row.getObject("invoice_date", LocalDate.class),
                row.getString("reason"),
                row.getString("previous_act"));
    }

    private Map<String, SortedMap<String, String>> inputsOfRun() {
        Map<String, SortedMap<String, String>> inputsOfRun = new HashMap<>();
        jdbc.query(
                "select run_key, name, sha256 from run_input",
                row -> {
                    inputsOfRun
                            .computeIfAbsent(row.getString(1), key -> new TreeMap<>())
                            .put(row.getString(2), row.getString(3));
                });
        return inputsOfRun;
    }

    /** What was done in the runs of some acts, in the order it was done. */
    public List<RunNote> notes(List<Act> acts) {
        Map<String, RunIdentity> runOfKey = new HashMap<>();
        acts.forEach(act -> runOfKey.put(act.run().key(), act.run()));
        List<RunNote> notes = new ArrayList<>();
        jdbc.query(
                "select run_key, event, at, login, host, program_version, java_version"
                        + " from run_event order by event_id",
                row -> {
                    RunIdentity run = runOfKey.get(row.getString(1));
                    if (run != null) {
                        notes.add(
                                new RunNote(
                                        run,
                                        row.getString(2),
                                        row.getObject(3, OffsetDateTime.class).toInstant(),
                                        new Actor(
                                                row.getString(4),
                                                row.getString(5),
                                                row.getString(6),
                                                row.getString(7))));
                    }
                });
        return notes;
    }

    /** Every attest, in the order they were given. */
    public List<Attest> attests() {
        return attests(inputsOfRun());
    }

    private List<Attest> attests(Map<String, SortedMap<String, String>> inputsOfRun) {
        return jdbc.query(
                "select t.attest_id, t.name, t.login, t.at, t.content, t.draft_manifest, "
                        + RUN_COLUMNS
                        + " from attest t join run r on r.run_key = t.run_key order by t.attest_id",
                (row, index) ->
                        new Attest(
                                row.getLong("attest_id"),
                                run(row, inputsOfRun),
                                row.getString("name"),
                                row.getString("login"),
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                row.getString("content"),
                                row.getString("draft_manifest")));
    }

    /**
     * The acts of a kind for a month, and for a party where they are about one; the first first.
     */
    public List<Act> actsOf(ActKind kind, YearMonth month, Optional<PartyCode> party) {
        return acts().stream()
                .filter(act -> act.run().kind() == kind)
                .filter(act -> act.run().month().equals(month))
                .filter(act -> act.run().party().equals(party))
                .toList();
    }

    /** The last of them; empty where there is none. */
    public Optional<Act> lastActOf(ActKind kind, YearMonth month, Optional<PartyCode> party) {
        return actsOf(kind, month, party).stream().reduce((one, later) -> later);
    }

    /** The hash of the last act: noted elsewhere, it vouches for all before it. */
    public String head() {
        List<Act> acts = acts();
        return acts.isEmpty() ? RunIdentity.NO_ACT : acts.get(acts.size() - 1).hash();
    }

    /**
     * The hash of what was done last: noted elsewhere, it vouches for all that was done before it.
     */
    public String headOfHistory() {
        return history.head(History.Log.EVENTS);
    }

    /** What was issued, all of it, as a run in the year needs to know. */
    public synchronized Issued issued(Year year) {
        String head = head();
        lastRead =
                lastRead.filter(last -> last.year().equals(year))
                        .filter(last -> last.head().equals(head));
        // One year's amounts have room; those of another are let go of before they are read.
        if (lastRead.isEmpty()) {
            Issued read = issuedBefore(Integer.MAX_VALUE, year);
            lastRead = Optional.of(new IssuedOfYear(year, head, read));
        }
        return lastRead.get().issued();
    }

    @Override
    public Issued issuedBefore(int sequence, Year year) {
        List<Act> before = acts().stream().filter(act -> act.sequence() < sequence).toList();
        Map<Integer, AmountColumns.Builder> amountsOfAct = new HashMap<>();
        jdbc.query(
                SELECT_AMOUNT
                        + " where act < ? and concerns between ? and ?"
                        + " order by act, position",
                row -> {
                    amountsOfAct
                            .computeIfAbsent(row.getInt(11), act -> new AmountColumns.Builder())
                            .add(amount(row));
                },
                sequence,
                year.atMonth(1).toString(),
                year.atMonth(12).toString());
        List<IssuedAct> ofYear =
                before.stream()
                        .filter(act -> act.terms().year().equals(year))
                        .map(
                                act ->
                                        act.with(
                                                amountsOfAct
                                                        .getOrDefault(
                                                                act.sequence(),
                                                                new AmountColumns.Builder())
                                                        .build()
                                                        .issued()))
                        .toList();
        return new Issued(
                ofYear,
                lastOfSeries(sequence),
                before.isEmpty() ? "" : before.get(before.size() - 1).manifest());
    }

    private Map<InvoiceSeries, SeriesEnd> lastOfSeries(int beforeSequence) {
        Map<InvoiceSeries, SeriesEnd> lastOfSeries = new HashMap<>();
        jdbc.query(
                "select number, invoice_date from invoice where act < ?"
                        + " order by series_year, series_internal, ordinal",
                row -> {
                    InvoiceNumber number = InvoiceNumber.parse(row.getString(1));
                    lastOfSeries.put(
                            number.series(),
                            new SeriesEnd(number, row.getObject(2, LocalDate.class)));
                },
                beforeSequence);
        return lastOfSeries;
    }

    private static IssuedAmount amount(ResultSet row) throws SQLException {
        String invoice = row.getString(10);
        return new IssuedAmount(
                new Amount(
                        row.getString(1),
                        row.getString(2),
                        new PartyCode(row.getString(3)),
                        Invoicing.ofSwedish(row.getString(4)),
                        LineKind.ofSwedish(row.getString(5)),
                        YearMonth.parse(row.getString(6)),
                        new VatRate(row.getInt(7), row.getString(8)),
                        new Money(row.getLong(9))),
                Optional.ofNullable(invoice).map(InvoiceNumber::parse));
    }

    @Override
    public List<IssuedAmount> amountsOf(Act act) {
        AmountColumns.Builder amounts = new AmountColumns.Builder();
        jdbc.query(
                SELECT_AMOUNT + " where act = ? order by position",
                row -> {
                    amounts.add(amount(row));
                },
                act.sequence());
        return amounts.build().issued();
    }

    @Override
    public List<InvoiceRow> invoicesOf(Act act) {
        return jdbc.query(
                "select * from invoice where act = ?",
                (row, index) ->
                        new InvoiceRow(
                                row.getString("number"),
                                row.getString("kind"),
                                row.getObject("invoice_date", LocalDate.class),
                                row.getObject("due_date", LocalDate.class),
                                row.getString("party"),
                                row.getString("party_name"),
                                row.getString("ocr"),
                                new Money(row.getLong("net_ore")),
                                new Money(row.getLong("vat_ore")),
                                new Money(row.getLong("rounding_ore")),
                                new Money(row.getLong("payable_ore"))),
                act.sequence());
    }

    @Override
    public InputFiles inputsOf(Act act) {
        List<InputFile> files = new ArrayList<>();
        act.run()
                .inputs()
                .forEach(
                        (name, sha256) ->
                                files.add(
                                        new InputFile(
                                                name,
                                                jdbc.queryForObject(
                                                        "select content from input_file"
                                                                + " where sha256 = ?",
                                                        byte[].class,
                                                        sha256))));
        return new InputFiles(files);
    }

    /**
     * How many invoices an act issued, and what they come to.
     *
     * @param numbers the first and last number of each series, {@code 202300001–202300049}
     * @param notInvoiced what is carried centrally
     */
    public record ActTotals(
            int invoices, String numbers, Money net, Money vat, Money payable, Money notInvoiced) {}

    /** The totals of an act. */
    public ActTotals totals(int sequence) {
        List<String> numbers =
                jdbc.query(
                        "select min(number), max(number) from invoice where act = ?"
                                + " group by series_year, series_internal"
                                + " order by series_year, series_internal",
                        (row, index) ->
                                row.getString(1).equals(row.getString(2))
                                        ? row.getString(1)
                                        : row.getString(1) + "–" + row.getString(2),
                        sequence);
        Money notInvoiced =
                new Money(
                        jdbc.queryForObject(
                                "select coalesce(sum(amount_ore), 0) from amount"
                                        + " where act = ? and invoicing = ?",
                                Long.class,
                                sequence,
                                Invoicing.NONE.swedish()));
        return jdbc.queryForObject(
                "select count(*), coalesce(sum(net_ore), 0), coalesce(sum(vat_ore), 0),"
                        + " coalesce(sum(payable_ore), 0) from invoice where act = ?",
                (row, index) ->
                        new ActTotals(
                                row.getInt(1),
                                String.join(", ", numbers),
                                new Money(row.getLong(2)),
                                new Money(row.getLong(3)),
                                new Money(row.getLong(4)),
                                notInvoiced),
                sequence);
    }

    /** Keeps a run and every byte of its inputs; a run that is known already is left as it is. */
    public void receive(RunIdentity run, InputFiles files) {
        String key = run.key();
        for (InputFile file : files.all()) {
            keep(file);
        }
        if (isKnown(run)) {
            return;
        }
        jdbc.update(
                "insert into run (run_key, kind, period, party, invoice_date, reason,"
                        + " previous_act) values (?, ?, ?, ?, ?, ?, ?)",
                key,
                run.kind().swedish(),
                run.month().toString(),
                run.party().map(PartyCode::value).orElse(""),
                run.issueDate(),
                run.reason(),
                run.previousAct());
        for (InputFile file : files.all()) {
            jdbc.update(
                    "insert into run_input (run_key, name, sha256) values (?, ?, ?)",
                    key,
                    file.name(),
                    file.sha256());
        }
    }

    /** Keeps a file's bytes, once however many runs read it. */
    void keep(InputFile file) {
        if (count("select count(*) from input_file where sha256 = ?", file.sha256()) == 0) {
            jdbc.update(
                    "insert into input_file (sha256, content) values (?, ?)",
                    file.sha256(),
                    file.bytes());
        }
    }

    /** Whether the run was received before: begun, or approved. */
    private boolean isKnown(RunIdentity run) {
        return count("select count(*) from run where run_key = ?", run.key()) > 0;
    }

    /** Whether the run was begun before. */
    public boolean wasStarted(RunIdentity run) {
        return jdbc.queryForObject(
                        "select count(*) from run_event where run_key = ? and event = ?",
                        Integer.class,
                        run.key(),
                        RunEvent.STARTED.swedish())
                > 0;
    }

    private int count(String sql, String key) {
        return jdbc.queryForObject(sql, Integer.class, key);
    }

    /**
     * Keeps that someone approved a run, with every byte of its inputs, in one transaction.
     *
     * @param name who approves, as told; the login is the actor's
     * @param content the hash of the amounts and invoices that are approved
     * @param draftManifest the SHA-256 of the manifest of the draft that was shown
     */
    public void attest(
            RunIdentity run, InputFiles files, String name, String content, String draftManifest) {
        inTransaction(
                () -> {
                    receive(run, files);
                    history.add(
                            History.Log.ATTESTS,
                            now(),
                            actor,
                            run.key(),
                            name,
                            content,
                            draftManifest);
                    note(run, RunEvent.ATTESTED);
                });
    }

    void inTransaction(Runnable work) {
        new TransactionTemplate(new JdbcTransactionManager(database.dataSource()))
                .executeWithoutResult(status -> work.run());
    }

    /** The login of who runs the program now. */
    public String login() {
        return actor.login();
    }

    /** Notes that something was done in a run, when, by whom and with which version. */
    public void note(RunIdentity run, RunEvent event) {
        inTransaction(
                () -> history.add(History.Log.EVENTS, now(), actor, run.key(), event.swedish()));
    }

    /** As exactly as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Issues: the act, its invoices and amounts, in the caller's transaction. From its commit on
     * they are issued, whatever happens to the files.
     *
     * @param rules the version of the rules for amounts
     * @param manifest the SHA-256 of the act's manifest
     * @param attest who had approved it, where the settings ask for it
     */
    public void issue(
            RunIdentity run,
            Issuance issuance,
            String folder,
            String rules,
            String manifest,
            Optional<Attest> attest) {
        List<Act> acts = acts();
        String previous = acts.isEmpty() ? RunIdentity.NO_ACT : acts.get(acts.size() - 1).hash();
        if (!previous.equals(run.previousAct())) {
            throw new IllegalStateException("The run does not build on the last act");
        }
        int sequence = acts.size() + 1;
        List<IssuedAmount> amounts = issuance.issuedAmounts();
        String hash =
                new ActHash(sequence, run, folder, rules, manifest, attest)
                        .with(issuance.invoices(), amounts)
                        .value();
        jdbc.update(
                "insert into act (sequence, run_key, kind, period, folder, rules, manifest,"
                        + " previous_act, act_hash, attest) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                sequence,
                run.key(),
                run.kind().swedish(),
                run.month().toString(),
                folder,
                rules,
                manifest,
                previous,
                hash,
                attest.map(Attest::id).orElse(null));
        insertInvoices(sequence, issuance.invoices());
        insertAmounts(sequence, amounts);
        note(run, RunEvent.ISSUED);
        // The last word before the commit.
        database.demandHeld();
    }

    private void insertInvoices(int sequence, List<Invoice> invoices) {
        jdbc.batchUpdate(
                INSERT_INVOICE,
                invoices.stream()
                        .map(
                                invoice -> {
                                    InvoiceNumber number = invoice.number().orElseThrow();
                                    return new Object[] {
                                        number.toString(),
                                        sequence,
                                        number.series().year(),
                                        number.series().internal(),
                                        number.ordinal(),
                                        invoice.kind().swedish(),
                                        invoice.issueDate(),
                                        invoice.dueDate(),
                                        invoice.recipient().code().value(),
                                        invoice.recipient().name(),
                                        invoice.paymentReference(),
                                        invoice.net().ore(),
                                        invoice.vat().ore(),
                                        invoice.rounding().ore(),
                                        invoice.payable().ore()
                                    };
                                })
                        .toList());
    }

    private void insertAmounts(int sequence, List<IssuedAmount> amounts) {
        RowBatches rows = new RowBatches(batch -> jdbc.batchUpdate(INSERT_AMOUNT, batch));
        int position = 0;
        for (IssuedAmount amount : amounts) {
            position++;
            rows.add(row(sequence, position, amount));
        }
        rows.end();
    }

    private static Object[] row(int sequence, int position, IssuedAmount issued) {
        Amount amount = issued.amount();
        return new Object[] {
            sequence,
            position,
            amount.row(),
            amount.objectCode(),
            amount.party().value(),
            amount.invoicing().swedish(),
            amount.kind().swedish(),
            amount.concerns().toString(),
            amount.vat().percent(),
            amount.vat().ground(),
            amount.money().ore(),
            issued.invoice().map(InvoiceNumber::toString).orElse(null)
        };
    }
}
