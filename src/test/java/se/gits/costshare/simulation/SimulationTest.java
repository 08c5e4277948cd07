package se.gits.costshare.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.gits.costshare.input.Problems;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.Bearer;
import se.gits.costshare.party.Party;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.Causes;
import se.gits.costshare.run.Inputs;
import se.gits.costshare.run.InputsReader;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.Issued;
import se.gits.costshare.run.IssuingRun;
import se.gits.costshare.run.RandomInput;
import se.gits.costshare.run.RunTerms;
import se.gits.costshare.run.SmallInput;

class SimulationTest {

    /** Operation and development at 60/40 instead of 70/30. */
    private static SmallInput sixtyForty() {
        return new SmallInput()
                .change("nycklar.csv", "VGR;70", "VGR;60")
                .change("nycklar.csv", "VGK;30", "VGK;40")
                .change("budget-2023.csv", "2 280 000;5 320 000", "3 040 000;4 560 000");
    }

    /**
     * 7 600 000 at 70/30 and at 60/40, by 32 394, 596 841 and 42 199 inhabitants of 671 434. Of 2
     * 280 000 and 3 040 000 Ale bears 110 000,86 and 146 667,82, Göteborg 2 026 703,27 and 2 702
     * 271,02, Alingsås 143 295,87 and 191 061,16. Besides what does not change: of 1 000,01 for
     * cards a third, 333,34, is VästKom's and the rest goes by 7 and 1 250 cards, 3,71 and 662,96;
     * of meetings for 100 half is Ale's and half Alingsås'.
     */
    @ParameterizedTest(name = "{0}: {1} to {2}")
    @CsvSource({
        "VGR, 5320000.00, 4560000.00, -760000.00, -14.3, 671434, -1.13",
        "1440, 110054.57, 146721.53, 36666.96, 33.3, 32394, 1.13",
        "1480, 2027366.23, 2702933.98, 675567.75, 33.3, 596841, 1.13",
        "1489, 143345.87, 191111.16, 47765.29, 33.3, 42199, 1.13",
        "VASTKOM, 333.34, 333.34, 0.00, 0.0, , "
    })
    void showsWhatADecisionWouldCostAParty(
            String code,
            BigDecimal today,
            BigDecimal proposal,
            BigDecimal difference,
            BigDecimal percent,
            Long inhabitants,
            BigDecimal perInhabitant) {
        Simulation simulation = Simulation.of(new SmallInput().inputs(), sixtyForty().inputs());
        Party party =
                simulation.parties().stream()
                        .filter(one -> one.code().equals(new PartyCode(code)))
                        .findFirst()
                        .orElseThrow();

        Comparison comparison = simulation.of(party);

        assertThat(comparison.today().kronor()).isEqualTo(today);
        assertThat(comparison.proposal().kronor()).isEqualTo(proposal);
        assertThat(comparison.difference().kronor()).isEqualTo(difference);
        assertThat(comparison.percent()).contains(percent);
        assertThat(comparison.inhabitants())
                .isEqualTo(
                        inhabitants == null ? OptionalLong.empty() : OptionalLong.of(inhabitants));
        assertThat(comparison.perInhabitant().orElse(null)).isEqualTo(perInhabitant);
    }

    @Test
    void addsUpByObjectByBearerAndAltogether() {
        Simulation simulation = Simulation.of(new SmallInput().inputs(), sixtyForty().inputs());

        assertThat(simulation.objects()).containsExactly("SHVO", "KORT");
        assertThat(simulation.of("SHVO").today()).hasToString("7600100.00");
        assertThat(simulation.of("KORT").proposal()).hasToString("1000.01");
        assertThat(simulation.total().today()).hasToString("7601100.01");
        assertThat(simulation.total().difference()).isEqualTo(Money.ZERO);
        assertThat(simulation.bearers())
                .hasSize(3)
                .hasEntrySatisfying(
                        Bearer.MUNICIPALITIES,
                        of -> {
                            assertThat(of.today()).hasToString("2280766.67");
                            assertThat(of.proposal()).hasToString("3040766.67");
                        })
                .hasEntrySatisfying(
                        Bearer.CENTRAL, of -> assertThat(of.today()).hasToString("333.34"));
        assertThat(simulation.inhabitantsOn()).contains(LocalDate.of(2022, 12, 31));
        assertThat(simulation.checks()).hasSize(6).allMatch(Check::holds);
    }

