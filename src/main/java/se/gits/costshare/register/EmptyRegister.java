package se.gits.costshare.register;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.h2.store.fs.FileUtils;

/**
 * The file of a register that holds nothing, with the newest schema. It is made in memory, once a
 * process: it takes longer than reading the input does, and may be begun before it is known whether
 * the input is accepted, since nothing is written.
 */
final class EmptyRegister {

    /** As H2 names a file that it keeps in memory. */
    private static final String PLACE = "memFS:gits";

    private static final CompletableFuture<byte[]> FILE =
            CompletableFuture.supplyAsync(EmptyRegister::made, EmptyRegister::aside);

    private EmptyRegister() {}

    /** Has it made while other work goes on. */
    static CompletableFuture<byte[]> begun() {
        return FILE;
    }

    private static void aside(Runnable making) {
        Thread thread = new Thread(making, "empty register");
        // Nobody waits for it who does not ask.
        thread.setDaemon(true);
        thread.start();
    }

    private static byte[] made() {
        DataSource dataSource =
                FileDatabase.dataSource(RegisterAddress.withOptions("jdbc:h2:" + PLACE));
        try {
            Connection keeper = dataSource.getConnection();
            try {
                FileDatabase.migrate(dataSource);
            } finally {
                // The last one: with it the database is closed, and its file is whole.
                keeper.close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("An empty register cannot be made", e);
        }
        String file = PLACE + RegisterAddress.FILE_ENDING;
        try (InputStream made = FileUtils.newInputStream(file)) {
            return made.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory failed", e);
        } finally {
            FileUtils.delete(file);
        }
    }
}
