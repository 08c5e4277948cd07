package se.gits.costshare.fuzz;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Puts hostile cells into a CSV table, moves its rows and columns, writes it in other ways. */
public final class TableMutation implements Mutation {

    private static final int MOST_CHANGES = 4;

    private static final List<Charset> CHARSETS =
            List.of(
                    StandardCharsets.ISO_8859_1,
                    StandardCharsets.UTF_16,
                    StandardCharsets.UTF_16LE,
                    Charset.forName("windows-1252"),
                    Charset.forName("IBM850"));

    @Override
    public byte[] of(List<byte[]> corpus, Random random) {
        String text = new String(Mutation.any(corpus, random), StandardCharsets.UTF_8);
        char delimiter = text.indexOf(';') >= 0 ? ';' : ',';
        List<List<String>> rows = new ArrayList<>();
        for (String line : text.split("\r?\n", -1)) {
            rows.add(new ArrayList<>(List.of(line.split(String.valueOf(delimiter), -1))));
        }
        // One of two times a single one, or hardly any file would be read to its end.
        int changes = random.nextBoolean() ? 1 : 1 + random.nextInt(MOST_CHANGES);
        for (int i = 0; i < changes; i++) {
            change(rows, random);
        }
        return written(rows, random.nextInt(12) == 0 ? anyDelimiter(random) : delimiter, random);
    }

    private static void change(List<List<String>> rows, Random random) {
        int at = random.nextInt(rows.size());
        List<String> row = rows.get(at);
        int column = random.nextInt(row.size());
        switch (random.nextInt(12)) {
            case 0 -> rows.add(at, new ArrayList<>(row));
            case 1 -> rows.add(new ArrayList<>(row));
            case 2 -> {
                if (rows.size() > 1) {
                    rows.remove(at);
                }
            }
            case 3 -> Collections.swap(rows, at, random.nextInt(rows.size()));
            case 4 -> Collections.swap(row, column, random.nextInt(row.size()));
            case 5 -> row.add(column, value(random));
            case 6 -> {
                if (row.size() > 1) {
                    row.remove(column);
                }
            }
            case 7 -> row.set(column, cellOfAnother(rows, random));
            case 8 -> row.set(column, row.get(column) + value(random));
            default -> row.set(column, value(random));
        }
    }

    private static String cellOfAnother(List<List<String>> rows, Random random) {
        return Mutation.any(Mutation.any(rows, random), random);
    }

    /** A text that may harm; now and then a long one. */
    static String value(Random random) {
        String value =
                switch (random.nextInt(4)) {
                    case 0 -> Mutation.any(HostileValues.RUNNING, random);
                    case 1 -> Mutation.any(HostileValues.UNSEEN, random);
                    default -> Mutation.any(HostileValues.EDGES, random);
                };
        return random.nextInt(20) == 0 ? value.repeat(1 << random.nextInt(12)) : value;
    }

    private static char anyDelimiter(Random random) {
        return ";,\t| ".charAt(random.nextInt(5));
    }

    private static byte[] written(List<List<String>> rows, char delimiter, Random random) {
        StringBuilder text = new StringBuilder(random.nextInt(15) == 0 ? "\uFEFF" : "");
        if (random.nextInt(20) == 0) {
            text.append("sep=").append(anyDelimiter(random)).append('\n');
        }
        boolean quoted = random.nextInt(3) > 0;
        String end = Mutation.any(List.of("\n", "\n", "\n", "\r\n", "\r"), random);
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                text.append(i == 0 ? "" : String.valueOf(delimiter));
                String cell = row.get(i);
                boolean odd =
                        cell.chars()
                                .anyMatch(
                                        c -> c == delimiter || c == '\n' || c == '\r' || c == '"');
                // Half of them as they are: quotation marks that close nothing.
                text.append(
                        odd && quoted && !cell.startsWith("\"")
                                ? '"' + cell.replace("\"", "\"\"") + '"'
                                : cell);
            }
            text.append(end);
        }
        Charset charset =
                random.nextInt(15) == 0 ? Mutation.any(CHARSETS, random) : StandardCharsets.UTF_8;
        return text.toString().getBytes(charset);
    }
}
