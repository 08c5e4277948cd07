package se.gits.costshare.export.sie;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import se.gits.costshare.money.Money;

/**
 * A voucher (verifikation): entries that come to nothing together.
 *
 * @param text what it is of
 */
record Voucher(String text, List<Entry> entries) {

    /**
     * @throws IllegalStateException if debit and credit differ, which is a defect
     */
    Voucher {
        entries = List.copyOf(entries);
        Money sum = Money.total(entries.stream().map(Entry::amount));
        if (!sum.isZero()) {
            throw new IllegalStateException("The voucher " + text + " comes to " + sum);
        }
    }

    /**
     * One entry (transaktion).
     *
     * @param objects what else it is booked on, by dimension: cost centre 1, project 6, and the
     *     counterpart's
     * @param amount debit above zero, credit below
     * @param text what it is of, where the voucher does not say
     */
    record Entry(String account, SortedMap<Integer, String> objects, Money amount, String text) {
        Entry {
            objects = Collections.unmodifiableSortedMap(new TreeMap<>(objects));
        }
    }
}
