package se.gits.costshare.difference;

import java.time.YearMonth;
import java.util.Optional;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.Inputs;

/** On which input a party's month was last computed, for an invoice or an adjustment. */
@FunctionalInterface
public interface LastWord {

    /**
     * @return of the same year as today's; the same instance for all that were computed on the same
     *     input, since what it differs in is found once an instance; empty where the month was
     *     never computed for the party
     */
    Optional<Inputs> of(PartyCode party, YearMonth month);
}
