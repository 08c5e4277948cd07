package se.gits.costshare.run;

import java.util.Comparator;
import se.gits.costshare.party.Invoicing;
import se.gits.costshare.party.PartyCode;

/**
 * A party and how it is invoiced. A party that was invoiced within the organisation before, and is
 * not now, or the other way round, gets two invoices: what is taken back stands on the kind of
 * document, and in the series, that it was charged on, with its VAT.
 */
record PartyInvoicing(PartyCode party, Invoicing invoicing) implements Comparable<PartyInvoicing> {

    private static final Comparator<PartyInvoicing> ORDER =
            Comparator.comparing(PartyInvoicing::party).thenComparing(PartyInvoicing::invoicing);

    static PartyInvoicing of(Amount amount) {
        return new PartyInvoicing(amount.party(), amount.invoicing());
    }

    @Override
    public int compareTo(PartyInvoicing other) {
        return ORDER.compare(this, other);
    }
}
