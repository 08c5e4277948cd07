package se.gits.costshare.export.manifest;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The files that a manifest tells of, each with its SHA-256. */
public final class ManifestOutputs {

    private ManifestOutputs() {}

    /**
     * Reads them.
     *
     * @param manifest one that is known to be of the program's making
     * @throws tools.jackson.core.JacksonException if it is no JSON
     */
    public static SortedMap<String, String> of(byte[] manifest) {
        SortedMap<String, String> outputs = new TreeMap<>();
        try (JsonParser json =
                new JsonFactory().createParser(ObjectReadContext.empty(), manifest)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean isOutputs = json.currentName().equals("outputs");
                json.nextToken();
                if (isOutputs) {
                    read(json, outputs);
                } else {
                    json.skipChildren();
                }
            }
        }
        return outputs;
    }

    private static void read(JsonParser json, SortedMap<String, String> outputs) {
        while (json.nextToken() == JsonToken.START_OBJECT) {
            Optional<String> name = Optional.empty();
            Optional<String> sha256 = Optional.empty();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String property = json.currentName();
                json.nextToken();
                switch (property) {
                    case "name" -> name = Optional.of(json.getString());
                    case "sha256" -> sha256 = Optional.of(json.getString());
                    default -> {
                        // How large it is, and the hash of a workbook's content.
                    }
                }
            }
            outputs.put(name.orElseThrow(), sha256.orElseThrow());
        }
    }
}
