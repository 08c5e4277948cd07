package se.gits.costshare.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.gits.costshare.party.CheckDigit;
import se.gits.costshare.run.SmallInput;

/**
 * An input that is right, with a text of the caller's choice in every place where a person may
 * write what she will. Of parties, objects, keys and budget rows there are several, so that as many
 * texts are tried at once.
 */
final class TextsOfInput {

    /** Every such place. In a table it is a column, in the settings a path. */
    static final List<String> PLACES =
            List.of(
                    "parter.namn",
                    "parter.grupper",
                    "parter.referens",
                    "parter.adress",
                    "parter.postnummer",
                    "parter.ort",
                    "parter.epost",
                    "objekt.objekt",
                    "objekt.namn",
                    "objekt.momssats",
                    "objekt.beslut",
                    "nycklar.nyckel",
                    "nycklar.beslut",
                    "budget.rad",
                    "budget.ben\u00E4mning",
                    "budget.kostnadsslag",
                    "budget.beslut",
                    "volymer.volym",
                    "utst\u00E4llare.namn",
                    "utst\u00E4llare.adress",
                    "utst\u00E4llare.postnummer",
                    "utst\u00E4llare.ort",
                    "utst\u00E4llare.epost",
                    "dr\u00F6jsm\u00E5lsr\u00E4nta",
                    "folkm\u00E4ngd.beslut",
                    "bokf\u00F6ring.serie",
                    "bokf\u00F6ring.konton.namn",
                    "bokf\u00F6ring.kontering.kostnadsst\u00E4lle",
                    "bokf\u00F6ring.kontering.projekt",
                    "bokf\u00F6ring.motparter.motpart");

    private final int parties;
    private final int rows;
    private final BiFunction<String, Integer, String> textAt;

    /**
     * @param parties how many there are
     * @param rows how many there are of objects, keys and budget rows
     * @param textAt the text of a place in a row, from 0
     */
    TextsOfInput(int parties, int rows, BiFunction<String, Integer, String> textAt) {
        this.parties = parties;
        this.rows = rows;
        this.textAt = textAt;
    }

    /** Words that nothing obeys, each of its own place and row. */
    static String harmless(String place, int row) {
        return switch (place) {
            case "parter.grupper" -> "GRUPP" + row;
            case "budget.rad" -> "R" + row;
            case "utst\u00E4llare.postnummer", "parter.postnummer" -> "405 44";
            default -> "Text " + place.replaceAll("\\W", "") + " " + row;
        };
    }

