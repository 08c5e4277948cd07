package se.gits.costshare.export;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Year;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.gits.costshare.export.manifest.Manifest;
import se.gits.costshare.run.RunRefused;

/**
 * The folder of an act. Its files are written aside and moved into place last, all at once, so that
 * nobody ever sees half of it.
 */
public final class ActFolder {

    /** What lies here is work in progress; a run that stands still leaves nothing in it. */
    private static final String ASIDE = ".under-arbete";

    /** How the folders of issued acts are called; a draft or a copy laid aside is none of them. */
    private static final Pattern ACTS =
            Pattern.compile("\\d{4}-(\\d{2}(-(kredit|ny)-\\d+)?|avrakning)");

    private static final String DRAFT = "-utkast";

    private static final String SIMULATION = "-simulering";

    private final Path output;
    private final String name;
    private final Path aside;

    /**
     * @param output the folder of all acts
     * @param name the act's folder within it, {@code 2023-01}
     * @param runKey tells the work of one run from that of another
     */
    public ActFolder(Path output, String name, String runKey) {
        this.output = output;
        this.name = name;
        this.aside = output.resolve(ASIDE).resolve(name + "-" + runKey.substring(0, 16));
    }

    /**
     * The names of the folders of issued acts that lie in an output folder.
     *
     * @throws IOException if the folder cannot be read
     */
    public static SortedSet<String> issuedIn(Path output) throws IOException {
        SortedSet<String> names = new TreeSet<>();
        if (Files.isDirectory(output)) {
            try (DirectoryStream<Path> acts = Files.newDirectoryStream(output)) {
                for (Path act : acts) {
                    String name = act.getFileName().toString();
                    if (ACTS.matcher(name).matches()
                            && Files.exists(act.resolve(Manifest.FILE_NAME))) {
                        names.add(name);
                    }
                }
            }
        }
        return names;
    }

    /** The name of a month's draft. */
    public static String draftOf(YearMonth month) {
        return month + DRAFT;
    }

    /** The name of a year's simulation. */
    public static String simulationOf(Year year) {
        return year + SIMULATION;
    }

    /** Where the files come to lie. */
    public Path place() {
        return output.resolve(name);
    }

    /** Whether the act's folder is in place. */
    public boolean isInPlace() {
        return Files.exists(place(), LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Keeps others from the same work until it is closed. A month that is issued needs no such
     * lock, since the register is one; a draft needs no register.
     *
     * @throws RunRefused if another process has it
     */
    public Closeable lock() throws IOException {
        Path file = aside.resolveSibling(name + ".lock");
        Files.createDirectories(file.getParent());
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new RunRefused(RunRefused.Cause.BUSY, name);
        }
        return () -> {
            channel.close();
            Files.deleteIfExists(file);
            removeIfEmpty(file.getParent());
        };
    }

    /** Makes room for this run's work; what another run of the same act left behind is removed. */
    public void prepare() throws IOException {
        Files.createDirectories(aside);
        try (DirectoryStream<Path> others =
                Files.newDirectoryStream(aside.getParent(), name + "-????????????????")) {
            for (Path other : others) {
                if (!other.equals(aside)) {
                    remove(other);
                }
            }
        }
    }

    /** Removes this run's work, so that it begins anew. */
    public void discard() throws IOException {
        remove(aside);
        removeIfEmpty(aside.getParent());
    }

    /**
     * Writes a file aside.
     *
     * @param path within the act's folder
     */
    public void write(String path, byte[] bytes) throws IOException {
        Path file = aside.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    /** Whether a file was written aside. */
    boolean has(String path) {
        return Files.isRegularFile(aside.resolve(path));
    }

    /** Reads every file written aside, by its path within the folder. */
    public SortedMap<String, byte[]> read() throws IOException {
        return read(aside);
    }

    private static SortedMap<String, byte[]> read(Path folder) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String relative = folder.relativize(path).toString().replace('\\', '/');
                files.put(relative, Files.readAllBytes(path));
            }
        }
        return files;
    }

    /** Moves the files into place. Where the move was made before, there is nothing to do. */
    public void publish() throws IOException {
        if (!isInPlace()) {
            moveAtOnce(aside, place());
        }
        removeIfEmpty(aside.getParent());
    }

    /** Moves the files into place, instead of those of an earlier draft or simulation. */
    public void publishInsteadOfEarlier() throws IOException {
        Path earlier = aside.resolveSibling(name + "-tidigare");
        remove(earlier);
        if (isInPlace()) {
            moveAtOnce(place(), earlier);
        }
        moveAtOnce(aside, place());
        remove(earlier);
        removeIfEmpty(aside.getParent());
    }

    private static void moveAtOnce(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            // Within one folder every file system we know renames; half a move is not an answer.
            throw new IOException(to.toString(), e);
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> paths = Files.walk(folder)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }

    private static void removeIfEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            if (entries.iterator().hasNext()) {
                return;
            }
        }
        Files.delete(folder);
    }
}
