package se.gits.costshare.difference;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.ActKind;
import se.gits.costshare.run.Amount;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.IssuedAct;
import se.gits.costshare.run.IssuedAct.IssuedAmount;
import se.gits.costshare.run.ResolvedLine;

/**
 * What a month comes to against the last one before it that was issued in the year, and why
 * (förändringar): party by party, line by line, a month's own cost and adjustments apart. The
 * earlier month and the changes are the month, to the öre.
 *
 * @param earlier the month that is compared with; empty where the year has none before
 * @param changes where anything differs, by party, then in the budget's order
 * @param before what the earlier month came to, also what is carried centrally
 * @param now what this month comes to, likewise
 */
public record MonthChanges(
        Optional<YearMonth> earlier, List<Change> changes, Money before, Money now) {

    public MonthChanges {
        changes = List.copyOf(changes);
    }

    /**
     * What differs for one party of one line.
     *
     * @param causes each a Swedish sentence without a final full stop; at least one
     */
    public record Change(
            PartyCode party,
            String row,
            LineKind kind,
            Money before,
            Money now,
            List<String> causes) {

        public Change {
            causes = List.copyOf(causes);
        }

        public Money difference() {
            return now.minus(before);
        }
    }

    /** All changes together. */
    public Money changed() {
        return Money.total(changes.stream().map(Change::difference).toList());
    }

    /**
     * Compares a month.
     *
     * @throws IllegalArgumentException of another act than a month
     */
    public static MonthChanges of(Issuance month) {
        if (month.terms().kind() != ActKind.MONTH) {
            throw new IllegalArgumentException(month.terms().kind() + " follows on no month");
        }
        Optional<IssuedAct> earlier =
                month.before().acts().stream()
                        .filter(act -> act.kind() == ActKind.MONTH)
                        .filter(act -> act.month().isBefore(month.terms().month()))
                        .max(Comparator.comparing(IssuedAct::month));
        List<Amount> before =
                earlier.map(act -> act.amounts().stream().map(IssuedAmount::amount).toList())
                        .orElse(List.of());
        return new MonthChanges(
                earlier.map(IssuedAct::month),
                new Comparison(month, earlier).changes(before),
                sum(before),
                sum(month.amounts()));
    }

    private static Money sum(List<Amount> amounts) {
        return Money.total(amounts.stream().map(Amount::money).toList());
    }

    /** One party's cost of one line. */
    private record Share(PartyCode party, int place, String row, LineKind kind)
            implements Comparable<Share> {

        private static final Comparator<Share> ORDER =
                Comparator.comparing(Share::party)
                        .thenComparing(Share::place)
                        .thenComparing(Share::row)
                        .thenComparing(Share::kind);

        @Override
        public int compareTo(Share other) {
            return ORDER.compare(this, other);
        }
    }

    private static final class Comparison {

        private final Issuance month;
        private final Optional<IssuedAct> earlier;
        private final MonthCauses causes;
        private final Map<String, Integer> placeOfRow = new HashMap<>();
        private final Map<String, ResolvedLine> lineOfRow = new HashMap<>();
        private final SortedMap<Share, Money> before = new TreeMap<>();
        private final SortedMap<Share, Money> now = new TreeMap<>();
        private final Map<Share, SortedSet<YearMonth>> adjusted = new HashMap<>();

        Comparison(Issuance month, Optional<IssuedAct> earlier) {
            this.month = month;
            this.earlier = earlier;
            this.causes = new MonthCauses(month, earlier);
            for (ResolvedLine line : month.inputs().lines()) {
                placeOfRow.put(line.line().row(), placeOfRow.size());
                lineOfRow.put(line.line().row(), line);
            }
        }

        List<Change> changes(List<Amount> ofEarlier) {
            ofEarlier.forEach(amount -> before.merge(share(amount), amount.money(), Money::plus));
            for (Amount amount : month.amounts()) {
                Share share = share(amount);
                now.merge(share, amount.money(), Money::plus);
                if (amount.kind() != LineKind.ORDINARY) {
                    adjusted.computeIfAbsent(share, s -> new TreeSet<>()).add(amount.concerns());
                }
            }
            SortedSet<Share> all = new TreeSet<>(before.keySet());
            all.addAll(now.keySet());
            List<Change> changes = new ArrayList<>();
            for (Share share : all) {
                Money one = before.getOrDefault(share, Money.ZERO);
                Money other = now.getOrDefault(share, Money.ZERO);
                if (!one.equals(other)) {
                    changes.add(
                            new Change(
                                    share.party(),
                                    share.row(),
                                    share.kind(),
                                    one,
                                    other,
                                    causesOf(share)));
                }
            }
            return changes;
        }

        private Share share(Amount amount) {
            return new Share(
                    amount.party(),
                    placeOfRow.getOrDefault(amount.row(), Integer.MAX_VALUE),
                    amount.row(),
                    amount.kind());
        }

        private List<String> causesOf(Share share) {
            if (earlier.isEmpty()) {
                return List.of(causes.firstOfTheYear());
            }
            if (share.kind() == LineKind.ORDINARY) {
                return causes.ofOrdinary(share.party(), lineOfRow.get(share.row()));
            }
            List<String> found = new ArrayList<>();
            if (before.containsKey(share)) {
                found.add(causes.adjustedThen());
            }
            if (adjusted.containsKey(share)) {
                found.addAll(causes.adjustedNow(share.party(), share.row(), adjusted.get(share)));
            }
            return found;
        }
    }
}
