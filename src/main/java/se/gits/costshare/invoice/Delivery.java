package se.gits.costshare.invoice;

/** In which form an invoice reaches its recipient (leverans). */
public enum Delivery {
    /** By the Peppol network, and the same on paper. */
    E_INVOICE("e-faktura"),
    /** As PDF and workbook, since what an e-invoice needs is not known. */
    PDF("PDF"),
    /** Booked within the issuer's own organisation. */
    INTERNAL("bokförs internt");

    private final String swedish;

    Delivery(String swedish) {
        this.swedish = swedish;
    }

    /** The words used in files. */
    public String swedish() {
        return swedish;
    }
}
