package se.gits.costshare.input;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** The parts of a workbook, which is a zip file: opened one by one, each up to a limit. */
final class WorkbookParts implements Closeable {

    /** A sheet of a hundred thousand rows takes some 50 MiB. */
    static final long MOST_BYTES = 128L * 1024 * 1024;

    /** What is small anyhow need not be dense to be harmless. */
    private static final long SMALL_BYTES = 8L * 1024 * 1024;

    /** Real sheets shrink to a tenth or so; a zip bomb to a thousandth. */
    private static final long MOST_TIMES = 100;

    private final ZipFile zip;

    WorkbookParts(byte[] bytes) throws IOException {
        zip =
                ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                        .get();
    }

    /** A part that is larger, or more tightly packed, than any real workbook's. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1;

        TooLarge(String part) {
            super(part + " is too large");
        }
    }

    boolean contains(String part) {
        return zip.getEntry(part) != null;
    }

    /**
     * Opens a part.
     *
     * @throws IOException if there is no such part
     */
    InputStream open(String part) throws IOException {
        ZipArchiveEntry entry = zip.getEntry(part);
        if (entry == null) {
            throw new IOException("No part " + part);
        }
        long most =
                Math.min(
                        MOST_BYTES,
                        Math.max(SMALL_BYTES, MOST_TIMES * Math.max(1, entry.getCompressedSize())));
        return new Bounded(zip.getInputStream(entry), part, most);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** What the zip says of a part's size may be a lie; what comes out of it is counted. */
    private static final class Bounded extends FilterInputStream {

        private final String part;
        private long left;

        Bounded(InputStream in, String part, long most) {
            super(in);
            this.part = part;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            int read = super.read(to, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) throws TooLarge {
            left -= read;
            if (left < 0) {
                throw new TooLarge(part);
            }
        }
    }
}
