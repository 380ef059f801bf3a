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
import java.util.List;

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
        var say = asked.phrases();
        return switch (outcome) {
            case OpenOutcome.Open open ->
                line(
                        Tone.GOOD,
                        say.spans(
                                open.fresh() ? "room.opened" : "room.there",
                                room(open.room()),
                                Span.text(String.valueOf(number))));
            case OpenOutcome.Opening opening ->
                line(
                        Tone.NEUTRAL,
                        List.of(Span.text(say.say("room.opening", number)
                                + opening.room().problem().map(why -> " " + why).orElse(""))));
            case OpenOutcome.NotMade not ->
                Refusals.problem(
                        asked,
                        say.say("room.failed", not.sentence()),
                        "room " + number,
                        Button.of(say.say("button.retry"), "room " + number));
            case OpenOutcome.Archived archived ->
                line(Tone.GOOD, List.of(Span.text(say.say("room.archived", archived.name(), number))));
            case OpenOutcome.NoRoom ignored -> Refusals.problem(asked, say.say("room.none", number), "room " + number);
            case OpenOutcome.Unknown ignored -> Refusals.problem(asked, say.say("room.no.incident", number), "list");
            case OpenOutcome.Refused refused -> Refusals.refusedByTeam(asked, refused.why());
        };
    }

    private static Span room(IncidentRoom room) {
        var name = "#" + room.name();
        return room.link().<Span>map(link -> new Span.Link(name, link)).orElseGet(() -> Span.strong(name));
    }

    private static Reply line(Tone tone, List<Span> words) {
        return new Reply.Private(Card.line(tone, words.toArray(Span[]::new)));
    }
}
