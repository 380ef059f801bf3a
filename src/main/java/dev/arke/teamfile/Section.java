package dev.arke.teamfile;

import dev.arke.chat.NearestName;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The fields of one mapping. A field that was asked for is known; {@link #end} complains of the others. */
final class Section {
    private final Tree tree;
    private final Map<String, Place> keys;
    private final Map<String, Tree> fields;
    private final Problems problems;
    private final Set<String> known = new LinkedHashSet<>();

    private Section(Tree tree, Map<String, Place> keys, Map<String, Tree> fields, Problems problems) {
        this.tree = tree;
        this.keys = keys;
        this.fields = fields;
        this.problems = problems;
    }

    /** A part of the file that must be a mapping; when it is something else, a problem and a section without fields. */
    static Section of(Tree tree, Problems problems, String example) {
        if (tree instanceof Tree.Fields(var ignored, var keys, var fields))
            return new Section(tree, keys, fields, problems);
        problems.add(tree.place(), "fields are expected here, for example " + example + ".");
        return new Section(tree, Map.of(), Map.of(), problems);
    }

    Place place() {
        return tree.place();
    }

    /** Where a field stands, or where it should. */
    Place place(String field) {
        return keys.getOrDefault(field, place().at(place().line(), place().column(), field));
    }

    /** The text of a field; empty when it is not there or has no value. */
    Optional<Tree.Scalar> scalar(String field) {
        return value(field).flatMap(tree -> scalar(tree, "one value"));
    }

    Optional<String> text(String field) {
        return scalar(field).map(scalar -> scalar.text().strip()).filter(text -> !text.isEmpty());
    }

    Optional<Tree.Scalar> required(String field, String example) {
        var value = value(field);
        if (value.isEmpty()) {
            problems.add(
                    place(), "the field " + field + " is missing. Write for example " + field + ": " + example + ".");
            return Optional.empty();
        }
        return value.flatMap(tree -> scalar(tree, "one value"));
    }

    /** A value that {@code parse} understands; {@code expected} goes on from "This is". */
    <T> Optional<T> read(String field, Function<String, Optional<T>> parse, String expected) {
        return scalar(field).flatMap(scalar -> parsed(scalar, parse, expected));
    }

    <T> Optional<T> parsed(Tree.Scalar scalar, Function<String, Optional<T>> parse, String expected) {
        var value = parse.apply(scalar.text().strip());
        if (value.isEmpty()) problems.add(scalar.place(), "“" + scalar.text() + "” is " + expected);
        return value;
    }

    Optional<ZoneId> zone(String field) {
        return scalar(field).flatMap(scalar -> {
            var typed = scalar.text().strip();
            var expected = ZoneNames.near(typed)
                    .map(near -> "no time zone. Did you mean " + near + "?")
                    .orElse(Values.NO_ZONE);
            return parsed(scalar, Values::zone, expected);
        });
    }

    boolean flag(String field) {
        return read(
                        field,
                        text -> switch (text) {
                            case "true", "yes", "on" -> Optional.of(true);
                            case "false", "no", "off" -> Optional.of(false);
                            default -> Optional.<Boolean>empty();
                        },
                        "neither true nor false.")
                .orElse(false);
    }

    /** The items of a list; one lone value counts as a list of one. */
    List<Tree> list(String field) {
        return value(field)
                .map(tree -> tree instanceof Tree.Items(var ignored, var items) ? items : List.of(tree))
                .orElse(List.of());
    }

    /** The words of a list. */
    List<Tree.Scalar> words(String field) {
        return list(field).stream()
                .flatMap(tree -> scalar(tree, "a word").stream())
                .toList();
    }

    /** The mappings in a list. */
    List<Section> sections(String field, String example) {
        return list(field).stream()
                .map(tree -> Section.of(tree, problems, example))
                .toList();
    }

    boolean hasFields(String field) {
        return value(field).filter(Tree.Fields.class::isInstance).isPresent();
    }

    Optional<Section> section(String field, String example) {
        return value(field).map(tree -> Section.of(tree, problems, example));
    }

    /** All fields, for a mapping whose names are free. */
    Map<String, Tree> all() {
        known.addAll(fields.keySet());
        return new LinkedHashMap<>(fields);
    }

    /** Complains of every field that nobody asked for. */
    void end() {
        keys.forEach((name, place) -> {
            if (!known.contains(name)) problems.add(place, "there is no field of this name." + hint(name));
        });
    }

    private String hint(String name) {
        return NearestName.of(name, known)
                .map(near -> " Did you mean " + near + "?")
                .orElse(" There are: " + String.join(", ", known) + ".");
    }

    private Optional<Tree> value(String field) {
        known.add(field);
        return Optional.ofNullable(fields.get(field)).filter(tree -> !(tree instanceof Tree.Nothing));
    }

    private Optional<Tree.Scalar> scalar(Tree tree, String expected) {
        if (tree instanceof Tree.Scalar scalar) return Optional.of(scalar);
        problems.add(tree.place(), "only " + expected + " can stand here.");
        return Optional.empty();
    }
}
