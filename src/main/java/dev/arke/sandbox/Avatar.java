package dev.arke.sandbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The small square beside a name; decoration only, since the name stands beside it. */
final class Avatar {
    private static final int COLOURS = 6;

    private Avatar() {}

    static Html of(int colour, String name) {
        return Html.tag("span")
                .of("avatar hue-" + Math.floorMod(colour, COLOURS))
                .with("aria-hidden", "true")
                .text(initials(name));
    }

    static Html ofArke() {
        return Html.tag("span").of("avatar arke").with("aria-hidden", "true").text("");
    }

    private static String initials(String name) {
        return Arrays.stream(name.strip().split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .limit(2)
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT))
                .collect(Collectors.joining());
    }
}
