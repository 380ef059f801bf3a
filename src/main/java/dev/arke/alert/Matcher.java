package dev.arke.alert;

import com.google.re2j.PatternSyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A condition on one label as Alertmanager writes it: {@code team = web}, {@code env != prod}, {@code alertname =~
 * Disk.*}, {@code job !~ "a|b"}. Expressions must match the whole value, in RE2 syntax, in time linear in the value;
 * a label that is absent has the value "". Equal when written alike.
 */
public final class Matcher {
    private enum Operator {
        MATCHES("=~"),
        DOES_NOT_MATCH("!~"),
        DIFFERS("!="),
        EQUALS("=");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }
    }

    private final String label;
    private final Operator operator;
    private final String value;
    private final Predicate<String> test;

    private Matcher(String label, Operator operator, String value) {
        this.label = label;
        this.operator = operator;
        this.value = value;
        this.test = test(operator, value);
    }

    /** Reads one matcher; white space around its three parts and quotes around the value do not count. */
    public static Parse<Matcher> parse(String text) {
        int at = firstOperator(text);
        if (at < 0) return bad(text, "it has no =, !=, =~ or !~. Write for example: team = web");
        var operator = operatorAt(text, at);
        var label = unquoted(text.substring(0, at));
        var value = unquoted(text.substring(at + operator.sign.length()));
        if (label.isEmpty())
            return bad(text, "there is no label before " + operator.sign + ". Write for example: team = web");
        try {
            return new Parse.Good<>(new Matcher(label, operator, value));
        } catch (PatternSyntaxException e) {
            return bad(text, "the expression is wrong: " + e.getMessage());
        }
    }

    public boolean matches(Map<String, String> labels) {
        return test.test(labels.getOrDefault(label, ""));
    }

    /** The matcher as text that {@link #parse} reads back. */
    @Override
    public String toString() {
        return quoted(label) + " " + operator.sign + " " + quoted(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Matcher that
                && label.equals(that.label)
                && operator == that.operator
                && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    private static Predicate<String> test(Operator operator, String value) {
        return switch (operator) {
            case EQUALS -> value::equals;
            case DIFFERS -> Predicate.not(value::equals);
            case MATCHES -> LinearPattern.compile(value)::matches;
            case DOES_NOT_MATCH -> Predicate.not(LinearPattern.compile(value)::matches);
        };
    }

    private static int firstOperator(String text) {
        boolean quoted = false;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"' && (at == 0 || text.charAt(at - 1) != '\\')) quoted = !quoted;
            if (!quoted && (c == '=' || (c == '!' && operatorAt(text, at) != Operator.EQUALS))) return at;
        }
        return -1;
    }

    private static Operator operatorAt(String text, int at) {
        for (var operator : Operator.values()) {
            if (text.startsWith(operator.sign, at)) return operator;
        }
        return Operator.EQUALS;
    }

    private static String unquoted(String part) {
        var text = part.strip();
        if (text.length() < 2 || !text.startsWith("\"") || !text.endsWith("\"")) return text;
        var plain = new StringBuilder();
        for (int at = 1; at < text.length() - 1; at++) {
            char c = text.charAt(at);
            boolean escape = c == '\\' && at + 2 < text.length() && "\\\"n".indexOf(text.charAt(at + 1)) >= 0;
            if (escape) c = text.charAt(++at);
            plain.append(escape && c == 'n' ? '\n' : c);
        }
        return plain.toString();
    }

    private static String quoted(String part) {
        boolean plain = part.equals(part.strip())
                && !part.isEmpty()
                && part.chars().noneMatch(c -> c == '"' || c == '=' || c == '!');
        if (plain) return part;
        return "\"" + part.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    private static Parse<Matcher> bad(String text, String why) {
        return new Parse.Bad<>(String.format(
                Locale.ROOT, "The matcher “%s” cannot be read: %s.", CleanText.cut(CleanText.line(text), 200), why));
    }
}
