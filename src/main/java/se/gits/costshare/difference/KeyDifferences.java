package se.gits.costshare.difference;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
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
            SortedSet<String> rows =
                    Sides.both(sides.before().rowsOfKey(key), sides.after().rowsOfKey(key));
            sides.eachRun(
                    month -> changedShares(key, month),
                    (months, changes) ->
                            sides.add(DifferenceKind.KEY_SHARES, rows, key, months, changes));
        }
    }

    private Optional<String> changedShares(String key, YearMonth month) {
        if (!sides.before().uses(key, month) || !sides.after().uses(key, month)) {
            return Optional.empty();
        }
        SortedMap<KeyRow, Fraction> before = sides.before().shares(key, month);
        SortedMap<KeyRow, Fraction> after = sides.after().shares(key, month);
        SortedSet<KeyRow> recipients = new TreeSet<>(before.keySet());
        recipients.addAll(after.keySet());
        List<String> changes = new ArrayList<>();
        for (KeyRow recipient : recipients) {
            Fraction from = before.getOrDefault(recipient, Fraction.ZERO);
            Fraction to = after.getOrDefault(recipient, Fraction.ZERO);
            if (!from.equals(to)) {
                changes.add(
                        text(recipient)
                                + " "
                                + KeyShare.inPercent(from)
                                + " → "
                                + KeyShare.inPercent(to));
            }
        }
        return changes.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", changes));
    }

    private static String text(KeyRow recipient) {
        return recipient.distribution().isEmpty()
                ? recipient.part()
                : recipient.part() + " (" + recipient.distribution() + ")";
    }
}
