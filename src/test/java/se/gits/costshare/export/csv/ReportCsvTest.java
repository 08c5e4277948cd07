package se.gits.costshare.export.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import se.gits.costshare.report.AnnualReport;
import se.gits.costshare.report.SmallYear;

class ReportCsvTest {

    private static List<String[]> rows(AnnualReport report) {
        return new String(
                        new ReportCsv().export(report, SmallYear.sources(report)),
                        StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split(";", -1))
                .toList();
    }

    private static List<String> of(String level, AnnualReport report) {
        return rows(report).stream()
                .filter(row -> row[1].equals(level))
                .map(row -> String.join(";", row))
                .toList();
    }

    @Test
    void everyRowHasEveryColumn() {
        List<String[]> rows = rows(SmallYear.settled());

        assertThat(new ReportCsv().fileName()).isEqualTo("arsrapport.csv");
        assertThat(rows.get(0)).hasSameSizeAs(ReportCsv.COLUMNS.toArray()).startsWith("\uFEFFår");
        assertThat(rows).allMatch(row -> row.length == ReportCsv.COLUMNS.size());
    }

    @Test
    void tellsTheYearByEachOfItsLevels() {
        AnnualReport report = SmallYear.ofApril();

        assertThat(of("totalt", report))
                .containsExactly(
                        "2023;totalt;;;;;;;;;;;1560,00;120,00;1680,00;;;;;520,00;40,00;560,00"
                                + ";1120,00;;;100;5,60");
        assertThat(of("objekt", report))
                .contains(
                        "2023;objekt;KORT;SITHS-kort;;;;;;;;;360,00;0,00;360,00;;;;"
                                + ";80,00;40,00;120,00;240,00;;;;");
        assertThat(of("rad", report))
                .contains(
                        "2023;rad;SHVO;Samordnad hälsa, vård och omsorg;4;Tillägg;tillägg;SITIV maj"
                                + ";;;;;0,00;120,00;120,00;;;;;40,00;0,00;40,00;80,00;;;;");
        assertThat(of("part", report))
                .hasSize(5)
                .contains(
                        "2023;part;;;;;;;1480;Göteborgs stad;kommun;;;;;;;;;84,00;0,00;84,00;;;"
                                + ";40;2,10");
        assertThat(of("part och objekt", report))
                .contains(
                        "2023;part och objekt;KORT;SITHS-kort;;;;;VASTKOM;VästKom;övrig;;;;;;;;"
                                + ";0,00;40,00;40,00;;;;;");
        assertThat(of("månad", report))
                .hasSize(12)
                .contains(
                        "2023;månad;;;;;;;;;;2023-02;;;140,00;120,00;0,00;-21,00;21,00;120,00;10,00"
                                + ";130,00;;;;;");
        assertThat(of("avräkning", report)).isEmpty();
    }

    @Test
    void tellsTheOutcomeOnceTheYearIsSettled() {
        AnnualReport report = SmallYear.settled();

        assertThat(of("rad", report))
                .contains(
                        "2023;rad;KORT;SITHS-kort;2;Kort;;Plan 2023;;;;;360,00;0,00;360,00;;;;"
                                + ";260,00;130,00;390,00;-30,00;390,00;0,00;;");
        assertThat(of("avräkning", report))
                .containsExactly("2023;avräkning;;;;;;;;;;;;;;;;;;-80,00;10,00;-70,00;;;;;");
    }

    @Test
    void everyLevelAddsUp() {
        SortedMap<String, BigDecimal> charged = new TreeMap<>();
        for (String[] row :
                rows(SmallYear.settled()).subList(1, rows(SmallYear.settled()).size())) {
            String level = row[1].equals("avräkning") ? "månad" : row[1];
            charged.merge(level, new BigDecimal(row[21].replace(',', '.')), BigDecimal::add);
        }

        assertThat(charged)
                .containsOnlyKeys("totalt", "objekt", "rad", "part", "part och objekt", "månad");
        assertThat(charged.values()).containsOnly(new BigDecimal("1610.00"));
    }
}
