package se.gits.costshare.export;

import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.party.Party;
import se.gits.costshare.run.Issuance;

/** The names of an invoice's files. */
public final class FileNames {

    /** The folder of the invoices within the act's folder. */
    public static final String INVOICES = "fakturor/";

    private FileNames() {}

    /**
     * The path within the act's folder, {@code fakturor/1480-goteborgs-stad.xlsx}. Where a party
     * gets a second document, of the kind that it was invoiced on before, that one says which.
     */
    public static String ofInvoice(Issuance issuance, Invoice invoice, String ending) {
        Party recipient = invoice.recipient();
        String name =
                issuance.isOfEarlierKind(invoice)
                        ? recipient.fileNameOfEarlierKind(invoice.isInternal())
                        : recipient.fileName();
        return INVOICES + name + ending;
    }
}
