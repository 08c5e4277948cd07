package se.gits.costshare.export.peppol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Holds the e-invoices of an act to the official rules, side by side. */
public final class EInvoiceCheck {

    private EInvoiceCheck() {}

    /**
     * Has the rules compiled while other work goes on.
     *
     * @param xml one of the documents that will be held to them
     */
    public static void prepare(byte[] xml) {
        Thread thread = new Thread(() -> PeppolRules.official().brokenBy(xml), "e-invoice rules");
        // Nobody waits for it who does not ask; what is wrong is told to who does.
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((failed, e) -> {});
        thread.start();
    }

    /** Reads a file of an act by its name. */
    @FunctionalInterface
    public interface Reading {

        byte[] bytes(String file) throws IOException;
    }

    /**
     * Holds every document to the rules.
     *
     * @param files the documents' names
     * @param reading reads one, when its turn has come; several threads ask
     * @throws EInvoicesRefused if any is broken; it tells all of them
     * @throws IOException if one cannot be read
     */
    public static void demandValid(List<String> files, Reading reading) throws IOException {
        if (files.isEmpty()) {
            return;
        }
        PeppolRules rules = PeppolRules.official();
        SortedMap<String, List<BrokenRule>> broken = new ConcurrentSkipListMap<>();
        try {
            files.parallelStream()
                    .forEach(
                            file -> {
                                List<BrokenRule> ofFile = rules.brokenBy(bytes(file, reading));
                                if (!ofFile.isEmpty()) {
                                    broken.put(file, ofFile);
                                }
                            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (!broken.isEmpty()) {
            throw new EInvoicesRefused(new TreeMap<>(broken));
        }
    }

    private static byte[] bytes(String file, Reading reading) {
        try {
            return reading.bytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
