package se.gits.costshare.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.gits.costshare.Endurance;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.pack.ActPackage;
import se.gits.costshare.register.Actor;
import se.gits.costshare.register.PostgresTestServer;
import se.gits.costshare.register.Register;
import se.gits.costshare.register.RegisterAddress;
import se.gits.costshare.run.RandomYear;
import se.gits.costshare.run.SmallInput;

/** A register on a real PostgreSQL server is the same register. */
class SharedRegisterTest {

    @TempDir Path folder;

    private String url;
    private Session onServer;
    private Session onFile;

    @BeforeEach
    void begin() throws IOException {
        url = PostgresTestServer.get().emptySchema();
        onServer = new Session(folder.resolve("a")).on("2023-12-31").withRegister(url);
        onFile = new Session(folder.resolve("b")).on("2023-12-31");
    }

    private static String heads(Session session) {
        return session.run("status").exits(0).out();
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Endurance.count(20, 1));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aRandomYearHasTheSameFilesAndTheSameHeadsAsInAFile(long seed) throws IOException {
        new RandomYear(seed, 3, new CommandOffice(onServer)).happen();
        new RandomYear(seed, 3, new CommandOffice(onFile)).happen();

        assertThat(onServer.files()).isEqualTo(onFile.files()).hasSizeGreaterThan(100);
        assertThat(heads(onServer)).isEqualTo(heads(onFile));
        assertThat(onServer.run("verify").exits(0).out()).isEmpty();
        assertThat(onServer.run("rerun", "2023-03").exits(0).out())
                .contains("varje byte är densamma");
        assertThat(packed(onServer)).isEqualTo(packed(onFile));
    }

    private static SortedMap<String, String> packed(Session session) throws IOException {
        session.run("package", "2023-03").exits(0);
        SortedMap<String, String> hashOfFile = new TreeMap<>();
        ActPackage.read(session.output().resolve("2023-03.zip"))
                .files()
                .forEach((name, bytes) -> hashOfFile.put(name, InputFile.sha256(bytes)));
        return hashOfFile;
    }

    @Test
    void everyCommandAnswersAsWithAFile() throws IOException {
        SmallInput input = new SmallInput().withOutcome();
        List<String> commands =
                List.of(
                        "check",
                        "invoice 2023-01",
                        "invoice 2023-02",
                        // As most months are: nothing has changed since the one before.
                        "preview 2023-03",
                        "attest 2023-03 --by Eva",
                        "simulate 2023 --against INPUT",
                        "report 2023",
                        "explain 2023-02 1480",
                        "diff 2023-01 2023-02",
                        "rerun 2023-02",
                        "package 2023-02",
                        "credit 2023-01 --party 1480 --reason Fel",
                        "invoice 2023-01 --party 1480",
                        "status",
                        "verify");
        List<String> restOfTheYear =
                IntStream.rangeClosed(3, 12).mapToObj("invoice 2023-%02d"::formatted).toList();

        for (Session session : List.of(onServer, onFile)) {
            session.on("2024-01-31").with(input);
        }
        commands.forEach(this::answersAlike);
        restOfTheYear.forEach(this::answersAlike);
        answersAlike("settle 2023 --preview");
        answersAlike("settle 2023");
        answersAlike("verify");

        assertThat(onServer.files()).isEqualTo(onFile.files());
    }

    private void answersAlike(String command) {
        assertThat(answer(onServer, command)).as(command).isEqualTo(answer(onFile, command));
    }

    private static String answer(Session session, String command) {
        Session.Answer answer =
                session.run(command.replace("INPUT", session.input().toString()).split(" "));
        assertThat(answer.exitCode()).as(command + ": " + answer.err()).isEqualTo(ExitCode.OK);
        return "%d%n%s%s"
                .formatted(
                        answer.exitCode(),
                        DisturbedAct.withoutTimes(answer.out()),
                        answer.err().replaceFirst("Ett nytt register läggs upp: \\S+ ", ""))
                .replace(session.output().getParent().toString(), "MAPP");
    }

