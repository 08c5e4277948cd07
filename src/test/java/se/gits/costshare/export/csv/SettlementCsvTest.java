package se.gits.costshare.export.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.gits.costshare.export.Exported;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.SettledYear;
import se.gits.costshare.run.SmallInput;

class SettlementCsvTest {

    private static List<String> rows(SmallInput input) {
        Issuance settlement = SettledYear.settled(input, SettledYear.terms(), SettledYear.OUTCOME);
        String text =
                new String(Exported.by(new SettlementCsv(), settlement), StandardCharsets.UTF_8);
        return text.substring(1).lines().toList();
    }

    @Test
    void hasARowForEachPartyAndLineThatHasAnything() {
        // Row 3 cost nothing and is paid back in full; row 2 is a third VästKom's, not invoiced.
        assertThat(rows(new SmallInput()))
                .hasSize(10)
                .startsWith(
                        "part;namn;fakturering;objekt;rad;benämning;andel_av_utfall;"
                                + "tidigare_fakturerat;avräkning")
                .contains(
                        "1440;Ale kommun;faktura;SHVO;3;Möten;0,00;50,00;-50,00",
                        "VASTKOM;VästKom;ingen;KORT;2;Kort;433,33;333,34;99,99",
                        "VGR;Västra Götalandsregionen;intern;SHVO;1;Drift och licens;4900000,01;"
                                + "5320000,00;-419999,99")
                .noneMatch(row -> row.startsWith("1489;") && row.contains(";KORT;"));
    }

    @Test
    void aPartysLinesStandTogether() {
        assertThat(rows(new SmallInput()).stream().skip(1).map(row -> row.split(";")[0]).distinct())
                .containsExactly("1440", "1480", "1489", "VASTKOM", "VGR");
        assertThat(rows(new SmallInput()).stream().skip(1).map(row -> row.split(";")[0]))
                .isSorted();
    }

    @Test
    void textThatWouldRunIsDisarmed() {
        SmallInput hostile = new SmallInput().change("parter.csv", "Ale kommun", "=1+1");

        assertThat(rows(hostile)).anyMatch(row -> row.startsWith("1440;'=1+1;"));
    }
}
