package se.gits.costshare.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.gits.costshare.invoice.InvoiceNumber;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.money.Money;
import se.gits.costshare.money.VatRate;
import se.gits.costshare.party.Invoicing;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.IssuedAct.IssuedAmount;

class AmountColumnsTest {

    private static IssuedAmount any(Random random) {
        Amount amount =
                new Amount(
                        "r" + random.nextInt(40),
                        "o" + random.nextInt(3),
                        new PartyCode("P" + random.nextInt(50)),
                        Invoicing.values()[random.nextInt(3)],
                        LineKind.values()[random.nextInt(4)],
                        YearMonth.of(2023, 1 + random.nextInt(12)),
                        random.nextBoolean() ? VatRate.INTERNAL : new VatRate(25, ""),
                        new Money(random.nextLong()));
        return new IssuedAmount(
                amount,
                random.nextInt(4) == 0
                        ? Optional.empty()
                        : Optional.of(InvoiceNumber.parse("20230000" + (1 + random.nextInt(9)))));
    }

    private static List<IssuedAmount> some(int count) {
        Random random = new Random(count);
        List<IssuedAmount> some = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            some.add(any(random));
        }
        return some;
    }

    /** None, and as many as end just before, at and after the ends of their pieces. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4_095, 4_096, 4_097, 20_000})
    void areWhatWasPutIn(int count) {
        List<IssuedAmount> some = some(count);
        List<Amount> amounts = some.stream().map(IssuedAmount::amount).toList();

        assertThat(AmountColumns.ofIssued(some)).isEqualTo(some);
        assertThat(AmountColumns.ofAmounts(amounts)).isEqualTo(amounts);
    }

    @Test
    void stayAsTheyAreWhereTheyAreInColumnsAlready() {
        List<IssuedAmount> some = some(3);
        List<Amount> one = List.of(some.get(0).amount());
        List<IssuedAmount> inColumns = AmountColumns.ofIssued(some);
        List<Amount> amounts = AmountColumns.ofAmounts(one);

        assertThat(inColumns).isNotSameAs(some);
        assertThat(amounts).isNotSameAs(one);
        assertThat(AmountColumns.ofIssued(inColumns)).isSameAs(inColumns);
        assertThat(AmountColumns.ofAmounts(amounts)).isSameAs(amounts);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 300, 4_097})
    void areFoundByLineAndParty(int count) {
        List<IssuedAmount> some = some(count);
        List<IssuedAmount> inColumns = AmountColumns.ofIssued(some);

        // One row more, and one party more, than there are.
        for (int row = 0; row <= 40; row++) {
            String ofRow = "r" + row;
            List<IssuedAmount> expected =
                    some.stream().filter(one -> one.amount().row().equals(ofRow)).toList();
            assertThat(AmountColumns.ofLine(inColumns, ofRow))
                    .containsExactlyInAnyOrderElementsOf(expected);
            for (int party = 0; party <= 50; party++) {
                PartyCode ofParty = new PartyCode("P" + party);
                assertThat(AmountColumns.ofLine(inColumns, ofRow, ofParty))
                        .isEqualTo(
                                expected.stream()
                                        .filter(one -> one.amount().party().equals(ofParty))
                                        .toList());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3, 4})
    void areNoMoreThanTheyAre(int index) {
        List<IssuedAmount> three = AmountColumns.ofIssued(some(3));

        assertThatThrownBy(() -> three.get(index)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
