package se.gits.costshare.job;

/**
 * Something of an invoice that is not what was kept of it.
 *
 * @param number the invoice's
 * @param what the value's heading in {@code fakturor.csv}; the number itself where only one of the
 *     two has such an invoice
 * @param kept what was kept; empty where there is no such invoice
 * @param computed what the input gives; likewise
 */
public record InvoiceDifference(String number, String what, String kept, String computed) {}
