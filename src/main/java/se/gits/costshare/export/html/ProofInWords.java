package se.gits.costshare.export.html;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import se.gits.costshare.allocation.Apportionment;
import se.gits.costshare.allocation.Fraction;
import se.gits.costshare.explanation.Earlier;
import se.gits.costshare.explanation.Explanation;
import se.gits.costshare.explanation.Stretch;
import se.gits.costshare.explanation.Way;
import se.gits.costshare.export.SwedishMonths;
import se.gits.costshare.invoice.InvoiceNumber;
import se.gits.costshare.keys.Distribution;
import se.gits.costshare.keys.KeyShare;
import se.gits.costshare.money.Money;

/**
 * How an amount came about, step by step in sentences (förklaring i ord).
 *
 * <pre>
 * 7 600 000,00 kr för 12 månader, till och med januari 2023 (månad 1 av 12): 633 333,33 kr.
 * Nyckel 70/30 (beslut: Förvaltningsplan 2023, 4.2): VGK bär 30 %, 190 000,00 kr.
 * 596 841 av 1 758 656 invånare: 64 480,94 kr. Resten är 0,8853 öre, plats 5 av 49; 25 öre blev över, ett hit.
 * </pre>
 */
final class ProofInWords {

    private static final int DECIMALS = 4;

    private ProofInWords() {}

    static List<String> of(Explanation explanation) {
        List<String> steps = new ArrayList<>();
        if (!explanation.line().cause().isEmpty()) {
            String cause = explanation.line().cause();
            steps.add("Orsak: " + cause + (cause.endsWith(".") ? "" : "."));
        }
        explanation.due().forEach(stretch -> add(stretch, steps));
        if (!explanation.before().isEmpty()) {
            steps.add(before(explanation));
        }
        if (explanation.due().size() + Math.min(1, explanation.before().size()) > 1) {
            steps.add(
                    SwedishFigures.kronor(explanation.dueAmount())
                            + " − "
                            + SwedishFigures.kronor(explanation.beforeAmount())
                            + " = "
                            + SwedishFigures.kronor(explanation.line().amount())
                            + ".");
        }
        if (!explanation.line().decision().isEmpty()) {
            steps.add("Budgetradens beslut: " + explanation.line().decision() + ".");
        }
        return steps;
    }

    private static void add(Stretch stretch, List<String> steps) {
        steps.add(cost(stretch));
        stretch.ways().forEach(way -> add(stretch, way, steps));
        steps.add(
                "För "
                        + months(stretch)
                        + ": "
                        + SwedishFigures.kronor(stretch.through())
                        + (stretch.isAtSegmentStart()
                                ? ", och ingenting dessförinnan"
                                : " − "
                                        + SwedishFigures.kronor(stretch.before())
                                        + " till och med "
                                        + SwedishMonths.of(stretch.from().minusMonths(1)))
                        + " = "
                        + SwedishFigures.kronor(stretch.amount())
                        + ".");
    }

    private static String cost(Stretch stretch) {
        int months = stretch.line().line().months();
        String cost =
                SwedishFigures.kronor(stretch.line().line().amount())
                        + " för "
                        + months
                        + (months == 1 ? " månad" : " månader")
                        + ", till och med "
                        + SwedishMonths.of(stretch.to())
                        + " (månad "
                        + stretch.lastIndex()
                        + " av "
                        + months
                        + "): "
                        + SwedishFigures.kronor(
                                stretch.line()
                                        .allocation()
                                        .accrual()
                                        .throughMonth(stretch.lastIndex()));
        return stretch.segmentStart() == 1
                ? cost + "."
                : cost
                        + ". Sedan andelarna ändrades "
                        + SwedishMonths.of(stretch.segmentFrom())
                        + ": "
                        + SwedishFigures.kronor(stretch.costThrough())
                        + ".";
    }

    private static String months(Stretch stretch) {
        TreeSet<YearMonth> months = new TreeSet<>();
        for (YearMonth m = stretch.from(); !m.isAfter(stretch.to()); m = m.plusMonths(1)) {
            months.add(m);
        }
        return SwedishMonths.of(months);
    }

    private static void add(Stretch stretch, Way way, List<String> steps) {
        KeyShare share = way.share();
        steps.add(
                "Nyckel "
                        + stretch.line().line().keyCode()
                        + " (beslut: "
                        + share.decision()
                        + "): "
                        + share.recipient().part()
                        + " bär "
                        + KeyShare.inPercent(share.share())
                        + ", "
                        + SwedishFigures.kronor(way.through().ofRow().part())
                        + ". "
                        + reason(way.through().ofRow(), way.through().rows()));
        if (share.distribution().isPresent()) {
            steps.add(member(way, share.distribution().get()));
        }
    }

    private static String member(Way way, Distribution distribution) {
        Apportionment.Quota<?> quota = way.through().ofParty();
        return SwedishFigures.count(quota.weight())
                + " av "
                + SwedishFigures.count(quota.totalWeight())
                + " "
                + what(distribution)
                + ": "
                + SwedishFigures.kronor(quota.part())
                + ". "
                + reason(quota, way.through().members());
    }

    private static String what(Distribution distribution) {
        return distribution instanceof Distribution.ByPopulation
                ? "invånare"
                : distribution instanceof Distribution.Equally
                        ? "lika delar"
                        : distribution.volume().orElseThrow();
    }

    private static String reason(Apportionment.Quota<?> quota, Apportionment<?> split) {
        if (split.oreLeft() == 0) {
            return "Delningen går jämnt ut.";
        }
        return "Resten är "
                + decimal(quota.remainder())
                + " öre, plats "
                + quota.rank()
                + " av "
                + split.size()
                + "; "
                + split.oreLeft()
                + " öre blev över"
                + (quota.odd().isZero() ? ", inget hit." : ", ett hit.");
    }

    private static String decimal(Fraction remainder) {
        return new BigDecimal(remainder.numerator())
                .divide(new BigDecimal(remainder.denominator()), DECIMALS, RoundingMode.DOWN)
                .toPlainString()
                .replace('.', ',');
    }

    private static String before(Explanation explanation) {
        List<String> parts = new ArrayList<>();
        for (Earlier earlier : explanation.before()) {
            parts.add(
                    earlier.invoice().map(InvoiceNumber::toString).orElse("buret centralt")
                            + " ("
                            + earlier.month()
                            + ") "
                            + SwedishFigures.kronor(earlier.amount()));
        }
        Money sum = explanation.beforeAmount();
        return "Tidigare fakturerat: "
                + String.join("; ", parts)
                + ". Tillsammans "
                + SwedishFigures.kronor(sum)
                + ".";
    }
}
