package se.gits.costshare.pack;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.register.Act;
import se.gits.costshare.register.RunIdentity;
import se.gits.costshare.register.RunNote;

/**
 * Who did what when, from which input, with which version (behandlingshistorik, LKBR 3 kap. 11 §),
 * as a text in Markdown.
 */
final class HistoryInWords {

    private final Map<String, String> folderOfRun = new HashMap<>();

    HistoryInWords(List<Act> acts) {
        acts.forEach(act -> folderOfRun.put(act.run().key(), act.folder()));
    }

    String of(List<RunNote> notes) {
        StringBuilder text =
                new StringBuilder(
                        """
                        # Behandlingshistorik

                        Tider i UTC. En körning känns igen på sin nyckel, som är en kontrollsumma över
                        dess slag, månad, part, underlag, datum, skäl och det utfärdande den bygger på.

                        | Tid | Utfärdande | Händelse | Vem | Maskin | Program | Java | Körning |
                        |---|---|---|---|---|---|---|---|
                        """);
        Map<String, RunIdentity> runs = new LinkedHashMap<>();
        for (RunNote note : notes) {
            runs.put(note.run().key(), note.run());
            row(
                    text,
                    note.at().toString(),
                    name(note.run()),
                    note.event(),
                    note.actor().login(),
                    note.actor().host(),
                    note.actor().programVersion(),
                    note.actor().javaVersion(),
                    note.run().key().substring(0, 16));
        }
        runs.values().forEach(run -> inputs(text, run));
        return text.toString();
    }

    private String name(RunIdentity run) {
        String folder = folderOfRun.get(run.key());
        String party = run.party().map(PartyCode::value).map(" "::concat).orElse("");
        return folder == null
                ? run.kind().swedish() + " " + run.month() + party + ", inte utfärdad"
                : folder + party;
    }

    private void inputs(StringBuilder text, RunIdentity run) {
        text.append("\n## Underlag till ")
                .append(name(run))
                .append(", körning ")
                .append(run.key(), 0, 16)
                .append("\n\nFakturadatum ")
                .append(run.issueDate())
                .append(run.reason().isEmpty() ? "" : ". Skäl: " + plain(run.reason()))
                .append("\n\n| Fil | SHA-256 |\n|---|---|\n");
        run.inputs().forEach((name, sha256) -> row(text, name, sha256));
    }

    private static void row(StringBuilder text, String... cells) {
        text.append('|');
        for (String cell : cells) {
            text.append(' ').append(plain(cell)).append(" |");
        }
        text.append('\n');
    }

    /** Logins, machines and reasons come from outside. */
    private static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}]", " ")
                .replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("<", "&lt;");
    }
}
