package se.gits.costshare.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Moves, removes, repeats and replaces the tokens of a text, so that what comes out is often still
 * of its language.
 */
public final class TokenMutation implements Mutation {

    private static final int MOST_CHANGES = 4;
    private static final int MOST_TOKENS = 20_000;

    private static final List<String> YAML_WORDS =
            List.of(
                    "!!javax.script.ScriptEngineManager [x]",
                    "!!java.net.URL [\"http://example.invalid\"]",
                    "!!binary aGVq",
                    "!!set {a, b}",
                    "!!timestamp 2001-12-14t21:59:43.10-05:00",
                    "!<tag:yaml.org,2002:str> x",
                    "!local x",
                    "! x",
                    "!<> x",
                    "!< > x",
                    "!e!x y",
                    "%TAG ! tag:example.invalid,2000:\n---\n",
                    "%YAML 1.1\n---\n",
                    "%YAML 9.9\n---\n",
                    "&a ",
                    "*a",
                    "&a [*a]",
                    "<<: *a\n",
                    "<<: {namn: x}\n",
                    "? ",
                    "? [a, b]\n: c\n",
                    "---\n",
                    "...\n",
                    "|\n",
                    ">-\n",
                    "|9\n",
                    "- ",
                    "[",
                    "]",
                    "{",
                    "}",
                    ", ",
                    ": ",
                    "# x",
                    "\"\\x07\\u202E\\0\"",
                    "\"\\uD800\"",
                    "\"\\U0010FFFF\"",
                    "\"\\UFFFFFFFF\"",
                    "'",
                    "\"",
                    "\t",
                    "~",
                    "null",
                    "yes",
                    "0x7F",
                    "017",
                    "1:30",
                    "1_000",
                    ".inf",
                    "2023-01",
                    "2023-01-01");

    private static final List<String> JSON_WORDS =
            List.of(
                    "{",
                    "}",
                    "[",
                    "]",
                    ":",
                    ",",
                    "null",
                    "true",
                    "\"\"",
                    "\"..\"",
                    "\"a\\u0000b\"",
                    "\"\\uD800\"",
                    "\"\\ud83d\\ude00\"",
                    "\"status\"",
                    "\"value\"",
                    "\"index\"",
                    "\"label\"",
                    "\"id\"",
                    "\"size\"",
                    "\"role\"",
                    "\"extension\"",
                    "\"category\"",
                    "\"dimension\"",
                    "\"eliminationValueCode\"",
                    "\"Tid\"",
                    "\"Region\"",
                    "\"00\"",
                    "0",
                    "-1",
                    "1e9",
                    "1E400",
                    "1.5",
                    "-0",
                    "2147483648",
                    "9999999999",
                    "99999999999999999999",
                    "[1,[2,[3]]]",
                    "{\"0\":1}",
                    "{\"a\":{\"b\":{}}}",
                    "//x\n",
                    "/*x*/",
                    "NaN",
                    "'x'",
                    "\u0000",
                    "\uFEFF");

    private static final List<String> XML_WORDS =
            List.of(
                    "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
                    "<!DOCTYPE x SYSTEM \"../hemlig.txt\">",
                    "&e;",
                    "&#0;",
                    "&#xD800;",
                    "&#x10FFFF;",
                    "&lt;",
                    "<![CDATA[x]]>",
                    "<!--x-->",
                    "<?x y?>",
                    "<?xml version=\"1.1\" encoding=\"UTF-16\"?>",
                    "<c r=\"A1\" t=\"s\"><v>0</v></c>",
                    "<c r=\"A1\" t=\"s\"><v>-1</v></c>",
                    "<c r=\"XFD1\"><v>1</v></c>",
                    "<c r=\"ZZZZZZZ1\"><v>1</v></c>",
                    "<c r=\"1\"/>",
                    "<c t=\"inlineStr\"><is><t>x</t></is></c>",
                    "<c t=\"e\"><v>#REF!</v></c>",
                    "<c t=\"d\"><v>2023-01-01</v></c>",
                    "<c t=\"d\"><v>x</v></c>",
                    "<c t=\"b\"><v>1</v></c>",
                    "<c t=\"str\"><f>1+1</f><v>=1+1</v></c>",
                    "<c><f>DDE(\"cmd\")</f></c>",
                    "<c><v>1E999</v></c>",
                    "<c><v>1E-300</v></c>",
                    "<c><v>0x7F</v></c>",
                    "<c s=\"99999\"><v>45000</v></c>",
                    "<c s=\"-1\"><v>45000</v></c>",
                    "<c s=\"1\"><v>-45000</v></c>",
                    "<c s=\"2\"><v>2958466</v></c>",
                    "<row r=\"0\">",
                    "<row r=\"1048577\">",
                    "<row r=\"99999999999\">",
                    "<row hidden=\"1\">",
                    "</row>",
                    "</sheetData>",
                    "<sheetData>",
                    "<mergeCell ref=\"A1:XFD1048576\"/>",
                    "<mergeCell ref=\"B2:A1\"/>",
                    "<mergeCell ref=\"ZZZ9999999:A1\"/>",
                    "<col min=\"-1\" max=\"99999999\" hidden=\"1\"/>",
                    "<col min=\"1\" max=\"2147483647\" hidden=\"1\"/>",
                    "<numFmt numFmtId=\"164\" formatCode=\"[$-41D]yyyy\\-mm\"/>",
                    "<numFmt numFmtId=\"164\" formatCode=\"# ?/?\"/>",
                    "<numFmt numFmtId=\"164\" formatCode=\"0%;;\"/>",
                    "<numFmt numFmtId=\"164\" formatCode=\"[&gt;1]0;0,,\"/>",
                    "<numFmt numFmtId=\"-5\" formatCode=\"0.000E+00\"/>",
                    "<xf numFmtId=\"164\"/>",
                    "<xf numFmtId=\"2147483648\"/>",
                    "<workbookPr date1904=\"1\"/>",
                    "<calcPr fullCalcOnLoad=\"1\"/>",
                    "<sheet name=\"../x\" id=\"rId1\" state=\"hidden\"/>",
                    "<Relationship Id=\"rId1\" Type=\"/worksheet\" Target=\"../../../x\"/>",
                    "<Relationship Id=\"rId1\" Type=\"/worksheet\" Target=\"file:///etc/passwd\"/>",
                    "<Relationship Id=\"a\" Type=\"/styles\" Target=\"%00\"/>",
                    "<Relationship Id=\"a\" Type=\"/styles\" Target=\"http://example.invalid/\""
                            + " TargetMode=\"External\"/>");

