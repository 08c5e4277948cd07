package se.gits.costshare.job;

/** Is told how far the work has come. */
@FunctionalInterface
public interface Progress {

    /** Tells nobody. */
    Progress SILENT = (done, total) -> {};

    /**
     * @param done invoices written, of {@code total}
     */
    void invoicesWritten(int done, int total);
}
