package dev.arke.chat;

import dev.arke.calendar.Rotation;
import dev.arke.calendar.WeeklyWindow;
import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Phrases;
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

    public static Card of(String team, List<Rotation> rotations, Function<UUID, String> names, Phrases say) {
        var body = new ArrayList<Element>();
        if (rotations.isEmpty()) body.add(Element.paragraph(say.say("rotations.none", team)));
        else
            body.add(new Element.Lines(rotations.stream()
                    .map(rotation -> say.spans(
                            "rotations.line", Span.strong(rotation.name()), Span.text(words(rotation, names, say))))
                    .toList()));
        return new Card(
                say.say("rotations.title", team),
                Tone.NEUTRAL,
                say.spans("rotations.title", Span.strong(team)),
                body,
                rotations.isEmpty()
                        ? List.of()
                        : List.of(
                                Button.of(say.say("rotations.button.why"), "rotation why " + Names.quoted(team)),
                                Button.of(say.say("rotations.button.shifts"), "shifts " + Names.quoted(team))),
                List.of());
    }

    private static String words(Rotation rotation, Function<UUID, String> names, Phrases say) {
        var recurrence = rotation.recurrence();
        var people = rotation.roster().stream().map(names).collect(Collectors.joining(", "));
        var windows = recurrence.windows().stream().map(WeeklyWindow::text).collect(Collectors.joining(", "));
        var words = say.say(
                windows.isEmpty() ? "rotations.every" : "rotations.every.during",
                rotation.fills().duty().word(),
                recurrence.cadence().text(),
                recurrence.zone().getId(),
                windows);
        if (rotation.helping().isPresent())
            words = say.say(
                    "rotations.helping",
                    words,
                    rotation.helping().get().duty().word(),
                    rotation.helping().get().people().stream()
                            .map(names)
                            .sorted()
                            .reduce((one, other) -> say.say("or", one, other))
                            .orElse(""));
        if (rotation.paused()) words = say.say("rotations.paused", words);
        return say.say(
                "rotations.strategy", words, rotation.strategy().word(), people.isEmpty() ? say.say("nobody") : people);
    }
}
