package se.gits.costshare.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.register.InvoiceRow;

/** Holds what was kept of an act's invoices against those that its input gives. */
final class InvoiceDifferences {

    private static final String NUMBER = "fakturanummer";

    private InvoiceDifferences() {}

    /** Everything that differs, by number and then in the order of {@code fakturor.csv}. */
    static List<InvoiceDifference> between(List<InvoiceRow> kept, List<Invoice> computed) {
        SortedMap<String, InvoiceRow> one = new TreeMap<>();
        kept.forEach(row -> one.put(row.number(), row));
        SortedMap<String, InvoiceRow> other = new TreeMap<>();
        computed.stream().map(InvoiceRow::of).forEach(row -> other.put(row.number(), row));
        SortedSet<String> numbers = new TreeSet<>(one.keySet());
        numbers.addAll(other.keySet());
        List<InvoiceDifference> differences = new ArrayList<>();
        for (String number : numbers) {
            if (!one.containsKey(number)) {
                differences.add(new InvoiceDifference(number, NUMBER, "", number));
            } else if (!other.containsKey(number)) {
                differences.add(new InvoiceDifference(number, NUMBER, number, ""));
            } else {
                addDifferences(one.get(number), other.get(number), differences);
            }
        }
        return differences;
    }

    private static void addDifferences(
            InvoiceRow kept, InvoiceRow computed, List<InvoiceDifference> differences) {
        Map<String, String> now = computed.byHeading();
        kept.byHeading()
                .forEach(
                        (what, value) -> {
                            if (!value.equals(now.get(what))) {
                                differences.add(
                                        new InvoiceDifference(
                                                kept.number(), what, value, now.get(what)));
                            }
                        });
    }
}
