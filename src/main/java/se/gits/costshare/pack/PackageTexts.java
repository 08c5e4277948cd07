package se.gits.costshare.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import se.gits.costshare.export.manifest.ProgramVersion;
import se.gits.costshare.register.Act;
import se.gits.costshare.register.RunNote;

/**
 * What a package tells a person: how it is checked, the rules, who did what, what the system is.
 */
public final class PackageTexts {

    /** The independent checker, which runs as it is: {@code java Kontroll.java}. */
    public static final String CHECKER = "Kontroll.java";

    private PackageTexts() {}

    /**
     * The texts by their names.
     *
     * @param acts those that the package tells of
     * @param notes what was done, in that order
     * @throws IllegalStateException if the act was made by rules that this program has no text of
     */
    public static SortedMap<String, byte[]> of(Act act, List<Act> acts, List<RunNote> notes) {
        SortedMap<String, byte[]> texts = new TreeMap<>();
        texts.put(
                "LASMIG.txt",
                utf8(
                        resource("LASMIG.txt")
                                .replace("{0}", act.folder())
                                .replace("{1}", act.rules())
                                .replace("{2}", act.hash())));
        texts.put("regler.md", utf8(resource("regler-" + act.rules() + ".md")));
        texts.put("behandlingshistorik.md", utf8(new HistoryInWords(acts).of(notes)));
        texts.put("systemdokumentation.md", utf8(SystemDocumentation.inSwedish()));
        texts.put("program.txt", utf8(program(act)));
        texts.put(CHECKER, utf8(ascii(resource(CHECKER))));
        return texts;
    }

    private static String program(Act act) {
        return "Paketet är gjort av gits "
                + ProgramVersion.current()
                + ", som kan regler version "
                + ProgramVersion.RULES
                + ".\nProgrammets SHA-256: "
                + ProgramHash.current()
                + "\nUtfärdandet följer regler version "
                + act.rules()
                + ".\n";
    }

    /**
     * Java source of ASCII alone. Before Java 18 {@code java Kontroll.java} reads its source in the
     * machine's own encoding, and would take {@code månad} for something else.
     */
    private static String ascii(String source) {
        StringBuilder ascii = new StringBuilder();
        source.chars()
                .forEach(
                        letter -> {
                            if (letter < 0x80) {
                                ascii.append((char) letter);
                            } else {
                                ascii.append(String.format(Locale.ROOT, "\\u%04x", letter));
                            }
                        });
        return ascii.toString();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String resource(String name) {
        try (InputStream resource = PackageTexts.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException("No text " + name);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own files cannot be read", e);
        }
    }
}
