package se.gits.costshare.export.pdf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.gits.costshare.invoice.InvoiceLine;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.money.Money;
import se.gits.costshare.money.VatRate;

/**
 * The lines of an invoice as they stand on paper: one by one, and where they are more than anybody
 * reads there, those of an object together, or of all objects. Two kinds of lines never stand
 * together, nor do two VAT rates.
 */
final class PrintedLines {

    /** Fifty pages or so; a page takes a hundredth of a second and a megabyte to lay out. */
    static final int MOST = 2_000;

    /** Objects are what such a reader looks for, and have less to say. */
    static final int MOST_OF_OBJECTS = 5_000;

    private PrintedLines() {}

    /**
     * Lines that stand as one.
     *
     * @param lines at least one
     */
    record Printed(List<InvoiceLine> lines) {

        InvoiceLine first() {
            return lines.get(0);
        }

        boolean isOne() {
            return lines.size() == 1;
        }

        boolean isOfOneObject() {
            return lines.stream().map(InvoiceLine::objectCode).distinct().count() == 1;
        }

        Money amount() {
            return Money.total(lines.stream().map(InvoiceLine::amount));
        }

        /** The months, or the like, that any of them concerns. */
        <T extends Comparable<T>> SortedSet<T> concern(Function<InvoiceLine, SortedSet<T>> what) {
            SortedSet<T> all = new TreeSet<>();
            lines.forEach(line -> all.addAll(what.apply(line)));
            return all;
        }

        /** What they say, each thing once and in their order. */
        List<String> say(Function<InvoiceLine, String> what) {
            return lines.stream().map(what).filter(text -> !text.isEmpty()).distinct().toList();
        }
    }

    private record OfObject(String objectCode, LineKind kind, VatRate vat) {}

    private record OfAll(LineKind kind, VatRate vat) {}

    /** As finely as they are read, in their order. */
    static List<Printed> of(List<InvoiceLine> lines) {
        if (lines.size() <= MOST) {
            return lines.stream().map(line -> new Printed(List.of(line))).toList();
        }
        List<Printed> ofObjects =
                together(lines, line -> new OfObject(line.objectCode(), line.kind(), line.vat()));
        return ofObjects.size() <= MOST_OF_OBJECTS
                ? ofObjects
                : together(lines, line -> new OfAll(line.kind(), line.vat()));
    }

    private static List<Printed> together(
            List<InvoiceLine> lines, Function<InvoiceLine, Object> what) {
        Map<Object, List<InvoiceLine>> linesOf =
                lines.stream()
                        .collect(
                                Collectors.groupingBy(
                                        what, LinkedHashMap::new, Collectors.toList()));
        return linesOf.values().stream().map(Printed::new).toList();
    }
}
