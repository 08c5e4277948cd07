package se.gits.costshare.run;

import java.time.YearMonth;
import java.util.Comparator;
import se.gits.costshare.party.PartyCode;

/** A month of a party: what a credit takes back and a new invoice brings. */
public record PartyMonth(PartyCode party, YearMonth month) implements Comparable<PartyMonth> {

    private static final Comparator<PartyMonth> ORDER =
            Comparator.comparing(PartyMonth::month).thenComparing(PartyMonth::party);

    @Override
    public int compareTo(PartyMonth other) {
        return ORDER.compare(this, other);
    }

    /** {@code 2023-01 1480}. */
    @Override
    public String toString() {
        return month + " " + party;
    }
}
