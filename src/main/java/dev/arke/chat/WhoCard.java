package dev.arke.chat;

import dev.arke.calendar.OnCall;
import dev.arke.calendar.TeamOnCall;
import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Phrases;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Who is on call in a team, until when, and who follows: a line for each duty. */
public final class WhoCard {
    private WhoCard() {}

    public static Card of(TeamOnCall team, Instant now, Phrases say) {
        var words = new OnCallWords(team, say);
        var body = new ArrayList<Element>();
        if (!team.at().equals(now)) body.add(new Element.Paragraph(say.spans("who.at", Span.dateTime(team.at()))));
        if (team.duties().isEmpty()) body.add(words.noShifts(now));
        else
            body.add(new Element.Lines(team.duties().stream()
                    .map(duty -> line(duty.duty().word(), duty, words))
                    .toList()));
        team.shown().forEach(other -> body.addAll(shown(new OnCallWords(other, say))));
        team.pager().ifPresent(number -> body.add(new Element.Context(say.spans("who.pager", Span.code(number)))));
        return new Card(
                summary(words),
                tone(team),
                say.spans("who.title", Span.strong(words.about())),
                body,
                team.duties().isEmpty()
                        ? List.of()
                        : List.of(Button.of(say.say("who.button.next"), "next " + team.team())),
                List.of());
    }

    /** A duty of another team, in the words of this one. */
    private static List<Element> shown(OnCallWords other) {
        var team = other.team();
        if (team.duties().isEmpty())
            return List.of(Element.context(Span.text(other.say().say("who.shown.none", team.team()))));
        return List.of(new Element.Lines(team.duties().stream()
                .map(duty -> line(other.say().say("duty.of", duty.duty().word(), team.team()), duty, other))
                .toList()));
    }

    private static List<Span> line(String what, OnCall duty, OnCallWords words) {
        return words.say().spans("who.line", List.of(List.of(Span.strong(what)), words.nowAndThen(duty)));
    }

    private static String summary(OnCallWords words) {
        var say = words.say();
        var duties = words.team().duties();
        if (duties.isEmpty()) return say.say("who.summary.none", words.about());
        return say.say(
                "who.summary",
                say.say("who.title", words.about()),
                duties.stream()
                        .map(duty -> duty.duty().word() + " " + people(duty, words))
                        .collect(Collectors.joining(", ")));
    }

    private static String people(OnCall duty, OnCallWords words) {
        return duty.now().stream()
                .flatMap(stretch -> stretch.responder().stream())
                .map(words::name)
                .reduce((one, other) -> words.say().say("and", one, other))
                .orElseGet(() -> words.say().say("nobody"));
    }

    /** Red for a shift that nobody could take; being off hours is no trouble. */
    private static Tone tone(TeamOnCall team) {
        if (team.duties().isEmpty()) return Tone.WARNING;
        return team.duties().stream().anyMatch(OnCallWords::isGap) ? Tone.ALARM : Tone.NEUTRAL;
    }
}
