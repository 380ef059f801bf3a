package dev.arke.template;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is wrong with a template and Jinjava would pass over in silence, or take minutes for: a filter that is none, a part that is
 * never closed, brackets in brackets in brackets. In one pass, however odd the template.
 */
final class Misread {
    private static final Pattern RAW = Pattern.compile("\\{%-?\\s*raw\\s*-?%}");
    private static final Pattern END_OF_RAW = Pattern.compile("\\{%-?\\s*endraw\\s*-?%}");
    private static final Pattern FILTER = Pattern.compile("(?<!\\|)\\|\\s*([A-Za-z_]\\w*)");

    /** Each more takes Jinjava a power of it longer. */
    private static final int DEEPEST = 20;

    private final String template;
    private final Set<String> known;
    private boolean hasEndOfRaw = true;

    private Misread(String template, Set<String> known) {
        this.template = template;
        this.known = known;
    }

    /** {@code known}: the filters that there are. */
    static Optional<String> in(String template, Set<String> known) {
        return new Misread(template, known).first();
    }

    private Optional<String> first() {
        for (int at = template.indexOf('{'); at >= 0; at = template.indexOf('{', at)) {
            var closing = closing(at);
            if (closing.isEmpty()) {
                at++;
                continue;
            }
            int end = rawEnd(at);
            if (end < 0) {
                end = end(at + 2, closing);
                if (end < 0) return Optional.of(fails(at) + template.substring(at, at + 2) + " is never closed");
                end += closing.length();
                var problem =
                        closing.equals("#}") ? Optional.<String>empty() : problem(at, template.substring(at, end));
                if (problem.isPresent()) return problem;
            }
            at = end;
        }
        return Optional.empty();
    }

    /** What closes the tag, expression or comment that begins there; blank where none does. */
    private String closing(int at) {
        return switch (at + 1 < template.length() ? template.charAt(at + 1) : ' ') {
            case '{' -> "}}";
            case '%' -> "%}";
            case '#' -> "#}";
            default -> "";
        };
    }

    /** Behind what is raw, or -1. */
    private int rawEnd(int at) {
        if (!hasEndOfRaw) return -1;
        var raw = RAW.matcher(template).region(at, template.length());
        if (!raw.lookingAt()) return -1;
        var end = END_OF_RAW.matcher(template);
        hasEndOfRaw = end.find(raw.end());
        return hasEndOfRaw ? end.end() : -1;
    }

    private Optional<String> problem(int at, String part) {
        var unquoted = unquoted(part);
        // The first bracket of an expression is its own.
        if (depth(unquoted) - 2 > DEEPEST)
            return Optional.of(fails(at) + "there are more than " + DEEPEST + " brackets in brackets");
        var filters = FILTER.matcher(unquoted);
        while (filters.find())
            if (!known.contains(filters.group(1)))
                return Optional.of(fails(at) + "there is no filter " + filters.group(1));
        return Optional.empty();
    }

    /** Where a part closes: not behind quotes, unless it closes nowhere else; -1 if nowhere. */
    private int end(int from, String closing) {
        int end = closing.equals("#}") ? -1 : unquoted(template.substring(from)).indexOf(closing);
        return end < 0 ? template.indexOf(closing, from) : from + end;
    }

    /** Blanks for all that stands in quotes, as Jinjava reads them. */
    private static String unquoted(String part) {
        var text = new StringBuilder(part);
        char quote = 0;
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (quote == 0 && (c == '\'' || c == '"')) quote = c;
            else if (quote != 0) {
                if (c == quote) quote = 0;
                else text.setCharAt(i, ' ');
                if (c == '\\' && i + 1 < part.length()) text.setCharAt(++i, ' ');
            }
        }
        return text.toString();
    }

    private static int depth(String part) {
        int deepest = 0;
        int depth = 0;
        for (int i = 0; i < part.length(); i++) {
            switch (part.charAt(i)) {
                case '(', '[', '{' -> deepest = Math.max(deepest, ++depth);
                case ')', ']', '}' -> depth = Math.max(0, depth - 1);
                default -> {}
            }
        }
        return deepest;
    }

    private String fails(int at) {
        return "fails in line "
                + (1 + template.substring(0, at).chars().filter(c -> c == '\n').count()) + ": ";
    }
}
