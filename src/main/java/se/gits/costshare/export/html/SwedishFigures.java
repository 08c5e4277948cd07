package se.gits.costshare.export.html;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import se.gits.costshare.input.SwedishCount;
import se.gits.costshare.money.Money;

/** Figures as a Swedish reader expects them, held together by no-break spaces. */
final class SwedishFigures {

    /** Stands where there is nothing to count with. */
    static final String NONE = "–";

    private static final String NO_BREAK_SPACE = "\u00A0";

    private SwedishFigures() {}

    /** An amount with its unit, {@code -1 234,50 kr}. */
    static String kronor(Money amount) {
        return amount.inSwedish() + NO_BREAK_SPACE + "kr";
    }

    /** A count, {@code 596 841}. */
    static String count(OptionalLong count) {
        return count.isEmpty() ? NONE : SwedishCount.of(count.getAsLong());
    }

    /**
     * Kronor an inhabitant without unit, {@code -12,34}.
     *
     * @param kronor with at most two decimals
     */
    static String perInhabitant(Optional<BigDecimal> kronor) {
        return kronor.map(value -> Money.ofKronor(value).inSwedish()).orElse(NONE);
    }

    /**
     * A share with its sign, {@code -11,6 %}.
     *
     * @param percent with one decimal
     */
    static String percent(Optional<BigDecimal> percent) {
        return percent.map(SwedishFigures::percent).orElse(NONE);
    }

    private static String percent(BigDecimal percent) {
        // As an amount it has a second decimal, always a zero, which is left out.
        String twoDecimals = Money.ofKronor(percent).inSwedish();
        return twoDecimals.substring(0, twoDecimals.length() - 1) + NO_BREAK_SPACE + "%";
    }
}
