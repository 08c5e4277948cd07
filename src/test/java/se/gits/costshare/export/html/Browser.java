package se.gits.costshare.export.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Chromium without a window, that tells of every request and every complaint. */
final class Browser implements AutoCloseable {

    /** A machine that does much else is slow with a page of ten thousand cells. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(3);

    private static final String PROGRAM = "chromium";

    /** Below it, a phone, which heeds what a page says of its width. */
    private static final int NARROW_PX = 600;

    private static final String DRIVER = "chromedriver";

    private final ChromeDriver driver;

    /**
     * @param scripts whether pages may run theirs
     */
    Browser(boolean scripts) {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(find(PROGRAM).orElseThrow().toFile());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--lang=sv");
        options.addArguments("--disable-dev-shm-usage", "--force-device-scale-factor=1");
        options.setCapability("goog:loggingPrefs", logs);
        if (!scripts) {
            options.setExperimentalOption(
                    "prefs", Map.of("profile.managed_default_content_settings.javascript", 2));
        }
        driver =
                new ChromeDriver(
                        new ChromeDriverService.Builder()
                                .usingDriverExecutable(find(DRIVER).orElseThrow().toFile())
                                .usingAnyFreePort()
                                .build(),
                        options);
        driver.manage().timeouts().pageLoadTimeout(LONGEST_WAIT).scriptTimeout(LONGEST_WAIT);
    }

    /** Skips the test where there is none, and says so; where all must run its absence fails. */
    static void assumeInstalled() {
        boolean installed = find(PROGRAM).isPresent() && find(DRIVER).isPresent();
        if ("true".equals(System.getenv("CI"))) {
            assertThat(installed).as("Chromium and its driver are installed").isTrue();
        }
        Assumptions.assumeTrue(
                installed, "Chromium and its driver are not installed: no page is opened");
    }

    private static Optional<Path> find(String program) {
        for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
            Path path = Path.of(folder).resolve(program);
            if (Files.isExecutable(path)) {
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }

    /** Opens a page of a width in pixels. */
    void open(Path page, int width) {
        driver.manage().window().setSize(new Dimension(width, 1_000));
        // Headless windows have a least width of their own; a screen of that size has not.
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        width,
                        "height",
                        1_000,
                        "deviceScaleFactor",
                        1,
                        "mobile",
                        width < NARROW_PX));
        driver.get(page.toUri().toString());
    }

    /** What the page complained of since the last question. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** The addresses that were asked for since the last question. */
    List<String> requests() {
        List<String> requests = new ArrayList<>();
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            String message = entry.getMessage();
            int at = message.indexOf("\"request\":{");
            if (message.contains("Network.requestWillBeSent\"") && at >= 0) {
                int url = message.indexOf("\"url\":\"", at) + 7;
                requests.add(message.substring(url, message.indexOf('"', url)));
            }
        }
        return requests;
    }

    /** The accessibility rules that the page breaks, with where. */
    String accessibilityViolations() {
        driver.executeScript(axe());
        return driver.executeAsyncScript(
                        """
                        const done = arguments[arguments.length - 1];
                        axe.run({
                          resultTypes: ["violations"],
                          rules: { "target-size": { enabled: true } }
                        }).then(function (results) {
                          done(results.violations.map((v) => v.id + ": "
                            + v.nodes.map((n) => n.target.join(" ")).slice(0, 3).join(", ")).join("; "));
                        }, (e) => done("axe failed: " + e));
                        """)
                .toString();
    }

    private static String axe() {
        try (InputStream script = Browser.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How much wider than the window the page is, in pixels. */
    long overflow() {
        return (long)
                driver.executeScript(
                        "return document.documentElement.scrollWidth"
                                + " - document.documentElement.clientWidth;");
    }

    Object run(String script) {
        return driver.executeScript(script);
    }

    /** What has the keyboard. */
    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    WebElement element(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    List<WebElement> elements(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** The page as it is printed, each printed page's lines of text. */
    List<List<String>> print() throws IOException {
        List<List<String>> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(
                        stripper.getText(document)
                                .lines()
                                .map(line -> line.replace('\u00A0', ' ').strip())
                                .filter(line -> !line.isEmpty())
                                .toList());
            }
        }
        return pages;
    }

    private byte[] pdf() {
        Map<String, Object> printed =
                driver.executeCdpCommand(
                        "Page.printToPDF",
                        Map.of("preferCSSPageSize", true, "printBackground", true));
        return Base64.getDecoder().decode(printed.get("data").toString());
    }

    @Override
    public void close() {
        driver.quit();
    }
}
