package se.gits.costshare.template;

import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import se.gits.costshare.budget.BudgetFile;
import se.gits.costshare.budget.OutcomeFile;
import se.gits.costshare.budget.ServiceObjectFile;
import se.gits.costshare.budget.ServiceObjectType;
import se.gits.costshare.export.excel.FormColumn;
import se.gits.costshare.export.excel.FormColumn.Content;
import se.gits.costshare.export.excel.FormWorkbook;
import se.gits.costshare.input.Columns;
import se.gits.costshare.input.InputFiles;
import se.gits.costshare.keys.Distribution;
import se.gits.costshare.keys.KeyFile;
import se.gits.costshare.money.VatRate;
import se.gits.costshare.parties.PartiesFile;
import se.gits.costshare.party.Invoicing;
import se.gits.costshare.party.PartyType;
import se.gits.costshare.population.PopulationFile;
import se.gits.costshare.volume.VolumeFile;

/**
 * A table of the input as a newcomer gets it (mall), in the order in which they are filled in.
 *
 * <p>Headings and example row are those of the CSV file that comes with the program under the
 * table's name: it gives the columns their order, and the reader's {@link Columns} say which they
 * are.
 */
enum InputTable {
    PARTIES(InputFiles.PARTIES, "Parter", PartiesFile.COLUMNS),
    OBJECTS(InputFiles.OBJECTS, "Objekt", ServiceObjectFile.COLUMNS),
    KEYS(InputFiles.KEYS, "Nycklar", KeyFile.COLUMNS),
    BUDGET(InputFiles.budget(Example.YEAR), "Budget", BudgetFile.COLUMNS),
    POPULATION("folkmangd", "Folkmängd", PopulationFile.PLAIN),
    VOLUMES(InputFiles.VOLUMES, "Volymer", VolumeFile.COLUMNS),
    OUTCOME("utfall-" + Example.YEAR, "Utfall", OutcomeFile.COLUMNS);

    /** The year that the example rows are of. */
    private static final class Example {
        static final Year YEAR = Year.of(2023);
        static final LocalDate FIRST_DAY = YEAR.atDay(1);
    }

    private static final Map<String, List<String>> WORDS =
            Map.of(
                    "parter.typ", words(PartyType.values(), PartyType::swedish),
                    "parter.fakturering", words(Invoicing.values(), Invoicing::swedish),
                    "objekt.typ", words(ServiceObjectType.values(), ServiceObjectType::swedish),
                    "objekt.deltagare", List.of(ServiceObjectFile.ALL_PARTIES),
                    "objekt.momssats", VatRate.PERCENTS.stream().map(String::valueOf).toList(),
                    "nycklar.fördelning", Distribution.WORDS);

    /** Where a list only suggests: participants' codes, a ground, the name of a volume. */
    private static final Set<String> OTHER_WORDS =
            Set.of("objekt.deltagare", "objekt.momssats", "nycklar.fördelning");

    private static final Set<String> AMOUNTS = Set.of("belopp", "kommun", "vgr", "utfall");
    private static final Set<String> COUNTS = Set.of("antal");
    private static final Set<String> LONG_TEXTS =
            Set.of("namn", "benämning", "beslut", "deltagare", "adress", "epost");

    private static final int LONG_WIDTH = 32;
    private static final int SHORT_WIDTH = 16;

    /** Between the longest text of a column and the next column; the arrow of a list needs it. */
    private static final int ROOM = 4;

    private static final ColumnNotes NOTES = new ColumnNotes();

    private final String baseName;
    private final String sheet;
    private final Columns columns;

    InputTable(String baseName, String sheet, Columns columns) {
        this.baseName = baseName;
        this.sheet = sheet;
        this.columns = columns;
    }

    private static <E extends Enum<E>> List<String> words(E[] of, Function<E, String> word) {
        return Arrays.stream(of).map(word).toList();
    }

    /** Its file's name without ending. */
    String baseName() {
        return baseName;
    }

    /** Its sheet's name. */
    String sheet() {
        return sheet;
    }

    /** What its reader knows. */
    Columns columns() {
        return columns;
    }

    /** The key of the note on a column. */
    String noteKey(String column) {
        return sheet.toLowerCase(Locale.ROOT) + "." + column;
    }

    /** Heading and example row as CSV. */
    TemplateText csv() {
        return TemplateText.ofResource(baseName + ".csv");
    }

    /** Heading and example row as a workbook, with a note and a format on each column. */
    byte[] workbook() {
        return FormWorkbook.of(sheet, Example.FIRST_DAY, formColumns(), cells(1));
    }

    /**
     * The columns in their order, with what there is to know of each.
     *
     * @throws IllegalStateException if they are not those of the reader
     */
    List<FormColumn> formColumns() {
        List<String> headings = cells(0);
        if (headings.size() != columns.all().size()
                || !new HashSet<>(headings).equals(new HashSet<>(columns.all()))) {
            throw new IllegalStateException(baseName + ": the reader knows " + columns.all());
        }
        List<FormColumn> form = new ArrayList<>();
        for (int at = 0; at < headings.size(); at++) {
            form.add(formColumn(headings.get(at), cells(1).get(at)));
        }
        return form;
    }

    private FormColumn formColumn(String heading, String example) {
        String key = noteKey(heading);
        boolean required = columns.required().contains(heading);
        List<String> words = WORDS.getOrDefault(key, List.of());
        boolean otherWords = OTHER_WORDS.contains(key);
        return new FormColumn(
                heading,
                required,
                content(heading),
                width(heading, example, words),
                NOTES.of(key, required),
                words,
                otherWords,
                words.isEmpty() ? "" : NOTES.remedy(key, words, otherWords));
    }

    private static Content content(String heading) {
        if (AMOUNTS.contains(heading)) {
            return Content.AMOUNT;
        }
        return COUNTS.contains(heading) ? Content.COUNT : Content.TEXT;
    }

    /** Counted in characters, so that it does not depend on any machine's fonts. */
    private static int width(String heading, String example, List<String> words) {
        int width = LONG_TEXTS.contains(heading) ? LONG_WIDTH : SHORT_WIDTH;
        width = Math.max(width, heading.length() + ROOM);
        width = Math.max(width, example.length() + ROOM);
        for (String word : words) {
            width = Math.max(width, word.length() + ROOM);
        }
        return width;
    }

    /** No cell of the example holds a semicolon or a quotation mark; a test sees to it. */
    private List<String> cells(int line) {
        return List.of(csv().lines().get(line).split(";", -1));
    }
}
