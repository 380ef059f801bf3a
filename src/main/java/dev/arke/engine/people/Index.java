package dev.arke.engine.people;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Things of one kind: all of them by id, the active ones by name. */
final class Index<T> {
    private final String kind;
    private final Map<UUID, T> byId;
    private final Map<String, T> byName = new TreeMap<>();
    private final List<T> active;

    Index(String kind, Collection<T> things, Function<T, UUID> id, Function<T, String> name, Predicate<T> isActive) {
        this.kind = kind;
        byId = things.stream().collect(Collectors.toUnmodifiableMap(id, Function.identity()));
        things.stream().filter(isActive).forEach(thing -> byName.put(plain(name.apply(thing)), thing));
        active = List.copyOf(byName.values());
    }

    T get(UUID id) {
        var thing = byId.get(id);
        if (thing == null) throw new IllegalArgumentException("no " + kind + " has the id " + id);
        return thing;
    }

    Optional<T> find(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<T> named(String name) {
        return Optional.ofNullable(byName.get(plain(name)));
    }

    /** By name. */
    List<T> active() {
        return active;
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