    @Test
    void anEmptyServerIsToldAsANewRegister() throws IOException {
        onServer.with(new SmallInput());

        assertThat(onServer.run("invoice", "2023-01").exits(0).err())
                .contains("Ett nytt register läggs upp: jdbc:postgresql://", "202300001");
        assertThat(onServer.run("invoice", "2023-02").exits(0).err())
                .doesNotContain("Ett nytt register");
        assertThat(onServer.run("invoice", "2023-01").exits(0).out()).contains("redan utfärdad");
        assertThat(onServer.output().resolve("register")).doesNotExist();
    }

    @Test
    void aRegisterMovesToTheServerAndBackWithTheSameHeads() throws IOException {
        onFile.with(new SmallInput().change("installningar.yml", "attest: nej", "attest: ja"));
        onFile.as("eva").run("preview", "2023-01").exits(0);
        onFile.run("attest", "2023-01", "--by", "Eva Ek").exits(0);
        onFile.as("anna").run("invoice", "2023-01").exits(0);
        onFile.with(new SmallInput()).run("invoice", "2023-02").exits(0);
        String before = heads(onFile);

        Session.Answer moved = onFile.run("move", "--to", url).exits(0);

        assertThat(moved.out()).contains("Registret är flyttat till", "gits.mv.db.flyttat");
        assertThat(onFile.run("invoice", "2023-03").exits(5).err())
                .contains("är flyttat till " + url, "gits.mv.db.flyttat", "--register");
        Path file = onFile.output().resolve("register/gits.mv.db");
        Files.copy(file.resolveSibling("gits.mv.db.flyttat"), file);
        assertThat(onFile.run("invoice", "2023-03").exits(5).err())
                .contains("Registret är flyttat till " + url);
        // As if it had been killed before it was done.
        onFile.run("move", "--to", url).exits(0);
        assertThat(file).doesNotExist();
        onFile.withRegister(url);
        assertThat(heads(onFile)).isEqualTo(before);
        onFile.run("verify").exits(0);
        assertThat(onFile.run("invoice", "2023-03").exits(0).out())
                .contains("Nummer 202300007–202300009");
        String after = heads(onFile);

        Path back = folder.resolve("tillbaka/gits");
        onFile.run("move", "--to", "jdbc:h2:file:" + back).exits(0);
        for (String command : List.of("status", "verify", "invoice 2023-04")) {
            assertThat(onFile.run(command.split(" ")).exits(5).err())
                    .contains("Registret är flyttat till jdbc:h2:file:" + back + ". Ge");
        }
        onFile.run("move", "--to", "jdbc:h2:file:" + back).exits(0);
        onFile.withRegister("jdbc:h2:file:" + back);
        assertThat(heads(onFile)).isEqualTo(after);
        assertThat(onFile.run("move", "--to", url).exits(5).err())
                .contains("Dit kan registret inte flyttas", url, "ett nytt schema");
        onFile.run("verify").exits(0);
        onFile.run("invoice", "2023-04").exits(0);
        onFile.run("verify").exits(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"status", "verify", "invoice 2023-02", "preview 2023-02", "move --to URL"})
    void aSchemaThatIsNotThereIsToldAsThat(String command) throws IOException {
        onFile.with(new SmallInput()).run("invoice", "2023-01").exits(0);
        String nowhere = url.replaceFirst("currentSchema=\\w+", "currentSchema=finnsej");
        assertThat(nowhere).isNotEqualTo(url);
        if (!command.startsWith("move")) {
            onFile.withRegister(nowhere);
        }

        assertThat(onFile.run(command.replace("URL", nowhere).split(" ")).exits(6).err())
                .contains("Schemat finns inte på databasservern", nowhere, "create schema")
                .doesNotContain("skadat", "Vänta");
    }

