package se.gits.costshare.export.sie;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.VatSum;
import se.gits.costshare.money.Money;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.settings.Bookkeeping;
import se.gits.costshare.settings.SieText;

/**
 * Reads a written file for book-keeping and holds it against the invoices, voucher by voucher: what
 * is to be paid, the income, the VAT of each rate and the öresavrundning are theirs, to the öre.
 * Which of the income accounts it is booked on is not asked.
 */
public final class BookedAmounts {

    private static final Pattern ENTRY =
            Pattern.compile("#TRANS (\\d+) \\{.*?\\} (-?\\d+\\.\\d\\d) \\d{8} \".*\"");

    /** In place of the accounts that income is booked on. */
    private static final String INCOME = "income";

    private final Bookkeeping bookkeeping;
    private final Set<String> incomeAccounts;

    private BookedAmounts(Bookkeeping bookkeeping) {
        this.bookkeeping = bookkeeping;
        this.incomeAccounts = bookkeeping.incomeAccounts();
    }

    /**
     * Reads and compares.
     *
     * @throws IllegalStateException if the file says anything else than the invoices
     */
    public static void check(byte[] file, Issuance issuance) {
        new BookedAmounts(issuance.inputs().settings().bookkeeping().orElseThrow())
                .demand(file, issuance.invoices());
    }

    private void demand(byte[] file, List<Invoice> invoices) {
        List<Map<String, Money>> expected = new ArrayList<>();
        switch (bookkeeping.voucherOf()) {
            case INVOICE -> invoices.forEach(invoice -> expected.add(booked(List.of(invoice))));
            case ACT -> {
                if (!invoices.isEmpty()) {
                    expected.add(booked(invoices));
                }
            }
        }
        List<Map<String, Money>> found = vouchers(file);
        if (!found.equals(expected)) {
            throw new IllegalStateException(
                    BookkeepingFile.FILE_NAME + " books " + found + ", not " + expected);
        }
    }

    /** What each voucher of the file comes to on each account; nothing where that is zero. */
    private List<Map<String, Money>> vouchers(byte[] file) {
        List<Map<String, Money>> vouchers = new ArrayList<>();
        for (String line : SieText.decoded(file).split("\r\n")) {
            if (line.startsWith("#VER")) {
                vouchers.add(new TreeMap<>());
            } else if (line.startsWith("#TRANS")) {
                Matcher entry = ENTRY.matcher(line);
                if (!entry.matches() || vouchers.isEmpty()) {
                    throw new IllegalStateException("No entry of a voucher: " + line);
                }
                vouchers.get(vouchers.size() - 1)
                        .merge(
                                nameOf(entry.group(1)),
                                Money.ofKronor(new BigDecimal(entry.group(2))),
                                Money::plus);
            }
        }
        vouchers.forEach(voucher -> voucher.values().removeIf(Money::isZero));
        return vouchers;
    }

    private String nameOf(String account) {
        return incomeAccounts.contains(account) ? INCOME : account;
    }

    /** What invoices come to on each account, by their own sums. */
    private Map<String, Money> booked(List<Invoice> invoices) {
        Map<String, Money> booked = new TreeMap<>();
        for (Invoice invoice : invoices) {
            String receivable =
                    invoice.isInternal()
                            ? bookkeeping.internalReceivable()
                            : bookkeeping.receivable();
            booked.merge(receivable, invoice.payable(), Money::plus);
            booked.merge(INCOME, invoice.net().negated(), Money::plus);
            for (VatSum sum : invoice.vatSums()) {
                if (!sum.vat().isZero()) {
                    booked.merge(
                            bookkeeping.vatAccountOfPercent().get(sum.rate().percent()),
                            sum.vat().negated(),
                            Money::plus);
                }
            }
            bookkeeping
                    .rounding()
                    .ifPresent(
                            account ->
                                    booked.merge(
                                            account, invoice.rounding().negated(), Money::plus));
        }
        booked.values().removeIf(Money::isZero);
        return booked;
    }
}
