package se.gits.costshare.settings;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import se.gits.costshare.input.Cell;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.input.NearestName;
import se.gits.costshare.input.Place;
import se.gits.costshare.input.ProblemKind;
import se.gits.costshare.input.Problems;
import se.gits.costshare.input.TableFile;
import se.gits.costshare.input.TextFile;

/**
 * A group of settings in a YAML file, every value as the text that stands there.
 *
 * <p>Nothing is constructed from the file: it is only parsed to nodes, and a node with a tag of its
 * own is refused.
 */
final class YamlTree {

    private static final Set<Tag> PLAIN_TAGS =
            Set.of(
                    Tag.STR,
                    Tag.INT,
                    Tag.FLOAT,
                    Tag.BOOL,
                    Tag.NULL,
                    Tag.TIMESTAMP,
                    Tag.MAP,
                    Tag.SEQ);

    private final String path;
    private final Place place;
    private final Map<String, Node> nodeOfName = new LinkedHashMap<>();

    private YamlTree(String path, Place place) {
        this.path = path;
        this.place = place;
    }

    /** Parses a file; empty, with the fault told, where it is not YAML with settings in it. */
    static Optional<YamlTree> parse(InputFile file, List<String> known, Problems problems) {
        Optional<String> text = TextFile.decode(file, problems);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        List<String> lines = text.get().lines().toList();
        problems.quote(file.name(), row -> row <= lines.size() ? lines.get(row - 1).strip() : "");
        Place whole = Place.ofFile(file.name());
        Node root;
        try {
            root = new Yaml(new LoaderOptions()).compose(new StringReader(text.get()));
        } catch (MarkedYAMLException e) {
            int row = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            String problem = String.valueOf(e.getProblem());
            problems.add(
                    new Place(file.name(), row, ""),
                    "",
                    problem.contains("\\t(TAB)")
                            ? ProblemKind.SETTINGS_TAB
                            : ProblemKind.SETTINGS_SYNTAX,
                    problem);
            return Optional.empty();
        } catch (YAMLException | IllegalArgumentException e) {
            // A tag of nothing but a blank in disguise, !%0, the parser refuses in another way.
            problems.add(whole, "", ProblemKind.SETTINGS_SYNTAX, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
        return group(root, "", whole, known, problems);
    }

    private static Optional<YamlTree> group(
            Node node, String path, Place place, List<String> known, Problems problems) {
        if (!(node instanceof MappingNode mapping) || !isPlain(mapping)) {
            problems.add(place, "", ProblemKind.SETTING_NOT_GROUP, String.join(", ", known));
            return Optional.empty();
        }
        YamlTree tree = new YamlTree(path, place);
        for (NodeTuple entry : mapping.getValue()) {
            String name = entry.getKeyNode() instanceof ScalarNode key ? key.getValue() : "?";
            int row = entry.getKeyNode().getStartMark().getLine() + 1;
            Place at = new Place(place.file(), row, path + name);
            if (!known.contains(name)) {
                problems.add(
                        at,
                        name,
                        ProblemKind.SETTING_UNKNOWN,
                        new NearestName(name, known),
                        String.join(", ", known));
            } else if (tree.nodeOfName.putIfAbsent(name, entry.getValueNode()) != null) {
                int earlier = tree.nodeOfName.get(name).getStartMark().getLine() + 1;
                problems.add(at, name, ProblemKind.TWICE, earlier);
            }
        }
        return Optional.of(tree);
    }

    private static boolean isPlain(Node node) {
        return PLAIN_TAGS.contains(node.getTag());
    }

    /** A group of settings within this one; empty, with the fault told, where there is none. */
    Optional<YamlTree> group(String name, List<String> known, Problems problems) {
        Node node = nodeOfName.get(name);
        if (node == null) {
            tellMissing(name, problems);
            return Optional.empty();
        }
        return group(node, path + name + ".", placeOf(name), known, problems);
    }

    /** A list of groups of settings; what is no such list is told and left out. */
    List<YamlTree> groups(String name, List<String> known, Problems problems) {
        Node node = nodeOfName.get(name);
        if (node == null) {
            tellMissing(name, problems);
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence) || !isPlain(node)) {
            problems.add(placeOf(name), "", ProblemKind.SETTING_NOT_LIST);
            return List.of();
        }
        if (sequence.getValue().isEmpty()) {
            tellMissing(name, problems);
        }
        List<YamlTree> groups = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            Place at = new Place(place.file(), item.getStartMark().getLine() + 1, path + name);
            group(item, path + name + ".", at, known, problems).ifPresent(groups::add);
        }
        return groups;
    }

    /** Tells that a setting is missing, or empty. */
    private void tellMissing(String name, Problems problems) {
        problems.add(placeOf(name), "", ProblemKind.SETTING_MISSING);
    }

    boolean has(String name) {
        return nodeOfName.containsKey(name);
    }

    /** A setting's text as a cell, empty where it is not set. */
    Cell cell(String name, Problems problems) {
        Node node = nodeOfName.get(name);
        if (node == null) {
            return new Cell(placeOf(name), "");
        }
        if (!(node instanceof ScalarNode scalar) || !isPlain(node)) {
            problems.add(placeOf(name), "", ProblemKind.SETTING_NOT_TEXT);
            return new Cell(placeOf(name), "");
        }
        Cell cell = new Cell(placeOf(name), scalar.getValue().strip());
        if (!problems.areOfKeptInput()) {
            TableFile.tellIfOdd(cell.place(), name, cell.content(), problems);
        }
        return cell;
    }

    /** A setting that must be there. */
    Cell required(String name, Problems problems) {
        Cell cell = cell(name, problems);
        if (cell.isEmpty()) {
            tellMissing(name, problems);
        }
        return cell;
    }

    /** The row that the group stands on. */
    int row() {
        return place.row();
    }

    /** Whether a setting stands there as a text, and as no group or list. */
    boolean isText(String name) {
        return nodeOfName.get(name) instanceof ScalarNode;
    }

    /** A list of groups of settings that need not be there. */
    List<YamlTree> optionalGroups(String name, List<String> known, Problems problems) {
        return has(name) ? groups(name, known, problems) : List.of();
    }

    /** Where a setting stands, or the group that ought to have it. */
    Place placeOf(String name) {
        Node node = nodeOfName.get(name);
        int row = node == null ? place.row() : node.getStartMark().getLine() + 1;
        return new Place(place.file(), row, path + name);
    }
}