    SmallInput input() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(
                "parter.csv",
                "kod;namn;typ;organisationsnummer;fakturering;grupper;peppol_id;referens;adress;postnummer;ort;epost\n"
                        + "VGR;V\u00E4stra G\u00F6talandsregionen;region;232100-0131;intern;;;;;;;\n"
                        + each(parties, this::party));
        files.put(
                "objekt.csv",
                "objekt;namn;typ;fr\u00E5n;till;deltagare;momssats;beslut\n"
                        + each(rows, this::object));
        files.put(
                "nycklar.csv",
                "nyckel;fr\u00E5n;till;part;andel;f\u00F6rdelning;beslut\n"
                        + each(rows, this::key));
        files.put(
                "budget-2023.csv",
                "rad;objekt;ben\u00E4mning;kostnadsslag;belopp;nyckel;fr\u00E5n;till;beslut\n"
                        + each(rows, this::line));
        files.put(
                "utfall-2023.csv",
                "rad;utfall\n" + each(rows, row -> cells(at("budget.rad", row), "1 300")));
        files.put(
                "volymer.csv",
                "volym;fr\u00E5n;till;part;antal\n"
                        + each(
                                rows,
                                row ->
                                        each(
                                                parties,
                                                party ->
                                                        cells(
                                                                at("volymer.volym", row),
                                                                "2023-01",
                                                                "",
                                                                code(party),
                                                                "7"))));
        files.put(
                "folkmangd.csv",
                "\"region\";\"2022\"\n"
                        + each(parties, row -> "\"" + code(row) + " X\";" + (1_000 + row) + "\n"));
        SmallInput input = new SmallInput();
        files.forEach(input::put);
        return input.put("installningar.yml", settings());
    }

    private static String each(int times, IntFunction<String> line) {
        return IntStream.range(0, times).mapToObj(line).collect(Collectors.joining());
    }

    private static String code(int row) {
        return Integer.toString(1440 + row);
    }

    private String party(int row) {
        String number = "212000" + (100 + row);
        String whole = number + CheckDigit.of(number);
        return cells(
                code(row),
                at("parter.namn", row),
                "kommun",
                whole.substring(0, 6) + "-" + whole.substring(6),
                "faktura",
                at("parter.grupper", row),
                "0007:" + whole,
                at("parter.referens", row),
                at("parter.adress", row),
                at("parter.postnummer", row),
                at("parter.ort", row),
                at("parter.epost", row));
    }

    private String object(int row) {
        return cells(
                at("objekt.objekt", row),
                at("objekt.namn", row),
                "uppdrag",
                "2023-01",
                "",
                "alla",
                row % 2 == 0 ? "undantag " + at("objekt.momssats", row) : "25",
                at("objekt.beslut", row));
    }

    private String key(int row) {
        String key = at("nycklar.nyckel", row);
        String decision = at("nycklar.beslut", row);
        String group = at("parter.grupper", row % parties);
        return cells(key, "2023-01", "", "VGR", "30", "", decision)
                + cells(key, "2023-01", "", "VGK", "50", "folkm\u00E4ngd", decision)
                + cells(key, "2023-01", "", group, "10", "lika", decision)
                + cells(
                        key,
                        "2023-01",
                        "",
                        "VGK",
                        "10",
                        "volym:" + at("volymer.volym", row),
                        decision);
    }

    private String line(int row) {
        return cells(
                at("budget.rad", row),
                at("objekt.objekt", row),
                at("budget.ben\u00E4mning", row),
                at("budget.kostnadsslag", row),
                "12 000",
                at("nycklar.nyckel", row),
                "",
                "",
                at("budget.beslut", row));
    }

    private String settings() {
        Map<String, String> texts = new TreeMap<>();
        PLACES.forEach(place -> texts.put(place, yaml(at(place, 0))));
        String settings =
                """
                utst\u00E4llare:
                  namn: {utst\u00E4llare.namn}
                  organisationsnummer: 232100-0131
                  momsregistreringsnummer: SE232100013101
                  adress: {utst\u00E4llare.adress}
                  postnummer: {utst\u00E4llare.postnummer}
                  ort: {utst\u00E4llare.ort}
                  epost: {utst\u00E4llare.epost}
                  bankgiro: 5050-1055
                  peppol_id: "0007:2321000131"
                  f_skatt: ja
                betalningsvillkor_dagar: 30
                dr\u00F6jsm\u00E5lsr\u00E4nta: {dr\u00F6jsm\u00E5lsr\u00E4nta}
                ocr: luhn+l\u00E4ngd
                attest: nej
                folkm\u00E4ngd:
                  - fr\u00E5n: 2023-01
                    referens: 2022-12-31
                    beslut: {folkm\u00E4ngd.beslut}
                bokf\u00F6ring:
                  serie: {bokf\u00F6ring.serie}
                  kundfordran: 1510
                  intern_fordran: 1790
                  moms:
                    25: 2611
                    12: 2621
                    6: 2631
                  konton:
                    - konto: 1510
                      namn: {bokf\u00F6ring.konton.namn}
                  motparter:
                    - typ: kommun
                      motpart: {bokf\u00F6ring.motparter.motpart}
                  kontering:
                    - konto: 3410
                      kostnadsst\u00E4lle: {bokf\u00F6ring.kontering.kostnadsst\u00E4lle}
                      projekt: {bokf\u00F6ring.kontering.projekt}
                """;
        for (Map.Entry<String, String> text : texts.entrySet()) {
            settings = settings.replace("{" + text.getKey() + "}", text.getValue());
        }
        return settings;
    }

    private String at(String place, int row) {
        return textAt.apply(place, row);
    }

    private static String cells(String... cells) {
        return Arrays.stream(cells)
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(";"))
                + "\n";
    }

    /** A text in quotation marks, with what YAML does not take as it is. */
    private static String yaml(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars()
                .forEach(
                        letter -> {
                            if (letter < 0x20 || letter > 0x7E) {
                                quoted.append(String.format("\\u%04X", letter));
                            } else if (letter == '"' || letter == '\\') {
                                quoted.append('\\').append((char) letter);
                            } else {
                                quoted.append((char) letter);
                            }
                        });
        return quoted.append('"').toString();
    }
}
