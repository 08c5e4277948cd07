package se.gits.costshare.party;

/**
 * The check digit of organisation numbers, bankgiro, plusgiro and OCR references: the Luhn
 * algorithm, modulus 10, where every second digit from the right counts double.
 */
public final class CheckDigit {

    private CheckDigit() {}

    /** Whether the last digit is the right check digit for those before it. */
    public static boolean isValid(String digits) {
        return digits.length() > 1
                && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                && weightedSum(digits, false) % 10 == 0;
    }

    /** The check digit to put after these digits, 0–9. */
    public static int of(String digits) {
        return (10 - weightedSum(digits, true) % 10) % 10;
    }

    private static int weightedSum(String digits, boolean lastCountsDouble) {
        int sum = 0;
        boolean countsDouble = lastCountsDouble;
        for (int i = digits.length() - 1; i >= 0; i--) {
            int digit = digits.charAt(i) - '0';
            int weighted = countsDouble ? 2 * digit : digit;
            sum += weighted / 10 + weighted % 10;
            countsDouble = !countsDouble;
        }
        return sum;
    }
}
