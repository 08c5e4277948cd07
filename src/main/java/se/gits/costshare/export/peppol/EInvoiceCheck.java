package se.gits.costshare.export.peppol;

import java.util.List;
import java.util.Map;
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

    /**
     * Holds every document to the rules.
     *
     * @param xmlOfFile by the files' names
     * @throws EInvoicesRefused if any is broken; it tells all of them
     */
    public static void demandValid(Map<String, byte[]> xmlOfFile) {
        if (xmlOfFile.isEmpty()) {
            return;
        }
        PeppolRules rules = PeppolRules.official();
        SortedMap<String, List<BrokenRule>> broken = new ConcurrentSkipListMap<>();
        xmlOfFile.entrySet().parallelStream()
                .forEach(
                        file -> {
                            List<BrokenRule> ofFile = rules.brokenBy(file.getValue());
                            if (!ofFile.isEmpty()) {
                                broken.put(file.getKey(), ofFile);
                            }
                        });
        if (!broken.isEmpty()) {
            throw new EInvoicesRefused(new TreeMap<>(broken));
        }
    }
}
