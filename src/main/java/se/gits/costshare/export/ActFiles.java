package se.gits.costshare.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import se.gits.costshare.export.manifest.Manifest;
import se.gits.costshare.export.peppol.EInvoiceCheck;
import se.gits.costshare.export.peppol.EInvoicesRefused;
import se.gits.costshare.export.peppol.PeppolInvoice;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.input.InputFiles;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.run.Issuance;

/** Writes the files of what an act issues into its folder, and seals them with hashes. */
public final class ActFiles {

    public static final String SUMS = "SHA256SUMS";

    /** Between a sum and the name of its file, as {@code sha256sum} has it. */
    private static final String BETWEEN = "  ";

    /** Each has a workbook in memory; more gain nothing. */
    private static final int MOST_AT_ONCE = 4;

    private final Issuance issuance;
    private final InputFiles inputs;
    private final String act;
    private final ActFolder folder;
    private final List<InvoiceExporter> perInvoice;

    /**
     * @param act the act's name, as its folder is called
     * @param inputs what it was computed from
     */
    public ActFiles(Issuance issuance, InputFiles inputs, String act, ActFolder folder) {
        this.issuance = issuance;
        this.inputs = inputs;
        this.act = act;
        this.folder = folder;
        this.perInvoice = Exporters.ofInvoices(issuance);
    }

    /** So many files are made at once: as many as there are processors, and few, for the memory. */
    public static int atOnce() {
        return Math.min(MOST_AT_ONCE, Runtime.getRuntime().availableProcessors());
    }

    /** Where files are written. */
    @FunctionalInterface
    private interface Place {

        void write(String path, ActFolder.Content content) throws IOException;
    }

    /**
     * Writes everything, several files at once, and seals it. Not for a run that is to go on where
     * it was interrupted: that one could not tell half a file.
     *
     * @return the manifest's SHA-256
     * @throws IOException if a file cannot be written; none is being written any more
     * @throws IllegalStateException as {@link #seal} does
     */
    public String writeAll() throws IOException {
        List<ActFolder.Writing> parts = new ArrayList<>();
        // First, since its workbook of the whole takes longer than any other file.
        parts.add(() -> writeTo(folder::write, exporters()));
        issuance.invoices().forEach(invoice -> parts.add(() -> writeTo(folder::write, invoice)));
        SideBySide.each(atOnce(), parts, ActFolder.Writing::write);
        return seal();
    }

    /**
     * Writes invoices in every form. They have their names when they are all on the disk.
     *
     * @param written is told of each when its files are made
     */
    public void write(Iterable<? extends Invoice> invoices, Consumer<Invoice> written)
            throws IOException {
        ActFolder.WholeFiles files = folder.new WholeFiles();
        for (Invoice invoice : invoices) {
            writeTo(files::write, invoice);
            written.accept(invoice);
        }
        files.name();
    }

    /** Writes the files of the act as a whole. They have their names when they are on the disk. */
    public void writeAct() throws IOException {
        write(exporters());
    }

    private void write(List<ActExporter> exporters) throws IOException {
        ActFolder.WholeFiles files = folder.new WholeFiles();
        writeTo(files::write, exporters);
        files.name();
    }

    /** Writes what is missing, should someone have removed what was written aside. */
    public void writeMissing() throws IOException {
        for (Invoice invoice : issuance.invoices()) {
            if (!exporters(invoice).stream().allMatch(of -> folder.has(fileName(invoice, of)))) {
                write(List.of(invoice), one -> {});
            }
        }
        write(exporters().stream().filter(of -> !folder.has(of.fileName())).toList());
    }

    private void writeTo(Place place, Invoice invoice) throws IOException {
        for (InvoiceExporter exporter : exporters(invoice)) {
            byte[] bytes = exporter.export(invoice);
            place.write(fileName(invoice, exporter), out -> out.write(bytes));
        }
    }

    private void writeTo(Place place, List<ActExporter> exporters) throws IOException {
        for (ActExporter exporter : exporters) {
            place.write(exporter.fileName(), out -> exporter.export(issuance, out));
        }
    }

    private String fileName(Invoice invoice, InvoiceExporter exporter) {
        return FileNames.ofInvoice(issuance, invoice, exporter.ending());
    }

