package dev.arke.chat;

import dev.arke.calendar.OnCall;
import dev.arke.calendar.TeamOnCall;
import dev.arke.card.Element;
import dev.arke.card.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** How the cards about being on call say who, until when, and that nobody is. */
final class OnCallWords {
    private OnCallWords() {}

    /** "payments", or "checkout (team payments)". */
    static String about(TeamOnCall team) {
        return team.service()
                .map(service -> service + " (team " + team.team() + ")")
                .orElse(team.team());
    }

    static Element noShifts(TeamOnCall team, Instant now) {
        if (team.at().isAfter(now))
            return Element.paragraph("Nobody is planned for then: team " + team.team()
                    + " has no shifts at that time yet. Rotations plan some weeks ahead.");
        if (team.at().isBefore(now))
            return Element.paragraph("Nobody was on call then: team " + team.team() + " had no shifts at that time.");
        return Element.paragraph("Nobody is on call: team " + team.team()
                + " has no shifts planned. An admin can add a rotation for it to the team file and apply it.");
    }

    /** Whether a shift that nobody could take leaves the duty empty now. */
    static boolean isGap(OnCall duty) {
        return !duty.now().isEmpty()
                && duty.now().stream().allMatch(stretch -> stretch.responder().isEmpty());
    }

    /** "alice until …", "alice until … and bob until …", or in words that nobody is. */
    static List<Span> now(OnCall duty, TeamOnCall team) {
        var words = new ArrayList<Span>();
        for (var stretch : duty.now()) {
            if (stretch.responder().isEmpty()) continue;
            if (!words.isEmpty()) words.add(Span.text(" and "));
            words.add(person(stretch.responder().get(), team));
            words.add(Span.text(" until "));
            words.add(Span.dateTime(stretch.interval().end()));
        }
        if (!words.isEmpty()) return words;
        if (!isGap(duty)) return List.of(Span.strong("nobody"), Span.text(" at this hour"));
        return List.of(
                Span.strong("nobody"),
                Span.text(" until "),
                Span.dateTime(covered(duty)),
                Span.text(" (no one on the roster can take it)"));
    }

    /** What comes after now: ", then bob", or how long nobody is, or how far shifts are planned. */
    static List<Span> thereafter(OnCall duty, TeamOnCall team) {
        if (duty.coming().isEmpty()) return List.of(Span.text("; shifts are planned up to then"));
        var next = duty.coming().getFirst();
        var follows = next.responder().map(id -> person(id, team)).orElseGet(() -> Span.strong("nobody"));
        if (duty.now().isEmpty())
            return List.of(
                    Span.text("; next "),
                    follows,
                    Span.text(" from "),
                    Span.dateTime(next.interval().start()));
        if (next.interval().start().isAfter(covered(duty)))
            return List.of(
                    Span.text(", then nobody until "),
                    Span.dateTime(next.interval().start()),
                    Span.text(", then "),
                    follows);
        if (next.responder().isPresent()) return List.of(Span.text(", then "), follows);
        return List.of(
                Span.text(", then "),
                follows,
                Span.text(" until "),
                Span.dateTime(next.interval().end()),
                Span.text(" (no one on the roster can take it)"));
    }

    static Span person(UUID id, TeamOnCall team) {
        return new Span.Mention(id, name(id, team));
    }

    static String name(UUID id, TeamOnCall team) {
        return team.names().getOrDefault(id, "somebody");
    }

    /** When the last of those who stand now, or the gap, is over. */
    private static Instant covered(OnCall duty) {
        return duty.now().stream()
                .map(stretch -> stretch.interval().end())
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
    }
}
