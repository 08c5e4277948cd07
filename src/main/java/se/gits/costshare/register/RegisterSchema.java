package se.gits.costshare.register;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The scripts that make the register's tables, one after another. */
public final class RegisterSchema {

    /** Relative to this class, as Flyway finds them too. */
    static final String FOLDER = "schema/";

    private static final List<String> SCRIPTS =
            List.of(
                    "V1__register.sql",
                    "V2__batch.sql",
                    "V3__credits_and_attests.sql",
                    "V4__history_is_chained.sql");

    /** The number of the last script. */
    static final int VERSION = SCRIPTS.size();

    private RegisterSchema() {}

    /** The scripts by their names, in the order they are run. */
    public static Map<String, String> scripts() {
        Map<String, String> scripts = new LinkedHashMap<>();
        for (String name : SCRIPTS) {
            try (InputStream script = RegisterSchema.class.getResourceAsStream(FOLDER + name)) {
                scripts.put(name, new String(script.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException("The program's own files cannot be read", e);
            }
        }
        return scripts;
    }
}
