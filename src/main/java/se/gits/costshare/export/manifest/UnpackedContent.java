package se.gits.costshare.export.manifest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import se.gits.costshare.input.InputFile;

/**
 * The hash of what is in a workbook, apart from how it is packed: should another machine compress
 * the same parts to other bytes, this still tells that nothing in them differs.
 */
public final class UnpackedContent {

    private UnpackedContent() {}

    /**
     * The SHA-256 of a text with a line for each part, by name: the SHA-256 of its bytes, two
     * spaces, its name, a line feed.
     */
    public static String sha256(byte[] workbook) {
        SortedMap<String, String> hashOfPart = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                hashOfPart.put(part.getName(), InputFile.sha256(zip.readAllBytes()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A workbook of our own cannot be unpacked", e);
        }
        StringBuilder lines = new StringBuilder();
        for (Map.Entry<String, String> part : hashOfPart.entrySet()) {
            lines.append(part.getValue()).append("  ").append(part.getKey()).append('\n');
        }
        return InputFile.sha256(lines.toString().getBytes(StandardCharsets.UTF_8));
    }
}
