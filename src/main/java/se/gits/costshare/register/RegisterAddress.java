package se.gits.costshare.register;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the register is: a file beside the reports, or the address that {@code --register} gives.
 *
 * @param url a JDBC address without a password in it
 * @param file the database file, where it is one
 */
public record RegisterAddress(String url, Optional<Path> file) {

    private static final String H2_FILE = "jdbc:h2:file:";

    /** What H2 adds to the name of a database. */
    static final String FILE_ENDING = ".mv.db";

    /** How the file of a register that was moved is called. */
    private static final String MOVED = ".flyttat";

    private static final String POSTGRESQL = "jdbc:postgresql:";

    /**
     * Host, port, database and settings. A password would be seen by everyone who lists processes,
     * and other settings of the driver can load classes and files.
     */
    private static final Pattern SERVER =
            Pattern.compile(
                    "jdbc:postgresql://[A-Za-z0-9._-]+(:\\d{1,5})?/[A-Za-z0-9_-]+"
                            + "(\\?(user|sslmode|sslrootcert|currentSchema)=[A-Za-z0-9._/:-]+"
                            + "(&(user|sslmode|sslrootcert|currentSchema)=[A-Za-z0-9._/:-]+)*)?");

    /** Hosts that no network lies before. */
    private static final Pattern OWN_MACHINE =
            Pattern.compile("jdbc:postgresql://(localhost|127\\.0\\.0\\.1)[:/].*");

    /**
     * What is added to every H2 address: written at each commit, closed by the program alone, and
     * no word of its own on the terminal or in a file when something fails, since the program tells
     * it.
     */
    private static final String H2_OPTIONS =
            ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE"
                    + ";TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0";

    /**
     * The register of an output folder: {@code OUTPUT/register/gits.mv.db}.
     *
     * @return empty where a database cannot lie there, since the path has a semicolon
     */
    public static Optional<RegisterAddress> ofOutput(Path output) {
        return ofFile(output.resolve("register").resolve("gits"));
    }

    /**
     * The address as the option gives it.
     *
     * @return empty where it is not one that this program can use
     */
    public static Optional<RegisterAddress> parse(String url) {
        if (url.startsWith(POSTGRESQL)) {
            return SERVER.matcher(url).matches()
                    ? Optional.of(new RegisterAddress(withTls(url), Optional.empty()))
                    : Optional.empty();
        }
        if (!url.startsWith(H2_FILE) || url.length() == H2_FILE.length()) {
            return Optional.empty();
        }
        try {
            return ofFile(Path.of(url.substring(H2_FILE.length())));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Over a network the server proves who it is, unless something else is said. */
    private static String withTls(String url) {
        return url.contains("sslmode=") || OWN_MACHINE.matcher(url).matches()
                ? url
                : url + (url.contains("?") ? "&" : "?") + "sslmode=verify-full";
    }

    /** An H2 address with what is added to every one. */
    static String withOptions(String url) {
        return url + H2_OPTIONS;
    }

    static Optional<RegisterAddress> ofFile(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        // What follows a semicolon would be settings of the database, and INIT among them runs SQL.
        if (absolute.getFileName() == null || absolute.toString().contains(";")) {
            return Optional.empty();
        }
        return Optional.of(
                new RegisterAddress(
                        withOptions(H2_FILE + absolute),
                        Optional.of(
                                absolute.resolveSibling(absolute.getFileName() + FILE_ENDING))));
    }

    /** Where a register is made, or brought up to date, before it is put in this place. */
    Optional<RegisterAddress> aside() {
        return file.flatMap(
                path -> {
                    String name = path.getFileName().toString().replaceFirst("\\.mv\\.db$", "");
                    return ofFile(path.resolveSibling(name + ".under-arbete"));
                });
    }

    /** The same, of a file that is there: none is made where there is none. */
    RegisterAddress asItIs() {
        return new RegisterAddress(url + ";IFEXISTS=TRUE", file);
    }

    /**
     * A place as {@code --register} takes it.
     *
     * @param place as {@link #place} has it
     */
    public static String asGiven(String place) {
        return place.endsWith(FILE_ENDING)
                ? H2_FILE + place.substring(0, place.length() - FILE_ENDING.length())
                : place;
    }

    /** Where it is, for a person to read. */
    public String place() {
        return file.map(Path::toString).orElse(url);
    }

    /**
     * Whether there is a register there already.
     *
     * @throws RegisterFailure if the disk or the server cannot be asked: what cannot be seen may
     *     well be there
     */
    public boolean exists() {
        return file.map(this::isThere).orElseGet(() -> ServerDatabase.isMade(this));
    }

    private boolean isThere(Path path) {
        try {
            Files.readAttributes(path, BasicFileAttributes.class);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw RegisterFailure.unavailable(this, e);
        }
    }

    /**
     * Gives a register's file another name once it has moved, so that nobody goes on with it.
     *
     * @return where it is now; empty of one on a server, which stays
     * @throws IOException if it cannot be renamed
     */
    public Optional<Path> putAside() throws IOException {
        if (file.isEmpty()) {
            return Optional.empty();
        }
        Path aside = aside(file.get());
        return Optional.of(Files.move(file.get(), Files.exists(aside) ? older(aside) : aside));
    }

    private static Path aside(Path file) {
        return file.resolveSibling(file.getFileName() + MOVED);
    }

    /** A name that no file has yet. */
    private static Path older(Path aside) {
        int number = 2;
        while (Files.exists(aside.resolveSibling(aside.getFileName() + "-" + number))) {
            number++;
        }
        return aside.resolveSibling(aside.getFileName() + "-" + number);
    }

    /** The file of a register that was here and was moved; of one on a server there is none. */
    public Optional<Path> movedAside() {
        return file.map(RegisterAddress::aside).filter(Files::exists);
    }

    /**
     * Gives the file of an earlier register here, which was moved, a number, now that one has moved
     * here: should that be lost, the earlier one must not tell that it was moved.
     *
     * @throws IOException if it cannot be renamed
     */
    public void forgetMovedAside() throws IOException {
        Optional<Path> aside = movedAside();
        if (aside.isPresent()) {
            Files.move(aside.get(), older(aside.get()));
        }
    }
}
