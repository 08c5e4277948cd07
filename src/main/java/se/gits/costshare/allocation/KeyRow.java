package se.gits.costshare.allocation;

import java.util.Comparator;

/**
 * One recipient of a key's shares: a row of the key (nyckelrad). A group that stands in two rows
 * with different distributions is two recipients.
 *
 * @param part the party or group the row names
 * @param distribution how a group's part is distributed within it (fördelning), as written in the
 *     key; empty for a single party
 */
public record KeyRow(String part, String distribution) implements Comparable<KeyRow> {

    private static final Comparator<KeyRow> ORDER =
            Comparator.comparing(KeyRow::part).thenComparing(KeyRow::distribution);

    /** Lowest part first, then distribution: the order that settles equal remainders. */
    @Override
    public int compareTo(KeyRow other) {
        return ORDER.compare(this, other);
    }
}
