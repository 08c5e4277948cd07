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
    List<String> of(PartyCode party, String row, SortedSet<YearMonth> months);

    /**
     * What has changed for some months since an earlier act was computed, likewise in words; of
     * what moves the split alone, since there is no VAT in it.
     *
     * @param act the act's place in the chain
     */
    default List<String> since(int act, PartyCode party, String row, SortedSet<YearMonth> months) {
        return List.of();
    }
}
