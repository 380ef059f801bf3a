package dev.arke.alert;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/** Compiles expressions in RE2 syntax, whose matching takes time linear in the text, within bounds of memory. */
final class LinearPattern {
    private static final int LENGTH_LIMIT = 1000;
    private static final int SIZE_LIMIT = 10_000;
    // RE2/J writes a{100} out a hundred times, nested ones multiplied, before it can be asked for the size.
    private static final double WORK_LIMIT = 1_000_000;
    private static final Pattern COUNT = Pattern.compile("\\{(?:[0-9]+,)?([0-9]+)}|\\{([0-9]+),}");

    private LinearPattern() {}

    /** @throws PatternSyntaxException when it is wrong or too large */
    static Pattern compile(String expression) {
        if (expression.length() > LENGTH_LIMIT || work(expression) > WORK_LIMIT) throw tooLarge(expression);
        var pattern = Pattern.compile(expression);
        if (pattern.programSize() > SIZE_LIMIT) throw tooLarge(expression);
        return pattern;
    }

    private static double work(String expression) {
        double work = expression.length();
        var counts = COUNT.matcher(expression);
        while (counts.find()) {
            var count = counts.group(1) == null ? counts.group(2) : counts.group(1);
            work *= Math.max(1, Double.parseDouble(count));
        }
        return work;
    }

    private static PatternSyntaxException tooLarge(String expression) {
        return new PatternSyntaxException("too large; use several routes", CleanText.cut(expression, 80));
    }
}
