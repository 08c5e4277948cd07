package se.gits.costshare.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Unpacks a zip file, changes what is in it or what it says of that, and packs it again. */
public final class ZipMutation implements Mutation {

    private static final List<String> NAMES =
            List.of(
                    "../x",
                    "../../../../x",
                    "/x",
                    "//x",
                    "\\x",
                    "..\\x",
                    "C:\\x",
                    "C:x",
                    "CON",
                    "a/../../x",
                    "./x",
                    "x/",
                    "",
                    " ",
                    "x\0y",
                    "x\ny",
                    "\u202Ex",
                    "register/../../x",
                    "underlag/../x",
                    "UNDERLAG/PARTER.CSV",
                    "xl/workbook.xml",
                    "XL/WORKBOOK.XML",
                    "2023-01/../manifest.json",
                    "x".repeat(6_000));

    private final BiFunction<String, Random, Mutation> mutationOfPart;

    /**
     * @param mutationOfPart how the part of a name is made hostile
     */
    public ZipMutation(BiFunction<String, Random, Mutation> mutationOfPart) {
        this.mutationOfPart = mutationOfPart;
    }

    /** A part of the zip file. */
    public record Part(String name, byte[] bytes) {}

    /** What is in a zip file, in its order. */
    public static List<Part> parts(byte[] zip) {
        List<Part> parts = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.add(new Part(entry.getName(), in.readAllBytes()));
            }
        } catch (IOException | IllegalArgumentException e) {
            // A corpus file may be damaged on purpose: what was read so far is enough.
            return parts;
        }
        return parts;
    }

    @Override
    public byte[] of(List<byte[]> corpus, Random random) {
        byte[] zip = Mutation.any(corpus, random);
        List<Part> parts = parts(zip);
        if (parts.isEmpty()) {
            return zip;
        }
        int changes = 1 + random.nextInt(2);
        for (int i = 0; i < changes; i++) {
            changePart(parts, random);
        }
        ForgedZip forged = new ForgedZip();
        parts.forEach(part -> forged.add(part.name(), part.bytes()));
        if (random.nextInt(3) == 0) {
            lie(forged, random);
        }
        return forged.bytes();
    }

    private void changePart(List<Part> parts, Random random) {
        int at = random.nextInt(parts.size());
        Part part = parts.get(at);
        switch (random.nextInt(12)) {
            case 0 -> {
                if (parts.size() > 1) {
                    parts.remove(at);
                }
            }
            case 1 -> parts.add(part);
            case 2 -> parts.set(at, new Part(Mutation.any(NAMES, random), part.bytes()));
            case 3 -> parts.add(new Part(Mutation.any(NAMES, random), part.bytes()));
            case 4 -> parts.set(at, new Part(Mutation.any(parts, random).name(), part.bytes()));
            case 5 -> parts.set(at, new Part(part.name(), Mutation.any(parts, random).bytes()));
            default -> {
                List<byte[]> alone = List.of(part.bytes());
                byte[] changed = mutationOfPart.apply(part.name(), random).of(alone, random);
                parts.set(at, new Part(part.name(), changed));
            }
        }
    }

    private static void lie(ForgedZip zip, Random random) {
        ForgedZip.Entry entry = Mutation.any(zip.entries(), random);
        switch (random.nextInt(14)) {
            case 0 -> entry.saysSize(anySize(random));
            case 1 -> entry.saysPackedSize(anySize(random));
            case 2 -> entry.saysChecksum(random.nextInt());
            case 3 -> entry.saysMethod(random.nextInt(100));
            case 4 -> entry.withFlags(1);
            case 5 -> entry.withFlags(1 << 3);
            case 6 -> entry.withFlags(random.nextInt(1 << 16));
            case 7 -> entry.asLink();
            case 8 -> entry.calledInDirectory(Mutation.any(NAMES, random));
            case 9 -> {
                byte[] extra = new byte[random.nextInt(200)];
                random.nextBytes(extra);
                // Often the one for sizes beyond four gigabytes.
                if (extra.length > 4 && random.nextBoolean()) {
                    extra[0] = 1;
                    extra[1] = 0;
                }
                entry.withExtra(extra);
            }
            case 10 -> zip.sayingFewer(random.nextInt(5) - 2);
            case 11 -> zip.withDirectoryOffBy(random.nextInt(64) - 32);
            case 12 -> zip.withComment(HostileValues.RUNNING.get(0).repeat(random.nextInt(50)));
            default -> zip.addBomb(entry.name() + "x", 1L << (10 + random.nextInt(15)));
        }
    }

    private static long anySize(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> 0;
            case 1 -> 0xFFFFFFFFL;
            case 2 -> 0x7FFFFFFFL;
            case 3 -> 0x80000000L;
            default -> random.nextInt(1 << 20);
        };
    }

    /** A mutation by how a part is called: markup, tables, JSON, or bytes of anything. */
    public static Mutation byName(String name, Random random) {
        TokenMutation xml = TokenMutation.xml();
        TokenMutation json = TokenMutation.json();
        if (random.nextInt(5) == 0) {
            return new ByteMutation(xml.words());
        }
        if (name.endsWith(".csv")) {
            return new TableMutation();
        }
        if (name.endsWith(".yml")) {
            return TokenMutation.yaml();
        }
        if (name.endsWith(".json")) {
            return json;
        }
        return name.endsWith(".xml") || name.endsWith(".rels")
                ? xml
                : new ByteMutation(List.of("PK", "%PDF"));
    }
}
