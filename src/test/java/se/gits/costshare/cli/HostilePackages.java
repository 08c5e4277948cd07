package se.gits.costshare.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import se.gits.costshare.fuzz.ForgedZip;
import se.gits.costshare.fuzz.ZipMutation;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.pack.ActPackage;
import se.gits.costshare.run.SmallInput;

/** The package of an issued month, and what somebody may make of it. */
final class HostilePackages {

    static final String ACT = "2023-01";

    private final byte[] right;

    /**
     * @param folder where the month is issued and packed
     */
    HostilePackages(Path folder) throws IOException {
        Session session = new Session(folder).with(new SmallInput().withBookkeeping());
        session.run("invoice", ACT).exits(0);
        session.run("package", ACT).exits(0);
        right = Files.readAllBytes(session.output().resolve(ACT + ".zip"));
    }

    /** The package with its headers changed; its sums are what they were. */
    byte[] forged(Consumer<ForgedZip> change) {
        return ForgedZip.of(right).with(change).bytes();
    }

    /** The package with other files in it, and sums that say so. */
    byte[] summed(Consumer<SortedMap<String, byte[]>> change) {
        SortedMap<String, byte[]> files = new TreeMap<>(files());
        change.accept(files);
        return new ActPackage("", files).bytes();
    }

    /** The package with a text of it changed, and sums that say so. */
    byte[] changed(String file, UnaryOperator<String> change) {
        return summed(
                files ->
                        files.compute(
                                file,
                                (name, bytes) ->
                                        change.apply(new String(bytes, UTF_8)).getBytes(UTF_8)));
    }

    private SortedMap<String, byte[]> files() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        ZipMutation.parts(right).forEach(part -> files.put(part.name(), part.bytes()));
        files.remove(ActPackage.SUMS);
        return files;
    }

    /** The entry of that name. */
    static ForgedZip.Entry entry(ForgedZip zip, String name) {
        return zip.entries().stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Adds a file under a name that may be in the package already, and to its sums. */
    static ForgedZip.Entry addSummed(ForgedZip zip, String name, byte[] bytes) {
        ForgedZip.Entry sums = entry(zip, ActPackage.SUMS);
        zip.entries().remove(sums);
        ForgedZip.Entry added = zip.add(name, bytes);
        zip.add(ActPackage.SUMS, sumsWith(sums, name, bytes));
        return added;
    }

    private static byte[] sumsWith(ForgedZip.Entry sums, String name, byte[] bytes) {
        SortedMap<String, String> lines = new TreeMap<>();
        for (String line : new String(sums.unpacked(), UTF_8).split("\n")) {
            lines.put(line.substring(66), line.substring(0, 64));
        }
        lines.put(name, InputFile.sha256(bytes));
        StringBuilder text = new StringBuilder();
        lines.forEach((path, sum) -> text.append(sum).append("  ").append(path).append('\n'));
        return text.toString().getBytes(UTF_8);
    }
}