    @Test
    void whereARegisterWentIsNotKnownWhereItsOldFileIsDamaged() throws IOException {
        onFile.with(new SmallInput()).run("invoice", "2023-01").exits(0);
        onFile.run("move", "--to", url).exits(0);
        Path aside = onFile.output().resolve("register/gits.mv.db.flyttat");
        Files.writeString(aside, "skräp");

        assertThat(onFile.run("status").exits(5).err())
                .contains("är flyttat; den gamla filen heter nu " + aside);
        assertThat(aside).hasContent("skräp");
    }

    /** What is told of a file is what the option takes. */
    @Test
    void theAddressThatIsToldIsTheOneToGive() throws IOException {
        onFile.with(new SmallInput()).run("invoice", "2023-01").exits(0);
        String there = "jdbc:h2:file:" + folder.resolve("annanstans/gits");

        assertThat(onFile.run("move", "--to", there).exits(0).out()).contains(there + ". Ge den");

        assertThat(onFile.run("status").exits(5).err()).contains("är flyttat till " + there + ";");
        onFile.withRegister(there).run("verify").exits(0);
    }

    /** The register that a refused first month leaves on a server is empty, and told to be. */
    @Test
    void aFirstMonthOnAServerThatIsRefusedIsToldAnewWhereItsNumbersBegin() throws IOException {
        onServer.with(
                new SmallInput()
                        .change(
                                "installningar.yml",
                                "nummerserie_från: 1",
                                "nummerserie_från: 99999"));
        onServer.run("invoice", "2023-01").exits(5);

        assertThat(onServer.with(new SmallInput()).run("invoice", "2023-01").exits(0).err())
                .contains("är tomt. Nummerserien för 2023 börjar på 202300001");
    }

    @Test
    void aRegisterDoesNotMoveToItself() throws IOException {
        onFile.with(new SmallInput()).run("invoice", "2023-01").exits(0);
        String itself = "jdbc:h2:file:" + onFile.output().resolve("register/../register/gits");

        assertThat(onFile.run("move", "--to", itself).exits(2).err())
                .contains("Registret ligger redan där");
        onFile.run("verify").exits(0);
        onServer.with(new SmallInput()).run("invoice", "2023-01").exits(0);
        onServer.run("move", "--to", url).exits(2);
        onServer.run("verify").exits(0);
    }

    /** What is put aside then would be all that there is. */
    @Test
    void aMoveIsNotFinishedToWhereTheRegisterIsNoLonger() throws IOException {
        onFile.with(new SmallInput()).run("invoice", "2023-01").exits(0);
        Path file = onFile.output().resolve("register/gits.mv.db");
        onFile.run("move", "--to", url).exits(0);
        Files.copy(file.resolveSibling("gits.mv.db.flyttat"), file);
        String emptied = PostgresTestServer.get().emptySchema();
        String schema = url.substring(url.indexOf("currentSchema=") + "currentSchema=".length());
        PostgresTestServer.get()
                .execute("drop schema %s cascade; create schema %1$s".formatted(schema));

        assertThat(onFile.run("move", "--to", url).exits(6).err())
                .contains("Det finns inget register på " + url);
        assertThat(file).exists();
        assertThat(onFile.run("move", "--to", emptied).exits(5).err())
                .contains("Registret är flyttat till " + url);
    }

    @Test
    void aRegisterThatMovedBackIsMissedWhereItIsLost() throws IOException {
        onFile.with(new SmallInput()).run("invoice", "2023-01").exits(0);
        onFile.run("package", "2023-01").exits(0);
        Path file = onFile.output().resolve("register/gits.mv.db");
        onFile.run("move", "--to", url).exits(0);
        assertThat(onFile.run("rebuild", onFile.output().toString()).exits(5).err())
                .contains("är flyttat", "gits.mv.db.flyttat");
        assertThat(file).doesNotExist();
        String here = "jdbc:h2:file:" + onFile.output().resolve("register/gits");
        onFile.withRegister(url).run("move", "--to", here).exits(0);
        onFile.withRegister(here).run("verify").exits(0);
        Files.delete(file);

        assertThat(onFile.run("invoice", "2023-02").exits(5).err())
                .contains("Registret " + file + " finns inte", "gits rebuild");
        onFile.run("rebuild", onFile.output().toString()).exits(0);
        onFile.run("verify").exits(0);
    }

