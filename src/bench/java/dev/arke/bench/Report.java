package dev.arke.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints a table of figures, and remembers what was lost or doubled: then the run has failed. */
final class Report {
    private final List<String> wrong = new ArrayList<>();

    void title(String words) {
        say("");
        say("== " + words);
    }

    void say(String line) {
        System.out.println(line);
    }

    void row(String run, Goal goal, double measured) {
        say(String.format(
                Locale.ROOT,
                "%-62s %22s %14s  %s",
                run,
                goal.words(),
                Goal.number(measured) + " " + goal.unit(),
                goal.verdict(measured)));
    }

    /** Fails the run unless exactly so many came. */
    void expect(String what, long expected, long came) {
        if (expected != came) wrong(what + ": " + expected + " expected, " + came + " came");
    }

    void wrong(String what) {
        wrong.add(what);
        say("WRONG: " + what);
    }

    boolean isClean() {
        return wrong.isEmpty();
    }

    List<String> wrong() {
        return List.copyOf(wrong);
    }
}
