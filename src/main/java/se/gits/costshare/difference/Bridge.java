package se.gits.costshare.difference;

import java.util.EnumMap;
import java.util.Map;
import se.gits.costshare.money.Money;

/**
 * From one month to another (övergång): what the earlier came to, what has changed, kind by kind,
 * and what the later comes to. The first and the changes are the last, to the öre.
 *
 * @param before what the earlier month came to
 * @param changes what has changed; a kind that changed nothing is left out
 */
public record Bridge(Money before, Map<ChangeKind, Money> changes) {

    public static final Bridge NOTHING = new Bridge(Money.ZERO, Map.of());

    public Bridge {
        Map<ChangeKind, Money> kept = new EnumMap<>(ChangeKind.class);
        changes.forEach((kind, money) -> kept.merge(kind, money, Money::plus));
        kept.values().removeIf(Money::isZero);
        changes = Map.copyOf(kept);
    }

    /** What has changed by one kind. */
    public Money of(ChangeKind kind) {
        return changes.getOrDefault(kind, Money.ZERO);
    }

    /** What has changed, all kinds together. */
    public Money difference() {
        return Money.total(changes.values());
    }

    /** What the later month comes to. */
    public Money now() {
        return before.plus(difference());
    }

    Bridge plus(Bridge other) {
        Map<ChangeKind, Money> sums = new EnumMap<>(ChangeKind.class);
        sums.putAll(changes);
        other.changes.forEach((kind, money) -> sums.merge(kind, money, Money::plus));
        return new Bridge(before.plus(other.before), sums);
    }
}