    @Test
    void theSameInputCostsTheSame() {
        Simulation simulation = Simulation.of(new SmallInput().inputs(), new SmallInput().inputs());

        assertThat(simulation.differences()).isEmpty();
        assertThat(simulation.parties())
                .allMatch(party -> simulation.of(party).difference().isZero());
        assertThat(simulation.checks()).hasSize(6).allMatch(Check::holds);
    }

    @Test
    void aPartyThatIsNoLongerThereIsShownWithWhatItPaysToday() {
        SmallInput without =
                new SmallInput()
                        .change("nycklar.csv", "KORT;2023-01;;VASTKOM;1/3", "KORT;2023-01;;VGR;1/3")
                        .change("parter.csv", "VASTKOM;VästKom;övrig;;ingen;;;;;;;\n", "");
        Simulation simulation = Simulation.of(new SmallInput().inputs(), without.inputs());
        Party vastkom = simulation.parties().get(simulation.parties().size() - 2);

        assertThat(vastkom.name()).isEqualTo("VästKom");
        assertThat(simulation.of(vastkom).percent()).contains(new BigDecimal("-100.0"));
        assertThat(simulation.bearers().get(Bearer.CENTRAL).proposal()).isEqualTo(Money.ZERO);
    }

    @Test
    void anInputOfAnotherYearIsNoProposal() {
        Inputs of2023 = new SmallInput().inputs();
        Inputs of2024 =
                new Inputs(
                        Year.of(2024),
                        of2023.settings(),
                        of2023.parties(),
                        of2023.objects(),
                        of2023.keys(),
                        of2023.volumes(),
                        of2023.population(),
                        of2023.budgetFile(),
                        of2023.lines(),
                        Optional.empty());

        assertThatThrownBy(() -> Simulation.of(of2023, of2024))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2024");
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 150);
    }

    /** One computation: what a year is simulated to cost is what its twelve months invoice. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aYearIsItsTwelveMonths(long seed) {
        Inputs today = RandomInput.of(seed).inputs();
        Inputs proposal = RandomInput.of(seed + 10_000).inputs();
        Simulation simulation = Simulation.of(today, proposal);

        Map<PartyCode, Money> ofToday = twelveMonths(today);
        Map<PartyCode, Money> ofProposal = twelveMonths(proposal);
        for (Party party : simulation.parties()) {
            Comparison comparison = simulation.of(party);
            assertThat(comparison.today())
                    .isEqualTo(ofToday.getOrDefault(party.code(), Money.ZERO));
            assertThat(comparison.proposal())
                    .isEqualTo(ofProposal.getOrDefault(party.code(), Money.ZERO));
        }
        assertThat(Money.total(ofToday.values())).isEqualTo(simulation.total().today());
        assertThat(Money.total(ofProposal.values())).isEqualTo(simulation.total().proposal());
        assertThat(simulation.checks()).allMatch(Check::holds);
    }

    private static Map<PartyCode, Money> twelveMonths(Inputs inputs) {
        Map<PartyCode, Money> costs = new TreeMap<>();
        for (int number = 1; number <= 12; number++) {
            Issuance issuance =
                    IssuingRun.calculate(
                            RunTerms.ofMonth(
                                    inputs.year().atMonth(number), LocalDate.of(2023, 12, 31), ""),
                            inputs,
                            Issued.NOTHING,
                            Causes.UNTOLD);
            issuance.amounts()
                    .forEach(amount -> costs.merge(amount.party(), amount.money(), Money::plus));
        }
        return costs;
    }

    /** A difference in cost that no difference in the input explains would be a defect. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whereNothingDiffersNothingCostsMore(long seed) {
        Simulation simulation =
                Simulation.of(RandomInput.of(seed).inputs(), reread(RandomInput.of(seed)));

        assertThat(simulation.differences()).isEmpty();
        assertThat(simulation.checks()).allMatch(Check::holds);
    }

    private static Inputs reread(SmallInput input) {
        return InputsReader.read(input.files(), Year.of(2023), new Problems()).orElseThrow();
    }
}
