package se.gits.costshare.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.gits.costshare.fuzz.ZipMutation;
import se.gits.costshare.input.InputFiles;
import se.gits.costshare.pack.ActPackage;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Texts that would run in a spreadsheet, a page, a document or a shell, in every place where a
 * person may write what she will: they are refused, or come out as texts. Each file that a year
 * makes is read, and held against that of a year whose texts nothing obeys.
 */
class HostileTextTest {

    /** What is a text like any other, however it looks. */
    private static final List<String> TEXTS =
            List.of(
                    "=cmd|' /C calc'!A0",
                    "\"><script>alert(1)</script><img src=x onerror=alert(2)>",
                    "{{x}} ${x} ]]> &e; <!ENTITY e SYSTEM \"file:///etc/passwd\">",
                    "-2+3",
                    "..x/../../../tmp/x _x003D_1+1 \" #VER A 1 { } (/JS (app.alert))",
                    "+1+1",
                    "@SUM(1)",
                    "javascript:alert(1) ' onmouseover='alert(2)",
                    "x".repeat(190));

    /** What is no text for an invoice. */
    private static final List<String> REFUSED =
            List.of(
                    "a\0b",
                    "a\u0001b",
                    "a\u001B[2Jb",
                    "a\u0085b",
                    "a\u202Egnp.exe",
                    "a\u2066b",
                    "a\u2028b",
                    "a\uFFFEb",
                    "x".repeat(5_001));

    /** Each has an invoice, an e-invoice and a PDF in every month, which takes its time. */
    private static final int PARTIES = 5;

    /** A group's name is a code. Everything else is written as people will. */
    private static final Set<String> CODES = Set.of("parter.grupper");

    @TempDir static Path whole;
    @TempDir Path folder;

    private static Session hostile;
    private static Session harmless;

    private static String hostile(String place, int row) {
        if (CODES.contains(place)) {
            return TextsOfInput.harmless(place, row);
        }
        // The settings have one text of each; each place gets another.
        int number = TextsOfInput.PLACES.indexOf(place);
        int which = isSetting(place) ? number : row;
        // There are fewer parties than texts: of what is beside their names, it is the others.
        if (place.startsWith("parter.") && number % 2 == 1) {
            which = row + TEXTS.size() - PARTIES;
        }
        return TEXTS.get(which % TEXTS.size());
    }

    @BeforeAll
    static void issue() throws IOException {
        hostile = year(whole.resolve("a/b/c/d/e/ond"), HostileTextTest::hostile, TEXTS.get(0));
        harmless = year(whole.resolve("snall"), TextsOfInput::harmless, "Ett sk\u00E4l");
    }

    /** Everything that makes files: a month, a credit, a new invoice, a settlement and the rest. */
    private static Session year(
            Path folder, BiFunction<String, Integer, String> texts, String reason)
            throws IOException {
        Session session = new Session(folder).on("2023-12-31");
        TextsOfInput input = new TextsOfInput(PARTIES, TEXTS.size(), texts);
        session.with(input.input().change(InputFiles.SETTINGS, "attest: nej", "attest: ja"));
        session.as("eva").run("preview", "2023-01", "--reason", reason).exits(0);
        session.run("attest", "2023-01", "--by", reason).exits(0);
        session.as("anna").run("invoice", "2023-01", "--reason", reason).exits(0);
        session.with(input.input());
        session.run("credit", "2023-01", "--party", "1440", "--reason", reason).exits(0);
        session.run("invoice", "2023-01", "--party", "1440", "--reason", reason).exits(0);
        session.run("invoice", "2023-12", "--reason", reason).exits(0);
        session.run("settle", "2023", "--reason", reason).exits(0);
        session.run("report", "2023").exits(0);
        Path other = folder.resolve("annat");
        Files.createDirectories(other);
        for (var file :
                input.input()
                        .changeAll("nycklar.csv", "\"30\"", "\"40\"")
                        .changeAll("nycklar.csv", "\"50\"", "\"40\"")
                        .files()
                        .all()) {
            Files.write(other.resolve(file.name()), file.bytes());
        }
        session.run("simulate", "2023", "--against", other.toString()).exits(0);
        for (String act : List.of("2023-01", "2023-01-kredit-1", "2023-avrakning")) {
            session.run("package", act).exits(0);
        }
        return session;
    }

