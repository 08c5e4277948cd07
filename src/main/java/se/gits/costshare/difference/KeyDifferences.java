package se.gits.costshare.difference;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import se.gits.costshare.allocation.Fraction;
import se.gits.costshare.allocation.KeyRow;
import se.gits.costshare.keys.KeyShare;

/**
 * Finds what two inputs say differently of a key, in the months that lines of both use it. Where a
 * line has another key or other months, the line tells.
 */
final class KeyDifferences {

    private final Sides sides;

    KeyDifferences(Sides sides) {
        this.sides = sides;
    }

    void find() {
        for (String key : sides.before().keys()) {
            LineMonths lines = sides.both(side -> side.linesOfKey(key));
            sides.eachRun(
                    month -> changedShares(key, month),
                    (months, changes) ->
                            sides.add(
                                    Difference.of(
                                                    DifferenceKind.KEY_SHARES,
                                                    lines.rows(),
                                                    key,
                                                    Sides.monthsText(months),
                                                    String.join(", ", texts(changes)),
                                                    Sides.inShort(texts(changes)))
                                            .onInvoices(lines.in(months))
                                            .onlyOf(
                                                    sides.whoBears(
                                                            share -> isOfAny(changes, share)))
                                            .decidedBy(decisions(key, months, changes))));
        }
    }

    record Change(KeyRow recipient, Fraction from, Fraction to) {

        String text() {
            String who =
                    recipient.distribution().isEmpty()
                            ? recipient.part()
                            : recipient.part() + " (" + recipient.distribution() + ")";
            return who + " " + KeyShare.inPercent(from) + " → " + KeyShare.inPercent(to);
        }
    }

    /** Whether a share is one of those that differ. */
    static boolean isOfAny(List<Change> changes, KeyShare share) {
        return changes.stream().anyMatch(change -> change.recipient().equals(share.recipient()));
    }

    /** Each as {@code VGR 70 % → 60 %}. */
    static List<String> texts(List<Change> changes) {
        return changes.stream().map(Change::text).toList();
    }

    private Optional<List<Change>> changedShares(String key, YearMonth month) {
        if (!sides.before().linesOfKey(key).include(month)
                || !sides.after().linesOfKey(key).include(month)) {
            return Optional.empty();
        }
        List<Change> changes =
                changes(sides.before().shares(key, month), sides.after().shares(key, month));
        return changes.isEmpty() ? Optional.empty() : Optional.of(changes);
    }

    /** How two sets of shares differ, in the order that rows are split in. */
    static List<Change> changes(
            SortedMap<KeyRow, Fraction> before, SortedMap<KeyRow, Fraction> after) {
        SortedSet<KeyRow> recipients = new TreeSet<>(before.keySet());
        recipients.addAll(after.keySet());
        List<Change> changes = new ArrayList<>();
        for (KeyRow recipient : recipients) {
            Fraction from = before.getOrDefault(recipient, Fraction.ZERO);
            Fraction to = after.getOrDefault(recipient, Fraction.ZERO);
            if (!from.equals(to)) {
                changes.add(new Change(recipient, from, to));
            }
        }
        return changes;
    }

    /** Those of the rows that are other than before; a row that is gone has none. */
    private Stream<String> decisions(String key, List<YearMonth> months, List<Change> changes) {
        List<KeyRow> changed = changes.stream().map(Change::recipient).toList();
        return months.stream()
                .flatMap(month -> sides.after().inputs().keys().sharesIn(key, month).stream())
                .filter(share -> changed.contains(share.recipient()))
                .map(KeyShare::decision);
    }
}
