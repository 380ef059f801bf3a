package dev.arke.chat;

import dev.arke.calendar.OnCall;
import dev.arke.calendar.TeamOnCall;
import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Phrases;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import java.util.ArrayList;
import java.util.List;

/** Who comes on call in a team, handoff by handoff. */
public final class NextCard {
    private static final int SHOWN = 5;

    private NextCard() {}

    public static Card of(TeamOnCall team, Phrases say) {
        var words = new OnCallWords(team, say);
        var body = new ArrayList<Element>();
        if (team.duties().isEmpty()) body.add(words.noShifts(team.at()));
        team.duties().forEach(duty -> body.addAll(section(duty, words)));
        var gapAhead = team.duties().stream().anyMatch(NextCard::showsAGap);
        return new Card(
                say.say("next.title", words.about()),
                gapAhead || team.duties().isEmpty() ? Tone.WARNING : Tone.NEUTRAL,
                say.spans("next.title", Span.strong(words.about())),
                body,
                List.of(Button.of(say.say("next.button.now"), "who " + team.team())),
                List.of());
    }

    private static List<Element> section(OnCall duty, OnCallWords words) {
        var say = words.say();
        var section = new ArrayList<Element>();
        section.add(new Element.Heading(duty.duty().word()));
        section.add(new Element.Paragraph(
                say.spans(duty.coming().isEmpty() ? "next.now.planned" : "next.now", List.of(words.now(duty)))));
        if (!duty.coming().isEmpty())
            section.add(new Element.Lines(
                    shown(duty).stream().map(stretch -> line(stretch, words)).toList()));
        var more = duty.coming().size() - SHOWN;
        if (more > 0)
            section.add(new Element.Context(say.spans(
                    "next.more",
                    Span.text(String.valueOf(more)),
                    Span.dateTime(duty.coming().getLast().interval().end()))));
        return section;
    }

    private static List<Span> line(OnCall.Stretch stretch, OnCallWords words) {
        return words.say()
                .spans(
                        "next.line",
                        Span.dateTime(stretch.interval().start()),
                        Span.dateTime(stretch.interval().end()),
                        stretch.responder()
                                .map(words::person)
                                .orElseGet(() -> Span.strong(words.say().say("next.gap"))));
    }

    private static boolean showsAGap(OnCall duty) {
        return OnCallWords.isGap(duty)
                || shown(duty).stream().anyMatch(stretch -> stretch.responder().isEmpty());
    }

    private static List<OnCall.Stretch> shown(OnCall duty) {
        return duty.coming().subList(0, Math.min(SHOWN, duty.coming().size()));
    }
}
