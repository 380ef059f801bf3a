package dev.arke.teamfile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** YAML 1.2 text to a {@link Tree}. Aliases are followed, within bounds: a small file cannot become a huge tree. */
final class YamlText {
    private static final int LONGEST = 1 << 20;
    private static final int MOST_PARTS = 200_000;
    private static final int DEEPEST = 16;

    private final Problems problems;
    private int parts;

    private YamlText(Problems problems) {
        this.problems = problems;
    }

    /** Empty when it cannot be read at all; then the problems say why. */
    static Optional<Tree> read(String text, Problems problems) {
        var settings = LoadSettings.builder()
                .setLabel("team file")
                .setCodePointLimit(LONGEST)
                .build();
        var start = new Place(1, 1, "");
        try {
            var documents = new Compose(settings).composeAllFromString(text).iterator();
            if (!documents.hasNext()) return Optional.of(new Tree.Nothing(start));
            var root = documents.next();
            if (documents.hasNext()) problems.add(start, "a team file is one document: remove the lines with ---.");
            return Optional.of(new YamlText(problems).tree(root, start, 0));
        } catch (MarkedYamlEngineException e) {
            var place = e.getProblemMark()
                    .map(mark -> start.at(mark.getLine() + 1, mark.getColumn() + 1, ""))
                    .orElse(start);
            problems.add(place, "this is not YAML: " + e.getProblem() + ".");
        } catch (TooLarge e) {
            problems.add(
                    start,
                    "the file is too large: it has more than " + MOST_PARTS + " parts or is nested deeper than "
                            + DEEPEST + " levels, counting each alias.");
        } catch (YamlEngineException e) {
            problems.add(start, "the file cannot be read: " + e.getMessage());
        }
        return Optional.empty();
    }

    private static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private Tree tree(Node node, Place place, int depth) {
        if (++parts > MOST_PARTS || depth > DEEPEST) throw new TooLarge();
        return switch (node) {
            case MappingNode mapping -> fields(mapping, place, depth);
            case SequenceNode sequence -> {
                var items = new ArrayList<Tree>();
                for (var item : sequence.getValue())
                    items.add(tree(item, placeOf(item, place, "[" + items.size() + "]"), depth + 1));
                yield new Tree.Items(place, items);
            }
            case ScalarNode scalar when scalar.getTag().equals(Tag.NULL) -> new Tree.Nothing(place);
            case ScalarNode scalar -> new Tree.Scalar(place, scalar.getValue());
            default -> throw new TooLarge();
        };
    }

    private Tree fields(MappingNode mapping, Place place, int depth) {
        Map<String, Place> keys = new LinkedHashMap<>();
        Map<String, Tree> fields = new LinkedHashMap<>();
        for (var tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.add(placeOf(tuple.getKeyNode(), place, ""), "a field's name is one word.");
                continue;
            }
            var name = key.getValue();
            var there = keys.put(name, placeOf(key, place, name));
            if (there != null)
                problems.add(placeOf(key, place, name), "this field stands in line " + there.line() + " already.");
            fields.put(name, tree(tuple.getValueNode(), placeOf(tuple.getValueNode(), place, name), depth + 1));
        }
        return new Tree.Fields(place, keys, fields);
    }

    private static Place placeOf(Node node, Place parent, String step) {
        return node.getStartMark()
                .map(mark -> parent.at(mark.getLine() + 1, mark.getColumn() + 1, step))
                .orElse(parent);
    }
}
