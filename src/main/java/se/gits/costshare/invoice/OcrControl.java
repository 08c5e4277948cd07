package se.gits.costshare.invoice;

import se.gits.costshare.party.CheckDigit;

/**
 * How the payment reference is made from the invoice number (ocr), as agreed with the bank.
 *
 * @see "Bankgirot, OCR-referenskontroll: modulus 10, med eller utan längdsiffra"
 */
public enum OcrControl {
    /** A check digit last (luhn). */
    CHECK_DIGIT("luhn") {
        @Override
        public String reference(String digits) {
            return digits + CheckDigit.of(digits);
        }
    },
    /** The length of the whole, modulus 10, before the check digit (luhn+längd). */
    LENGTH_AND_CHECK_DIGIT("luhn+längd") {
        @Override
        public String reference(String digits) {
            String withLength = digits + (digits.length() + 2) % 10;
            return withLength + CheckDigit.of(withLength);
        }
    },
    /** No reference (nej). */
    NONE("nej") {
        @Override
        public String reference(String digits) {
            return "";
        }
    };

    private final String swedish;

    OcrControl(String swedish) {
        this.swedish = swedish;
    }

    /** The word used in the settings. */
    public String swedish() {
        return swedish;
    }

    /** The reference for an invoice number's digits; empty where none is used. */
    public abstract String reference(String digits);
}
