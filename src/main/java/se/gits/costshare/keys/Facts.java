package se.gits.costshare.keys;

import java.util.OptionalLong;
import se.gits.costshare.party.PartyCode;

/** The facts of one month that a group's part can be distributed by. */
public interface Facts {

    /** Inhabitants on the month's reference date; empty where SCB's files say nothing of it. */
    OptionalLong inhabitantsOf(PartyCode municipality);

    /** The party's quantity in the month; empty where none is stated. */
    OptionalLong volumeOf(String volumeName, PartyCode party);
}
