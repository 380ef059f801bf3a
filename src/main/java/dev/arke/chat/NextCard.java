package dev.arke.chat;

import dev.arke.calendar.OnCall;
import dev.arke.calendar.TeamOnCall;
import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import java.util.ArrayList;
import java.util.List;

/** Who comes on call in a team, handoff by handoff. */
public final class NextCard {
    private static final int SHOWN = 5;

    private NextCard() {}

    public static Card of(TeamOnCall team) {
        var body = new ArrayList<Element>();
        if (team.duties().isEmpty()) body.add(OnCallWords.noShifts(team, team.at()));
        team.duties().forEach(duty -> body.addAll(section(duty, team)));
        var gapAhead = team.duties().stream().anyMatch(NextCard::showsAGap);
        return new Card(
                "Next on call for " + OnCallWords.about(team),
                gapAhead || team.duties().isEmpty() ? Tone.WARNING : Tone.NEUTRAL,
                List.of(Span.text("Next on call for "), Span.strong(OnCallWords.about(team))),
                body,
                List.of(Button.of("Who is on call now", "who " + team.team())),
                List.of());
    }

    private static List<Element> section(OnCall duty, TeamOnCall team) {
        var section = new ArrayList<Element>();
        section.add(new Element.Heading(duty.duty().word()));
        var now = new ArrayList<Span>();
        now.add(Span.text("Now "));
        now.addAll(OnCallWords.now(duty, team));
        now.add(Span.text(duty.coming().isEmpty() ? ", and shifts are planned up to then." : "."));
        section.add(new Element.Paragraph(now));
        if (!duty.coming().isEmpty())
            section.add(new Element.Lines(
                    shown(duty).stream().map(stretch -> line(stretch, team)).toList()));
        var more = duty.coming().size() - SHOWN;
        if (more > 0)
            section.add(Element.context(
                    Span.text(more + " more planned, until "),
                    Span.dateTime(duty.coming().getLast().interval().end()),
                    Span.text(".")));
        return section;
    }

    private static List<Span> line(OnCall.Stretch stretch, TeamOnCall team) {
        return List.of(
                Span.dateTime(stretch.interval().start()),
                Span.text(" to "),
                Span.dateTime(stretch.interval().end()),
                Span.text(": "),
                stretch.responder()
                        .map(id -> OnCallWords.person(id, team))
                        .orElseGet(() -> Span.strong("nobody (no one on the roster can take it)")));
    }

    private static boolean showsAGap(OnCall duty) {
        return OnCallWords.isGap(duty)
                || shown(duty).stream().anyMatch(stretch -> stretch.responder().isEmpty());
    }

    private static List<OnCall.Stretch> shown(OnCall duty) {
        return duty.coming().subList(0, Math.min(SHOWN, duty.coming().size()));
    }
}
