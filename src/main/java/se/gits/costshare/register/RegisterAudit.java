package se.gits.costshare.register;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.input.RowHash;
import se.gits.costshare.money.Money;

/**
 * Holds every row of the register against its hashes, its sums and its number series (kontroll av
 * registret). It reads the tables as they are and trusts nothing of what stands in them, so that a
 * damaged value is a finding and no failure.
 */
public final class RegisterAudit {

    /** What can be found. */
    public enum Fault {
        /** An input file is not the bytes that it was. */
        INPUT_CHANGED,
        /** A run is not what it was: its kind, month, party, date, reason or inputs. */
        RUN_CHANGED,
        /** An act says otherwise than its run. */
        ACT_OF_OTHER_RUN,
        /** There is a gap in the acts. */
        ACT_MISSING,
        /** An act does not build on the one before. */
        CHAIN_BROKEN,
        /** An act, its invoices or its amounts are not what they were. */
        ACT_CHANGED,
        /** An invoice is not the sum of its amounts. */
        INVOICE_SUM,
        /** The amount to pay is not net, VAT and rounding. */
        INVOICE_PAYABLE,
        /** An invoice number is not what its series and place say. */
        INVOICE_NUMBER,
        /** A number is missing in a series. */
        NUMBER_MISSING,
        /**
         * A row of what was done, or of an attest, is not what it was, or one before it is gone.
         */
        HISTORY_CHANGED,
        /** What was done last, or approved last, is gone. */
        HISTORY_MISSING,
        /** That an act was issued is not among what was done. */
        ISSUE_NOT_NOTED,
        /** An act's amounts are not numbered from 1 without a gap. */
        AMOUNTS_NOT_NUMBERED,
        /** A value is none that the program writes, so that the rows could not be read. */
        UNREADABLE
    }

    /**
     * Something that is wrong.
     *
     * @param details what the words need, in their order
     */
    public record Finding(Fault fault, List<Object> details) {

        static Finding of(Fault fault, Object... details) {
            return new Finding(fault, List.of(details));
        }
    }

    private final JdbcTemplate jdbc;
    private final List<Finding> findings = new ArrayList<>();

    private RegisterAudit(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** Everything that is wrong, in the order of the acts; nothing where all is well. */
    public static List<Finding> of(Register register) {
        RegisterAudit audit = new RegisterAudit(register.dataSource());
        audit.attempt("underlag", audit::inputs);
        audit.attempt("körningar", audit::runs);
        audit.attempt("utfärdanden", audit::acts);
        audit.attempt("fakturor", audit::invoices);
        audit.attempt("belopp", audit::amounts);
        audit.attempt("historik", audit::history);
        return List.copyOf(audit.findings);
    }

    /**
     * Goes on with the other tables where one has a value that is no value of its column: a number
     * of other letters, an amount that no long holds.
     */
    private void attempt(String table, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            if (RegisterFailure.tellsNoAccess(e) || RegisterFailure.tellsDamage(e)) {
                throw e;
            }
            found(Fault.UNREADABLE, table);
        }
    }

    private void found(Fault fault, Object... details) {
        findings.add(Finding.of(fault, details));
    }

    private List<StoredRow> rows(String sql) {
        return StoredRow.query(jdbc, sql);
    }

    private static Map<String, List<StoredRow>> by(String column, List<StoredRow> rows) {
        Map<String, List<StoredRow>> rowsOf = new LinkedHashMap<>();
        rows.forEach(
                row -> rowsOf.computeIfAbsent(row.get(column), key -> new ArrayList<>()).add(row));
        return rowsOf;
    }

    private void inputs() {
        for (StoredRow input :
                rows(
                        "select i.sha256, (select min(r.name) from run_input r where r.sha256 ="
                                + " i.sha256) as name from input_file i")) {
            String sha256 = input.get("sha256");
            byte[] content =
                    jdbc.queryForObject(
                            "select content from input_file where sha256 = ?",
                            byte[].class,
                            sha256);
            if (!InputFile.sha256(content).equals(sha256)) {
                found(Fault.INPUT_CHANGED, input.orEmpty("name"), sha256);
            }
        }
    }

