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
public final class SampleIssuances {

    static final YearMonth JANUARY = YearMonth.of(2023, 1);
    static final YearMonth FEBRUARY = YearMonth.of(2023, 2);

    private static final Year YEAR = Year.of(2023);

    /** Operation cost less than its budget, consultants more. */
    static final String SURPLUS =
            """
            rad;utfall
            1;6 900 000,01
            2;3 600 000
            3;0
            4;2 150 000,50
            5;220 000
            """;

    /** Every line cost more than its budget. */
    static final String DEFICIT =
            """
            rad;utfall
            1;7 700 000
            2;3 700 000
            3;900 000
            4;2 100 000
            5;300 000
            """;

    private SampleIssuances() {}

    public static Issuance january() {
        return january(text -> text);
    }

    /**
     * @param change made to the text of every file
     */
    public static Issuance january(UnaryOperator<String> change) {
        return IssuingRun.calculate(
                RunTerms.ofMonth(JANUARY, LocalDate.of(2023, 1, 31), ""),
                inputs(change),
                Issued.NOTHING,
                Causes.UNTOLD);
    }

    public static Issuance januaryDraft() {
        return IssuingRun.calculate(
                RunTerms.ofMonth(JANUARY, LocalDate.of(2023, 1, 31), "").asDraft(),
                inputs(text -> text),
                Issued.NOTHING,
                Causes.UNTOLD);
    }

    /** February with January's adjustments, after a change of the input. */
    public static Issuance february(String reason, UnaryOperator<String> change) {
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

    /**
     * A credit to Göteborg of January, part of which February had adjusted: it stands on two
     * invoices.
     */
    public static Issuance credit(String reason) {
        return credit(reason, text -> text);
    }

    /**
     * @param change made to the text of every file, also for the months that are credited
     */
    static Issuance credit(String reason, UnaryOperator<String> change) {
        return twoMonths(change)
                .issue(
                        credit("1480", reason),
                        inputs(text -> change.apply(SampleIssuances.dearer(text))));
    }

    /** The credited month issued anew, when the input has changed once more. */
    public static RunTerms reissueTerms() {
        return RunTerms.ofReissue(
                JANUARY, new PartyCode("1480"), LocalDate.of(2023, 3, 31), "Rätt folkmängd");
    }

    /** As {@link #reissueTerms} or a draft of it says. */
    public static Issuance reissue(RunTerms terms, UnaryOperator<String> change) {
        Books books = twoMonths(text -> text);
        books.issue(credit("1480", "Fel folkmängd"), inputs(SampleIssuances::dearer));
        return IssuingRun.calculate(terms, inputs(change), books.issued(), Causes.UNTOLD);
    }

    public static String dearer(String text) {
        return text.replace("2 000 000", "2 400 000");
    }

    /** January and, after an addition, February. */
    private static Books twoMonths(UnaryOperator<String> change) {
        Books books = new Books();
        books.issue(RunTerms.ofMonth(JANUARY, LocalDate.of(2023, 1, 31), ""), inputs(change));
        books.issue(
                RunTerms.ofMonth(FEBRUARY, LocalDate.of(2023, 2, 28), "Tillägg"),
                inputs(text -> change.apply(dearer(text))));
        return books;
    }

    private static RunTerms credit(String party, String reason) {
        return RunTerms.ofCredit(JANUARY, new PartyCode(party), LocalDate.of(2023, 3, 31), reason);
    }

    /** To settle the year, a month after its end. */
    static RunTerms settlementTerms() {
        return RunTerms.ofSettlement(YEAR, LocalDate.of(2024, 1, 31), "");
    }

    /**
     * The year settled when operation cost less than was invoiced, consultants more, and the rest
     * what they were budgeted to: some parties are paid back and all have lines of both signs.
     */
    public static Issuance settlement() {
        return settlement(settlementTerms(), SURPLUS, text -> text);
    }

    /**
     * The year settled.
     *
     * @param outcome {@code utfall-2023.csv}
     * @param change made to the text of every file, for the months too
     */
    public static Issuance settlement(
            RunTerms terms, String outcome, UnaryOperator<String> change) {
        Inputs ofMonths = inputs(change);
        Books books = new Books();
        for (int month = 1; month <= 12; month++) {
            YearMonth of = YEAR.atMonth(month);
            books.issue(RunTerms.ofMonth(of, of.atEndOfMonth(), ""), ofMonths);
        }
        return IssuingRun.calculate(
                terms, inputsWithOutcome(outcome, change), books.issued(), Causes.UNTOLD);
    }

    /** A month of every kind of object, key and party. */
    static Issuance portfolio(YearMonth month) {
        return of(Path.of("input-samples/portfolj"), month);
    }

    /** A month of an input folder, the first that is issued. */
    static Issuance of(Path input, YearMonth month) {
        Problems problems = new Problems();
        try {
            return new Books()
                    .issue(
                            month,
                            InputsReader.read(
                                            InputFolder.read(input, problems),
                                            Year.from(month),
                                            problems)
                                    .orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Invoice invoiceTo(String party, Issuance issuance) {
        return issuance.invoices().stream()
                .filter(invoice -> invoice.recipient().code().equals(new PartyCode(party)))
                .findFirst()
                .orElseThrow();
    }

    static Inputs inputs(UnaryOperator<String> change) {
        Problems problems = new Problems();
        return InputsReader.read(new InputFiles(files(change)), YEAR, problems)
                .orElseThrow(() -> new IllegalStateException(problems.faults().toString()));
    }

    private static Inputs inputsWithOutcome(String outcome, UnaryOperator<String> change) {
        List<InputFile> files = files(change);
        files.add(new InputFile("utfall-2023.csv", outcome.getBytes(StandardCharsets.UTF_8)));
        Problems problems = new Problems();
        return InputsReader.readForSettlement(new InputFiles(files), YEAR, problems)
                .orElseThrow(() -> new IllegalStateException(problems.faults().toString()));
    }

    private static List<InputFile> files(UnaryOperator<String> change) {
        try {
            List<InputFile> files = new ArrayList<>();
            for (InputFile file :
                    InputFolder.read(Path.of("input-samples"), new Problems()).all()) {
                // Names that a file for book-keeping could not hold are tried out.
                String text =
                        new String(file.bytes(), StandardCharsets.UTF_8)
                                .replaceFirst("(?s)bokföring:.*?folkmängd:", "folkmängd:");
                // The control sums of the sample would refuse most changes.
                String changed =
                        text.equals(change.apply(text)) ? text : uncontrolled(change, text);
                files.add(new InputFile(file.name(), changed.getBytes(StandardCharsets.UTF_8)));
            }
            return files;
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