    static Stream<String> places() {
        return TextsOfInput.PLACES.stream();
    }

    @ParameterizedTest
    @MethodSource("places")
    void aTextThatLooksAsIfItRanIsATextEverywhereButInACode(String place) throws IOException {
        Session session = new Session(folder);
        // Of what stands in a table all texts are tried at once, each in a row of its own.
        int tries = isSetting(place) ? TEXTS.size() : 1;
        for (int turn = 0; turn < tries; turn++) {
            int first = turn;
            TextsOfInput input =
                    new TextsOfInput(
                            TEXTS.size(),
                            TEXTS.size(),
                            (at, row) ->
                                    at.equals(place)
                                            ? TEXTS.get((first + row) % TEXTS.size())
                                            : TextsOfInput.harmless(at, row));
            session.with(input.input())
                    .run("check")
                    .exits(CODES.contains(place) ? ExitCode.INPUT_REFUSED : ExitCode.OK);
        }
    }

    private static boolean isSetting(String place) {
        return !place.matches("(parter|objekt|nycklar|budget|volymer)\\..*");
    }

    @ParameterizedTest
    @MethodSource("places")
    void whatNoPrinterShowsIsRefusedEverywhere(String place) throws IOException {
        Session session = new Session(folder);
        for (String text : REFUSED) {
            Session.Answer answer = check(session, place, text);
            assertThat(answer.exitCode()).as(text).isEqualTo(ExitCode.INPUT_REFUSED);
            assertThat(answer.out()).doesNotContain("\0", "\u001B", "\u202E", "\u2066", "\u2028");
        }
    }

    private static Session.Answer check(Session session, String place, String text)
            throws IOException {
        TextsOfInput input =
                new TextsOfInput(
                        2,
                        2,
                        (at, row) ->
                                at.equals(place) && row == 0
                                        ? text
                                        : TextsOfInput.harmless(at, row));
        return session.with(input.input()).run("check");
    }

