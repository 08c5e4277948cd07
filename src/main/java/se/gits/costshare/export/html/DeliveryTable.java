package se.gits.costshare.export.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import se.gits.costshare.invoice.Delivery;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.money.Money;
import se.gits.costshare.run.Issuance;

/** Who gets an act's invoices in which form, and what is missing for an e-invoice. */
final class DeliveryTable {

    private DeliveryTable() {}

    /** A form, and why it is no other; in the order of forms. */
    private record Form(Delivery delivery, Set<Delivery.Need> missing) implements Comparable<Form> {

        private static final Comparator<Form> ORDER =
                Comparator.comparing(Form::delivery).thenComparing(form -> form.missing.toString());

        static Form of(Invoice invoice) {
            Delivery delivery = invoice.delivery();
            return new Form(
                    delivery, delivery == Delivery.PDF ? invoice.missingForEInvoice() : Set.of());
        }

        String inWords() {
            return switch (delivery) {
                case E_INVOICE -> "E-faktura (Peppol), och som PDF";
                case PDF ->
                        "PDF; för e-faktura saknas "
                                + missing.stream()
                                        .map(Form::name)
                                        .collect(Collectors.joining(" och "));
                case INTERNAL -> "Bokförs internt";
            };
        }

        /** As the input calls it. */
        private static String name(Delivery.Need need) {
            return switch (need) {
                case RECIPIENTS_ADDRESS -> "peppol_id";
                case REFERENCE -> "referens";
                case ISSUERS_ADDRESS -> "utställare.peppol_id";
            };
        }

        @Override
        public int compareTo(Form other) {
            return ORDER.compare(this, other);
        }
    }

    /** The table; none where there is no invoice. */
    static List<FigureTable> of(Issuance issuance) {
        SortedMap<Form, List<Invoice>> invoicesOf = new TreeMap<>();
        for (Invoice invoice : issuance.invoices()) {
            invoicesOf.computeIfAbsent(Form.of(invoice), form -> new ArrayList<>()).add(invoice);
        }
        List<FigureTable.Row> rows = new ArrayList<>();
        invoicesOf.forEach((form, invoices) -> rows.add(row(form, invoices)));
        return rows.isEmpty()
                ? List.of()
                : List.of(
                        new FigureTable(
                                "leverans",
                                "Vem som får fakturan i vilken form",
                                List.of(
                                        FigureTable.Cell.word("Form"),
                                        FigureTable.Cell.figure("Antal"),
                                        FigureTable.Cell.figure("Att betala"),
                                        FigureTable.Cell.sentences("Parter")),
                                rows,
                                List.of()));
    }

    private static FigureTable.Row row(Form form, List<Invoice> invoices) {
        Money payable = Money.total(invoices.stream().map(Invoice::payable));
        return FigureTable.Row.ofFigures(
                        form.inWords(),
                        List.of(Integer.toString(invoices.size()), payable.inSwedish()))
                .with(
                        FigureTable.Cell.sentences(
                                invoices.stream()
                                        .map(invoice -> invoice.recipient().code().value())
                                        .distinct()
                                        .collect(Collectors.joining(" "))));
    }
}
