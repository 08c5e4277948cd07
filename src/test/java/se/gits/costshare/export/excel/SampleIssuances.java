package se.gits.costshare.export.excel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.input.InputFiles;
import se.gits.costshare.input.InputFolder;
import se.gits.costshare.input.Problems;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceNumber;
import se.gits.costshare.invoice.InvoiceSeries;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.Amount;
import se.gits.costshare.run.Inputs;
import se.gits.costshare.run.InputsReader;
import se.gits.costshare.run.Issued;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.IssuingRun;
import se.gits.costshare.run.RunTerms;

/** Months of the sample input, as it stands or with some of its text changed. */
final class SampleIssuances {

    static final YearMonth JANUARY = YearMonth.of(2023, 1);
    static final YearMonth FEBRUARY = YearMonth.of(2023, 2);

    private SampleIssuances() {}

    static Issuance january() {
        return january(text -> text);
    }

    /**
     * @param change made to the text of every file
     */
    static Issuance january(UnaryOperator<String> change) {
        return IssuingRun.calculate(
                new RunTerms(JANUARY, LocalDate.of(2023, 1, 31), "", false),
                inputs(change),
                Issued.NOTHING);
    }

    static Issuance januaryDraft() {
        return IssuingRun.calculate(
                new RunTerms(JANUARY, LocalDate.of(2023, 1, 31), "", true),
                inputs(text -> text),
                Issued.NOTHING);
    }

    /** February with January's adjustments, after a change of the input. */
    static Issuance february(String reason, UnaryOperator<String> change) {
        return IssuingRun.calculate(
                new RunTerms(FEBRUARY, LocalDate.of(2023, 2, 28), reason, false),
                inputs(change),
                issued(january()));
    }

    /**
     * February when operation and coordinators turn out to cost a tenth: every party gets a credit.
     */
    static Issuance februaryOfCredits() {
        return february(
                "Avtalet om drift sades upp",
                text -> text.replace("7 600 000", "760 000").replace("3 600 000", "360 000"));
    }

    static Invoice invoiceTo(String party, Issuance issuance) {
        return issuance.invoices().stream()
                .filter(invoice -> invoice.recipient().code().equals(new PartyCode(party)))
                .findFirst()
                .orElseThrow();
    }

    static Inputs inputs(UnaryOperator<String> change) {
        Problems problems = new Problems();
        try {
            InputFiles read = InputFolder.read(Path.of("input-samples"), problems);
            List<InputFile> files = new ArrayList<>();
            for (InputFile file : read.all()) {
                String text = new String(file.bytes(), StandardCharsets.UTF_8);
                // The control sums of the sample would refuse most changes.
                String changed =
                        text.equals(change.apply(text)) ? text : uncontrolled(change, text);
                files.add(new InputFile(file.name(), changed.getBytes(StandardCharsets.UTF_8)));
            }
            Optional<Inputs> inputs =
                    InputsReader.read(new InputFiles(files), Year.of(2023), problems);
            return inputs.orElseThrow(
                    () -> new IllegalStateException(problems.faults().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String uncontrolled(UnaryOperator<String> change, String text) {
        String without =
                text.startsWith("\uFEFFrad;objekt;")
                        ? text.lines()
                                .filter(line -> !line.startsWith("Totalt"))
                                .map(line -> line.replaceAll(";[^;]*;[^;]*$", ""))
                                .collect(Collectors.joining("\n"))
                        : text;
        return change.apply(without);
    }

    private static Issued issued(Issuance issuance) {
        Map<PartyCode, Invoice> invoiceOfParty =
                issuance.invoices().stream()
                        .collect(
                                Collectors.toMap(
                                        invoice -> invoice.recipient().code(),
                                        Function.identity()));
        List<Issued.IssuedAmount> amounts = new ArrayList<>();
        for (Amount amount : issuance.amounts()) {
            amounts.add(
                    new Issued.IssuedAmount(
                            amount,
                            Optional.ofNullable(invoiceOfParty.get(amount.party()))
                                    .flatMap(Invoice::number)));
        }
        Map<InvoiceSeries, Issued.SeriesEnd> ends = new TreeMap<>();
        for (Invoice invoice : issuance.invoices()) {
            InvoiceNumber number = invoice.number().orElseThrow();
            ends.put(number.series(), new Issued.SeriesEnd(number, invoice.issueDate()));
        }
        return new Issued(new TreeSet<>(Set.of(issuance.terms().month())), amounts, ends, "");
    }
}
