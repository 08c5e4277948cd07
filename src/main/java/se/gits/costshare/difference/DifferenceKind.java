package se.gits.costshare.difference;

import se.gits.costshare.run.Causes.Subject;

/**
 * Every kind of thing that two inputs can differ in and that can move a cost.
 *
 * <p>Whoever tells of it has the words: {@code causes.properties} for invoices, {@code
 * simulation_sv.properties} and {@code simulation_en.properties} for simulations.
 */
public enum DifferenceKind {
    // settings and population
    REFERENCE_DATE(Subject.POPULATION),
    POPULATION_FIGURES(Subject.OTHER),
    // parties
    PARTIES_ADDED(Subject.OTHER),
    PARTIES_REMOVED(Subject.OTHER),
    PARTY_TYPE(Subject.OTHER),
    PARTY_INVOICING(Subject.INVOICING),
    GROUP_JOINED(Subject.OTHER),
    GROUP_LEFT(Subject.OTHER),
    // objects
    OBJECT_ADDED(Subject.OTHER),
    OBJECT_REMOVED(Subject.OTHER),
    OBJECT_VAT(Subject.VAT),
    PARTICIPANTS(Subject.PARTICIPANTS),
    PARTICIPANTS_JOINED(Subject.PARTICIPANTS),
    PARTICIPANTS_LEFT(Subject.PARTICIPANTS),
    // keys
    KEY_SHARES(Subject.KEY),
    // volumes
    VOLUMES(Subject.VOLUMES),
    // budget
    LINE_ADDED(Subject.LINE_MONTHS),
    LINE_REMOVED(Subject.LINE_MONTHS),
    LINE_AMOUNT(Subject.OTHER),
    LINE_OBJECT(Subject.OTHER),
    LINE_MONTHS(Subject.LINE_MONTHS),
    LINE_KEY(Subject.KEY),
    LINE_SHARES(Subject.OTHER);

    private final Subject subject;

    DifferenceKind(Subject subject) {
        this.subject = subject;
    }

    /** What a cause of the kind is about. */
    Subject subject() {
        return subject;
    }

    /** Whether it can change what a party bears, and not only how that is invoiced. */
    boolean movesSplit() {
        return subject.movesSplit();
    }

    /** Whether it can change how a party is invoiced, or with which VAT. */
    boolean movesInvoicing() {
        return !movesSplit() || this == LINE_OBJECT;
    }
}
