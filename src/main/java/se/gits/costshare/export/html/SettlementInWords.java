package se.gits.costshare.export.html;

import java.util.ArrayList;
import java.util.List;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.money.Money;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.Reconciliation;

/** What a settlement comes to, in a sentence or two. */
final class SettlementInWords {

    private final Issuance issuance;

    SettlementInWords(Issuance issuance) {
        this.issuance = issuance;
    }

    /**
     * What the year cost, held against the budget and what was issued.
     *
     * <pre>
     * Utfallet 2023 blev 14 100 000,00 kr. Det är 200 000,00 kr lägre än budgeten och 150 000,00 kr
     * lägre än det som tidigare är fakturerat.
     * </pre>
     */
    String summary(Money budget) {
        Reconciliation.Balance total = Reconciliation.of(issuance).total();
        return "Utfallet "
                + issuance.terms().year()
                + " blev "
                + SwedishFigures.kronor(total.due())
                + ". Det är "
                + against(total.due(), budget, "budgeten")
                + " och "
                + against(total.due(), total.before(), "det som tidigare är fakturerat")
                + ".";
    }

    private static String against(Money outcome, Money other, String what) {
        Money difference = outcome.minus(other);
        if (difference.isZero()) {
            return "lika med " + what;
        }
        return difference.isNegative()
                ? SwedishFigures.kronor(difference.negated()) + " lägre än " + what
                : SwedishFigures.kronor(difference) + " högre än " + what;
    }

    /**
     * Who gets something back and who pays.
     *
     * <pre>
     * 49 parter får tillbaka 150 000,00 kr och 1 part betalar 1 000,00 kr, utan moms.
     * </pre>
     */
    String movements() {
        List<Money> back = new ArrayList<>();
        List<Money> paid = new ArrayList<>();
        for (Invoice invoice : issuance.invoices()) {
            (invoice.net().isNegative() ? back : paid).add(invoice.net());
        }
        List<String> sentences = new ArrayList<>();
        if (back.isEmpty() && paid.isEmpty()) {
            sentences.add("Ingen part betalar mer eller får något tillbaka.");
        } else {
            List<String> clauses = new ArrayList<>();
            if (!back.isEmpty()) {
                clauses.add(
                        parties(back.size())
                                + " får tillbaka "
                                + SwedishFigures.kronor(Money.total(back).negated()));
            }
            if (!paid.isEmpty()) {
                clauses.add(
                        parties(paid.size())
                                + " betalar "
                                + SwedishFigures.kronor(Money.total(paid)));
            }
            sentences.add(String.join(" och ", clauses) + ", utan moms.");
        }
        if (!issuance.notInvoiced().isZero()) {
            sentences.add(
                    "Av avräkningen bärs "
                            + SwedishFigures.kronor(issuance.notInvoiced())
                            + " centralt och faktureras inte.");
        }
        return String.join(" ", sentences);
    }

    private static String parties(int count) {
        return count == 1 ? "1 part" : count + " parter";
    }
}