    /**
     * Has what e-invoices are checked with made ready while they are written. It takes seconds, and
     * is not asked for where there are none.
     */
    public void prepareCheckOfEInvoices() {
        for (Invoice invoice : issuance.invoices()) {
            for (InvoiceExporter exporter : exporters(invoice)) {
                if (exporter.ending().equals(PeppolInvoice.ENDING)) {
                    EInvoiceCheck.prepare(exporter.export(invoice));
                    return;
                }
            }
        }
    }

    /**
     * Holds the e-invoices, as they were written, to the official rules. That is asked when they
     * are issued, not when they are made again: rules change, and what was sent does not.
     *
     * @throws EInvoicesRefused if any of them breaks a rule
     */
    public void checkEInvoices() throws IOException {
        List<String> names =
                expectedFiles().stream()
                        .filter(name -> name.endsWith(PeppolInvoice.ENDING))
                        .toList();
        EInvoiceCheck.demandValid(names, folder::read);
    }

    /**
     * Reads everything back, compares it with what is issued, and writes the manifest and the sums.
     *
     * @return the manifest's SHA-256
     * @throws IllegalStateException if a file is missing, superfluous, or tells another sum
     */
    public String seal() throws IOException {
        SortedSet<String> names = folder.written();
        names.remove(Manifest.FILE_NAME);
        names.remove(SUMS);
        if (!names.equals(expectedFiles())) {
            throw new IllegalStateException(
                    "Written are " + names + ", expected " + expectedFiles());
        }
        ReadBack.check(issuance, folder);
        List<Manifest.Output> outputs =
                SideBySide.results(
                        atOnce(), names, name -> Manifest.Output.of(name, folder.file(name)));
        SortedMap<String, String> hashes = new TreeMap<>();
        outputs.forEach(output -> hashes.put(output.name(), output.sha256()));
        byte[] manifest = Manifest.of(act, issuance, inputs, outputs);
        folder.write(Manifest.FILE_NAME, manifest);
        hashes.put(Manifest.FILE_NAME, InputFile.sha256(manifest));
        folder.write(SUMS, sums(hashes).getBytes(StandardCharsets.UTF_8));
        return InputFile.sha256(manifest);
    }

    /** The list of sums, one line a file. */
    static String sums(SortedMap<String, String> hashOfFile) {
        StringBuilder sums = new StringBuilder();
        hashOfFile.forEach(
                (name, hash) -> sums.append(hash).append(BETWEEN).append(name).append('\n'));
        return sums.toString();
    }

    private List<InvoiceExporter> exporters(Invoice invoice) {
        return perInvoice.stream().filter(exporter -> exporter.isMadeFor(invoice)).toList();
    }

    private List<ActExporter> exporters() {
        return Exporters.ofAct(issuance.terms().kind()).stream()
                .filter(exporter -> exporter.isMadeFor(issuance))
                .toList();
    }

    private SortedSet<String> expectedFiles() {
        SortedSet<String> names = new TreeSet<>();
        exporters().forEach(exporter -> names.add(exporter.fileName()));
        for (Invoice invoice : issuance.invoices()) {
            for (InvoiceExporter exporter : exporters(invoice)) {
                String name = fileName(invoice, exporter);
                if (!names.add(name)) {
                    throw new IllegalStateException("Two invoices have the file " + name);
                }
            }
        }
        return names;
    }

    /**
     * The files that an act's folder was sealed with: those of its sums, and the sums.
     *
     * @return none, where the folder has no sums
     * @throws IOException if they cannot be read
     */
    public static Set<String> sealedIn(Path folder) throws IOException {
        if (!Files.isRegularFile(folder.resolve(SUMS), LinkOption.NOFOLLOW_LINKS)) {
            return Set.of();
        }
        Set<String> names = new TreeSet<>(sumsIn(folder).keySet());
        names.add(SUMS);
        return names;
    }

    /**
     * The sum of each file as a folder's list has them; none where it has no list.
     *
     * @throws IOException if it cannot be read
     */
    static SortedMap<String, String> sumsIn(Path folder) throws IOException {
        SortedMap<String, String> sums = new TreeMap<>();
        Path file = folder.resolve(SUMS);
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains(BETWEEN))
                    .forEach(
                            line -> {
                                int at = line.indexOf(BETWEEN);
                                sums.put(
                                        line.substring(at + BETWEEN.length()),
                                        line.substring(0, at));
                            });
        }
        return sums;
    }
}
