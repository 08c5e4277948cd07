package se.gits.costshare.export.peppol;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.StringJoiner;
import se.gits.costshare.allocation.Fraction;
import se.gits.costshare.explanation.Explanation;
import se.gits.costshare.explanation.Stretch;
import se.gits.costshare.explanation.Way;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.keys.Distribution;
import se.gits.costshare.keys.KeyShare;
import se.gits.costshare.money.Money;

/**
 * A line's amount as price and quantities, so that the receiver sees the rule: what is shared as
 * the price, of so many in all, so many of the recipient's own.
 *
 * <pre>
 * 190 000,00 kr for 1 758 656 inhabitants, 596 841 of them:  64 480,94 kr
 * </pre>
 *
 * <p>Whole öre make the amount differ from the product, by less than two öre. The official rule
 * allows two (PEPPOL-EN16931-R120).
 *
 * @param unit UN/ECE Recommendation 20: IE persons, P1 percent, C62 one
 * @param quantity negative where the line is against the document's direction
 * @param baseQuantity how many the price is for
 * @param price in kronor, never negative (BR-27)
 * @param inWords the same as a sentence; empty where the amount is given whole
 */
record PricedLine(
        String unit, BigDecimal quantity, BigDecimal baseQuantity, Money price, String inWords) {

    private static final BigInteger PERCENT = BigInteger.valueOf(100);

    /**
     * @param isCreditNote whether the document gives back what is negative
     */
    static PricedLine of(Explanation explanation, boolean isCreditNote) {
        boolean isOwnCost =
                explanation.line().kind() == LineKind.ORDINARY
                        && explanation.due().size() == 1
                        && explanation.beforeAmount().isZero();
        if (!isOwnCost) {
            return whole(explanation.line().amount(), isCreditNote, difference(explanation));
        }
        Stretch stretch = explanation.due().get(0);
        List<PricedLine> ways =
                stretch.ways().stream().map(way -> shared(stretch, way, isCreditNote)).toList();
        // The öre that each way leaves over would be more than the rule allows one line.
        return ways.size() == 1
                ? ways.get(0)
                : whole(explanation.line().amount(), isCreditNote, sum(stretch, ways));
    }

    /** What came about in several ways, or is a difference, is one of its own amount. */
    private static PricedLine whole(Money amount, boolean isCreditNote, String inWords) {
        return new PricedLine(
                "C62",
                signed(BigDecimal.ONE, amount, isCreditNote),
                BigDecimal.ONE,
                amount.abs(),
                inWords);
    }

    private static String sum(Stretch stretch, List<PricedLine> ways) {
        StringJoiner words = new StringJoiner(" ");
        for (int i = 0; i < ways.size(); i++) {
            words.add(
                    ways.get(i).inWords()
                            + " Det blir "
                            + stretch.ways().get(i).amount().inSwedish()
                            + " kr.");
        }
        return words.toString();
    }

    /** A credit takes back what its lines say, and there is no more to it. */
    private static String difference(Explanation explanation) {
        return explanation.line().kind() == LineKind.CREDIT
                ? ""
                : explanation.dueAmount().inSwedish()
                        + " kr i dag, varav "
                        + explanation.beforeAmount().inSwedish()
                        + " kr är utfärdat tidigare.";
    }

    private static PricedLine shared(Stretch stretch, Way way, boolean isCreditNote) {
        KeyShare share = way.share();
        Money cost = stretch.costThrough().minus(stretch.costBefore());
        String ofCost = KeyShare.inPercent(share.share()) + " av " + cost.inSwedish() + " kr";
        if (share.distribution().isEmpty()) {
            return ofFraction(share.share(), cost, isCreditNote, ofCost + ".");
        }
        Distribution distribution = share.distribution().get();
        Money part =
                way.through()
                        .ofRow()
                        .part()
                        .minus(
                                way.throughBefore()
                                        .map(before -> before.ofRow().part())
                                        .orElse(Money.ZERO));
        BigDecimal own = new BigDecimal(way.through().ofParty().weight());
        BigDecimal all = new BigDecimal(way.through().ofParty().totalWeight());
        return new PricedLine(
                distribution instanceof Distribution.ByPopulation ? "IE" : "C62",
                signed(own, part, isCreditNote),
                all,
                part.abs(),
                ofCost
                        + " är "
                        + part.inSwedish()
                        + " kr, varav "
                        + grouped(own)
                        + " av "
                        + grouped(all)
                        + " "
                        + distribution.inWords()
                        + ".");
    }

    /** A party's own share of the whole: in percent where that comes out even. */
    private static PricedLine ofFraction(
            Fraction share, Money cost, boolean isCreditNote, String inWords) {
        boolean isPercent = PERCENT.mod(share.denominator()).signum() == 0;
        BigInteger own =
                isPercent
                        ? share.numerator().multiply(PERCENT.divide(share.denominator()))
                        : share.numerator();
        BigInteger all = isPercent ? PERCENT : share.denominator();
        return new PricedLine(
                isPercent ? "P1" : "C62",
                signed(new BigDecimal(own), cost, isCreditNote),
                new BigDecimal(all),
                cost.abs(),
                inWords);
    }

    /** With no-break spaces between thousands, {@code 1 758 656}. */
    private static String grouped(BigDecimal count) {
        return count.toPlainString().replaceAll("(?<=\\d)(?=(\\d{3})+$)", "\u00A0");
    }

    private static BigDecimal signed(BigDecimal quantity, Money amount, boolean isCreditNote) {
        return amount.isNegative() == isCreditNote ? quantity : quantity.negate();
    }
}
