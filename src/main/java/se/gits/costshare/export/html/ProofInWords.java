package se.gits.costshare.export.html;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.gits.costshare.allocation.Apportionment;
import se.gits.costshare.explanation.Earlier;
import se.gits.costshare.explanation.Explanation;
import se.gits.costshare.explanation.Stretch;
import se.gits.costshare.explanation.Way;
import se.gits.costshare.export.SwedishMonths;
import se.gits.costshare.input.SwedishCount;
import se.gits.costshare.invoice.InvoiceLine;
import se.gits.costshare.invoice.InvoiceNumber;
import se.gits.costshare.keys.Distribution;
import se.gits.costshare.money.Money;

/**
 * How an amount came about, step by step in sentences (förklaring i ord). What a budget line's
 * parties have in common is told once, in the line's own place, and referred to.
 *
 * <pre>
 * VGK:s del av raden till och med januari 2023: 190 000,00 kr.
 * 596 841 av 1 758 656 invånare: 64 480,938853 kr. Resten är 0,8853 öre, plats 5 av 49; 25 öre
 * blev över, ett hit. Det blir 64 480,94 kr.
 * Januari 2023: 64 480,94 kr, och ingenting dessförinnan.
 * </pre>
 */
final class ProofInWords {

    /** Of an öre: what tells the remainders of a country's municipalities apart. */
    private static final int DECIMALS_OF_ORE = 4;

    private ProofInWords() {}

    /**
     * A step.
     *
     * @param target the name within the page of what tells more; empty where nothing does
     * @param link the words that lead there, before the others
     */
    record Step(String target, String link, String text) {

        private static Step of(String text) {
            return new Step("", "", text);
        }
    }

    /**
     * @param targetOfRow where each budget row's own facts stand on the page
     */
    static List<Step> of(Explanation explanation, Map<String, String> targetOfRow) {
        List<Step> steps = new ArrayList<>();
        InvoiceLine line = explanation.line();
        if (!line.cause().isEmpty()) {
            steps.add(Step.of("Orsak: " + line.cause() + (line.cause().endsWith(".") ? "" : ".")));
        }
        if (explanation.due().isEmpty()) {
            steps.add(Step.of("Budgetradens beslut: " + line.decision() + "."));
        }
        for (Stretch stretch : explanation.due()) {
            add(stretch, targetOfRow.get(line.budgetRow()), steps);
        }
        if (!explanation.before().isEmpty()) {
            steps.add(Step.of(before(explanation)));
        }
        if (explanation.due().size() + Math.min(1, explanation.before().size()) > 1) {
            steps.add(Step.of(sum(explanation)));
        }
        return steps;
    }

    private static void add(Stretch stretch, String target, List<Step> steps) {
        for (Way way : stretch.ways()) {
            steps.add(
                    new Step(
                            target,
                            way.share().recipient().part() + ":s del av raden",
                            " till och med "
                                    + SwedishMonths.of(stretch.to())
                                    + ": "
                                    + SwedishFigures.kronor(way.through().ofRow().part())
                                    + "."));
            way.share().distribution().ifPresent(by -> steps.add(Step.of(member(way, by))));
        }
        steps.add(
                Step.of(
                        capitalised(months(stretch))
                                + ": "
                                + SwedishFigures.kronor(stretch.through())
                                + (stretch.isAtSegmentStart()
                                        ? ", och ingenting dessförinnan."
                                        : " − "
                                                + SwedishFigures.kronor(stretch.before())
                                                + " till och med "
                                                + SwedishMonths.of(stretch.from().minusMonths(1))
                                                + " = "
                                                + SwedishFigures.kronor(stretch.amount())
                                                + ".")));
    }

    private static String months(Stretch stretch) {
        TreeSet<YearMonth> months = new TreeSet<>();
        for (YearMonth m = stretch.from(); !m.isAfter(stretch.to()); m = m.plusMonths(1)) {
            months.add(m);
        }
        return SwedishMonths.of(months);
    }

    static String capitalised(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String member(Way way, Distribution distribution) {
        Apportionment.Quota<?> quota = way.through().ofParty();
        return SwedishCount.of(quota.weight())
                + " av "
                + SwedishCount.of(quota.totalWeight())
                + " "
                + distribution.inWords()
                + ": "
                + exact(quota)
                + " kr. "
                + reason(quota, way.through().members())
                + " Det blir "
                + SwedishFigures.kronor(quota.part())
                + ".";
    }

    /** The exact part in kronor, as far as {@link #reason} tells its remainder. */
    static String exact(Apportionment.Quota<?> quota) {
        BigDecimal remainderOre = remainderOre(quota);
        boolean isCredit = quota.whole().isNegative();
        BigDecimal exact =
                quota.whole()
                        .kronor()
                        .abs()
                        .add(remainderOre.movePointLeft(2))
                        .setScale(2 + DECIMALS_OF_ORE, RoundingMode.UNNECESSARY);
        String plain = exact.toPlainString();
        String kronor = Money.ofKronor(exact.setScale(2, RoundingMode.DOWN)).inSwedish();
        return (isCredit ? "-" : "") + kronor + plain.substring(plain.length() - DECIMALS_OF_ORE);
    }

    /** Who got an odd öre, and why. */
    static String reason(Apportionment.Quota<?> quota, Apportionment<?> split) {
        if (split.oreLeft() == 0) {
            return "Delningen går jämnt ut.";
        }
        return "Resten är "
                + remainderOre(quota).toPlainString().replace('.', ',')
                + " öre, plats "
                + quota.rank()
                + " av "
                + split.size()
                + "; "
                + split.oreLeft()
                + " öre blev över"
                + (quota.odd().isZero() ? ", inget hit." : ", ett hit.");
    }

    private static BigDecimal remainderOre(Apportionment.Quota<?> quota) {
        return new BigDecimal(quota.remainder().numerator())
                .divide(
                        new BigDecimal(quota.remainder().denominator()),
                        DECIMALS_OF_ORE,
                        RoundingMode.DOWN);
    }

    private static String before(Explanation explanation) {
        return "Tidigare utfärdat: "
                + explanation.before().stream()
                        .map(ProofInWords::inWords)
                        .collect(Collectors.joining("; "))
                + ". Tillsammans "
                + SwedishFigures.kronor(explanation.beforeAmount())
                + ".";
    }

    private static String inWords(Earlier earlier) {
        return earlier.invoice().map(InvoiceNumber::toString).orElse("buret centralt")
                + " ("
                + earlier.month()
                + ") "
                + SwedishFigures.kronor(earlier.amount());
    }

    private static String sum(Explanation explanation) {
        return SwedishFigures.kronor(explanation.dueAmount())
                + " − "
                + SwedishFigures.kronor(explanation.beforeAmount())
                + " = "
                + SwedishFigures.kronor(explanation.line().amount())
                + ".";
    }
}
