package se.gits.costshare.export.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which program made a file, and by which rules. */
public final class ProgramVersion {

    /**
     * The version of the rules for amounts (CONTRACT 3). It changes only when the same input would
     * give other amounts; the old rules then stay beside the new ones.
     */
    public static final String RULES = "1";

    private ProgramVersion() {}

    /** The program's version, as the build stamped it. */
    public static String current() {
        Properties properties = new Properties();
        try (InputStream stamped = ProgramVersion.class.getResourceAsStream("version.properties")) {
            properties.load(stamped);
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own files cannot be read", e);
        }
        return properties.getProperty("version");
    }
}
