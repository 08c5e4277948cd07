package se.gits.costshare.input;

/**
 * Every kind of thing that can be wrong with the input, or odd about it.
 *
 * <p>The words are in {@code problems_sv.properties} and {@code problems_en.properties}: what is
 * wrong under the kind's name, what to write instead under its name and {@code .remedy}.
 */
public enum ProblemKind {
    // files
    FOLDER_MISSING,
    FILE_MISSING,
    FILE_IN_ANOTHER_FORM,
    FILE_EMPTY,
    FILE_NOT_A_FILE,
    FILE_TOO_LARGE,
    FILES_TOO_LARGE,
    FILE_IN_TWO_FORMS,
    FILE_NOT_TEXT,
    FILE_IS_UTF16,
    FILE_IN_TWO_ENCODINGS,
    FILE_IS_WORKBOOK,
    FILE_NOT_CSV,
    FILE_NOT_WORKBOOK,
    WORKBOOK_OLD_OR_LOCKED,
    WORKBOOK_DAMAGED,
    WORKBOOK_TOO_LARGE,
    SHEET_EMPTY,
    TABLE_TOO_LARGE,
    TABLES_TOO_LARGE,
    TABLE_WITHOUT_ROWS,
    // columns and cells
    COLUMN_MISSING,
    COLUMN_UNKNOWN,
    COLUMN_TWICE,
    ROW_TOO_LONG,
    ROW_IN_ONE_CELL,
    CELLS_MERGED,
    CELL_ERROR,
    FORMULA_WITHOUT_VALUE,
    CELL_TRUE_OR_FALSE,
    DIGITS_LOST,
    VALUE_MISSING,
    VALUE_TOO_LONG,
    UNSEEN_CHARACTERS,
    DECISION_MISSING,
    KEY_MISSING,
    NOT_ONE_OF,
    NOT_A_CODE,
    NOT_A_MUNICIPALITY_CODE,
    CODE_LOST_ZERO,
    TEXT_BECAME_DATE,
    NOT_A_MONTH,
    DATE_AS_NUMBER,
    DAY_WITHIN_MONTH,
    PERIOD_REVERSED,
    NOT_A_DATE,
    NOT_AN_AMOUNT,
    TOO_MANY_DECIMALS,
    AMOUNT_TOO_LARGE,
    NOT_A_SHARE,
    SHARE_BECAME_DATE,
    SHARE_SHOWN_OTHERWISE,
    NOT_A_COUNT,
    NOT_A_VAT_RATE,
    NOT_AN_ORGANISATION_NUMBER,
    WRONG_CHECK_DIGIT,
    NOT_A_PEPPOL_ID,
    NOT_A_DISTRIBUTION,
    // tables against themselves
    TWICE,
    OVERLAP,
    FILE_NAME_TWICE,
    GROUP_IS_PARTY,
    GROUP_IN_GROUP,
    KEY_NOT_WHOLE,
    KEY_IN_PARTS_OF_ONE,
    DISTRIBUTION_MISSING,
    DISTRIBUTION_UNEXPECTED,
    LINE_OUTSIDE_YEAR,
    TOTAL_MISNAMED,
    // tables against each other
    UNKNOWN_PARTY,
    UNKNOWN_PART,
    GROUP_AS_PARTICIPANT,
    UNKNOWN_OBJECT,
    UNKNOWN_KEY,
    UNKNOWN_BUDGET_ROW,
    OUTCOME_MISSING,
    OBJECT_NOT_VALID,
    KEY_NOT_VALID,
    GROUP_WITHOUT_MEMBERS,
    NOT_OWN_ORGANISATION,
    REFERENCE_DATE_MISSING,
    POPULATION_MISSING,
    POPULATION_OF_OTHERS,
    VOLUME_MISSING,
    UNKNOWN_VOLUME,
    WEIGHTS_ZERO,
    CONTROL_SUM,
    CONTROL_TOTAL,
    // population as SCB delivers it
    POPULATION_LAYOUT,
    POPULATION_COLUMN,
    POPULATION_CONTENT,
    POPULATION_PERIOD,
    POPULATION_REGION,
    POPULATION_NAME_AMBIGUOUS,
    POPULATION_COUNTIES_ALONE,
    POPULATION_WITHOUT_MUNICIPALITIES,
    POPULATION_TOTAL_AND_PARTS,
    POPULATION_PARTS,
    POPULATION_PARTS_MISSING,
    POPULATION_DIVISION,
    POPULATION_ONE_SEX,
    POPULATION_COUNTY_SUM,
    POPULATION_DIFFERS,
    JSON_DAMAGED,
    NOT_JSON_STAT,
    // settings
    SETTINGS_SYNTAX,
    SETTINGS_TAB,
    SETTING_MISSING,
    SETTING_UNKNOWN,
    SETTING_NOT_TEXT,
    SETTING_NOT_GROUP,
    SETTING_NOT_LIST,
    NOT_A_VAT_NUMBER,
    NOT_A_BANKGIRO,
    NOT_A_PLUSGIRO,
    BANKGIRO_AND_PLUSGIRO,
    NOT_IN_RANGE,
    NOT_AN_ACCOUNT,
    ACCOUNT_IN_TWO_ROLES,
    PARTY_OR_TYPE,
    NOT_IN_SIE,
    POSTING_MISSING,

