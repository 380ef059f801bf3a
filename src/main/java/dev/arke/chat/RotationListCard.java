package dev.arke.chat;

import dev.arke.calendar.Rotation;
import dev.arke.calendar.WeeklyWindow;
import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A team's rotations: what each fills, how, and who takes turns. */
public final class RotationListCard {
    private RotationListCard() {}

    public static Card of(String team, List<Rotation> rotations, Function<UUID, String> names) {
        var body = new ArrayList<Element>();
        if (rotations.isEmpty())
            body.add(Element.paragraph(
                    "There are none. An admin can add a rotation for " + team + " to the team file and apply it."));
        else
            body.add(new Element.Lines(
                    rotations.stream().map(rotation -> line(rotation, names)).toList()));
        return new Card(
                "Rotations of " + team,
                Tone.NEUTRAL,
                List.of(Span.text("Rotations of "), Span.strong(team)),
                body,
                rotations.isEmpty()
                        ? List.of()
                        : List.of(
                                Button.of("Why who is on call", "rotation why " + Names.quoted(team)),
                                Button.of("Shifts", "shifts " + Names.quoted(team))),
                List.of());
    }

    private static List<Span> line(Rotation rotation, Function<UUID, String> names) {
        var recurrence = rotation.recurrence();
        var people = rotation.roster().stream().map(names).collect(Collectors.joining(", "));
        var windows = recurrence.windows().stream().map(WeeklyWindow::text).collect(Collectors.joining(", "));
        return List.of(
                Span.strong(rotation.name()),
                Span.text(": " + rotation.fills().duty().word() + ", every "
                        + recurrence.cadence().text() + (windows.isEmpty() ? "" : " during " + windows) + " in "
                        + recurrence.zone().getId()
                        + rotation.helping()
                                .map(helping -> ", only while " + helping.duty().word() + " is "
                                        + helping.people().stream()
                                                .map(names)
                                                .sorted()
                                                .collect(Collectors.joining(" or ")))
                                .orElse("")
                        + (rotation.paused() ? ", paused" : "") + ", "
                        + rotation.strategy().word() + " of "
                        + (people.isEmpty() ? "nobody" : people)));
    }
}
