package dev.arke.teamfile;

import dev.arke.engine.people.ApplyTeamFile;
import dev.arke.engine.people.DesiredState;
import dev.arke.engine.people.Diff;
import dev.arke.engine.people.Doubts;
import dev.arke.engine.people.PreviewTeamFile;
import dev.arke.responder.By;
import dev.arke.responder.ContactKind;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The way in for every team file: one with a mistake changes nothing. */
public final class TeamFileGate {
    private final Surroundings surroundings;
    private final Set<ContactKind> carriers;
    private final PreviewTeamFile preview;
    private final ApplyTeamFile apply;

    /** What came of it. */
    public sealed interface Answer {
        /** {@code changes}: what was or would be changed, a line each; {@code warnings}: what may surprise. */
        record Fine(List<String> changes, List<String> warnings) implements Answer {}

        /** Every mistake, with its line. */
        record Mistakes(List<String> problems) implements Answer {}
    }

    /** {@code carriers}: the ways of contact that this server is set up for. */
    public TeamFileGate(
            Surroundings surroundings, Set<ContactKind> carriers, PreviewTeamFile preview, ApplyTeamFile apply) {
        this.surroundings = surroundings;
        this.carriers = Set.copyOf(carriers);
        this.preview = preview;
        this.apply = apply;
    }

    /** What the file would change. */
    public Answer preview(String text) {
        return pass(text, preview::preview);
    }

    public Answer apply(String text, By by) {
        return pass(text, desired -> apply.apply(desired, text, by));
    }

    /** Only reads the file, and compares it with nothing: no change is in the answer. */
    public static Answer look(String text, Surroundings surroundings, Set<ContactKind> carriers) {
        return pass(text, surroundings, carriers, desired -> new Diff(List.of()));
    }

    private Answer pass(String text, Function<DesiredState, Diff> use) {
        return pass(text, surroundings, carriers, use);
    }

    private static Answer pass(
            String text, Surroundings surroundings, Set<ContactKind> carriers, Function<DesiredState, Diff> use) {
        return switch (TeamFile.read(text, surroundings)) {
            case Reading.Bad(var problems) ->
                new Answer.Mistakes(problems.stream().map(Problem::toString).toList());
            case Reading.Good(var desired, var warnings) ->
                new Answer.Fine(
                        use.apply(desired).lines(),
                        Stream.concat(warnings.stream(), Doubts.about(desired, carriers).stream())
                                .toList());
        };
    }
}