    // odd, but no fault
    ORGANISATION_TWICE(Severity.WARNING),
    POPULATION_ZERO(Severity.WARNING),
    POPULATION_NAME(Severity.WARNING),
    POPULATION_NOISE_ADDED(Severity.WARNING),
    PARTIES_WITHOUT(Severity.WARNING),
    UNKNOWN_FILE(Severity.WARNING),
    ROW_ABOVE_HEADING(Severity.WARNING),
    NOTE_BELOW_TABLE(Severity.WARNING),
    CHARACTERS_NOT_PRINTED(Severity.WARNING),
    ROWS_HIDDEN(Severity.WARNING),
    COLUMNS_HIDDEN(Severity.WARNING),
    OTHER_SHEETS(Severity.WARNING),
    FORMULAS_TO_BE_COMPUTED(Severity.WARNING),
    NUMBER_SHOWN_OTHERWISE(Severity.WARNING),
    SHARE_CHANGED_MUCH(Severity.WARNING),
    DECISION_OLD(Severity.WARNING),
    POPULATION_MOVED(Severity.WARNING),
    MUNICIPALITIES_NOT_INVOICED(Severity.WARNING),
    ROW_UNUSED(Severity.WARNING),
    PARTIES_UNUSED(Severity.WARNING),
    BOOKKEEPING_MISSING(Severity.WARNING),
    COUNTERPART_MISSING(Severity.WARNING),
    PEPPOL_ID_FOREIGN(Severity.WARNING),
    PEPPOL_ID_OF_OTHER(Severity.WARNING),
    PEPPOL_ID_TWICE(Severity.WARNING),
    ISSUER_WITHOUT_PEPPOL_ID(Severity.WARNING),
    OUTCOME_AWAITED(Severity.WARNING),
    OUTCOME_WITHOUT_BUDGET(Severity.WARNING);

    /** Whether a run can go on. */
    public enum Severity {
        FAULT,
        WARNING
    }

    private final Severity severity;

    ProblemKind() {
        this(Severity.FAULT);
    }

    ProblemKind(Severity severity) {
        this.severity = severity;
    }

    public Severity severity() {
        return severity;
    }

    /**
     * Whether it is of how invoices are sent or filed, and touches neither amounts nor who is
     * invoiced.
     */
    boolean isOfDelivery() {
        return this == NOT_A_PEPPOL_ID || this == FILE_NAME_TWICE;
    }

    /** Whether it stops the run. */
    public boolean isFault() {
        return severity == Severity.FAULT;
    }
}
