package se.gits.costshare.invoice;

import java.util.Optional;
import java.util.regex.Pattern;
import se.gits.costshare.party.CheckDigit;

/**
 * The account that invoices are paid to: a bankgiro or a plusgiro number, as it is written.
 *
 * @param number {@code 5050-1055}, {@code 28 65 43-4}
 */
public record PaymentAccount(Kind kind, String number) {

    /** The two kinds of giro there are; both have a check digit, modulus 10. */
    public enum Kind {
        /** Seven or eight digits. */
        BANKGIRO("Bankgiro", "\\d{3,4}-?\\d{4}"),
        /** Two to eight digits, of which the last may stand after a hyphen. */
        PLUSGIRO("Plusgiro", "\\d(?: ?\\d){0,6}[ -]?\\d");

        private final String swedish;
        private final Pattern form;

        Kind(String swedish, String form) {
            this.swedish = swedish;
            this.form = Pattern.compile(form);
        }

        /** What payers know it as. */
        public String swedish() {
            return swedish;
        }

        /** An account of the kind; empty where the form or the check digit is wrong. */
        public Optional<PaymentAccount> parse(String text) {
            PaymentAccount account = new PaymentAccount(this, text);
            return form.matcher(text).matches() && CheckDigit.isValid(account.digits())
                    ? Optional.of(account)
                    : Optional.empty();
        }
    }

    /** The digits alone, as files for machines have it. */
    public String digits() {
        return number.replaceAll("[ -]", "");
    }
}
