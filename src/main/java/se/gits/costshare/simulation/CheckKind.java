package se.gits.costshare.simulation;

/** Every control that a simulation makes of itself; the words are with those of differences. */
public enum CheckKind {
    TODAY_AND_BUDGET,
    PROPOSAL_AND_BUDGET,
    PARTIES_AND_OBJECTS,
    PARTIES_AND_BUDGETS,
    PARTIES_AND_BEARERS,
    /** What lines differ in cost though nothing was told of them, which must come to zero. */
    NOTHING_UNTOLD
}
