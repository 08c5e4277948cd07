package se.gits.costshare.difference;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.money.Money;
import se.gits.costshare.money.VatRate;
import se.gits.costshare.party.Invoicing;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.ActKind;
import se.gits.costshare.run.ActSums;
import se.gits.costshare.run.Amount;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.IssuedAct;
import se.gits.costshare.run.IssuedAct.IssuedAmount;
import se.gits.costshare.run.ResolvedLine;

/**
 * What a month comes to against the last one before it that was issued in the year, and why
 * (förändringar): party by party, line by line, cost, adjustments, invoicing and odd öre apart. The
 * earlier month and the changes are the month, to the öre, for each party, for each line and in
 * all; also what is carried centrally is counted.
 *
 * @param earlier the month that is compared with; empty where the year has none before
 * @param sumsBefore what that month came to; empty likewise
 * @param changes where anything differs, by party, then in the budget's order
 * @param parties those that either month has an amount of
 * @param lines the same of the budget lines (rad), in the budget's order
 */
public record MonthChanges(
        Optional<YearMonth> earlier,
        Optional<ActSums> sumsBefore,
        List<Change> changes,
        SortedMap<PartyCode, Bridge> parties,
        Map<String, Bridge> lines) {

    public MonthChanges {
        changes = List.copyOf(changes);
        parties = Collections.unmodifiableSortedMap(new TreeMap<>(parties));
        lines = Collections.unmodifiableMap(new LinkedHashMap<>(lines));
    }

    /**
     * Why something differs. Where several causes lie behind one difference it is theirs together,
     * since there is no telling how much of it is each one's.
     *
     * @param causes each a Swedish sentence without a final full stop; at least one
     */
    public record Why(ChangeKind kind, List<String> causes) {

        public Why {
            causes = List.copyOf(causes);
        }

        /** All causes, as one text. */
        public String text() {
            return String.join("; ", causes);
        }
    }

    /**
     * What differs for one party of one line.
     *
     * @param affected the amount that is concerned, without sign: the difference, or what is
     *     invoiced in another way or with another VAT
     */
    public record Change(
            PartyCode party, String row, Why why, Money before, Money now, Money affected) {

        public Money difference() {
            return now.minus(before);
        }

        public ChangeKind kind() {
            return why.kind();
        }

        public List<String> causes() {
            return why.causes();
        }
    }

    /**
     * Changes that have the same causes.
     *
     * @param rows the budget lines (rad), in the budget's order
     * @param difference what they come to together
     * @param affected what they concern together, less and more alike: a new key can move much from
     *     some to others and change nothing in all
     */
    public record SharedCause(
            Why why,
            SortedSet<PartyCode> parties,
            List<String> rows,
            Money difference,
            Money affected) {

        public SharedCause {
            parties = Collections.unmodifiableSortedSet(new TreeSet<>(parties));
            rows = List.copyOf(rows);
        }
    }

    /** What the earlier month came to, also what is carried centrally. */
    public Money before() {
        return all().before();
    }

    /** What this month comes to, likewise. */
    public Money now() {
        return all().now();
    }

    /** All changes together. */
    public Money changed() {
        return all().difference();
    }

    /** Both months, all parties together. */
    public Bridge all() {
        return parties.values().stream().reduce(Bridge.NOTHING, Bridge::plus);
    }

    /**
     * Why the months differ, every cause once: what concerns most first, and what comes to the same
     * in the order it was found.
     */
    public List<SharedCause> causes() {
        Map<Why, List<Change>> changesOf = new LinkedHashMap<>();
        for (Change change : changes) {
            changesOf.computeIfAbsent(change.why(), why -> new ArrayList<>()).add(change);
        }
        Map<String, Integer> placeOf = new HashMap<>();
        lines.keySet().forEach(row -> placeOf.put(row, placeOf.size()));
        List<SharedCause> causes = new ArrayList<>();
        changesOf.forEach(
                (why, same) -> {
                    SortedSet<PartyCode> those = new TreeSet<>();
                    Set<String> rows = new HashSet<>();
                    Money difference = Money.ZERO;
                    Money affected = Money.ZERO;
                    for (Change change : same) {
                        those.add(change.party());
                        rows.add(change.row());
                        difference = difference.plus(change.difference());
                        affected = affected.plus(change.affected());
                    }
                    List<String> inOrder =
                            rows.stream().sorted(Comparator.comparing(placeOf::get)).toList();
                    causes.add(new SharedCause(why, those, inOrder, difference, affected));
                });
        causes.sort(Comparator.comparing(SharedCause::affected).reversed());
        return causes;
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
        return new Comparison(month, earlier).made();
    }

    /**
     * Compares a month with any of the year that was issued before it.
     *
     * @throws IllegalArgumentException of another act than a month, or if the other was not issued
     *     before it
     */
    public static MonthChanges between(YearMonth other, Issuance month) {
        Optional<IssuedAct> earlier =
                month.before().acts().stream()
                        .filter(act -> act.kind() == ActKind.MONTH)
                        .filter(act -> act.month().equals(other))
                        .findFirst();
        if (month.terms().kind() != ActKind.MONTH || earlier.isEmpty()) {
            throw new IllegalArgumentException(other + " was not issued before the month");
        }
        return new Comparison(month, earlier).made();
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

    /**
     * How an amount is invoiced.
     *
     * @param vat of an invoiced one; none of one that is carried centrally
     */
    private record Way(Invoicing invoicing, Optional<VatRate> vat) {

        static Way of(Amount amount) {
            return new Way(
                    amount.invoicing(),
                    amount.isInvoiced() ? Optional.of(amount.vat()) : Optional.empty());
        }
    }

    /**
     * One month's cost of a share by how it is invoiced: the first way, and the others if there are
     * any. There are hundreds of thousands of shares, and nearly all have one way.
     */
    private record Cost(Way way, Money money, Optional<Cost> others) {

        static Cost of(Way way, Money money) {
            return new Cost(way, money, Optional.empty());
        }

        Cost plus(Way other, Money more) {
            return way.equals(other)
                    ? new Cost(way, money.plus(more), others)
                    : new Cost(
                            way,
                            money,
                            Optional.of(
                                    others.map(of -> of.plus(other, more))
                                            .orElseGet(() -> of(other, more))));
        }

        Money sum() {
            return others.map(of -> money.plus(of.sum())).orElse(money);
        }

        /** What is invoiced so. */
        Money of(Way asked) {
            return way.equals(asked) ? money : others.map(of -> of.of(asked)).orElse(Money.ZERO);
        }

        void addWays(Set<Way> ways) {
            ways.add(way);
            others.ifPresent(of -> of.addWays(ways));
        }
    }

    private static final class Comparison {

        private final Issuance month;
        private final Optional<IssuedAct> earlier;
        private final MonthCauses causes;
        private final Map<String, Integer> placeOfRow = new HashMap<>();
        private final Map<String, ResolvedLine> lineOfRow = new HashMap<>();
        private final SortedMap<Share, Cost> before = new TreeMap<>();
        private final SortedMap<Share, Cost> now = new TreeMap<>();
        private final Map<Way, Way> ways = new HashMap<>();
        private final Map<Why, Why> whys = new HashMap<>();
        private final Map<Share, SortedSet<YearMonth>> adjusted = new HashMap<>();
        private final List<Change> changes = new ArrayList<>();
        private final SortedMap<PartyCode, Bridge> parties = new TreeMap<>();
        private final Map<String, Bridge> lines = new LinkedHashMap<>();

        Comparison(Issuance month, Optional<IssuedAct> earlier) {
            this.month = month;
            this.earlier = earlier;
            this.causes = new MonthCauses(month, earlier);
            for (ResolvedLine line : month.inputs().lines()) {
                placeOfRow.put(line.line().row(), placeOfRow.size());
                lineOfRow.put(line.line().row(), line);
                lines.put(line.line().row(), Bridge.NOTHING);
            }
            earlier.stream()
                    .flatMap(act -> act.amounts().stream())
                    .map(IssuedAmount::amount)
                    .forEach(amount -> add(amount, share(amount), before));
            for (Amount amount : month.amounts()) {
                Share share = share(amount);
                add(amount, share, now);
                if (amount.kind() != LineKind.ORDINARY) {
                    adjusted.computeIfAbsent(share, s -> new TreeSet<>()).add(amount.concerns());
                }
            }
        }

        private void add(Amount amount, Share share, SortedMap<Share, Cost> costs) {
            Way own = Way.of(amount);
            Way way = ways.computeIfAbsent(own, w -> own);
            Cost so = costs.get(share);
            costs.put(
                    share,
                    so == null ? Cost.of(way, amount.money()) : so.plus(way, amount.money()));
        }

        private static Money sum(Share share, SortedMap<Share, Cost> costs) {
            return Optional.ofNullable(costs.get(share)).map(Cost::sum).orElse(Money.ZERO);
        }

        /** How much of a share is invoiced in another way than it was; never negative. */
        private Money moved(Share share, Money difference) {
            Optional<Cost> was = Optional.ofNullable(before.get(share));
            Optional<Cost> is = Optional.ofNullable(now.get(share));
            Set<Way> all = new HashSet<>();
            was.ifPresent(cost -> cost.addWays(all));
            is.ifPresent(cost -> cost.addWays(all));
            long moved = -difference.abs().ore();
            for (Way way : all) {
                Money one = was.map(cost -> cost.of(way)).orElse(Money.ZERO);
                Money other = is.map(cost -> cost.of(way)).orElse(Money.ZERO);
                moved += other.minus(one).abs().ore();
            }
            return new Money(moved / 2);
        }

        MonthChanges made() {
            SortedSet<Share> all = new TreeSet<>(before.keySet());
            all.addAll(now.keySet());
            Set<String> rows = new HashSet<>();
            for (Share share : all) {
                rows.add(share.row());
                Money was = sum(share, before);
                Money is = sum(share, now);
                Bridge bridge = new Bridge(was, costChange(share, was, is));
                Money moved = moved(share, is.minus(was));
                if (!moved.isZero()) {
                    Why why = one(new Why(ChangeKind.INVOICING, causesOfInvoicing(share)));
                    changes.add(new Change(share.party(), share.row(), why, is, is, moved));
                }
                parties.merge(share.party(), bridge, Bridge::plus);
                lines.merge(share.row(), bridge, Bridge::plus);
            }
            lines.keySet().retainAll(rows);
            return new MonthChanges(
                    earlier.map(IssuedAct::month),
                    earlier.map(ActSums::of),
                    changes,
                    parties,
                    lines);
        }

        private Share share(Amount amount) {
            return new Share(
                    amount.party(),
                    placeOfRow.getOrDefault(amount.row(), Integer.MAX_VALUE),
                    amount.row(),
                    amount.kind());
        }

        /** By how much its sum has changed, which is noted; nothing where it is as it was. */
        private Map<ChangeKind, Money> costChange(Share share, Money was, Money is) {
            if (was.equals(is)) {
                return Map.of();
            }
            List<String> found = causesOf(share);
            Why why =
                    found.isEmpty()
                            ? new Why(ChangeKind.ROUNDING, List.of(causes.rounding()))
                            : new Why(ChangeKind.of(share.kind()), found);
            Money difference = is.minus(was);
            changes.add(
                    new Change(share.party(), share.row(), one(why), was, is, difference.abs()));
            return Map.of(why.kind(), difference);
        }

        /** The same object for the same causes, since there are so many changes. */
        private Why one(Why why) {
            return whys.computeIfAbsent(why, w -> why);
        }

        /** None where nothing but odd öre is behind it. */
        private List<String> causesOf(Share share) {
            if (share.kind() == LineKind.ORDINARY) {
                return earlier.isEmpty()
                        ? List.of(causes.firstOfTheYear())
                        : causes.ofOrdinary(share.party(), lineOfRow.get(share.row()));
            }
            List<String> found = new ArrayList<>();
            if (!sum(share, before).isZero()) {
                found.add(causes.adjustedThen());
            }
            if (!sum(share, now).isZero()) {
                found.addAll(adjustedNow(share, true));
            }
            return found;
        }

        private List<String> causesOfInvoicing(Share share) {
            if (share.kind() == LineKind.ORDINARY) {
                return causes.ofInvoicing(share.party(), lineOfRow.get(share.row()));
            }
            return adjusted.containsKey(share)
                    ? adjustedNow(share, false)
                    : List.of(causes.adjustedThen());
        }

        private List<String> adjustedNow(Share share, boolean splitMoved) {
            return causes.adjustedNow(share.party(), share.row(), adjusted.get(share), splitMoved);
        }
    }
}
