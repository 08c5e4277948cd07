package se.gits.costshare.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.gits.costshare.allocation.KeyApportionment;
import se.gits.costshare.allocation.MonthlyAllocation;
import se.gits.costshare.keys.KeyShare;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.PartyCode;

/**
 * How one row of a line's key brings a part of its cost to a party (väg).
 *
 * @param share the row: its share of the whole, by what it is distributed on, and its decision
 * @param through how what has accumulated through the last month was split
 * @param throughBefore the same before the first month; empty where the segment begins with it
 */
public record Way(
        KeyShare share,
        KeyApportionment.Route through,
        Optional<KeyApportionment.Route> throughBefore) {

    /**
     * The ways from a line to a party over some months of one segment, counted from 1.
     *
     * @param shares the rows of the key as they are valid in these months
     */
    static List<Way> between(
            MonthlyAllocation allocation,
            int first,
            int last,
            PartyCode party,
            List<KeyShare> shares) {
        List<KeyApportionment.Route> through =
                allocation.apportionmentThrough(last).routesTo(party);
        // Within a segment the key is the same, so that its rows reach the same parties.
        List<KeyApportionment.Route> before =
                first > allocation.segmentStart(last)
                        ? allocation.apportionmentThrough(first - 1).routesTo(party)
                        : List.of();
        List<Way> ways = new ArrayList<>();
        for (int i = 0; i < through.size(); i++) {
            ways.add(
                    new Way(
                            shareOf(through.get(i), shares),
                            through.get(i),
                            before.isEmpty() ? Optional.empty() : Optional.of(before.get(i))));
        }
        return ways;
    }

    private static KeyShare shareOf(KeyApportionment.Route route, List<KeyShare> shares) {
        return shares.stream()
                .filter(share -> share.recipient().equals(route.ofRow().recipient()))
                .findFirst()
                .orElseThrow();
    }

    /** What the party had borne by this row before the first month. */
    public Money before() {
        return throughBefore.map(route -> route.ofParty().part()).orElse(Money.ZERO);
    }

    /** What it bears by this row for the months. */
    public Money amount() {
        return through.ofParty().part().minus(before());
    }
}