    private static SortedMap<String, byte[]> files(Session session, String ending)
            throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(session.output())) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = session.output().relativize(path).toString();
                if (name.endsWith(ending) && !name.startsWith("register")) {
                    files.put(name, Files.readAllBytes(path));
                }
            }
        }
        assertThat(files).isNotEmpty();
        return files;
    }

    private static List<byte[]> inOrder(Session session, String ending) throws IOException {
        // A name is part of an invoice file's; the party's code before it keeps the order.
        return List.copyOf(files(session, ending).values());
    }

    @Test
    void inTablesNoCellRuns() throws IOException {
        for (byte[] file : inOrder(hostile, ".csv")) {
            CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(';').get();
            String text = new String(file, UTF_8).replace("\uFEFF", "");
            try (CSVParser rows = CSVParser.parse(text, format)) {
                for (CSVRecord row : rows) {
                    assertThat(row.toList())
                            .allMatch(
                                    cell ->
                                            cell.isEmpty()
                                                    || cell.matches("-\\d+(,\\d+)?")
                                                    || "=+-@\t\r\n".indexOf(cell.charAt(0)) < 0);
                }
            }
        }
    }

    /**
     * What a workbook, a page or an e-invoice is made of: elements, and the names of attributes.
     */
    private static List<String> markup(byte[] xml) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        List<String> markup = new ArrayList<>();
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
        while (reader.hasNext()) {
            reader.next();
            if (reader.isStartElement()) {
                StringBuilder element = new StringBuilder(reader.getLocalName());
                for (int i = 0; i < reader.getAttributeCount(); i++) {
                    element.append(' ').append(reader.getAttributeLocalName(i));
                }
                markup.add(element.toString());
            }
        }
        return markup;
    }

    @Test
    void pagesHaveNoElementAttributeOrScriptOfAText() throws Exception {
        List<byte[]> pages = inOrder(hostile, ".html");
        List<byte[]> others = inOrder(harmless, ".html");
        assertThat(pages).hasSameSizeAs(others);
        for (int i = 0; i < pages.size(); i++) {
            Set<String> kinds = new HashSet<>(markup(pages.get(i)));
            kinds.removeAll(markup(others.get(i)));
            assertThat(kinds).isEmpty();
            assertThat(elements("script", pages.get(i)))
                    .isEqualTo(elements("script", others.get(i)));
            assertThat(addresses(pages.get(i))).isEqualTo(addresses(others.get(i)));
        }
    }

    private static List<String> elements(String name, byte[] page) {
        Matcher matcher =
                Pattern.compile("(?s)<" + name + "[ >].*?</" + name + ">")
                        .matcher(new String(page, UTF_8));
        List<String> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    /** Where a page leads: none of it follows from a text. */
    private static Set<String> addresses(byte[] page) {
        Matcher matcher =
                Pattern.compile("(?:href|src|action|style)=\"([^\"#]*)")
                        .matcher(new String(page, UTF_8));
        Set<String> found = new HashSet<>();
        while (matcher.find()) {
            // A file of the act is called by its party's name, in letters and hyphens alone.
            found.add(
                    matcher.group(1)
                            .replaceAll("(?<=fakturor/\\d{4}-)[a-z0-9-]*", "x")
                            .replaceAll("[\\d.]+", "0"));
        }
        return found;
    }

    private static final Pattern OF_OTHERS =
            Pattern.compile("(?i)externalLink|oleObject|activeX|vbaProject|connections|queryTable");

    @Test
    void workbooksHaveTheirOwnFormulasAndNothingThatIsOpened() throws Exception {
        List<byte[]> books = inOrder(hostile, ".xlsx");
        List<byte[]> others = inOrder(harmless, ".xlsx");
        assertThat(books).hasSameSizeAs(others);
        for (int i = 0; i < books.size(); i++) {
            List<ZipMutation.Part> parts = ZipMutation.parts(books.get(i));
            List<ZipMutation.Part> otherParts = ZipMutation.parts(others.get(i));
            assertThat(parts)
                    .extracting(ZipMutation.Part::name)
                    .isEqualTo(otherParts.stream().map(ZipMutation.Part::name).toList())
                    .noneMatch(name -> OF_OTHERS.matcher(name).find());
            for (int p = 0; p < parts.size(); p++) {
                if (parts.get(p).name().matches(".*\\.(xml|rels)")) {
                    Set<String> kinds = new HashSet<>(markup(parts.get(p).bytes()));
                    kinds.removeAll(markup(otherParts.get(p).bytes()));
                    // How high a row is follows from how long its texts are.
                    kinds.removeIf(kind -> kind.startsWith("row "));
                    assertThat(kinds).as(parts.get(p).name()).isEmpty();
                    assertThat(formulas(parts.get(p).bytes()))
                            .isSubsetOf(formulas(otherParts.get(p).bytes()));
                }
            }
        }
    }

    private static Set<String> formulas(byte[] part) {
        Matcher matcher =
                Pattern.compile("<(?:f|c:f|definedName|formula1?)[ >][^<]*")
                        .matcher(new String(part, UTF_8));
        Set<String> found = new HashSet<>();
        while (matcher.find()) {
            // Which cells a chart is labelled with follows from how long their texts are.
            found.add(matcher.group().replaceAll("\\$[A-Z]+\\$\\d+", "\\$"));
        }
        return found;
    }

    private static final Set<String> ACTING =
            Set.of(
                    "JS",
                    "JavaScript",
                    "Launch",
                    "URI",
                    "SubmitForm",
                    "ImportData",
                    "GoToR",
                    "GoToE",
                    "AA",
                    "RichMedia",
                    "Movie",
                    "Sound",
                    "AcroForm",
                    "XFA");

    @Test
    void documentsDoNothing() throws IOException {
        for (byte[] file : inOrder(hostile, ".pdf")) {
            try (PDDocument document = Loader.loadPDF(file)) {
                for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
                    COSBase object = document.getDocument().getObjectFromPool(key).getObject();
                    if (object instanceof COSDictionary dictionary) {
                        for (COSName name : dictionary.keySet()) {
                            assertThat(ACTING).doesNotContain(name.getName());
                        }
                        String action = dictionary.getNameAsString(COSName.S);
                        assertThat(action == null || !ACTING.contains(action)).isTrue();
                    }
                }
                assertThat(document.getDocumentCatalog().getOpenAction()).isNull();
            }
        }
    }

    @Test
    void eInvoicesHaveEveryTextAsText() throws Exception {
        List<byte[]> invoices = inOrder(hostile, ".xml");
        List<byte[]> others = inOrder(harmless, ".xml");
        assertThat(invoices).hasSameSizeAs(others);
        StringBuilder told = new StringBuilder();
        for (int i = 0; i < invoices.size(); i++) {
            assertThat(new String(invoices.get(i), UTF_8)).doesNotContain("<!DOCTYPE", "<!ENTITY");
            Set<String> kinds = new HashSet<>(markup(invoices.get(i)));
            kinds.removeAll(markup(others.get(i)));
            assertThat(kinds).isEmpty();
            told.append(text(invoices.get(i))).append('\n');
        }
        assertThat(told).contains(TEXTS);
    }

    private static String text(byte[] xml) throws XMLStreamException {
        XMLStreamReader reader =
                XMLInputFactory.newDefaultFactory()
                        .createXMLStreamReader(new ByteArrayInputStream(xml));
        StringBuilder text = new StringBuilder();
        while (reader.hasNext()) {
            reader.next();
            if (reader.isCharacters()) {
                text.append(reader.getText());
            }
        }
        return text.toString();
    }

    /** A line of the file for book-keeping is one thing, whatever is written in it. */
    @Test
    void inTheBooksNoTextIsALine() throws IOException {
        List<byte[]> books = inOrder(hostile, ".si");
        List<byte[]> others = inOrder(harmless, ".si");
        assertThat(books).hasSameSizeAs(others);
        for (int i = 0; i < books.size(); i++) {
            assertThat(labels(books.get(i))).isEqualTo(labels(others.get(i)));
        }
    }

    private static List<String> labels(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1)
                .lines()
                .map(line -> line.strip().split(" ")[0])
                .sorted()
                .toList();
    }

    @Test
    void manifestsAreReadAndTellOfEachFile() throws IOException {
        List<byte[]> manifests = inOrder(hostile, "manifest.json");
        for (byte[] manifest : manifests) {
            try (JsonParser json =
                    new JsonFactory().createParser(ObjectReadContext.empty(), manifest)) {
                int tokens = 0;
                while (json.nextToken() != null) {
                    tokens++;
                }
                assertThat(tokens).isPositive();
            }
        }
    }

    @Test
    void packagesAreReadAndTheirNamesLeadNowhere() throws IOException {
        // A re-run leaves files, which the other tests are not to meet.
        Session session = new Session(folder);
        session.takeOver(hostile.output());
        for (String act : List.of("2023-01", "2023-01-kredit-1", "2023-avrakning")) {
            ActPackage read = ActPackage.read(session.output().resolve(act + ".zip"));
            assertThat(read.files().keySet())
                    .allMatch(name -> name.matches("[A-Za-z0-9./_-]+"))
                    .noneMatch(name -> name.contains(".."));
            assertThat(session.run("rerun", act).exits(0).err()).isEmpty();
        }
        assertThat(session.run("verify").exits(0).out()).isEmpty();
    }

    @Test
    void filesAreCalledByLettersAndHyphensAndLieInTheOutputFolder() throws IOException {
        assertThat(hostile.files().keySet()).allMatch(name -> name.matches("[A-Za-z0-9./_-]+"));
        try (Stream<Path> paths = Files.walk(whole)) {
            assertThat(paths.map(whole::relativize).map(Path::toString))
                    .allMatch(
                            name ->
                                    name.isEmpty()
                                            || "a/b/c/d/e/ond".startsWith(name)
                                            || name.matches(
                                                    "(a/b/c/d/e/ond|snall)(/(underlag|resultat|annat)(/.*)?)?"));
        }
    }

    /** What people are told, they are told on lines that no text begins or ends. */
    @Test
    void whatIsToldIsNothingThatATerminalObeys() {
        for (String command :
                List.of(
                        "status",
                        "explain 2023-01 1444",
                        "explain 2023-12 1441",
                        "diff 2023-01 2023-12")) {
            Session.Answer answer = hostile.run(command.split(" ")).exits(0);
            assertThat(answer.out() + answer.err()).doesNotContainPattern("[\\p{Cc}&&[^\n]]");
        }
    }
}
