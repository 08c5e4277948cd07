package se.gits.costshare.export.peppol;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** E-invoices break official rules, so that a receiver would refuse them; nothing is issued. */
public final class EInvoicesRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> refusals;

    /**
     * A rule that a file breaks.
     *
     * @param file its name within the act's folder
     */
    public record Refusal(String file, BrokenRule rule) {}

    /**
     * @param brokenByFile the rules that each file breaks
     */
    EInvoicesRefused(SortedMap<String, List<BrokenRule>> brokenByFile) {
        super(brokenByFile.toString());
        List<Refusal> all = new ArrayList<>();
        brokenByFile.forEach(
                (file, broken) -> broken.forEach(rule -> all.add(new Refusal(file, rule))));
        refusals = List.copyOf(all);
    }

    /** Every rule that is broken, file by file. */
    public List<Refusal> refusals() {
        return refusals;
    }
}
