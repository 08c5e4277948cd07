package se.gits.costshare.export.excel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import se.gits.costshare.allocation.Apportionment;
import se.gits.costshare.allocation.Fraction;
import se.gits.costshare.money.Money;

/**
 * How one recipient's part of a cost came about: the exact part, the öre that were left over and
 * who got them, and the part in whole öre.
 *
 * <p>Only one thing is given and not computed: the odd öre, since it depends on everyone's
 * remainder. It is what the part has beyond the whole öre of the exact one as a spreadsheet rounds
 * it.
 */
final class SplitProof {

    /**
     * Decimals of a krona that an exact part is computed with: those that are shown, and few enough
     * for a spreadsheet's binary fractions to tell them apart in amounts up to a milliard.
     */
    private static final int EXACT_DECIMALS = 6;

    /**
     * Taken off before the rounding, almost half of the last decimal, so that a part is not shown
     * as more than it is; not half, since in binary a whole öre may be a little less than itself.
     */
    private static final String LESS = "0.0000004";

    private static final int GUARD_DECIMALS = 12;

    /** Half of the last of them: a whole öre may be a little less than itself in binary. */
    private static final String NUDGE = "0.0000005";

    private static final int REMAINDER_DECIMALS = 4;

    private final ProofRows rows;
    private final Split before;
    private final Split through;

    /**
     * A split and one recipient's part of it.
     *
     * @param split empty where nothing had arisen
     */
    record Split(Optional<Apportionment<?>> split, Optional<Apportionment.Quota<?>> quota) {

        static final Split NOTHING = new Split(Optional.empty(), Optional.empty());

        static Split of(Apportionment<?> split, Apportionment.Quota<?> quota) {
            return new Split(Optional.of(split), Optional.of(quota));
        }

        Money part() {
            return quota.map(Apportionment.Quota::part).orElse(Money.ZERO);
        }

        long oreLeft() {
            return split.map(Apportionment::oreLeft).orElse(0L);
        }

        /** As the spreadsheet computes it, but in exact arithmetic. */
        BigDecimal exact() {
            return quota.map(q -> exact(split.orElseThrow().cost(), q)).orElse(BigDecimal.ZERO);
        }

        private static BigDecimal exact(Money whole, Apportionment.Quota<?> quota) {
            return whole.kronor()
                    .multiply(new BigDecimal(quota.weight()))
                    .divide(
                            new BigDecimal(quota.totalWeight()),
                            GUARD_DECIMALS,
                            RoundingMode.HALF_UP)
                    .subtract(
                            new BigDecimal(LESS)
                                    .multiply(BigDecimal.valueOf(whole.kronor().signum())))
                    .setScale(EXACT_DECIMALS, RoundingMode.HALF_UP);
        }

        /** What the part has beyond the whole öre of the exact one. */
        BigDecimal odd() {
            return part().kronor().subtract(exact().setScale(2, RoundingMode.DOWN));
        }

        /** The remainder's place, {@code 5:e av 49}. */
        String place() {
            return oreLeft() == 0
                    ? "–"
                    : ordinal(quota.orElseThrow().rank()) + " av " + split.orElseThrow().size();
        }

        String remainder() {
            return quota.map(q -> decimal(q.remainder())).orElse("0");
        }
    }

    SplitProof(ProofRows rows, Split before, Split through) {
        this.rows = rows;
        this.before = before;
        this.through = through;
    }

    /**
     * @param whose the recipient
     * @param whole what was split
     * @param part how a recipient's exact part is computed from the whole
     * @param how the same in words
     */
    ProofRows.Pair write(
            String whose, ProofRows.Pair whole, UnaryOperator<String> part, String how) {
        int exactRow = rows.next();
        rows.numbers(
                "Exakt del för " + whose,
                rounded(part, whole.before()),
                before.exact(),
                rounded(part, whole.through()),
                through.exact(),
                Look.EXACT_AMOUNT_ROW,
                how);
        if (before.oreLeft() != 0 || through.oreLeft() != 0) {
            rows.words(
                    "Restens plats, den största först",
                    before.place(),
                    through.place(),
                    both(Split::remainder, "rest ", " öre mer än hela ören"));
        }
        int oddRow = rows.next();
        rows.given(
                "Öre av dem som blev över", before.odd(), through.odd(), Look.AMOUNT_ROW, left());
        return rows.amounts(
                "Del för " + whose,
                new Total(inOre(exactRow, oddRow, ProofRows.BEFORE), before.part()),
                new Total(inOre(exactRow, oddRow, ProofRows.THROUGH), through.part()),
                "hela ören av den exakta delen, och öret");
    }

    private static String rounded(UnaryOperator<String> part, Total whole) {
        return "ROUND("
                + part.apply(whole.formula())
                + "-SIGN("
                + whole.formula()
                + ")*"
                + LESS
                + ","
                + EXACT_DECIMALS
                + ")";
    }

    private static String inOre(int exactRow, int oddRow, int column) {
        String exact = SheetWriter.at(exactRow, column);
        return "ROUND(ROUNDDOWN("
                + exact
                + "+SIGN("
                + exact
                + ")*"
                + NUDGE
                + ",2)+"
                + SheetWriter.at(oddRow, column)
                + ",2)";
    }

    /** How many öre were left over, and who got them. */
    private String left() {
        if (before.oreLeft() == 0 && through.oreLeft() == 0) {
            return "inget öre blev över";
        }
        return both(split -> Long.toString(split.oreLeft()), "", " öre blev över")
                + ", ett var till de största resterna";
    }

    /** One value for both, or first that before the months: {@code 24 och 25 öre blev över}. */
    private String both(Function<Split, String> value, String first, String last) {
        String now = value.apply(through);
        boolean same = before.split().isEmpty() || value.apply(before).equals(now);
        return first + (same ? "" : value.apply(before) + " och ") + now + last;
    }

    /** {@code 1:a}, {@code 3:e}, {@code 11:e}, {@code 22:a}. */
    static String ordinal(int number) {
        boolean endsInA = number % 10 == 1 || number % 10 == 2;
        boolean isTeen = number % 100 == 11 || number % 100 == 12;
        return number + (endsInA && !isTeen ? ":a" : ":e");
    }

    private static String decimal(Fraction remainder) {
        return new BigDecimal(remainder.numerator())
                .divide(
                        new BigDecimal(remainder.denominator()),
                        REMAINDER_DECIMALS,
                        RoundingMode.DOWN)
                .toPlainString()
                .replace('.', ',');
    }
}
