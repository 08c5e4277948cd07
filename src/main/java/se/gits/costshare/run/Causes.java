package se.gits.costshare.run;

import java.time.YearMonth;
import java.util.List;
import java.util.SortedSet;
import se.gits.costshare.party.PartyCode;

/** Why what earlier months come to has changed, in words for the invoice. */
@FunctionalInterface
public interface Causes {

    /** Tells nothing. */
    Causes UNTOLD = (party, row, months) -> List.of();

    /**
     * Each cause a Swedish sentence without a final full stop, with the decision behind it; empty
     * where nothing in the input explains it.
     */
    default List<String> of(PartyCode party, String row, SortedSet<YearMonth> months) {
        return told(party, row, months).stream().map(Cause::words).toList();
    }

    /** The same, each with what it is about. */
    List<Cause> told(PartyCode party, String row, SortedSet<YearMonth> months);

    /** What a cause is about: what two causes say of one subject is one change. */
    enum Subject {
        POPULATION,
        PARTICIPANTS,
        KEY,
        VOLUMES,
        LINE_MONTHS,
        INVOICING,
        VAT,
        OTHER;

        /** Whether it moves what a party bears, and not only how that is invoiced. */
        public boolean movesSplit() {
            return this != INVOICING && this != VAT;
        }
    }

    /**
     * @param words as {@link #of} has them
     */
    record Cause(Subject subject, String words) {}

    /**
     * What has changed for some months since an earlier act was computed; of what moves the split
     * alone, since there is no VAT in it.
     *
     * @param act the act's place in the chain
     */
    default List<Cause> ofSplitSince(
            int act, PartyCode party, String row, SortedSet<YearMonth> months) {
        return List.of();
    }

    /**
     * What has changed likewise of whether a part is invoiced, and with which VAT.
     *
     * @param act the act's place in the chain
     */
    default List<Cause> ofInvoicingSince(
            int act, PartyCode party, String row, SortedSet<YearMonth> months) {
        return List.of();
    }
}
