package dev.arke.teamfile;

import dev.arke.engine.people.DesiredState.Policy;
import dev.arke.engine.people.DesiredState.Stage;
import java.time.Duration;
import java.util.List;

/** Reads one of {@code policies}. */
final class PolicyReader {
    private static final String NO_COUNT = "no number from 0 to 100.";

    private final TargetReader targets;
    private final Names teams;
    private final Problems problems;

    PolicyReader(TargetReader targets, Names teams, Problems problems) {
        this.targets = targets;
        this.teams = teams;
        this.problems = problems;
    }

    Policy read(Section section) {
        var policy = new Policy(
                section.required("name", "standard")
                        .map(Tree.Scalar::text)
                        .orElse("")
                        .strip(),
                section.required("team", "payments").flatMap(teams::resolve).orElse(""),
                steps(section),
                section.read("rounds", Values::count, NO_COUNT).orElse(0),
                targets.read(section.words("last_resort")));
        section.end();
        return policy;
    }

    private List<Stage> steps(Section section) {
        var steps = section.sections("steps", "{page: [primary of payments], wait: 5m}").stream()
                .map(this::step)
                .toList();
        if (steps.isEmpty())
            problems.add(
                    section.place("steps"),
                    "the policy has no step, so nobody would be paged. Write for example"
                            + " steps: [{page: [primary of payments], wait: 5m}].");
        return steps;
    }

    private Stage step(Section section) {
        var page = section.words("page");
        if (page.isEmpty())
            problems.add(
                    section.place("page"), "the step pages nobody. Write for example page: [primary of payments].");
        var step = new Stage(
                targets.read(page),
                section.required("wait", "5m")
                        .flatMap(word -> section.parsed(word, Values::someTime, Values.NO_DURATION))
                        .orElse(Duration.ofMinutes(5)),
                section.read("repeat", Values::count, NO_COUNT).orElse(0));
        section.end();
        return step;
    }
}
