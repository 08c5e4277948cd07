package se.gits.costshare.export.sie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.gits.costshare.export.Exported;
import se.gits.costshare.input.InputProblem;
import se.gits.costshare.input.ProblemKind;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.money.Money;
import se.gits.costshare.run.Books;
import se.gits.costshare.run.Causes;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.Issued;
import se.gits.costshare.run.IssuingRun;
import se.gits.costshare.run.RandomYear;
import se.gits.costshare.run.RunTerms;
import se.gits.costshare.run.SmallInput;

/** What the receiving system reads: the specification's rules, and the invoices' amounts. */
class BookkeepingFileTest {

    private static final Charset PC8 = Charset.forName("IBM437");
    private static final YearMonth JANUARY = YearMonth.of(2023, 1);
    private static final YearMonth MARCH = YearMonth.of(2023, 3);

    private final Books books = new Books();

    private static SmallInput with(SmallInput input, String more) {
        return input.changeAll(
                "installningar.yml",
                "bokföring: nej\n",
                """
                bokföring:
                  verifikation: per faktura
                  serie: F
                  kundfordran: 1510
                  intern_fordran: 1790
                  moms:
                    25: 2611
                    12: 2621
                    6: 2631
                  öresavrundning: 3740
                  konton:
                    - konto: 3410
                      namn: Ersättning för IT, "delad"
                  kontering:
                    - konto: 3410
                      internt_konto: 3490
                      kostnadsställe: 4711
                %s"""
                        .formatted(more));
    }

    private static SmallInput input() {
        return with(
                new SmallInput(),
                """
                    - objekt: KORT
                      konto: 3420
                      projekt: P1
                    - objekt: SHVO
                      kostnadsslag: möten
                      konto: 3430
                    - kostnadsslag: drift
                      konto: 3440
                  motparter:
                    - typ: kommun
                      motpart: 82
                    - typ: region
                      motpart: 14
                    - part: 1480
                      motpart: 829
                """);
    }

    private static SieFile read(Issuance issuance) {
        byte[] file = Exported.by(new BookkeepingFile(), issuance);
        BookedAmounts.check(file, issuance);
        SieFile read = SieFile.read(file);
        assertThat(read.faults()).as(() -> new String(file, PC8)).isEmpty();
        return read;
    }

    @ParameterizedTest(name = "seed {0}, {1}")
    @MethodSource("seedsAndVouchers")
    void everyActOfARandomYearIsBookedToTheOre(int seed, String voucher, String rounding) {
        new RandomYear(
                        seed,
                        1,
                        new OfficeWithAccounts(
                                books.office(),
                                input ->
                                        with(input, "")
                                                .changeAll(
                                                        "installningar.yml", "per faktura", voucher)
                                                .changeAll(
                                                        "installningar.yml",
                                                        "öresavrundning: nej",
                                                        "öresavrundning: " + rounding)))
                .happen();

        for (Issuance issuance : books.issuances()) {
            SieFile read = read(issuance);
            assertThat(sums(read)).isEqualTo(expected(issuance));
            assertThat(read.vouchers())
                    .hasSize(
                            voucher.equals("per faktura")
                                    ? issuance.invoices().size()
                                    : Math.min(1, issuance.invoices().size()));
        }
    }

    static Stream<Arguments> seedsAndVouchers() {
        return IntStream.rangeClosed(1, 16)
                .mapToObj(
                        seed ->
                                Arguments.of(
                                        seed,
                                        seed % 2 == 0 ? "per faktura" : "per månad",
                                        seed % 4 < 2 ? "ja" : "nej"));
    }

    /** By account, in öre, without what comes to nothing. */
    private static Map<String, Long> sums(SieFile file) {
        Map<String, Long> sums = new TreeMap<>();
        for (SieFile.Voucher voucher : file.vouchers()) {
            for (SieFile.Entry entry : voucher.entries()) {
                sums.merge(
                        entry.account(),
                        entry.amount().movePointRight(2).longValueExact(),
                        Long::sum);
            }
        }
        sums.values().removeIf(sum -> sum == 0);
        return sums;
    }

