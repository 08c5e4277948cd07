package se.gits.costshare.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.PartyCode;

/** Keys are written as {@link SampleLine} tells. */
class ResolvedKeyTest {

    @ParameterizedTest(name = "{0} kr by {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # cost    | key                                              | parts
            # nothing left over
               100.00 | 70 VGR + 30 VGK/lika(A=1 B=1 C=1)                | A=10.00 B=10.00 C=10.00 VGR=70.00
            # equal remainders: lowest part, then lowest party
                 0.01 | 50 VGR + 50 VGK/lika(A=1 B=1)                    | A=0.01 B=0.00 VGR=0.00
            # 2 öre to VGK, of which B has 1,33; and the credit of it
                 0.03 | 50 VGR + 50 VGK/folkmängd(A=1 B=2)               | A=0.01 B=0.01 VGR=0.01
                -0.03 | 50 VGR + 50 VGK/folkmängd(A=1 B=2)               | A=-0.01 B=-0.01 VGR=-0.01
            # thirds exactly, and as percent with three decimals
              1000.00 | 1/3 A + 1/3 B + 1/3 C                            | A=333.34 B=333.33 C=333.33
              1000.00 | 33.333 A + 33.333 B + 33.334 C                   | A=333.33 B=333.33 C=333.34
            # a group in two rows pays the sum of both; of equal remainders folkmängd comes before lika
               100.00 | 50 VGK/folkmängd(A=1 B=3) + 50 VGK/lika(A=1 B=1) | A=37.50 B=62.50
                 0.01 | 50 VGK/folkmängd(A=0 B=1) + 50 VGK/lika(A=1 B=0) | A=0.00 B=0.01
            # named alone and in a group
               100.00 | 50 A + 50 VGK/lika(A=1 B=1)                      | A=75.00 B=25.00
            # a share of nothing
                10.00 | 0 VGR + 100 VGK/lika(A=1)                        | A=10.00 VGR=0.00
            """)
    void splitsFirstBetweenRowsAndThenWithinThem(BigDecimal cost, String key, String parts) {
        assertThat(SampleLine.print(SampleLine.key(key).split(Money.ofKronor(cost))))
                .isEqualTo(parts);
    }

    @Test
    void everyRowHasItsMembersAndNoOther() {
        KeyRow region = new KeyRow("VGR", "");
        KeyRow municipalities = new KeyRow("VGK", "lika");
        SortedMap<KeyRow, Shares<PartyCode>> membersOf = new TreeMap<>();
        membersOf.put(region, Shares.whole(new PartyCode("VGR")));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ResolvedKey(Shares.whole(municipalities), membersOf))
                .withMessage(
                        "[KeyRow[part=VGK, distribution=lika]] are not the rows of"
                                + " [KeyRow[part=VGR, distribution=]]");
    }

    @Test
    void itsMembersAreItsOwnCopyAndStayAsTheyAre() {
        KeyRow row = new KeyRow("VGR", "");
        SortedMap<KeyRow, Shares<PartyCode>> given = new TreeMap<>();
        given.put(row, Shares.whole(new PartyCode("VGR")));
        ResolvedKey key = new ResolvedKey(Shares.whole(row), given);

        given.clear();

        assertThat(key.membersOf()).containsOnlyKeys(row);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> key.membersOf().clear());
    }

    /** A segment goes on as long as keys are equal, so what they are equal by decides amounts. */
    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    70 VGR + 30 VGK/lika(A=1 B=1) | 30 VGK/lika(B=1 A=1) + 70 VGR     | true
                    70 VGR + 30 VGK/lika(A=1 B=1) | 60 VGR + 40 VGK/lika(A=1 B=1)     | false
                    70 VGR + 30 VGK/lika(A=1 B=1) | 70 VGR + 30 VGK/lika(A=1 C=1)     | false
                    100 VGK/folkmängd(A=1 B=2)    | 100 VGK/folkmängd(A=1 B=3)        | false
                    """)
    void isEqualByRowsMembersAndWeights(String one, String other, boolean equal) {
        ResolvedKey key = SampleLine.key(one);
        ResolvedKey another = SampleLine.key(other);

        assertThat(key.equals(another)).isEqualTo(equal);
        assertThat(key.hashCode() == another.hashCode()).isEqualTo(equal);
        assertThat(key.toString().equals(another.toString())).isEqualTo(equal);
        assertThat(key).isNotEqualTo(one);
    }

    @Test
    void rowsAreOrderedByPartThenDistribution() {
        assertThat(
                        Stream.of(
                                        new KeyRow("VGR", ""),
                                        new KeyRow("VGK", "lika"),
                                        new KeyRow("1480", ""),
                                        new KeyRow("VGK", "folkmängd"))
                                .sorted())
                .extracting(row -> row.part() + "/" + row.distribution())
                .containsExactly("1480/", "VGK/folkmängd", "VGK/lika", "VGR/");
    }
}
