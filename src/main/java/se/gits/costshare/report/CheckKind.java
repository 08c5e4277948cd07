package se.gits.costshare.report;

/** Every control that a report makes of itself. */
public enum CheckKind {
    /** What was invoiced: budget lines, and what the acts issued. */
    INVOICED_LINES_AND_ACTS,
    INVOICED_PARTIES_AND_LINES,
    INVOICED_SHARES_AND_PARTIES,
    INVOICED_MONTHS_AND_LINES,
    /** What is carried centrally: the same again. */
    CENTRAL_LINES_AND_ACTS,
    CENTRAL_PARTIES_AND_LINES,
    CENTRAL_SHARES_AND_PARTIES,
    CENTRAL_MONTHS_AND_LINES,
    BEARERS_AND_LINES,
    ORIGINAL_AND_BUDGET,
    CHANGED_AND_BUDGET,
    MONTHS_AND_BUDGET,
    /** After the settlement: what remains of lines' outcomes, without sign, must come to zero. */
    NOTHING_REMAINS_OF_OUTCOME
}
