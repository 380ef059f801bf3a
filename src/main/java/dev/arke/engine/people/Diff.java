package dev.arke.engine.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a team file changes, in words and in a stable order. Secrets are not in it: of a key one learns that it changed. */
public record Diff(List<Change> changes) {
    public Diff {
        changes = List.copyOf(changes);
    }

    /** What happens to one thing, {@code responder alice}. */
    public sealed interface Change {
        String thing();

        record Added(String thing) implements Change {}

        record Changed(String thing, List<String> fields) implements Change {}

        record Removed(String thing) implements Change {}
    }

    /** A thing with its fields in words, as it is compared; of a secret field only whether it changed is shown. */
    record Described(Kind kind, String name, Map<String, String> fields) {
        static final String SECRET = "keys";

        String thing() {
            return kind.word() + (name.isEmpty() ? "" : " " + name);
        }
    }

    /** The kinds of things, in the order in which they are shown. */
    enum Kind {
        ADMIN_CHANNEL("admin channel"),
        RESPONDER("responder"),
        TEAM("team"),
        ROTATION("rotation"),
        POLICY("policy"),
        SERVICE("service"),
        INTEGRATION("integration");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    private record Key(Kind kind, String name) {}

    static Diff between(List<Described> before, List<Described> after) {
        var old = byKey(before);
        var fresh = byKey(after);
        var keys = new TreeMap<Key, Boolean>(Comparator.comparing(Key::kind).thenComparing(Key::name));
        old.keySet().forEach(key -> keys.put(key, true));
        fresh.keySet().forEach(key -> keys.put(key, true));
        var changes = new ArrayList<Change>();
        for (var key : keys.keySet()) {
            var was = old.get(key);
            var is = fresh.get(key);
            if (was == null && is != null) changes.add(new Change.Added(is.thing()));
            else if (was != null && is == null) changes.add(new Change.Removed(was.thing()));
            else if (was != null && is != null && !was.equals(is))
                changes.add(new Change.Changed(was.thing(), fields(was, is)));
        }
        return new Diff(changes);
    }

    private static Map<Key, Described> byKey(List<Described> things) {
        var map = new LinkedHashMap<Key, Described>();
        things.forEach(thing -> map.put(new Key(thing.kind(), ByName.plain(thing.name())), thing));
        return map;
    }

    private static List<String> fields(Described was, Described is) {
        var names = new LinkedHashSet<>(was.fields().keySet());
        names.addAll(is.fields().keySet());
        var lines = new ArrayList<String>();
        if (!was.name().equals(is.name())) lines.add("name: " + was.name() + " → " + is.name());
        for (var name : names) {
            var old = was.fields().get(name);
            var fresh = is.fields().get(name);
            if (Objects.equals(old, fresh)) continue;
            lines.add(name + ": " + (name.equals(Described.SECRET) ? "changed" : shown(old) + " → " + shown(fresh)));
        }
        return lines;
    }

    private static String shown(@Nullable String value) {
        return value == null || value.isEmpty() ? "none" : value;
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** How much changes: {@code 3 added, 1 changed}. */
    public String summary() {
        return Stream.of(
                        counted(Change.Added.class, "added"),
                        counted(Change.Changed.class, "changed"),
                        counted(Change.Removed.class, "removed"))
                .filter(part -> !part.startsWith("0 "))
                .collect(Collectors.joining(", "));
    }

    private String counted(Class<? extends Change> kind, String word) {
        return changes.stream().filter(kind::isInstance).count() + " " + word;
    }

    /** {@code + responder alice}, {@code ~ team payments} with what changed below it, {@code - service checkout}. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        for (var change : changes) {
            switch (change) {
                case Change.Added(var thing) -> lines.add("+ " + thing);
                case Change.Removed(var thing) -> lines.add("- " + thing);
                case Change.Changed(var thing, var fields) -> {
                    lines.add("~ " + thing);
                    fields.forEach(field -> lines.add("    " + field));
                }
            }
        }
        return lines;
    }
}
