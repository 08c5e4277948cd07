package se.gits.costshare.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import se.gits.costshare.job.Progress;

/**
 * Where the program speaks: results to standard output, all else to standard error. UTF-8, whatever
 * the terminal's locale.
 */
final class Console {

    private static final int BAR_WIDTH = 30;

    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;

    /**
     * @param terminal whether a person watches standard error, so that a progress bar is of use
     */
    Console(PrintStream out, PrintStream err, boolean terminal) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    /** The process's own streams; the launcher tells whether there is a terminal. */
    static Console ofProcess() {
        return new Console(
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                Boolean.getBoolean("gits.terminal") || isWindowsTerminal());
    }

    /** On Windows the launcher cannot tell; before Java 22 a console meant a terminal. */
    private static boolean isWindowsTerminal() {
        return System.getProperty("os.name", "").startsWith("Windows")
                && Runtime.version().feature() < 22
                && System.console() != null;
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    PrintStream out() {
        return out;
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
