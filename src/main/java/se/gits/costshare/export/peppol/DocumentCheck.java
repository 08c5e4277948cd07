package se.gits.costshare.export.peppol;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceKind;
import se.gits.costshare.invoice.InvoiceLine;
import se.gits.costshare.invoice.InvoiceNumber;
import se.gits.costshare.invoice.VatSum;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.PeppolId;

/**
 * Reads a written e-invoice and holds it against the invoice: every amount to the öre, and what the
 * official rules do not ask for. They let VAT be off by almost a krona, and a credit note be
 * without its invoice, an invoice without a due date, the issuer without its form of tax.
 */
public final class DocumentCheck {

    private final String file;
    private final boolean isCreditNote;

    private DocumentCheck(String file, Invoice invoice) {
        this.file = file;
        this.isCreditNote = invoice.kind() == InvoiceKind.CREDIT_NOTE;
    }

    /**
     * Reads and compares.
     *
     * @param file the document's name, for whoever reads what is wrong with it
     * @throws IllegalStateException if the document says anything else than the invoice
     */
    public static void check(String file, byte[] xml, Invoice invoice) {
        Element root;
        try {
            Document document = PeppolRules.parsed(xml);
            root = document.getDocumentElement();
        } catch (SAXException e) {
            throw new IllegalStateException(file + " is no XML", e);
        }
        new DocumentCheck(file, invoice).check(root, invoice);
    }

    private void check(Element root, Invoice invoice) {
        String kind = isCreditNote ? "CreditNote" : "Invoice";
        demand("kind", root.getLocalName(), kind);
        demand(
                "number",
                text(root, "ID"),
                invoice.number().map(InvoiceNumber::toString).orElse(DocumentWords.DRAFT));
        demand("date", text(root, "IssueDate"), invoice.issueDate().toString());
        demand(
                "due date",
                text(root, isCreditNote ? "PaymentMeans/PaymentDueDate" : "DueDate"),
                invoice.dueDate().toString());
        demand("reference", text(root, "BuyerReference"), invoice.recipient().reference());
        demand(
                "first day",
                text(root, "InvoicePeriod/StartDate"),
                invoice.period().from().atDay(1).toString());
        demand(
                "last day",
                text(root, "InvoicePeriod/EndDate"),
                invoice.period().to().atEndOfMonth().toString());
        demand(
                "earlier documents",
                all(root, "BillingReference").stream()
                        .map(reference -> text(reference, "InvoiceDocumentReference/ID"))
                        .toList(),
                DocumentWords.concerns(invoice));
        demand(
                "receiver",
                text(root, "AccountingCustomerParty/Party/EndpointID"),
                PeppolId.identifier(invoice.recipient().peppolId()));
        demand(
                "form of tax",
                all(child(child(root, "AccountingSupplierParty"), "Party"), "PartyTaxScheme")
                        .stream()
                        .map(scheme -> text(scheme, "CompanyID"))
                        .anyMatch(DocumentWords.F_TAX::equals),
                invoice.issuer().approvedForFTax());
        demand("payment reference", text(root, "PaymentMeans/PaymentID"), invoice.paymentId());
        demand(
                "account",
                text(root, "PaymentMeans/PayeeFinancialAccount/ID"),
                invoice.issuer().account().digits());
        List<Element> lines = all(root, kind + "Line");
        demand("lines", lines.size(), invoice.lines().size());
        for (int i = 0; i < lines.size(); i++) {
            InvoiceLine line = invoice.lines().get(i);
            demand("line " + (i + 1), amount(lines.get(i), "LineExtensionAmount"), line.amount());
            demand(
                    "rate of line " + (i + 1),
                    percent(child(lines.get(i), "Item"), "ClassifiedTaxCategory/Percent"),
                    line.vat().percent());
        }
        checkVat(child(root, "TaxTotal"), invoice);
        Element totals = child(root, "LegalMonetaryTotal");
        demand("net", amount(totals, "LineExtensionAmount"), invoice.net());
        demand("net", amount(totals, "TaxExclusiveAmount"), invoice.net());
        demand("gross", amount(totals, "TaxInclusiveAmount"), invoice.net().plus(invoice.vat()));
        demand("rounding", amount(totals, "PayableRoundingAmount"), invoice.rounding());
        demand("to pay", amount(totals, "PayableAmount"), invoice.payable());
    }

    private void checkVat(Element total, Invoice invoice) {
        demand("VAT", amount(total, "TaxAmount"), invoice.vat());
        Map<Integer, List<Money>> expected = new TreeMap<>();
        for (VatSum sum : invoice.vatSums()) {
            expected.merge(
                    sum.rate().percent(), List.of(sum.net(), sum.vat()), DocumentCheck::plus);
        }
        Map<Integer, List<Money>> found = new TreeMap<>();
        for (Element subtotal : all(total, "TaxSubtotal")) {
            found.merge(
                    percent(subtotal, "TaxCategory/Percent"),
                    List.of(amount(subtotal, "TaxableAmount"), amount(subtotal, "TaxAmount")),
                    DocumentCheck::plus);
        }
        demand("VAT by rate", found, expected);
    }

    private static List<Money> plus(List<Money> a, List<Money> b) {
        return List.of(a.get(0).plus(b.get(0)), a.get(1).plus(b.get(1)));
    }

    private void demand(String what, Object found, Object expected) {
        if (!found.equals(expected)) {
            throw new IllegalStateException(
                    file + " has the " + what + " " + found + ", not " + expected);
        }
    }

    /** As the invoice has it; nothing where the document does not say. */
    private Money amount(Element parent, String name) {
        String text = text(parent, name);
        Money amount = text.isEmpty() ? Money.ZERO : Money.ofKronor(new BigDecimal(text));
        return isCreditNote ? amount.negated() : amount;
    }

    private int percent(Element parent, String path) {
        String text = text(parent, path);
        if (text.isEmpty()) {
            throw new IllegalStateException(file + " lacks a rate of VAT");
        }
        return new BigDecimal(text).intValueExact();
    }

    /** The text at a path of names; empty where there is no such element. */
    private static String text(Element parent, String path) {
        Element found = parent;
        for (String name : path.split("/")) {
            List<Element> children = all(found, name);
            if (children.isEmpty()) {
                return "";
            }
            found = children.get(0);
        }
        return found.getTextContent();
    }

    private Element child(Element parent, String name) {
        List<Element> children = all(parent, name);
        if (children.size() != 1) {
            throw new IllegalStateException(file + " has " + children.size() + " " + name);
        }
        return children.get(0);
    }

    private static List<Element> all(Element parent, String name) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && name.equals(element.getLocalName())) {
                children.add(element);
            }
        }
        return children;
    }
}
