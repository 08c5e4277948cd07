package se.gits.costshare.register;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.input.InputFiles;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.ActKind;
import se.gits.costshare.run.RunTerms;

/**
 * What a run is known by: its kind, month, party, inputs' bytes, date, reason, and the state of the
 * register it builds on (CONTRACT 1).
 *
 * @param month of a settlement the year's last
 * @param party whom a credit or a new invoice is for; empty otherwise
 * @param inputs each input file's name and SHA-256
 * @param previousAct the hash of the last act it builds on; {@link #NO_ACT} for the first
 */
public record RunIdentity(
        ActKind kind,
        YearMonth month,
        Optional<PartyCode> party,
        SortedMap<String, String> inputs,
        LocalDate issueDate,
        String reason,
        String previousAct) {

    /** What the first act builds on. */
    public static final String NO_ACT = "0".repeat(64);

    public RunIdentity {
        inputs = Collections.unmodifiableSortedMap(new TreeMap<>(inputs));
    }

    /** The identity of a run that is asked for. */
    public static RunIdentity of(RunTerms terms, InputFiles files, String previousAct) {
        return new RunIdentity(
                terms.kind(),
                terms.month(),
                terms.party(),
                files.hashes(),
                terms.issueDate(),
                terms.reason(),
                previousAct);
    }

    /** What was asked of the run. */
    public RunTerms terms() {
        return new RunTerms(kind, month, party, issueDate, reason, false);
    }

    /** The SHA-256 of all of it, in hexadecimal. */
    public String key() {
        List<String> parts =
                new ArrayList<>(
                        List.of(
                                kind.swedish(),
                                month.toString(),
                                issueDate.toString(),
                                reason,
                                previousAct));
        party.map(PartyCode::value).ifPresent(parts::add);
        StringBuilder text = new StringBuilder();
        // Lengths before the texts, so that no two different runs can read the same.
        for (String part : parts) {
            text.append(part.length()).append(':').append(part).append('\n');
        }
        for (Map.Entry<String, String> input : inputs.entrySet()) {
            text.append(input.getKey()).append(' ').append(input.getValue()).append('\n');
        }
        return InputFile.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
