package se.gits.costshare.report;

/** What became of a budget line since the year's first invoices were issued (ändring). */
public enum LineChange {
    NONE,
    /** It was not there: an addition in whole. */
    ADDED,
    /** It has another amount. */
    CHANGED,
    /** It is gone again, and nothing of it was ever issued. */
    REMOVED
}
