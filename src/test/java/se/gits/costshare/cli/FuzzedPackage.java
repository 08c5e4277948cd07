package se.gits.costshare.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import se.gits.costshare.fuzz.ByteMutation;
import se.gits.costshare.fuzz.Mutation;
import se.gits.costshare.fuzz.ZipMutation;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.pack.ActPackage;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.register.RegisterExtract;
import se.gits.costshare.register.RunIdentity;
import se.gits.costshare.run.ActKind;

/**
 * Packages made hostile: as bytes and as zip files, which their sums tell; and by one who makes the
 * sums anew, and where he changes an input file also the hashes that it and the run are known by.
 */
final class FuzzedPackage {

    private FuzzedPackage() {}

    static Mutation mutation() {
        Mutation bytes =
                new ByteMutation(List.of("PK\u0003\u0004", "PK\u0001\u0002", "PK\u0005\u0006"));
        Mutation zip = new ZipMutation(ZipMutation::byName);
        Mutation summed = FuzzedPackage::summed;
        return Mutation.oneOf(bytes, zip, zip, summed, summed, summed, summed, summed);
    }

    private static byte[] summed(List<byte[]> corpus, Random random) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        ZipMutation.parts(Mutation.any(corpus, random))
                .forEach(part -> files.put(part.name(), part.bytes()));
        files.remove(ActPackage.SUMS);
        List<String> names =
                files.keySet().stream()
                        .filter(name -> name.contains("/") && !name.endsWith(".pdf"))
                        .toList();
        if (names.isEmpty()) {
            return new ActPackage("x", files).bytes();
        }
        int changes = 1 + random.nextInt(2);
        for (int i = 0; i < changes; i++) {
            String name = nameIn(names, random);
            byte[] after = partOf(name, random).of(List.of(files.get(name)), random);
            if (name.startsWith(ActPackage.INPUTS) && random.nextInt(8) > 0) {
                changeInput(files, name.substring(ActPackage.INPUTS.length()), after);
            } else {
                files.put(name, after);
            }
        }
        return new ActPackage("x", files).bytes();
    }

    /** The register's tables and the input files more often than the many files of invoices. */
    private static String nameIn(List<String> names, Random random) {
        String folder = Mutation.any(List.of(ActPackage.REGISTER, ActPackage.INPUTS, "2"), random);
        List<String> within = names.stream().filter(name -> name.startsWith(folder)).toList();
        return Mutation.any(within.isEmpty() ? names : within, random);
    }

    private static Mutation partOf(String name, Random random) {
        return name.endsWith(".xlsx")
                ? new ZipMutation(ZipMutation::byName)
                : ZipMutation.byName(name, random);
    }

    /** Changes an input file; the run is known by it, so its key changes wherever it stands. */
    static void changeInput(SortedMap<String, byte[]> files, String name, byte[] after) {
        byte[] before = files.put(ActPackage.INPUTS + name, after);
        replaceInTables(files, InputFile.sha256(before), InputFile.sha256(after));
        List<CSVRecord> inputs = rows(files, RegisterExtract.INPUTS);
        for (CSVRecord act : rows(files, RegisterExtract.ACTS)) {
            String key = act.get("körning");
            SortedMap<String, String> hashes = new TreeMap<>();
            inputs.stream()
                    .filter(input -> input.get("körning").equals(key))
                    .forEach(input -> hashes.put(input.get("namn"), input.get("sha256")));
            if (!key.isEmpty()) {
                try {
                    replaceInTables(files, key, identity(act, hashes).key());
                } catch (IllegalArgumentException | DateTimeException e) {
                    // The table was changed before so that it is of no run.
                    return;
                }
            }
        }
    }

    private static RunIdentity identity(CSVRecord act, SortedMap<String, String> hashes) {
        String party = act.get("part");
        return new RunIdentity(
                ActKind.ofSwedish(act.get("slag")),
                YearMonth.parse(act.get("månad")),
                party.isEmpty() ? Optional.empty() : Optional.of(new PartyCode(party)),
                hashes,
                LocalDate.parse(act.get("fakturadatum")),
                act.get("skäl"),
                act.get("föregående"));
    }

    /** The rows of a table of the register; none where it was made unreadable before. */
    private static List<CSVRecord> rows(SortedMap<String, byte[]> files, String table) {
        byte[] bytes = files.getOrDefault(ActPackage.REGISTER + table, new byte[0]);
        CSVFormat format =
                CSVFormat.RFC4180
                        .builder()
                        .setDelimiter(';')
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get();
        try (CSVParser parser = CSVParser.parse(new String(bytes, UTF_8), format)) {
            List<CSVRecord> rows = parser.getRecords();
            rows.forEach(row -> row.get("körning"));
            return rows;
        } catch (IOException | RuntimeException e) {
            return List.of();
        }
    }

    private static void replaceInTables(
            SortedMap<String, byte[]> files, String before, String after) {
        files.replaceAll(
                (name, bytes) ->
                        name.startsWith(ActPackage.REGISTER)
                                ? new String(bytes, UTF_8).replace(before, after).getBytes(UTF_8)
                                : bytes);
    }
}
