package se.gits.costshare.register;

import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.apache.commons.csv.CSVRecord;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.input.InputFiles;
import se.gits.costshare.input.InputFolder;
import se.gits.costshare.invoice.InvoiceNumber;
import se.gits.costshare.invoice.InvoiceSeries;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.money.VatRate;
import se.gits.costshare.party.Invoicing;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.ActKind;
import se.gits.costshare.run.Amount;
import se.gits.costshare.run.Issued;
import se.gits.costshare.run.Issued.SeriesEnd;
import se.gits.costshare.run.IssuedAct;
import se.gits.costshare.run.IssuedAct.IssuedAmount;

/**
 * The acts of one budget year as the tables of a {@link RegisterExtract} have them. They may come
 * from anywhere: what does not hang together is refused and nothing is looked up by what stands in
 * them but the files that came with them.
 */
public final class ExtractedActs implements IssuedActs {

    private final Map<String, byte[]> fileOfHash = new HashMap<>();
    private final Map<String, List<CSVRecord>> rowsOfTable = new HashMap<>();
    private final List<Act> acts = new ArrayList<>();
    private final SortedMap<Integer, List<IssuedAmount>> amountsOfAct = new TreeMap<>();
    private final List<Row> chain = new ArrayList<>();

    /** What every act is known by, also those of other years. */
    private record Row(int sequence, String folder, String manifest) {}

