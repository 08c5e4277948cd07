package se.gits.costshare.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.report.AnnualReport;

/** Writes the files of an annual report, instead of those of an earlier one of the same year. */
public final class ReportFiles {

    private final AnnualReport report;
    private final ReportSources sources;

    public ReportFiles(AnnualReport report, ReportSources sources) {
        this.report = report;
        this.sources = sources;
    }

    /**
     * Writes everything, all at once.
     *
     * @return the folder
     * @throws IOException if it cannot be written
     * @throws se.gits.costshare.run.RunRefused if another process is writing the same, or if there
     *     is anything in the folder that is not of a report's making
     */
    public Path writeInto(Path output) throws IOException {
        ActFolder folder =
                new ActFolder(
                        output,
                        FolderNames.ofReport(report.year()),
                        InputFile.sha256(sources.toString().getBytes(StandardCharsets.UTF_8)));
        folder.writeInsteadOfEarlier(
                earlier -> ownFiles(),
                () -> {
                    for (ReportExporter exporter : Exporters.PER_REPORT) {
                        folder.write(exporter.fileName(), exporter.export(report, sources));
                    }
                });
        return folder.place();
    }

    private static Set<String> ownFiles() {
        return Exporters.PER_REPORT.stream()
                .map(ReportExporter::fileName)
                .collect(Collectors.toSet());
    }
}
