package dev.ravel.configuration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A YAML file as values by path, with the line of each. Keys that are not in {@link ConfigurationKey} are problems. */
final class YamlTree {
    /**
     * The texts under one key.
     *
     * @param line where, from 1
     * @param texts one, or those of a list
     */
    record Value(int line, List<String> texts) {}

    private final Map<List<String>, Value> values = new LinkedHashMap<>();
    private final Map<List<String>, Integer> sections = new LinkedHashMap<>();
    private final List<ConfigurationProblem> problems;

    private YamlTree(List<ConfigurationProblem> problems) {
        this.problems = problems;
    }

    /** Reads a file's text, adding what is wrong with it to {@code problems}. */
    static YamlTree read(String text, List<ConfigurationProblem> problems) {
        YamlTree tree = new YamlTree(problems);
        try {
            new Compose(LoadSettings.builder().setLabel("ravel.yaml").build())
                    .composeString(text)
                    .ifPresent(root -> tree.section(root, List.of()));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            problems.add(new ConfigurationProblem(line, "not YAML: " + e.getProblem()));
        } catch (YamlEngineException e) {
            problems.add(new ConfigurationProblem(0, "not YAML: " + e.getMessage()));
        }
        return tree;
    }

    Optional<Value> value(List<String> path) {
        return Optional.ofNullable(values.get(path));
    }

    /** The names that the user chose directly under a section, in the order of the file. */
    Set<String> names(String... section) {
        Set<String> names = new LinkedHashSet<>();
        List<String> prefix = List.of(section);
        for (List<String> path : sections.keySet()) {
            if (path.size() == prefix.size() + 1
                    && path.subList(0, prefix.size()).equals(prefix)) {
                names.add(path.get(prefix.size()));
            }
        }
        for (List<String> path : values.keySet()) {
            if (path.size() > prefix.size() && path.subList(0, prefix.size()).equals(prefix)) {
                names.add(path.get(prefix.size()));
            }
        }
        return names;
    }

    /** The line of a section, 0 if the file does not have it. */
    int lineOf(String... section) {
        return sections.getOrDefault(List.of(section), 0);
    }

    private void section(Node node, List<String> path) {
        if (isNull(node)) {
            return;
        }
        if (!(node instanceof MappingNode mapping)) {
            problem(node, place(path) + " must be a section with keys");
            return;
        }
        Set<String> seen = new LinkedHashSet<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode keyNode)) {
                problem(tuple.getKeyNode(), "a key must be a text");
                continue;
            }
            String key = keyNode.getValue();
            if (!seen.add(key)) {
                problem(keyNode, "the key " + join(path, key) + " is given twice");
                continue;
            }
            child(keyNode, tuple.getValueNode(), append(path, key));
        }
    }

    private void child(ScalarNode keyNode, Node valueNode, List<String> path) {
        Optional<String> replacement = RetiredKeys.replacementOf(path);
        if (replacement.isPresent()) {
            problem(keyNode, "the key " + String.join(".", path) + " is retired: " + replacement.get());
        } else if (KnownPaths.isLeaf(path)) {
            leaf(valueNode, path);
        } else if (KnownPaths.isSection(path)) {
            sections.put(path, line(keyNode));
            section(valueNode, path);
        } else {
            problem(keyNode, "unknown key " + String.join(".", path) + KnownPaths.suggestion(path));
        }
    }

    private void leaf(Node node, List<String> path) {
        if (isNull(node)) {
            return;
        }
        if (node instanceof ScalarNode scalar) {
            values.put(path, new Value(line(node), List.of(scalar.getValue())));
        } else if (node instanceof SequenceNode sequence) {
            List<String> texts = new ArrayList<>();
            for (Node item : sequence.getValue()) {
                if (item instanceof ScalarNode scalar) {
                    texts.add(scalar.getValue());
                } else {
                    problem(item, "the items of " + String.join(".", path) + " must be texts");
                }
            }
            values.put(path, new Value(line(node), List.copyOf(texts)));
        } else {
            problem(node, String.join(".", path) + " takes a value, not a section");
        }
    }

    private void problem(Node node, String message) {
        problems.add(new ConfigurationProblem(line(node), message));
    }

    private static boolean isNull(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }

    private static String place(List<String> path) {
        return path.isEmpty() ? "the file" : String.join(".", path);
    }

    private static String join(List<String> path, String key) {
        return String.join(".", append(path, key));
    }

    private static List<String> append(List<String> path, String key) {
        String[] parts = Arrays.copyOf(path.toArray(String[]::new), path.size() + 1);
        parts[path.size()] = key;
        return List.of(parts);
    }
}