    @Test
    void aRegisterDoesNotMoveWhereAnotherIs() throws IOException {
        onServer.with(new SmallInput()).run("invoice", "2023-01").exits(0);
        onFile.with(new SmallInput()).run("invoice", "2023-02").exits(0);

        assertThat(onFile.run("move", "--to", url).exits(5).err())
                .contains("har redan utfärdanden");
        onFile.run("verify").exits(0);
    }

    @Test
    void whoComesSecondIsTold() throws IOException {
        onServer.with(new SmallInput()).run("invoice", "2023-01").exits(0);
        RegisterAddress address = RegisterAddress.parse(url).orElseThrow();
        Actor other = new Actor("eva", "annan dator", "1.0.0", "17");

        try (Register held = Register.openOrMake(address, Clock.systemUTC(), other)) {
            assertThat(held.acts()).hasSize(1);
            assertThat(held.isNew()).isFalse();
            for (List<String> command :
                    List.of(
                            List.of("invoice", "2023-02"),
                            List.of("status"),
                            List.of("verify"),
                            List.of("credit", "2023-01", "--party", "1480", "--reason", "x"))) {
                assertThat(onServer.run(command.toArray(String[]::new)).exits(5).err())
                        .as("%s", command)
                        .contains("används av en annan körning");
            }
        }
        onServer.run("invoice", "2023-02").exits(0);
    }

    private static final List<String> CHANGES =
            List.of(
                    "update amount set amount_ore = amount_ore + 1 where position = 1",
                    "delete from invoice where number = '202300001'",
                    "update input_file set content = content",
                    "update run set reason = 'x'",
                    "delete from run_input",
                    "delete from run_event",
                    "update act set rules = '2'",
                    "update history_chain set hash = hash");

    /** Where a register went on is said once; there is no way back from that but the other. */
    private static void demandMarkStays(Statement statement) throws SQLException {
        statement.executeUpdate("insert into moved values ('annorstädes')");
        for (String sql : List.of("update moved set place = 'här'", "delete from moved")) {
            assertThatThrownBy(() -> statement.executeUpdate(sql))
                    .as(sql)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("The register is only added to");
        }
    }

    @Test
    void issuedRowsAreNotChangedInAFile() throws IOException, SQLException {
        onFile.with(new SmallInput()).run("invoice", "2023-01").exits(0);
        try (Connection register = OpenedRegister.guarded(onFile);
                Statement statement = register.createStatement()) {
            for (String sql : CHANGES) {
                assertThatThrownBy(() -> statement.executeUpdate(sql))
                        .as(sql)
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("The register is only added to");
            }
        }
        onFile.run("verify").exits(0);
        try (Connection register = OpenedRegister.guarded(onFile);
                Statement statement = register.createStatement()) {
            demandMarkStays(statement);
        }
    }

