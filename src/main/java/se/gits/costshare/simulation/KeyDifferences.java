package se.gits.costshare.simulation;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.gits.costshare.allocation.Fraction;
import se.gits.costshare.budget.BudgetLine;
import se.gits.costshare.keys.KeyShare;
import se.gits.costshare.run.Inputs;

/** Finds what two inputs say differently of the keys that their budgets use. */
final class KeyDifferences {

    private final Sides sides;

    KeyDifferences(Sides sides) {
        this.sides = sides;
    }

    void find() {
        Set<String> before = keysUsed(sides.today());
        Set<String> after = keysUsed(sides.proposal());
        Set<String> all = new LinkedHashSet<>(before);
        all.addAll(after);
        for (String key : all) {
            if (!before.contains(key) && !isSame(key)) {
                sides.add(DifferenceKind.KEY_ADDED, key, sharesText(sides.proposal(), key));
            } else if (!after.contains(key) && !isSame(key)) {
                sides.add(DifferenceKind.KEY_REMOVED, key, sharesText(sides.today(), key));
            } else {
                sides.eachRun(
                        month -> changedShares(key, month),
                        (months, changes) ->
                                sides.add(DifferenceKind.KEY_SHARES, key, months, changes));
            }
        }
    }

    private static Set<String> keysUsed(Inputs inputs) {
        return inputs.budgetLines().stream()
                .map(BudgetLine::keyCode)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether both inputs have the key alike; then the lines that change to it tell enough. */
    private boolean isSame(String key) {
        return sides.months().stream()
                .allMatch(
                        month ->
                                shares(sides.today(), key, month)
                                        .equals(shares(sides.proposal(), key, month)));
    }

    /** What the key's recipients bear in its last month of the year. */
    private String sharesText(Inputs inputs, String key) {
        for (int month = 12; month >= 1; month--) {
            Map<String, Fraction> shares = shares(inputs, key, inputs.year().atMonth(month));
            if (!shares.isEmpty()) {
                return shares.entrySet().stream()
                        .map(share -> share.getKey() + " " + KeyShare.inPercent(share.getValue()))
                        .collect(Collectors.joining(", "));
            }
        }
        return "";
    }

    private static Map<String, Fraction> shares(Inputs inputs, String key, YearMonth month) {
        Map<String, Fraction> shares = new LinkedHashMap<>();
        for (KeyShare share : inputs.keys().sharesIn(key, month)) {
            String how = share.distribution().map(d -> " (" + d.text() + ")").orElse("");
            shares.put(share.recipient().part() + how, share.share());
        }
        return shares;
    }

    private Optional<String> changedShares(String key, YearMonth month) {
        Map<String, Fraction> before = shares(sides.today(), key, month);
        Map<String, Fraction> after = shares(sides.proposal(), key, month);
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.empty();
        }
        Set<String> recipients = new LinkedHashSet<>(before.keySet());
        recipients.addAll(after.keySet());
        List<String> changes = new ArrayList<>();
        for (String recipient : recipients) {
            Fraction from = before.getOrDefault(recipient, Fraction.ZERO);
            Fraction to = after.getOrDefault(recipient, Fraction.ZERO);
            if (!from.equals(to)) {
                changes.add(
                        recipient
                                + " "
                                + KeyShare.inPercent(from)
                                + " → "
                                + KeyShare.inPercent(to));
            }
        }
        return changes.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", changes));
    }
}
