package se.gits.costshare.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingTest {

    @ParameterizedTest(name = "{0} ÷ {1} is {2} öre")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # öre | divisor | rounded
                0 |      12 |   0
                1 |       3 |   0
                1 |       2 |   1
                2 |       3 |   1
                3 |       2 |   2
                5 |       2 |   3
                6 |       2 |   3
               -1 |       3 |   0
               -1 |       2 |  -1
               -3 |       2 |  -2
               -5 |       2 |  -3
            """)
    void roundsHalfAnOreAwayFromZero(BigInteger ore, BigInteger divisor, long rounded) {
        assertThat(Rounding.halfUp(ore, divisor)).isEqualTo(new Money(rounded));
    }

    @Test
    void aNumeratorMayPassTheLongsAsLongAsTheQuotientDoesNot() {
        BigInteger largest = BigInteger.valueOf(Long.MAX_VALUE);

        assertThat(Rounding.halfUp(largest.multiply(BigInteger.TEN), BigInteger.TEN))
                .isEqualTo(new Money(Long.MAX_VALUE));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Rounding.halfUp(largest.add(BigInteger.ONE), BigInteger.ONE));
    }
}