    /**
     * Reads the tables.
     *
     * @param tables by their names
     * @param files every input file that came with them
     * @throws IllegalArgumentException if they are not what a register gives
     */
    public ExtractedActs(SortedMap<String, byte[]> tables, List<byte[]> files) {
        files.forEach(file -> fileOfHash.put(InputFile.sha256(file), file));
        try {
            tables.forEach((name, bytes) -> rowsOfTable.put(name, RegisterExtract.rows(bytes)));
            readActs();
            rows(RegisterExtract.AMOUNTS)
                    .forEach(
                            row ->
                                    amountsOfAct
                                            .computeIfAbsent(
                                                    Integer.valueOf(row.get("utfärdande")),
                                                    act -> new ArrayList<>())
                                            .add(amount(row)));
            acts.forEach(
                    act -> {
                        inputsOf(act);
                        invoicesOf(act);
                    });
            lastOfSeries(Integer.MAX_VALUE);
        } catch (DateTimeException
                | ArithmeticException
                | NoSuchElementException
                | UncheckedIOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private List<CSVRecord> rows(String table) {
        List<CSVRecord> rows = rowsOfTable.get(table);
        if (rows == null) {
            throw new IllegalArgumentException(table + " is missing");
        }
        return rows;
    }

    private void readActs() {
        Map<String, SortedMap<String, String>> inputsOfRun = new HashMap<>();
        rows(RegisterExtract.INPUTS)
                .forEach(
                        row ->
                                inputsOfRun
                                        .computeIfAbsent(row.get("körning"), run -> new TreeMap<>())
                                        .put(row.get("namn"), row.get("sha256")));
        Map<String, CSVRecord> attestOfNumber = new HashMap<>();
        rows(RegisterExtract.ATTESTS).forEach(row -> attestOfNumber.put(row.get("nummer"), row));
        for (CSVRecord row : rows(RegisterExtract.ACTS)) {
            int sequence = Integer.parseInt(row.get("nummer"));
            chain.add(new Row(sequence, row.get("mapp"), row.get("manifest")));
            if (!row.get("körning").isEmpty()) {
                RunIdentity run =
                        run(row, inputsOfRun.getOrDefault(row.get("körning"), new TreeMap<>()));
                if (!run.key().equals(row.get("körning"))) {
                    throw new IllegalArgumentException(row.get("mapp") + " is of another run");
                }
                acts.add(
                        new Act(
                                sequence,
                                run,
                                row.get("mapp"),
                                row.get("regler"),
                                row.get("manifest"),
                                Optional.ofNullable(attestOfNumber.get(row.get("attest")))
                                        .map(attest -> attest(attest, run)),
                                row.get("hash")));
            }
        }
    }

    private static RunIdentity run(CSVRecord act, SortedMap<String, String> inputs) {
        String party = act.get("part");
        return new RunIdentity(
                ActKind.ofSwedish(act.get("slag")),
                YearMonth.parse(act.get("månad")),
                party.isEmpty() ? Optional.empty() : Optional.of(new PartyCode(party)),
                inputs,
                LocalDate.parse(act.get("fakturadatum")),
                act.get("skäl"),
                act.get("föregående"));
    }

    private static Attest attest(CSVRecord row, RunIdentity run) {
        return new Attest(
                Long.parseLong(row.get("nummer")),
                run,
                row.get("namn"),
                row.get("inloggning"),
                Instant.parse(row.get("tid")),
                row.get("innehåll"),
                row.get("utkastets_manifest"));
    }

    private static IssuedAmount amount(CSVRecord row) {
        String invoice = row.get("fakturanummer");
        return new IssuedAmount(
                new Amount(
                        row.get("rad"),
                        row.get("objekt"),
                        new PartyCode(row.get("part")),
                        Invoicing.ofSwedish(row.get("fakturering")),
                        LineKind.ofSwedish(row.get("typ")),
                        YearMonth.parse(row.get("avser")),
                        new VatRate(Integer.parseInt(row.get("momssats")), row.get("momsgrund")),
                        RegisterExtract.kronor(row, "belopp")),
                invoice.isEmpty() ? Optional.empty() : Optional.of(InvoiceNumber.parse(invoice)));
    }

    @Override
    public List<Act> acts() {
        return List.copyOf(acts);
    }

    @Override
    public InputFiles inputsOf(Act act) {
        List<InputFile> files = new ArrayList<>();
        act.run()
                .inputs()
                .forEach(
                        (name, sha256) -> {
                            byte[] bytes = fileOfHash.get(sha256);
                            if (bytes == null) {
                                throw new IllegalArgumentException(name + " is missing");
                            }
                            InputFile file = new InputFile(name, bytes);
                            if (!InputFolder.canHave(file)) {
                                throw new IllegalArgumentException(name + " is no input");
                            }
                            files.add(file);
                        });
        return new InputFiles(files);
    }

    @Override
    public List<InvoiceRow> invoicesOf(Act act) {
        return rows(RegisterExtract.INVOICES).stream()
                .filter(row -> row.get("utfärdande").equals(Integer.toString(act.sequence())))
                .map(
                        row ->
                                new InvoiceRow(
                                        row.get("nummer"),
                                        row.get("typ"),
                                        LocalDate.parse(row.get("fakturadatum")),
                                        LocalDate.parse(row.get("förfallodatum")),
                                        row.get("part"),
                                        row.get("namn"),
                                        row.get("ocr"),
                                        RegisterExtract.kronor(row, "netto"),
                                        RegisterExtract.kronor(row, "moms"),
                                        RegisterExtract.kronor(row, "öresavrundning"),
                                        RegisterExtract.kronor(row, "att_betala")))
                .toList();
    }

    @Override
    public Issued issuedBefore(int sequence, Year year) {
        List<IssuedAct> ofYear =
                acts.stream()
                        .filter(act -> act.sequence() < sequence)
                        .filter(act -> act.terms().year().equals(year))
                        .map(act -> act.with(amountsOf(act)))
                        .toList();
        String previous =
                chain.stream()
                        .filter(row -> row.sequence() < sequence)
                        .reduce((one, later) -> later)
                        .map(Row::manifest)
                        .orElse("");
        return new Issued(ofYear, lastOfSeries(sequence), previous);
    }

    @Override
    public List<IssuedAmount> amountsOf(Act act) {
        return amountsOfAct.getOrDefault(act.sequence(), List.of());
    }

    private Map<InvoiceSeries, SeriesEnd> lastOfSeries(int beforeSequence) {
        Map<InvoiceSeries, SeriesEnd> last = new HashMap<>();
        for (CSVRecord row : rows(RegisterExtract.SERIES)) {
            addLater(last, row);
        }
        for (CSVRecord row : rows(RegisterExtract.INVOICES)) {
            if (Integer.parseInt(row.get("utfärdande")) < beforeSequence) {
                addLater(last, row);
            }
        }
        return last;
    }

    private static void addLater(Map<InvoiceSeries, SeriesEnd> last, CSVRecord row) {
        InvoiceNumber number = InvoiceNumber.parse(row.get("nummer"));
        last.merge(
                number.series(),
                new SeriesEnd(number, LocalDate.parse(row.get("fakturadatum"))),
                BinaryOperator.maxBy(Comparator.comparing(SeriesEnd::number)));
    }
}
