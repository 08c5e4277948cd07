package se.gits.costshare.simulation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalLong;
import se.gits.costshare.money.Money;
import se.gits.costshare.run.Inhabitants;

/**
 * A year's cost as it is today and as a proposal would have it, without VAT (jämförelse).
 *
 * @param inhabitants persons to share the difference by, on {@link Simulation#inhabitantsOn}: the
 *     municipality's own, and of the region, an object or a sum those of all municipalities; empty
 *     where there is no such figure
 */
public record Comparison(Money today, Money proposal, OptionalLong inhabitants) {

    /** What the proposal adds; negative where it costs less. */
    public Money difference() {
        return proposal.minus(today);
    }

    /**
     * The difference in percent of today's cost, one decimal, half away from zero: from 300,00 to
     * 400,00 is 33,3. Of a negative cost the sign is the difference's own.
     *
     * @return empty where today's cost is zero
     */
    public Optional<BigDecimal> percent() {
        if (today.isZero()) {
            return Optional.empty();
        }
        return Optional.of(
                difference()
                        .kronor()
                        .movePointRight(2)
                        .divide(today.kronor().abs(), 1, RoundingMode.HALF_UP));
    }

    /**
     * The difference in kronor an inhabitant, two decimals, half away from zero: 100,00 of 3
     * inhabitants is 33,33.
     *
     * @return empty where there is no figure
     */
    public Optional<BigDecimal> perInhabitant() {
        return Inhabitants.perInhabitant(difference(), inhabitants).map(Money::kronor);
    }
}
