package se.gits.costshare.invoice;

/** In which form an invoice reaches its recipient (leverans). */
public enum Delivery {
    /** By the Peppol network, and the same on paper. */
    E_INVOICE,
    /** As PDF and workbook, since what an e-invoice needs is not known. */
    PDF,
    /** Booked within the issuer's own organisation. */
    INTERNAL;

    /** What an e-invoice cannot be sent without. */
    public enum Need {
        /** The recipient's address in the network (peppol_id). */
        RECIPIENTS_ADDRESS,
        /** The recipient's own reference (referens). */
        REFERENCE,
        /** The issuer's address in the network (utställare.peppol_id). */
        ISSUERS_ADDRESS
    }
}
