package se.gits.costshare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.gits.costshare.Endurance;
import se.gits.costshare.export.FolderAudit;
import se.gits.costshare.job.Verifying.Finding;
import se.gits.costshare.run.SmallInput;

/**
 * Whatever is changed in what was issued is found and named; what is whole is passed in silence.
 */
class VerifyTest {

    @TempDir static Path whole;
    @TempDir Path folder;

    private Session session;

    /** Two months, a credit that was attested nowhere, and a month anew. */
    @BeforeAll
    static void issue() throws IOException {
        Session issued = new Session(whole).with(attested()).on("2023-12-31");
        issued.as("eva").run("preview", "2023-01").exits(0);
        issued.run("attest", "2023-01", "--by", "Eva Ek").exits(0);
        issued.as("anna").run("invoice", "2023-01").exits(0);
        issued.with(new SmallInput());
        issued.run("invoice", "2023-02").exits(0);
        issued.run("credit", "2023-01", "--party", "1480", "--reason", "Fel mottagare").exits(0);
        issued.run("invoice", "2023-01", "--party", "1480", "--reason", "Rättad").exits(0);
    }

    private static SmallInput attested() {
        return new SmallInput().change("installningar.yml", "attest: nej", "attest: ja");
    }

    @BeforeEach
    void copy() throws IOException {
        session = new Session(folder);
        session.takeOver(whole.resolve("resultat"));
    }

