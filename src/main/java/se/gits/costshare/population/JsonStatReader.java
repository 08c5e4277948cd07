package se.gits.costshare.population;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.input.Place;
import se.gits.costshare.input.ProblemKind;
import se.gits.costshare.input.Problems;
import se.gits.costshare.input.Sheet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the members of a JSON-stat document one after another; what the program has no use for is
 * passed over unread. A member that stands twice, and more than a bound of anything, is damage.
 */
final class JsonStatReader {

    private static final int DEEPEST = 20;
    private static final int LONGEST_TEXT = 200_000;
    private static final int LONGEST_NUMBER = 60;
    private static final int LONGEST_NAME = 1_000;

    /** A long of at most so many digits never overflows. */
    private static final Pattern POSITION = Pattern.compile("0|[1-9]\\d{0,9}");

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(DEEPEST)
                                    .maxStringLength(LONGEST_TEXT)
                                    .maxNumberLength(LONGEST_NUMBER)
                                    .maxNameLength(LONGEST_NAME)
                                    // a figure given by its position is two
                                    .maxTokenCount(4L * Sheet.MOST_CELLS)
                                    .build())
                    .build();

    private final JsonParser parser;
    private final JsonStat document = new JsonStat();

    private JsonStatReader(JsonParser parser) {
        this.parser = parser;
    }

    /** JSON, but not as JSON-stat has it. */
    private static final class NotJsonStat extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotJsonStat() {
            super(null, null, false, false);
        }
    }

    /** The document; empty, with the fault told, where it is damaged or no JSON-stat. */
    static Optional<JsonStat> read(InputFile file, Problems problems) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), file.bytes())) {
            JsonStatReader reader = new JsonStatReader(parser);
            try {
                return Optional.of(reader.document());
            } catch (NotJsonStat e) {
                return refused(file, reader.row(), ProblemKind.NOT_JSON_STAT, problems);
            } catch (JacksonException e) {
                return refused(file, reader.row(), ProblemKind.JSON_DAMAGED, problems);
            } finally {
                problems.room().takeCells(reader.document.size());
            }
        } catch (JacksonException e) {
            // not even the encoding can be told
            return refused(file, 0, ProblemKind.JSON_DAMAGED, problems);
        }
    }

    private static Optional<JsonStat> refused(
            InputFile file, int row, ProblemKind kind, Problems problems) {
        problems.add(new Place(file.name(), row, ""), "", kind);
        return Optional.empty();
    }

    private int row() {
        return Math.max(0, parser.currentLocation().getLineNr());
    }

    private JsonStat document() {
        parser.nextToken();
        members(
                name -> {
                    switch (name) {
                        case "class" -> document.documentClass = text();
                        case "version" -> document.version = text();
                        case "label" -> document.label = text();
                        case "id" -> elements(() -> document.ids.add(text()));
                        case "size" -> elements(() -> document.sizes.add(position(text())));
                        case "role" -> members(this::role);
                        case "dimension" -> members(this::dimension);
                        case "value" -> values();
                        default -> parser.skipChildren();
                    }
                });
        if (parser.nextToken() != null) {
            throw new NotJsonStat();
        }
        return document;
    }

    private void role(String name) {
        List<String> ids = document.idsOfRole.computeIfAbsent(name, n -> new ArrayList<>());
        elements(() -> ids.add(text()));
    }

    private void dimension(String id) {
        JsonStat.Category category = new JsonStat.Category();
        document.dimensions.put(id, category);
        members(
                name -> {
                    switch (name) {
                        case "label" -> category.label = text();
                        case "category" -> members(member -> category(category, member));
                        case "extension" -> members(member -> extension(category, member));
                        default -> parser.skipChildren();
                    }
                });
    }

    private void category(JsonStat.Category category, String member) {
        if (member.equals("index") && parser.currentToken() == JsonToken.START_ARRAY) {
            Map<String, Long> positions = category.positionOfCode;
            elements(
                    () -> {
                        if (positions.put(text(), (long) positions.size()) != null) {
                            throw new NotJsonStat();
                        }
                    });
        } else if (member.equals("index")) {
            members(code -> category.positionOfCode.put(code, position(text())));
        } else if (member.equals("label")) {
            members(code -> category.labelOfCode.put(code, text()));
        } else {
            parser.skipChildren();
        }
    }

    private void extension(JsonStat.Category category, String member) {
        if (member.equals("eliminationValueCode") && parser.currentToken().isScalarValue()) {
            category.statedTotal = text();
        } else {
            parser.skipChildren();
        }
    }

    private void values() {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            elements(() -> put(document.values.size(), value()));
        } else {
            members(name -> put(position(name), value()));
        }
    }

    private void put(long position, JsonStat.Value value) {
        if (position >= Sheet.MOST_CELLS) {
            throw new NotJsonStat();
        }
        while (document.values.size() <= position) {
            document.values.add(null);
        }
        document.values.set((int) position, value);
    }

    private JsonStat.Value value() {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return new JsonStat.Value("", row());
        }
        return new JsonStat.Value(text(), row());
    }

    private long position(String text) {
        if (!POSITION.matcher(text).matches()) {
            throw new NotJsonStat();
        }
        return Long.parseLong(text);
    }

    /** A text or a number as it stands. */
    private String text() {
        JsonToken token = parser.currentToken();
        if (token != JsonToken.VALUE_STRING && !token.isNumeric()) {
            throw new NotJsonStat();
        }
        return parser.getString();
    }

    private void members(Consumer<String> read) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new NotJsonStat();
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            read.accept(name);
        }
    }

    private void elements(Runnable read) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new NotJsonStat();
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            read.run();
        }
    }
}
