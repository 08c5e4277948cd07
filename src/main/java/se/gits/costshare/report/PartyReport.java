package se.gits.costshare.report;

import java.util.Optional;
import java.util.OptionalLong;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.Party;
import se.gits.costshare.run.Inhabitants;

/**
 * What a party paid in the year, or what was carried centrally for it.
 *
 * @param inhabitants the municipality's own, all municipalities' for the region; empty where there
 *     is no such figure
 */
public record PartyReport(Party party, Charge charge, OptionalLong inhabitants) {

    /** Invoiced and centrally carried together, in kronor an inhabitant; empty without a figure. */
    public Optional<Money> perInhabitant() {
        return Inhabitants.perInhabitant(charge.total(), inhabitants);
    }
}
