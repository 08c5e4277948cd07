package se.gits.costshare.simulation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalLong;
import se.gits.costshare.money.Money;

/**
 * A year's cost as it is today and as a proposal would have it, without VAT (jämförelse).
 *
 * @param inhabitants whom it is borne for; empty where there is no figure to divide by
 */
public record Comparison(Money today, Money proposal, OptionalLong inhabitants) {

    /** What the proposal adds; negative where it costs less. */
    public Money difference() {
        return proposal.minus(today);
    }

    /** The difference in percent of today's cost, one decimal; empty where that is zero. */
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

    /** The difference in kronor an inhabitant, two decimals; empty where there is no figure. */
    public Optional<BigDecimal> perInhabitant() {
        if (inhabitants.isEmpty() || inhabitants.getAsLong() == 0) {
            return Optional.empty();
        }
        return Optional.of(
                difference()
                        .kronor()
                        .divide(
                                BigDecimal.valueOf(inhabitants.getAsLong()),
                                2,
                                RoundingMode.HALF_UP));
    }
}