    private static Map<String, Long> expected(Issuance issuance) {
        Map<String, Long> sums = new TreeMap<>();
        for (Invoice invoice : issuance.invoices()) {
            boolean internal = invoice.isInternal();
            sums.merge(internal ? "1790" : "1510", invoice.payable().ore(), Long::sum);
            sums.merge(internal ? "3490" : "3410", -invoice.net().ore(), Long::sum);
            sums.merge("3740", -invoice.rounding().ore(), Long::sum);
            invoice.vatSums()
                    .forEach(
                            sum ->
                                    sums.merge(
                                            switch (sum.rate().percent()) {
                                                case 25 -> "2611";
                                                case 12 -> "2621";
                                                case 6 -> "2631";
                                                default -> "none";
                                            },
                                            -sum.vat().ore(),
                                            Long::sum));
        }
        sums.values().removeIf(sum -> sum == 0);
        return sums;
    }

    @Test
    void theMostExactPostingAndCounterpartAreUsed() {
        SieFile.Voucher voucher = read(books.issue(MARCH, input().inputs())).vouchers().get(0);

        assertThat(voucher.text()).isEqualTo("Faktura 202300001 Ale kommun");
        assertThat(voucher.series()).isEqualTo("F");
        assertThat(voucher.number()).isEmpty();
        assertThat(voucher.date()).isEqualTo("2023-12-31");
        assertThat(voucher.entries())
                .extracting(SieFile.Entry::account, SieFile.Entry::objects)
                .containsExactly(
                        tuple("1510", Map.of("20", "82")),
                        tuple("3440", Map.of("20", "82")),
                        tuple("3420", Map.of("6", "P1", "20", "82")),
                        tuple("3430", Map.of("20", "82")),
                        tuple("2611", Map.of()));
        assertThat(read(books.issue(JANUARY, input().inputs())).vouchers().get(1).entries().get(0))
                .isEqualTo(
                        new SieFile.Entry(
                                "1510", Map.of("20", "829"), new BigDecimal("211114.93"), ""));
    }

    @Test
    void aCreditIsBookedTheOtherWay() {
        SieFile invoiced = read(books.issue(JANUARY, input().inputs()));
        SieFile credited = read(books.credit(JANUARY, "1480", input().inputs()));

        List<SieFile.Entry> before = invoiced.vouchers().get(1).entries();
        List<SieFile.Entry> back = credited.vouchers().get(0).entries();
        assertThat(credited.vouchers().get(0).text())
                .isEqualTo("Kreditfaktura 202300004 Göteborgs stad");
        assertThat(back).hasSameSizeAs(before);
        for (int i = 0; i < back.size(); i++) {
            assertThat(back.get(i).account()).isEqualTo(before.get(i).account());
            assertThat(back.get(i).amount()).isEqualTo(before.get(i).amount().negate());
        }
    }

    @Test
    void whoIsInvoicedInternallyIsBookedOnAccountsOfItsOwn() {
        SieFile.Voucher internal =
                read(books.issue(JANUARY, with(new SmallInput(), "").inputs())).vouchers().get(3);

        assertThat(internal.text()).isEqualTo("Internfaktura I202300001 Västra Götalandsregionen");
        assertThat(internal.entries())
                .extracting(SieFile.Entry::account)
                .containsExactly("1790", "3490");
    }

    @Test
    void theMonthAsOneVoucherTellsItsInvoices() {
        SmallInput input = input().change("installningar.yml", "per faktura", "per månad");

        SieFile.Voucher voucher = read(books.issue(JANUARY, input.inputs())).vouchers().get(0);

        assertThat(voucher.text()).isEqualTo("Fakturering januari 2023");
        assertThat(voucher.entries())
                .extracting(SieFile.Entry::text)
                .startsWith(
                        "Faktura 202300001 Ale kommun",
                        "Faktura 202300002 Göteborgs stad",
                        "Faktura 202300003 Alingsås kommun",
                        "Internfaktura I202300001 Västra Götalandsregionen",
                        "");
    }

