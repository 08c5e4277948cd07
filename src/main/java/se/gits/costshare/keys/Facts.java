package se.gits.costshare.keys;

import java.util.OptionalLong;
import se.gits.costshare.party.PartyCode;

/**
 * The facts of one month that a group's part can be distributed by. Whoever states them also tells
 * the user of one that is asked for and missing.
 */
public interface Facts {

    /** Inhabitants on the month's reference date; empty, and told, where there is no figure. */
    OptionalLong inhabitantsOf(PartyCode municipality);

    /** The party's quantity in the month; empty, and told, where none is stated. */
    OptionalLong volumeOf(String volumeName, PartyCode party);
}
