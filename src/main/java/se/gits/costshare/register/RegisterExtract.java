package se.gits.costshare.register;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.springframework.jdbc.core.JdbcTemplate;
import se.gits.costshare.money.Money;

/**
 * What the register has of an act and of those that it builds on, as tables that a person can read
 * and a program can rebuild a register from (utdrag ur registret).
 *
 * <p>UTF-8, {@code ;} between cells, line feeds, amounts in kronor with a decimal point. Nothing is
 * disarmed for spreadsheets: the tables are evidence, and say what the register says.
 */
public final class RegisterExtract {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setDelimiter(';').setRecordSeparator('\n').get();

    /** Acts from the first through this one; of other years only what the chain needs. */
    public static final String ACTS = "utfardanden.csv";

    public static final String INPUTS = "underlag.csv";
    public static final String INVOICES = "fakturor.csv";
    public static final String AMOUNTS = "belopp.csv";

    /** Where acts of other budget years had left the number series before this act. */
    public static final String SERIES = "nummerserier.csv";

    public static final String ATTESTS = "attester.csv";
    public static final String EVENTS = "handelser.csv";

    /**
     * Those that hold nothing but what a rebuilt register has alike: no numbers of its own rows.
     */
    static final List<String> REBUILT_ALIKE = List.of(INPUTS, INVOICES, AMOUNTS, SERIES);

    /** What a row and a cell take beside their letters, when they are read. */
    private static final long BYTES_OF_ROW = 150;

    private static final long BYTES_OF_CELL = 56;

    /** There are seven tables, and files beside them. */
    private static final long PARTS_OF_MEMORY = 10;

    private final JdbcTemplate jdbc;
    private final int sequence;
    private final String year;
    private final SortedMap<String, byte[]> tables = new TreeMap<>();

    private RegisterExtract(Register register, Act act) {
        this.jdbc = new JdbcTemplate(register.dataSource());
        this.sequence = act.sequence();
        this.year = act.terms().year().toString();
    }

    /** The tables by their names. */
    public static SortedMap<String, byte[]> of(Register register, Act act) {
        RegisterExtract extract = new RegisterExtract(register, act);
        extract.acts();
        extract.ofTheYear();
        return extract.tables;
    }

    /**
     * The rows of such a table, by its headings.
     *
     * @throws IllegalArgumentException if it is no such table, or has more rows than there is
     *     memory for
     */
    static List<CSVRecord> rows(byte[] table) {
        return rows(table, Runtime.getRuntime().maxMemory() / PARTS_OF_MEMORY);
    }

