package se.gits.costshare.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import se.gits.costshare.job.Progress;

/**
 * Where the program speaks: results to standard output, all else to standard error. UTF-8, whatever
 * the terminal's locale.
 */
final class Console {

    private static final int BAR_WIDTH = 30;

    /** As Linux and Windows say that whoever reads has had enough, which is no failure. */
    private static final List<String> NOT_READ_ON =
            List.of("Broken pipe", "The pipe is being closed");

    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;
    private final Supplier<Optional<IOException>> failureOfOut;

    /**
     * @param terminal whether a person watches standard error, so that a progress bar is of use
     */
    Console(PrintStream out, PrintStream err, boolean terminal) {
        this(out, err, terminal, Optional::empty);
    }

    private Console(
            PrintStream out,
            PrintStream err,
            boolean terminal,
            Supplier<Optional<IOException>> failureOfOut) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.failureOfOut = failureOfOut;
    }

    /** The process's own streams; the launcher tells whether there is a terminal. */
    static Console ofProcess() {
        Remembering results = new Remembering(FileDescriptor.out);
        return new Console(
                utf8(results),
                utf8(new FileOutputStream(FileDescriptor.err)),
                Boolean.getBoolean("gits.terminal") || isWindowsTerminal(),
                () -> Optional.ofNullable(results.failure));
    }

    /** On Windows the launcher cannot tell; before Java 22 a console meant a terminal. */
    private static boolean isWindowsTerminal() {
        return System.getProperty("os.name", "").startsWith("Windows")
                && Runtime.version().feature() < 22
                && System.console() != null;
    }

    private static PrintStream utf8(OutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    /** A stream that remembers what it failed of first; whoever prints to it is never told. */
    private static final class Remembering extends FilterOutputStream {

        private IOException failure;

        Remembering(FileDescriptor descriptor) {
            super(new FileOutputStream(descriptor));
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                failure = failure == null ? e : failure;
                throw e;
            }
        }
    }

    PrintStream out() {
        return out;
    }

    /** Why results could not be written; empty where they were, or nobody reads them any more. */
    Optional<IOException> failureOfOut() {
        out.flush();
        return failureOfOut
                .get()
                .filter(
                        e ->
                                NOT_READ_ON.stream()
                                        .noneMatch(String.valueOf(e.getMessage())::contains));
    }

    PrintStream err() {
        return err;
    }

    /** A bar on a terminal, nothing elsewhere. */
    Progress progress(Messages messages) {
        if (!terminal) {
            return Progress.SILENT;
        }
        return (done, total) -> {
            int filled = BAR_WIDTH * done / total;
            String bar = "█".repeat(filled) + "░".repeat(BAR_WIDTH - filled);
            String line = "\r" + bar + " " + messages.of("progress", done, total);
            synchronized (err) {
                err.print(done == total ? line + "\r\u001B[K" : line);
                err.flush();
            }
        };
    }
}
