package se.gits.costshare.run;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import se.gits.costshare.money.Money;
import se.gits.costshare.money.Rounding;
import se.gits.costshare.party.Party;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.party.PartyType;
import se.gits.costshare.population.PopulationTable;
import se.gits.costshare.settings.Settings;

/**
 * The inhabitants that a year's costs are told by, kronor an inhabitant (invånare): those of the
 * figures that apply last in the year.
 */
public final class Inhabitants {

    private final Inputs inputs;
    private final Optional<LocalDate> on;

    /** Asked for once a row of every file. */
    private final OptionalLong ofMunicipalities;

    private Inhabitants(Inputs inputs) {
        this.inputs = inputs;
        this.on =
                inputs.settings()
                        .populationBasis(inputs.year().atMonth(12))
                        .map(Settings.PopulationBasis::referenceDate);
        this.ofMunicipalities = sum();
    }

    public static Inhabitants of(Inputs inputs) {
        return new Inhabitants(inputs);
    }

    /** The date of the figures; empty where none apply. */
    public Optional<LocalDate> on() {
        return on;
    }

    /** A municipality's inhabitants, all municipalities' for the region; none for others. */
    public OptionalLong of(Party party) {
        return switch (party.type()) {
            case MUNICIPALITY -> of(party.code());
            case REGION -> ofMunicipalities;
            case OTHER -> OptionalLong.empty();
        };
    }

    /** All municipalities' together; empty where one of them has no figure. */
    public OptionalLong ofMunicipalities() {
        return ofMunicipalities;
    }

    private OptionalLong of(PartyCode municipality) {
        return on.flatMap(date -> inputs.population().find(municipality, date))
                .map(PopulationTable.Figure::inhabitants)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    private OptionalLong sum() {
        long sum = 0;
        for (Party party : inputs.parties().all()) {
            if (party.type() == PartyType.MUNICIPALITY) {
                OptionalLong inhabitants = of(party.code());
                if (inhabitants.isEmpty()) {
                    return OptionalLong.empty();
                }
                sum = Math.addExact(sum, inhabitants.getAsLong());
            }
        }
        return sum == 0 ? OptionalLong.empty() : OptionalLong.of(sum);
    }

    /**
     * A cost an inhabitant, half an öre away from zero: 100,00 of 3 inhabitants is 33,33.
     *
     * @return empty where there is no figure
     */
    public static Optional<Money> perInhabitant(Money cost, OptionalLong inhabitants) {
        if (inhabitants.isEmpty() || inhabitants.getAsLong() == 0) {
            return Optional.empty();
        }
        return Optional.of(
                Rounding.halfUp(
                        BigInteger.valueOf(cost.ore()),
                        BigInteger.valueOf(inhabitants.getAsLong())));
    }
}
