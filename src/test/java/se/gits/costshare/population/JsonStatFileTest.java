package se.gits.costshare.population;

import static org.assertj.core.api.Assertions.assertThat;
import static se.gits.costshare.population.PopulationFiles.json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON-stat2 as SCB's API gives it. */
class JsonStatFileTest {

    static final String YEARS =
            """
            {
              "version": "2.0",
              "class": "dataset",
              "label": "Folkmängd efter region, kön, tabellinnehåll och år",
              "note": ["Från och med 2025 \\r\\n en liten osäkerhet."],
              "role": {"time": ["Tid"], "metric": ["ContentsCode"]},
              "id": ["Region", "Kon", "ContentsCode", "Tid"],
              "size": [4, 2, 1, 2],
              "dimension": {
                "Region": {
                  "label": "region",
                  "category": {
                    "index": {"14": 0, "1440": 1, "1480": 2, "1490": 3},
                    "label": {"14": "Västra Götalands län", "1440": "Ale",
                              "1480": "Göteborg", "1490": "Borås"}
                  },
                  "extension": {"elimination": false, "show": "code_value"}
                },
                "Kon": {
                  "label": "kön",
                  "category": {"index": {"1": 0, "2": 1}, "label": {"1": "män", "2": "kvinnor"}},
                  "extension": {"elimination": true, "eliminationValueCode": "TotSa"}
                },
                "ContentsCode": {
                  "label": "tabellinnehåll",
                  "category": {
                    "index": {"BE0101N1": 0},
                    "label": {"BE0101N1": "Folkmängd"},
                    "unit": {"BE0101N1": {"base": "antal", "decimals": 0}}
                  }
                },
                "Tid": {
                  "label": "år",
                  "category": {"index": {"2021": 0, "2022": 1},
                               "label": {"2021": "2021", "2022": "2022"}}
                }
              },
              "value": [0, 0, 0, 0,
                        16333, 16466, 15815, 15928,
                        293084, 297823, 294465, 299018,
                        57183, 57516, 56908, 57040]
            }
            """;

    private static final String VALUES =
            YEARS.substring(YEARS.indexOf("[0, 0"), YEARS.length() - 2);

    private static String changed(String from, String to) {
        assertThat(YEARS).contains(from);
        return YEARS.replace(from, to);
    }

    private static String withValues(String values) {
        return changed(VALUES, values + "\n");
    }

    @Test
    void figuresMayBeGivenByTheirPositions() {
        PopulationFiles read = json(withValues("{\"4\": 7, \"6\": 8, \"5\": 9, \"9\": 10}"));

        assertThat(read.faults()).isEmpty();
        assertThat(read.figures()).containsExactly("1440 2021-12-31 15");
    }

    @Test
    void nullIsNoFigure() {
        PopulationFiles read = json(changed("293084", "null"));

        assertThat(read.faults()).isEmpty();
        assertThat(read.find("1480", "2021-12-31")).isEmpty();
        assertThat(read.find("1480", "2022-12-31")).isPresent();
    }

    @Test
    void codesMayBeAListInOrder() {
        PopulationFiles read =
                json(
                        changed(
                                "{\"14\": 0, \"1440\": 1, \"1480\": 2, \"1490\": 3}",
                                "[\"1440\", \"14\", \"1480\", \"1490\"]"));

        // The first four figures are now Ale's.
        assertThat(read.figures()).contains("1440 2021-12-31 0", "1480 2021-12-31 587549");
    }

    @Test
    void theFileSaysItselfWhatIsTheTotal() {
        String total =
                changed("\"eliminationValueCode\": \"TotSa\"", "\"eliminationValueCode\": \"9\"")
                        .replace("{\"1\": 0, \"2\": 1}", "{\"9\": 0}")
                        .replace("{\"1\": \"män\", \"2\": \"kvinnor\"}", "{\"9\": \"tutti\"}")
                        .replace("[4, 2, 1, 2]", "[4, 1, 1, 2]")
                        .replace(VALUES, "[0, 0, 1, 2, 3, 4, 5, 6]\n");

        assertThat(json(total).faults()).isEmpty();
        assertThat(json(total).figures())
                .contains("1440 2021-12-31 1", "1490 2022-12-31 6")
                .hasSize(6);
        assertThat(json(total.replace("\"9\"}", "\"TotSa\"}")).faults())
                .containsExactly("POPULATION_DIVISION kön");
    }

