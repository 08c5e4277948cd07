package se.gits.costshare.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A zip file put together header by header, so that it can say what no honest program writes: two
 * entries of one name, sizes and checksums that are lies, entries that share their bytes.
 *
 * @see "APPNOTE.TXT, .ZIP File Format Specification, 4.3"
 */
public final class ForgedZip {

    private static final int DEFLATED = 8;
    private static final int UTF8 = 1 << 11;

    private final List<Entry> entries = new ArrayList<>();
    private String comment = "";
    private int missingFromCount;
    private long directoryOffBy;

    /** What an entry says of itself; what it says may be changed. */
    public static final class Entry {
        String name;
        byte[] packed = new byte[0];
        int method = DEFLATED;
        int flags = UTF8;
        long crc;
        long packedSize;
        long size;
        long externalAttributes;
        byte[] extra = new byte[0];
        String nameInDirectory;

        /** The entry whose bytes it has instead of its own; −1 for its own. */
        int sharesBytesOf = -1;

        /** Says that it unpacks to so many bytes. */
        public Entry saysSize(long bytes) {
            size = bytes;
            return this;
        }

        /** Says that it takes so many bytes packed. */
        public Entry saysPackedSize(long bytes) {
            packedSize = bytes;
            return this;
        }

        public Entry saysChecksum(long checksum) {
            crc = checksum;
            return this;
        }

        public Entry saysMethod(int number) {
            method = number;
            return this;
        }

        public Entry withFlags(int bits) {
            flags |= bits;
            return this;
        }

        public Entry withExtra(byte[] bytes) {
            extra = bytes.clone();
            return this;
        }

        /** Makes it a symbolic link to the path that its bytes are. */
        public Entry asLink() {
            externalAttributes = 0xA1FFL << 16;
            return this;
        }

        /** Is called otherwise in the directory than before its bytes. */
        public Entry calledInDirectory(String other) {
            nameInDirectory = other;
            return this;
        }

        public String name() {
            return name;
        }

        /** What it honestly unpacks to. */
        public byte[] unpacked() {
            try (InputStream in =
                    new InflaterInputStream(new ByteArrayInputStream(packed), new Inflater(true))) {
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The entries of an honest zip file, packed again. */
    public static ForgedZip of(byte[] zip) {
        ForgedZip forged = new ForgedZip();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                forged.add(entry.getName(), in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return forged;
    }

    public Entry add(String name, byte[] bytes) {
        Entry entry = new Entry();
        entry.name = name;
        entry.nameInDirectory = name;
        fill(entry, bytes);
        entries.add(entry);
        return entry;
    }

    private static void fill(Entry entry, byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        CRC32 crc = new CRC32();
        crc.update(bytes);
        entry.packed = packed.toByteArray();
        entry.packedSize = entry.packed.length;
        entry.size = bytes.length;
        entry.crc = crc.getValue();
    }

    /** Adds an entry that has the bytes of an earlier one, by its number from 0. */
    public Entry addSharing(String name, int other) {
        Entry first = entries.get(other);
        Entry entry = new Entry();
        entry.name = name;
        entry.nameInDirectory = name;
        entry.crc = first.crc;
        entry.packedSize = first.packedSize;
        entry.size = first.size;
        entry.sharesBytesOf = other;
        entries.add(entry);
        return entry;
    }

    /** An entry that unpacks to so many equal bytes; made without holding them. */
    public Entry addBomb(String name, long size) {
        Entry entry = add(name, new byte[0]);
        CRC32 crc = new CRC32();
        byte[] piece = new byte[1 << 16];
        Arrays.fill(piece, (byte) ' ');
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out =
                new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_COMPRESSION, true))) {
            for (long left = size; left > 0; left -= piece.length) {
                int length = (int) Math.min(left, piece.length);
                out.write(piece, 0, length);
                crc.update(piece, 0, length);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        entry.packed = packed.toByteArray();
        entry.packedSize = entry.packed.length;
        entry.size = size;
        entry.crc = crc.getValue();
        return entry;
    }

    /** The entries, in the order in which they are written. */
    public List<Entry> entries() {
        return entries;
    }

    public ForgedZip with(Consumer<ForgedZip> change) {
        change.accept(this);
        return this;
    }

    public ForgedZip withComment(String text) {
        comment = text;
        return this;
    }

    /** Says at its end that it has fewer entries, or more, than it has. */
    public ForgedZip sayingFewer(int entriesMissing) {
        missingFromCount = entriesMissing;
        return this;
    }

    /** Says at its end that the directory begins elsewhere. */
    public ForgedZip withDirectoryOffBy(long bytes) {
        directoryOffBy = bytes;
        return this;
    }

    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long[] offsets = new long[entries.size()];
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (entry.sharesBytesOf >= 0) {
                offsets[i] = offsets[entry.sharesBytesOf];
                continue;
            }
            offsets[i] = out.size();
            out.writeBytes(header(entry, entry.name, -1));
            out.writeBytes(entry.packed);
        }
        int directory = out.size();
        for (int i = 0; i < offsets.length; i++) {
            out.writeBytes(header(entries.get(i), entries.get(i).nameInDirectory, offsets[i]));
        }
        byte[] words = comment.getBytes(StandardCharsets.UTF_8);
        int count = entries.size() - missingFromCount;
        ByteBuffer end = little(22 + words.length);
        end.putInt(0x06054b50).putInt(0).putShort((short) count).putShort((short) count);
        end.putInt(out.size() - directory).putInt((int) (directory + directoryOffBy));
        end.putShort((short) words.length).put(words);
        out.writeBytes(end.array());
        return out.toByteArray();
    }

    /** The header before an entry's bytes (offset −1), or the one in the directory. */
    private static byte[] header(Entry entry, String called, long offset) {
        byte[] name = called.getBytes(StandardCharsets.UTF_8);
        boolean inDirectory = offset >= 0;
        ByteBuffer header = little((inDirectory ? 46 : 30) + name.length + entry.extra.length);
        header.putInt(inDirectory ? 0x02014b50 : 0x04034b50);
        if (inDirectory) {
            // Made on Unix, so that the attributes below are those of a file there.
            header.putShort((short) (3 << 8 | 20));
        }
        header.putShort((short) 20).putShort((short) entry.flags).putShort((short) entry.method);
        header.putInt(0x00410041).putInt((int) entry.crc);
        header.putInt((int) entry.packedSize).putInt((int) entry.size);
        header.putShort((short) name.length).putShort((short) entry.extra.length);
        if (inDirectory) {
            header.putShort((short) 0).putShort((short) 0).putShort((short) 0);
            header.putInt((int) entry.externalAttributes).putInt((int) offset);
        }
        return header.put(name).put(entry.extra).array();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
