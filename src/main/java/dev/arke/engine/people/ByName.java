package dev.arke.engine.people;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Things by their names, which are unique in any case. Keeps the order in which they were put. */
public final class ByName<T> {
    private final Map<String, T> things = new LinkedHashMap<>();

    static <T> ByName<T> of(Collection<T> things, Function<T, String> name) {
        var byName = new ByName<T>();
        things.forEach(thing -> byName.put(name.apply(thing), thing));
        return byName;
    }

    void put(String name, T thing) {
        things.put(plain(name), thing);
    }

    Optional<T> find(String name) {
        return Optional.ofNullable(things.get(plain(name)));
    }

    /** The thing of a name that was checked to be there. */
    T get(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("nothing is called " + name));
    }

    List<T> all() {
        return List.copyOf(things.values());
    }

    /** What two names have in common that are one. */
    public static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