    @Test
    void countiesAloneAndTotalsWithPartsAreBothTold() {
        String counties =
                changed("\"1440\": 1, \"1480\": 2, \"1490\": 3", "\"01\": 1, \"03\": 2, \"04\": 3")
                        .replace(
                                "\"2\": \"kvinnor\"",
                                "\"2\": \"totalt, samtliga män och kvinnor\"");

        assertThat(json(counties).faults())
                .containsExactly("POPULATION_COUNTIES_ALONE", "POPULATION_TOTAL_AND_PARTS kön");
    }

    @Test
    void aFigureInDisorderIsToldWithItsRegionAndYear() {
        assertThat(json(changed("16333", "16333.5")).faults())
                .containsExactly("NOT_A_COUNT 39 Ale 2021");
    }

    @ParameterizedTest(name = "{2}: {0} as {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "2.0"                     | "1.0"                        | NOT_JSON_STAT
                    "dataset"                 | "collection"                 | NOT_JSON_STAT
                    [4, 2, 1, 2]              | [4, 2, 1]                    | NOT_JSON_STAT
                    [4, 2, 1, 2]              | [3, 2, 1, 2]                 | NOT_JSON_STAT
                    [4, 2, 1, 2]              | [4, 2, 1, 99999999999999999] | NOT_JSON_STAT
                    [4, 2, 1, 2]              | [4, 2, 1, -2]                | NOT_JSON_STAT
                    [4, 2, 1, 2]              | [4, 2, 1, "x"]               | NOT_JSON_STAT
                    "1490": 3}                | "1490": 2}                   | NOT_JSON_STAT
                    "1490": 3}                | "1490": 4}                   | NOT_JSON_STAT
                    {"1": 0, "2": 1}          | ["1", "1"]                   | NOT_JSON_STAT
                    57516, 56908, 57040]      | 57516, 56908, 57040, 1]      | NOT_JSON_STAT
                    57516, 56908, 57040]      | 57516, 56908, [57040]]       | NOT_JSON_STAT
                    "id": ["Region"           | "id": ["Regio"               | NOT_JSON_STAT
                    "label": "region"         | "label": ["region"]          | NOT_JSON_STAT
                    57516, 56908, 57040]      | 57516, 56908, 57040]} {"a":1 | NOT_JSON_STAT
                    "version": "2.0"          | "class": "dataset"           | JSON_DAMAGED
                    "1480": "Göteborg"        | "1440": "Göteborg"           | JSON_DAMAGED
                    57516, 56908, 57040]      | 57516, 56908, 57040          | JSON_DAMAGED
                    57516, 56908, 57040]      | 57516, 56908, NaN]           | JSON_DAMAGED
                    "Folkmängd efter          | "Folkökning efter            | POPULATION_CONTENT
                    {"BE0101N1": "Folkmängd"} | {"BE0101N1": "Folkökning"}   | POPULATION_CONTENT
                    {"2021": 0, "2022": 1}    | {"2021": 0, "20X2": 1}       | POPULATION_PERIOD
                    """)
    void whatIsNoWholeTableIsRefused(String from, String to, String kind) {
        PopulationFiles read = json(changed(from, to));

        assertThat(read.kinds()).extracting(Enum::name).containsExactly(kind);
        assertThat(read.figures()).isEmpty();
        assertThat(read.table.isIncomplete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "[]", "7", "null", "\"x\"", "{}", "{\"id\": null}", "\uFEFF{}"})
    void otherJsonIsRefused(String text) {
        assertThat(json(text).faults()).hasSize(1);
    }

    @Test
    void hostileJsonIsRefusedAndBreaksNothing() {
        assertThat(json("{\"note\":" + "[".repeat(100_000)).faults())
                .containsExactly("JSON_DAMAGED 1");
        assertThat(json("{\"label\":\"" + "x".repeat(300_000) + "\"}").faults())
                .containsExactly("JSON_DAMAGED 1");
        assertThat(json(changed("16333", "1" + "0".repeat(100))).faults()).hasSize(1);
        assertThat(json(changed("16333", "1e999999999")).kinds())
                .extracting(Enum::name)
                .containsExactly("NOT_A_COUNT");
        String dimension = changed("[4, 2, 1, 2]", "[4, 999999999, 999999999, 2]");
        assertThat(json(dimension).faults()).containsExactly("NOT_JSON_STAT");
    }

    @Test
    void hostileNamesAreOnlyNames() {
        String name = "\\u0000\\u001b[31m" + "x".repeat(100_000);

        assertThat(json(changed("\"14\": \"Västra", "\"14\": \"" + name)).faults()).isEmpty();
        assertThat(json(changed("\"1440\": \"Ale\"", "\"1440\": \"" + name + "\"")).figures())
                .hasSize(6 - 2);
        assertThat(json(changed("\"1\": \"män\"", "\"1\": \"" + name + "\"")).faults())
                .containsExactly("POPULATION_DIVISION kön");
    }
}
