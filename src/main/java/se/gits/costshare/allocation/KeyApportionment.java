package se.gits.costshare.allocation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.PartyCode;

/**
 * A cost as a key split it, with the reason for every öre: between the key's rows, and each row's
 * part between its parties.
 *
 * @param rows how the cost was split between the rows
 * @param membersOf how each row's part was split between its parties
 */
public record KeyApportionment(
        Apportionment<KeyRow> rows, SortedMap<KeyRow, Apportionment<PartyCode>> membersOf) {

    public KeyApportionment {
        membersOf = Collections.unmodifiableSortedMap(new TreeMap<>(membersOf));
    }

    /**
     * How one row of the key reaches a party: the row's quota of the cost, and the party's of the
     * row's part.
     *
     * @param rows the split between rows that the row's quota is of
     * @param members the split between parties that the party's quota is of
     */
    public record Route(
            Apportionment.Quota<KeyRow> ofRow,
            Apportionment.Quota<PartyCode> ofParty,
            Apportionment<KeyRow> rows,
            Apportionment<PartyCode> members) {}

    /** The rows that reach a party, the lowest first; it bears the sum. */
    public List<Route> routesTo(PartyCode party) {
        List<Route> routes = new ArrayList<>();
        for (Apportionment.Quota<KeyRow> row : rows.quotas()) {
            Apportionment<PartyCode> members = membersOf.get(row.recipient());
            members.find(party)
                    .ifPresent(quota -> routes.add(new Route(row, quota, rows, members)));
        }
        return routes;
    }

    /** What a party bears of the cost. */
    public Money partOf(PartyCode party) {
        return Money.total(routesTo(party).stream().map(route -> route.ofParty().part()));
    }
}
