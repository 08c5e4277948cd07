package se.gits.costshare.export.excel;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * The parts of a workbook as POI hands them over to be packed. They are packed by {@link
 * ReproducibleZip} alone: to pack them here, unpack and pack them again takes time.
 */
final class CollectedParts extends ZipArchiveOutputStream {

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private String name;
    private ByteArrayOutputStream part;

    CollectedParts() {
        super(OutputStream.nullOutputStream());
    }

    /** What has been written, by the parts' names. */
    Map<String, byte[]> parts() {
        return parts;
    }

    @Override
    public void putArchiveEntry(ZipArchiveEntry entry) {
        name = entry.getName();
        part = new ByteArrayOutputStream();
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        part.write(bytes, offset, length);
    }

    @Override
    public void closeArchiveEntry() {
        parts.put(name, part.toByteArray());
    }

    /** Nothing is packed, so there is no end to write. */
    @Override
    public void finish() {}

    @Override
    public void close() {}
}
