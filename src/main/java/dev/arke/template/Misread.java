package dev.arke.template;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What is wrong with a template and Jinjava would pass over in silence: a filter that is none, a part that is never closed. */
final class Misread {
    /** A tag, an expression, a comment, or what is raw. */
    private static final Pattern PART =
            Pattern.compile("(?s)\\{%-?\\s*raw\\s*-?%}.*?\\{%-?\\s*endraw\\s*-?%}|\\{#.*?#}|\\{\\{.*?}}|\\{%.*?%}");

    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern FILTER = Pattern.compile("(?<!\\|)\\|\\s*([A-Za-z_]\\w*)");
    private static final Pattern OPENED = Pattern.compile("\\{[{%#]");

    private Misread() {}

    static Optional<String> in(String template, Set<String> known) {
        var parts = PART.matcher(template);
        while (parts.find()) {
            if (parts.group().startsWith("{#")) continue;
            var filters = FILTER.matcher(QUOTED.matcher(parts.group()).replaceAll("''"));
            while (filters.find())
                if (!known.contains(filters.group(1)))
                    return Optional.of("fails in line " + line(template, parts.start()) + ": there is no filter "
                            + filters.group(1));
        }
        return unclosed(template);
    }

    private static Optional<String> unclosed(String template) {
        var text = PART.matcher(template)
                .replaceAll(part -> "-".repeat(part.group().length()));
        var opened = OPENED.matcher(text);
        return opened.find()
                ? Optional.of(
                        "fails in line " + line(template, opened.start()) + ": " + opened.group() + " is never closed")
                : Optional.empty();
    }

    private static long line(String template, int at) {
        return 1 + template.substring(0, at).chars().filter(c -> c == '\n').count();
    }
}
