package se.gits.costshare.invoice;

import java.time.YearMonth;
import java.util.SortedSet;
import se.gits.costshare.money.Money;
import se.gits.costshare.money.VatRate;

/**
 * One line of an invoice (fakturarad): a budget line's cost to the party.
 *
 * @param budgetRow the budget line's identity (rad)
 * @param keyCode the allocation key the amount came from
 * @param amount without VAT; never zero
 * @param concernsMonths the months that an adjustment or a credit concerns; empty for an ordinary
 *     line
 * @param concernsInvoices the invoices of those months
 * @param cause why earlier months are adjusted, in the administrator's words; empty for an ordinary
 *     line
 * @param decision the decision behind the budget line (beslut)
 */
public record InvoiceLine(
        String objectCode,
        String objectName,
        String budgetRow,
        String text,
        LineKind kind,
        String keyCode,
        Money amount,
        VatRate vat,
        SortedSet<YearMonth> concernsMonths,
        SortedSet<InvoiceNumber> concernsInvoices,
        String cause,
        String decision) {}
