package se.gits.costshare.export.manifest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** What a draft was made with, as its manifest tells. */
public record DraftManifest(LocalDate issueDate, String reason) {

    /** A manifest is some hundred bytes a file; anything larger is none. */
    private static final long LARGEST = 32L << 20;

    /**
     * Reads the manifest of a draft.
     *
     * @return empty where there is no draft, or what lies there is none of the program's making
     * @throws IOException if it cannot be read
     */
    public static Optional<DraftManifest> in(Path folder) throws IOException {
        Path file = folder.resolve(Manifest.FILE_NAME);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LARGEST) {
            return Optional.empty();
        }
        try {
            return of(properties(Files.readAllBytes(file)));
        } catch (JacksonException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<DraftManifest> of(Map<String, String> properties) {
        String date = properties.get("invoice_date");
        String reason = properties.get("reason");
        return "true".equals(properties.get("draft")) && date != null && reason != null
                ? Optional.of(new DraftManifest(LocalDate.parse(date), reason))
                : Optional.empty();
    }

    /** The manifest's own properties; what it tells of each file is passed over. */
    private static Map<String, String> properties(byte[] json) {
        Map<String, String> properties = new HashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return properties;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                if (parser.nextToken().isScalarValue()) {
                    properties.put(name, parser.getString());
                } else {
                    parser.skipChildren();
                }
            }
        }
        return properties;
    }
}
