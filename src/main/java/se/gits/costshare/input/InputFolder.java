package se.gits.costshare.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the files of an input folder into memory, once. */
public final class InputFolder {

    private static final int MIB = 1024 * 1024;

    /** Larger than any table of Sweden's municipalities; larger files are refused unread. */
    static final int MOST_BYTES = 32 * MIB;

    /** Of all files: population files may be any number, and all are held in memory. */
    static final int MOST_BYTES_OF_ALL = 96 * MIB;

    /** Larger than any settings: they are held as a tree, which takes room. */
    static final int MOST_BYTES_OF_SETTINGS = MIB;

    private InputFolder() {}

    /**
     * Reads every file that is input. Folders within the folder are left alone. A table in a form
     * that is not read is told, and other files that look like tables are warned of.
     *
     * @throws IOException if the folder or a file cannot be read
     */
    public static InputFiles read(Path folder, Problems problems) throws IOException {
        if (!Files.isDirectory(folder)) {
            problems.add(Place.ofFile(folder.toString()), "", ProblemKind.FOLDER_MISSING);
            return new InputFiles(List.of());
        }
        List<InputFile> files = new ArrayList<>();
        long bytesLeft = MOST_BYTES_OF_ALL;
        for (Path entry : entriesByName(folder)) {
            String name = entry.getFileName().toString();
            if (InputFiles.isKnown(name)) {
                Optional<InputFile> file = readFile(entry, name, problems);
                long bytes = file.map(read -> read.bytes().length).orElse(0);
                if (bytes > bytesLeft) {
                    problems.add(
                            Place.ofFile(name),
                            "",
                            ProblemKind.FILES_TOO_LARGE,
                            MOST_BYTES_OF_ALL / MIB);
                } else {
                    bytesLeft -= bytes;
                    file.ifPresent(files::add);
                }
            } else if (InputFiles.isTableInAnotherForm(name)) {
                problems.add(
                        Place.ofFile(name),
                        "",
                        ProblemKind.FILE_IN_ANOTHER_FORM,
                        name.substring(0, name.lastIndexOf('.')).toLowerCase(Locale.ROOT));
            } else if (looksLikeInput(entry, name)) {
                problems.add(Place.ofFile(name), "", ProblemKind.UNKNOWN_FILE);
            }
        }
        return new InputFiles(files);
    }

    private static List<Path> entriesByName(Path folder) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(entries::add);
        }
        Collections.sort(entries);
        return entries;
    }

    /** Reads a file; empty, with the fault told, where it is not read. */
    private static Optional<InputFile> readFile(Path path, String name, Problems problems)
            throws IOException {
        // Nothing but a plain file: a pipe or a device would never end.
        if (!isPlainFile(path)) {
            problems.add(Place.ofFile(name), "", ProblemKind.FILE_NOT_A_FILE);
            return Optional.empty();
        }
        int most = mostBytes(name);
        byte[] bytes;
        // Not readAllBytes: a file may grow while it is read.
        try (InputStream in = Files.newInputStream(path)) {
            bytes = Files.size(path) > most ? null : in.readNBytes(most + 1);
        }
        if (bytes == null || bytes.length > most) {
            problems.add(
                    Place.ofFile(name),
                    "",
                    ProblemKind.FILE_TOO_LARGE,
                    // Rounded up: it is larger than what may be read, by however little.
                    (Files.size(path) + MIB - 1) / MIB,
                    most / MIB);
        } else if (bytes.length == 0) {
            problems.add(Place.ofFile(name), "", ProblemKind.FILE_EMPTY);
        } else {
            return Optional.of(new InputFile(name, bytes));
        }
        return Optional.empty();
    }

    /**
     * Whether a file that was kept elsewhere, and may be anything, is one that a folder can have.
     */
    public static boolean canHave(InputFile file) {
        return InputFiles.isKnown(file.name()) && file.bytes().length <= mostBytes(file.name());
    }

    private static int mostBytes(String name) {
        return name.equals(InputFiles.SETTINGS) ? MOST_BYTES_OF_SETTINGS : MOST_BYTES;
    }

    /**
     * Whether it is a file that has an end, or a link to one.
     *
     * @throws AccessDeniedException if nobody may tell
     */
    private static boolean isPlainFile(Path path) throws IOException {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class).isRegularFile();
        } catch (AccessDeniedException e) {
            throw e;
        } catch (FileSystemException e) {
            // A link that goes round, or to nothing.
            return false;
        }
    }

    private static boolean looksLikeInput(Path path, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return !name.startsWith(".")
                && !name.startsWith("~$")
                && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                && (InputFiles.isNamedAsTable(lower)
                        || lower.endsWith(".csv")
                        || lower.endsWith(".xlsx")
                        || lower.endsWith(".yml")
                        || lower.endsWith(".yaml"));
    }
}
