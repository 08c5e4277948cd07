package se.gits.costshare.export.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.run.Issuance;

/**
 * What a municipality does with its invoice's workbook: takes the figures of {@code Underlag},
 * counts by the rules on paper (CONTRACT 3), and finds the amounts of {@code Faktura}. Nothing of
 * the program's own arithmetic is used.
 */
class MunicipalityCheckTest {

    private static final Pattern CODE_LAST = Pattern.compile(".*\\(([A-Z0-9-]+)\\)");
    private static final Pattern FRACTION = Pattern.compile("(\\d+)/(\\d+)");

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"input-samples, 2023-01", "input-samples/portfolj, 2023-10"})
    void theWorkbookIsEnough(Path input, YearMonth month) throws IOException {
        Issuance issuance = SampleIssuances.of(input, month);
        InvoiceWorkbook exporter = new InvoiceWorkbook(issuance);
        int checked = 0;
        for (Invoice invoice : issuance.invoices()) {
            OpenedWorkbook workbook = new OpenedWorkbook(exporter.export(invoice));
            Basis basis = new Basis(workbook.sheet("Underlag"));
            String own = workbook.textAfter("Er kod").orElseThrow();
            for (Line line : lines(workbook.sheet("Faktura"))) {
                assertThat(basis.amount(line, own, month))
                        .as(own + " rad " + line.row())
                        .isEqualTo(line.ore());
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(240);
    }

    private record Line(String object, String row, String key, long ore) {}

    private static List<Line> lines(Sheet invoice) {
        Map<String, Integer> columns = new HashMap<>();
        List<Line> lines = new ArrayList<>();
        for (Row row : invoice) {
            if (columns.isEmpty() && text(row, 0).equals("Objekt")) {
                row.forEach(
                        cell ->
                                columns.put(
                                        text(row, cell.getColumnIndex()), cell.getColumnIndex()));
            } else if (!columns.isEmpty() && !text(row, columns.get("Rad")).isEmpty()) {
                lines.add(
                        new Line(
                                text(row, columns.get("Objekt")),
                                text(row, columns.get("Rad")),
                                text(row, columns.get("Nyckel")),
                                ore(row.getCell(columns.get("Belopp, SEK")))));
            }
        }
        return lines;
    }

    private static String text(Row row, int column) {
        Cell cell = row.getCell(column);
        return cell == null || cell.getCellType() != CellType.STRING
                ? ""
                : cell.getStringCellValue();
    }

    private static long ore(Cell cell) {
        return BigDecimal.valueOf(cell.getNumericCellValue())
                .setScale(2, RoundingMode.HALF_UP)
                .movePointRight(2)
                .longValueExact();
    }

    /** What stands on the sheet, read as a person reads it: section by section. */
    private static final class Basis {

        private final Map<String, List<Row>> budget = new HashMap<>();
        private final Map<String, List<KeyPart>> keys = new LinkedHashMap<>();
        private final List<Table> tables = new ArrayList<>();
        private final Map<String, Set<String>> participants = new HashMap<>();
        private final Map<String, YearMonth> objectFrom = new HashMap<>();
        private final List<YearMonth> choices = new ArrayList<>();

        /** A key's row: a party's or a group's. */
        private record KeyPart(
                String part,
                String by,
                YearMonth from,
                BigInteger numerator,
                BigInteger denominator) {}

        /** Who shares a group's part, by what. */
        private record Table(
                String group, String by, Map<String, Long> weights, List<YearMonth> begins) {}

        Basis(Sheet sheet) {
            String section = "";
            String object = "";
            for (Row row : sheet) {
                String first = text(row, 0);
                boolean isHeading = text(row, 1).isEmpty() && !first.isEmpty();
                if (isHeading && !first.equals("Summa")) {
                    section = first;
                    if (section.contains(" deltagare")) {
                        tables.add(table(section));
                    }
                } else if (section.startsWith("Budgetrader") && isNumber(row)) {
                    budget.computeIfAbsent(first, r -> new ArrayList<>()).add(row);
                } else if (section.startsWith("Nycklar") && isNumber(row)) {
                    keys.computeIfAbsent(first, k -> new ArrayList<>()).add(part(row));
                } else if (section.startsWith("Lika delar")) {
                    if (text(row, 1).startsWith("Deltagare: ")) {
                        codes(text(row, 1).substring(11))
                                .forEach(
                                        code ->
                                                tables.get(tables.size() - 1)
                                                        .weights()
                                                        .put(code, 1L));
                    }
                } else if (section.contains(" deltagare")
                        && isNumber(row)
                        && !first.equals("Summa")) {
                    Table table = tables.get(tables.size() - 1);
                    table.weights().put(first, (long) row.getCell(5).getNumericCellValue());
                    if (!text(row, 3).isEmpty()) {
                        table.begins().add(YearMonth.parse(text(row, 3)));
                    }
                } else if (section.startsWith("Val av folkmängd")
                        && text(row, 3).matches("\\d{4}-\\d{2}")) {
                    choices.add(YearMonth.parse(text(row, 3)));
                } else if (section.equals("Objekt") && isNumber(row)) {
                    object = first;
                    objectFrom.put(object, YearMonth.parse(text(row, 3)));
                    participants.put(object, codes(text(row, 2)));
                } else if (section.equals("Objekt") && text(row, 1).startsWith("Deltagare: ")) {
                    participants.put(object, codes(text(row, 1).substring(11)));
                }
            }
        }

        private static boolean isNumber(Row row) {
            Cell cell = row.getCell(5);
            return cell != null
                    && (cell.getCellType() == CellType.NUMERIC
                            || cell.getCellType() == CellType.FORMULA);
        }

        private static Set<String> codes(String text) {
            return new TreeSet<>(List.of(text.split(" ")));
        }

        private static Table table(String title) {
            String by =
                    title.startsWith("Invånare")
                            ? "invånare"
                            : title.startsWith("Lika delar")
                                    ? "lika delar"
                                    : title.substring(7, title.indexOf(':'));
            String group = title.substring(title.indexOf(": ") + 2, title.lastIndexOf(", "));
            return new Table(group, by, new TreeMap<>(), new ArrayList<>());
        }

        private static KeyPart part(Row row) {
            Matcher single = CODE_LAST.matcher(text(row, 1));
            Cell share = row.getCell(5);
            BigInteger numerator;
            BigInteger denominator;
            if (share.getCellType() == CellType.FORMULA) {
                Matcher fraction = FRACTION.matcher(share.getCellFormula());
                assertThat(fraction.matches()).isTrue();
                numerator = new BigInteger(fraction.group(1));
                denominator = new BigInteger(fraction.group(2));
            } else {
                BigDecimal exact =
                        BigDecimal.valueOf(share.getNumericCellValue())
                                .setScale(12, RoundingMode.HALF_UP);
                numerator = exact.unscaledValue();
                denominator = BigInteger.TEN.pow(12);
            }
            return new KeyPart(
                    single.matches() ? single.group(1) : text(row, 1),
                    text(row, 2),
                    YearMonth.parse(text(row, 3)),
                    numerator,
                    denominator);
        }

        /** In öre, the month's. */
        long amount(Line line, String own, YearMonth month) {
            Row row = budget.get(line.row()).get(0);
            YearMonth from = YearMonth.parse(text(row, 3));
            int months = index(from, YearMonth.parse(text(row, 4)));
            int k = index(from, month);
            int start = index(from, segmentStart(line, from, month));
            long annual = ore(row.getCell(5));
            long before = accrued(annual, start - 1, months);
            return part(line, own, accrued(annual, k, months) - before)
                    - part(line, own, accrued(annual, k - 1, months) - before);
        }

        private static int index(YearMonth from, YearMonth month) {
            return (month.getYear() - from.getYear()) * 12
                    + month.getMonthValue()
                    - from.getMonthValue()
                    + 1;
        }

        /** Where shares or figures last changed. */
        private YearMonth segmentStart(Line line, YearMonth from, YearMonth month) {
            List<YearMonth> begins = new ArrayList<>(List.of(from, objectFrom.get(line.object())));
            keys.get(line.key()).forEach(part -> begins.add(part.from()));
            if (keys.get(line.key()).stream().anyMatch(part -> part.by().equals("invånare"))) {
                begins.addAll(choices);
            }
            for (KeyPart part : keys.get(line.key())) {
                tables.stream()
                        .filter(table -> table.by().equals(part.by()))
                        .forEach(table -> begins.addAll(table.begins()));
            }
            return begins.stream()
                    .filter(begin -> !begin.isAfter(month))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }

        /** Accumulated through a month, half an öre up, away from zero. */
        private static long accrued(long annual, int month, int months) {
            return BigDecimal.valueOf(annual)
                    .multiply(BigDecimal.valueOf(month))
                    .divide(BigDecimal.valueOf(months), 0, RoundingMode.HALF_UP)
                    .longValueExact();
        }

        /** The party's of a cost: between the key's rows, and then within the groups. */
        private long part(Line line, String own, long cost) {
            List<KeyPart> parts =
                    keys.get(line.key()).stream()
                            .sorted(Comparator.comparing(KeyPart::part).thenComparing(KeyPart::by))
                            .toList();
            List<BigInteger> shares = new ArrayList<>();
            for (KeyPart part : parts) {
                BigInteger others = BigInteger.ONE;
                for (KeyPart other : parts) {
                    others = other == part ? others : others.multiply(other.denominator());
                }
                shares.add(part.numerator().multiply(others));
            }
            List<Long> ofParts = largestRemainder(cost, shares);
            long sum = 0;
            for (int i = 0; i < parts.size(); i++) {
                KeyPart part = parts.get(i);
                if (part.by().isEmpty()) {
                    sum += part.part().equals(own) ? ofParts.get(i) : 0;
                } else {
                    sum += member(line, part, own, ofParts.get(i));
                }
            }
            return sum;
        }

        private long member(Line line, KeyPart part, String own, long cost) {
            Set<String> taking = participants.get(line.object());
            Table table =
                    tables.stream()
                            .filter(one -> one.group().equals(part.part()))
                            .filter(one -> one.by().equals(part.by()))
                            .filter(
                                    one ->
                                            taking.contains("alla")
                                                    || taking.containsAll(one.weights().keySet()))
                            .max(Comparator.comparing(one -> one.weights().size()))
                            .orElse(null);
            if (table == null || !table.weights().containsKey(own)) {
                return 0;
            }
            List<String> codes = List.copyOf(table.weights().keySet());
            List<Long> amounts =
                    largestRemainder(
                            cost,
                            codes.stream()
                                    .map(code -> BigInteger.valueOf(table.weights().get(code)))
                                    .toList());
            return amounts.get(codes.indexOf(own));
        }

        /** Whole öre to everyone, those left over to the largest remainders, the first first. */
        private static List<Long> largestRemainder(long cost, List<BigInteger> weights) {
            BigInteger total = weights.stream().reduce(BigInteger.ZERO, BigInteger::add);
            long left = Math.abs(cost);
            List<Long> parts = new ArrayList<>();
            List<BigInteger> remainders = new ArrayList<>();
            for (BigInteger weight : weights) {
                BigInteger[] quota =
                        BigInteger.valueOf(Math.abs(cost))
                                .multiply(weight)
                                .divideAndRemainder(total);
                parts.add(quota[0].longValueExact());
                remainders.add(quota[1]);
                left -= quota[0].longValueExact();
            }
            for (; left > 0; left--) {
                int largest = 0;
                for (int i = 1; i < remainders.size(); i++) {
                    if (remainders.get(i).compareTo(remainders.get(largest)) > 0) {
                        largest = i;
                    }
                }
                parts.set(largest, parts.get(largest) + 1);
                remainders.set(largest, BigInteger.valueOf(-1));
            }
            return cost < 0 ? parts.stream().map(part -> -part).toList() : parts;
        }
    }
}
