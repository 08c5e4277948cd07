package se.gits.costshare.money;

import java.math.BigInteger;
import java.util.List;
import java.util.Objects;

/**
 * How a service is taxed (momssats): a rate in whole percent, or none for a stated ground.
 *
 * @param percent 25, 12, 6, or 0 where no VAT is charged
 * @param ground why no VAT is charged (momsgrund), which the invoice must state; empty when VAT is
 *     charged
 */
public record VatRate(int percent, String ground) implements Comparable<VatRate> {

    /** The rates there are in Sweden, in percent, the highest first. */
    public static final List<Integer> PERCENTS = List.of(25, 12, 6);

    /** An invoice within the issuer's own organisation is a booking and carries no VAT. */
    public static final VatRate INTERNAL = new VatRate(0, "intern fakturering");

    public VatRate {
        Objects.requireNonNull(ground, "ground");
        if (percent != 0 && !PERCENTS.contains(percent)) {
            throw new IllegalArgumentException("No Swedish VAT rate is " + percent + " percent");
        }
        if ((percent == 0) == ground.isBlank()) {
            throw new IllegalArgumentException("A ground is stated for 0 percent, and only for it");
        }
    }

    public static VatRate ofPercent(int percent) {
        return new VatRate(percent, "");
    }

    public static VatRate exempt(String ground) {
        return new VatRate(0, ground);
    }

    /**
     * VAT on a sum: {@code net × percent ÷ 100}, half an öre rounded up; a credit mirrors its
     * charge. Called once per invoice and rate, on the sum.
     *
     * @see "Skatteverkets rättsliga vägledning: moms anges med två decimaler, aldrig hela kronor"
     */
    public Money on(Money net) {
        return Rounding.halfUp(
                BigInteger.valueOf(net.ore()).multiply(BigInteger.valueOf(percent)),
                BigInteger.valueOf(100));
    }

    @Override
    public int compareTo(VatRate other) {
        int byRate = Integer.compare(other.percent, percent);
        return byRate != 0 ? byRate : ground.compareTo(other.ground);
    }
}