    @Test
    void aDraftSaysThatItIsNotToBeBooked() {
        RunTerms terms = RunTerms.ofMonth(JANUARY, LocalDate.of(2023, 1, 31), "").asDraft();
        Issuance draft =
                IssuingRun.calculate(terms, input().inputs(), Issued.NOTHING, Causes.UNTOLD);

        SieFile read = read(draft);

        assertThat(read.fieldsOf("#PROSA"))
                .containsExactly("UTKAST, ska inte bokföras: Fakturering januari 2023");
        assertThat(read.vouchers())
                .allMatch(
                        voucher ->
                                voucher.text().startsWith("UTKAST Faktura ")
                                        || voucher.text().startsWith("UTKAST Internfaktura "));
    }

    @Test
    void withoutSettingsThereIsNone() {
        Issuance january = books.issue(JANUARY, new SmallInput().inputs());

        assertThat(new BookkeepingFile().isMadeFor(january)).isFalse();
        assertThat(new BookkeepingFile().isMadeFor(books.issue(MARCH, input().inputs()))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kommunen \"vid {sjön}\" #VER",
                "Åäö éÉ ü ñ £ ½ § inte",
                "{",
                "}",
                "#TRANS 1510 {} 1.00"
            })
    void aHostileNameIsReadAsItWasWrittenOrRefused(String name) {
        SmallInput input =
                input().change(
                                "parter.csv",
                                "Göteborgs stad",
                                '"' + name.replace("\"", "\"\"") + '"');
        boolean isWritable = PC8.newEncoder().canEncode(name);

        if (isWritable) {
            assertThat(read(books.issue(JANUARY, input.inputs())).vouchers().get(1).text())
                    .isEqualTo("Faktura 202300002 " + name);
        } else {
            assertThat(input.problems().faults())
                    .extracting(InputProblem::kind)
                    .containsExactly(ProblemKind.NOT_IN_SIE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Göteborg – stad", "Göteborg’s stad", "Göteborg 😀", "Göteborg\\"})
    void whatPc8HasNotIsRefusedWithItsPlace(String name) {
        SmallInput input = input().change("parter.csv", "Göteborgs stad", name);

        assertThat(input.problems().faults())
                .extracting(problem -> problem.kind() + " @ " + problem.place().row())
                .containsExactly("NOT_IN_SIE @ 4");
        assertThat(
                        new SmallInput()
                                .change("parter.csv", "Göteborgs stad", name)
                                .problems()
                                .faults())
                .as("without a file for book-keeping it may stand")
                .isEmpty();
    }

    /** Any amount that is another, and any account that is, is found when the file is read back. */
    @Test
    void whatIsBookedOtherwiseIsFound() {
        Issuance march = books.issue(MARCH, input().inputs());
        String file = new String(Exported.by(new BookkeepingFile(), march), PC8);
        List<String> wrong = new ArrayList<>();
        Matcher amount =
                Pattern.compile("-?\\d+\\.\\d\\d").matcher(file.substring(file.indexOf("#VER")));
        int start = file.indexOf("#VER");
        while (amount.find()) {
            Money other = Money.ofKronor(new BigDecimal(amount.group())).plus(new Money(1));
            wrong.add(
                    file.substring(0, start + amount.start())
                            + other
                            + file.substring(start + amount.end()));
        }
        wrong.add(file.replaceFirst("#TRANS 2611", "#TRANS 3740"));
        wrong.add(file.replaceFirst("#TRANS 2611", "#TRANS 2621"));
        wrong.add(file.replaceFirst("#VER ", "#PROSA "));
        wrong.add(swapped(file));
        wrong.add(file.replaceFirst("#TRANS 1510", "#TRANS 1790"));
        wrong.add(file.replaceFirst("#TRANS 3440", "#TRANS 9999"));
        wrong.add(file.replaceFirst("#TRANS 3440", "#TRANS A"));
        wrong.add(file.substring(0, file.lastIndexOf("#VER")));
        assertThat(wrong).hasSizeGreaterThan(15);

        for (String text : wrong) {
            assertThatThrownBy(() -> BookedAmounts.check(text.getBytes(PC8), march))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    /** The first two vouchers' entries, each on the other. */
    private static String swapped(String file) {
        String[] vouchers = file.split("(?=#VER)");
        String first = vouchers[1].substring(vouchers[1].indexOf('{'));
        String second = vouchers[2].substring(vouchers[2].indexOf('{'));
        vouchers[1] = vouchers[1].replace(first, second);
        vouchers[2] = vouchers[2].replace(second, first);
        return String.join("", vouchers);
    }
}
