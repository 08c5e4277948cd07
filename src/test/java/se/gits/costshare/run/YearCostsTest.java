package se.gits.costshare.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.gits.costshare.party.PartyCode;

/** What 2023 costs: 7 600 000 kr and 100 kr of SHVO, and 1 000,01 of KORT. */
class YearCostsTest {

    private final YearCosts costs = YearCosts.of(new SmallInput().inputs());

    private static final PartyCode ALE = new PartyCode("1440");
    private static final PartyCode VASTKOM = new PartyCode("VASTKOM");

    @Test
    void aPartyBearsItsPartOfEveryObject() {
        assertThat(costs.of(ALE, "SHVO")).as("of row 1 and half of row 3").hasToString("110050.86");
        assertThat(costs.of(ALE, "KORT")).as("7 of 1257 cards").hasToString("3.71");
        assertThat(costs.of(ALE)).hasToString("110054.57");
        assertThat(costs.of(VASTKOM)).as("carried centrally").hasToString("333.34");
        assertThat(costs.of(VASTKOM, "SHVO")).hasToString("0.00");
        assertThat(costs.of(new PartyCode("9999"))).hasToString("0.00");
        assertThat(costs.of(ALE, "BORTA")).hasToString("0.00");
    }

    @Test
    void anObjectsCostIsItsLines() {
        assertThat(costs.objects()).containsExactly("SHVO", "KORT");
        assertThat(costs.of("SHVO")).hasToString("7600100.00");
        assertThat(costs.of("KORT")).hasToString("1000.01");
        assertThat(costs.of("BORTA")).hasToString("0.00");
        assertThat(costs.total()).isEqualTo(costs.budget()).hasToString("7601100.01");
    }

    @Test
    void thePartiesAreThoseThatBearAnyOfIt() {
        assertThat(costs.parties())
                .extracting(PartyCode::value)
                .containsExactly("1440", "1480", "1489", "VASTKOM", "VGR");
        assertThat(costs.ofRow("3")).hasToString("{1440=50.00, 1489=50.00}");
        assertThat(costs.ofRow("4")).isEmpty();
    }

    @Test
    void whoBearsNothingOfALineIsNotAmongThoseWhoBearIt() {
        YearCosts withoutCards =
                YearCosts.of(new SmallInput().change("volymer.csv", "1440;7", "1440;0").inputs());

        assertThat(withoutCards.ofRow("2").keySet())
                .extracting(PartyCode::value)
                .isEqualTo(List.of("1480", "VASTKOM"));
    }

    @Test
    void anObjectThatCostsNothingIsAnObjectOfTheBudget() {
        YearCosts nothing =
                YearCosts.of(
                        new SmallInput()
                                .change("budget-2023.csv", ";1 000,01;", ";0;")
                                .changeAll("budget-2023.csv", "Totalt.*\n", "")
                                .inputs());

        assertThat(nothing.objects()).containsExactly("SHVO", "KORT");
        assertThat(nothing.parties()).doesNotContain(VASTKOM);
    }
}