    @Test
    void issuedRowsAreNotChangedOnAServerAndAreFoundWhereTheyWere()
            throws IOException, SQLException {
        onServer.with(new SmallInput()).run("invoice", "2023-01").exits(0);
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String sql : CHANGES) {
                assertThatThrownBy(() -> statement.executeUpdate(sql))
                        .as(sql)
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("The register is only added to");
            }
            assertThatThrownBy(() -> statement.execute("truncate amount"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("The register is only added to");
            onServer.run("verify").exits(0);
            // The owner of the tables can.
            statement.execute("alter table amount disable trigger user");
            assertThat(statement.executeUpdate(CHANGES.get(0))).isOne();
        }

        assertThat(onServer.run("verify").exits(4).out()).contains("2023-01");
        assertThat(onServer.run("explain", "2023-01", "1480").exits(5).err())
                .contains("Registret är ändrat");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            demandMarkStays(statement);
            assertThatThrownBy(() -> statement.execute("truncate moved"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("The register is only added to");
        }
    }

    /** As the handbook has it, word for word: one owns the tables, another invoices. */
    @Test
    void theProgramRunsWithTheLeastRights() throws IOException, SQLException {
        String handbook = Files.readString(Path.of("src/site/markdown/handbok.md"));
        int at = handbook.indexOf("set search_path to public;");
        String grants = handbook.substring(at, handbook.indexOf("```", at));
        String schema = url.substring(url.indexOf("currentSchema=") + "currentSchema=".length());
        onServer.with(new SmallInput()).run("invoice", "2023-01").exits(0);
        PostgresTestServer.get().execute(grants.replace("public", schema));

        onServer.withRegister(url.replace("user=gits", "user=gits_program"));
        onServer.run("invoice", "2023-02").exits(0);
        onServer.run("credit", "2023-01", "--party", "1480", "--reason", "Fel").exits(0);
        onServer.run("invoice", "2023-01", "--party", "1480").exits(0);
        onServer.run("verify").exits(0);
        onServer.run("package", "2023-02").exits(0);
        try (Connection connection =
                        DriverManager.getConnection(url.replace("user=gits", "user=gits_program"));
                Statement statement = connection.createStatement()) {
            for (String sql : CHANGES) {
                assertThatThrownBy(() -> statement.executeUpdate(sql))
                        .as(sql)
                        .hasMessageContaining("permission denied");
            }
            for (String sql :
                    List.of(
                            "drop table amount",
                            "alter table amount disable trigger user",
                            "truncate amount",
                            "create table x (y int)")) {
                assertThatThrownBy(() -> statement.execute(sql)).as(sql).isNotNull();
            }
        }
        // What it could not mark would go on beside its copy.
        Path copy = folder.resolve("kopia/gits");
        assertThat(onServer.run("move", "--to", "jdbc:h2:file:" + copy).exits(6).err())
                .contains("Databasrollen får inte göra det", "permission denied for table moved");
        assertThat(copy.resolveSibling("gits.mv.db")).doesNotExist();
        onServer.run("invoice", "2023-03").exits(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://server/gits?user=a&password=hemligt",
                "jdbc:postgresql://server/gits?socketFactory=x",
                "jdbc:postgresql://a:hemligt@server/gits",
                "jdbc:postgresql://server/gits?user=a&sslmode=require&password=hemligt",
                "jdbc:postgresql:gits",
                "jdbc:mysql://server/hemligt"
            })
    void anAddressWithMoreThanItMayHaveIsRefusedAndNotRepeated(String address) {
        for (String[] command :
                new String[][] {
                    {"status", "--register", address}, {"move", "--to", address},
                }) {
            Session.Answer answer = onFile.run(command).exits(2);
            assertThat(answer.err()).contains("GITS_REGISTER_PASSWORD").doesNotContain("hemligt");
        }
    }

    @Test
    void aServerOutOfReachIsTheSurroundingsFault() {
        onServer.withRegister("jdbc:postgresql://127.0.0.1:1/gits?user=gits");

        assertThat(onServer.run("status").exits(6).err()).contains("127.0.0.1");
    }

    @Test
    void overANetworkTheServerHasToProveWhoItIs() {
        assertThat(RegisterAddress.parse("jdbc:postgresql://db.example.invalid/gits?user=a"))
                .map(RegisterAddress::url)
                .hasValue("jdbc:postgresql://db.example.invalid/gits?user=a&sslmode=verify-full");
        assertThat(RegisterAddress.parse("jdbc:postgresql://db.example.invalid:5433/gits"))
                .map(RegisterAddress::url)
                .hasValue("jdbc:postgresql://db.example.invalid:5433/gits?sslmode=verify-full");
        assertThat(RegisterAddress.parse("jdbc:postgresql://localhost/gits"))
                .map(RegisterAddress::url)
                .hasValue("jdbc:postgresql://localhost/gits");
    }
}
