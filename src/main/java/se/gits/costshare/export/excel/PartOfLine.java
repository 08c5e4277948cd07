package se.gits.costshare.export.excel;

import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.party.PartyCode;

/**
 * A party's part of a budget line, or of lines that stand together: what a cell of the sheet {@code
 * Sammanställning} holds, and what lines of invoices and what is carried centrally come to.
 */
record PartOfLine(PartyCode party, LineGroups.Group group, LineKind kind) {}
