package se.gits.costshare.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import se.gits.costshare.export.manifest.Manifest;
import se.gits.costshare.export.manifest.ManifestOutputs;
import se.gits.costshare.input.InputFile;

/**
 * Holds the folder of an issued act against what it was sealed with (kontroll av en mapp): the
 * manifest against the register, every file against the manifest. Files are read as streams.
 */
public final class FolderAudit {

    /** What can be found. */
    public enum Fault {
        FOLDER_MISSING,
        /** A folder that looks like an act's, and is of none that the register knows. */
        FOLDER_UNKNOWN,
        /** The manifest is gone or is not the one that the register knows. */
        MANIFEST_CHANGED,
        FILE_MISSING,
        FILE_CHANGED,
        /** A file that the disk does not give, or not to this user. */
        FILE_NOT_READ,
        /** A file that the act does not have. */
        FILE_ADDED
    }

    /**
     * Something that is wrong.
     *
     * @param file its path, with the folder's name before it
     */
    public record Finding(Fault fault, String file) {}

    /** In place of a hash. */
    private static final String NOT_READ = "-";

    private final String folder;
    private final SortedMap<String, String> there;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * @param there the SHA-256 of each file that is there; {@link #NOT_READ} of one that is not
     *     read
     */
    private FolderAudit(String folder, SortedMap<String, String> there) {
        this.folder = folder;
        this.there = there;
    }

    /** Gives the SHA-256 of a file. */
    @FunctionalInterface
    interface Hashing {
        String of(Path file) throws IOException;
    }

    /**
     * Everything that is wrong, file by file; nothing where all is well.
     *
     * @param manifest the SHA-256 that the register knows
     * @throws IOException if the folder cannot be read
     */
    public static List<Finding> of(Path folder, String manifest) throws IOException {
        return of(folder, manifest, InputFile::sha256);
    }

    /**
     * The first thing that is wrong, where every file can be read. What is changed comes before
     * what may be.
     *
     * @param output what the folder lies in
     * @param manifest the SHA-256 that the register knows
     * @throws IOException what the disk says of a file that it does not give
     */
    public static Optional<Finding> first(Path output, String folder, String manifest)
            throws IOException {
        return first(output, folder, manifest, InputFile::sha256);
    }

    static Optional<Finding> first(Path output, String folder, String manifest, Hashing hashing)
            throws IOException {
        List<Finding> findings = of(output.resolve(folder), manifest, hashing);
        Optional<Finding> changed =
                findings.stream().filter(found -> found.fault() != Fault.FILE_NOT_READ).findFirst();
        if (changed.isEmpty()) {
            for (Finding notRead : findings) {
                hashing.of(output.resolve(notRead.file()));
            }
        }
        return changed.or(() -> findings.stream().findFirst());
    }

    static List<Finding> of(Path folder, String manifest, Hashing hashing) throws IOException {
        String name = folder.getFileName().toString();
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of(new Finding(Fault.FOLDER_MISSING, name));
        }
        FolderAudit audit = new FolderAudit(name, hashes(folder, hashing));
        if (audit.hasManifest(manifest)) {
            byte[] bytes = Files.readAllBytes(folder.resolve(Manifest.FILE_NAME));
            audit.hold(withSums(ManifestOutputs.of(bytes), manifest));
        } else {
            audit.holdWithoutManifest(ActFiles.sumsIn(folder));
        }
        return List.copyOf(audit.findings);
    }

    /**
     * The same of a folder's files that lie elsewhere, by their paths within it.
     *
     * @param name the folder's
     */
    public static List<Finding> of(String name, SortedMap<String, byte[]> files, String manifest) {
        SortedMap<String, String> there = new TreeMap<>();
        files.forEach((path, bytes) -> there.put(path, InputFile.sha256(bytes)));
        FolderAudit audit = new FolderAudit(name, there);
        if (audit.hasManifest(manifest)) {
            audit.hold(withSums(ManifestOutputs.of(files.get(Manifest.FILE_NAME)), manifest));
        } else {
            audit.found(Fault.MANIFEST_CHANGED, Manifest.FILE_NAME);
        }
        return List.copyOf(audit.findings);
    }

    private boolean hasManifest(String manifest) {
        return manifest.equals(there.get(Manifest.FILE_NAME));
    }

    /** A changed manifest vouches for nothing; the list of sums then tells the files apart. */
    private void holdWithoutManifest(SortedMap<String, String> sums) {
        boolean isRead = !NOT_READ.equals(there.get(Manifest.FILE_NAME));
        found(isRead ? Fault.MANIFEST_CHANGED : Fault.FILE_NOT_READ, Manifest.FILE_NAME);
        there.remove(ActFiles.SUMS);
        sums.remove(ActFiles.SUMS);
        hold(sums);
    }

    private void hold(SortedMap<String, String> sealed) {
        SortedSet<String> names = new TreeSet<>(sealed.keySet());
        names.addAll(there.keySet());
        names.remove(Manifest.FILE_NAME);
        for (String name : names) {
            String sum = sealed.get(name);
            if (sum == null) {
                found(Fault.FILE_ADDED, name);
            } else if (!there.containsKey(name)) {
                found(Fault.FILE_MISSING, name);
            } else if (NOT_READ.equals(there.get(name))) {
                found(Fault.FILE_NOT_READ, name);
            } else if (!sum.equals(there.get(name))) {
                found(Fault.FILE_CHANGED, name);
            }
        }
    }

    /** The list of sums follows from the others, and is held against what it has to be. */
    private static SortedMap<String, String> withSums(
            Map<String, String> outputs, String manifest) {
        SortedMap<String, String> all = new TreeMap<>(outputs);
        all.put(Manifest.FILE_NAME, manifest);
        all.put(
                ActFiles.SUMS,
                InputFile.sha256(ActFiles.sums(all).getBytes(StandardCharsets.UTF_8)));
        return all;
    }

    private void found(Fault fault, String file) {
        findings.add(new Finding(fault, folder + "/" + file));
    }

    /** Of everything that lies there and is no folder; a link is never what was written. */
    private static SortedMap<String, String> hashes(Path folder, Hashing hashing)
            throws IOException {
        SortedMap<String, String> hashes = new TreeMap<>();
        List<Path> paths;
        try (Stream<Path> all = Files.walk(folder)) {
            paths =
                    all.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                            .toList();
        }
        for (Path path : paths) {
            hashes.put(
                    folder.relativize(path).toString().replace('\\', '/'),
                    Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                            ? hashOf(path, hashing)
                            : "");
        }
        return hashes;
    }

    /** The others are held against what they were, whatever becomes of one. */
    private static String hashOf(Path file, Hashing hashing) {
        try {
            return hashing.of(file);
        } catch (IOException e) {
            return NOT_READ;
        }
    }
}