    private static final Pattern YAML =
            Pattern.compile("\n *(?:- )?|\\w+|[:#\\[\\]{},&*!|>'\"%@`~?-]|[^\\w\n]");
    private static final Pattern JSON =
            Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|[-+.\\w]+|[{}\\[\\]:,]|\\s+|.");
    private static final Pattern XML =
            Pattern.compile("</?[^\\s>]+|[\\w:]+=\"[^\"]*\"|/?>|[^<>\\s]+|\\s+|<");

    private final Pattern tokens;
    private final List<String> words;

    private TokenMutation(Pattern tokens, List<String> words) {
        this.tokens = tokens;
        this.words = words;
    }

    /** Of settings. */
    public static TokenMutation yaml() {
        return new TokenMutation(YAML, YAML_WORDS);
    }

    /** Of JSON-stat and of manifests. */
    public static TokenMutation json() {
        return new TokenMutation(JSON, JSON_WORDS);
    }

    /** Of the parts of a workbook. */
    public static TokenMutation xml() {
        return new TokenMutation(XML, XML_WORDS);
    }

    /** The words alone, for those who insert them among bytes. */
    public List<String> words() {
        return words;
    }

    @Override
    public byte[] of(List<byte[]> corpus, Random random) {
        List<String> text = split(Mutation.any(corpus, random));
        // One of two times a single one, or hardly any file would be read to its end.
        int changes = random.nextBoolean() ? 1 : 1 + random.nextInt(MOST_CHANGES);
        for (int i = 0; i < changes && !text.isEmpty(); i++) {
            change(text, corpus, random);
        }
        return String.join("", text).getBytes(StandardCharsets.UTF_8);
    }

    private List<String> split(byte[] bytes) {
        List<String> split = new ArrayList<>();
        Matcher matcher = tokens.matcher(new String(bytes, StandardCharsets.UTF_8));
        while (matcher.find() && split.size() < MOST_TOKENS) {
            split.add(matcher.group());
        }
        return split;
    }

    private void change(List<String> text, List<byte[]> corpus, Random random) {
        int at = random.nextInt(text.size());
        int to = Math.min(text.size(), at + 1 + random.nextInt(1 << random.nextInt(6)));
        List<String> range = new ArrayList<>(text.subList(at, to));
        switch (random.nextInt(11)) {
            case 0 -> text.subList(at, to).clear();
            case 1 -> text.addAll(at, range);
            case 2 -> text.addAll(random.nextInt(text.size() + 1), range);
            case 3 -> Collections.swap(text, at, random.nextInt(text.size()));
            case 4 -> text.add(at, word(random));
            case 5 -> text.set(at, word(random));
            case 6 -> text.set(at, TableMutation.value(random));
            case 7 -> text.set(at, replacedWithin(text.get(at), random));
            case 8 -> text.add(at, range.get(0).repeat(1 << random.nextInt(10)));
            case 9 -> {
                List<String> other = split(Mutation.any(corpus, random));
                if (!other.isEmpty()) {
                    text.addAll(at, other.subList(random.nextInt(other.size()), other.size()));
                }
            }
            default -> text.set(at, '"' + TableMutation.value(random) + '"');
        }
        if (text.size() > MOST_TOKENS) {
            text.subList(MOST_TOKENS, text.size()).clear();
        }
    }

    private String word(Random random) {
        return Mutation.any(words, random);
    }

    /** An attribute or a text keeps its marks and gets another value. */
    private static String replacedWithin(String token, Random random) {
        int mark = token.indexOf('"');
        return mark >= 0 && token.endsWith("\"") && mark < token.length() - 1
                ? token.substring(0, mark + 1) + TableMutation.value(random) + '"'
                : TableMutation.value(random);
    }
}
