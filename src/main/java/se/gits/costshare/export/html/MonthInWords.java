package se.gits.costshare.export.html;

import java.util.Locale;
import java.util.Optional;
import se.gits.costshare.difference.MonthChanges;
import se.gits.costshare.export.SwedishMonths;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceKind;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.Party;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.Issuance;

/** A month, a credit or a new invoice in sentences. */
final class MonthInWords {

    private final Issuance issuance;

    MonthInWords(Issuance issuance) {
        this.issuance = issuance;
    }

    String title() {
        String month = SwedishMonths.of(issuance.terms().month());
        return switch (issuance.terms().kind()) {
            case MONTH -> month.substring(0, 1).toUpperCase(Locale.ROOT) + month.substring(1);
            case CREDIT -> "Kreditering av " + party() + " för " + month;
            case REISSUE -> "Ny faktura till " + party() + " för " + month;
            case SETTLEMENT -> throw new IllegalArgumentException("A settlement is no month");
        };
    }

    private String party() {
        PartyCode code = issuance.terms().party().orElseThrow();
        return issuance.inputs().parties().find(code).map(Party::name).orElse(code.value());
    }

    /**
     * What is issued.
     *
     * <pre>
     * 50 fakturor på tillsammans 1 191 666,66 kr utan moms. Att betala är 1 296 041,69 kr.
     * </pre>
     */
    String summary() {
        int count = issuance.invoices().size();
        if (count == 0) {
            return "Ingen faktura skickas." + central();
        }
        Money payable = Money.total(issuance.invoices().stream().map(Invoice::payable));
        return (count == 1 ? "1 faktura på " : count + " fakturor på tillsammans ")
                + SwedishFigures.kronor(issuance.invoiced())
                + " utan moms. "
                + (payable.isNegative()
                        ? "Att få tillbaka är " + SwedishFigures.kronor(payable.negated())
                        : "Att betala är " + SwedishFigures.kronor(payable))
                + "."
                + central();
    }

    private String central() {
        Money central = issuance.notInvoiced();
        return central.isZero()
                ? ""
                : " Centralt bärs " + SwedishFigures.kronor(central) + ", som inte faktureras.";
    }

    /**
     * What the parties' costs are compared with.
     *
     * @param changes of a month; empty for other acts
     */
    String comparison(Optional<MonthChanges> changes) {
        if (changes.isEmpty()) {
            return "En del av partens kostnad kan bäras centralt; den faktureras inte.";
        }
        return changes.get()
                .earlier()
                .map(
                        month ->
                                "Jämfört med "
                                        + SwedishMonths.of(month)
                                        + ", med orsakerna till det som skiljer. Varje budgetrad"
                                        + " för sig står på bladet Förändringar i"
                                        + " sammanstallning.xlsx.")
                .orElse(
                        "Ingen tidigare månad i året är utfärdad, så det finns ingenting att"
                                + " jämföra med.");
    }

    static String plural(InvoiceKind kind) {
        return switch (kind) {
            case INVOICE -> "Fakturor";
            case INTERNAL -> "Internfakturor";
            case CREDIT_NOTE -> "Kreditfakturor";
        };
    }

    String proofs(boolean isProved) {
        return isProved
                ? "Öppna en part, och en rad, för att se beloppet steg för steg: radens kostnad,"
                        + " nyckelns del, partens andel och vem som fick öret som blev över. Det"
                        + " som är lika för alla parter står under Budgetraderna."
                : "Det är för många rader för en sida. Varje fakturas Excelfil visar på bladet"
                        + " Specifikation hur beloppen har räknats fram, och fordelning.csv har"
                        + " varje parts del av varje rad.";
    }

    String footer() {
        return "Fakturadatum "
                + issuance.terms().issueDate()
                + ". Sidan visar det som står i mappens filer; manifest.json har filernas"
                + " kontrollsummor.";
    }
}
