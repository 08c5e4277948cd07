package se.gits.costshare.register;

import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import se.gits.costshare.input.InputFiles;
import se.gits.costshare.invoice.InvoiceNumber;
import se.gits.costshare.run.RunRefused;

/**
 * Puts acts back into an empty register from what was kept of them elsewhere (återskapa registret).
 * What comes out is held against every hash, so that the head of the chain is the same as before or
 * nothing is kept.
 */
public final class RegisterRebuild {

    private final Register register;
    private final JdbcTemplate jdbc;

    /** The rows of each table by their headings. */
    private final Map<String, List<CSVRecord>> tables = new HashMap<>();

    private final Kept kept;

    /**
     * What was kept of an act.
     *
     * @param folder the act's name
     * @param manifest the SHA-256 of the manifest that was kept
     * @param extract the tables of a {@link RegisterExtract}
     * @param inputs the files it was computed from
     */
    public record Kept(
            String folder, String manifest, SortedMap<String, byte[]> extract, InputFiles inputs) {}

    private RegisterRebuild(Register register, Kept kept) {
        this.register = register;
        this.jdbc = new JdbcTemplate(register.dataSource());
        this.kept = kept;
        kept.extract().forEach((name, bytes) -> tables.put(name, RegisterExtract.rows(bytes)));
    }

    /**
     * Fills the register.
     *
     * @param register one without acts
     * @param acts every act, in any order
     * @throws RunRefused if an act is missing, there are two of one, or something kept of one is
     *     not what its hash or another act's extract says; nothing is put into the register then
     */
    public static void fill(Register register, List<Kept> acts) {
        if (!register.acts().isEmpty()) {
            throw new IllegalArgumentException("The register has acts");
        }
        SortedMap<Integer, RegisterRebuild> inOrder = new TreeMap<>();
        for (Kept kept : acts) {
            held(
                    kept,
                    () -> {
                        RegisterRebuild rebuild = new RegisterRebuild(register, kept);
                        int sequence = rebuild.sequence();
                        if (inOrder.put(sequence, rebuild) != null) {
                            throw new RunRefused(
                                    RunRefused.Cause.PACKAGE_TWICE, sequence, kept.folder());
                        }
                    });
        }
        RegisterRebuild last = inOrder.get(inOrder.lastKey());
        held(last.kept, () -> last.refuseGap(inOrder));
        register.inTransaction(
                () -> {
                    for (RegisterRebuild act : inOrder.values()) {
                        held(act.kept, act::put);
                    }
                    held(
                            last.kept,
                            () -> {
                                List<RegisterAudit.Finding> findings = RegisterAudit.of(register);
                                if (!findings.isEmpty()) {
                                    throw disagrees(whose(findings.get(0), inOrder));
                                }
                            });
                    for (RegisterRebuild act : inOrder.values()) {
                        held(act.kept, act::refuseOtherExtract);
                    }
                });
    }

    /** What cannot be read or put into the register is no fault of the program's. */
    private static void held(Kept kept, Runnable work) {
        try {
            work.run();
        } catch (IllegalArgumentException
                | ArithmeticException
                | DateTimeException
                | DataAccessException
                | UncheckedIOException e) {
            // A disk or a server that refuses is not the package's fault either.
            if (e instanceof DataAccessException && RegisterFailure.tellsNoAccess(e)) {
                throw e;
            }
            throw disagrees(kept);
        }
    }

    /** The act that a finding names; the last where it names none, for it vouches for all. */
    private static Kept whose(
            RegisterAudit.Finding finding, SortedMap<Integer, RegisterRebuild> inOrder) {
        return inOrder.values().stream()
                .map(act -> act.kept)
                .filter(kept -> finding.details().contains(kept.folder()))
                .findFirst()
                .orElse(inOrder.get(inOrder.lastKey()).kept);
    }

    private static RunRefused disagrees(Kept kept) {
        return new RunRefused(RunRefused.Cause.PACKAGES_DISAGREE, kept.folder());
    }

    /** The last act tells what those before it are called. */
    private void refuseGap(SortedMap<Integer, RegisterRebuild> inOrder) {
        for (CSVRecord act : table(RegisterExtract.ACTS)) {
            if (!inOrder.containsKey(Integer.valueOf(act.get("nummer")))) {
                throw new RunRefused(RunRefused.Cause.PACKAGE_MISSING, act.get("mapp"));
            }
        }
    }

    /** What the package says of the acts before it is what their own packages say. */
    private void refuseOtherExtract() {
        Act act =
                register.acts().stream()
                        .filter(other -> other.sequence() == sequence())
                        .findFirst()
                        .orElseThrow();
        SortedMap<String, byte[]> now = RegisterExtract.of(register, act);
        for (String table : RegisterExtract.REBUILT_ALIKE) {
            if (!Arrays.equals(now.get(table), kept.extract().get(table))) {
                throw disagrees(kept);
            }
        }
    }

    private List<CSVRecord> table(String name) {
        List<CSVRecord> rows = tables.get(name);
        if (rows == null) {
            throw new IllegalArgumentException(name);
        }
        return rows;
    }

