package se.gits.costshare.settings;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import se.gits.costshare.party.Party;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.party.PartyType;

/**
 * Where invoices are booked (bokföring): the issuer's own accounts, cost centres, projects and
 * counterparts. None of them is known to the program.
 *
 * @param voucherOf what one voucher is made of (verifikation)
 * @param series the vouchers' series in the receiving system (serie); empty where it chooses
 * @param receivable the account of what parties are to pay (kundfordran)
 * @param internalReceivable the account that internal invoices are booked against (intern_fordran)
 * @param vatAccountOfPercent the account of VAT by rate, in percent (moms)
 * @param rounding the account of öresavrundning; there where amounts are rounded
 * @param counterpartDimension SIE's number of the dimension of counterparts (motpart_dimension)
 * @param nameOfAccount what accounts are called that the receiving system may lack (konton)
 * @param postings where income is booked (kontering)
 * @param counterparts who the parties are in the accounts (motparter); none where they are not told
 *     apart
 */
public record Bookkeeping(
        VoucherOf voucherOf,
        String series,
        String receivable,
        String internalReceivable,
        SortedMap<Integer, String> vatAccountOfPercent,
        Optional<String> rounding,
        int counterpartDimension,
        SortedMap<String, String> nameOfAccount,
        List<Posting> postings,
        List<Counterpart> counterparts) {

    public Bookkeeping {
        vatAccountOfPercent = Collections.unmodifiableSortedMap(new TreeMap<>(vatAccountOfPercent));
        nameOfAccount = Collections.unmodifiableSortedMap(new TreeMap<>(nameOfAccount));
        postings = List.copyOf(postings);
        counterparts = List.copyOf(counterparts);
    }

    /** What one voucher is made of (verifikation). */
    public enum VoucherOf {
        INVOICE("per faktura"),
        /** Everything that an act issues: a month, a credit, a settlement. */
        ACT("per månad");

        private final String swedish;

        VoucherOf(String swedish) {
            this.swedish = swedish;
        }

        /** The words used in the settings. */
        public String swedish() {
            return swedish;
        }
    }

    /**
     * Where the income of some budget lines is booked (kontering).
     *
     * @param objectCode of which object; empty for any
     * @param costType of which type of cost (kostnadsslag); empty for any
     * @param account of what is invoiced
     * @param internalAccount of what is invoiced within the organisation
     * @param costCentre empty where none is told
     * @param project empty where none is told
     * @param row where it stands in the settings
     */
    public record Posting(
            String objectCode,
            String costType,
            String account,
            String internalAccount,
            String costCentre,
            String project,
            int row) {

        /** Object and type of cost before object alone before type of cost alone before any. */
        private static final Comparator<Posting> MOST_EXACT_FIRST =
                Comparator.comparing((Posting posting) -> posting.objectCode.isEmpty())
                        .thenComparing(posting -> posting.costType.isEmpty());

        /** Whether it is where a line of that object and type of cost may be booked. */
        public boolean isOf(String object, String type) {
            return (objectCode.isEmpty() || objectCode.equals(object))
                    && (costType.isEmpty() || costType.equalsIgnoreCase(type));
        }
    }

    /**
     * Who a party is in the accounts (motpart).
     *
     * @param party of one party; or else
     * @param type of all parties of a type
     * @param row where it stands in the settings
     */
    public record Counterpart(
            Optional<PartyCode> party, Optional<PartyType> type, String code, int row) {}

    /** Where a budget line's income is booked, by the most exact of the settings; empty if none. */
    public Optional<Posting> postingOf(String objectCode, String costType) {
        return postings.stream()
                .filter(posting -> posting.isOf(objectCode, costType))
                .min(Posting.MOST_EXACT_FIRST);
    }

    /** Who a party is in the accounts, by itself or by its type; empty if it is not said. */
    public Optional<String> counterpartOf(Party party) {
        return counterparts.stream()
                .filter(
                        counterpart ->
                                counterpart.party().map(party.code()::equals).orElse(true)
                                        && counterpart
                                                .type()
                                                .map(party.type()::equals)
                                                .orElse(true))
                .min(Comparator.comparing(counterpart -> counterpart.party().isEmpty()))
                .map(Counterpart::code);
    }

    /** The accounts that income is booked on. */
    public Set<String> incomeAccounts() {
        Set<String> accounts = new TreeSet<>();
        for (Posting posting : postings) {
            accounts.add(posting.account());
            accounts.add(posting.internalAccount());
        }
        return accounts;
    }
}
