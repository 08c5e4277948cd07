package se.gits.costshare.register;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The scripts that make the register's tables, one after another: the same for every database, but
 * for what each has its own way of.
 */
public final class RegisterSchema {

    /** Relative to this class, as Flyway finds them too. */
    private static final String FOLDER = "schema/";

    private static final List<String> OWN_FOLDERS = List.of("schema-h2/", "schema-postgresql/");

    private static final List<String> SCRIPTS =
            List.of(
                    "V1__register.sql",
                    "V2__batch.sql",
                    "V3__credits_and_attests.sql",
                    "V4__history_is_chained.sql");

    /** Those that each database has its own of. */
    private static final List<String> OWN_SCRIPTS = List.of("V5__append_only.sql", "V6__moved.sql");

    /** The number of the last script. */
    static final int VERSION = SCRIPTS.size() + OWN_SCRIPTS.size();

    private RegisterSchema() {}

    /** The scripts by their names, in the order they are run. */
    public static Map<String, String> scripts() {
        Map<String, String> scripts = new LinkedHashMap<>();
        SCRIPTS.forEach(name -> scripts.put(name, text(FOLDER + name)));
        for (String folder : OWN_FOLDERS) {
            OWN_SCRIPTS.forEach(name -> scripts.put(folder + name, text(folder + name)));
        }
        return scripts;
    }

    private static String text(String resource) {
        try (InputStream script = RegisterSchema.class.getResourceAsStream(resource)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own files cannot be read", e);
        }
    }
}