    /** The act's own row is the last; its name and manifest are those of what was kept. */
    private CSVRecord act() {
        List<CSVRecord> acts = table(RegisterExtract.ACTS);
        if (acts.isEmpty()) {
            throw new IllegalArgumentException(RegisterExtract.ACTS);
        }
        CSVRecord act = acts.get(acts.size() - 1);
        if (!act.get("mapp").equals(kept.folder())
                || !act.get("manifest").equals(kept.manifest())) {
            throw new IllegalArgumentException(act.get("mapp"));
        }
        return act;
    }

    private int sequence() {
        return Integer.parseInt(act().get("nummer"));
    }

    private void put() {
        CSVRecord act = act();
        String run = act.get("körning");
        kept.inputs().all().forEach(register::keep);
        run(act, run);
        Long attest = act.get("attest").isEmpty() ? null : attest(act.get("attest"));
        jdbc.update(
                "insert into act (sequence, run_key, kind, period, folder, rules, manifest,"
                        + " previous_act, act_hash, attest) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                Integer.valueOf(act.get("nummer")),
                run,
                act.get("slag"),
                act.get("månad"),
                act.get("mapp"),
                act.get("regler"),
                act.get("manifest"),
                act.get("föregående"),
                act.get("hash"),
                attest);
        invoices(act.get("nummer"));
        amounts(act.get("nummer"));
        events(run);
    }

    private List<CSVRecord> rows(String table, String column, String value) {
        return table(table).stream().filter(row -> row.get(column).equals(value)).toList();
    }

    private void run(CSVRecord act, String run) {
        jdbc.update(
                "insert into run (run_key, kind, period, party, invoice_date, reason,"
                        + " previous_act) values (?, ?, ?, ?, ?, ?, ?)",
                run,
                act.get("slag"),
                act.get("månad"),
                act.get("part"),
                LocalDate.parse(act.get("fakturadatum")),
                act.get("skäl"),
                act.get("föregående"));
        for (CSVRecord input : rows(RegisterExtract.INPUTS, "körning", run)) {
            jdbc.update(
                    "insert into run_input (run_key, name, sha256) values (?, ?, ?)",
                    run,
                    input.get("namn"),
                    input.get("sha256"));
        }
    }

    private long attest(String number) {
        CSVRecord attest =
                rows(RegisterExtract.ATTESTS, "nummer", number).stream()
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(number));
        register.history()
                .add(
                        History.Log.ATTESTS,
                        Instant.parse(attest.get("tid")),
                        actor(attest),
                        attest.get("körning"),
                        attest.get("namn"),
                        attest.get("innehåll"),
                        attest.get("utkastets_manifest"));
        return jdbc.queryForObject("select max(attest_id) from attest", Long.class);
    }

    private static Actor actor(CSVRecord row) {
        return new Actor(
                row.get("inloggning"),
                row.get("maskin"),
                row.get("programversion"),
                row.get("javaversion"));
    }

    private void invoices(String act) {
        List<Object[]> rows = new ArrayList<>();
        for (CSVRecord invoice : rows(RegisterExtract.INVOICES, "utfärdande", act)) {
            InvoiceNumber number = InvoiceNumber.parse(invoice.get("nummer"));
            rows.add(
                    new Object[] {
                        number.toString(),
                        Integer.valueOf(act),
                        number.series().year(),
                        number.series().internal(),
                        number.ordinal(),
                        invoice.get("typ"),
                        LocalDate.parse(invoice.get("fakturadatum")),
                        LocalDate.parse(invoice.get("förfallodatum")),
                        invoice.get("part"),
                        invoice.get("namn"),
                        invoice.get("ocr"),
                        ore(invoice, "netto"),
                        ore(invoice, "moms"),
                        ore(invoice, "öresavrundning"),
                        ore(invoice, "att_betala")
                    });
        }
        jdbc.batchUpdate(Register.INSERT_INVOICE, rows);
    }

    private void amounts(String act) {
        List<Object[]> rows = new ArrayList<>();
        for (CSVRecord amount : rows(RegisterExtract.AMOUNTS, "utfärdande", act)) {
            String invoice = amount.get("fakturanummer");
            rows.add(
                    new Object[] {
                        Integer.valueOf(act),
                        Integer.valueOf(amount.get("nr")),
                        amount.get("rad"),
                        amount.get("objekt"),
                        amount.get("part"),
                        amount.get("fakturering"),
                        amount.get("typ"),
                        amount.get("avser"),
                        Integer.valueOf(amount.get("momssats")),
                        amount.get("momsgrund"),
                        ore(amount, "belopp"),
                        invoice.isEmpty() ? null : invoice
                    });
        }
        jdbc.batchUpdate(Register.INSERT_AMOUNT, rows);
    }

    private static long ore(CSVRecord row, String column) {
        return RegisterExtract.kronor(row, column).ore();
    }

    private void events(String run) {
        for (CSVRecord event : rows(RegisterExtract.EVENTS, "körning", run)) {
            register.history()
                    .add(
                            History.Log.EVENTS,
                            Instant.parse(event.get("tid")),
                            actor(event),
                            run,
                            event.get("händelse"));
        }
    }
}
