package dev.arke.chat;

import dev.arke.calendar.OnCall;
import dev.arke.calendar.TeamOnCall;
import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Who is on call in a team, until when, and who follows: a line for each duty. */
public final class WhoCard {
    private WhoCard() {}

    public static Card of(TeamOnCall team, Instant now) {
        var body = new ArrayList<Element>();
        if (!team.at().equals(now))
            body.add(Element.paragraph(Span.text("At "), Span.dateTime(team.at()), Span.text(":")));
        if (team.duties().isEmpty()) body.add(OnCallWords.noShifts(team, now));
        else
            body.add(new Element.Lines(
                    team.duties().stream().map(duty -> line(duty, team)).toList()));
        team.shown().forEach(other -> body.addAll(shown(other)));
        team.pager()
                .ifPresent(number -> body.add(Element.context(
                        Span.text("The pager that goes with the primary's duty: "), Span.code(number))));
        return new Card(
                summary(team),
                tone(team),
                List.of(Span.text("On call for "), Span.strong(OnCallWords.about(team))),
                body,
                team.duties().isEmpty() ? List.of() : List.of(Button.of("Who is next", "next " + team.team())),
                List.of());
    }

    /** A duty of another team, in the words of this one. */
    private static List<Element> shown(TeamOnCall other) {
        if (other.duties().isEmpty())
            return List.of(Element.context(Span.text("Of " + other.team() + " nobody is planned.")));
        return List.of(new Element.Lines(other.duties().stream()
                .map(duty -> {
                    var line = new ArrayList<Span>();
                    line.add(Span.strong(duty.duty().word() + " of " + other.team()));
                    line.addAll(line(duty, other).subList(1, line(duty, other).size()));
                    return (List<Span>) line;
                })
                .toList()));
    }

    private static List<Span> line(OnCall duty, TeamOnCall team) {
        var line = new ArrayList<Span>();
        line.add(Span.strong(duty.duty().word()));
        line.add(Span.text(": "));
        line.addAll(OnCallWords.now(duty, team));
        line.addAll(OnCallWords.thereafter(duty, team));
        line.add(Span.text("."));
        return line;
    }

    private static String summary(TeamOnCall team) {
        if (team.duties().isEmpty()) return "Nobody is on call for " + OnCallWords.about(team);
        return "On call for " + OnCallWords.about(team) + ": "
                + team.duties().stream()
                        .map(duty -> duty.duty().word() + " " + people(duty, team))
                        .collect(Collectors.joining(", "));
    }

    private static String people(OnCall duty, TeamOnCall team) {
        var people = duty.now().stream()
                .flatMap(stretch -> stretch.responder().stream())
                .map(id -> OnCallWords.name(id, team))
                .collect(Collectors.joining(" and "));
        return people.isEmpty() ? "nobody" : people;
    }

    /** Red for a shift that nobody could take; being off hours is no trouble. */
    private static Tone tone(TeamOnCall team) {
        if (team.duties().isEmpty()) return Tone.WARNING;
        return team.duties().stream().anyMatch(OnCallWords::isGap) ? Tone.ALARM : Tone.NEUTRAL;
    }
}
