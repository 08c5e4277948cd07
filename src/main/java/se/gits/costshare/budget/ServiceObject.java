package se.gits.costshare.budget;

import java.util.Optional;
import java.util.SortedSet;
import se.gits.costshare.input.Period;
import se.gits.costshare.money.VatRate;
import se.gits.costshare.party.PartyCode;

/**
 * What costs are agreed for, during a period (objekt): a förvaltningsobjekt, uppdrag or projekt.
 *
 * @param code short and unique, {@code SHVO}
 * @param participants who takes part; empty for all (deltagare). It limits the groups of a key, not
 *     the single parties it names
 * @param decision SITIV's decision (beslut)
 * @param row where it stands in {@code objekt.csv}
 */
public record ServiceObject(
        String code,
        String name,
        ServiceObjectType type,
        Period period,
        Optional<SortedSet<PartyCode>> participants,
        VatRate vat,
        String decision,
        int row) {

    /** Whether a member of a group shares this object's costs. */
    public boolean includes(PartyCode member) {
        return participants.map(codes -> codes.contains(member)).orElse(true);
    }
}
