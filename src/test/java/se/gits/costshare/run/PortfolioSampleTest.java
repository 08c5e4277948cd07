package se.gits.costshare.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.gits.costshare.budget.ServiceObject;
import se.gits.costshare.budget.ServiceObjectFile;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.input.InputFiles;
import se.gits.costshare.input.InputFolder;
import se.gits.costshare.input.InputProblem;
import se.gits.costshare.input.ProblemKind;
import se.gits.costshare.input.Problems;
import se.gits.costshare.keys.Distribution;
import se.gits.costshare.keys.KeyBook;
import se.gits.costshare.keys.KeyFile;
import se.gits.costshare.keys.KeyShare;
import se.gits.costshare.money.Money;
import se.gits.costshare.money.VatRate;
import se.gits.costshare.party.Invoicing;
import se.gits.costshare.party.Party;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.party.PartyType;
import se.gits.costshare.settings.Settings;

/** The second sample: all that GITS carries, and every kind of key. */
class PortfolioSampleTest {

    private static final Year YEAR = Year.of(2023);

    private static Inputs inputs;
    private static List<InputProblem> warnings;
    private static List<ServiceObject> objects;
    private static KeyBook keys;

    @BeforeAll
    static void read() throws IOException {
        Problems problems = new Problems();
        InputFiles files = InputFolder.read(Path.of("input-samples/portfolj"), problems);
        Map<Year, Inputs> inputsOfYear = InputsReader.readAll(files, problems);
        assertThat(problems.faults()).isEmpty();
        warnings = problems.warnings();
        inputs = inputsOfYear.get(YEAR);

        // The tables once more, since inputs hold what they came to and not their rows.
        Problems again = new Problems();
        objects =
                ServiceObjectFile.read(file("objekt", files), inputs.parties(), again)
                        .orElseThrow()
                        .all();
        keys = KeyFile.read(file("nycklar", files), inputs.parties(), again).orElseThrow();
    }

    private static InputFile file(String table, InputFiles files) {
        return files.required(table, new Problems()).orElseThrow();
    }

    private static List<KeyShare> shares() {
        return keys.all().values().stream().flatMap(List::stream).toList();
    }

    private static List<ResolvedLine> linesOf(String object) {
        return inputs.lines().stream()
                .filter(line -> line.line().objectCode().equals(object))
                .toList();
    }

    private static Money paid(String row, YearMonth month, String party) {
        return inputs.line(row)
                .orElseThrow()
                .amountsOf(month)
                .getOrDefault(new PartyCode(party), Money.ZERO);
    }

    // what is in it

    /** What is missing is what nobody knows of 33 municipalities, and of the invented parties. */
    @Test
    void theOnlyWarningsAreOfWhatAnEInvoiceWillNeed() {
        assertThat(warnings)
                .extracting(InputProblem::kind)
                .containsOnly(ProblemKind.PARTIES_WITHOUT);
    }

