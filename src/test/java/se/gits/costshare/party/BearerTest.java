package se.gits.costshare.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BearerTest {

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({
        "REGION, INTERNAL, REGION",
        "REGION, INVOICE, REGION",
        "REGION, NONE, CENTRAL",
        "MUNICIPALITY, INVOICE, MUNICIPALITIES",
        "MUNICIPALITY, NONE, CENTRAL",
        "OTHER, INVOICE, OTHERS",
        "OTHER, NONE, CENTRAL"
    })
    void aCostBelongsWithItsPartysKindUnlessNobodyIsInvoiced(
            PartyType type, Invoicing invoicing, Bearer bearer) {
        Party party =
                new Party(
                        new PartyCode("1495"),
                        "Skara",
                        type,
                        Optional.empty(),
                        Invoicing.INVOICE,
                        new TreeSet<>(),
                        "",
                        "",
                        Address.UNKNOWN);

        assertThat(Bearer.of(type, invoicing)).isEqualTo(bearer);
        assertThat(Bearer.of(party.invoicedAs(invoicing))).isEqualTo(bearer);
    }
}
