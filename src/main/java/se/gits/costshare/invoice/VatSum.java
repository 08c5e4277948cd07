package se.gits.costshare.invoice;

import se.gits.costshare.money.Money;
import se.gits.costshare.money.VatRate;

/** The taxable amount at one rate, and the VAT on it (beskattningsunderlag och moms). */
public record VatSum(VatRate rate, Money net, Money vat) {}
