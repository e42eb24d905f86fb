package dev.ravel.ingest.parse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a value stands in a JSON object: names joined by dots, {@code []} behind the name of an array whose elements are
 * meant: {@code contact.phone}, {@code FEATURES[].PHONE_NUMBER}.
 *
 * @param arrays the names on the way to the last array, one path for each array passed; empty if none is passed
 * @param names the names from there to the value; empty if the elements are the values
 */
record JsonPath(List<List<String>> arrays, List<String> names) {
    static JsonPath parse(String text) {
        List<List<String>> arrays = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (String part : text.split("\\.")) {
            if (part.endsWith("[]")) {
                names.add(part.substring(0, part.length() - 2));
                arrays.add(List.copyOf(names));
                names.clear();
            } else {
                names.add(part);
            }
        }
        return new JsonPath(List.copyOf(arrays), List.copyOf(names));
    }

    /** The name of the top-level member that the path begins with. */
    String member() {
        return arrays.isEmpty() ? names.get(0) : arrays.get(0).get(0);
    }

    /** The elements that the path's arrays lead to; the root itself if it passes none. */
    List<JsonNode> elements(JsonNode root) {
        List<JsonNode> elements = List.of(root);
        for (List<String> way : arrays) {
            List<JsonNode> next = new ArrayList<>();
            for (JsonNode element : elements) {
                descend(element, way).forEach(next::add);
            }
            elements = next;
        }
        return elements;
    }

    /** The value at the path's end inside one of its elements; a missing node if there is none. */
    JsonNode value(JsonNode element) {
        return descend(element, names);
    }

    private static JsonNode descend(JsonNode from, List<String> names) {
        JsonNode at = from;
        for (String name : names) {
            at = at.path(name);
        }
        return at;
    }
}
