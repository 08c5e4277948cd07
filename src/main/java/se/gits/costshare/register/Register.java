package se.gits.costshare.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
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
import se.gits.costshare.run.Amount;
import se.gits.costshare.run.Issued;
import se.gits.costshare.run.Issued.IssuedAmount;
import se.gits.costshare.run.Issued.SeriesEnd;
import se.gits.costshare.run.Issuance;

/**
 * The register of runs, inputs, acts, invoices and amounts.
 *
 * <p>While it is open nobody else has it: the one who opens it second is told so. So the numbers
 * that a run counts on from cannot move under it.
 */
public final class Register implements AutoCloseable {

    private final RegisterDatabase database;
    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final Actor actor;

    private Register(RegisterDatabase database, Clock clock, Actor actor) {
        this.database = database;
        this.jdbc = new JdbcTemplate(database.dataSource());
        this.clock = clock;
        this.actor = actor;
    }

    /**
     * Opens a register, making it where there is none.
     *
     * @param clock for the time of events; it decides nothing on an invoice
     * @throws RegisterFailure if another run holds it, it cannot be used, or it is too new
     */
    public static Register open(RegisterAddress address, Clock clock, Actor actor) {
        return new Register(RegisterDatabase.open(address), clock, actor);
    }

    /** For the job's own tables and transactions. */
    public DataSource dataSource() {
        return database.dataSource();
    }

    /** Closes the register, so that another run can open it. */
    @Override
    public void close() {
        database.close();
    }

    /** Every act in the order of issue. */
    public List<Act> acts() {
        Map<String, SortedMap<String, String>> inputsOfRun = new HashMap<>();
        jdbc.query(
                "select run_key, name, sha256 from run_input",
                row -> {
                    inputsOfRun
                            .computeIfAbsent(row.getString(1), key -> new TreeMap<>())
                            .put(row.getString(2), row.getString(3));
                });
        return jdbc.query(
                "select a.sequence, a.kind, a.period, a.folder, r.invoice_date, r.reason, a.rules,"
                        + " a.manifest, a.previous_act, a.act_hash, a.run_key"
                        + " from act a join run r on r.run_key = a.run_key order by a.sequence",
                (row, index) ->
                        new Act(
                                row.getInt(1),
                                ActKind.ofSwedish(row.getString(2)),
                                YearMonth.parse(row.getString(3)),
                                row.getString(4),
                                row.getObject(5, LocalDate.class),
                                row.getString(6),
                                row.getString(7),
                                row.getString(8),
                                row.getString(9),
                                row.getString(10),
                                inputsOfRun.getOrDefault(row.getString(11), new TreeMap<>())));
    }

    /** The act that issued a month; empty where none has. */
    public Optional<Act> actOf(YearMonth month) {
        return acts().stream()
                .filter(act -> act.kind() == ActKind.MONTH && act.month().equals(month))
                .findFirst();
    }

    /** The hash of the last act: noted elsewhere, it vouches for all before it. */
    public String head() {
        List<Act> acts = acts();
        return acts.isEmpty() ? RunIdentity.NO_ACT : acts.get(acts.size() - 1).hash();
    }

    /** What was issued, all of it, as a run of a month in the year needs to know. */
    public Issued issued(YearMonth month) {
        return issuedBefore(Integer.MAX_VALUE, month);
    }

