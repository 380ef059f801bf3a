package dev.arke.teamfile;

import java.util.List;
import java.util.Map;

/** A YAML document, each part with its place. Keys of {@code fields} are unique and in the file's order. */
sealed interface Tree {
    Place place();

    /** {@code keys}: where each field's name stands. */
    record Fields(Place place, Map<String, Place> keys, Map<String, Tree> fields) implements Tree {}

    record Items(Place place, List<Tree> items) implements Tree {}

    record Scalar(Place place, String text) implements Tree {}

    /** A field without a value. */
    record Nothing(Place place) implements Tree {}
}
