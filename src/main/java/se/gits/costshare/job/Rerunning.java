package se.gits.costshare.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import se.gits.costshare.export.ActFiles;
import se.gits.costshare.export.ActFolder;
import se.gits.costshare.export.comparison.FileDifference;
import se.gits.costshare.export.comparison.FileDifferences;
import se.gits.costshare.export.manifest.Manifest;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.register.Act;
import se.gits.costshare.register.IssuedActs;
import se.gits.costshare.run.Issuance;

/**
 * Makes an issued act again from what was kept of it (omkörning), beside it, and holds the one
 * against the other.
 */
public final class Rerunning {

    private static final String SUFFIX = "-omkorning";

    private final IssuedActs acts;
    private final Path output;

    /**
     * @param acts the register, or what a package has of it
     * @param output the folder in which the act is made again
     */
    public Rerunning(IssuedActs acts, Path output) {
        this.acts = acts;
        this.output = output;
    }

    /**
     * What came out.
     *
     * @param folder where the act was made again
     * @param manifest the SHA-256 of its manifest
     * @param sameBytes whether every byte is what was issued, by the manifest's hash
     * @param compared whether the issued files were there to be compared with
     * @param amounts what differs in amounts, in the order they were issued
     * @param invoices what differs in what is kept of the invoices
     * @param files what differs in files
     */
    public record Result(
            Path folder,
            String manifest,
            boolean sameBytes,
            boolean compared,
            List<AmountDifference> amounts,
            List<InvoiceDifference> invoices,
            List<FileDifference> files) {

        public Result {
            amounts = List.copyOf(amounts);
            invoices = List.copyOf(invoices);
            files = List.copyOf(files);
        }

        /** Whether amounts and content are what they were, as far as there is anything to see. */
        public boolean isSame() {
            return amounts.isEmpty()
                    && invoices.isEmpty()
                    && files.isEmpty()
                    && (sameBytes || compared);
        }
    }

    /**
     * Makes the act again.
     *
     * @param issued the files as they were issued, by their paths; empty where there are none
     * @throws IOException if something cannot be read or written
     */
    public Result rerun(Act act, SortedMap<String, byte[]> issued) throws IOException {
        Issuance issuance = new Computation(acts).again(act);
        ActFolder folder = new ActFolder(output, act.folder() + SUFFIX, act.run().key());
        folder.writeInsteadOfEarlier(
                ActFiles::sealedIn,
                () -> new ActFiles(issuance, acts.inputsOf(act), act.folder(), folder).writeAll());
        SortedMap<String, byte[]> made = ActFolder.read(folder.place());
        String manifest = InputFile.sha256(made.get(Manifest.FILE_NAME));
        boolean sameBytes = manifest.equals(act.manifest());
        return new Result(
                folder.place(),
                manifest,
                sameBytes,
                !issued.isEmpty(),
                AmountDifferences.between(acts.amountsOf(act), issuance.issuedAmounts()),
                InvoiceDifferences.between(acts.invoicesOf(act), issuance.invoices()),
                issued.isEmpty() ? List.of() : differences(issued, made, sameBytes));
    }

    /** The act's own folder as it lies there now; empty where it does not. */
    public static SortedMap<String, byte[]> filesIn(Path folder) throws IOException {
        return Files.isDirectory(folder) ? ActFolder.read(folder) : new TreeMap<>();
    }

    /**
     * The manifest and the sums follow from the others; they differ too where a later version of
     * the program made the same files. Where it made the very bytes that were issued, any other
     * byte is damage.
     */
    private static List<FileDifference> differences(
            SortedMap<String, byte[]> issued, SortedMap<String, byte[]> made, boolean sameBytes) {
        SortedSet<String> names = new TreeSet<>(issued.keySet());
        names.addAll(made.keySet());
        if (!sameBytes) {
            names.remove(Manifest.FILE_NAME);
            names.remove(ActFiles.SUMS);
        }
        List<FileDifference> differences = new ArrayList<>();
        for (String name : names) {
            byte[] one = issued.get(name);
            byte[] other = made.get(name);
            if (one == null || other == null) {
                differences.add(FileDifference.ofOne(name, other == null));
            } else if (sameBytes) {
                differences.addAll(FileDifferences.betweenBytes(name, one, other));
            } else {
                differences.addAll(FileDifferences.between(name, one, other));
            }
        }
        return differences;
    }
}
