package se.gits.costshare.register;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of the tests' own, in a folder that goes away with them. Where the server's
 * programs are not installed the tests are skipped; where the environment says {@code CI=true} they
 * fail instead.
 */
public final class PostgresTestServer {

    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private static PostgresTestServer running;

    private final Path programs;
    private final Path folder;
    private final int port;

    private PostgresTestServer(Path programs) throws IOException, InterruptedException {
        this.programs = programs;
        this.folder = Files.createTempDirectory("gits-postgres");
        try (ServerSocket free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
        if (isRoot()) {
            run("chown", "postgres", folder.toString());
        }
        runAsServer(
                "initdb", "-D", data(), "-U", "gits", "--auth=trust", "-E", "UTF8", "--locale=C");
        runAsServer(
                "pg_ctl",
                "-D",
                data(),
                "-w",
                "-l",
                folder.resolve("log").toString(),
                "-o",
                "-p " + port + " -k " + folder + " -c listen_addresses=127.0.0.1 -c fsync=off",
                "start");
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    }

    /** The one server of this test run, started when first asked for. */
    public static synchronized PostgresTestServer get() {
        if (running == null) {
            Optional<Path> programs = installed();
            if (programs.isEmpty() && "true".equals(System.getenv("CI"))) {
                fail("PostgreSQL is not installed");
            }
            assumeTrue(programs.isPresent(), "PostgreSQL is not installed");
            try {
                running = new PostgresTestServer(programs.get());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return running;
    }

    private static Optional<Path> installed() {
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    /** The server refuses to be run by root. */
    private void runAsServer(String program, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command.toArray(String[]::new));
    }

    private void run(String... command) throws IOException, InterruptedException {
        Path log = Files.createTempFile("gits-postgres", ".log");
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(List.of(command) + ": " + Files.readString(log));
        }
        Files.delete(log);
    }

    private void stop() {
        try {
            runAsServer("pg_ctl", "-D", data(), "-m", "immediate", "stop");
            try (Stream<Path> paths = Files.walk(folder)) {
                paths.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
            }
        } catch (IOException | InterruptedException e) {
            // The machine's temporary folder has it then.
        }
    }

    /** The address of a schema that has nothing in it. */
    public String emptySchema() {
        String schema = "r" + SCHEMAS.incrementAndGet();
        execute("create schema " + schema);
        return url() + "&currentSchema=" + schema;
    }

    /** The address of the server's own database. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=gits";
    }

    /**
     * Makes a role that the server lets in by its password alone, with rights of its own in a
     * schema of its own.
     *
     * @return the address of the schema, for that role
     */
    public String schemaOf(String role, String password) throws IOException {
        String schema = "r" + SCHEMAS.incrementAndGet();
        execute("create role " + role + " login password '" + password + "'");
        execute("create schema " + schema + " authorization " + role);
        Path rules = folder.resolve("data/pg_hba.conf");
        Files.writeString(
                rules,
                "host all " + role + " 127.0.0.1/32 scram-sha-256\n" + Files.readString(rules));
        execute("select pg_reload_conf()");
        return "jdbc:postgresql://127.0.0.1:%d/postgres?user=%s&currentSchema=%s"
                .formatted(port, role, schema);
    }

    /** Executes SQL as the one who may do anything. */
    public void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
