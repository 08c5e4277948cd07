import java.io.ByteArrayInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Checks a package of an issued act without the program that made it.
 *
 * <p>Run as {@code java Kontroll.java PACKAGE.zip} with a JDK, 17 or newer. This one file is all there is: it uses
 * nothing but the JDK, shares no line with the program, reads the package in memory and writes nothing. It trusts
 * nothing in the package. It counts every hash again, reads the inputs with readers of its own, computes every amount
 * again in exact arithmetic from the written rules, and compares the result with every table of the package.
 *
 * <p>Answers in Swedish. Exit code 0: everything agrees. 1: at least one finding, one a line. 2: wrong usage.
 *
 * <p>Words. An <i>act</i> (utfärdande) is one issuing: a month, a credit (kredit), a new invoice after a credit (ny),
 * or the year's settlement (avräkning). A <i>party</i> (part) pays; <i>fakturering</i> says how: {@code faktura},
 * {@code intern} (the issuer's own organisation) or {@code ingen} (carried centrally, never invoiced). A <i>key</i>
 * (fördelningsnyckel) says who pays which share of a budget line. {@code ordinarie} is a month's own amount,
 * {@code justering} an adjustment of an earlier month. An <i>öre</i> is a hundredth of a krona.
 *
 * <p>The sections: 1 the package and its hashes; 2 the register and its chain; 3 the inputs; 4 how an amount is
 * computed; 5 what the act should hold; 6 the comparison; 7 reading of files. Sentences in quotes in the comments are
 * the rules of the contract, chapters 2 to 4, that the code below them carries out.
 */
public final class Kontroll {

    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    /** The ground that stands on an internal line: "An internal invoice carries no VAT". */
    private static final String INTERNAL_GROUND = "intern fakturering";

    /** The only rules that this check knows, and the SHA-256 of their text. */
    private static final String RULES = "1";

    private static final String RULES_TEXT = "23d91f2c777b530bd35effc07e148c78c8b2bcb7309d58170aaad3637dd7cc1e";

    private Kontroll() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        if (arguments.length != 1 || !Files.isRegularFile(Path.of(arguments[0]))) {
            err.println("Användning: java Kontroll.java PAKET.zip");
            if (arguments.length == 1) {
                err.println("Filen finns inte: " + arguments[0]);
            }
            System.exit(2);
        }
        Findings findings = new Findings();
        List<String> summary = new ArrayList<>();
        check(Path.of(arguments[0]), findings, summary);
        if (findings.isEmpty()) {
            summary.forEach(out::println);
        } else {
            findings.print(out);
        }
        System.exit(findings.isEmpty() ? 0 : 1);
    }

    /** What is wrong with a package, one finding a line; nothing where everything agrees. */
    static List<String> findings(Path file) {
        Findings findings = new Findings();
        check(file, findings, new ArrayList<>());
        return List.copyOf(findings.lines);
    }

    /** Whatever happens in the check ends as a finding; nothing may pass for agreement by falling over. */
    private static void check(Path file, Findings findings, List<String> summary) {
        try {
            if (Files.size(file) > Zip.MAX_PACKAGE) {
                throw new Fault("paketet", 0, "Paketet är större än " + Zip.MAX_PACKAGE + " byte.");
            }
            Map<String, byte[]> entries = Zip.unpack("paketet", Files.readAllBytes(file), Zip.MAX_PACKAGE);
            checkEntries(entries, findings, summary);
        } catch (Fault fault) {
            findings.add(fault);
        } catch (IOException failure) {
            findings.add("paketet", 0, "Kan inte läsas: " + failure.getMessage());
        } catch (OutOfMemoryError failure) {
            findings.add("paketet", 0, "Minnet räcker inte. Kör java -Xmx4g Kontroll.java PAKET.zip");
        } catch (RuntimeException | StackOverflowError failure) {
            findings.add("paketet", 0, "Kontrollen kunde inte slutföras: " + failure);
        }
    }

    private static void checkEntries(Map<String, byte[]> entries, Findings findings, List<String> summary) {
        Package files = new Package(entries, findings);
        files.checkHashes();
        Register register = new Register(files, findings);
        register.checkChain();
        files.checkTexts(register.current);
        register.checkActs();
        try {
            Inputs inputs = new Inputs(files.inputs(), register.current.month().getYear());
            Expectation expected = new Expectation(inputs, register);
            new Comparison(files, register, inputs, expected, findings).compare();
            summary.addAll(summary(register, expected));
        } catch (Fault fault) {
            findings.add(fault);
            findings.add("paketet", 0, "Beloppen kunde inte räknas om, så de är inte kontrollerade.");
        }
    }

    private static List<String> summary(Register register, Expectation expected) {
        Act act = register.current;
        BigInteger net = BigInteger.ZERO;
        BigInteger vat = BigInteger.ZERO;
        BigInteger payable = BigInteger.ZERO;
        for (Document document : expected.documents()) {
            net = net.add(document.net());
            vat = vat.add(document.vat());
            payable = payable.add(document.payable());
        }
        return List.of(
                "Utfärdande " + act.number() + ": " + act.folder() + " (" + act.kind() + "), fakturadatum "
                        + act.invoiceDate() + ".",
                "Omräknade belopp: " + expected.amounts().size() + ", varav inte fakturerade "
                        + kronor(expected.notInvoiced()) + " kr. Fakturor: " + expected.documents().size() + ".",
                "Netto " + kronor(net) + " kr, moms " + kronor(vat) + " kr, att betala " + kronor(payable) + " kr.",
                "Kedjans sista hash: " + act.hash(),
                "Bara mot sina kontrollsummor: PDF-filerna, rapport.html och sammanstallning.xlsx, och av fakturornas "
                        + "arbetsböcker allt utom numret och de tre summaraderna. Av e-fakturor och bokföringsfil "
                        + "räknas beloppen om, inte namn, referenser, priser och intäktskonton.",
                "Utanför kedjans hash står behandlingshistoriken, program.txt och systemdokumentationen: de vittnar "
                        + "bara genom PAKET-SHA256SUMS.",
                "Allt stämmer.");
    }

    /** Everything that was found, in the order it was found: file, row, what it says and what it should say. */
    private static final class Findings {

        private final Set<String> lines = new LinkedHashSet<>();

        /** @param row the row as a spreadsheet counts it, or 0 where the finding is about the whole file */
        void add(String file, int row, String text) {
            lines.add(file + (row > 0 ? ", rad " + row : "") + ": " + text);
        }

        void add(Fault fault) {
            add(fault.file, fault.row, fault.getMessage());
        }

        /** The usual finding: a value that should be another. */
        void compare(String file, int row, String what, Object found, Object expected) {
            if (!found.equals(expected)) {
                add(file, row, what + " är " + shown(found) + ", ska vara " + shown(expected) + ".");
            }
        }

        boolean isEmpty() {
            return lines.isEmpty();
        }

        /** The text comes from an untrusted file: control and direction characters are shown as a question mark. */
        void print(PrintStream out) {
            for (String line : lines) {
                out.println(line.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", "?"));
            }
            out.println(lines.size() == 1 ? "1 avvikelse." : lines.size() + " avvikelser.");
        }

        private static String shown(Object value) {
            return value instanceof BigInteger ore ? kronor(ore) : "\"" + value + "\"";
        }
    }

    /** Something that cannot be read or computed. */
    private static final class Fault extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final String file;
        private final int row;

        Fault(String file, int row, String text) {
            super(text);
            this.file = file;
            this.row = row;
        }
    }

    // ---------------------------------------------------------------------------------------------------------------
    // 1. The package and its hashes
    // ---------------------------------------------------------------------------------------------------------------

    /** The entries of the package, and the three lists of hashes in it. */
    private static final class Package {

        private static final List<String> TEXTS =
                List.of("LASMIG.txt", "Kontroll.java", "regler.md", "behandlingshistorik.md", "systemdokumentation.md",
                        "program.txt", "PAKET-SHA256SUMS");
        private static final List<String> TABLES =
                List.of("utfardanden", "underlag", "nummerserier", "fakturor", "belopp", "attester", "handelser");

        private static final String EARLIER_INPUTS = "register/filer/";

        final Map<String, byte[]> entries;
        /** The act's folder, which is also the act's name. */
        final String folder;
        final Map<?, ?> manifest;
        private final Findings findings;

        Package(Map<String, byte[]> entries, Findings findings) {
            this.entries = entries;
            this.findings = findings;
            this.folder = findFolder();
            this.manifest = Json.object(folder + "/manifest.json", entry(folder + "/manifest.json"));
        }

        /** The only folder that is neither {@code underlag} nor {@code register}; and nothing else in the package. */
        private String findFolder() {
            Set<String> folders = new TreeSet<>();
            for (String name : entries.keySet()) {
                int slash = name.indexOf('/');
                String top = slash < 0 ? "" : name.substring(0, slash);
                boolean known = top.isEmpty()
                        ? TEXTS.contains(name)
                        : top.equals("underlag")
                                ? name.indexOf('/', slash + 1) < 0
                                : !top.equals("register") || TABLES.contains(tableName(name))
                                        || name.matches(EARLIER_INPUTS + "[0-9a-f]{64}");
                if (!known) {
                    findings.add(name, 0, "Filen hör inte till ett paket.");
                } else if (!top.isEmpty() && !top.equals("underlag") && !top.equals("register")) {
                    folders.add(top);
                }
            }
            TEXTS.stream().filter(name -> !entries.containsKey(name))
                    .forEach(name -> findings.add(name, 0, "Filen saknas i paketet."));
            if (folders.size() != 1) {
                throw new Fault("paketet", 0, "Ska ha en mapp för utfärdandet, men har " + folders + ".");
            }
            return folders.iterator().next();
        }

        private static String tableName(String name) {
            return name.endsWith(".csv") ? name.substring("register/".length(), name.length() - 4) : "";
        }

        byte[] entry(String name) {
            byte[] content = entries.get(name);
            if (content == null) {
                throw new Fault(name, 0, "Filen saknas i paketet.");
            }
            return content;
        }

        /** The inputs of the act's run, by name. */
        SortedMap<String, byte[]> inputs() {
            return below("underlag/");
        }

        /** The inputs of the year's earlier acts that this act's run did not have, by their SHA-256. */
        SortedMap<String, byte[]> earlierInputs() {
            return below(EARLIER_INPUTS);
        }

        private SortedMap<String, byte[]> below(String prefix) {
            SortedMap<String, byte[]> result = new TreeMap<>();
            entries.forEach((name, content) -> {
                if (name.startsWith(prefix)) {
                    result.put(name.substring(prefix.length()), content);
                }
            });
            return result;
        }

        void checkHashes() {
            SortedMap<String, byte[]> all = new TreeMap<>(entries);
            all.remove("PAKET-SHA256SUMS");
            checkSums("PAKET-SHA256SUMS", all);
            SortedMap<String, byte[]> act = below(folder + "/");
            act.remove("SHA256SUMS");
            checkSums(folder + "/SHA256SUMS", act);
            checkManifest("inputs", "underlag/", inputs());
            act.remove("manifest.json");
            checkManifest("outputs", folder + "/", act);
        }

        /** What the texts say that can be held against something: the rules, and the chain's last hash. */
        void checkTexts(Act act) {
            findings.compare("regler.md", 0, "SHA-256 för reglerna, version " + RULES, sha256(entry("regler.md")),
                    RULES_TEXT);
            if (!Text.decode("LASMIG.txt", entry("LASMIG.txt")).contains(act.hash())) {
                findings.add("LASMIG.txt", 0, "Har inte kedjans sista hash " + act.hash() + ".");
            }
        }

        /** A list as sha256sum writes it: the hash, two spaces, the name. Every file has a line, and nothing else. */
        private void checkSums(String list, SortedMap<String, byte[]> files) {
            Set<String> missing = new TreeSet<>(files.keySet());
            String[] lines = Text.decode(list, entry(list)).split("\n", -1);
            for (int row = 1; row < lines.length; row++) {
                String line = lines[row - 1];
                if (!line.matches("[0-9a-f]{64}  .+")) {
                    findings.add(list, row, "Är ingen rad som sha256sum skriver.");
                    continue;
                }
                String name = line.substring(66);
                byte[] content = files.get(name);
                if (content == null || !missing.remove(name)) {
                    findings.add(list, row, "Filen " + name + " finns inte, eller står två gånger.");
                } else {
                    findings.compare(list, row, "SHA-256 för " + name, line.substring(0, 64), sha256(content));
                }
            }
            missing.forEach(name -> findings.add(list, 0, "Filen " + name + " saknas i listan."));
        }

        /**
         * "every input, and every output but itself and SHA256SUMS, with SHA-256; the content hash of each workbook's
         * unpacked parts".
         */
        private void checkManifest(String part, String prefix, SortedMap<String, byte[]> files) {
            String file = folder + "/manifest.json";
            Set<String> missing = new TreeSet<>(files.keySet());
            for (Object item : Json.list(file, manifest.get(part))) {
                Map<?, ?> entry = Json.map(file, item);
                String name = String.valueOf(entry.get("name"));
                byte[] content = files.get(name);
                if (content == null || !missing.remove(name)) {
                    findings.add(file, 0, prefix + name + " finns inte, eller står två gånger.");
                    continue;
                }
                findings.compare(file, 0, "Storleken på " + prefix + name, String.valueOf(entry.get("bytes")),
                        String.valueOf(content.length));
                findings.compare(file, 0, "SHA-256 för " + prefix + name, String.valueOf(entry.get("sha256")),
                        sha256(content));
                String found = String.valueOf(entry.get("content_sha256"));
                if (part.equals("outputs") && name.endsWith(".xlsx")) {
                    findings.compare(file, 0, "Innehållets hash för " + name, found, contentHash(name, content));
                }
            }
            missing.forEach(name -> findings.add(file, 0, prefix + name + " saknas i manifestet."));
        }

        /** SHA-256 over the list of {@code sha256  name} of a workbook's parts, sorted by name. */
        private String contentHash(String name, byte[] workbook) {
            StringBuilder list = new StringBuilder();
            new TreeMap<>(Zip.unpack(folder + "/" + name, workbook, Zip.MAX_WORKBOOK)).forEach(
                    (part, content) -> list.append(sha256(content)).append("  ").append(part).append('\n'));
            return sha256(list.toString());
        }
    }

    private static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 saknas i denna JDK", impossible);
        }
    }

    // ---------------------------------------------------------------------------------------------------------------
    // 2. The register and its chain
    // ---------------------------------------------------------------------------------------------------------------

    /**
     * One issuing act, a row of {@code register/utfardanden.csv}.
     *
     * @param kind faktura, kredit, ny or avräkning
     * @param month the month it concerns; a settlement's is December
     * @param party whom a credit or a new invoice is for; else empty
     * @param run the key of the run: the hash of everything that went into it
     * @param previous the hash of the act before
     * @param values the row's values by column
     */
    private record Act(int fileRow, int number, String folder, String kind, YearMonth month, String party,
            LocalDate invoiceDate, String reason, String run, String previous, String hash, Map<String, String> values) {}

    /**
     * What an amount stands on. Two amounts may be set against each other only where all of this is the same, so a
     * changed rate, or a party that went from faktura to intern, is taken back on what it was invoiced as.
     */
    private record Slot(String row, String object, String party, String invoicing, int vatRate, String vatGround,
            YearMonth month) {

        boolean isInvoiced() {
            return !invoicing.equals("ingen");
        }

        /** What it is one line of together with the other months. */
        Slot ofLine() {
            return new Slot(row, object, party, invoicing, vatRate, vatGround, null);
        }
    }

    /** One amount of the register, a row of {@code register/belopp.csv}, in öre. */
    private record Booked(int fileRow, int act, int position, String kind, Slot slot, BigInteger ore, String invoice,
            Map<String, String> values) {}

    /** One invoice of the register, a row of {@code register/fakturor.csv}. */
    private record Issued(int fileRow, int act, String number, String type, LocalDate date, String party,
            Map<String, String> values) {

        /** "the invoice date's year and five digits, internal ones with I before; credit notes share the series". */
        String series() {
            return number.substring(0, number.length() - 5);
        }

        int ordinal() {
            return Integer.parseInt(number.substring(number.length() - 5));
        }
    }

    private static final class Register {

        private static final String ACTS = "register/utfardanden.csv";
        private static final String INPUTS = "register/underlag.csv";
        private static final String INVOICES = "register/fakturor.csv";
        private static final String AMOUNTS = "register/belopp.csv";
        private static final String SERIES = "register/nummerserier.csv";
        private static final String ATTESTS = "register/attester.csv";
        private static final String EVENTS = "register/handelser.csv";
        private static final List<String> INVOICE_HASHED = List.of("nummer", "typ", "fakturadatum", "förfallodatum",
                "part", "namn", "ocr", "netto", "moms", "öresavrundning", "att_betala");
        private static final List<String> AMOUNT_HASHED = List.of("rad", "objekt", "part", "fakturering", "typ",
                "avser", "momssats", "momsgrund", "belopp", "fakturanummer");

        final List<Act> acts = new ArrayList<>();
        final List<Booked> amounts = new ArrayList<>();
        final List<Issued> invoices = new ArrayList<>();
        /** The act that the package is about: the last one. */
        final Act current;
        /** The last number that acts of other budget years had given in each series, by the series. */
        final Map<String, Entry> seriesOfOthers = new HashMap<>();
        private final Map<Integer, List<Booked>> amountsOfAct = new HashMap<>();
        private final Map<Integer, List<Issued>> invoicesOfAct = new HashMap<>();
        private final List<Entry> inputs;
        private final List<Entry> attests;
        private final List<Entry> events;
        private final Package files;
        private final Findings findings;

        Register(Package files, Findings findings) {
            this.files = files;
            this.findings = findings;
            read(ACTS, "nummer;mapp;slag;månad;part;fakturadatum;skäl;regler;manifest;körning;föregående;attest;hash")
                    .forEach(row -> acts.add(act(row)));
            if (acts.isEmpty()) {
                throw new Fault(ACTS, 0, "Har inga utfärdanden.");
            }
            current = acts.get(acts.size() - 1);
            read(INVOICES, "nummer;utfärdande;typ;fakturadatum;förfallodatum;part;namn;ocr;netto;moms;"
                    + "öresavrundning;att_betala").forEach(row -> invoices.add(invoice(row)));
            read(AMOUNTS, "utfärdande;nr;rad;objekt;part;fakturering;typ;avser;momssats;momsgrund;belopp;fakturanummer")
                    .forEach(row -> amounts.add(amount(row)));
            amounts.forEach(amount ->
                    amountsOfAct.computeIfAbsent(amount.act(), number -> new ArrayList<>()).add(amount));
            invoices.forEach(invoice ->
                    invoicesOfAct.computeIfAbsent(invoice.act(), number -> new ArrayList<>()).add(invoice));
            read(SERIES, "nummer;fakturadatum").forEach(this::readSeries);
            inputs = read(INPUTS, "körning;namn;sha256");
            attests = read(ATTESTS, "nummer;körning;namn;inloggning;tid;innehåll;utkastets_manifest;maskin;programversion;javaversion");
            events = read(EVENTS, "körning;händelse;tid;inloggning;maskin;programversion;javaversion");
        }

        private List<Entry> read(String file, String columns) {
            String text = Text.decode(file, files.entry(file));
            return Entry.table(file, Csv.rows(file, text, ';'), List.of(columns.split(";")), findings);
        }

        private static Act act(Entry row) {
            return new Act(row.number, row.integer("nummer"), row.text("mapp"), row.text("slag"), row.month("månad"),
                    row.text("part"), row.date("fakturadatum"), row.text("skäl"), row.text("körning"),
                    row.text("föregående"), row.text("hash"), row.values);
        }

        private static Issued invoice(Entry row) {
            if (!row.text("nummer").matches("I?\\d{9}")) {
                throw row.fault("nummer", "är inget fakturanummer");
            }
            return new Issued(row.number, row.integer("utfärdande"), row.text("nummer"), row.text("typ"),
                    row.date("fakturadatum"), row.text("part"), row.values);
        }

        private static Booked amount(Entry row) {
            Slot slot = new Slot(row.text("rad"), row.text("objekt"), row.text("part"), row.text("fakturering"),
                    row.integer("momssats"), row.text("momsgrund"), row.month("avser"));
            return new Booked(row.number, row.integer("utfärdande"), row.integer("nr"), row.text("typ"), slot,
                    row.ore("belopp", '.'), row.text("fakturanummer"), row.values);
        }

        boolean isOfYear(Act act) {
            return act.month().getYear() == current.month().getYear();
        }

        /** The acts of the budget year that were issued before this one, in order. */
        List<Act> earlier() {
            return acts.stream().filter(act -> isOfYear(act) && act.number() < current.number()).toList();
        }

        /** One row a series, each of a number that no act of this budget year has. */
        private void readSeries(Entry row) {
            String number = row.text("nummer");
            if (!number.matches("I?\\d{9}")) {
                throw row.fault("nummer", "är inget fakturanummer");
            }
            row.date("fakturadatum");
            if (seriesOfOthers.put(number.substring(0, number.length() - 5), row) != null
                    || invoices.stream().anyMatch(invoice -> invoice.number().equals(number))) {
                findings.add(SERIES, row.number, "Numret " + number + " eller dess serie står två gånger.");
            }
            if (acts.stream().allMatch(this::isOfYear)) {
                findings.add(SERIES, row.number, "Det finns inget utfärdande av ett annat budgetår.");
            }
        }

        List<Booked> amountsOf(Act act) {
            return amountsOfAct.getOrDefault(act.number(), List.of());
        }

        List<Issued> invoicesOf(Act act) {
            return invoicesOfAct.getOrDefault(act.number(), List.of());
        }

        List<Booked> amountsBefore(Act act) {
            return amounts.stream().filter(amount -> amount.act() < act.number()).toList();
        }

        /** "They are chained in the order they were issued": numbers without gap, each with the hash of the one before. */
        void checkChain() {
            String previous = "0".repeat(64);
            String previousManifest = "";
            Set<String> folders = new HashSet<>();
            for (int i = 0; i < acts.size(); i++) {
                Act act = acts.get(i);
                findings.compare(ACTS, act.fileRow(), "nummer", act.number(), i + 1);
                findings.compare(ACTS, act.fileRow(), "föregående", act.previous(), previous);
                if (!folders.add(act.folder())) {
                    findings.add(ACTS, act.fileRow(), "Mappen " + act.folder() + " står två gånger.");
                }
                if (isOfYear(act)) {
                    findings.compare(ACTS, act.fileRow(), "regler", act.values().get("regler"), RULES);
                    findings.compare(ACTS, act.fileRow(), "mapp", act.folder(), folderOf(act));
                    findings.compare(ACTS, act.fileRow(), "hash", act.hash(), hash(act));
                    findings.compare(ACTS, act.fileRow(), "körning", act.run(), runKey(act));
                }
                if (act == current) {
                    checkManifest(previousManifest);
                }
                previous = act.hash();
                previousManifest = act.values().get("manifest");
            }
            checkOrphans();
            checkInputs();
        }

        /** "2023-01, 2023-01-kredit-1, 2023-01-ny-1, 2023-avrakning": credits and new invoices of a month are counted. */
        private String folderOf(Act act) {
            long ordinal = acts.stream().filter(other -> other.number() <= act.number()
                    && other.kind().equals(act.kind()) && other.month().equals(act.month())).count();
            return switch (act.kind()) {
                case "faktura" -> act.month().toString();
                case "avräkning" -> act.month().getYear() + "-avrakning";
                default -> act.month() + "-" + act.kind() + "-" + ordinal;
            };
        }

        /** The act's manifest says the same as its row, and names the manifest of the act before. */
        private void checkManifest(String previousManifest) {
            String file = files.folder + "/manifest.json";
            Map<?, ?> manifest = files.manifest;
            boolean settlement = current.kind().equals("avräkning");
            findings.compare(ACTS, current.fileRow(), "mapp", current.folder(), files.folder);
            findings.compare(ACTS, current.fileRow(), "manifest", current.values().get("manifest"),
                    sha256(files.entry(file)));
            Map<String, String> expected = new LinkedHashMap<>();
            expected.put("act", current.folder());
            expected.put("kind", current.kind());
            expected.put("period", settlement ? "" + current.month().getYear() : "" + current.month());
            expected.put("draft", "false");
            expected.put("invoice_date", current.invoiceDate().toString());
            expected.put("reason", current.reason());
            expected.put("rules", current.values().get("regler"));
            expected.put("previous_manifest_sha256", previousManifest);
            expected.forEach((name, value) ->
                    findings.compare(file, 0, name, String.valueOf(manifest.get(name)), value));
            Object party = manifest.containsKey("party") ? manifest.get("party") : "";
            findings.compare(file, 0, "party", String.valueOf(party), current.party());
        }

        /** Rows that belong to no act of the budget year would stand outside every hash. */
        private void checkOrphans() {
            Set<Integer> numbers = new HashSet<>();
            Set<String> runs = new HashSet<>();
            Set<String> approvals = new HashSet<>();
            acts.stream().filter(this::isOfYear).forEach(act -> {
                numbers.add(act.number());
                runs.add(act.run());
                approvals.add(act.values().get("attest"));
            });
            amounts.stream().filter(amount -> !numbers.contains(amount.act())).forEach(
                    amount -> findings.add(AMOUNTS, amount.fileRow(), "Hör inte till något av årets utfärdanden."));
            invoices.stream().filter(invoice -> !numbers.contains(invoice.act())).forEach(
                    invoice -> findings.add(INVOICES, invoice.fileRow(), "Hör inte till något av årets utfärdanden."));
            orphans(inputs, row -> runs.contains(row.text("körning")));
            orphans(events, row -> runs.contains(row.text("körning")));
            orphans(attests, row -> approvals.contains(row.text("nummer")));
            for (Act act : acts) {
                List<Booked> own = amountsOf(act);
                for (int i = 0; i < own.size(); i++) {
                    findings.compare(AMOUNTS, own.get(i).fileRow(), "nr", own.get(i).position(), i + 1);
                }
                boolean recorded = events.stream().anyMatch(
                        row -> row.text("körning").equals(act.run()) && row.text("händelse").equals("utfärdad"));
                if (isOfYear(act) && !recorded) {
                    findings.add(EVENTS, 0, "Har ingen händelse \"utfärdad\" för " + act.folder() + ".");
                }
            }
        }

        private void orphans(List<Entry> rows, Predicate<Entry> belongs) {
            rows.stream().filter(belongs.negate()).forEach(
                    row -> findings.add(row.file, row.number, "Hör inte till något av årets utfärdanden."));
        }

        /** The inputs that the register says this run had are the files in the package, byte for byte. */
        private void checkInputs() {
            SortedMap<String, byte[]> present = files.inputs();
            Set<String> missing = new TreeSet<>(present.keySet());
            for (Entry row : inputs) {
                if (!row.text("körning").equals(current.run())) {
                    continue;
                }
                String name = row.text("namn");
                if (!missing.remove(name)) {
                    findings.add(INPUTS, row.number, "Filen underlag/" + name + " finns inte, eller står två gånger.");
                } else {
                    findings.compare(INPUTS, row.number, "SHA-256 för " + name, row.text("sha256"),
                            sha256(present.get(name)));
                }
            }
            missing.forEach(name -> findings.add(INPUTS, 0, "Filen underlag/" + name + " saknas i tabellen."));
            checkEarlierInputs(present);
        }

        /** What the year's earlier acts were made from is there too, each file once and called by its hash. */
        private void checkEarlierInputs(SortedMap<String, byte[]> present) {
            SortedMap<String, byte[]> earlier = files.earlierInputs();
            Set<String> superfluous = new TreeSet<>(earlier.keySet());
            earlier.forEach((name, content) ->
                    findings.compare("register/filer/" + name, 0, "SHA-256", sha256(content), name));
            Set<String> known = new HashSet<>(earlier.keySet());
            present.values().forEach(content -> known.add(sha256(content)));
            for (Entry row : inputs) {
                superfluous.remove(row.text("sha256"));
                if (!known.contains(row.text("sha256"))) {
                    findings.add(INPUTS, row.number, "Underlaget " + row.text("namn") + " finns inte i paketet.");
                }
            }
            superfluous.forEach(
                    name -> findings.add("register/filer/" + name, 0, "Hör inte till något av årets utfärdanden."));
        }

        /** The key of a run: "A run is known by its kind, month, party, the bytes of its inputs, date, reason …". */
        private String runKey(Act act) {
            StringBuilder text = new StringBuilder();
            List<String> values = new ArrayList<>(List.of(act.kind(), act.month().toString(),
                    act.invoiceDate().toString(), act.reason(), act.previous()));
            if (!act.party().isEmpty()) {
                values.add(act.party());
            }
            values.forEach(value -> text.append(value.length()).append(':').append(value).append('\n'));
            inputsOf(act).forEach((name, hash) -> text.append(name).append(' ').append(hash).append('\n'));
            return sha256(text.toString());
        }

        private SortedMap<String, String> inputsOf(Act act) {
            SortedMap<String, String> result = new TreeMap<>();
            inputs.stream().filter(row -> row.text("körning").equals(act.run()))
                    .forEach(row -> result.put(row.text("namn"), row.text("sha256")));
            return result;
        }

        /** The hash of an act: of all that the register holds of it, and of the hash before. */
        private String hash(Act act) {
            StringBuilder text = new StringBuilder();
            hashRow(text, List.of(act.previous()));
            hashRow(text, pick(act.values(),
                    List.of("nummer", "slag", "månad", "mapp", "fakturadatum", "skäl", "regler", "manifest")));
            if (!act.party().isEmpty()) {
                hashRow(text, List.of("part", act.party()));
            }
            String approval = act.values().get("attest");
            if (!approval.isEmpty()) {
                List<String> row = new ArrayList<>(List.of("attest"));
                row.addAll(pick(attest(approval), List.of("körning", "namn", "inloggning", "tid", "innehåll",
                        "utkastets_manifest")));
                hashRow(text, row);
            }
            inputsOf(act).forEach((name, hash) -> hashRow(text, List.of(name, hash)));
            invoicesOf(act).forEach(invoice -> hashRow(text, pick(invoice.values(), INVOICE_HASHED)));
            amountsOf(act).forEach(amount -> hashRow(text, pick(amount.values(), AMOUNT_HASHED)));
            return sha256(text.toString());
        }

        private Map<String, String> attest(String number) {
            return attests.stream().filter(row -> row.text("nummer").equals(number)).map(row -> row.values).findFirst()
                    .orElseThrow(() -> new Fault(ATTESTS, 0, "Attest nummer " + number + " saknas."));
        }

        private static List<String> pick(Map<String, String> values, List<String> columns) {
            return columns.stream().map(values::get).toList();
        }

        private static void hashRow(StringBuilder text, List<String> values) {
            values.forEach(value -> text.append(value.length()).append(':').append(value).append('\t'));
            text.append('\n');
        }

        /** "attest: ja: invoice needs a prior attest by someone else". */
        void checkAttest(Settings settings) {
            String number = current.values().get("attest");
            if (number.isEmpty()) {
                if (settings.attestNeeded()) {
                    findings.add(ACTS, current.fileRow(), "Attest saknas, men inställningarna kräver den.");
                }
                return;
            }
            Map<String, String> attest = attest(number);
            findings.compare(ATTESTS, 0, "Körningen i attest " + number, attest.get("körning"), current.run());
            for (Entry event : events) {
                boolean issued = event.text("körning").equals(current.run()) && event.text("händelse").equals("utfärdad");
                if (issued && settings.attestBySomeoneElse()
                        && event.text("inloggning").equals(attest.get("inloggning"))) {
                    findings.add(ATTESTS, 0, "Attest " + number + " är gjord av den som utfärdade.");
                }
            }
        }

        /**
         * What can be said of all the year's acts, also without their inputs: the invoices are the sums of their
         * amounts, credits are mirror images, and the numbers go on without a gap.
         */
        void checkActs() {
            for (Act act : acts) {
                if (!isOfYear(act)) {
                    continue;
                }
                for (Issued invoice : invoicesOf(act)) {
                    checkInvoice(act, invoice);
                }
                if (act.kind().equals("kredit")) {
                    checkCredit(act);
                }
            }
            checkNumbers();
        }

        private void checkInvoice(Act act, Issued invoice) {
            Map<Integer, BigInteger> byRate = new TreeMap<>();
            for (Booked amount : amountsOf(act)) {
                if (amount.invoice().equals(invoice.number())) {
                    byRate.merge(amount.slot().vatRate(), amount.ore(), BigInteger::add);
                    findings.compare(AMOUNTS, amount.fileRow(), "part", amount.slot().party(), invoice.party());
                    findings.compare(AMOUNTS, amount.fileRow(), "fakturering", amount.slot().invoicing(),
                            invoice.number().startsWith("I") ? "intern" : "faktura");
                }
            }
            BigInteger net = byRate.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
            BigInteger vat = vat(byRate);
            BigInteger rounding = money(invoice, "öresavrundning");
            findings.compare(INVOICES, invoice.fileRow(), "netto", money(invoice, "netto"), net);
            findings.compare(INVOICES, invoice.fileRow(), "moms", money(invoice, "moms"), vat);
            if (rounding.signum() != 0) {
                findings.compare(INVOICES, invoice.fileRow(), "öresavrundning", rounding, rounding(net.add(vat)));
            }
            findings.compare(INVOICES, invoice.fileRow(), "att_betala", money(invoice, "att_betala"),
                    net.add(vat).add(rounding));
            String type = net.signum() < 0 || net.add(vat).signum() < 0
                    ? "kreditfaktura" : invoice.number().startsWith("I") ? "internfaktura" : "faktura";
            findings.compare(INVOICES, invoice.fileRow(), "typ", invoice.type(), type);
            findings.compare(INVOICES, invoice.fileRow(), "fakturadatum", invoice.date(), act.invoiceDate());
        }

        private static BigInteger money(Issued invoice, String column) {
            return Text.ore(INVOICES, invoice.fileRow(), column, invoice.values().get(column), '.');
        }

        /** "A credit is the mirror image of what it takes back." */
        private void checkCredit(Act credit) {
            Map<Slot, BigInteger> mirror = negated(invoiced(amountsBefore(credit), credit.party(), credit.month()));
            Map<Slot, BigInteger> found = sums(amountsOf(credit));
            for (Slot slot : union(mirror, found)) {
                BigInteger expected = mirror.getOrDefault(slot, BigInteger.ZERO);
                if (!found.getOrDefault(slot, BigInteger.ZERO).equals(expected)) {
                    findings.add(AMOUNTS, 0, credit.folder() + ": krediten av rad " + slot.row() + " för "
                            + slot.party() + " är " + kronor(found.getOrDefault(slot, BigInteger.ZERO))
                            + ", ska vara " + kronor(expected) + ".");
                }
            }
        }

        /**
         * "Numbers: the invoice date's year and five digits …; dates never go backwards within a series." The invoices
         * of acts of another budget year are not in the package; where such an act of the same calendar year stands
         * between, the numbers only have to rise.
         */
        private void checkNumbers() {
            Map<String, Issued> last = new HashMap<>();
            Set<String> seen = new HashSet<>();
            for (Issued invoice : invoices) {
                if (!seen.add(invoice.number())) {
                    findings.add(INVOICES, invoice.fileRow(), "Numret " + invoice.number() + " står två gånger.");
                }
                String year = invoice.number().replace("I", "").substring(0, 4);
                findings.compare(INVOICES, invoice.fileRow(), "Numrets år", year, "" + invoice.date().getYear());
                Issued before = last.put(invoice.series(), invoice);
                if (before == null) {
                    continue;
                }
                boolean known = !othersBetween(before.act(), invoice.act(), invoice.date().getYear());
                if (known ? invoice.ordinal() != before.ordinal() + 1 : invoice.ordinal() <= before.ordinal()) {
                    findings.add(INVOICES, invoice.fileRow(), "Numret " + invoice.number() + " följer inte på "
                            + before.number() + ".");
                }
                if (invoice.date().isBefore(before.date())) {
                    findings.add(INVOICES, invoice.fileRow(), "Fakturadatum " + invoice.date()
                            + " är tidigare än " + before.date() + " på " + before.number() + ".");
                }
            }
        }

        /** Whether an act of another budget year, dated in this calendar year, stands between two acts. */
        boolean othersBetween(int after, int before, int calendarYear) {
            return acts.stream().anyMatch(act -> act.number() > after && act.number() < before && !isOfYear(act)
                    && act.invoiceDate().getYear() == calendarYear);
        }
    }

    /** What the amounts say together, per slot; what adds up to nothing is left out. */
    private static Map<Slot, BigInteger> sums(List<Booked> amounts) {
        Map<Slot, BigInteger> result = new LinkedHashMap<>();
        amounts.forEach(amount -> result.merge(amount.slot(), amount.ore(), BigInteger::add));
        result.values().removeIf(ore -> ore.signum() == 0);
        return result;
    }

    /** What is still invoiced to one party for one month: what was invoiced and adjusted, less what was credited. */
    private static Map<Slot, BigInteger> invoiced(List<Booked> amounts, String party, YearMonth month) {
        return sums(amounts.stream().filter(amount -> amount.slot().isInvoiced()
                && amount.slot().party().equals(party) && amount.slot().month().equals(month)).toList());
    }

    private static Map<Slot, BigInteger> negated(Map<Slot, BigInteger> amounts) {
        Map<Slot, BigInteger> result = new LinkedHashMap<>();
        amounts.forEach((slot, ore) -> result.put(slot, ore.negate()));
        return result;
    }

    private static <K> Set<K> union(Map<K, ?> one, Map<K, ?> other) {
        Set<K> result = new LinkedHashSet<>(one.keySet());
        result.addAll(other.keySet());
        return result;
    }

    // ---------------------------------------------------------------------------------------------------------------
    // 3. The inputs
    // ---------------------------------------------------------------------------------------------------------------

    /** A party. Every kommun belongs to the group VGK; {@code groups} holds that one too. */
    private record Party(String code, String name, String type, String organisationNumber, String invoicing,
            Set<String> groups) {}

    /** A period of an object. {@code participants} is empty where all take part. */
    private record ServiceObject(String code, YearMonth from, YearMonth to, Set<String> participants, int vatRate,
            String vatGround, Entry row) {}

    /** One share of a key: who gets it ({@code recipient}, a party or a group) and how a group splits it. */
    private record KeyRow(String key, YearMonth from, YearMonth to, String recipient, Fraction share,
            String distribution, Entry row) {}

    /** A budget line: {@code ore} is for its months {@code from}–{@code to} together. */
    private record Line(String row, String object, String text, BigInteger ore, String key, YearMonth from,
            YearMonth to, String decision, Entry source) {}

    /** A quantity of {@code volymer.csv}. */
    private record Volume(String name, YearMonth from, YearMonth to, String party, Fraction quantity) {}

    /** Whether a month lies in from–to inclusive; a missing end has no limit. */
    private static boolean within(YearMonth month, YearMonth from, YearMonth to) {
        return (from == null || !month.isBefore(from)) && (to == null || !month.isAfter(to));
    }

    /** Everything that was read, for one budget year. */
    private static final class Inputs {

        private static final String PARTY_COLUMNS = "kod;namn;typ;organisationsnummer;fakturering;grupper;peppol_id;"
                + "referens;adress;postnummer;ort;epost";
        private static final String OBJECT_COLUMNS = "objekt;namn;typ;från;till;deltagare;momssats;beslut";
        private static final String KEY_COLUMNS = "nyckel;från;till;part;andel;fördelning;beslut";
        private static final String LINE_COLUMNS = "rad;objekt;benämning;kostnadsslag;belopp;nyckel;från;till;beslut;"
                + "kommun;vgr";

        final int year;
        final Settings settings;
        final SortedMap<String, Party> parties = new TreeMap<>();
        final List<ServiceObject> objects = new ArrayList<>();
        final List<KeyRow> keys = new ArrayList<>();
        final Map<String, Line> lines = new LinkedHashMap<>();
        /** Budget row → actual cost in öre; empty where there is no outcome yet. */
        final Map<String, BigInteger> outcome = new LinkedHashMap<>();
        final Population population = new Population();
        private final List<Volume> volumes = new ArrayList<>();
        private final SortedMap<String, byte[]> files;

        Inputs(SortedMap<String, byte[]> files, int year) {
            this.files = files;
            this.year = year;
            this.settings = new Settings(required("installningar.yml"));
            rows("parter", PARTY_COLUMNS, true).forEach(this::readParty);
            rows("objekt", OBJECT_COLUMNS, true).forEach(this::readObject);
            rows("nycklar", KEY_COLUMNS, true).forEach(this::readKey);
            rows("budget-" + year, LINE_COLUMNS, true).forEach(this::readLine);
            rows("volymer", "volym;från;till;part;antal", false).forEach(this::readVolume);
            rows("utfall-" + year, "rad;utfall", false).forEach(this::readOutcome);
            files.forEach((name, content) -> {
                if (name.startsWith("folkmangd")) {
                    population.read(name, content);
                }
            });
        }

        private byte[] required(String name) {
            byte[] content = files.get(name);
            if (content == null) {
                throw new Fault("underlag/" + name, 0, "Filen saknas i paketet.");
            }
            return content;
        }

        /** "Tables are CSV … or the same table as the first sheet of an .xlsx with the same base name". */
        private List<Entry> rows(String base, String columns, boolean required) {
            boolean workbook = files.containsKey(base + ".xlsx");
            String name = base + (workbook ? ".xlsx" : ".csv");
            if (!required && !files.containsKey(name)) {
                return List.of();
            }
            byte[] content = required(name);
            List<Row> rows = workbook
                    ? Workbook.firstSheet("underlag/" + name, content)
                    : Csv.rows("underlag/" + name, Text.decode(name, content), '\0');
            return Entry.table("underlag/" + name, rows, List.of(columns.split(";")), null);
        }

        private void readParty(Entry row) {
            Set<String> groups = new TreeSet<>(row.words("grupper"));
            if (row.lower("typ").equals("kommun")) {
                groups.add("VGK");
            }
            Party party = new Party(row.text("kod"), row.text("namn"), row.text("typ"), row.text("organisationsnummer"),
                    row.lower("fakturering"), groups);
            if (!List.of("faktura", "intern", "ingen").contains(party.invoicing())) {
                throw row.fault("fakturering", "ska vara faktura, intern eller ingen");
            }
            if (parties.put(party.code(), party) != null) {
                throw row.fault("kod", "står två gånger");
            }
        }

        private void readObject(Entry row) {
            Set<String> participants = new TreeSet<>(row.words("deltagare"));
            String rate = row.text("momssats").replace("%", "").strip();
            boolean exempt = row.lower("momssats").startsWith("undantag");
            objects.add(new ServiceObject(row.text("objekt"), row.monthOrNull("från"), row.monthOrNull("till"),
                    row.lower("deltagare").equals("alla") ? Set.of() : participants,
                    exempt ? 0 : Text.decimal(row.file, row.number, "momssats", rate).intValueExact(),
                    exempt ? rate.substring("undantag".length()).strip() : "", row));
        }

        private void readKey(Entry row) {
            keys.add(new KeyRow(row.text("nyckel"), row.monthOrNull("från"), row.monthOrNull("till"), row.text("part"),
                    share(row), distribution(row), row));
        }

        /** The words count in any letters; a quantity's name is as it is written. */
        private static String distribution(Entry row) {
            return List.of("folkmängd", "lika").contains(row.lower("fördelning"))
                    ? row.lower("fördelning") : row.text("fördelning");
        }

        /** "andel percent, any number of decimals, or a fraction 1/3". */
        private static Fraction share(Entry row) {
            String[] parts = row.text("andel").replace("%", "").split("/", -1);
            if (parts.length == 1) {
                return Fraction.of(Text.decimal(row.file, row.number, "andel", parts[0])).over(HUNDRED);
            }
            BigDecimal numerator = Text.decimal(row.file, row.number, "andel", parts[0]);
            BigDecimal denominator = Text.decimal(row.file, row.number, "andel", parts[1]);
            return Fraction.of(numerator).over(denominator.toBigIntegerExact());
        }

        /** "A row whose rad is Totalt is a control total." */
        private void readLine(Entry row) {
            if (row.text("rad").equalsIgnoreCase("totalt")) {
                return;
            }
            YearMonth from = row.monthOrNull("från");
            YearMonth to = row.monthOrNull("till");
            Line line = new Line(row.text("rad"), row.text("objekt"), row.text("benämning"), row.ore("belopp", '\0'),
                    row.text("nyckel"), from == null ? YearMonth.of(year, 1) : from,
                    to == null ? YearMonth.of(year, 12) : to, row.text("beslut"), row);
            if (lines.put(line.row(), line) != null) {
                throw row.fault("rad", "står två gånger");
            }
            if (line.decision().isEmpty()) {
                throw row.fault("beslut", "saknas: utan beslut ingen fakturering");
            }
        }

        private void readVolume(Entry row) {
            volumes.add(new Volume(row.text("volym"), row.monthOrNull("från"), row.monthOrNull("till"),
                    row.text("part"), Fraction.of(row.decimal("antal"))));
        }

        private void readOutcome(Entry row) {
            if (!row.text("rad").equalsIgnoreCase("totalt")) {
                outcome.put(row.text("rad"), row.ore("utfall", '\0'));
            }
        }

        /** The row of an object that holds in a month. */
        ServiceObject object(Line line, YearMonth month) {
            return objects.stream()
                    .filter(object -> object.code().equals(line.object()) && within(month, object.from(), object.to()))
                    .findFirst()
                    .orElseThrow(() -> line.source().fault("objekt", "finns inte i objekt.csv för " + month));
        }

        /** "Where several rows reach a party …": a party's weight in a distribution, in one month. */
        Fraction weight(String distribution, String party, YearMonth month, Entry row) {
            if (distribution.equals("lika")) {
                return Fraction.ONE;
            }
            if (distribution.equals("folkmängd")) {
                return Fraction.of(population.figure(settings.referenceDay(month), party, row));
            }
            if (!distribution.startsWith("volym:")) {
                throw row.fault("fördelning", "ska vara folkmängd, lika eller volym:NAMN");
            }
            String name = distribution.substring("volym:".length());
            return volumes.stream()
                    .filter(volume -> volume.name().equals(name) && volume.party().equals(party)
                            && within(month, volume.from(), volume.to()))
                    .map(Volume::quantity).findFirst()
                    .orElseThrow(() -> row.fault("fördelning", "har inget antal för " + party + " i " + month));
        }
    }

    /** {@code installningar.yml}: what the computation and the invoices depend on. */
    private static final class Settings {

        private static final String FILE = "underlag/installningar.yml";

        private final Map<?, ?> values;
        private final SortedMap<YearMonth, LocalDate> referenceDays = new TreeMap<>();

        Settings(byte[] content) {
            values = Yaml.read(FILE, Text.decode(FILE, content));
            if (values.get("folkmängd") instanceof List<?> entries) {
                for (Object entry : entries) {
                    Map<?, ?> item = Json.map(FILE, entry);
                    referenceDays.put(Text.month(FILE, 0, "från", String.valueOf(item.get("från"))),
                            Text.date(FILE, 0, "referens", String.valueOf(item.get("referens"))));
                }
            }
        }

        private String text(String name, String otherwise) {
            return values.get(name) == null ? otherwise : values.get(name).toString();
        }

        private boolean isYes(String name) {
            return text(name, "nej").equalsIgnoreCase("ja");
        }

        /** "which SCB figures apply from which month". */
        LocalDate referenceDay(YearMonth month) {
            SortedMap<YearMonth, LocalDate> until = referenceDays.headMap(month.plusMonths(1));
            if (until.isEmpty()) {
                throw new Fault(FILE, 0, "folkmängd: ingen post gäller för " + month + ".");
            }
            return until.get(until.lastKey());
        }

        int paymentDays() {
            return Text.decimal(FILE, 0, "betalningsvillkor_dagar", text("betalningsvillkor_dagar", ""))
                    .intValueExact();
        }

        /** "öresavrundning … ja: the amount to pay in whole kronor". */
        boolean wholeKronor() {
            return isYes("öresavrundning");
        }

        int firstNumber() {
            return Text.decimal(FILE, 0, "nummerserie_från", text("nummerserie_från", "1")).intValueExact();
        }

        boolean attestNeeded() {
            return isYes("attest");
        }

        boolean attestBySomeoneElse() {
            return !isYes("attest_av_samma");
        }

        /**
         * "ocr: luhn+längd (luhn, luhn+längd, nej)": the invoice number, where the agreement has it a digit for the
         * length of the whole reference, and last a check digit.
         */
        String reference(String number) {
            return switch (text("ocr", "")) {
                case "nej" -> "";
                case "luhn" -> number + luhn(number);
                case "luhn+längd" -> {
                    String withLength = number + (number.length() + 2) % 10;
                    yield withLength + luhn(withLength);
                }
                default -> throw new Fault(FILE, 0, "ocr ska vara luhn, luhn+längd eller nej.");
            };
        }

        /** Luhn's check digit: from the right every other digit counts double, the digits of a product are added. */
        private static int luhn(String digits) {
            int sum = 0;
            for (int i = 0; i < digits.length(); i++) {
                int digit = digits.charAt(digits.length() - 1 - i) - '0';
                int product = i % 2 == 0 ? 2 * digit : digit;
                sum += product / 10 + product % 10;
            }
            return (10 - sum % 10) % 10;
        }
    }

    /**
     * Number of inhabitants by reference day and region code, as SCB delivers it. "PxWeb CSV …, JSON-stat2, and xlsx
     * from the same place; and a plain kod;namn;datum;antal. Region is 1480 Göteborg or 1480. A figure per year is
     * 31 December; 2025M06 is the last of that month."
     */
    private static final class Population {

        private static final Pattern PERIOD = Pattern.compile("(?:(.*)\\s)?(\\d{4})(?:M(\\d{2}))?");
        private static final Pattern DAY = Pattern.compile("(\\d{1,2}) (januari|februari|mars|april|maj|juni|juli|"
                + "augusti|september|oktober|november|december) (\\d{4})");
        private static final List<String> MONTHS = List.of("januari", "februari", "mars", "april", "maj", "juni",
                "juli", "augusti", "september", "oktober", "november", "december");
        private static final Set<String> TIME_HEADINGS = Set.of("år", "year", "månad", "month", "tid", "time");
        private static final Set<String> CONTENTS = Set.of("folkmängd", "folkmängden per månad", "population",
                "population per month", "number", "antal");

        /** One figure of a file, with its values in the dimensions besides region and time: sex, age and so on. */
        private record Figure(String region, LocalDate day, List<String> dimensions, BigInteger number) {}

        private final Map<LocalDate, Map<String, BigInteger>> figures = new HashMap<>();

        BigInteger figure(LocalDate day, String region, Entry row) {
            BigInteger number = figures.getOrDefault(day, Map.of()).get(region);
            if (number == null) {
                throw row.fault("fördelning", "folkmängden saknas för " + region + " per " + day);
            }
            return number;
        }

        void read(String name, byte[] content) {
            String file = "underlag/" + name;
            String lower = name.toLowerCase(Locale.ROOT);
            List<Figure> found;
            if (lower.endsWith(".json")) {
                found = jsonStat(file, Json.object(file, content));
            } else if (lower.endsWith(".xlsx")) {
                found = grid(file, Workbook.firstSheet(file, content));
            } else {
                String text = Text.decode(file, content);
                List<Row> semicolon = Csv.rows(file, text, ';');
                found = grid(file, headingOf(semicolon) < 0 ? Csv.rows(file, text, ',') : semicolon);
            }
            add(file, withoutParts(found));
        }

        /** "summed over sex, age and marital status where split". */
        private void add(String file, List<Figure> found) {
            Map<LocalDate, Map<String, BigInteger>> sums = new HashMap<>();
            Set<Figure> seen = new HashSet<>();
            for (Figure figure : found) {
                if (!seen.add(new Figure(figure.region(), figure.day(), figure.dimensions(), null))) {
                    throw new Fault(file, 0, "Två siffror för " + figure.region() + " per " + figure.day() + ".");
                }
                sums.computeIfAbsent(figure.day(), day -> new TreeMap<>())
                        .merge(figure.region(), figure.number(), BigInteger::add);
            }
            sums.forEach((day, regions) -> regions.forEach((region, number) -> {
                BigInteger other = figures.computeIfAbsent(day, unused -> new TreeMap<>()).put(region, number);
                if (other != null && !other.equals(number)) {
                    throw new Fault(file, 0, "Två filer har olika folkmängd för " + region + " per " + day + ".");
                }
            }));
        }

        /** Where a dimension has a total besides its parts, the total is what SCB published and the parts are not added. */
        private static List<Figure> withoutParts(List<Figure> figures) {
            List<Figure> result = figures;
            int dimensions = figures.stream().mapToInt(figure -> figure.dimensions().size()).max().orElse(0);
            for (int i = 0; i < dimensions; i++) {
                int dimension = i;
                Predicate<Figure> isTotal = figure -> isTotal(figure.dimensions().get(dimension));
                if (result.stream().anyMatch(isTotal)) {
                    result = result.stream().filter(isTotal).toList();
                }
            }
            return result;
        }

        private static boolean isTotal(String label) {
            String lower = label.toLowerCase(Locale.ROOT);
            return lower.startsWith("total") || lower.startsWith("tot ") || lower.equals("samtliga")
                    || lower.equals("män och kvinnor") || lower.equals("men and women");
        }

        private static List<Figure> grid(String file, List<Row> rows) {
            int heading = headingOf(rows);
            if (heading < 0) {
                throw new Fault(file, 0, "Känns inte igen som en folkmängdstabell.");
            }
            List<String> titles = rows.get(heading).lower();
            List<Row> body = rows.subList(heading + 1, rows.size());
            if (titles.contains("kod")) {
                return plain(file, titles, body);
            }
            if (titles.contains("kommun")) {
                return yearTable(file, rows.subList(0, heading), titles, body);
            }
            return titles.stream().anyMatch(TIME_HEADINGS::contains)
                    ? longTable(file, titles, body) : wideTable(file, titles, body);
        }

        /** The row of titles, or -1. */
        private static int headingOf(List<Row> rows) {
            for (int i = 0; i < rows.size(); i++) {
                List<String> titles = rows.get(i).lower();
                boolean plain = titles.containsAll(List.of("kod", "datum", "antal"));
                boolean yearTable = titles.containsAll(List.of("kommun", "folkmängd"));
                boolean longTable = titles.contains("region") && titles.stream().anyMatch(TIME_HEADINGS::contains);
                boolean wide = titles.size() > 1 && periodOf(titles.get(0)) == null
                        && titles.stream().anyMatch(title -> periodOf(title) != null);
                if (plain || yearTable || longTable || wide) {
                    return i;
                }
            }
            return -1;
        }

        private static List<Figure> plain(String file, List<String> titles, List<Row> body) {
            List<Figure> result = new ArrayList<>();
            for (Row row : body) {
                LocalDate day = dayOf(file, row, row.cell(titles.indexOf("datum")));
                result.add(new Figure(regionOf(row.cell(titles.indexOf("kod"))), day, List.of(),
                        number(file, row, row.cell(titles.indexOf("antal")))));
            }
            return result;
        }

        /** SCB's table of the year: the day stands in the title, the figure in the column Folkmängd. */
        private static List<Figure> yearTable(String file, List<Row> above, List<String> titles, List<Row> body) {
            LocalDate day = null;
            for (Row row : above) {
                Matcher matcher = DAY.matcher(String.join(" ", row.cells()).toLowerCase(Locale.ROOT));
                while (matcher.find()) {
                    day = LocalDate.of(Integer.parseInt(matcher.group(3)), MONTHS.indexOf(matcher.group(2)) + 1,
                            Integer.parseInt(matcher.group(1)));
                }
            }
            List<Figure> result = new ArrayList<>();
            for (Row row : body) {
                if (row.cell(titles.indexOf("kommun")).matches("\\d{4}")) {
                    result.add(new Figure(row.cell(titles.indexOf("kommun")), day, List.of(),
                            number(file, row, row.cell(titles.indexOf("folkmängd")))));
                }
            }
            if (day == null || result.isEmpty()) {
                throw new Fault(file, 0, "Dagen för folkmängden, eller kommunerna, hittas inte.");
            }
            return result;
        }

        /** PxWeb with a column a period: region, other dimensions, then the figures. */
        private static List<Figure> wideTable(String file, List<String> titles, List<Row> body) {
            int first = 0;
            while (periodOf(titles.get(first)) == null) {
                first++;
            }
            boolean named = titles.stream().anyMatch(title -> CONTENTS.contains(contentOf(title)));
            List<Figure> result = new ArrayList<>();
            List<String> before = List.of();
            for (Row row : body) {
                List<String> dimensions = row.dimensions(first, before);
                for (int column = first; column < titles.size(); column++) {
                    String title = titles.get(column);
                    boolean wanted = periodOf(title) != null && (!named || CONTENTS.contains(contentOf(title)));
                    if (wanted && isFigure(row.cell(column)) && !dimensions.get(0).isEmpty()) {
                        result.add(new Figure(regionOf(dimensions.get(0)), periodOf(title),
                                dimensions.subList(1, first), number(file, row, row.cell(column))));
                        before = dimensions;
                    }
                }
            }
            return result;
        }

        /** PxWeb with a row a period: one column is the time, the last one the figure. */
        private static List<Figure> longTable(String file, List<String> titles, List<Row> body) {
            int value = titles.size() - 1;
            for (int column = 0; column < titles.size(); column++) {
                if (CONTENTS.contains(titles.get(column))) {
                    value = column;
                }
            }
            List<Figure> result = new ArrayList<>();
            for (Row row : body) {
                List<String> dimensions = new ArrayList<>();
                LocalDate day = null;
                for (int column = 0; column < titles.size(); column++) {
                    if (TIME_HEADINGS.contains(titles.get(column))) {
                        day = periodOf(row.cell(column));
                    } else if (column < value && !titles.get(column).equals("region")) {
                        dimensions.add(row.cell(column));
                    }
                }
                if (day != null && isFigure(row.cell(value))) {
                    result.add(new Figure(regionOf(row.cell(titles.indexOf("region"))), day, dimensions,
                            number(file, row, row.cell(value))));
                }
            }
            return result;
        }

        /** JSON-stat2: the values in one list, the last dimension running fastest. */
        private static List<Figure> jsonStat(String file, Map<?, ?> data) {
            List<?> ids = Json.list(file, data.get("id"));
            List<List<String>> codes = new ArrayList<>();
            List<List<String>> labels = new ArrayList<>();
            for (Object id : ids) {
                Map<?, ?> dimension = Json.map(file, Json.map(file, data.get("dimension")).get(id));
                Map<?, ?> category = Json.map(file, dimension.get("category"));
                List<String> order = categories(category);
                Map<?, ?> names = category.get("label") instanceof Map<?, ?> map ? map : Map.of();
                codes.add(order);
                labels.add(order.stream().map(code -> names.containsKey(code) ? names.get(code).toString() : code)
                        .toList());
            }
            Map<?, ?> roles = data.get("role") instanceof Map<?, ?> map ? map : Map.of();
            int time = dimension(ids, roles.get("time"), Set.of("tid", "time", "år", "year", "månad", "month"));
            int region = dimension(ids, roles.get("geo"), Set.of("region"));
            int contents = dimension(ids, roles.get("metric"), Set.of("contentscode"));
            if (time < 0 || region < 0) {
                throw new Fault(file, 0, "Har ingen dimension för tid eller region.");
            }
            int count = codes.stream().mapToInt(List::size).reduce(1, Math::multiplyExact);
            List<Figure> result = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int[] position = position(i, codes);
                Object value = data.get("value") instanceof List<?> list ? list.get(i)
                        : Json.map(file, data.get("value")).get(String.valueOf(i));
                List<String> others = new ArrayList<>();
                for (int k = 0; k < ids.size(); k++) {
                    if (k != time && k != region && k != contents) {
                        others.add(labels.get(k).get(position[k]));
                    }
                }
                boolean wanted = contents < 0 || codes.get(contents).size() == 1
                        || CONTENTS.contains(labels.get(contents).get(position[contents]).toLowerCase(Locale.ROOT));
                if (wanted && value instanceof BigDecimal number) {
                    result.add(new Figure(regionOf(codes.get(region).get(position[region])),
                            periodOf(codes.get(time).get(position[time])), others, number.toBigIntegerExact()));
                }
            }
            return result;
        }

        private static List<String> categories(Map<?, ?> category) {
            if (category.get("index") instanceof List<?> list) {
                return list.stream().map(Object::toString).toList();
            }
            if (category.get("index") instanceof Map<?, ?> map) {
                return map.entrySet().stream()
                        .sorted(Comparator.comparing(entry -> (BigDecimal) entry.getValue()))
                        .map(entry -> entry.getKey().toString()).toList();
            }
            return category.get("label") instanceof Map<?, ?> map
                    ? map.keySet().stream().map(Object::toString).toList() : List.of();
        }

        private static int dimension(List<?> ids, Object role, Set<String> names) {
            for (int i = 0; i < ids.size(); i++) {
                boolean isRole = role instanceof List<?> list && list.contains(ids.get(i));
                if (isRole || names.contains(ids.get(i).toString().toLowerCase(Locale.ROOT))) {
                    return i;
                }
            }
            return -1;
        }

        private static int[] position(int index, List<List<String>> dimensions) {
            int[] result = new int[dimensions.size()];
            int rest = index;
            for (int i = dimensions.size() - 1; i >= 0; i--) {
                result[i] = rest % dimensions.get(i).size();
                rest /= dimensions.get(i).size();
            }
            return result;
        }

        private static String regionOf(String label) {
            return label.strip().split("\\s", 2)[0];
        }

        /** The day that a title's period ends with, or null where the title holds none. */
        private static LocalDate periodOf(String title) {
            Matcher matcher = PERIOD.matcher(title.strip().toUpperCase(Locale.ROOT));
            if (!matcher.matches()) {
                return null;
            }
            int month = matcher.group(3) == null ? 12 : Integer.parseInt(matcher.group(3));
            return month < 1 || month > 12 ? null
                    : YearMonth.of(Integer.parseInt(matcher.group(2)), month).atEndOfMonth();
        }

        /** What a title says before its period: "Folkmängd 2022" has the content Folkmängd. */
        private static String contentOf(String title) {
            Matcher matcher = PERIOD.matcher(title.strip().toUpperCase(Locale.ROOT));
            return matcher.matches() && matcher.group(1) != null ? matcher.group(1).strip().toLowerCase(Locale.ROOT)
                    : "";
        }

        private static LocalDate dayOf(String file, Row row, String cell) {
            LocalDate period = periodOf(cell);
            return period != null ? period : Text.date(file, row.number(), "datum", cell);
        }

        private static boolean isFigure(String cell) {
            return !cell.isBlank() && !cell.matches("\\.{1,2}|-|…");
        }

        private static BigInteger number(String file, Row row, String cell) {
            return Text.decimal(file, row.number(), "antal", cell).toBigIntegerExact();
        }
    }

    // ---------------------------------------------------------------------------------------------------------------
    // 4. How an amount is computed
    // ---------------------------------------------------------------------------------------------------------------

    /** "All amounts are whole öre; shares are exact fractions." Always in lowest terms, the denominator positive. */
    private record Fraction(BigInteger numerator, BigInteger denominator) {

        static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);
        static final Fraction ONE = new Fraction(BigInteger.ONE, BigInteger.ONE);

        Fraction {
            if (denominator.signum() == 0) {
                throw new Fault("underlaget", 0, "Division med noll.");
            }
            BigInteger divisor = numerator.gcd(denominator);
            divisor = denominator.signum() < 0 ? divisor.negate() : divisor;
            numerator = numerator.divide(divisor);
            denominator = denominator.divide(divisor);
        }

        static Fraction of(BigInteger whole) {
            return new Fraction(whole, BigInteger.ONE);
        }

        static Fraction of(BigDecimal decimal) {
            return decimal.scale() <= 0
                    ? of(decimal.toBigIntegerExact())
                    : new Fraction(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
        }

        Fraction over(BigInteger divisor) {
            return new Fraction(numerator, denominator.multiply(divisor));
        }

        Fraction over(Fraction other) {
            return new Fraction(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
        }

        Fraction times(BigInteger factor) {
            return new Fraction(numerator.multiply(factor), denominator);
        }

        Fraction plus(Fraction other) {
            return new Fraction(numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                    denominator.multiply(other.denominator));
        }

        /** The whole part, of a number that is not negative. */
        BigInteger whole() {
            return numerator.divide(denominator);
        }

        /** What is left above the whole part. */
        Fraction remainder() {
            return new Fraction(numerator.mod(denominator), denominator);
        }

        int compare(Fraction other) {
            return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
        }
    }

    /** "rounded half up (away from zero for credits)". */
    private static BigInteger halfUp(BigInteger numerator, BigInteger denominator) {
        BigInteger twice = numerator.abs().shiftLeft(1).add(denominator);
        BigInteger rounded = twice.divide(denominator.shiftLeft(1));
        return numerator.signum() < 0 ? rounded.negate() : rounded;
    }

    /**
     * "largest remainder (Hamilton): every row gets the whole öre of its exact share; the öre left over go to the
     * largest remainders". Equal remainders go to the first in the list. "A credit is the mirror image of what it
     * takes back": a negative amount is split as the positive one, with the sign changed.
     */
    private static List<BigInteger> split(BigInteger amount, List<Fraction> weights, Entry row) {
        Fraction sum = weights.stream().reduce(Fraction.ZERO, Fraction::plus);
        if (sum.numerator().signum() <= 0) {
            throw row.fault("fördelning", "har ingen vikt att fördela efter");
        }
        List<BigInteger> parts = new ArrayList<>();
        List<Fraction> remainders = new ArrayList<>();
        BigInteger left = amount.abs();
        for (Fraction weight : weights) {
            Fraction quota = weight.times(amount.abs()).over(sum);
            parts.add(quota.whole());
            remainders.add(quota.remainder());
            left = left.subtract(quota.whole());
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            order.add(i);
        }
        order.sort((one, other) -> remainders.get(other).compare(remainders.get(one)));
        for (int i = 0; i < left.intValueExact(); i++) {
            parts.set(order.get(i), parts.get(order.get(i)).add(BigInteger.ONE));
        }
        return amount.signum() < 0 ? parts.stream().map(BigInteger::negate).toList() : parts;
    }

    /**
     * A row of a key as it works in one month: whom it reaches, and by which weights. Two months are in the same
     * segment where this is equal, whatever rows and decisions it comes from.
     *
     * @param weights party code → weight; for a recipient that is a party just itself
     */
    private record Resolved(String recipient, String distribution, Fraction share, SortedMap<String, Fraction> weights) {}

    /** Computes what every party pays of every line, month by month, under one set of inputs. */
    private static final class Computation {

        private final Inputs inputs;

        Computation(Inputs inputs) {
            this.inputs = inputs;
        }

        /** The year by the budget, or by the outcome: "the same computation with the actual outcome in its place". */
        Map<Slot, BigInteger> year(boolean byOutcome) {
            Map<Slot, BigInteger> result = new LinkedHashMap<>();
            for (Line line : inputs.lines.values()) {
                BigInteger ore = byOutcome ? inputs.outcome.get(line.row()) : line.ore();
                if (ore == null) {
                    throw line.source().fault("rad", "saknar utfall: \"Every budget row has an outcome row\"");
                }
                compute(line, ore, result);
            }
            result.values().removeIf(amount -> amount.signum() == 0);
            return result;
        }

        /**
         * One line of {@code total} öre over n months.
         *
         * <p>"1. Accumulated cost through its k-th month: T(k) = A·k/n, rounded half up. … 4. The month's amount is the
         * accumulated amount through the month less the accumulated amount through the month before." And: "Where the
         * resolved shares or weights change from month s on …, a new segment begins there: T(k) − T(s−1) is split by
         * the new shares, and months are differences within the segment."
         */
        private void compute(Line line, BigInteger total, Map<Slot, BigInteger> result) {
            int months = 0;
            for (YearMonth month = line.from(); !month.isAfter(line.to()); month = month.plusMonths(1)) {
                months++;
            }
            List<Resolved> segment = List.of();
            BigInteger beforeSegment = BigInteger.ZERO;
            BigInteger throughBefore = BigInteger.ZERO;
            Map<String, BigInteger> partiesBefore = Map.of();
            YearMonth month = line.from();
            for (int k = 1; k <= months; k++) {
                BigInteger through = halfUp(total.multiply(BigInteger.valueOf(k)), BigInteger.valueOf(months));
                List<Resolved> shares = resolve(line, month);
                if (!shares.equals(segment)) {
                    segment = shares;
                    beforeSegment = throughBefore;
                    partiesBefore = Map.of();
                }
                Map<String, BigInteger> parties = divide(through.subtract(beforeSegment), segment, line);
                for (Map.Entry<String, BigInteger> entry : parties.entrySet()) {
                    BigInteger before = partiesBefore.getOrDefault(entry.getKey(), BigInteger.ZERO);
                    result.merge(slot(line, entry.getKey(), month), entry.getValue().subtract(before),
                            BigInteger::add);
                }
                partiesBefore = parties;
                throughBefore = through;
                month = month.plusMonths(1);
            }
        }

        /**
         * "2. T(k) is split between the rows of the key …; equal remainders to the lowest part, then fördelning. 3. A
         * group's part is split in the same way between its participating members by their weights, ties to the lowest
         * party code." "Where several rows of a key reach a party, it pays the sum."
         */
        private Map<String, BigInteger> divide(BigInteger amount, List<Resolved> rows, Line line) {
            List<BigInteger> parts = split(amount, rows.stream().map(Resolved::share).toList(), line.source());
            Map<String, BigInteger> result = new TreeMap<>();
            for (int i = 0; i < rows.size(); i++) {
                SortedMap<String, Fraction> weights = rows.get(i).weights();
                List<BigInteger> members = split(parts.get(i), List.copyOf(weights.values()), line.source());
                int member = 0;
                for (String party : weights.keySet()) {
                    result.merge(party, members.get(member++), BigInteger::add);
                }
            }
            return result;
        }

        /** The rows of the line's key in a month, lowest part first, then fördelning. */
        private List<Resolved> resolve(Line line, YearMonth month) {
            ServiceObject object = inputs.object(line, month);
            List<Resolved> result = new ArrayList<>();
            Fraction sum = Fraction.ZERO;
            for (KeyRow row : inputs.keys) {
                if (row.key().equals(line.key()) && within(month, row.from(), row.to())) {
                    result.add(new Resolved(row.recipient(), row.distribution(), row.share(),
                            members(row, object, month)));
                    sum = sum.plus(row.share());
                }
            }
            if (!sum.equals(Fraction.ONE)) {
                throw line.source().fault("nyckel", "är inte exakt 100 % i " + month);
            }
            result.sort(Comparator.comparing(Resolved::recipient).thenComparing(Resolved::distribution));
            return result;
        }

        /** "deltagare … limits the groups of a key, not single parties". */
        private SortedMap<String, Fraction> members(KeyRow row, ServiceObject object, YearMonth month) {
            SortedMap<String, Fraction> result = new TreeMap<>();
            if (inputs.parties.containsKey(row.recipient())) {
                result.put(row.recipient(), Fraction.ONE);
                return result;
            }
            for (Party party : inputs.parties.values()) {
                boolean participates = object.participants().isEmpty() || object.participants().contains(party.code());
                if (participates && party.groups().contains(row.recipient())) {
                    result.put(party.code(), inputs.weight(row.distribution(), party.code(), month, row.row()));
                }
            }
            return result;
        }

        /** Where the amount stands: an internal one without VAT, any other by the object's rate in that month. */
        private Slot slot(Line line, String code, YearMonth month) {
            String invoicing = inputs.parties.get(code).invoicing();
            ServiceObject object = inputs.object(line, month);
            boolean internal = invoicing.equals("intern");
            return new Slot(line.row(), line.object(), code, invoicing, internal ? 0 : object.vatRate(),
                    internal ? INTERNAL_GROUND : object.vatGround(), month);
        }
    }

    /** "VAT is computed per invoice and rate on the sum, half up to the öre." */
    private static BigInteger vat(Map<Integer, BigInteger> netByRate) {
        BigInteger vat = BigInteger.ZERO;
        for (Map.Entry<Integer, BigInteger> entry : netByRate.entrySet()) {
            vat = vat.add(halfUp(entry.getValue().multiply(BigInteger.valueOf(entry.getKey())), HUNDRED));
        }
        return vat;
    }

    /** What takes an amount to whole kronor: 1–49 öre down, 50–99 up. */
    private static BigInteger rounding(BigInteger ore) {
        return halfUp(ore, HUNDRED).multiply(HUNDRED).subtract(ore);
    }

    // ---------------------------------------------------------------------------------------------------------------
    // 5. What the act should hold
    // ---------------------------------------------------------------------------------------------------------------

    /** What an amount is of: the kind (ordinarie, justering, kredit, avräkning) and where it stands. */
    private record Due(String kind, Slot slot) {}

    /** One line of an invoice: all months of one kind, budget line and VAT together. */
    private record InvoiceLine(String row, String object, String kind, int vatRate, String vatGround, BigInteger ore,
            SortedMap<YearMonth, BigInteger> months) {}

    /** One invoice as it should be; {@code invoicing} is faktura or intern. */
    private record Document(String number, String type, Party party, String invoicing, List<InvoiceLine> lines,
            BigInteger net, BigInteger vat, BigInteger rounding, BigInteger payable) {}

    /** The act's amounts and invoices, from the inputs and from what the register says was issued before. */
    private static final class Expectation {

        private final Inputs inputs;
        private final Register register;
        private final Act act;
        private final Map<Due, BigInteger> amounts = new LinkedHashMap<>();
        private final List<Document> documents = new ArrayList<>();
        /** What the parties would have paid by the outcome; only for a settlement. */
        private Map<Slot, BigInteger> byOutcome = Map.of();

        Expectation(Inputs inputs, Register register) {
            this.inputs = inputs;
            this.register = register;
            this.act = register.current;
            switch (act.kind()) {
                case "faktura" -> month();
                case "kredit" -> credit();
                case "ny" -> newInvoice();
                case "avräkning" -> settlement();
                default -> throw new Fault(Register.ACTS, act.fileRow(), "Okänt slag: " + act.kind());
            }
            collectDocuments();
        }

        Map<Due, BigInteger> amounts() {
            return amounts;
        }

        List<Document> documents() {
            return documents;
        }

        Map<Slot, BigInteger> byOutcome() {
            return byOutcome;
        }

        BigInteger notInvoiced() {
            return amounts.entrySet().stream().filter(entry -> !entry.getKey().slot().isInvoiced())
                    .map(Map.Entry::getValue).reduce(BigInteger.ZERO, BigInteger::add);
        }

        private void put(String kind, Map<Slot, BigInteger> found) {
            found.forEach((slot, ore) -> amounts.put(new Due(kind, slot), ore));
        }

        /**
         * "its own month, one adjustment line per party and line: what the earlier issued months would be under today's
         * input less what was invoiced …. All issued months of the same budget year count. A month that is credited and
         * not yet issued anew is left out for that party".
         */
        private void month() {
            if (wasIssued(act.month())) {
                throw new Fault(Register.ACTS, act.fileRow(), "Månaden " + act.month() + " är utfärdad tidigare.");
            }
            Map<Slot, BigInteger> today = new Computation(inputs).year(false);
            put("ordinarie", only(today, slot -> slot.month().equals(act.month())));
            Set<YearMonth> issued = new HashSet<>();
            Set<String> credited = new HashSet<>();
            for (Act earlier : register.earlier()) {
                String partyAndMonth = earlier.party() + " " + earlier.month();
                switch (earlier.kind()) {
                    case "faktura" -> issued.add(earlier.month());
                    case "kredit" -> credited.add(partyAndMonth);
                    case "ny" -> credited.remove(partyAndMonth);
                    default -> throw new Fault(Register.ACTS, act.fileRow(), "Året är redan avräknat.");
                }
            }
            Predicate<Slot> counts = slot -> issued.contains(slot.month())
                    && !credited.contains(slot.party() + " " + slot.month());
            put("justering", difference(only(today, counts), only(before(), counts)));
        }

        /** "a credit note for what is invoiced to one party for an issued month". */
        private void credit() {
            refuseUnless(wasIssued(act.month()) && !isCredited(), "kan inte krediteras: månaden är inte utfärdad, eller "
                    + "redan krediterad för parten");
            put("kredit", negated(invoiced(register.amountsBefore(act), act.party(), act.month())));
        }

        private boolean wasIssued(YearMonth month) {
            return register.earlier().stream()
                    .anyMatch(earlier -> earlier.kind().equals("faktura") && earlier.month().equals(month));
        }

        /** Whether the act's party and month are credited and not yet issued anew. */
        private boolean isCredited() {
            boolean credited = false;
            for (Act earlier : register.earlier()) {
                if (earlier.party().equals(act.party()) && earlier.month().equals(act.month())) {
                    credited = earlier.kind().equals("kredit");
                }
            }
            return credited;
        }

        private void refuseUnless(boolean allowed, String why) {
            if (!allowed || register.earlier().stream().anyMatch(earlier -> earlier.kind().equals("avräkning"))) {
                throw new Fault(Register.ACTS, act.fileRow(),
                        allowed ? "Året är redan avräknat." : act.folder() + " " + why + ".");
            }
        }

        /** "issuing it anew gives today's input less what is still invoiced for it". */
        private void newInvoice() {
            refuseUnless(isCredited(), "kan inte utfärdas: månaden är inte krediterad för parten");
            Predicate<Slot> counts = slot -> slot.party().equals(act.party()) && slot.month().equals(act.month());
            put("ordinarie", difference(only(new Computation(inputs).year(false), counts), only(before(), counts)));
        }

        /** "outcome less invoiced, so twelve months and the settlement add up to exactly the outcome". */
        private void settlement() {
            refuseUnless(act.month().getMonthValue() == 12, "ska avse årets sista månad");
            byOutcome = new Computation(inputs).year(true);
            put("avräkning", difference(byOutcome, before()));
        }

        /** What was issued before this act for the months of the budget year. */
        Map<Slot, BigInteger> before() {
            return sums(register.amountsBefore(act));
        }

        private static Map<Slot, BigInteger> only(Map<Slot, BigInteger> amounts, Predicate<Slot> counts) {
            Map<Slot, BigInteger> result = new LinkedHashMap<>(amounts);
            result.keySet().removeIf(counts.negate());
            return result;
        }

        /** "A line of 0,00 is not written": months that cancel out leave nothing, and are found by the next act. */
        private static Map<Slot, BigInteger> difference(Map<Slot, BigInteger> today, Map<Slot, BigInteger> before) {
            Map<Slot, BigInteger> result = new LinkedHashMap<>(today);
            before.forEach((slot, ore) -> result.merge(slot, ore.negate(), BigInteger::add));
            Map<Slot, BigInteger> lines = new HashMap<>();
            result.forEach((slot, ore) -> lines.merge(slot.ofLine(), ore, BigInteger::add));
            result.entrySet().removeIf(
                    entry -> entry.getValue().signum() == 0 || lines.get(entry.getKey().ofLine()).signum() == 0);
            return result;
        }

        /** The invoices in order of party, the external one of a party before its internal one. */
        private void collectDocuments() {
            SortedMap<String, Map<Due, BigInteger>> byDocument = new TreeMap<>();
            amounts.forEach((due, ore) -> {
                if (due.slot().isInvoiced()) {
                    String key = due.slot().party() + " " + due.slot().invoicing();
                    byDocument.computeIfAbsent(key, unused -> new LinkedHashMap<>()).put(due, ore);
                }
            });
            Map<Boolean, Integer> next = new HashMap<>();
            byDocument.forEach((key, dues) -> {
                List<InvoiceLine> lines = lines(dues);
                if (!lines.isEmpty()) {
                    boolean internal = key.endsWith(" intern");
                    int ordinal = next.computeIfAbsent(internal, this::firstOrdinal);
                    next.put(internal, ordinal + 1);
                    documents.add(document(key, internal, ordinal, lines));
                }
            });
        }

        /** "A line of 0,00 is not written; a party without a line gets no invoice". */
        private static List<InvoiceLine> lines(Map<Due, BigInteger> dues) {
            Map<Due, SortedMap<YearMonth, BigInteger>> months = new LinkedHashMap<>();
            dues.forEach((due, ore) -> {
                Slot slot = due.slot();
                Slot anyMonth = new Slot(slot.row(), slot.object(), slot.party(), slot.invoicing(), slot.vatRate(),
                        slot.vatGround(), null);
                months.computeIfAbsent(new Due(due.kind(), anyMonth), unused -> new TreeMap<>()).put(slot.month(), ore);
            });
            List<InvoiceLine> result = new ArrayList<>();
            months.forEach((due, amounts) -> {
                BigInteger sum = amounts.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
                if (sum.signum() != 0) {
                    result.add(new InvoiceLine(due.slot().row(), due.slot().object(), due.kind(),
                            due.slot().vatRate(), due.slot().vatGround(), sum, amounts));
                }
            });
            return result;
        }

        /** "one whose sum is negative gets a credit note"; a credit note and an internal invoice have no OCR. */
        private Document document(String key, boolean internal, int ordinal, List<InvoiceLine> lines) {
            Map<Integer, BigInteger> byRate = new TreeMap<>();
            lines.forEach(line -> byRate.merge(line.vatRate(), line.ore(), BigInteger::add));
            BigInteger net = byRate.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
            BigInteger vat = vat(byRate);
            BigInteger rounding = inputs.settings.wholeKronor() ? rounding(net.add(vat)) : BigInteger.ZERO;
            String code = key.substring(0, key.indexOf(' '));
            Party party = inputs.parties.get(code);
            if (party == null) {
                throw new Fault("underlag/parter", 0, "Parten " + code + " saknas.");
            }
            String number = String.format(Locale.ROOT, "%s%d%05d", internal ? "I" : "", act.invoiceDate().getYear(),
                    ordinal);
            String type = net.signum() < 0 || net.add(vat).signum() < 0 ? "kreditfaktura" : internal ? "internfaktura" : "faktura";
            return new Document(number, type, party, internal ? "intern" : "faktura", lines, net, vat, rounding,
                    net.add(vat).add(rounding));
        }

        /**
         * The number after the last one of the series, whichever budget year's act gave it; "nummerserie_från: first
         * number of a year's series".
         */
        private int firstOrdinal(boolean internal) {
            String series = (internal ? "I" : "") + act.invoiceDate().getYear();
            int last = register.invoices.stream()
                    .filter(invoice -> invoice.series().equals(series) && invoice.act() < act.number())
                    .mapToInt(Issued::ordinal).max().orElse(0);
            Entry others = register.seriesOfOthers.get(series);
            if (others != null) {
                String number = others.text("nummer");
                last = Math.max(last, Integer.parseInt(number.substring(number.length() - 5)));
            }
            return last > 0 ? last + 1 : inputs.settings.firstNumber();
        }
    }

    // ---------------------------------------------------------------------------------------------------------------
    // 6. The comparison
    // ---------------------------------------------------------------------------------------------------------------

    /** Sets every table of the package against what it should hold. */
    private static final class Comparison {

        private static final String LINE_COLUMNS = "period;fakturanummer;part;namn;objekt;rad;benämning;typ;nyckel;"
                + "belopp;momssats;momsgrund;avser_period;avser_faktura;orsak;beslut";
        private static final String INVOICE_COLUMNS = "fakturanummer;typ;fakturadatum;förfallodatum;part;namn;"
                + "organisationsnummer;ocr;netto;moms;öresavrundning;att_betala;avser_faktura;dokument";

        private final Map<String, List<Booked>> earlierOfParty = new HashMap<>();
        private final Package files;
        private final Register register;
        private final Inputs inputs;
        private final Expectation expected;
        private final Findings findings;
        private final Act act;
        private final String period;
        private final Map<String, Document> documents = new LinkedHashMap<>();

        Comparison(Package files, Register register, Inputs inputs, Expectation expected, Findings findings) {
            this.files = files;
            this.register = register;
            this.inputs = inputs;
            this.expected = expected;
            this.findings = findings;
            this.act = register.current;
            register.amountsBefore(act).forEach(amount ->
                    earlierOfParty.computeIfAbsent(amount.slot().party(), party -> new ArrayList<>()).add(amount));
            this.period = act.kind().equals("avräkning") ? "" + act.month().getYear() : act.month().toString();
            expected.documents().forEach(document -> documents.put(document.number(), document));
        }

        /** "An issued month": what every act's folder has, and each invoice in three forms; not all get an e-invoice. */
        private void checkFiles() {
            Set<String> wanted = new TreeSet<>(List.of("fakturor.csv", "fakturarader.csv", "fordelning.csv",
                    "sammanstallning.xlsx", "rapport.html", "SHA256SUMS"));
            if (act.kind().equals("avräkning")) {
                wanted.add("avrakning.csv");
            }
            String folder = files.folder + "/";
            files.entries.keySet().stream().filter(name -> name.startsWith(folder + "fakturor/")).forEach(name -> {
                String base = name.substring(folder.length()).replaceFirst("\\.(xlsx|pdf|csv|xml)$", "");
                List.of(".xlsx", ".pdf", ".csv").forEach(ending -> wanted.add(base + ending));
            });
            wanted.stream().filter(name -> !files.entries.containsKey(folder + name))
                    .forEach(name -> findings.add(folder + name, 0, "Filen saknas i paketet."));
        }

        void compare() {
            register.checkAttest(inputs.settings);
            checkFiles();
            compareAmounts();
            compareRegisterInvoices();
            List<Entry> lines = table("fakturarader.csv", LINE_COLUMNS);
            compareLines(lines);
            List<Entry> invoices = table("fakturor.csv", INVOICE_COLUMNS);
            compareInvoices(invoices, lines);
            compareInvoiceFiles(invoices, lines);
            compareBookkeeping();
            compareDistribution();
            compareManifest();
            if (act.kind().equals("avräkning")) {
                compareSettlement();
            }
        }

        private String path(String name) {
            return files.folder + "/" + name;
        }

        private List<Entry> table(String name, String columns) {
            String file = path(name);
            List<Row> rows = Csv.rows(file, Text.decode(file, files.entry(file)), ';');
            return Entry.table(file, rows, List.of(columns.split(";")), findings);
        }

        /** {@code register/belopp.csv}: every party's share of every budget line and month, also what is not invoiced. */
        private void compareAmounts() {
            Map<String, String> numbers = new HashMap<>();
            documents.values().forEach(
                    document -> numbers.put(document.party().code() + " " + document.invoicing(), document.number()));
            Map<Due, BigInteger> missing = new LinkedHashMap<>(expected.amounts());
            for (Booked amount : register.amountsOf(act)) {
                Due due = new Due(amount.kind(), amount.slot());
                BigInteger ore = missing.remove(due);
                String what = "belopp för " + amount.slot().party();
                findings.compare(Register.AMOUNTS, amount.fileRow(), what, amount.ore(),
                        ore == null ? BigInteger.ZERO : ore);
                String number = amount.slot().isInvoiced()
                        ? numbers.getOrDefault(amount.slot().party() + " " + amount.slot().invoicing(), "") : "";
                findings.compare(Register.AMOUNTS, amount.fileRow(), "fakturanummer", amount.invoice(), number);
            }
            missing.forEach((due, ore) -> findings.add(Register.AMOUNTS, 0, "Saknar " + shown(due) + ", "
                    + kronor(ore) + "."));
        }

        private static String shown(Due due) {
            Slot slot = due.slot();
            return due.kind() + " rad " + slot.row() + " för " + slot.party() + " (" + slot.invoicing() + ", moms "
                    + slot.vatRate() + " %), avser " + slot.month();
        }

        /** {@code register/fakturor.csv}: the invoices of this act, in the order of the act's own table. */
        private void compareRegisterInvoices() {
            Map<String, Document> missing = new LinkedHashMap<>(documents);
            for (Issued invoice : register.invoicesOf(act)) {
                Document document = missing.remove(invoice.number());
                if (document == null) {
                    findings.add(Register.INVOICES, invoice.fileRow(), "Fakturan " + invoice.number()
                            + " ska inte finnas.");
                } else {
                    compareInvoice(Register.INVOICES, invoice.fileRow(), invoice.values(), document, '.');
                }
            }
            missing.values().forEach(document -> findings.add(Register.INVOICES, 0, "Fakturan " + document.number()
                    + " till " + document.party().code() + " saknas."));
        }

        private void compareInvoice(String file, int row, Map<String, String> found, Document document, char mark) {
            String number = document.number();
            Map<String, String> texts = new LinkedHashMap<>();
            texts.put("typ", document.type());
            texts.put("part", document.party().code());
            texts.put("fakturadatum", act.invoiceDate().toString());
            texts.put("förfallodatum", act.invoiceDate().plusDays(inputs.settings.paymentDays()).toString());
            texts.put("ocr", document.type().equals("faktura") ? inputs.settings.reference(number) : "");
            texts.forEach((column, value) -> findings.compare(file, row, column, found.get(column), value));
            findings.compare(file, row, "namn", plain(found.get("namn")), plain(document.party().name()));
            Map<String, BigInteger> sums = new LinkedHashMap<>();
            sums.put("netto", document.net());
            sums.put("moms", document.vat());
            sums.put("öresavrundning", document.rounding());
            sums.put("att_betala", document.payable());
            sums.forEach((column, ore) -> findings.compare(file, row, column + " på " + number,
                    Text.ore(file, row, column, found.get(column), mark), ore));
        }

        /** {@code fakturarader.csv}: which lines exist, and what each says. */
        private void compareLines(List<Entry> rows) {
            Map<String, InvoiceLine> missing = new LinkedHashMap<>();
            documents.values().forEach(document -> document.lines().forEach(
                    line -> missing.put(lineKey(document.number(), line), line)));
            List<String> order = new ArrayList<>();
            for (Entry row : rows) {
                String number = row.text("fakturanummer");
                if (order.isEmpty() || !order.get(order.size() - 1).equals(number)) {
                    order.add(number);
                }
                InvoiceLine line = missing.remove(String.join("\n", number, plain(row.text("rad")),
                        plain(row.text("objekt")), row.text("typ"), row.text("momssats"),
                        plain(row.text("momsgrund"))));
                if (line == null) {
                    findings.add(row.file, row.number, "Raden ska inte finnas: " + row.text("typ") + " rad "
                            + row.text("rad") + " på " + number + ", " + row.text("belopp") + ".");
                } else {
                    compareLine(row, line, documents.get(number));
                }
            }
            missing.forEach((key, line) -> findings.add(path("fakturarader.csv"), 0, "Saknar " + line.kind() + " rad "
                    + line.row() + " på " + key.substring(0, key.indexOf('\n')) + ", " + kronor(line.ore()) + "."));
            findings.compare(path("fakturarader.csv"), 0, "Fakturornas ordning", order,
                    List.copyOf(documents.keySet()));
        }

        private static String lineKey(String number, InvoiceLine line) {
            return String.join("\n", number, plain(line.row()), plain(line.object()), line.kind(),
                    String.valueOf(line.vatRate()), plain(line.vatGround()));
        }

        private void compareLine(Entry row, InvoiceLine line, Document document) {
            boolean ordinary = line.kind().equals("ordinarie");
            findings.compare(row.file, row.number, "belopp på " + document.number(), row.ore("belopp", ','),
                    line.ore());
            findings.compare(row.file, row.number, "period", row.text("period"), period);
            findings.compare(row.file, row.number, "part", row.text("part"), document.party().code());
            findings.compare(row.file, row.number, "namn", plain(row.text("namn")), plain(document.party().name()));
            findings.compare(row.file, row.number, "avser_period", row.text("avser_period"),
                    ordinary ? "" : words(line.months().keySet()));
            compareReferences(row, line, document);
            Line budget = inputs.lines.get(line.row());
            if (budget != null) {
                findings.compare(row.file, row.number, "benämning", plain(row.text("benämning")),
                        plain(budget.text()));
                findings.compare(row.file, row.number, "nyckel", plain(row.text("nyckel")), plain(budget.key()));
                findings.compare(row.file, row.number, "beslut", plain(row.text("beslut")), plain(budget.decision()));
            }
            if (List.of("justering", "kredit").contains(line.kind())
                    && (act.reason().isBlank() || !plain(row.text("orsak")).startsWith(plain(act.reason())))) {
                findings.add(row.file, row.number, "orsak börjar inte med utfärdandets skäl: " + row.text("orsak"));
            }
        }

        /** "the avser columns name the months and invoices that a justering or kredit concerns". */
        private void compareReferences(Entry row, InvoiceLine line, Document document) {
            Set<String> allowed = new TreeSet<>();
            // Those of the same budget row and rate, which such a line always refers to.
            Set<String> standing = new TreeSet<>();
            for (Booked amount : earlierOfParty.getOrDefault(document.party().code(), List.of())) {
                if (line.months().containsKey(amount.slot().month())) {
                    allowed.add(amount.invoice());
                    if (!amount.invoice().isEmpty() && amount.slot().row().equals(line.row())
                            && amount.slot().vatRate() == line.vatRate()
                            && amount.slot().vatGround().equals(line.vatGround())) {
                        standing.add(amount.invoice());
                    }
                }
            }
            for (String number : row.words("avser_faktura")) {
                if (line.kind().equals("ordinarie") || !allowed.contains(number)) {
                    findings.add(row.file, row.number, "avser_faktura " + number + " är ingen faktura till "
                            + document.party().code() + " för månaderna.");
                }
            }
            boolean concerns = List.of("kredit", "justering").contains(line.kind());
            if (concerns && !standing.isEmpty() && row.words("avser_faktura").isEmpty()) {
                findings.add(row.file, row.number, "avser_faktura saknas på en " + line.kind() + ".");
            }
        }

        /** {@code fakturor.csv}. */
        private void compareInvoices(List<Entry> rows, List<Entry> lines) {
            List<String> order = new ArrayList<>();
            for (Entry row : rows) {
                String number = row.text("fakturanummer");
                order.add(number);
                Document document = documents.get(number);
                if (document == null) {
                    continue;
                }
                compareInvoice(row.file, row.number, row.values, document, ',');
                findings.compare(row.file, row.number, "organisationsnummer", plain(row.text("organisationsnummer")),
                        plain(document.party().organisationNumber()));
                Set<String> references = new LinkedHashSet<>();
                lines.stream().filter(line -> line.text("fakturanummer").equals(number))
                        .forEach(line -> references.addAll(line.words("avser_faktura")));
                findings.compare(row.file, row.number, "avser_faktura", Set.copyOf(row.words("avser_faktura")),
                        Set.copyOf(references));
            }
            findings.compare(path("fakturor.csv"), 0, "Fakturornas nummer", order, List.copyOf(documents.keySet()));
            findings.compare(Register.INVOICES, 0, "Ordningen på " + act.folder(),
                    register.invoicesOf(act).stream().map(Issued::number).toList(), List.copyOf(documents.keySet()));
        }

        /** Each invoice's own CSV holds its lines and no other; its workbook has the same sums; no file is left over. */
        private void compareInvoiceFiles(List<Entry> invoices, List<Entry> lines) {
            Set<String> used = new HashSet<>();
            for (Entry row : invoices) {
                String number = row.text("fakturanummer");
                String workbook = row.text("dokument");
                if (!workbook.matches("fakturor/[A-Za-z0-9-]+\\.xlsx") || !documents.containsKey(number)) {
                    findings.add(row.file, row.number, "dokument är ingen arbetsbok för fakturan: " + workbook);
                    continue;
                }
                String base = workbook.substring(0, workbook.length() - ".xlsx".length());
                if (!used.add(base)) {
                    findings.add(row.file, row.number, "Dokumentet " + workbook + " hör till två fakturor.");
                }
                List<List<String>> own = table(base + ".csv", LINE_COLUMNS).stream()
                        .map(line -> List.copyOf(line.values.values())).toList();
                List<List<String>> all = lines.stream().filter(line -> line.text("fakturanummer").equals(number))
                        .map(line -> List.copyOf(line.values.values())).toList();
                if (!own.equals(all)) {
                    findings.add(path(base + ".csv"), 0, "Har inte samma rader som fakturarader.csv har för " + number
                            + ".");
                }
                compareWorkbook(path(workbook), documents.get(number));
                if (files.entries.containsKey(path(base + ".xml"))) {
                    compareEInvoice(path(base + ".xml"), documents.get(number));
                }
            }
            for (String name : files.entries.keySet()) {
                String prefix = path("fakturor/");
                if (name.startsWith(prefix) && !used.contains("fakturor/" + base(name.substring(prefix.length())))) {
                    findings.add(name, 0, "Filen hör inte till någon faktura.");
                }
            }
        }

        /** "as Peppol BIS Billing 3 … positive in Peppol's credit notes": number, lines, VAT and sums. */
        private void compareEInvoice(String file, Document document) {
            Map<String, List<String>> texts = EInvoice.texts(file, files.entry(file));
            String root = document.type().equals("kreditfaktura") ? "CreditNote" : "Invoice";
            BigInteger sign = BigInteger.valueOf(document.type().equals("kreditfaktura") ? -1 : 1);
            findings.compare(file, 0, "numret", texts.getOrDefault(root + "/ID", List.of()), List.of(document.number()));
            Map<String, BigInteger> sums = new LinkedHashMap<>();
            sums.put("LegalMonetaryTotal/LineExtensionAmount", document.net());
            sums.put("LegalMonetaryTotal/TaxExclusiveAmount", document.net());
            sums.put("LegalMonetaryTotal/TaxInclusiveAmount", document.net().add(document.vat()));
            sums.put("LegalMonetaryTotal/PayableAmount", document.payable());
            sums.put("TaxTotal/TaxAmount", document.vat());
            sums.forEach((name, ore) -> findings.compare(file, 0, name,
                    amounts(file, texts.getOrDefault(name, List.of())), List.of(ore.multiply(sign))));
            findings.compare(file, 0, "radernas belopp",
                    amounts(file, texts.getOrDefault(root + "Line/LineExtensionAmount", List.of())).stream().sorted()
                            .toList(),
                    document.lines().stream().map(line -> line.ore().multiply(sign)).sorted().toList());
        }

        private static List<BigInteger> amounts(String file, List<String> texts) {
            return texts.stream().map(text -> Text.ore(file, 0, "beloppet", text, '.')).toList();
        }

        /** SIE 4I: each voucher comes to nothing, and what is to be paid, VAT and rounding are the invoices'. */
        private void compareBookkeeping() {
            String file = path("bokforing.si");
            if (!files.entries.containsKey(file) || !(inputs.settings.values.get("bokföring") instanceof Map<?, ?> set)) {
                return;
            }
            Pattern entry = Pattern.compile("#TRANS (\\d+) \\{.*?\\} (-?\\d+\\.\\d\\d) \\d{8} \".*\"");
            Map<String, BigInteger> booked = new HashMap<>();
            BigInteger voucher = BigInteger.ZERO;
            int row = 0;
            int vouchers = 0;
            for (String line : new String(files.entry(file), Charset.forName("IBM437")).split("\r\n")) {
                row++;
                Matcher match = entry.matcher(line);
                if (match.matches()) {
                    BigInteger ore = Text.ore(file, row, "beloppet", match.group(2), '.');
                    voucher = voucher.add(ore);
                    booked.merge(match.group(1), ore, BigInteger::add);
                } else if (line.startsWith("#TRANS")) {
                    findings.add(file, row, "Transaktionen kan inte läsas: " + line);
                } else if (line.equals("}")) {
                    vouchers++;
                    findings.compare(file, row, "verifikationens summa", voucher, BigInteger.ZERO);
                    voucher = BigInteger.ZERO;
                }
            }
            boolean perInvoice = !"per månad".equals(String.valueOf(set.get("verifikation")));
            findings.compare(file, 0, "antalet verifikationer", vouchers,
                    perInvoice ? documents.size() : Math.min(1, documents.size()));
            Predicate<Document> internal = document -> document.type().equals("internfaktura")
                    || document.number().startsWith("I");
            compareAccounts(file, "kundfordran", set.get("kundfordran"), booked,
                    sum(internal.negate(), Document::payable));
            compareAccounts(file, "intern fordran", set.get("intern_fordran"), booked,
                    sum(internal, Document::payable));
            compareAccounts(file, "moms", set.get("moms"), booked, sum(document -> true, Document::vat).negate());
            BigInteger rounding = sum(document -> true, Document::rounding).negate();
            if (set.get("öresavrundning") != null) {
                compareAccounts(file, "öresavrundning", set.get("öresavrundning"), booked, rounding);
            }
            findings.compare(file, 0, "intäkten", booked.values().stream().reduce(BigInteger.ZERO, BigInteger::add),
                    sum(document -> true, Document::net).negate());
        }

        private BigInteger sum(Predicate<Document> counts, Function<Document, BigInteger> amount) {
            return documents.values().stream().filter(counts).map(amount).reduce(BigInteger.ZERO, BigInteger::add);
        }

        /** Takes the accounts out of what is booked, so that income is left. */
        private void compareAccounts(String file, String what, Object setting, Map<String, BigInteger> booked,
                BigInteger ore) {
            Set<String> accounts = new HashSet<>();
            if (setting instanceof Map<?, ?> several) {
                several.values().forEach(account -> accounts.add(String.valueOf(account)));
            } else {
                accounts.add(String.valueOf(setting));
            }
            BigInteger found = BigInteger.ZERO;
            for (String account : accounts) {
                BigInteger own = booked.remove(account);
                found = found.add(own == null ? BigInteger.ZERO : own);
            }
            findings.compare(file, 0, what, found, ore);
        }

        private static String base(String name) {
            return name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
        }

        /** The sheet Faktura: the number of the invoice, and the sums last in the rows that their labels begin. */
        private void compareWorkbook(String file, Document document) {
            List<Row> rows = Workbook.firstSheet(file, files.entry(file));
            Map<String, BigInteger> sums = new LinkedHashMap<>();
            sums.put("Summa exklusive moms", document.net());
            sums.put("Summa moms", document.vat());
            sums.put("Att betala, SEK|Att få tillbaka, SEK", document.payable());
            sums.forEach((label, ore) -> {
                Row row = rows.stream().filter(candidate -> candidate.cell(0).matches(label)).findFirst()
                        .orElseThrow(() -> new Fault(file, 0, "Raden \"" + label + "\" saknas på bladet Faktura."));
                findings.compare(file, row.number(), row.cell(0), Text.ore(file, row.number(), label, row.last(), '\0'),
                        ore);
            });
            if (rows.stream().noneMatch(row -> row.cells().contains(document.number()))) {
                findings.add(file, 0, "Fakturanumret " + document.number() + " står inte på bladet Faktura.");
            }
        }

        /** {@code fordelning.csv}: every party's share, also those not invoiced; a sum of 0,00 is not written. */
        private void compareDistribution() {
            Map<List<String>, BigInteger> missing = new LinkedHashMap<>();
            expected.amounts().forEach((due, ore) -> {
                Slot slot = due.slot();
                missing.merge(List.of(period, plain(slot.object()), plain(slot.row()), slot.party(), slot.invoicing(),
                        due.kind()), ore, BigInteger::add);
            });
            missing.values().removeIf(ore -> ore.signum() == 0);
            for (Entry row : table("fordelning.csv", "period;objekt;rad;part;namn;fakturering;typ;belopp")) {
                BigInteger ore = missing.remove(List.of(row.text("period"), plain(row.text("objekt")),
                        plain(row.text("rad")), row.text("part"), row.text("fakturering"), row.text("typ")));
                findings.compare(row.file, row.number, "belopp för " + row.text("part"), row.ore("belopp", ','),
                        ore == null ? BigInteger.ZERO : ore);
                compareName(row);
            }
            missing.forEach((key, ore) -> findings.add(path("fordelning.csv"), 0, "Saknar " + key + ", " + kronor(ore)
                    + "."));
        }

        private void compareName(Entry row) {
            Party party = inputs.parties.get(row.text("part"));
            if (party != null) {
                findings.compare(row.file, row.number, "namn", plain(row.text("namn")), plain(party.name()));
            }
        }

        /** {@code avrakning.csv}: each party's share of the outcome, what was invoiced before, and the difference. */
        private void compareSettlement() {
            Map<List<String>, BigInteger> outcome = byParty(expected.byOutcome());
            Map<List<String>, BigInteger> before = byParty(expected.before());
            Set<List<String>> missing = new LinkedHashSet<>(union(outcome, before));
            for (Entry row : table("avrakning.csv",
                    "part;namn;fakturering;objekt;rad;benämning;andel_av_utfall;tidigare_fakturerat;avräkning")) {
                List<String> key = List.of(row.text("part"), row.text("fakturering"), plain(row.text("objekt")),
                        plain(row.text("rad")));
                missing.remove(key);
                BigInteger share = outcome.getOrDefault(key, BigInteger.ZERO);
                BigInteger earlier = before.getOrDefault(key, BigInteger.ZERO);
                findings.compare(row.file, row.number, "andel_av_utfall", row.ore("andel_av_utfall", ','), share);
                findings.compare(row.file, row.number, "tidigare_fakturerat", row.ore("tidigare_fakturerat", ','),
                        earlier);
                findings.compare(row.file, row.number, "avräkning", row.ore("avräkning", ','),
                        share.subtract(earlier));
                compareName(row);
            }
            missing.forEach(key -> findings.add(path("avrakning.csv"), 0, "Saknar " + key + "."));
        }

        private static Map<List<String>, BigInteger> byParty(Map<Slot, BigInteger> amounts) {
            Map<List<String>, BigInteger> result = new LinkedHashMap<>();
            amounts.forEach((slot, ore) -> result.merge(List.of(slot.party(), slot.invoicing(), plain(slot.object()),
                    plain(slot.row())), ore, BigInteger::add));
            return result;
        }

        /** The sums that the manifest states. */
        private void compareManifest() {
            String file = path("manifest.json");
            BigInteger net = documents.values().stream().map(Document::net).reduce(BigInteger.ZERO, BigInteger::add);
            findings.compare(file, 0, "invoices", String.valueOf(files.manifest.get("invoices")),
                    "" + documents.size());
            findings.compare(file, 0, "invoiced_kronor", String.valueOf(files.manifest.get("invoiced_kronor")),
                    kronor(net).replace(',', '.'));
            findings.compare(file, 0, "not_invoiced_kronor", String.valueOf(files.manifest.get("not_invoiced_kronor")),
                    kronor(expected.notInvoiced()).replace(',', '.'));
        }

        private static String words(Set<YearMonth> months) {
            return String.join(" ", months.stream().map(YearMonth::toString).toList());
        }

        /**
         * A text as it is compared: "Text that a spreadsheet would run as a formula is disarmed" by an apostrophe in
         * front, and control characters may have become spaces.
         */
        private static String plain(String text) {
            String spaced = text.replaceAll("[\\p{Cntrl}\\p{Z}]+", " ").strip();
            return spaced.startsWith("'") ? spaced.substring(1).strip() : spaced;
        }
    }

    // ---------------------------------------------------------------------------------------------------------------
    // 7. Reading of files
    // ---------------------------------------------------------------------------------------------------------------

    /** Öre as kronor with a decimal comma. */
    private static String kronor(BigInteger ore) {
        return new BigDecimal(ore, 2).toPlainString().replace('.', ',');
    }

    /** Text, numbers and dates. */
    private static final class Text {

        private static final Pattern MONTH = Pattern.compile("(\\d{4}-\\d{2})(-\\d{2})?");

        private Text() {}

        /** "UTF-8 with or without BOM, or Windows-1252": what is not valid UTF-8 is the latter. */
        static String decode(String file, byte[] content) {
            String text;
            try {
                text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            } catch (CharacterCodingException notUtf8) {
                text = new String(content, Charset.forName("windows-1252"));
            }
            if (text.indexOf('\0') >= 0) {
                throw new Fault(file, 0, "Är ingen textfil.");
            }
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        }

        /** "decimal comma or point; spaces, also no-break ones, between thousands". */
        static BigDecimal decimal(String file, int row, String column, String text) {
            String digits = text.replaceAll("[\\p{Z}\\s]", "").replace('\u2212', '-').replace(',', '.');
            if (!digits.matches("[+-]?\\d{1,30}(\\.\\d{1,300})?")) {
                throw new Fault(file, row, column + " är inget tal: " + text);
            }
            return new BigDecimal(digits);
        }

        /** Kronor as öre. With a mark given the text must be exactly as the program writes amounts: 1234.50 or 1234,50. */
        static BigInteger ore(String file, int row, String column, String text, char mark) {
            if (mark != '\0' && !text.matches("-?\\d{1,30}[" + mark + "]\\d{2}")) {
                throw new Fault(file, row, column + " är inget belopp med två decimaler: " + text);
            }
            BigDecimal ore = decimal(file, row, column, text).movePointRight(2).stripTrailingZeros();
            if (ore.scale() > 0) {
                throw new Fault(file, row, column + " är inte hela ören: " + text);
            }
            return ore.toBigIntegerExact();
        }

        static YearMonth month(String file, int row, String column, String text) {
            Matcher matcher = MONTH.matcher(text);
            try {
                if (matcher.matches()) {
                    return YearMonth.parse(matcher.group(1));
                }
            } catch (DateTimeException ignored) {
                // falls through to the fault below
            }
            throw new Fault(file, row, column + " är ingen månad: " + text);
        }

        static LocalDate date(String file, int row, String column, String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException notADate) {
                throw new Fault(file, row, column + " är inget datum: " + text);
            }
        }
    }

    /** A row of cells as a spreadsheet counts rows: the heading is row 1. */
    private record Row(int number, List<String> cells) {

        String cell(int column) {
            return column < 0 || column >= cells.size() ? "" : cells.get(column);
        }

        List<String> lower() {
            return cells.stream().map(cell -> cell.strip().toLowerCase(Locale.ROOT)).toList();
        }

        /** The last cell that is not empty. */
        String last() {
            return cells.stream().filter(cell -> !cell.isBlank()).reduce("", (one, other) -> other);
        }

        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }

        /** The first cells; in a workbook an empty one repeats the one above. */
        List<String> dimensions(int count, List<String> above) {
            List<String> result = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                result.add(cell(i).isBlank() && i < above.size() ? above.get(i) : cell(i));
            }
            return result;
        }
    }

    /** A row of a table with named columns. */
    private static final class Entry {

        final String file;
        final int number;
        final Map<String, String> values;

        private Entry(String file, int number, Map<String, String> values) {
            this.file = file;
            this.number = number;
            this.values = values;
        }

        /**
         * @param columns the columns there may be; they may stand in any order, and some may be missing
         * @param findings where not null the table is one that the program writes: exactly these columns in this order
         */
        static List<Entry> table(String file, List<Row> rows, List<String> columns, Findings findings) {
            List<Entry> result = new ArrayList<>();
            List<String> titles = null;
            for (Row row : rows) {
                if (row.isBlank()) {
                    continue;
                }
                boolean isNote = findings == null && columns.size() > 1
                        && row.cells().stream().filter(cell -> !cell.isBlank()).count() == 1;
                if (isNote) {
                    // "Titles may stand above the headings, and notes in a cell of their own below".
                    continue;
                }
                if (titles == null) {
                    titles = row.lower();
                    checkTitles(file, row, titles, columns, findings);
                    continue;
                }
                if (findings != null && row.cells().size() != columns.size()) {
                    throw new Fault(file, row.number(), "Har " + row.cells().size() + " kolumner, ska ha "
                            + columns.size() + ".");
                }
                Map<String, String> values = new LinkedHashMap<>();
                for (String column : columns) {
                    String value = row.cell(titles.indexOf(column));
                    values.put(column, findings == null ? value.strip() : value);
                }
                result.add(new Entry(file, row.number(), values));
            }
            if (titles == null) {
                throw new Fault(file, 0, "Är tom.");
            }
            return result;
        }

        private static void checkTitles(String file, Row row, List<String> titles, List<String> columns,
                Findings findings) {
            if (findings != null) {
                findings.compare(file, row.number(), "Rubriken", row.cells(), columns);
            }
            for (String title : titles) {
                if (!title.isEmpty() && !columns.contains(title)) {
                    throw new Fault(file, row.number(), "Okänd kolumn: " + title);
                }
            }
        }

        Fault fault(String column, String text) {
            return new Fault(file, number, column + " " + text + ": " + text(column));
        }

        String text(String column) {
            return values.get(column);
        }

        /** In small letters, where capitals say the same. */
        String lower(String column) {
            return text(column).toLowerCase(Locale.ROOT);
        }

        /** "separated by spaces". */
        List<String> words(String column) {
            return Arrays.stream(text(column).split("[\\p{Z}\\s]+")).filter(word -> !word.isEmpty()).toList();
        }

        int integer(String column) {
            if (!text(column).matches("\\d{1,9}")) {
                throw fault(column, "är inget heltal");
            }
            return Integer.parseInt(text(column));
        }

        BigDecimal decimal(String column) {
            return Text.decimal(file, number, column, text(column));
        }

        BigInteger ore(String column, char mark) {
            return Text.ore(file, number, column, text(column), mark);
        }

        YearMonth month(String column) {
            return Text.month(file, number, column, text(column));
        }

        YearMonth monthOrNull(String column) {
            return text(column).isEmpty() ? null : month(column);
        }

        LocalDate date(String column) {
            return Text.date(file, number, column, text(column));
        }
    }

    /** CSV: a separator, values in double quotes where needed, a quote in a value doubled. */
    private static final class Csv {

        private Csv() {}

        /** @param separator the separator, or 0: what the heading has, {@code ;} or {@code ,} */
        static List<Row> rows(String file, String text, char separator) {
            char mark = separator != '\0' ? separator : separatorOf(text);
            if (separator == '\0' && text.startsWith("sep=")) {
                // What Excel takes as its own word for the separator is no row.
                int end = text.indexOf('\n');
                return end < 0 ? List.of() : rows(file, " " + text.substring(end), mark);
            }
            List<Row> rows = new ArrayList<>();
            List<String> cells = new ArrayList<>();
            StringBuilder cell = new StringBuilder();
            boolean quoted = false;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append(c);
                    i++;
                } else if (quoted ? c == '"' : c == '"' && cell.toString().isBlank()) {
                    quoted = !quoted;
                } else if (quoted || c != mark && c != '\n' && c != '\r') {
                    cell.append(c);
                } else if (c == mark) {
                    cells.add(cell.toString());
                    cell.setLength(0);
                } else if (c == '\n' || i + 1 == text.length() || text.charAt(i + 1) != '\n') {
                    rows.add(row(rows, cells, cell));
                }
            }
            if (quoted) {
                throw new Fault(file, rows.size() + 1, "Ett citattecken saknar sitt slut.");
            }
            if (!cells.isEmpty() || cell.length() > 0) {
                rows.add(row(rows, cells, cell));
            }
            return rows;
        }

        private static Row row(List<Row> rows, List<String> cells, StringBuilder cell) {
            cells.add(cell.toString());
            Row row = new Row(rows.size() + 1, List.copyOf(cells));
            cells.clear();
            cell.setLength(0);
            return row;
        }

        /** That of most lines: a title above the headings may have another. */
        private static char separatorOf(String text) {
            char most = ';';
            long lines = 0;
            for (char mark : new char[] {';', '\t', ','}) {
                long with = text.lines().filter(line -> line.indexOf(mark) >= 0).count();
                if (with > lines) {
                    most = mark;
                    lines = with;
                }
            }
            return most;
        }
    }

    /** The first sheet of an .xlsx, each cell as the text it shows. */
    private static final class Workbook {

        private static final int MAX_CELLS = 5_000_000;

        private Workbook() {}

        static List<Row> firstSheet(String file, byte[] content) {
            Map<String, byte[]> parts = Zip.unpack(file, content, Zip.MAX_WORKBOOK);
            Map<String, String> targets = new HashMap<>();
            String[] first = {null};
            boolean[] from1904 = {false};
            read(file, parts, "xl/_rels/workbook.xml.rels", xml -> {
                if (xml.getLocalName().equals("Relationship")) {
                    targets.put(xml.getAttributeValue(null, "Id"), xml.getAttributeValue(null, "Target"));
                }
            });
            read(file, parts, "xl/workbook.xml", xml -> {
                if (xml.getLocalName().equals("sheet") && first[0] == null) {
                    first[0] = relation(xml);
                } else if (xml.getLocalName().equals("workbookPr")) {
                    from1904[0] = List.of("1", "true").contains(String.valueOf(xml.getAttributeValue(null, "date1904")));
                }
            });
            String target = targets.get(first[0]);
            if (target == null) {
                throw new Fault(file, 0, "Har inget blad.");
            }
            String path = target.startsWith("/") ? target.substring(1) : "xl/" + target;
            return cells(file, parts, path, strings(file, parts), formats(file, parts),
                    LocalDate.of(from1904[0] ? 1904 : 1899, from1904[0] ? 1 : 12, from1904[0] ? 1 : 30));
        }

        private static String relation(XMLStreamReader xml) {
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                if (xml.getAttributeLocalName(i).equals("id") && xml.getAttributeNamespace(i) != null
                        && xml.getAttributeNamespace(i).contains("relationships")) {
                    return xml.getAttributeValue(i);
                }
            }
            return null;
        }

        private interface Element {
            void start(XMLStreamReader xml) throws XMLStreamException;
        }

        /** Calls {@code element} at the start of every element; without document types and external entities. */
        private static void read(String file, Map<String, byte[]> parts, String part, Element element) {
            byte[] content = parts.get(part);
            if (content == null) {
                return;
            }
            XMLInputFactory factory = XMLInputFactory.newInstance();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            factory.setProperty(XMLInputFactory.IS_COALESCING, true);
            try {
                XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(content));
                while (xml.hasNext()) {
                    if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                        element.start(xml);
                    }
                }
            } catch (XMLStreamException broken) {
                throw new Fault(file, 0, "Delen " + part + " kan inte läsas.");
            }
        }

        /** The text of the t elements inside the current element, but not the reading aids (rPh). */
        private static String richText(XMLStreamReader xml) throws XMLStreamException {
            StringBuilder text = new StringBuilder();
            int depth = 1;
            int aid = 0;
            while (depth > 0) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("t")) {
                    String found = xml.getElementText();
                    text.append(aid == 0 ? found : "");
                } else if (event == XMLStreamConstants.START_ELEMENT) {
                    depth++;
                    aid = aid == 0 && xml.getLocalName().equals("rPh") ? depth : aid;
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    aid = aid == depth ? 0 : aid;
                    depth--;
                }
            }
            return text.toString();
        }

        private static List<String> strings(String file, Map<String, byte[]> parts) {
            List<String> result = new ArrayList<>();
            read(file, parts, "xl/sharedStrings.xml", xml -> {
                if (xml.getLocalName().equals("si")) {
                    result.add(richText(xml));
                }
            });
            return result;
        }

        /** The number format of each cell style. */
        private static List<String> formats(String file, Map<String, byte[]> parts) {
            Map<String, String> own = new HashMap<>();
            List<String> result = new ArrayList<>();
            boolean[] inCells = {false};
            read(file, parts, "xl/styles.xml", xml -> {
                switch (xml.getLocalName()) {
                    case "numFmt" -> own.put(xml.getAttributeValue(null, "numFmtId"),
                            xml.getAttributeValue(null, "formatCode"));
                    case "cellStyleXfs", "cellStyles", "dxfs" -> inCells[0] = false;
                    case "cellXfs" -> inCells[0] = true;
                    case "xf" -> {
                        if (inCells[0]) {
                            String id = String.valueOf(xml.getAttributeValue(null, "numFmtId"));
                            result.add(own.getOrDefault(id, builtIn(id)));
                        }
                    }
                    default -> { }
                }
            });
            return result;
        }

        /** The formats that have a number and no text of their own: 9 and 10 percent, 14–22 and some more dates. */
        private static String builtIn(String id) {
            if (id.equals("9") || id.equals("10")) {
                return "0%";
            }
            return id.matches("1[4-7]|22|2[7-9]|3[0-6]|5[0-8]") ? "yyyy-mm-dd" : "";
        }

        private static List<Row> cells(String file, Map<String, byte[]> parts, String path, List<String> strings,
                List<String> formats, LocalDate epoch) {
            SortedMap<Integer, SortedMap<Integer, String>> found = new TreeMap<>();
            int[] place = {0, 0, 0};
            read(file, parts, path, xml -> {
                String reference = xml.getAttributeValue(null, "r");
                if (xml.getLocalName().equals("row")) {
                    place[0] = reference == null ? place[0] + 1 : Integer.parseInt(reference);
                    place[1] = 0;
                } else if (xml.getLocalName().equals("c")) {
                    place[1] = reference == null ? place[1] + 1 : column(file, reference);
                    if (++place[2] > MAX_CELLS || place[1] > 16_384) {
                        throw new Fault(file, 0, "Arbetsboken har för många celler.");
                    }
                    String style = xml.getAttributeValue(null, "s");
                    int index = style == null ? 0 : Integer.parseInt(style);
                    String format = index < formats.size() ? formats.get(index) : "";
                    String value = value(file, xml, strings, format, epoch);
                    found.computeIfAbsent(place[0], unused -> new TreeMap<>()).put(place[1], value);
                }
            });
            List<Row> rows = new ArrayList<>();
            found.forEach((number, cells) -> {
                List<String> list = new ArrayList<>(Collections.nCopies(cells.lastKey(), ""));
                cells.forEach((column, value) -> list.set(column - 1, value));
                rows.add(new Row(number, list));
            });
            return rows;
        }

        /** The column of a reference like AB12, from 1. */
        private static int column(String file, String reference) {
            if (!reference.matches("[A-Z]{1,3}\\d{1,7}")) {
                throw new Fault(file, 0, "Cellen " + reference + " kan inte läsas.");
            }
            int column = 0;
            for (int i = 0; Character.isLetter(reference.charAt(i)); i++) {
                column = column * 26 + reference.charAt(i) - 'A' + 1;
            }
            return column;
        }

        private static String value(String file, XMLStreamReader xml, List<String> strings, String format,
                LocalDate epoch) throws XMLStreamException {
            String type = String.valueOf(xml.getAttributeValue(null, "t"));
            String value = "";
            int depth = 1;
            while (depth > 0) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("v")) {
                    value = xml.getElementText();
                } else if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("is")) {
                    value = richText(xml);
                } else if (event == XMLStreamConstants.START_ELEMENT) {
                    depth++;
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                }
            }
            return switch (type) {
                case "s" -> strings.get(Integer.parseInt(value));
                case "null", "n" -> value.isEmpty() ? "" : number(file, value, format, epoch);
                default -> value;
            };
        }

        /** "In a workbook a month may be a date cell and a share a percent cell: they mean what they show." */
        private static String number(String file, String value, String format, LocalDate epoch) {
            if (!value.matches("[+-]?\\d{1,30}(\\.\\d{1,30})?([eE][+-]?\\d{1,3})?")) {
                throw new Fault(file, 0, "Talet " + value + " kan inte läsas.");
            }
            BigDecimal number = new BigDecimal(value).round(new MathContext(15, RoundingMode.HALF_UP));
            String letters = format.replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]", "").toLowerCase(Locale.ROOT);
            if (letters.matches(".*[ymd].*")) {
                return epoch.plusDays(number.longValue()).toString();
            }
            if (letters.contains("%")) {
                return number.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
            }
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
    }

    /** JSON: objects as maps, lists as lists, numbers as BigDecimal. */
    private static final class Json {

        private static final int MAX_DEPTH = 100;

        private final String file;
        private final String text;
        private int at;
        private int depth;

        private Json(String file, String text) {
            this.file = file;
            this.text = text;
        }

        static Map<?, ?> object(String file, byte[] content) {
            Json json = new Json(file, Text.decode(file, content));
            Object value = json.value();
            json.skipSpace();
            if (json.at < json.text.length()) {
                throw json.fault();
            }
            return map(file, value);
        }

        static Map<?, ?> map(String file, Object value) {
            if (value instanceof Map<?, ?> map) {
                return map;
            }
            throw new Fault(file, 0, "Har inte den väntade uppställningen.");
        }

        static List<?> list(String file, Object value) {
            if (value instanceof List<?> list) {
                return list;
            }
            throw new Fault(file, 0, "Har inte den väntade uppställningen.");
        }

        private Fault fault() {
            return new Fault(file, 0, "Är ingen giltig JSON vid tecken " + at + ".");
        }

        private void skipSpace() {
            while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
        }

        private boolean skip(char expected) {
            skipSpace();
            boolean found = at < text.length() && text.charAt(at) == expected;
            at += found ? 1 : 0;
            return found;
        }

        private void require(char expected) {
            if (!skip(expected)) {
                throw fault();
            }
        }

        private Object value() {
            if (++depth > MAX_DEPTH) {
                throw fault();
            }
            Object result;
            skipSpace();
            if (skip('{')) {
                result = members();
            } else if (skip('[')) {
                result = items();
            } else if (at < text.length() && text.charAt(at) == '"') {
                result = string();
            } else {
                result = literal();
            }
            depth--;
            return result;
        }

        private Map<String, Object> members() {
            Map<String, Object> result = new LinkedHashMap<>();
            if (skip('}')) {
                return result;
            }
            do {
                skipSpace();
                String name = string();
                require(':');
                if (result.containsKey(name)) {
                    throw fault();
                }
                result.put(name, value());
            } while (skip(','));
            require('}');
            return result;
        }

        private List<Object> items() {
            List<Object> result = new ArrayList<>();
            if (skip(']')) {
                return result;
            }
            do {
                result.add(value());
            } while (skip(','));
            require(']');
            return result;
        }

        private String string() {
            require('"');
            StringBuilder result = new StringBuilder();
            while (at < text.length() && text.charAt(at) != '"') {
                char c = text.charAt(at++);
                if (c == '\\' && at < text.length()) {
                    char escaped = text.charAt(at++);
                    int simple = "\"\\/bfnrt".indexOf(escaped);
                    if (escaped == 'u' && at + 4 <= text.length()
                            && text.substring(at, at + 4).matches("[0-9a-fA-F]{4}")) {
                        result.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
                        at += 4;
                    } else if (simple >= 0) {
                        result.append("\"\\/\b\f\n\r\t".charAt(simple));
                    } else {
                        throw fault();
                    }
                } else {
                    result.append(c);
                }
            }
            require('"');
            return result.toString();
        }

        private Object literal() {
            int start = at;
            while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            String word = text.substring(start, at);
            return switch (word) {
                case "true" -> Boolean.TRUE;
                case "false" -> Boolean.FALSE;
                case "null" -> null;
                default -> {
                    if (!word.matches("-?\\d{1,30}(\\.\\d{1,30})?([eE][+-]?\\d{1,3})?")) {
                        throw fault();
                    }
                    yield new BigDecimal(word);
                }
            };
        }
    }

    /**
     * The YAML that {@code installningar.yml} is written in: nested names by indentation, lists of entries with a
     * hyphen, text with or without quotes, remarks after {@code #}. Anything else is said, not guessed.
     */
    /** The texts of a UBL document, each under the names of its element and the one that it stands in. */
    private static final class EInvoice {

        private EInvoice() {}

        static Map<String, List<String>> texts(String file, byte[] content) {
            XMLInputFactory factory = XMLInputFactory.newInstance();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            factory.setProperty(XMLInputFactory.IS_COALESCING, true);
            Map<String, List<String>> texts = new HashMap<>();
            List<String> names = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            try {
                XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(content));
                while (xml.hasNext()) {
                    switch (xml.next()) {
                        case XMLStreamConstants.START_ELEMENT -> {
                            names.add(xml.getLocalName());
                            text.setLength(0);
                        }
                        case XMLStreamConstants.CHARACTERS -> text.append(xml.getText());
                        case XMLStreamConstants.END_ELEMENT -> {
                            String name = names.remove(names.size() - 1);
                            String parent = names.isEmpty() ? "" : names.get(names.size() - 1);
                            texts.computeIfAbsent(parent + "/" + name, path -> new ArrayList<>())
                                    .add(text.toString());
                        }
                        default -> { }
                    }
                }
            } catch (XMLStreamException broken) {
                throw new Fault(file, 0, "E-fakturan kan inte läsas.");
            }
            return texts;
        }
    }

    private static final class Yaml {

        /** A line with something on it: its number, its indentation, and the text without indentation and remark. */
        private record Item(int number, int indent, String text) {}

        private static final Pattern PAIR = Pattern.compile("(\"[^\"]*\"|'[^']*'|[^\\s:#\"'\\[{-][^:#]*?)\\s*:(?:\\s+(.*))?");

        private final String file;
        private final List<Item> items = new ArrayList<>();
        private int at;

        private Yaml(String file) {
            this.file = file;
        }

        static Map<?, ?> read(String file, String text) {
            Yaml yaml = new Yaml(file);
            int number = 0;
            for (String line : text.split("\\R", -1)) {
                number++;
                String content = withoutRemark(line).stripTrailing();
                if (!content.isBlank() && !content.equals("---") && !content.equals("...")) {
                    String stripped = content.stripLeading();
                    if (content.substring(0, content.length() - stripped.length()).indexOf('\t') >= 0) {
                        throw new Fault(file, number, "Indrag med tabb.");
                    }
                    yaml.items.add(new Item(number, content.length() - stripped.length(), stripped));
                }
            }
            Map<String, Object> result = yaml.names(yaml.items.isEmpty() ? 0 : yaml.items.get(0).indent());
            if (yaml.at < yaml.items.size()) {
                throw yaml.fault();
            }
            return result;
        }

        private Fault fault() {
            return new Fault(file, items.get(at).number(), "Raden kan inte läsas: " + items.get(at).text());
        }

        /** A remark begins with # first on the line or after a space, outside quotes. */
        private static String withoutRemark(String line) {
            char quote = '\0';
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                boolean begins = i == 0 || " \t".indexOf(line.charAt(i - 1)) >= 0;
                if (quote != '\0') {
                    quote = c == quote ? '\0' : quote;
                } else if (begins && (c == '"' || c == '\'')) {
                    quote = c;
                } else if (begins && c == '#') {
                    return line.substring(0, i);
                }
            }
            return line;
        }

        private boolean more(int indent) {
            return at < items.size() && items.get(at).indent() == indent;
        }

        private Map<String, Object> names(int indent) {
            Map<String, Object> result = new LinkedHashMap<>();
            while (more(indent) && !isEntry(items.get(at))) {
                Matcher matcher = PAIR.matcher(items.get(at).text());
                if (!matcher.matches() || result.containsKey(unquoted(matcher.group(1)))) {
                    throw fault();
                }
                String name = unquoted(matcher.group(1));
                String value = matcher.group(2) == null ? "" : matcher.group(2).strip();
                at++;
                result.put(name, value.isEmpty() ? block(indent) : text(value, indent));
            }
            return result;
        }

        private static boolean isEntry(Item item) {
            return item.text().equals("-") || item.text().startsWith("- ");
        }

        /** What stands below a name: names further in, or entries, which may begin as far out as the name itself. */
        private Object block(int indent) {
            if (at < items.size() && isEntry(items.get(at)) && items.get(at).indent() >= indent) {
                return entries(items.get(at).indent());
            }
            return at < items.size() && items.get(at).indent() > indent ? names(items.get(at).indent()) : null;
        }

        private List<Object> entries(int indent) {
            List<Object> result = new ArrayList<>();
            while (more(indent) && isEntry(items.get(at))) {
                Item item = items.get(at);
                String rest = item.text().substring(1).strip();
                if (rest.isEmpty()) {
                    at++;
                    result.add(block(indent));
                } else if (PAIR.matcher(rest).matches()) {
                    int inner = indent + item.text().length() - rest.length();
                    items.set(at, new Item(item.number(), inner, rest));
                    result.add(names(inner));
                } else {
                    at++;
                    result.add(text(rest, indent));
                }
            }
            return result;
        }

        /** A text, which may go on, further in, on the lines below. */
        private String text(String first, int indent) {
            if (first.matches("[\\[{&*!|>%@`].*")) {
                at--;
                throw fault();
            }
            StringBuilder text = new StringBuilder(first);
            while (at < items.size() && items.get(at).indent() > indent) {
                text.append(' ').append(items.get(at++).text());
            }
            return unquoted(text.toString());
        }

        private static String unquoted(String text) {
            boolean isQuoted = text.length() > 1 && text.charAt(0) == text.charAt(text.length() - 1);
            if (isQuoted && text.startsWith("'")) {
                return text.substring(1, text.length() - 1).replace("''", "'");
            }
            return isQuoted && text.startsWith("\"") ? text.substring(1, text.length() - 1).replace("\\\"", "\"")
                    : text;
        }
    }

    /**
     * Unpacks a zip in memory, by its central directory. The zip is untrusted: no name may lead out of its folder, no
     * name may stand twice, and what is unpacked has a limit. Every entry's checksum must agree.
     */
    private static final class Zip {

        static final int MAX_PACKAGE = 1_000_000_000;
        static final int MAX_WORKBOOK = 200_000_000;
        private static final int MAX_ENTRIES = 50_000;
        private static final int DIRECTORY_END = 0x06054b50;
        private static final int DIRECTORY_ENTRY = 0x02014b50;
        private static final int LOCAL_ENTRY = 0x04034b50;
        private static final int WIDE_SIZES = 0x0001;

        private final String file;
        private final ByteBuffer bytes;
        private long left;

        private Zip(String file, byte[] content, long limit) {
            this.file = file;
            this.bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
            this.left = limit;
        }

        static Map<String, byte[]> unpack(String file, byte[] content, long limit) {
            Zip zip = new Zip(file, content, limit);
            try {
                return zip.entries();
            } catch (IndexOutOfBoundsException | DataFormatException broken) {
                throw zip.fault("Är ingen hel zipfil.");
            }
        }

        private Fault fault(String text) {
            return new Fault(file, 0, text);
        }

        private Map<String, byte[]> entries() throws DataFormatException {
            int end = directoryEnd();
            int count = Short.toUnsignedInt(bytes.getShort(end + 10));
            if (count > MAX_ENTRIES) {
                throw fault("Har för många filer.");
            }
            Map<String, byte[]> result = new LinkedHashMap<>();
            int at = bytes.getInt(end + 16);
            for (int i = 0; i < count; i++) {
                if (bytes.getInt(at) != DIRECTORY_ENTRY) {
                    throw fault("Innehållsförteckningen är trasig.");
                }
                int nameLength = Short.toUnsignedInt(bytes.getShort(at + 28));
                int extraLength = Short.toUnsignedInt(bytes.getShort(at + 30));
                String name = name(at + 46, nameLength);
                if (result.containsKey(name)) {
                    throw fault("Filen " + name + " finns två gånger.");
                }
                byte[] content = content(at, name, at + 46 + nameLength, extraLength);
                if (!name.endsWith("/")) {
                    result.put(name, content);
                }
                at += 46 + nameLength + extraLength + Short.toUnsignedInt(bytes.getShort(at + 32));
            }
            return result;
        }

        /** The record at the end of the zip, behind which only a comment may stand. */
        private int directoryEnd() {
            for (int at = bytes.limit() - 22; at >= Math.max(0, bytes.limit() - 22 - 0xFFFF); at--) {
                if (bytes.getInt(at) == DIRECTORY_END
                        && at + 22 + Short.toUnsignedInt(bytes.getShort(at + 20)) == bytes.limit()) {
                    return at;
                }
            }
            throw fault("Är ingen zipfil.");
        }

        private String name(int at, int length) {
            byte[] name = new byte[length];
            bytes.get(at, name);
            String text = new String(name, StandardCharsets.UTF_8);
            boolean safe = !text.isEmpty() && !text.startsWith("/") && !text.matches("(?s).*[\\\\:\\p{Cntrl}\uFFFD].*")
                    && Arrays.stream(text.split("/", -1)).noneMatch(part -> part.equals("..") || part.equals("."));
            if (!safe) {
                throw fault("Filnamnet " + text + " är inte tillåtet.");
            }
            return text;
        }

        private byte[] content(int at, String name, int extra, int extraLength) throws DataFormatException {
            int flags = bytes.getShort(at + 8);
            int method = bytes.getShort(at + 10);
            long packed = Integer.toUnsignedLong(bytes.getInt(at + 20));
            long size = Integer.toUnsignedLong(bytes.getInt(at + 24));
            long offset = Integer.toUnsignedLong(bytes.getInt(at + 42));
            int wide = wideSizes(extra, extraLength);
            if (size == 0xFFFFFFFFL) {
                size = bytes.getLong(wide);
                wide += 8;
            }
            if (packed == 0xFFFFFFFFL) {
                packed = bytes.getLong(wide);
                wide += 8;
            }
            offset = offset == 0xFFFFFFFFL ? bytes.getLong(wide) : offset;
            left -= size;
            if (size < 0 || left < 0) {
                throw fault("Är för stor uppackad.");
            }
            if ((flags & 1) != 0 || method != 0 && method != 8 || packed < 0 || packed > bytes.limit()
                    || offset < 0 || offset > bytes.limit()) {
                throw fault("Filen " + name + " är packad på ett sätt som inte kan läsas.");
            }
            return unpack(name, (int) offset, (int) packed, (int) size, method == 8, bytes.getInt(at + 16));
        }

        private byte[] unpack(String name, int offset, int packed, int size, boolean deflated, int checksum)
                throws DataFormatException {
            int nameLength = Short.toUnsignedInt(bytes.getShort(offset + 26));
            if (bytes.getInt(offset) != LOCAL_ENTRY || !name(offset + 30, nameLength).equals(name)) {
                throw fault("Filen " + name + " har ett annat namn i innehållsförteckningen.");
            }
            byte[] raw = new byte[packed];
            bytes.get(offset + 30 + nameLength + Short.toUnsignedInt(bytes.getShort(offset + 28)), raw);
            byte[] content = deflated ? inflate(name, raw, size) : raw;
            CRC32 crc = new CRC32();
            crc.update(content);
            if (content.length != size || (int) crc.getValue() != checksum) {
                throw fault("Filen " + name + " är skadad.");
            }
            return content;
        }

        private byte[] inflate(String name, byte[] raw, int size) throws DataFormatException {
            Inflater inflater = new Inflater(true);
            try {
                inflater.setInput(raw);
                byte[] content = new byte[size];
                int length = 0;
                while (length < size) {
                    int step = inflater.inflate(content, length, size - length);
                    if (step == 0) {
                        throw fault("Filen " + name + " är skadad.");
                    }
                    length += step;
                }
                if (inflater.inflate(new byte[1]) > 0) {
                    throw fault("Filen " + name + " är större än den säger.");
                }
                return content;
            } finally {
                inflater.end();
            }
        }

        /** Where the 64-bit sizes of an entry stand, if it has any. */
        private int wideSizes(int extra, int length) {
            int at = extra;
            while (at + 4 <= extra + length) {
                if (Short.toUnsignedInt(bytes.getShort(at)) == WIDE_SIZES) {
                    return at + 4;
                }
                at += 4 + Short.toUnsignedInt(bytes.getShort(at + 2));
            }
            return bytes.limit();
        }
    }
}
