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
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.input.InputFiles;
import se.gits.costshare.input.InputFolder;
import se.gits.costshare.input.Problems;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.Books;
import se.gits.costshare.run.Causes;
import se.gits.costshare.run.Inputs;
import se.gits.costshare.run.InputsReader;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.Issued;
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
                RunTerms.ofMonth(JANUARY, LocalDate.of(2023, 1, 31), ""),
                inputs(change),
                Issued.NOTHING,
                Causes.UNTOLD);
    }

    static Issuance januaryDraft() {
        return IssuingRun.calculate(
                RunTerms.ofMonth(JANUARY, LocalDate.of(2023, 1, 31), "").asDraft(),
                inputs(text -> text),
                Issued.NOTHING,
                Causes.UNTOLD);
    }

    /** February with January's adjustments, after a change of the input. */
    static Issuance february(String reason, UnaryOperator<String> change) {
        Books books = new Books();
        books.issue(RunTerms.ofMonth(JANUARY, LocalDate.of(2023, 1, 31), ""), inputs(text -> text));
        return books.issue(
                RunTerms.ofMonth(FEBRUARY, LocalDate.of(2023, 2, 28), reason), inputs(change));
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
}
