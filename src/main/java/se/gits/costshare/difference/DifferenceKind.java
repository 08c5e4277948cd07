package se.gits.costshare.difference;

/**
 * Every kind of thing that two inputs can differ in and that can move a cost.
 *
 * <p>Whoever tells of it has the words: {@code causes.properties} for invoices, {@code
 * simulation_sv.properties} and {@code simulation_en.properties} for simulations.
 */
public enum DifferenceKind {
    // settings and population
    REFERENCE_DATE,
    POPULATION_FIGURES,
    // parties
    PARTIES_ADDED,
    PARTIES_REMOVED,
    PARTY_TYPE,
    PARTY_INVOICING,
    GROUP_JOINED,
    GROUP_LEFT,
    // objects
    OBJECT_ADDED,
    OBJECT_REMOVED,
    OBJECT_VAT,
    PARTICIPANTS,
    PARTICIPANTS_JOINED,
    PARTICIPANTS_LEFT,
    // keys
    KEY_SHARES,
    // volumes
    VOLUMES,
    // budget
    LINE_ADDED,
    LINE_REMOVED,
    LINE_AMOUNT,
    LINE_OBJECT,
    LINE_MONTHS,
    LINE_KEY,
    LINE_SHARES;

    /** Whether it can change what a party bears, and not only how that is invoiced. */
    boolean movesSplit() {
        return this != OBJECT_VAT && this != PARTY_INVOICING;
    }
}
