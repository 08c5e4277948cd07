package se.gits.costshare.export.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.gits.costshare.money.Money;

/** Where bars begin and how long they are. */
class BarsTest {

    private static Bars bars(long... ore) {
        return Bars.of(
                "id",
                "Titel",
                "Beskrivning",
                IntStream.range(0, ore.length)
                        .mapToObj(
                                i ->
                                        new Bars.Group(
                                                "Part " + i,
                                                List.of(
                                                        new Bars.Value(
                                                                Bars.Series.MAIN,
                                                                "Skillnad",
                                                                new Money(ore[i])))))
                        .toList());
    }

    private static List<String> placesOf(Bars bars) {
        return bars.drawings().stream()
                .flatMap(drawing -> drawing.labels().stream())
                .flatMap(label -> label.bars().stream())
                .map(bar -> bar.x() + "+" + bar.width())
                .toList();
    }

    @Test
    void aDecreaseGoesToTheLeftOfZero() {
        Bars bars = bars(300, 0, -100);

        assertThat(placesOf(bars)).containsExactly("25.0+75.0", "25.0+0.0", "0.0+25.0");
        assertThat(bars.drawings().get(0).zero()).containsExactly("25.0");
    }

    @Test
    void onlyIncreasesBeginAtTheLeftEdge() {
        assertThat(placesOf(bars(200, 50))).containsExactly("0.0+100.0", "0.0+25.0");
    }

    @Test
    void nothingButZerosHasNoLength() {
        assertThat(placesOf(bars(0, 0))).containsExactly("0+0", "0+0");
    }

    @Test
    void amountsOfAnySizeHaveAPlace() {
        assertThat(placesOf(bars(Long.MAX_VALUE, Long.MAX_VALUE / 2)))
                .containsExactly("0.0+100.0", "0.0+50.0");
    }

    @Test
    void aLongChartIsDrawnInPieces() {
        Bars bars = bars(new long[49]);

        assertThat(bars.drawings())
                .extracting(drawing -> drawing.labels().size())
                .containsExactly(25, 24);
        assertThat(bars.drawings())
                .extracting(Bars.Drawing::part)
                .containsExactly(", del 1 av 2", ", del 2 av 2");
        assertThat(bars.drawings().get(1).labels().get(0).bars().get(0).y()).isEqualTo(17);
    }

    @Test
    void aLongNameIsShortened() {
        Bars bars =
                Bars.of(
                        "id",
                        "Titel",
                        "Beskrivning",
                        List.of(
                                new Bars.Group(
                                        "Ett mycket långt namn på ett förvaltningsobjekt",
                                        List.of(
                                                new Bars.Value(
                                                        Bars.Series.MAIN,
                                                        "I dag",
                                                        new Money(100))))));

        assertThat(bars.drawings().get(0).labels().get(0).bars().get(0).name())
                .isEqualTo("Ett mycket långt namn på ett förv…");
    }
}
