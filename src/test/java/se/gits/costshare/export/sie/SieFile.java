package se.gits.costshare.export.sie;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A file of SIE type 4I as a strict reader sees it: its vouchers, and every rule that it breaks.
 * Written from the specification, edition 4B, and not from what the program writes.
 */
final class SieFile {

    private static final Set<String> MANDATORY =
            Set.of("#FLAGGA", "#PROGRAM", "#FORMAT", "#GEN", "#SIETYP", "#FNAMN");
    private static final Set<String> IDENTIFICATION =
            Set.of(
                    "#FLAGGA",
                    "#PROGRAM",
                    "#FORMAT",
                    "#GEN",
                    "#SIETYP",
                    "#PROSA",
                    "#FTYP",
                    "#FNR",
                    "#ORGNR",
                    "#ADRESS",
                    "#FNAMN",
                    "#RAR",
                    "#TAXAR",
                    "#KPTYP",
                    "#VALUTA");
    private static final Set<String> CHART =
            Set.of("#KONTO", "#KTYP", "#ENHET", "#SRU", "#DIM", "#UNDERDIM", "#OBJEKT");
    private static final Set<String> FORBIDDEN =
            Set.of(
                    "#BKOD",
                    "#OMFATTN",
                    "#IB",
                    "#UB",
                    "#OIB",
                    "#OUB",
                    "#RES",
                    "#PSALDO",
                    "#PBUDGET");

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    /** A voucher's text and entries. */
    record Voucher(
            String series, String number, LocalDate date, String text, List<Entry> entries) {}

    /** An entry; its objects by dimension. */
    record Entry(String account, Map<String, String> objects, BigDecimal amount, String text) {}

    /** A field is one word, one text, or one list within braces. */
    private record Field(String text, boolean isList) {}

    private final List<String> faults = new ArrayList<>();
    private final List<Voucher> vouchers = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private final List<String> dimensions = new ArrayList<>();
    private final Map<String, List<String>> fieldsOf = new TreeMap<>();
    private int line;

    private SieFile() {}

    static SieFile read(byte[] bytes) {
        SieFile file = new SieFile();
        file.readAll(bytes);
        return file;
    }

    List<String> faults() {
        return faults;
    }

    List<Voucher> vouchers() {
        return vouchers;
    }

    /** The fields of the one record with that label. */
    List<String> fieldsOf(String label) {
        return fieldsOf.get(label);
    }

    private void fault(String what) {
        faults.add("line " + line + ": " + what);
    }

    private void readAll(byte[] bytes) {
        for (byte b : bytes) {
            if (b >= 0 && b < ' ' && b != '\n' && b != '\r' || b == 0x7F) {
                fault("control character " + b);
            }
        }
        String text = new String(bytes, Charset.forName("IBM437"));
        if (!text.endsWith("\n")) {
            fault("the last record has no end");
        }
        Optional<Voucher> open = Optional.empty();
        boolean isWithin = false;
        for (String record : text.split("\r?\n")) {
            line++;
            if (record.equals("{")) {
                if (open.isEmpty() || isWithin) {
                    fault("a brace that opens nothing");
                }
                isWithin = true;
            } else if (record.equals("}")) {
                if (!isWithin) {
                    fault("a brace that closes nothing");
                }
                open.ifPresent(this::close);
                open = Optional.empty();
                isWithin = false;
            } else {
                List<Field> fields = fields(record);
                if (fields.isEmpty()) {
                    continue;
                }
                String label = fields.get(0).text();
                if (isWithin) {
                    if (label.equals("#TRANS") && open.isPresent()) {
                        entry(fields).ifPresent(open.get().entries()::add);
                    } else {
                        fault(label + " within a voucher");
                    }
                } else if (open.isPresent()) {
                    fault("a voucher without entries");
                    open = Optional.empty();
                } else {
                    open = head(label, fields);
                }
            }
        }
        if (open.isPresent()) {
            fault("a voucher that does not end");
        }
        checkWhole();
    }

    private Optional<Voucher> head(String label, List<Field> fields) {
        if (FORBIDDEN.contains(label)) {
            fault(label + " may not stand in type 4I");
        } else if (label.equals("#VER")) {
            labels.add(label);
            return voucher(fields);
        } else if (IDENTIFICATION.contains(label) || CHART.contains(label)) {
            if (IDENTIFICATION.contains(label) && !label.equals("#RAR") && labels.contains(label)) {
                fault(label + " twice");
            }
            int earlier = labels.isEmpty() ? 0 : place(labels.get(labels.size() - 1));
            if (place(label) < earlier) {
                fault(label + " stands too late");
            }
            labels.add(label);
            fieldsOf.put(label, fields.stream().skip(1).map(Field::text).toList());
            checkHead(label, fields);
        } else {
            fault("unknown record " + label);
        }
        return Optional.empty();
    }

    private static int place(String label) {
        return label.equals("#FLAGGA")
                ? 0
                : IDENTIFICATION.contains(label) ? 1 : CHART.contains(label) ? 2 : 3;
    }

