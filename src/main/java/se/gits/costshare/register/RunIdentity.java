package se.gits.costshare.register;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import se.gits.costshare.input.InputFile;

/**
 * What a run is known by: its kind, month, inputs' bytes, date, reason, and the state of the
 * register it builds on (CONTRACT 1).
 *
 * @param inputs each input file's name and SHA-256
 * @param previousAct the hash of the last act it builds on; {@link #NO_ACT} for the first
 */
public record RunIdentity(
        ActKind kind,
        YearMonth month,
        SortedMap<String, String> inputs,
        LocalDate issueDate,
        String reason,
        String previousAct) {

    /** What the first act builds on. */
    public static final String NO_ACT = "0".repeat(64);

    public RunIdentity {
        inputs = Collections.unmodifiableSortedMap(new TreeMap<>(inputs));
    }

    /** The SHA-256 of all of it, in hexadecimal. */
    public String key() {
        StringBuilder text = new StringBuilder();
        // Lengths before the texts, so that no two different runs can read the same.
        for (String part :
                new String[] {
                    kind.swedish(), month.toString(), issueDate.toString(), reason, previousAct
                }) {
            text.append(part.length()).append(':').append(part).append('\n');
        }
        for (Map.Entry<String, String> input : inputs.entrySet()) {
            text.append(input.getKey()).append(' ').append(input.getValue()).append('\n');
        }
        return InputFile.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
