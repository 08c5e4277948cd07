package se.gits.costshare.invoice;

/**
 * What applies to the payment (betalningsvillkor).
 *
 * @param dueDays from the invoice date to the due date, in days
 * @param lateInterest what is charged after that, in words (dröjsmålsränta)
 * @param wholeKronor whether the amount to pay is rounded to whole kronor (öresavrundning)
 */
public record PaymentTerms(
        int dueDays, String lateInterest, boolean wholeKronor, OcrControl ocrControl) {}
