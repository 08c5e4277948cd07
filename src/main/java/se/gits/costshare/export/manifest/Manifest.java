package se.gits.costshare.export.manifest;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import se.gits.costshare.export.excel.WorkbookContent;
import se.gits.costshare.export.peppol.PeppolInvoice;
import se.gits.costshare.export.peppol.PeppolRules;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.input.InputFiles;
import se.gits.costshare.run.Issuance;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * {@code manifest.json}: what went into an act and what came out, each with its SHA-256, and what
 * it builds on. Who ran it, where and when is in the register, not here.
 */
public final class Manifest {

    public static final String FILE_NAME = "manifest.json";

    /** Line feeds everywhere: the machine's own line separator would change the bytes. */
    private static final ObjectWriteContext INDENTED =
            new ObjectWriteContext.Base() {
                @Override
                public PrettyPrinter getPrettyPrinter() {
                    DefaultIndenter lineFeeds = new DefaultIndenter("  ", "\n");
                    return new DefaultPrettyPrinter()
                            .withObjectIndenter(lineFeeds)
                            .withArrayIndenter(lineFeeds);
                }
            };

    private Manifest() {}

    /**
     * What is told of a file of the act.
     *
     * @param bytes how many
     * @param contentSha256 of a workbook's unpacked parts; empty of any other file
     */
    public record Output(String name, long bytes, String sha256, Optional<String> contentSha256) {

        /**
         * @param file where it lies
         * @throws IOException if it cannot be read, or is called a workbook and is none
         */
        public static Output of(String name, Path file) throws IOException {
            return new Output(
                    name,
                    Files.size(file),
                    InputFile.sha256(file),
                    name.endsWith(".xlsx") ? Optional.of(contentOf(file)) : Optional.empty());
        }

        private static String contentOf(Path workbook) throws IOException {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(workbook))) {
                return WorkbookContent.sha256(in);
            }
        }
    }

    /**
     * Writes the manifest.
     *
     * @param act the act's kind and month, as its folder is called
     * @param outputs every file of the folder but the manifest and the list of sums
     */
    public static byte[] of(
            String act, Issuance issuance, InputFiles inputs, List<Output> outputs) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json =
                new JsonFactory().createGenerator(INDENTED, bytes, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeStringProperty("act", act);
            json.writeStringProperty("kind", issuance.terms().kind().swedish());
            if (issuance.terms().party().isPresent()) {
                json.writeStringProperty("party", issuance.terms().party().get().value());
            }
            json.writeStringProperty("period", issuance.terms().period().toString());
            json.writeBooleanProperty("draft", issuance.terms().draft());
            json.writeStringProperty("invoice_date", issuance.terms().issueDate().toString());
            json.writeStringProperty("reason", issuance.terms().reason());
            json.writeStringProperty("program_version", ProgramVersion.current());
            json.writeStringProperty("rules", ProgramVersion.RULES);
            if (outputs.stream().anyMatch(output -> output.name().endsWith(PeppolInvoice.ENDING))) {
                json.writeStringProperty("e_invoice_rules", PeppolRules.VERSION);
            }
            json.writeStringProperty(
                    "previous_manifest_sha256", issuance.before().previousManifest());
            json.writeNumberProperty("invoices", issuance.invoices().size());
            json.writeStringProperty("invoiced_kronor", issuance.invoiced().toString());
            json.writeStringProperty("not_invoiced_kronor", issuance.notInvoiced().toString());
            json.writeArrayPropertyStart("inputs");
            for (InputFile input : inputs.all()) {
                write(json, input.name(), input.bytes().length, InputFile.sha256(input.bytes()));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("outputs");
            for (Output output : outputs) {
                write(json, output.name(), output.bytes(), output.sha256());
                output.contentSha256()
                        .ifPresent(content -> json.writeStringProperty("content_sha256", content));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, String name, long bytes, String sha256) {
        json.writeStartObject();
        json.writeStringProperty("name", name);
        json.writeNumberProperty("bytes", bytes);
        json.writeStringProperty("sha256", sha256);
    }
}
