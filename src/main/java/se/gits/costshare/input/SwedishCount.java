package se.gits.costshare.input;

import java.math.BigInteger;
import java.util.Locale;

/** A count as a Swedish reader expects it, {@code 596 841}, with no-break spaces. */
public final class SwedishCount {

    private SwedishCount() {}

    public static String of(long count) {
        return of(BigInteger.valueOf(count));
    }

    public static String of(BigInteger count) {
        return String.format(Locale.ROOT, "%,d", count).replace(',', '\u00A0');
    }
}
