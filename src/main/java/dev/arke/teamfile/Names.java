package dev.arke.teamfile;

import dev.arke.chat.NearestName;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The names of one kind of thing in the file, each unique in any case, and the check of what refers to them. */
final class Names {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._-]{0,63}");

    private final String kind;
    private final Problems problems;
    private final Map<String, Tree.Scalar> names = new LinkedHashMap<>();

    Names(String kind, Problems problems) {
        this.kind = kind;
        this.problems = problems;
    }

    /** The names of the things in a list, read before anything that may refer to them. */
    static Names of(String kind, Section section, String list, Problems problems) {
        var names = new Names(kind, problems);
        for (var item : section.list(list)) {
            if (item instanceof Tree.Fields(var ignored, var alsoIgnored, var fields)
                    && fields.get("name") instanceof Tree.Scalar name) names.add(name);
        }
        return names;
    }

    void add(Tree.Scalar name) {
        var text = name.text().strip();
        if (!NAME.matcher(text).matches())
            problems.add(
                    name.place(),
                    "“" + text + "” cannot be a name: use up to 64 letters, digits, dots, dashes and underscores,"
                            + " and no spaces.");
        var there = names.putIfAbsent(plain(text), name);
        if (there != null)
            problems.add(
                    name.place(),
                    "the " + kind + " " + text + " stands in line "
                            + there.place().line() + " already.");
    }

    boolean knows(String name) {
        return names.containsKey(plain(name));
    }

    /** The name as it was given where the thing itself stands; a problem when there is no such thing. */
    Optional<String> resolve(Tree.Scalar reference) {
        return resolve(reference.text(), reference.place());
    }

    Optional<String> resolve(String text, Place place) {
        var there = names.get(plain(text));
        if (there != null) return Optional.of(there.text().strip());
        var known = names.values().stream().map(Tree.Scalar::text).toList();
        problems.add(place, "no " + kind + " is called " + text.strip() + "." + NearestName.question(text, known));
        return Optional.empty();
    }

    static String plain(String name) {
        var bare = name.strip().toLowerCase(Locale.ROOT);
        return bare.startsWith("@") ? bare.substring(1) : bare;
    }
}
