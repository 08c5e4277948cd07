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
}
