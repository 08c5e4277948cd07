package se.gits.costshare.export.excel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import se.gits.costshare.allocation.Accrual;
import se.gits.costshare.allocation.Apportionment;
import se.gits.costshare.allocation.Fraction;
import se.gits.costshare.budget.BudgetLine;
import se.gits.costshare.explanation.Stretch;
import se.gits.costshare.explanation.Way;
import se.gits.costshare.export.SwedishMonths;
import se.gits.costshare.export.excel.ProofRows.Pair;
import se.gits.costshare.keys.Distribution;
import se.gits.costshare.keys.KeyShare;

/**
 * What some months in a row of one segment come to for the recipient: the accumulated cost, way by
 * way to the recipient's part of it, through the last month and before the first.
 *
 * @see "CONTRACT 3"
 */
final class StretchProof {

    private final ProofRows rows;
    private final BasisSheet basis;
    private final String recipient;
    private final Stretch stretch;
    private final BudgetLine line;

    /**
     * @param basis what its formulas compute from, written
     * @param recipient the name of who is invoiced
     */
    StretchProof(ProofRows rows, BasisSheet basis, String recipient, Stretch stretch) {
        this.rows = rows;
        this.basis = basis;
        this.recipient = recipient;
        this.stretch = stretch;
        this.line = stretch.line().line();
    }

    /** What the months come to. */
    Total write() {
        String months = months();
        rows.section(
                "Kostnaden för " + months,
                stretch.isAtSegmentStart()
                        ? "dessförinnan"
                        : "t.o.m. " + SwedishMonths.of(stretch.from().minusMonths(1)),
                "t.o.m. " + SwedishMonths.of(stretch.to()),
                "Så är det räknat");
        Pair cost = cost();
        List<Pair> parts = new ArrayList<>();
        for (Way way : stretch.ways()) {
            parts.add(way(way, cost));
        }
        Pair sum = parts.get(0);
        if (parts.size() > 1) {
            Pair all = Pair.sum(parts);
            sum =
                    rows.amounts(
                            "Del för " + recipient + ", tillsammans",
                            all.before(),
                            all.through(),
                            "summan av nyckelns " + parts.size() + " rader");
        }
        return rows.result(
                "Kostnad för " + months,
                new Total(
                        SheetWriter.difference(sum.through().formula(), sum.before().formula()),
                        stretch.amount()),
                "delen t.o.m. månaden − delen dessförinnan");
    }

    private String months() {
        TreeSet<YearMonth> months = new TreeSet<>();
        for (YearMonth m = stretch.from(); !m.isAfter(stretch.to()); m = m.plusMonths(1)) {
            months.add(m);
        }
        return SwedishMonths.of(months);
    }

    /** What is split: the cost since the segment began. */
    private Pair cost() {
        Accrual accrual = stretch.line().allocation().accrual();
        int months = line.months();
        String annual =
                rows.once(
                        "Radens belopp för " + months + (months == 1 ? " månad" : " månader"),
                        basis.amountOf(line.row()),
                        line.amount().kronor(),
                        Look.AMOUNT_ROW,
                        line.decision());
        int through = stretch.lastIndex();
        int before = Math.max(stretch.indexBefore(), stretch.segmentStart() - 1);
        int monthsRow = rows.next();
        rows.given(
                "Månader som har gått",
                BigDecimal.valueOf(before),
                BigDecimal.valueOf(through),
                Look.COUNT_ROW,
                "av radens " + months);
        Pair accumulated =
                rows.amounts(
                        "Kostnad hittills",
                        accumulated(annual, SheetWriter.at(monthsRow, ProofRows.BEFORE), before),
                        accumulated(annual, SheetWriter.at(monthsRow, ProofRows.THROUGH), through),
                        "belopp × månader som har gått ÷ " + months + ", i hela ören");
        if (stretch.segmentStart() == 1) {
            return accumulated;
        }
        int start = stretch.segmentStart() - 1;
        Total earlier = accumulated(annual, Integer.toString(start), start);
        Pair less =
                rows.amounts(
                        "Avgår kostnad t.o.m. "
                                + SwedishMonths.of(stretch.segmentFrom().minusMonths(1)),
                        earlier,
                        earlier,
                        "fördelad med de andelar som gällde då");
        return rows.amounts(
                "Kostnad att fördela",
                difference(accumulated.before(), less.before()),
                difference(accumulated.through(), less.through()),
                "sedan andelarna ändrades " + SwedishMonths.of(stretch.segmentFrom()));
    }

    private Total accumulated(String annual, String month, int index) {
        return new Total(
                "ROUND(" + annual + "*" + month + "/" + line.months() + ",2)",
                stretch.line().allocation().accrual().throughMonth(index));
    }

    private static Total difference(Total of, Total less) {
        return new Total(
                SheetWriter.difference(of.formula(), less.formula()),
                of.amount().minus(less.amount()));
    }

    /** One row of the key: its part of the cost, and the recipient's part of that. */
    private Pair way(Way way, Pair cost) {
        KeyShare share = way.share();
        String part = share.recipient().part();
        boolean ownRow = share.distribution().isEmpty();
        String cell =
                rows.once(
                        "Andel för " + part + " i nyckel " + line.keyCode(),
                        basis.shareOf(way),
                        exact(share.share()),
                        Look.LONG_SHARE_ROW,
                        share.decision());
        Pair ofRow =
                new SplitProof(
                                rows,
                                way.throughBefore()
                                        .map(
                                                route ->
                                                        SplitProof.Split.of(
                                                                route.rows(), route.ofRow()))
                                        .orElse(SplitProof.Split.NOTHING),
                                SplitProof.Split.of(way.through().rows(), way.through().ofRow()))
                        .write(
                                ownRow ? recipient : part,
                                cost,
                                whole -> whole + "*" + cell,
                                "kostnad × andel");
        return ownRow ? ofRow : ofMember(way, share.distribution().get(), ofRow);
    }

    private Pair ofMember(Way way, Distribution distribution, Pair ofRow) {
        Apportionment.Quota<?> quota = way.through().ofParty();
        boolean inhabitants = distribution instanceof Distribution.ByPopulation;
        String what = distribution.inWords();
        String capitalised = what.substring(0, 1).toUpperCase(Locale.ROOT) + what.substring(1);
        int members = way.through().members().size();
        String own =
                rows.once(
                        inhabitants ? "Invånare i " + recipient : capitalised + ", " + recipient,
                        basis.weightOf(stretch, way),
                        new BigDecimal(quota.weight()),
                        Look.INHABITANTS_ROW,
                        "bladet Underlag");
        String all =
                rows.once(
                        inhabitants
                                ? "Invånare i alla " + members + " kommuner"
                                : capitalised + ", alla " + members + " deltagare",
                        basis.totalWeightOf(stretch, way),
                        new BigDecimal(quota.totalWeight()),
                        Look.INHABITANTS_ROW,
                        "summan på bladet Underlag");
        return new SplitProof(
                        rows,
                        way.throughBefore()
                                .map(route -> SplitProof.Split.of(route.members(), route.ofParty()))
                                .orElse(SplitProof.Split.NOTHING),
                        SplitProof.Split.of(way.through().members(), quota))
                .write(
                        recipient,
                        ofRow,
                        whole -> whole + "*" + own + "/" + all,
                        "delen för " + way.share().recipient().part() + " × egna ÷ allas");
    }

    private static BigDecimal exact(Fraction share) {
        return new BigDecimal(share.numerator())
                .divide(new BigDecimal(share.denominator()), 15, RoundingMode.HALF_UP);
    }
}