    @ParameterizedTest(name = "{0}: {1}, {2} kr")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # object   | name                                                | amount
              SAMSA    | Samordnad hälsa, vård och omsorg (SAMSA)            | 14420000
              AVVIK    | Avvikelser i samverkan, MedControl Pro              | 600000
              SITHS    | Korthanteringskostnader SITHS                       | 900000
              OPPDATA  | Öppna data                                          | 150000
              ELEV     | Elevhälsodata                                       | 240000
              BIBLIO   | Biblioteksapp                                       | 480000
              SAMVY    | SAMVY, kommande IT-tjänst ur Millennium             | 900000
              OVERSYN  | Översyn av GITS omfattning och uppdrag              | 23000
              FAXNPO   | Ersätta fax med NPÖ vid SVPL                        | 800000
              INFO     | Sammanhållen informationsmiljö                      | 1000000
              INTERNET | Tillgång till internet i annan huvudmans lokaler    | 500000
              VALTEK   | Införande av välfärdsteknik, avancerad vård i hemmet | 1000000
              AVVIKP   | Hantering av avvikelser i samverkan                 | 1000000
              JURIDIK  | Juridisk tillämpning vid digitalisering             | 1000000
              SAMSA17  | SAMSA, anpassning till nya lagkrav                  | 1000000
              HJALPM   | Hjälpmedel                                          | 600000
              AVTAL17  | Kommuner med eget avtal                             | 300000
            """)
    void everySystemIsAnObjectOfItsOwn(String object, String name, BigDecimal kronor) {
        assertThat(objects)
                .filteredOn(row -> row.code().equals(object))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.name()).isEqualTo(name));
        assertThat(Money.total(linesOf(object).stream().map(l -> l.line().amount())))
                .isEqualTo(Money.ofKronor(kronor));
    }

    @Test
    void thereIsNoOtherObject() {
        assertThat(objects.stream().map(ServiceObject::code).distinct()).hasSize(17);
        assertThat(objects.stream().map(ServiceObject::type).distinct()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(classes = {KeyShare.OfParty.class, KeyShare.OfGroup.class})
    void everyKindOfRecipientOccurs(Class<? extends KeyShare> kind) {
        assertThat(shares()).hasAtLeastOneElementOfType(kind);
    }

    @Test
    void everyKindOfDistributionOccurs() {
        assertThat(
                        shares().stream()
                                .flatMap(share -> share.distribution().stream())
                                .map(Object::getClass)
                                .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Distribution.class.getPermittedSubclasses());
    }

    @Test
    void groupsAreOfManyKinds() {
        assertThat(
                        shares().stream()
                                .filter(KeyShare.OfGroup.class::isInstance)
                                .map(share -> share.recipient().part()))
                .contains("VGK", "FYRBODAL", "AVTAL17", "OPPDATA", "HJALPM", "VARDGIVARE");
        // The four associations of local authorities are all of Västra Götaland, each in one.
        assertThat(
                        List.of("GR", "FYRBODAL", "SKARABORG", "SJUHARAD").stream()
                                .flatMap(
                                        g -> inputs.parties().membersOf(new PartyCode(g)).stream()))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        inputs.parties().membersOf(new PartyCode("VGK")));
        assertThat(inputs.parties().membersOf(new PartyCode("AVTAL17"))).hasSize(17);
    }

    @Test
    void aFractionHasNoEndAsADecimal() {
        assertThat(keys.all().get("SITHS"))
                .allSatisfy(
                        share ->
                                assertThat(share.share().denominator())
                                        .isEqualTo(BigInteger.valueOf(3)));
    }

    @Test
    void aGroupStandsTwiceWithDifferentDistributions() {
        assertThat(
                        keys.all().get("SITHS").stream()
                                .filter(share -> share.recipient().part().equals("VGK")))
                .hasSize(2);
    }

    @Test
    void theSharesOfAKeyChangeDuringTheYear() {
        assertThat(keys.sharesIn("SAMVY", YearMonth.of(2023, 9)))
                .isNotEqualTo(keys.sharesIn("SAMVY", YearMonth.of(2023, 10)));
    }

    @Test
    void someCarryCentrallyAndSomeAreThirdParties() {
        assertThat(parties(party -> party.invoicing() == Invoicing.NONE)).isEqualTo("VASTKOM");
        assertThat(parties(party -> party.type() == PartyType.OTHER))
                .isEqualTo("NARVARD VARD-A VARD-B VASTKOM");
        assertThat(parties(party -> party.invoicing() == Invoicing.INTERNAL))
                .isEqualTo("NARVARD VGR");
    }

    private static String parties(Predicate<Party> which) {
        return inputs.parties().all().stream()
                .filter(which)
                .map(party -> party.code().value())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    @Test
    void objectsBeginAndEndWithinTheYearAndOneHasTwoRowsOfParticipants() {
        assertThat(objects)
                .anyMatch(object -> object.period().from().isAfter(YEAR.atMonth(1)))
                .anyMatch(
                        object ->
                                object.period()
                                        .to()
                                        .filter(to -> to.isBefore(YEAR.atMonth(12)))
                                        .isPresent());
        assertThat(
                        objects.stream()
                                .filter(object -> object.code().equals("ELEV"))
                                .map(object -> object.participants().orElseThrow().size()))
                .containsExactly(5, 7);
    }

    @Test
    void everyVatRateOccurs() {
        assertThat(objects.stream().map(object -> object.vat().percent()).distinct())
                .containsExactlyInAnyOrder(25, 12, 6, 0);
        assertThat(objects)
                .anyMatch(object -> object.vat().equals(VatRate.exempt("10 kap. 35 § ML")));
    }

    @Test
    void severalReferenceDatesApply() {
        assertThat(inputs.settings().populationBases())
                .extracting(Settings.PopulationBasis::referenceDate)
                .containsExactly(LocalDate.of(2021, 12, 31), LocalDate.of(2022, 12, 31));
    }

    @Test
    void aLineIsAddedDuringTheYearAndOneIsNegative() {
        assertThat(inputs.line("6").orElseThrow().line().from()).isEqualTo(YEAR.atMonth(9));
        assertThat(inputs.line("7").orElseThrow().line().amount().ore()).isNegative();
    }

    // what it comes to; computed outside the program, with fractions

    /** Inhabitants of VGK: 1 744 859 at 31 December 2021, 1 758 656 at 31 December 2022. */
    @ParameterizedTest(name = "row {0}, {1}, {2}: {3} = {4}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # row | month   | party   | amount    | how
              1   | 2023-01 | 1480    | 63978.99  | 7 600 000 ÷ 12 × 30 % = 190 000, × 587 549 ÷ 1 744 859
              1   | 2023-03 | 1480    | 64480.94  | new figures: 190 000 × 596 841 ÷ 1 758 656
              6   | 2023-09 | 1480    | 6108.72   | 240 000 ÷ 4 × 30 % = 18 000, × 596 841 ÷ 1 758 656
              7   | 2023-03 | 1480    | -1018.12  | -120 000 ÷ 12 × 30 % = -3 000, × 596 841 ÷ 1 758 656
              8   | 2023-03 | VGR     | 25000.00  | 600 000 ÷ 12 × 50 %
              8   | 2023-03 | 1490    | 3121.78   | 50 000 × 12,5 % = 6 250, × 114 445 ÷ 229 126 of SJUHARAD
              9   | 2023-07 | VGR     | 25000.00  | 900 000 ÷ 12 × 1/3
              9   | 2023-07 | 1480    | 8879.06   | 25 000 ÷ 49 = 510,20 and 25 000 × 14 920 ÷ 44 570 cards = 8 368,86
              10  | 2023-01 | VGR     | 2083.33   | 150 000 ÷ 12 ÷ 6 = 2 083,333…: two öre left over
              10  | 2023-01 | 1480    | 2083.34   | equal remainders: to the lowest codes, 1480 and 1485
              11  | 2023-06 | 1485    | 0.00      | Uddevalla takes part from July
              11  | 2023-07 | 1485    | 1182.67   | 20 000 × 57 282 ÷ 968 693 of the seven that take part
              12  | 2023-01 | 1438    | 391.95    | 16 000 ÷ 49 = 326,53 and 24 000 × 4 756 ÷ 1 744 859 = 65,42
              13  | 2023-09 | VGR     | 112500.00 | 900 000 ÷ 6 × 75 %
              13  | 2023-10 | VGR     | 105000.00 | 900 000 ÷ 6 × 70 %
              13  | 2023-10 | 1480    | 15271.80  | 150 000 × 30 % = 45 000, × 596 841 ÷ 1 758 656
              15  | 2023-01 | VASTKOM | 833.34    | 5 000 ÷ 3 = 1 666,67; half is 833,335: the öre to VASTKOM before VGR
              15  | 2023-01 | VGR     | 833.33    | the other half
              17  | 2023-08 | 1401    | 1808.75   | 800 000 ÷ 5 × 50 % = 80 000, × 39 762 ÷ 1 758 656: a large remainder
              18  | 2023-01 | VARD-A  | 20833.33  | 83 333,33 × 50 % = 41 666,665, an öre to VGK and VGR: 41 666,66 ÷ 2
              19  | 2023-04 | NARVARD | 166666.67 | 500 000 ÷ 3
              22  | 2023-01 | VASTKOM | 41666.67  | 83 333,33 ÷ 2 = 41 666,665: the öre to VASTKOM before VGR
              24  | 2023-10 | VASTKOM | 28910.00  | 50 000 × 57 820 ÷ 100 000 orders
              25  | 2023-01 | VASTKOM | 12500.00  | 300 000 ÷ 12 × 50 %
              25  | 2023-01 | 1401    | 735.30    | 12 500 ÷ 17 = 735,294…: seven öre left over, to the lowest codes
              25  | 2023-01 | 1445    | 735.29    | the highest code of the seventeen
            """)
    void aPartysShareOfALine(String row, YearMonth month, String party, BigDecimal kronor) {
        assertThat(paid(row, month, party)).isEqualTo(Money.ofKronor(kronor));
    }

    /**
     * With new figures from March the halves of 1 000 000 are an öre apart: through February half
     * is 83 333,335, and of the rest 416 666,665. Equal remainders go to VGK both times. So such a
     * line states no control sums.
     */
    @Test
    void aNewSegmentMayMoveAnOre() {
        Money region = Money.ZERO;
        for (int month = 1; month <= 12; month++) {
            region = region.plus(paid("21", YEAR.atMonth(month), "VGR"));
        }
        assertThat(region).isEqualTo(new Money(499_999_99));
    }
}
