package dev.arke.chat;

import dev.arke.calendar.OnCall;
import dev.arke.calendar.TeamOnCall;
import dev.arke.card.Element;
import dev.arke.card.Phrases;
import dev.arke.card.Span;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How the cards about being on call say who, until when, and that nobody is. */
record OnCallWords(TeamOnCall team, Phrases say) {
    /** "payments", or "checkout (team payments)". */
    String about() {
        return team.service()
                .map(service -> say.say("who.service", service, team.team()))
                .orElse(team.team());
    }

    Element noShifts(Instant now) {
        if (team.at().isAfter(now)) return Element.paragraph(say.say("who.none.later", team.team()));
        if (team.at().isBefore(now)) return Element.paragraph(say.say("who.none.before", team.team()));
        return Element.paragraph(say.say("who.none", team.team()));
    }

    /** Whether a shift that nobody could take leaves the duty empty now. */
    static boolean isGap(OnCall duty) {
        return !duty.now().isEmpty()
                && duty.now().stream().allMatch(stretch -> stretch.responder().isEmpty());
    }

    /** "alice until …", "alice until … and bob until …", or in words that nobody is. */
    List<Span> now(OnCall duty) {
        return duty.now().stream()
                .filter(stretch -> stretch.responder().isPresent())
                .map(stretch -> say.spans(
                        "who.stretch",
                        person(stretch.responder().get()),
                        Span.dateTime(stretch.interval().end())))
                .reduce((one, other) -> say.spans("and", List.of(one, other)))
                .orElseGet(() -> isGap(duty) ? gap(covered(duty)) : say.spans("who.hour", nobody()));
    }

    private List<Span> gap(Instant until) {
        return say.spans("who.gap", nobody(), Span.dateTime(until));
    }

    private Span nobody() {
        return Span.strong(say.say("nobody"));
    }

    /** Now and what comes after: ", then bob", or how long nobody is, or how far shifts are planned. */
    List<Span> nowAndThen(OnCall duty) {
        var now = now(duty);
        if (duty.coming().isEmpty()) return say.spans("who.planned", List.of(now));
        var next = duty.coming().getFirst();
        List<Span> follows = List.of(next.responder().map(this::person).orElseGet(this::nobody));
        List<Span> from = List.of(Span.dateTime(next.interval().start()));
        if (duty.now().isEmpty()) return say.spans("who.next", List.of(now, follows, from));
        if (next.interval().start().isAfter(covered(duty)))
            return say.spans("who.then.nobody", List.of(now, from, follows));
        return say.spans(
                "who.then",
                List.of(
                        now,
                        next.responder().isPresent()
                                ? follows
                                : gap(next.interval().end())));
    }

    Span person(UUID id) {
        return new Span.Mention(id, name(id));
    }

    String name(UUID id) {
        return Optional.ofNullable(team.names().get(id)).orElseGet(() -> say.say("somebody"));
    }

    /** When the last of those who stand now, or the gap, is over. */
    private static Instant covered(OnCall duty) {
        return duty.now().stream()
                .map(stretch -> stretch.interval().end())
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
    }
}
