package se.gits.costshare.export;

import java.text.Normalizer;
import java.util.Locale;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.party.Party;
import se.gits.costshare.run.Issuance;

/** The names of an invoice's files: code and name, in ASCII, lower case, with hyphens. */
public final class FileNames {

    /** The folder of the invoices within the act's folder. */
    public static final String INVOICES = "fakturor/";

    /** Paths on Windows are short; the code before the name tells the party anyhow. */
    private static final int LONGEST_NAME = 60;

    private FileNames() {}

    /**
     * The path within the act's folder, {@code fakturor/1480-goteborgs-stad.xlsx}. Where a party
     * gets a second document, of the kind that it was invoiced on before, that one says which.
     */
    public static String ofInvoice(Issuance issuance, Invoice invoice, String ending) {
        Party recipient = invoice.recipient();
        String kind =
                !issuance.isOfEarlierKind(invoice)
                        ? ""
                        : invoice.isInternal() ? "-internt" : "-externt";
        return INVOICES + recipient.code() + "-" + name(recipient.name()) + kind + ending;
    }

    private static String name(String name) {
        String ascii =
                Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .replaceAll("[^a-z0-9]+", "-");
        String cut = ascii.substring(0, Math.min(ascii.length(), LONGEST_NAME));
        String trimmed = cut.replaceAll("^-+|-+$", "");
        return trimmed.isEmpty() ? "part" : trimmed;
    }
}
