package se.gits.costshare.export.sie;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.money.Money;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.settings.Bookkeeping;
import se.gits.costshare.settings.SieText;

/**
 * Reads a written file for book-keeping and holds its totals against the invoices: each voucher
 * comes to nothing, and what is to be paid, the income, the VAT and the öresavrundning are theirs.
 */
public final class BookedAmounts {

    private static final Pattern ENTRY =
            Pattern.compile("#TRANS (\\d+) \\{.*?\\} (-?\\d+\\.\\d\\d) \\d{8} \".*\"");

    private BookedAmounts() {}

    /**
     * Reads and compares.
     *
     * @throws IllegalStateException if the file says anything else than the invoices
     */
    public static void check(byte[] file, Issuance issuance) {
        Bookkeeping bookkeeping = issuance.inputs().settings().bookkeeping().orElseThrow();
        Map<String, Money> found = new TreeMap<>();
        Money ofVoucher = Money.ZERO;
        int vouchers = 0;
        for (String line : SieText.decoded(file).split("\r\n")) {
            Matcher entry = ENTRY.matcher(line);
            if (entry.matches()) {
                Money amount = Money.ofKronor(new BigDecimal(entry.group(2)));
                ofVoucher = ofVoucher.plus(amount);
                found.merge(role(entry.group(1), bookkeeping), amount, Money::plus);
            } else if (line.startsWith("#TRANS")) {
                throw new IllegalStateException("No entry: " + line);
            } else if (line.equals("}")) {
                demand("voucher " + ++vouchers, ofVoucher, Money.ZERO);
            }
        }
        Map<String, Money> expected = expected(issuance);
        for (String role : expected.keySet()) {
            demand(role, found.getOrDefault(role, Money.ZERO), expected.get(role));
        }
        int wanted =
                switch (bookkeeping.voucherOf()) {
                    case INVOICE -> issuance.invoices().size();
                    case ACT -> Math.min(1, issuance.invoices().size());
                };
        demand("number of vouchers", vouchers, wanted);
    }

    private static Map<String, Money> expected(Issuance issuance) {
        Map<String, Money> expected = new TreeMap<>();
        for (String role : new String[] {"receivable", "internal", "income", "VAT", "rounding"}) {
            expected.put(role, Money.ZERO);
        }
        for (Invoice invoice : issuance.invoices()) {
            expected.merge(
                    invoice.isInternal() ? "internal" : "receivable",
                    invoice.payable(),
                    Money::plus);
            expected.merge("income", invoice.net().negated(), Money::plus);
            expected.merge("VAT", invoice.vat().negated(), Money::plus);
            expected.merge("rounding", invoice.rounding().negated(), Money::plus);
        }
        return expected;
    }

    /** Each account has one use; the settings are refused otherwise. */
    private static String role(String account, Bookkeeping bookkeeping) {
        if (account.equals(bookkeeping.receivable())) {
            return "receivable";
        }
        if (account.equals(bookkeeping.internalReceivable())) {
            return "internal";
        }
        if (bookkeeping.vatAccountOfPercent().containsValue(account)) {
            return "VAT";
        }
        if (bookkeeping.rounding().filter(account::equals).isPresent()) {
            return "rounding";
        }
        if (bookkeeping.incomeAccounts().contains(account)) {
            return "income";
        }
        throw new IllegalStateException("Nothing is booked on the account " + account);
    }

    private static void demand(String what, Object found, Object expected) {
        if (!found.equals(expected)) {
            throw new IllegalStateException(
                    BookkeepingFile.FILE_NAME
                            + " has the "
                            + what
                            + " "
                            + found
                            + ", not "
                            + expected);
        }
    }
}
