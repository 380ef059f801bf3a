package dev.arke.teamfile;

import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ${NAME}} in what is secret: taken from the environment of the server, and repeated nowhere. */
record Variables(Surroundings surroundings, Problems problems) {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

    /** The text with the values in it; empty, with a problem, where one is not set. */
    Optional<String> in(Tree.Scalar word) {
        var missing = new ArrayList<String>();
        var text = VARIABLE.matcher(word.text().strip()).replaceAll(match -> {
            var value = surroundings.environment().get(match.group(1));
            if (value == null) missing.add(match.group(1));
            return value == null ? "" : Matcher.quoteReplacement(value);
        });
        missing.forEach(name -> problems.add(
                word.place(), "the variable " + name + " is not set. Set it in the environment of the server."));
        return missing.isEmpty() ? Optional.of(text) : Optional.empty();
    }
}
