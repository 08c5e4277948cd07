package se.gits.costshare.input;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** The parts of a workbook, which is a zip file: opened one by one, each up to a limit. */
final class WorkbookParts implements Closeable {

    /** Of a sheet: one of a hundred thousand rows takes some 50 MiB. */
    static final long MOST_BYTES = 128L * 1024 * 1024;

    /** Of the texts that cells share. */
    static final long MOST_BYTES_OF_TEXTS = 64L * 1024 * 1024;

    /** Of anything else: names of sheets, formats, relations. */
    static final long MOST_BYTES_OF_OTHERS = 8L * 1024 * 1024;

    /** What is small anyhow need not be loosely packed to be harmless. */
    private static final long SMALL_BYTES = MOST_BYTES_OF_OTHERS;

    /** Real sheets shrink to a tenth or so; a zip bomb to a thousandth. */
    private static final long MOST_TIMES = 100;

    /** A workbook has some dozen, and one more for each sheet and picture. */
    private static final int MOST_PARTS = 20_000;

    /** How the parts of a workbook are packed. */
    private static final Set<Integer> METHODS =
            Set.of(ZipArchiveEntry.STORED, ZipArchiveEntry.DEFLATED);

    private final ZipFile zip;
    private final TableRoom room;

    /**
     * @param room what is unpacked counts there, and as soon as it is full no more is
     */
    WorkbookParts(byte[] bytes, TableRoom room) throws IOException {
        this.room = room;
        if (entries(bytes) > MOST_PARTS) {
            throw new IOException("More parts than any workbook has");
        }
        zip =
                ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                        .get();
    }

    /** A part that is larger, or more tightly packed, than any real workbook's, or one too many. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1;

        TooLarge(String part) {
            super(part + " is too large");
        }
    }

    /** How many entries the directory may have: the zip reader makes an object of each at once. */
    private static int entries(byte[] bytes) {
        int entries = 0;
        for (int i = 0; i + 3 < bytes.length; i++) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
                entries++;
            }
        }
        return entries;
    }

    boolean contains(String part) {
        return zip.getEntry(part) != null;
    }

    /**
     * Opens a part, whose bytes are held against its checksum when they have all been read.
     *
     * @param mostBytes how much of it is read at most
     * @throws IOException if there is no such part
     */
    InputStream open(String part, long mostBytes) throws IOException {
        ZipArchiveEntry entry = zip.getEntry(part);
        if (entry == null) {
            throw new IOException("No part " + part);
        }
        // Some of the others need libraries that the program does not have.
        if (!METHODS.contains(entry.getMethod())) {
            throw new IOException(part + " is packed as in no workbook");
        }
        long most =
                Math.min(
                        mostBytes,
                        Math.max(SMALL_BYTES, MOST_TIMES * Math.max(1, entry.getCompressedSize())));
        return new Checked(zip.getInputStream(entry), part, most, entry.getCrc(), room);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /**
     * What the zip says of a part's size may be a lie, so what comes out of it is counted; and what
     * it says of its checksum must hold, so that a damaged figure is not taken for a figure.
     */
    private static final class Checked extends CheckedInputStream {

        private final String part;
        private final long expected;
        private final TableRoom room;
        private long left;

        Checked(InputStream in, String part, long most, long expected, TableRoom room) {
            super(in, new CRC32());
            this.part = part;
            this.left = most;
            this.expected = expected;
            this.room = room;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? -1 : 1);
            return read;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            int read = super.read(to, offset, length);
            count(read);
            return read;
        }

        private void count(int read) throws IOException {
            if (read < 0 && getChecksum().getValue() != expected) {
                throw new IOException(part + " is damaged");
            }
            left -= Math.max(read, 0);
            room.takeUnpackedBytes(Math.max(read, 0));
            if (left < 0 || room.isFull()) {
                throw new TooLarge(part);
            }
        }
    }
}
