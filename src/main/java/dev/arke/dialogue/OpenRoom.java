package dev.arke.dialogue;

import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Reply;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.chat.Command;
import dev.arke.chat.IncidentRoom;
import dev.arke.chat.Rooms;
import dev.arke.engine.room.OpenIncidentRoom;
import dev.arke.engine.room.OpenOutcome;

/** {@code room}: a channel for one incident. */
final class OpenRoom {
    private final OpenIncidentRoom rooms;

    OpenRoom(OpenIncidentRoom rooms) {
        this.rooms = rooms;
    }

    Reply answer(Asked asked, Command.OpenRoom open) {
        var asker = asked.asker();
        var spot =
                new Rooms.Spot(asker.platform(), asker.tenant(), asked.place().channel());
        return told(asked, open.incident(), rooms.open(asked.by(), open.incident(), spot));
    }

    Reply answer(Asked asked, Command.ArchiveRoom archive) {
        return told(asked, archive.incident(), rooms.archive(asked.by(), archive.incident()));
    }

    private static Reply told(Asked asked, long number, OpenOutcome outcome) {
        return switch (outcome) {
            case OpenOutcome.Open open -> open(number, open);
            case OpenOutcome.Opening opening ->
                line(
                        Tone.NEUTRAL,
                        Span.text("The room of #" + number + " is being opened; the incident's card will lead there."
                                + opening.room().problem().map(why -> " " + why).orElse("")));
            case OpenOutcome.NotMade not ->
                Refusals.problem(
                        asked,
                        "That did not work: " + not.sentence() + " To try again:",
                        "room " + number,
                        Button.of("Try again", "room " + number));
            case OpenOutcome.Archived archived ->
                line(Tone.GOOD, Span.text("#" + archived.name() + " is archived. Nothing of #" + number + " is lost."));
            case OpenOutcome.NoRoom ignored ->
                Refusals.problem(asked, "#" + number + " has no room. To open one:", "room " + number);
            case OpenOutcome.Unknown ignored ->
                Refusals.problem(asked, "There is no incident #" + number + ". To see the open ones:", "list");
            case OpenOutcome.Refused refused -> Refusals.refusedByTeam(asked, refused.why());
        };
    }

    private static Reply open(long number, OpenOutcome.Open open) {
        return line(
                Tone.GOOD,
                Span.text(open.fresh() ? "I opened the room " : "The room of #" + number + " is "),
                room(open.room()),
                Span.text(
                        open.fresh()
                                ? " for #" + number + " and invited whoever has it or was paged."
                                : ". It was open already."));
    }

    private static Span room(IncidentRoom room) {
        var name = "#" + room.name();
        return room.link().<Span>map(link -> new Span.Link(name, link)).orElseGet(() -> Span.strong(name));
    }

    private static Reply line(Tone tone, Span... spans) {
        return new Reply.Private(Card.line(tone, spans));
    }
}
