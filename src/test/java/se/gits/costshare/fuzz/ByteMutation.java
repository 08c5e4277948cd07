package se.gits.costshare.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Turns, removes, repeats and inserts bytes, whatever they mean. */
public final class ByteMutation implements Mutation {

    /** Larger files take their time and show nothing that a small one does not. */
    private static final int LARGEST = 256 * 1024;

    private static final int MOST_CHANGES = 5;

    private final List<String> dictionary;

    /**
     * @param dictionary what means something in files of the kind
     */
    public ByteMutation(List<String> dictionary) {
        this.dictionary = List.copyOf(dictionary);
    }

    @Override
    public byte[] of(List<byte[]> corpus, Random random) {
        byte[] bytes = Mutation.any(corpus, random).clone();
        int changes = 1 + random.nextInt(MOST_CHANGES);
        for (int i = 0; i < changes; i++) {
            bytes = changed(bytes, corpus, random);
        }
        return bytes;
    }

    private byte[] changed(byte[] bytes, List<byte[]> corpus, Random random) {
        int at = random.nextInt(bytes.length + 1);
        int length = Math.min(bytes.length - at, 1 + random.nextInt(1 << random.nextInt(12)));
        byte[] range = Arrays.copyOfRange(bytes, at, at + length);
        return switch (random.nextInt(11)) {
            case 0 -> turned(bytes, random);
            case 1 -> overwritten(bytes, at, new byte[] {(byte) random.nextInt(256)});
            case 2 -> replaced(bytes, at, length, new byte[0]);
            case 3 -> replaced(bytes, at, 0, range);
            case 4 -> replaced(bytes, at, 0, repeated(range, 1 << random.nextInt(14)));
            case 5 -> replaced(bytes, at, 0, token(random));
            case 6 -> overwritten(bytes, at, token(random));
            case 7 -> spliced(bytes, Mutation.any(corpus, random), random);
            case 8 -> Arrays.copyOf(bytes, at);
            case 9 -> replaced(bytes, at, length, token(random));
            default -> replaced(bytes, random.nextInt(bytes.length + 1), 0, range);
        };
    }

    private static byte[] turned(byte[] bytes, Random random) {
        if (bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private byte[] token(Random random) {
        List<String> words =
                switch (random.nextInt(6)) {
                    case 0 -> HostileValues.RUNNING;
                    case 1 -> HostileValues.UNSEEN;
                    case 2 -> HostileValues.EDGES;
                    default -> dictionary;
                };
        return Mutation.any(words, random)
                .getBytes(
                        random.nextInt(8) == 0
                                ? StandardCharsets.ISO_8859_1
                                : StandardCharsets.UTF_8);
    }

    private static byte[] spliced(byte[] bytes, byte[] other, Random random) {
        byte[] begin = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
        int from = random.nextInt(other.length + 1);
        return replaced(begin, begin.length, 0, Arrays.copyOfRange(other, from, other.length));
    }

    private static byte[] overwritten(byte[] bytes, int at, byte[] with) {
        return replaced(bytes, at, Math.min(with.length, bytes.length - at), with);
    }

    private static byte[] replaced(byte[] bytes, int at, int length, byte[] with) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        out.writeBytes(with);
        out.write(bytes, at + length, bytes.length - at - length);
        byte[] made = out.toByteArray();
        return made.length > LARGEST ? Arrays.copyOf(made, LARGEST) : made;
    }

    private static byte[] repeated(byte[] bytes, int times) {
        int fit = bytes.length == 0 ? 0 : Math.min(times, LARGEST / bytes.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < fit; i++) {
            out.writeBytes(bytes);
        }
        return out.toByteArray();
    }
}
