package se.gits.costshare.keys;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import se.gits.costshare.allocation.Fraction;
import se.gits.costshare.allocation.KeyRow;
import se.gits.costshare.input.Period;
import se.gits.costshare.party.PartyCode;

/** One row of an allocation key (nyckelrad): a share of the cost for a party or for a group. */
public sealed interface KeyShare {

    /** The exact share of the whole (andel). */
    Fraction share();

    Period period();

    /** SITIV's decision (beslut). */
    String decision();

    /** Where it stands in {@code nycklar.csv}. */
    int fileRow();

    /** The recipient that the share goes to. */
    KeyRow recipient();

    /** Whether it goes to this party, or to this group. */
    default boolean isOf(PartyCode part) {
        return recipient().part().equals(part.value());
    }

    /** How the part is distributed on; empty where a single party pays all of it. */
    Optional<Distribution> distribution();

    /**
     * Who pays: the party itself, or those of a group's members that take part in the object.
     *
     * @param members the group's members that take part; not asked for a single party
     */
    SortedSet<PartyCode> payers(SortedSet<PartyCode> members);

    /** In percent as a person writes it, or as a fraction where that has no end. */
    static String inPercent(Fraction share) {
        try {
            BigDecimal percent =
                    new BigDecimal(share.numerator())
                            .movePointRight(2)
                            .divide(new BigDecimal(share.denominator()))
                            .stripTrailingZeros();
            return percent.toPlainString().replace('.', ',') + " %";
        } catch (ArithmeticException e) {
            return share.toString();
        }
    }

    /** A single party's share. */
    record OfParty(PartyCode party, Fraction share, Period period, String decision, int fileRow)
            implements KeyShare {
        @Override
        public KeyRow recipient() {
            return new KeyRow(party.value(), "");
        }

        @Override
        public Optional<Distribution> distribution() {
            return Optional.empty();
        }

        @Override
        public SortedSet<PartyCode> payers(SortedSet<PartyCode> members) {
            return new TreeSet<>(Set.of(party));
        }
    }

    /** A group's share, distributed between its participating members. */
    record OfGroup(
            PartyCode group,
            Fraction share,
            Distribution howDistributed,
            Period period,
            String decision,
            int fileRow)
            implements KeyShare {
        @Override
        public KeyRow recipient() {
            return new KeyRow(group.value(), howDistributed.text());
        }

        @Override
        public Optional<Distribution> distribution() {
            return Optional.of(howDistributed);
        }

        @Override
        public SortedSet<PartyCode> payers(SortedSet<PartyCode> members) {
            return members;
        }
    }
}
