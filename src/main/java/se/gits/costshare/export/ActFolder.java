package se.gits.costshare.export;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import se.gits.costshare.durable.Durable;
import se.gits.costshare.export.manifest.Manifest;
import se.gits.costshare.lock.WorkLock;
import se.gits.costshare.run.RunRefused;

/**
 * The folder of an act. Its files are written aside and moved into place last, all at once, so that
 * nobody ever sees half of it.
 */
public final class ActFolder {

    /** What lies here is work in progress; a run that stands still leaves nothing in it. */
    private static final String ASIDE = ".under-arbete";

    /** How the name of a file ends until all of it is on the disk. */
    private static final String UNFINISHED = ".ofardig";

    private static final int MAKING_ATTEMPTS = 20;
    private static final int FORCED_AT_ONCE = 8;
    private static final int BYTES_AT_ONCE = 1 << 16;

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
                    if (FolderNames.isOfAct(name)
                            && Files.exists(act.resolve(Manifest.FILE_NAME))) {
                        names.add(name);
                    }
                }
            }
        }
        return names;
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
     * Keeps a run from removing what it reads: a draft, a simulation or a report takes an earlier
     * one's place.
     *
     * @param output the folder of all acts
     * @param name the folder within it that the run replaces
     * @param inputs the folders that the run reads
     * @throws RunRefused if one of them is that folder, or lies in it
     * @throws IOException if a path cannot be followed
     */
    public static void refuseInputWithin(Path output, String name, List<Path> inputs)
            throws IOException {
        for (Path replaced : List.of(output.resolve(name), output.resolve(ASIDE))) {
            for (Path input : inputs) {
                // What is missing is told of by whoever needs it.
                if (Files.exists(replaced)
                        && Files.exists(input)
                        && input.toRealPath().startsWith(replaced.toRealPath())) {
                    throw new RunRefused(RunRefused.Cause.INPUT_WOULD_BE_REPLACED, input, replaced);
                }
            }
        }
    }

    /** What writes the files of a folder aside. */
    @FunctionalInterface
    public interface Writing {

        /** Writes them with {@link ActFolder#write}. */
        void write() throws IOException;
    }

    /** Tells the program's own files in a draft, a simulation or a report from those of others. */
    @FunctionalInterface
    public interface OwnFiles {

        /**
         * The paths within the folder, with slashes, that the program wrote or may have written.
         */
        Set<String> in(Path folder) throws IOException;
    }

    /**
     * Writes a draft, a simulation or a report and moves it into place, instead of an earlier one.
     * A month that is issued needs no such lock, since the register is one; these need no register.
     *
     * @param own the files that may be replaced
     * @throws RunRefused if another run is at work on the same, or if anything else lies there
     * @throws IOException if it cannot be written; an earlier one is still in place
     */
    public void writeInsteadOfEarlier(OwnFiles own, Writing writing) throws IOException {
        Closeable lock =
                WorkLock.take(aside.resolveSibling(name + ".lock"))
                        .orElseThrow(() -> new RunRefused(RunRefused.Cause.BUSY, name));
        try {
            putBackEarlier();
            refuseForeign(own);
            discard();
            prepare();
            writing.write();
            publishInsteadOfEarlier();
        } finally {
            lock.close();
            removeIfEmpty(aside.getParent());
        }
    }

    /** A run that was killed between its two moves left the earlier files aside, and no others. */
    private void putBackEarlier() throws IOException {
        if (!isInPlace() && Files.exists(earlier())) {
            moveAtOnce(earlier(), place());
        }
    }

    private void refuseForeign(OwnFiles own) throws IOException {
        if (!isInPlace()) {
            return;
        }
        if (!Files.isDirectory(place(), LinkOption.NOFOLLOW_LINKS)) {
            throw new RunRefused(RunRefused.Cause.FOREIGN_FILE, output, name);
        }
        Set<String> known = own.in(place());
        Optional<String> foreign;
        try (Stream<Path> paths = Files.walk(place())) {
            foreign =
                    paths.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                            .map(path -> relative(place(), path))
                            .filter(path -> !known.contains(path))
                            .min(Comparator.naturalOrder());
        }
        if (foreign.isPresent()) {
            throw new RunRefused(RunRefused.Cause.FOREIGN_FILE, place(), foreign.get());
        }
    }

    private Path earlier() {
        return aside.resolveSibling(name + "-tidigare");
    }

    /**
     * Makes room for this run's work. What another run of the same act left behind is removed, and
     * what this one left unfinished.
     */
    public void prepare() throws IOException {
        makeAside();
        for (String name : names(aside)) {
            if (name.endsWith(UNFINISHED)) {
                Files.delete(file(name));
            }
        }
        try (DirectoryStream<Path> others =
                Files.newDirectoryStream(aside.getParent(), name + "-????????????????")) {
            for (Path other : others) {
                if (!other.equals(aside)) {
                    remove(other);
                }
            }
        }
    }

    /** Another run that ends may remove the folder of all work just before this one's is made. */
    private void makeAside() throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                Files.createDirectories(aside);
                return;
            } catch (NoSuchFileException | FileAlreadyExistsException e) {
                if (attempt == MAKING_ATTEMPTS) {
                    throw e;
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
        Path file = file(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    /** What a file comes to hold. */
    @FunctionalInterface
    public interface Content {

        /** Writes it, from the first byte to the last. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a file aside that need not have room in memory.
     *
     * @param path within the act's folder
     */
    void write(String path, Content content) throws IOException {
        Path file = file(path);
        Files.createDirectories(file.getParent());
        try (OutputStream out =
                new BufferedOutputStream(Files.newOutputStream(file), BYTES_AT_ONCE)) {
            content.writeTo(out);
        }
    }

    /**
     * Files written aside that get their names together, once all of them are on the disk. So a run
     * that goes on where it was interrupted finds no name of half a file, also where the power
     * went.
     */
    final class WholeFiles {

        private final List<String> paths = new ArrayList<>();

        /**
         * Writes one of them, whose name waits.
         *
         * @param path within the act's folder
         */
        void write(String path, Content content) throws IOException {
            paths.add(path);
            ActFolder.this.write(path + UNFINISHED, content);
        }

        /** Gives them their names, in place of earlier ones. */
        void name() throws IOException {
            SideBySide.each(FORCED_AT_ONCE, paths, path -> Durable.file(file(path + UNFINISHED)));
            for (String path : paths) {
                moveAtOnce(file(path + UNFINISHED), file(path));
            }
        }
    }

    /** Whether a file was written aside. */
    boolean has(String path) {
        return Files.isRegularFile(file(path));
    }

    /**
     * Reads a file written aside.
     *
     * @param path within the act's folder
     */
    byte[] read(String path) throws IOException {
        return Files.readAllBytes(file(path));
    }

    /** Where a file that was written aside lies until it is published. */
    Path file(String path) {
        return aside.resolve(path);
    }

    /** The paths within the folder of every file written aside. */
    SortedSet<String> written() throws IOException {
        return names(aside);
    }

    /**
     * The files that a folder lacks, has besides, or has with other bytes than what was written
     * aside; all of them where there is no such folder.
     */
    public SortedSet<String> differencesFrom(Path folder) throws IOException {
        SortedSet<String> different = new TreeSet<>(names(aside));
        if (!Files.isDirectory(folder)) {
            return different;
        }
        SortedSet<String> there = names(folder);
        for (String name : written()) {
            if (there.remove(name) && Files.mismatch(file(name), folder.resolve(name)) < 0) {
                different.remove(name);
            }
        }
        different.addAll(there);
        return different;
    }

    public static SortedMap<String, byte[]> read(Path folder) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (String name : names(folder)) {
            files.put(name, Files.readAllBytes(folder.resolve(name)));
        }
        return files;
    }

    private static SortedSet<String> names(Path folder) throws IOException {
        SortedSet<String> names = new TreeSet<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.filter(Files::isRegularFile).forEach(path -> names.add(relative(folder, path)));
        }
        return names;
    }

    private static String relative(Path folder, Path path) {
        return folder.relativize(path).toString().replace('\\', '/');
    }

    /**
     * Moves the files into place, once their bytes and names are on the disk. Where the move was
     * made before, there is nothing to do.
     */
    public void publish() throws IOException {
        if (!isInPlace()) {
            force();
            moveAtOnce(aside, place());
            Durable.folder(place().getParent());
        }
        removeIfEmpty(aside.getParent());
    }

    /** Many at once, since the disk then takes them in one go, in a tenth of the time. */
    private void force() throws IOException {
        SideBySide.each(FORCED_AT_ONCE, all(aside), ActFolder::force);
    }

    private static List<Path> all(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.toList();
        }
    }

    private static void force(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            Durable.folder(path);
        } else {
            Durable.file(path);
        }
    }

    private void publishInsteadOfEarlier() throws IOException {
        remove(earlier());
        if (isInPlace()) {
            moveAtOnce(place(), earlier());
        }
        try {
            moveAtOnce(aside, place());
        } catch (IOException e) {
            try {
                putBackEarlier();
            } catch (IOException another) {
                e.addSuppressed(another);
            }
            throw e;
        }
        remove(earlier());
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
        if (!Files.isDirectory(folder)) {
            return;
        }
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            // Another run is at work there, or left something that its next run removes.
        }
    }
}