    private void checkHead(String label, List<Field> fields) {
        String first = fields.size() > 1 ? fields.get(1).text() : "";
        switch (label) {
            case "#FLAGGA" -> demand(first.equals("0"), "the flag is not 0");
            case "#FORMAT" -> demand(first.equals("PC8"), "the format is not PC8");
            case "#SIETYP" -> demand(first.equals("4"), "the type is not 4");
            case "#GEN" -> day(first);
            case "#ORGNR" -> demand(first.matches("\\d{6}-\\d{4}"), "no organisation number");
            case "#PROGRAM" -> demand(fields.size() == 3, "a program has name and version");
            case "#FNAMN" -> demand(!first.isBlank(), "no name");
            case "#KONTO" ->
                    demand(first.matches("\\d+") && fields.size() == 3, "no account with a name");
            case "#DIM" -> {
                demand(first.matches("\\d+") && fields.size() == 3, "no dimension with a name");
                dimensions.add(first);
            }
            case "#OBJEKT" -> demand(fields.size() == 4, "no object with a name");
            default -> demand(!first.isEmpty(), label + " says nothing");
        }
    }

    private void demand(boolean holds, String otherwise) {
        if (!holds) {
            fault(otherwise);
        }
    }

    private Optional<Voucher> voucher(List<Field> fields) {
        if (fields.size() < 4) {
            fault("a voucher lacks fields");
            return Optional.empty();
        }
        return Optional.of(
                new Voucher(
                        fields.get(1).text(),
                        fields.get(2).text(),
                        day(fields.get(3).text()),
                        fields.size() > 4 ? fields.get(4).text() : "",
                        new ArrayList<>()));
    }

    private LocalDate day(String text) {
        try {
            return LocalDate.parse(text, DAY);
        } catch (DateTimeException e) {
            fault("no day: " + text);
            return LocalDate.EPOCH;
        }
    }

    private Optional<Entry> entry(List<Field> fields) {
        if (fields.size() < 4 || !fields.get(2).isList()) {
            fault("an entry lacks fields");
            return Optional.empty();
        }
        demand(fields.get(1).text().matches("\\d+"), "an account is not numeric");
        String amount = fields.get(3).text();
        if (!amount.matches("-?\\d+(\\.\\d{1,2})?")) {
            fault("no amount: " + amount);
            return Optional.empty();
        }
        if (fields.size() > 4 && !fields.get(4).text().isEmpty()) {
            day(fields.get(4).text());
        }
        return Optional.of(
                new Entry(
                        fields.get(1).text(),
                        objects(fields.get(2).text()),
                        new BigDecimal(amount),
                        fields.size() > 5 ? fields.get(5).text() : ""));
    }

    private Map<String, String> objects(String list) {
        Map<String, String> objects = new TreeMap<>();
        List<Field> words = fields(list);
        demand(words.size() % 2 == 0, "objects come in pairs");
        for (int i = 0; i + 1 < words.size(); i += 2) {
            String dimension = words.get(i).text();
            demand(dimension.matches("\\d+"), "a dimension is not numeric");
            demand(
                    dimension.matches("\\d+")
                            && (Integer.parseInt(dimension) < 20 || dimensions.contains(dimension)),
                    "dimension " + dimension + " is not declared");
            demand(objects.put(dimension, words.get(i + 1).text()) == null, "a dimension twice");
        }
        return objects;
    }

    private void close(Voucher voucher) {
        vouchers.add(voucher);
        BigDecimal sum =
                voucher.entries().stream()
                        .map(Entry::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        demand(sum.signum() == 0, "the voucher comes to " + sum);
        demand(!voucher.entries().isEmpty(), "a voucher without entries");
    }

    private void checkWhole() {
        line = 0;
        demand(
                !labels.isEmpty() && labels.get(0).equals("#FLAGGA"),
                "the file does not begin with its flag");
        for (String label : MANDATORY) {
            demand(labels.contains(label), label + " is missing");
        }
    }

    /** Words with spaces between, texts within quotation marks, lists within braces. */
    private List<Field> fields(String record) {
        List<Field> fields = new ArrayList<>();
        int at = 0;
        while (at < record.length()) {
            char c = record.charAt(at);
            if (c == ' ' || c == '\t') {
                at++;
            } else if (c == '"') {
                StringBuilder text = new StringBuilder();
                at = text(record, at + 1, text);
                fields.add(new Field(text.toString(), false));
            } else if (c == '{') {
                int end = endOfList(record, at + 1);
                fields.add(new Field(record.substring(at + 1, Math.max(at + 1, end)), true));
                at = end + 1;
            } else {
                int end = at;
                while (end < record.length() && " \t".indexOf(record.charAt(end)) < 0) {
                    demand("\"{}".indexOf(record.charAt(end)) < 0, "a word with " + record);
                    end++;
                }
                fields.add(new Field(record.substring(at, end), false));
                at = end;
            }
        }
        return fields;
    }

    private int text(String record, int from, StringBuilder text) {
        int at = from;
        while (at < record.length() && record.charAt(at) != '"') {
            if (record.charAt(at) == '\\'
                    && at + 1 < record.length()
                    && record.charAt(at + 1) == '"') {
                at++;
            }
            text.append(record.charAt(at));
            at++;
        }
        demand(at < record.length(), "a text that does not end");
        demand(
                at + 1 >= record.length() || " }".indexOf(record.charAt(at + 1)) >= 0,
                "a text with something at its end");
        return at + 1;
    }

    private int endOfList(String record, int from) {
        boolean isText = false;
        for (int at = from; at < record.length(); at++) {
            char c = record.charAt(at);
            if (c == '"' && record.charAt(at - 1) != '\\') {
                isText = !isText;
            } else if (c == '}' && !isText) {
                return at;
            }
        }
        fault("a list that does not end");
        return record.length();
    }
}
