package se.gits.costshare.export;

import se.gits.costshare.report.AnnualReport;

/** Makes an annual report into a file of one kind. The same report gives the same bytes. */
public interface ReportExporter {

    /** The file's name within the report's folder. */
    String fileName();

    /**
     * The file's bytes.
     *
     * @param sources what the report rests on; its acts are the report's, in the same order
     */
    byte[] export(AnnualReport report, ReportSources sources);
}