    private void runs() {
        Map<String, List<StoredRow>> inputsOf =
                by("run_key", rows("select * from run_input order by run_key, name"));
        for (StoredRow run : rows("select * from run order by run_key")) {
            if (!keyOf(run, inputsOf).equals(run.get("run_key"))) {
                found(Fault.RUN_CHANGED, run.get("kind"), run.get("period"), run.get("run_key"));
            }
        }
    }

    /** As {@link RunIdentity#key} makes it. */
    private static String keyOf(StoredRow run, Map<String, List<StoredRow>> inputsOf) {
        List<String> parts =
                new ArrayList<>(
                        List.of(
                                run.get("kind"),
                                run.get("period"),
                                run.get("invoice_date"),
                                run.get("reason"),
                                run.get("previous_act")));
        if (!run.get("party").isEmpty()) {
            parts.add(run.get("party"));
        }
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part.length()).append(':').append(part).append('\n'));
        for (StoredRow input : inputs(run.get("run_key"), inputsOf)) {
            text.append(input.get("name")).append(' ').append(input.get("sha256")).append('\n');
        }
        return InputFile.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** In the order of the names as Java has it, whatever the database's is. */
    private static List<StoredRow> inputs(String run, Map<String, List<StoredRow>> inputsOf) {
        return inputsOf.getOrDefault(run, List.of()).stream()
                .sorted(Comparator.comparing(input -> input.get("name")))
                .toList();
    }

    private void acts() {
        Map<String, List<StoredRow>> inputsOf = by("run_key", rows("select * from run_input"));
        Map<String, List<StoredRow>> attestOf = by("attest_id", rows("select * from attest"));
        Map<String, List<StoredRow>> invoicesOf = by("act", rows("select * from invoice"));
        String previous = RunIdentity.NO_ACT;
        long expected = 1;
        for (StoredRow act :
                rows(
                        "select a.*, r.kind as run_kind, r.period as run_period, r.party,"
                                + " r.invoice_date, r.reason, r.previous_act as run_previous_act"
                                + " from act a join run r on r.run_key = a.run_key"
                                + " order by a.sequence")) {
            String folder = act.get("folder");
            for (; expected < act.number("sequence"); expected++) {
                found(Fault.ACT_MISSING, expected);
            }
            expected = act.number("sequence") + 1;
            if (!act.get("kind").equals(act.get("run_kind"))
                    || !act.get("period").equals(act.get("run_period"))
                    || !act.get("previous_act").equals(act.get("run_previous_act"))) {
                found(Fault.ACT_OF_OTHER_RUN, folder);
            }
            if (!act.get("previous_act").equals(previous)) {
                found(Fault.CHAIN_BROKEN, folder);
            }
            String sequence = act.get("sequence");
            String attest = act.orEmpty("attest");
            String hash =
                    hashOf(
                            act,
                            attestOf.getOrDefault(attest, List.of()),
                            inputs(act.get("run_key"), inputsOf),
                            invoicesOf.getOrDefault(sequence, List.of()));
            boolean lacksAttest = !attest.isEmpty() && !attestOf.containsKey(attest);
            if (!hash.equals(act.get("act_hash")) || lacksAttest) {
                found(Fault.ACT_CHANGED, folder);
            }
            previous = act.get("act_hash");
        }
    }

    /** As {@link ActHash} makes it. */
    private String hashOf(
            StoredRow act,
            List<StoredRow> attest,
            List<StoredRow> inputs,
            List<StoredRow> invoices) {
        RowHash hash = new RowHash().row(act.get("previous_act"));
        hash.row(
                act.get("sequence"),
                act.get("kind"),
                act.get("period"),
                act.get("folder"),
                act.get("invoice_date"),
                act.get("reason"),
                act.get("rules"),
                act.get("manifest"));
        if (!act.get("party").isEmpty()) {
            hash.row("part", act.get("party"));
        }
        attest.forEach(
                by ->
                        hash.row(
                                "attest",
                                by.get("run_key"),
                                by.get("name"),
                                by.get("login"),
                                by.get("at"),
                                by.get("content"),
                                by.get("draft_manifest")));
        inputs.forEach(input -> hash.row(input.get("name"), input.get("sha256")));
        invoices.stream()
                .sorted(ActHash.ORDER_OF_INVOICES)
                .forEach(invoice -> hash.row(invoice(invoice)));
        // Of a country there are more of them than there is memory for.
        jdbc.query(
                "select * from amount where act = ? order by position",
                row -> {
                    hash.row(amount(StoredRow.of(row)));
                },
                act.number("sequence"));
        return hash.value();
    }

    private static Object[] invoice(StoredRow invoice) {
        return new Object[] {
            invoice.get("number"),
            invoice.get("kind"),
            invoice.get("invoice_date"),
            invoice.get("due_date"),
            invoice.get("party"),
            invoice.get("party_name"),
            invoice.get("ocr"),
            invoice.kronor("net_ore"),
            invoice.kronor("vat_ore"),
            invoice.kronor("rounding_ore"),
            invoice.kronor("payable_ore")
        };
    }

    private static Object[] amount(StoredRow amount) {
        return new Object[] {
            amount.get("budget_row"),
            amount.get("object"),
            amount.get("party"),
            amount.get("invoicing"),
            amount.get("kind"),
            amount.get("concerns"),
            amount.get("vat_percent"),
            amount.get("vat_ground"),
            amount.kronor("amount_ore"),
            Objects.toString(amount.get("invoice"), "")
        };
    }

    /** What can be seen of an invoice without knowing what it should be: sums and numbers. */
    private void invoices() {
        Map<String, Money> netOf = new HashMap<>();
        jdbc.query(
                "select invoice, sum(amount_ore) from amount where invoice is not null"
                        + " group by invoice",
                row -> {
                    netOf.put(row.getString(1), new Money(row.getLong(2)));
                });
        Map<String, Long> lastOfSeries = new HashMap<>();
        for (StoredRow invoice :
                rows("select * from invoice order by series_year, series_internal, ordinal")) {
            String number = invoice.get("number");
            Money net = new Money(invoice.number("net_ore"));
            Money amounts = netOf.getOrDefault(number, Money.ZERO);
            if (!net.equals(amounts)) {
                found(Fault.INVOICE_SUM, number, net.inSwedish(), amounts.inSwedish());
            }
            Money payable = new Money(invoice.number("payable_ore"));
            Money parts =
                    net.plus(new Money(invoice.number("vat_ore")))
                            .plus(new Money(invoice.number("rounding_ore")));
            if (!payable.equals(parts)) {
                found(Fault.INVOICE_PAYABLE, number, payable.inSwedish(), parts.inSwedish());
            }
            number(invoice, lastOfSeries);
        }
    }

    private void number(StoredRow invoice, Map<String, Long> lastOfSeries) {
        boolean internal = invoice.truth("series_internal");
        String series = (internal ? "I" : "") + invoice.get("series_year");
        long ordinal = invoice.number("ordinal");
        String due = String.format(Locale.ROOT, "%s%05d", series, ordinal);
        if (!due.equals(invoice.get("number"))) {
            found(Fault.INVOICE_NUMBER, invoice.get("number"), due);
        }
        Long last = lastOfSeries.put(series, ordinal);
        for (long missing = last == null ? ordinal : last + 1; missing < ordinal; missing++) {
            found(Fault.NUMBER_MISSING, String.format(Locale.ROOT, "%s%05d", series, missing));
        }
    }

    private void amounts() {
        for (StoredRow act :
                rows(
                        "select act, count(*) as many, min(position) as first, max(position) as last"
                                + " from amount group by act order by act")) {
            if (act.number("first") != 1 || act.number("last") != act.number("many")) {
                found(Fault.AMOUNTS_NOT_NUMBERED, act.number("act"));
            }
        }
    }

    private void history() {
        for (StoredRow act :
                rows(
                        "select folder from act a where not exists (select 1 from run_event e where"
                                + " e.run_key = a.run_key and e.event = '"
                                + RunEvent.ISSUED.swedish()
                                + "') order by sequence")) {
            found(Fault.ISSUE_NOT_NOTED, act.get("folder"));
        }
        History history = new History(jdbc);
        for (History.Log log : History.Log.values()) {
            String previous = RunIdentity.NO_ACT;
            for (History.Row row : history.rows(log)) {
                String hash = row.hashAfter(previous);
                if (!row.hash().equals(Optional.of(hash))) {
                    found(Fault.HISTORY_CHANGED, log.ordinal(), row.id());
                }
                previous = row.hash().orElse(hash);
            }
            for (long gone : history.chainedWithoutRow(log)) {
                found(Fault.HISTORY_MISSING, log.ordinal(), gone);
            }
        }
    }
}
