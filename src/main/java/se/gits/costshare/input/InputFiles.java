package se.gits.costshare.input;

import java.time.Year;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The files of an input folder, whether they came from the folder or from the register.
 *
 * <p>Only files that the contract knows are here; what else lies in the folder is not input.
 */
public final class InputFiles {

    public static final String SETTINGS = "installningar.yml";
    public static final String PARTIES = "parter";
    public static final String OBJECTS = "objekt";
    public static final String KEYS = "nycklar";
    public static final String VOLUMES = "volymer";

    private static final String BUDGET = "budget-";
    private static final String OUTCOME = "utfall-";
    private static final Pattern KNOWN =
            Pattern.compile(
                    "installningar\\.yml"
                            + "|(parter|objekt|nycklar|volymer|budget-\\d{4}|utfall-\\d{4})\\.(csv|xlsx)"
                            + "|folkmangd[^/\\\\\\p{Cntrl}]*\\.(csv|xlsx|json)");

    /** A table under its own name, in a form or with letters that are not read: nycklar.ods. */
    private static final Pattern TABLE_IN_ANOTHER_FORM =
            Pattern.compile(
                    "(parter|objekt|nycklar|volymer|budget-\\d{4}|utfall-\\d{4}|folkmangd[^/\\\\]*)"
                            + "\\.(csv|xlsx|json|xls|xlsm|xlsb|ods|fods|numbers|tsv|txt|px)",
                    Pattern.CASE_INSENSITIVE);

    /** What may have been meant as a table: budget 2023.csv, folkmängd.px. */
    private static final Pattern NAMED_AS_TABLE =
            Pattern.compile("(parter|objekt|nycklar|volymer|budget|utfall|folkm)[^/\\\\]*\\..+");

    private final SortedMap<String, InputFile> fileOfName;

    public InputFiles(Iterable<InputFile> files) {
        SortedMap<String, InputFile> byName = new TreeMap<>();
        files.forEach(file -> byName.put(file.name(), file));
        fileOfName = Collections.unmodifiableSortedMap(byName);
    }

    /** Whether a file is a table in a form that is not read, or named in other letters. */
    static boolean isTableInAnotherForm(String name) {
        return !isKnown(name) && TABLE_IN_ANOTHER_FORM.matcher(name).matches();
    }

    /** Whether a file is named as a table, whatever its ending; in small letters. */
    static boolean isNamedAsTable(String name) {
        return NAMED_AS_TABLE.matcher(name).matches();
    }

    /** Whether a file of this name is input. */
    public static boolean isKnown(String name) {
        return KNOWN.matcher(name).matches();
    }

    /** The base name of a year's budget, {@code budget-2023}. */
    public static String budget(Year year) {
        return BUDGET + year;
    }

    /** The base name of a year's outcome, {@code utfall-2023}. */
    public static String outcome(Year year) {
        return OUTCOME + year;
    }

    /** All files, by name. */
    public List<InputFile> all() {
        return List.copyOf(fileOfName.values());
    }

    /** The years that there is a budget for. */
    public SortedSet<Year> budgetYears() {
        return yearsOf(BUDGET);
    }

    /** The years that there is an outcome for. */
    public SortedSet<Year> outcomeYears() {
        return yearsOf(OUTCOME);
    }

    private SortedSet<Year> yearsOf(String table) {
        SortedSet<Year> years = new TreeSet<>();
        for (String name : fileOfName.keySet()) {
            if (name.startsWith(table)) {
                years.add(Year.parse(name.substring(table.length(), table.length() + 4)));
            }
        }
        return years;
    }

    /**
     * What a month of the year is computed from: the settings, every table but other years' budgets
     * and the outcomes. A run is known by these files' bytes.
     */
    public InputFiles ofBudgetYear(Year year) {
        return withTablesOfYears(Set.of(budget(year)));
    }

    /** What the settlement of the year is computed from: what its months are, and its outcome. */
    public InputFiles ofSettlement(Year year) {
        return withTablesOfYears(Set.of(budget(year), outcome(year)));
    }

    /** The settings and every table, but of those that belong to a year only these. */
    private InputFiles withTablesOfYears(Set<String> baseNames) {
        return new InputFiles(
                fileOfName.values().stream()
                        .filter(file -> !isOfAYear(file) || baseNames.contains(file.baseName()))
                        .toList());
    }

    private static boolean isOfAYear(InputFile file) {
        return file.name().startsWith(BUDGET) || file.name().startsWith(OUTCOME);
    }

    public Optional<InputFile> settings() {
        return Optional.ofNullable(fileOfName.get(SETTINGS));
    }

    /** The files whose name begins with {@code folkmangd}; two forms of one table are told. */
    public List<InputFile> populations(Problems problems) {
        return formsOfName().entrySet().stream()
                .filter(table -> table.getKey().startsWith("folkmangd"))
                .flatMap(table -> only(table.getValue(), problems).stream())
                .toList();
    }

    private SortedMap<String, List<InputFile>> formsOfName() {
        SortedMap<String, List<InputFile>> formsOfName = new TreeMap<>();
        for (InputFile file : fileOfName.values()) {
            formsOfName.computeIfAbsent(file.baseName(), name -> new ArrayList<>()).add(file);
        }
        return formsOfName;
    }

    /**
     * The file of a table that there must be.
     *
     * @param baseName its name without ending
     */
    public Optional<InputFile> required(String baseName, Problems problems) {
        Optional<InputFile> file = optional(baseName, problems);
        if (file.isEmpty() && !problems.tellOfTable(baseName + ".")) {
            problems.add(Place.ofFile(baseName + ".csv"), "", ProblemKind.FILE_MISSING);
        }
        return file;
    }

    /** The file of a table that there may be. */
    public Optional<InputFile> optional(String baseName, Problems problems) {
        return only(formsOfName().getOrDefault(baseName, List.of()), problems);
    }

    /** A table's one file; empty where it has none, or several, which is told. */
    private static Optional<InputFile> only(List<InputFile> forms, Problems problems) {
        if (forms.size() > 1) {
            List<String> names = forms.stream().map(InputFile::name).toList();
            problems.add(
                    Place.ofFile(names.get(names.size() - 1)),
                    "",
                    ProblemKind.FILE_IN_TWO_FORMS,
                    String.join(", ", names));
            return Optional.empty();
        }
        return forms.stream().findFirst();
    }

    /** Each file's name and SHA-256, by name. */
    public SortedMap<String, String> hashes() {
        SortedMap<String, String> hashOfName = new TreeMap<>();
        for (Map.Entry<String, InputFile> entry : fileOfName.entrySet()) {
            hashOfName.put(entry.getKey(), entry.getValue().sha256());
        }
        return hashOfName;
    }
}