    /**
     * @param memory the bytes that there are for it
     */
    static List<CSVRecord> rows(byte[] table, long memory) {
        if (memoryFor(table) > memory) {
            throw new IllegalArgumentException("A table larger than a register's");
        }
        try (CSVParser parser =
                CSVParser.parse(
                        new String(table, StandardCharsets.UTF_8),
                        FORMAT.builder().setHeader().setSkipHeaderRecord(true).get())) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory failed", e);
        }
    }

    /** A package may come from anywhere: of nothing but line ends each takes a hundred bytes. */
    private static long memoryFor(byte[] table) {
        long bytes = 2L * table.length;
        for (byte letter : table) {
            if (letter == '\n' || letter == '\r') {
                bytes += BYTES_OF_ROW;
            } else if (letter == ';') {
                bytes += BYTES_OF_CELL;
            }
        }
        return bytes;
    }

    /** An amount of such a row, which is written in kronor. */
    static Money kronor(CSVRecord row, String heading) {
        return Money.ofKronor(new BigDecimal(row.get(heading)));
    }

    /** A column of a table. */
    private record Column(String heading, Function<StoredRow, String> value) {

        static Column of(String heading, String stored) {
            return new Column(heading, row -> row.orEmpty(stored));
        }

        static Column kronor(String heading, String stored) {
            return new Column(heading, row -> row.kronor(stored));
        }
    }

    private void acts() {
        table(
                ACTS,
                List.of(
                        Column.of("nummer", "sequence"),
                        Column.of("mapp", "folder"),
                        Column.of("slag", "kind"),
                        Column.of("månad", "period"),
                        ofYear("part", "party"),
                        Column.of("fakturadatum", "invoice_date"),
                        ofYear("skäl", "reason"),
                        ofYear("regler", "rules"),
                        Column.of("manifest", "manifest"),
                        ofYear("körning", "run_key"),
                        Column.of("föregående", "previous_act"),
                        ofYear("attest", "attest"),
                        Column.of("hash", "act_hash")),
                StoredRow.query(
                        jdbc,
                        "select a.*, r.party, r.invoice_date, r.reason from act a"
                                + " join run r on r.run_key = a.run_key"
                                + " where a.sequence <= ? order by a.sequence",
                        sequence));
    }

    private Column ofYear(String heading, String stored) {
        return new Column(
                heading, row -> row.get("period").startsWith(year) ? row.orEmpty(stored) : "");
    }

    private void ofTheYear() {
        String acts = "(select sequence from act where sequence <= ? and period like ?)";
        String runs = "(select run_key from act where sequence <= ? and period like ?)";
        Object[] arguments = {sequence, year + "-%"};
        table(
                INPUTS,
                List.of(
                        Column.of("körning", "run_key"),
                        Column.of("namn", "name"),
                        Column.of("sha256", "sha256")),
                StoredRow.query(
                        jdbc,
                        "select * from run_input where run_key in "
                                + runs
                                + " order by run_key, name",
                        arguments));
        table(
                SERIES,
                List.of(Column.of("nummer", "number"), Column.of("fakturadatum", "invoice_date")),
                StoredRow.query(
                        jdbc,
                        "select number, invoice_date from invoice i where act <= ?"
                                + " and act not in (select sequence from act where period like ?)"
                                + " and not exists (select 1 from invoice l where l.act <= ?"
                                + " and l.act not in"
                                + " (select sequence from act where period like ?)"
                                + " and l.series_year = i.series_year"
                                + " and l.series_internal = i.series_internal"
                                + " and l.ordinal > i.ordinal)"
                                + " order by series_year, series_internal",
                        sequence,
                        year + "-%",
                        sequence,
                        year + "-%"));
        table(
                INVOICES,
                invoiceColumns(),
                StoredRow.query(jdbc, "select * from invoice where act in " + acts, arguments)
                        .stream()
                        .sorted(ActHash.ORDER_OF_INVOICES)
                        .toList());
        table(
                AMOUNTS,
                amountColumns(),
                StoredRow.query(
                        jdbc,
                        "select * from amount where act in " + acts + " order by act, position",
                        arguments));
        table(
                ATTESTS,
                attestColumns(),
                StoredRow.query(
                        jdbc,
                        "select * from attest where attest_id in"
                                + " (select attest from act where sequence <= ? and period like ?)"
                                + " order by attest_id",
                        arguments));
        table(
                EVENTS,
                eventColumns(),
                StoredRow.query(
                        jdbc,
                        "select * from run_event where run_key in " + runs + " order by event_id",
                        arguments));
    }

    private static List<Column> invoiceColumns() {
        return List.of(
                Column.of("nummer", "number"),
                Column.of("utfärdande", "act"),
                Column.of("typ", "kind"),
                Column.of("fakturadatum", "invoice_date"),
                Column.of("förfallodatum", "due_date"),
                Column.of("part", "party"),
                Column.of("namn", "party_name"),
                Column.of("ocr", "ocr"),
                Column.kronor("netto", "net_ore"),
                Column.kronor("moms", "vat_ore"),
                Column.kronor("öresavrundning", "rounding_ore"),
                Column.kronor("att_betala", "payable_ore"));
    }

    private static List<Column> amountColumns() {
        return List.of(
                Column.of("utfärdande", "act"),
                Column.of("nr", "position"),
                Column.of("rad", "budget_row"),
                Column.of("objekt", "object"),
                Column.of("part", "party"),
                Column.of("fakturering", "invoicing"),
                Column.of("typ", "kind"),
                Column.of("avser", "concerns"),
                Column.of("momssats", "vat_percent"),
                Column.of("momsgrund", "vat_ground"),
                Column.kronor("belopp", "amount_ore"),
                Column.of("fakturanummer", "invoice"));
    }

    private static List<Column> attestColumns() {
        return List.of(
                Column.of("nummer", "attest_id"),
                Column.of("körning", "run_key"),
                Column.of("namn", "name"),
                Column.of("inloggning", "login"),
                Column.of("tid", "at"),
                Column.of("innehåll", "content"),
                Column.of("utkastets_manifest", "draft_manifest"),
                Column.of("maskin", "host"),
                Column.of("programversion", "program_version"),
                Column.of("javaversion", "java_version"));
    }

    private static List<Column> eventColumns() {
        return List.of(
                Column.of("körning", "run_key"),
                Column.of("händelse", "event"),
                Column.of("tid", "at"),
                Column.of("inloggning", "login"),
                Column.of("maskin", "host"),
                Column.of("programversion", "program_version"),
                Column.of("javaversion", "java_version"));
    }

    private void table(String name, List<Column> columns, List<StoredRow> rows) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter csv = new CSVPrinter(text, FORMAT)) {
            csv.printRecord(columns.stream().map(Column::heading).toList());
            for (StoredRow row : rows) {
                csv.printRecord(columns.stream().map(column -> column.value().apply(row)).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        tables.put(name, text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