    /**
     * What was issued before an act, as the run that led to it knew.
     *
     * @param sequence the act's
     */
    public Issued issuedBefore(int sequence, YearMonth month) {
        String first = month.withMonth(1).toString();
        String last = month.withMonth(12).toString();
        SortedSet<YearMonth> months =
                new TreeSet<>(
                        jdbc.query(
                                "select period from act where kind = ? and sequence < ?"
                                        + " and period between ? and ?",
                                (row, index) -> YearMonth.parse(row.getString(1)),
                                ActKind.MONTH.swedish(),
                                sequence,
                                first,
                                last));
        List<IssuedAmount> amounts =
                jdbc.query(
                        "select budget_row, object, party, invoicing, kind, concerns, vat_percent,"
                                + " vat_ground, amount_ore, invoice from amount"
                                + " where act < ? and concerns between ? and ?"
                                + " order by act, position",
                        (row, index) -> amount(row),
                        sequence,
                        first,
                        last);
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
                sequence);
        List<String> manifests =
                jdbc.queryForList(
                        "select manifest from act where sequence < ? order by sequence desc",
                        String.class,
                        sequence);
        return new Issued(
                months, amounts, lastOfSeries, manifests.isEmpty() ? "" : manifests.get(0));
    }

    private static IssuedAmount amount(ResultSet row) throws SQLException {
        String invoice = row.getString(10);
        Invoicing invoicing =
                switch (row.getString(4)) {
                    case "faktura" -> Invoicing.INVOICE;
                    case "intern" -> Invoicing.INTERNAL;
                    case "ingen" -> Invoicing.NONE;
                    default -> throw new SQLException("invoicing " + row.getString(4));
                };
        return new IssuedAmount(
                new Amount(
                        row.getString(1),
                        row.getString(2),
                        new PartyCode(row.getString(3)),
                        invoicing,
                        LineKind.ofSwedish(row.getString(5)),
                        YearMonth.parse(row.getString(6)),
                        new VatRate(row.getInt(7), row.getString(8)),
                        new Money(row.getLong(9))),
                Optional.ofNullable(invoice).map(InvoiceNumber::parse));
    }

    /** The input files of an act, byte for byte. */
    public InputFiles inputsOf(Act act) {
        List<InputFile> files = new ArrayList<>();
        act.inputs()
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
            if (count("select count(*) from input_file where sha256 = ?", file.sha256()) == 0) {
                jdbc.update(
                        "insert into input_file (sha256, content) values (?, ?)",
                        file.sha256(),
                        file.bytes());
            }
        }
        if (isKnown(run)) {
            return;
        }
        jdbc.update(
                "insert into run (run_key, kind, period, invoice_date, reason, previous_act)"
                        + " values (?, ?, ?, ?, ?, ?)",
                key,
                run.kind().swedish(),
                run.month().toString(),
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

    /** Whether the run was received before. */
    public boolean isKnown(RunIdentity run) {
        return count("select count(*) from run where run_key = ?", run.key()) > 0;
    }

    private int count(String sql, String key) {
        return jdbc.queryForObject(sql, Integer.class, key);
    }

    /** Notes that something was done in a run, when, by whom and with which version. */
    public void note(RunIdentity run, RunEvent event) {
        jdbc.update(
                "insert into run_event (run_key, event, at, login, host, program_version,"
                        + " java_version) values (?, ?, ?, ?, ?, ?, ?)",
                run.key(),
                event.swedish(),
                Timestamp.from(clock.instant()),
                actor.login(),
                actor.host(),
                actor.programVersion(),
                actor.javaVersion());
    }

    /**
     * Issues a month: its act, invoices and amounts, in the caller's transaction. From its commit
     * on the month is issued, whatever happens to the files.
     *
     * @param rules the version of the rules for amounts
     * @param manifest the SHA-256 of the act's manifest
     */
    public void issue(RunIdentity run, Issuance issuance, String folder, String rules, String manifest) {
        List<Act> acts = acts();
        String previous = acts.isEmpty() ? RunIdentity.NO_ACT : acts.get(acts.size() - 1).hash();
        if (!previous.equals(run.previousAct())) {
            throw new IllegalStateException("The run does not build on the last act");
        }
        int sequence = acts.size() + 1;
        List<IssuedAmount> amounts = issuedAmounts(issuance);
        String hash =
                new ActHash(previous, sequence, run, folder, rules, manifest)
                        .with(issuance.invoices(), amounts)
                        .value();
        jdbc.update(
                "insert into act (sequence, run_key, kind, period, folder, rules, manifest,"
                        + " previous_act, act_hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                sequence,
                run.key(),
                run.kind().swedish(),
                run.month().toString(),
                folder,
                rules,
                manifest,
                previous,
                hash);
        insertInvoices(sequence, issuance.invoices());
        insertAmounts(sequence, amounts);
        note(run, RunEvent.ISSUED);
    }

    private static List<IssuedAmount> issuedAmounts(Issuance issuance) {
        Map<PartyCode, InvoiceNumber> numberOf =
                issuance.invoices().stream()
                        .collect(
                                Collectors.toMap(
                                        invoice -> invoice.recipient().code(),
                                        invoice -> invoice.number().orElseThrow()));
        return issuance.amounts().stream()
                .map(
                        amount ->
                                new IssuedAmount(
                                        amount,
                                        amount.isInvoiced()
                                                ? Optional.ofNullable(numberOf.get(amount.party()))
                                                : Optional.empty()))
                .toList();
    }

    private void insertInvoices(int sequence, List<Invoice> invoices) {
        jdbc.batchUpdate(
                "insert into invoice (number, act, series_year, series_internal, ordinal, kind,"
                        + " invoice_date, due_date, party, party_name, ocr, net_ore, vat_ore,"
                        + " rounding_ore, payable_ore)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
        List<Object[]> rows = new ArrayList<>();
        for (IssuedAmount issued : amounts) {
            Amount amount = issued.amount();
            rows.add(
                    new Object[] {
                        sequence,
                        rows.size() + 1,
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
                    });
        }
        jdbc.batchUpdate(
                "insert into amount (act, position, budget_row, object, party, invoicing, kind,"
                        + " concerns, vat_percent, vat_ground, amount_ore, invoice)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
    }
}
