package se.gits.costshare.pack;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import se.gits.costshare.export.ActExporter;
import se.gits.costshare.export.ActFiles;
import se.gits.costshare.export.Exporters;
import se.gits.costshare.export.manifest.Manifest;
import se.gits.costshare.export.peppol.PeppolRules;
import se.gits.costshare.export.sie.BookkeepingFile;
import se.gits.costshare.input.InputFiles;
import se.gits.costshare.register.RegisterSchema;
import se.gits.costshare.register.RunEvent;
import se.gits.costshare.run.ActKind;
import se.gits.costshare.template.InputDescriptions;
import se.gits.costshare.template.InputDescriptions.ColumnDescription;
import se.gits.costshare.template.InputDescriptions.TableDescription;

/**
 * What the program reads, writes and keeps (systemdokumentation, LKBR 3 kap. 11 §), taken from the
 * program's own tables so that it cannot say otherwise than the program does.
 */
public final class SystemDocumentation {

    /** What the files of an act are for; a test sees that none is left out. */
    private static final Map<String, String> FILES =
            Map.of(
                    "sammanstallning.xlsx",
                    "arbetsbok för ekonomi: alla parter och rader, kontroller, ändringar, öreslista",
                    "fakturarader.csv",
                    "varje fakturarad",
                    "fakturor.csv",
                    "varje faktura",
                    "fordelning.csv",
                    "varje parts andel av varje budgetrad, också det som inte faktureras",
                    BookkeepingFile.FILE_NAME,
                    "fakturorna bokförda, SIE typ 4I; finns när inställningarna säger hur",
                    "avrakning.csv",
                    "utfall, fakturerat och avräkning för varje budgetrad och part",
                    "rapport.html",
                    "sida att läsa: siffror, diagram, kontroller och hur varje belopp räknats",
                    Manifest.FILE_NAME,
                    "allt underlag och alla filer med kontrollsummor, programversion, regler och"
                            + " föregående manifests kontrollsumma",
                    ActFiles.SUMS,
                    "mappens filer med kontrollsummor");

    private static final Map<RunEvent, String> EVENTS =
            Map.of(
                    RunEvent.STARTED, "körningen började",
                    RunEvent.RESUMED, "en avbruten körning fortsatte",
                    RunEvent.ISSUED, "fakturorna utfärdades",
                    RunEvent.ATTESTED, "någon godkände utkastet",
                    RunEvent.RESTORED, "mappen gjordes på nytt ur registret");

    private static final Map<ActKind, String> ACTS =
            Map.of(
                    ActKind.MONTH, "en månads fakturor, med justeringar av tidigare månader",
                    ActKind.CREDIT, "tar tillbaka en parts månad",
                    ActKind.REISSUE, "en krediterad månad utfärdad på nytt",
                    ActKind.SETTLEMENT, "årets utfall minus det som fakturerats");

    private final StringBuilder text = new StringBuilder();

    private SystemDocumentation() {}

    /** The whole text, in Markdown. */
    public static String inSwedish() {
        SystemDocumentation documentation = new SystemDocumentation();
        documentation.write();
        return documentation.text.toString();
    }

    private void write() {
        heading("Systemdokumentation");
        line("Hämtad ur programmets egna tabeller när paketet gjordes.");
        input();
        files();
        register();
    }

    private void input() {
        heading("# Underlag");
        line(
                "En mapp med tabeller som CSV eller Excel, inställningar som YAML och SCB:s folkmängd.");
        for (TableDescription table : InputDescriptions.all()) {
            heading("## " + table.fileName());
            line("| Kolumn | Måste finnas | Vad som står där |");
            line("|---|---|---|");
            for (ColumnDescription column : table.columns()) {
                row(column.heading(), column.required() ? "ja" : "nej", column.note());
            }
        }
        heading("## " + InputFiles.SETTINGS);
        line(
                "Utställaren, betalningsvillkor, nummerserie, attest och vilken folkmängd som gäller.");
    }

    private void files() {
        heading("# Filer");
        line("Varje utfärdande har en egen mapp som aldrig ändras.");
        line("");
        line("| Fil | Innehåll |");
        line("|---|---|");
        row("fakturor/KOD-namn.xlsx, .csv, .pdf", "en faktura i varje form");
        row(
                "fakturor/KOD-namn.xml",
                "samma faktura enligt "
                        + PeppolRules.VERSION
                        + ", till den som har peppol_id och referens");
        for (String name : actFiles()) {
            row(name, FILES.get(name));
        }
    }

    /** The files of an act of any kind, in the order they are written. */
    static List<String> actFiles() {
        return Stream.concat(
                        Arrays.stream(ActKind.values())
                                .flatMap(kind -> Exporters.ofAct(kind).stream())
                                .map(ActExporter::fileName),
                        Stream.of(Manifest.FILE_NAME, ActFiles.SUMS))
                .distinct()
                .toList();
    }

    private void register() {
        heading("# Register");
        line(
                "Registret är sanningen om vad som är utfärdat. Rader läggs till, aldrig ändras eller");
        line("tas bort. Varje utfärdande är kedjat till det före med en kontrollsumma.");
        line("");
        line("| Slag av utfärdande | Vad det är |");
        line("|---|---|");
        for (ActKind kind : ActKind.values()) {
            row(kind.swedish(), ACTS.get(kind));
        }
        line("");
        line("| Händelse | Vad den är |");
        line("|---|---|");
        for (RunEvent event : RunEvent.values()) {
            row(event.swedish(), EVENTS.get(event));
        }
        for (Map.Entry<String, String> script : RegisterSchema.scripts().entrySet()) {
            heading("## " + script.getKey());
            line("```sql");
            line(script.getValue().strip());
            line("```");
        }
    }

    private void heading(String heading) {
        line(text.isEmpty() ? "# " + heading : "\n#" + heading + "\n");
    }

    private void row(String... cells) {
        StringBuilder row = new StringBuilder("|");
        for (String cell : cells) {
            row.append(' ').append(cell.replace("\n", " ").replace("|", "\\|")).append(" |");
        }
        line(row.toString());
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
