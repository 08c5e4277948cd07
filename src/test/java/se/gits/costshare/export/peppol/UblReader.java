package se.gits.costshare.export.peppol;

import com.helger.ubl21.UBL21Marshaller;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.CreditNoteLineType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.InvoiceLineType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.ItemType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.MonetaryTotalType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PriceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxSubtotalType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxTotalType;
import oasis.names.specification.ubl.schema.xsd.creditnote_21.CreditNoteType;
import oasis.names.specification.ubl.schema.xsd.invoice_21.InvoiceType;

/**
 * What a receiver's system reads in an e-invoice, with a model of UBL that is not the program's.
 *
 * @param lines a line's amount, quantity, base quantity, price and rate
 * @param vat taxable amount and VAT of each rate
 */
record UblReader(
        boolean isCreditNote,
        String number,
        String buyerReference,
        List<String> concerns,
        List<Line> lines,
        List<Vat> vat,
        BigDecimal net,
        BigDecimal vatAmount,
        BigDecimal rounding,
        BigDecimal payable) {

    record Line(
            BigDecimal amount,
            BigDecimal quantity,
            BigDecimal baseQuantity,
            BigDecimal price,
            BigDecimal percent,
            String name) {}

    record Vat(String category, BigDecimal percent, BigDecimal net, BigDecimal vat) {}

    static UblReader of(byte[] xml, boolean isCreditNote) {
        return isCreditNote
                ? of(UBL21Marshaller.creditNote().read(xml))
                : of(UBL21Marshaller.invoice().read(xml));
    }

    private static UblReader of(InvoiceType invoice) {
        List<Line> lines = new ArrayList<>();
        for (InvoiceLineType line : invoice.getInvoiceLine()) {
            lines.add(
                    line(
                            line.getLineExtensionAmountValue(),
                            line.getInvoicedQuantityValue(),
                            line.getPrice(),
                            line.getItem()));
        }
        return new UblReader(
                false,
                invoice.getIDValue(),
                invoice.getBuyerReferenceValue(),
                invoice.getBillingReference().stream()
                        .map(reference -> reference.getInvoiceDocumentReference().getIDValue())
                        .toList(),
                lines,
                vat(invoice.getTaxTotalAtIndex(0)),
                invoice.getLegalMonetaryTotal().getTaxExclusiveAmountValue(),
                invoice.getTaxTotalAtIndex(0).getTaxAmountValue(),
                rounding(invoice.getLegalMonetaryTotal()),
                invoice.getLegalMonetaryTotal().getPayableAmountValue());
    }

    private static UblReader of(CreditNoteType note) {
        List<Line> lines = new ArrayList<>();
        for (CreditNoteLineType line : note.getCreditNoteLine()) {
            lines.add(
                    line(
                            line.getLineExtensionAmountValue(),
                            line.getCreditedQuantityValue(),
                            line.getPrice(),
                            line.getItem()));
        }
        return new UblReader(
                true,
                note.getIDValue(),
                note.getBuyerReferenceValue(),
                note.getBillingReference().stream()
                        .map(reference -> reference.getInvoiceDocumentReference().getIDValue())
                        .toList(),
                lines,
                vat(note.getTaxTotalAtIndex(0)),
                note.getLegalMonetaryTotal().getTaxExclusiveAmountValue(),
                note.getTaxTotalAtIndex(0).getTaxAmountValue(),
                rounding(note.getLegalMonetaryTotal()),
                note.getLegalMonetaryTotal().getPayableAmountValue());
    }

    private static Line line(
            BigDecimal amount, BigDecimal quantity, PriceType price, ItemType item) {
        return new Line(
                amount,
                quantity,
                price.getBaseQuantityValue(),
                price.getPriceAmountValue(),
                item.getClassifiedTaxCategoryAtIndex(0).getPercentValue(),
                item.getNameValue());
    }

    private static List<Vat> vat(TaxTotalType total) {
        List<Vat> vat = new ArrayList<>();
        for (TaxSubtotalType subtotal : total.getTaxSubtotal()) {
            vat.add(
                    new Vat(
                            subtotal.getTaxCategory().getIDValue(),
                            subtotal.getTaxCategory().getPercentValue(),
                            subtotal.getTaxableAmountValue(),
                            subtotal.getTaxAmountValue()));
        }
        return vat;
    }

    private static BigDecimal rounding(MonetaryTotalType totals) {
        return totals.getPayableRoundingAmount() == null
                ? BigDecimal.ZERO
                : totals.getPayableRoundingAmountValue();
    }
}
