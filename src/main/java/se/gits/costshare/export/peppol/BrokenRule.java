package se.gits.costshare.export.peppol;

/**
 * A rule that a document breaks.
 *
 * @param id the rule's own, {@code SE-R-005}; empty where the schema was broken
 * @param text what it says
 */
public record BrokenRule(String id, String text) {}