    @Test
    void isSilentWhenAllIsWell() {
        Session.Answer answer = session.run("verify").exits(0);

        assertThat(answer.out() + answer.err()).isEmpty();
        assertThat(session.run("verifiera", "2023-01").exits(0).out()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsNoDifference() {
        Finding notRead = new Finding.NotRead("2023-01", "2023-01");
        Finding fileNotRead =
                new Finding.InFolder(
                        new FolderAudit.Finding(FolderAudit.Fault.FILE_NOT_READ, "2023-01/x"));
        Finding different = new Finding.NotComputed("2023-02");

        assertThat(VerifyCommand.exitCode(List.of())).isEqualTo(ExitCode.OK);
        assertThat(VerifyCommand.exitCode(List.of(notRead, fileNotRead)))
                .isEqualTo(ExitCode.SURROUNDINGS);
        assertThat(VerifyCommand.exitCode(List.of(notRead, different)))
                .isEqualTo(ExitCode.DIFFERENCE);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            update amount set amount_ore = amount_ore + 1 where act = 2 and position = 1 | utfärdandet 2023-02 är ändrat | faktura 202300004 har nettot 9 170,91 kr | Registret: 2023-02, rad 1, part 1440, 2023-02: 9 166,75 kr, men underlaget ger 9 166,74 kr.
            update invoice set vat_ore = vat_ore - 1 where number = '202300002'          | utfärdandet 2023-01 är ändrat | faktura 202300002 har         | netto, moms och öresavrundning
            update invoice set party_name = 'Göteborg' where number = '202300002'       | utfärdandet 2023-01 är ändrat | | kontrollsumma
            update run set reason = 'annat' where kind = 'kredit'                        | körningen | utfärdandet 2023-01-kredit-1 är ändrat | (kredit 2023-01) är ändrad
            update act set previous_act = repeat('1', 64) where sequence = 3             | kedjan är bruten före 2023-01-kredit-1 | | säger något annat än den körning
            delete from run_event where event_id = 2                                     | händelse nummer 2 är borttagen | | händelse nummer 3 är ändrad, eller en före den är borttagen
            update run_event set login = 'okänd' where event_id = 1                      | händelse nummer 1 är ändrad    | | före den
            update attest set name = 'Någon annan'                                       | attest nummer 1 är ändrad      | utfärdandet 2023-01 är ändrat | attest
            """)
    void namesWhatIsChangedInTheRegister(String sql, String one, String two, String three)
            throws SQLException {
        change(sql);

        assertThat(session.run("verify").exits(4).out())
                .contains(one, two == null ? "" : two, three);
    }

    @Test
    void namesAChangedAMissingAndAnAddedFile() throws IOException {
        Path january = session.output().resolve("2023-01");
        Files.writeString(january.resolve("fakturor.csv"), "annat");
        Files.delete(january.resolve("fakturor/1440-ale-kommun.csv"));
        Files.writeString(january.resolve("fakturor/anteckning.txt"), "min");
        session.delete("2023-02");

        assertThat(session.run("verify").exits(4).out())
                .isEqualTo(
                        """
                        2023-01/fakturor.csv är ändrad sedan utfärdandet.
                        2023-01/fakturor/1440-ale-kommun.csv saknas.
                        2023-01/fakturor/anteckning.txt hör inte till utfärdandet.
                        Mappen 2023-02 saknas. Den görs på nytt ur registret när du kör samma kommando som utfärdade den.
                        """);
        assertThat(session.run("verify", "2023-02").exits(4).out()).startsWith("Mappen 2023-02");
    }

    /** An invoice's own sums say the same of each other: only what the input gives tells. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    vat_ore = vat_ore + 100, payable_ore = payable_ore + 100 | moms
                    due_date = due_date + 1                                  | förfallodatum
                    ocr = '0'                                                | ocr
                    """)
    void computesEachInvoiceAnew(String set, String what) throws SQLException {
        change("update invoice set " + set + " where number = '202300001'");

        assertThat(session.run("verify").exits(4).out())
                .contains("2023-01, faktura 202300001: " + what);
    }

    @Test
    void nothingThatWasDoneCanBeTakenAwayUnseen() throws SQLException, IOException {
        change("delete from history_chain where log = 'run_event'");
        assertThat(session.run("verify").exits(4).out()).contains("händelse nummer 1 är ändrad");
        // Nor does a later run vouch for what stood there without a hash.
        session.delete("2023-01");
        session.run("invoice", "2023-01");
        assertThat(session.run("verify").exits(4).out()).contains("händelse nummer 1 är ändrad");
    }

    @Test
    void thatAnActWasIssuedHasToBeNoted() throws SQLException {
        change(
                "delete from history_chain where row_id = (select max(row_id) from history_chain where log = 'run_event') and log = 'run_event'");
        change("delete from run_event where event_id = (select max(event_id) from run_event)");

        assertThat(session.run("verify").exits(4).out()).contains("saknas i behandlingshistoriken");
    }

    @Test
    void aValueThatNoLongHoldsIsAFinding() throws SQLException {
        change("update invoice set net_ore = 9223372036854775807 where number = '202300001'");

        assertThat(session.run("verify").exits(4).out()).contains("tabellen över fakturor");
    }

    @Test
    void whereThereIsNothingToVerifyItSaysSo() throws IOException {
        assertThat(session.run("verify", "2031-07").exits(5).err())
                .contains("2031-07 är inte utfärdad");
        session.delete("register");
        session.delete("2023-01");
        session.delete("2023-02");
        session.delete("2023-01-kredit-1");
        session.delete("2023-01-ny-1");
        assertThat(session.run("verify").exits(5).err())
                .contains("inget register och inget utfärdat");
    }

    /** The tables emptied, the folders are there to tell. */
    @Test
    void anEmptyRegisterBesideIssuedFoldersIsFound() throws SQLException {
        for (String table : List.of("amount", "invoice", "act")) {
            change("delete from " + table);
        }

        assertThat(session.run("verify").exits(4).out())
                .contains(
                        "Mappen 2023-01 ser ut som ett utfärdande som registret inte känner till");
    }

    private static final int SEEDS = Endurance.count(2_000, 60);

    @AfterAll
    static void tell() {
        Endurance.tell(
                "changes-found",
                List.of("bits flipped in files: " + SEEDS, "values changed in rows: " + SEEDS));
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, SEEDS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void findsAnyFlippedBitInAnyFile(long seed) throws IOException {
        Random random = new Random(seed);
        List<Path> files;
        try (Stream<Path> paths = Files.walk(session.output())) {
            files =
                    paths.filter(Files::isRegularFile)
                            .filter(path -> !path.toString().matches(".*(register|utkast).*"))
                            .sorted()
                            .toList();
        }
        Path file = files.get(random.nextInt(files.size()));
        byte[] bytes = Files.readAllBytes(file);
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        Files.write(file, bytes);

        assertThat(session.run("verify").exits(4).out())
                .as("seed %d, %s", seed, file)
                .contains(session.output().relativize(file).toString().replace('\\', '/'));
    }

    /** Every column of every table in turn, a row of it by chance. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void findsAnyChangedValueInAnyRow(long seed) throws SQLException {
        Random random = new Random(seed);
        String changed = "";
        try (Connection register = register()) {
            List<String[]> columns = columns(register);
            String[] column = columns.get((int) (seed - 1) % columns.size());
            // Where the database itself refuses to have such a row, another is drawn.
            for (int tries = 0; changed.isEmpty(); tries++) {
                assertThat(tries).as(column[0] + "." + column[1]).isLessThan(100);
                try {
                    changed = change(register, column[0], column[1], random);
                } catch (SQLIntegrityConstraintViolationException e) {
                    changed = "";
                }
            }
        }

        assertThat(session.run("verify").exits(4).out())
                .as("seed %d: %s", seed, changed)
                .isNotEmpty();
    }

    private void change(String sql) throws SQLException {
        try (Connection register = register();
                var statement = register.createStatement()) {
            statement.execute("set referential_integrity false");
            assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
        }
    }

    private Connection register() throws SQLException {
        return OpenedRegister.of(session);
    }

    /**
     * But for those of the job, which serve a restart alone, the numbers rows are found by, and
     * where the register was moved, which one that goes on has no row of.
     */
    private static List<String[]> columns(Connection register) throws SQLException {
        List<String[]> columns = new ArrayList<>();
        try (ResultSet all = register.getMetaData().getColumns(null, "PUBLIC", "%", "%")) {
            while (all.next()) {
                String table = all.getString("TABLE_NAME");
                if (!table.startsWith("BATCH_")
                        && !table.startsWith("flyway")
                        && !table.equals("MOVED")) {
                    columns.add(new String[] {table, all.getString("COLUMN_NAME")});
                }
            }
        }
        columns.sort(Comparator.comparing((String[] c) -> c[0]).thenComparing(c -> c[1]));
        assertThat(columns.size()).as("each gets its turn").isLessThanOrEqualTo(140);
        return columns;
    }

    private static String change(Connection register, String table, String column, Random random)
            throws SQLException {
        try (var statement =
                        register.createStatement(
                                ResultSet.TYPE_SCROLL_SENSITIVE, ResultSet.CONCUR_READ_ONLY);
                ResultSet row = statement.executeQuery("select _rowid_, * from " + table)) {
            assertThat(row.last()).as(table).isTrue();
            row.absolute(random.nextInt(row.getRow()) + 1);
            long id = row.getLong(1);
            Object before = row.getObject(column);
            Object after = other(before, random);
            statement.getConnection().createStatement().execute("set referential_integrity false");
            try (PreparedStatement update =
                    register.prepareStatement(
                            "update " + table + " set " + column + " = ? where _rowid_ = ?")) {
                update.setObject(1, after);
                update.setLong(2, id);
                update.executeUpdate();
            }
            return table + "." + column + " of row " + id + ": " + before + " became " + after;
        }
    }

    private static Object other(Object value, Random random) throws SQLException {
        if (value instanceof Long number) {
            return number + 1 + random.nextInt(1_000_000);
        }
        if (value instanceof Integer number) {
            return number + 1 + random.nextInt(1_000_000);
        }
        if (value instanceof Boolean truth) {
            return !truth;
        }
        if (value instanceof java.sql.Date date) {
            return date.toLocalDate().plusDays(1);
        }
        if (value instanceof java.time.OffsetDateTime time) {
            return time.plusNanos(1000);
        }
        if (value instanceof java.sql.Blob bytes) {
            byte[] changed = bytes.getBytes(1, (int) bytes.length());
            changed[random.nextInt(changed.length)] ^= 1;
            return changed;
        }
        String text = value == null ? "" : value.toString();
        if (text.isEmpty()) {
            return "1";
        }
        int at = random.nextInt(text.length());
        char other = text.charAt(at) == '1' ? '2' : '1';
        return text.substring(0, at) + other + text.substring(at + 1);
    }
}
