package se.gits.costshare.template;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import se.gits.costshare.export.excel.FormColumn;
import se.gits.costshare.input.InputFiles;

/**
 * An input folder for a newcomer: every table as workbook, the settings with explanations, {@code
 * LAS-MIG.txt}, and the same tables as CSV in a folder of their own within it, which is an input
 * folder too.
 */
public final class NewInputFolder {

    /** The folder within the folder, with the tables as CSV. */
    public static final String CSV = "csv";

    /** What to do, and what each column is for. */
    public static final String READ_ME = "LAS-MIG.txt";

    private static final int LINE_WIDTH = 92;
    private static final String INDENTATION = "   ";

    private static final String ASIDE = ".under-arbete-";

    private final Path place;
    private final Map<String, byte[]> files;

    private NewInputFolder(Path place, Map<String, byte[]> files) {
        this.place = place;
        this.files = files;
    }

    /**
     * Writes the folder, whole or not at all. It is made where it is missing, with the folders
     * above it.
     *
     * @throws DirectoryNotEmptyException if there is anything in it; nothing was touched
     * @throws NotDirectoryException if a file has its place, or that of a folder above it
     * @throws IOException if it cannot be written; what was written is removed
     */
    public static void create(Path folder) throws IOException {
        NewInputFolder created = new NewInputFolder(folder.toAbsolutePath().normalize(), files());
        created.refuseFileInTheWay();
        if (Files.isDirectory(created.place)) {
            created.fill();
        } else {
            created.make();
        }
    }

    /** Every file, by its path within the folder; the same bytes every time. */
    static Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        byte[] settings = TemplateText.ofResource(InputFiles.SETTINGS).bytes();
        for (InputTable table : InputTable.values()) {
            files.put(table.baseName() + ".xlsx", table.workbook());
            files.put(CSV + "/" + table.baseName() + ".csv", table.csv().bytesWithMark());
        }
        files.put(InputFiles.SETTINGS, settings);
        files.put(CSV + "/" + InputFiles.SETTINGS, settings);
        files.put(READ_ME, readMe().bytesWithMark());
        return files;
    }

    /** The steps, and every table's columns with their notes. */
    private static TemplateText readMe() {
        List<String> lines = new ArrayList<>(TemplateText.ofResource(READ_ME).lines());
        for (InputTable table : InputTable.values()) {
            lines.add("");
            lines.add(table.baseName());
            for (FormColumn column : table.formColumns()) {
                lines.addAll(paragraph(column.heading() + ": " + column.note()));
            }
        }
        return new TemplateText(lines);
    }

    /** The words on lines of a width that is read with ease, indented. */
    private static List<String> paragraph(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() + 1 + word.length() > LINE_WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(INDENTATION).append(INDENTATION).append(word);
                continue;
            }
            line.append(line.isEmpty() ? INDENTATION : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private void refuseFileInTheWay() throws NotDirectoryException {
        for (Path path = place; path != null; path = path.getParent()) {
            if (Files.exists(path) && !Files.isDirectory(path)) {
                throw new NotDirectoryException(path.toString());
            }
        }
    }

    /** A folder that is missing comes into being with its files in it. */
    private void make() throws IOException {
        if (place.getParent() == null) {
            throw new NoSuchFileException(place.toString());
        }
        Files.createDirectories(place.getParent());
        Path aside = place.resolveSibling("." + place.getFileName() + ASIDE + processId());
        // Not one of the JDK's temporary folders: those are closed to the group.
        Files.createDirectory(aside);
        try {
            write(aside);
            Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            removeAfter(e, List.of(aside));
            throw e;
        }
    }

    /**
     * A folder that is there keeps its owner, its rights and whoever stands in it: the files are
     * moved into it, and out again if one of them cannot be.
     */
    private void fill() throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(place)) {
            if (entries.iterator().hasNext()) {
                throw new DirectoryNotEmptyException(place.toString());
            }
        }
        Path aside = place.resolve(ASIDE + processId());
        Files.createDirectory(aside);
        List<Path> mine = new ArrayList<>(List.of(aside));
        try {
            write(aside);
            for (Path made : entriesOf(aside)) {
                Path to = place.resolve(made.getFileName());
                Files.move(made, to);
                mine.add(to);
            }
            Files.delete(aside);
        } catch (IOException e) {
            removeAfter(e, mine);
            throw e;
        }
    }

    /** Two at once keep apart. */
    private static long processId() {
        return ProcessHandle.current().pid();
    }

    private void write(Path aside) throws IOException {
        Files.createDirectory(aside.resolve(CSV));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(
                    aside.resolve(file.getKey()), file.getValue(), StandardOpenOption.CREATE_NEW);
        }
    }

    private static List<Path> entriesOf(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    private static void removeAfter(IOException failure, List<Path> mine) {
        for (Path path : mine) {
            try {
                remove(path);
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
        }
    }

    private static void remove(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> paths = Files.walk(path)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : deepestFirst) {
            Files.delete(each);
        }
    }
}
