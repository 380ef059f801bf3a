package dev.arke.dialogue;

import dev.arke.calendar.CalendarChange;
import dev.arke.calendar.Covering;
import dev.arke.calendar.Interval;
import dev.arke.calendar.Provenance;
import dev.arke.calendar.Role;
import dev.arke.calendar.Shift;
import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Phrases;
import dev.arke.card.PlainText;
import dev.arke.card.Reply;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.chat.Names;
import dev.arke.engine.calendar.CoverShifts.Outcome;
import dev.arke.incident.Owner;
import dev.arke.responder.Team;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the one who wanted a cover hears. */
final class CoverReplies {
    private static final int MOST_LINES = 8;

    private final Asked asked;
    private final Team team;
    private final Covering.Wanted wanted;
    private final CoverLine line;
    private final Phrases say;

    CoverReplies(Asked asked, Team team, Covering.Wanted wanted, CoverLine line) {
        this.asked = asked;
        this.team = team;
        this.wanted = wanted;
        this.line = line;
        this.say = asked.changes();
    }

    Reply of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> done(done);
            case Outcome.NothingToCover nothing -> nothing(nothing);
            case Outcome.Doubtful doubtful -> doubtful(doubtful);
            case Outcome.SayWhichDuty which -> whichDuty(which.duties());
            case Outcome.NoLength ignored -> again("none.length");
            case Outcome.EndsBeforeItStarts ignored -> again("none.backwards");
            case Outcome.Past ignored -> again("none.past");
            case Outcome.SamePerson ignored ->
                Refusals.problem(asked, say.say("none.oneself"), "cover me for @dana 2h");
            case Outcome.NotInTeam who -> notInTeam(who.who());
            case Outcome.Asked sent -> RequestReplies.asked(asked, sent.request(), sent.unreached());
            case Outcome.NobodyIsFree ignored ->
                Refusals.problem(asked, say.say("cover.free", team.name()), line.by("@dana"));
            case Outcome.NoRoster(var names) ->
                Refusals.problem(
                        asked,
                        names.isEmpty()
                                ? say.say("cover.roster", team.name())
                                : say.say("cover.roster.there", team.name(), String.join(", ", names)),
                        line.by("anybody"));
            case Outcome.NotTheirs who -> notTheirs(who.who());
            case Outcome.Refused refused -> Refusals.refusedByTeam(asked, refused.why());
        };
    }

    private Reply done(Outcome.Done done) {
        var parts = Interval.joined(done.covered().stream().map(Shift::interval).toList());
        var key = parts.size() > 1 ? "cover.parts" : "cover.done";
        var words = say.spans(
                asked.isMe(wanted.by()) ? key + ".me" : key,
                List.of(
                        List.of(who(wanted.by())),
                        instead(done.covered()),
                        List.of(Span.text(done.duty().word())),
                        List.of(Span.text(team.name())),
                        List.of(Span.dateTime(parts.getFirst().start())),
                        List.of(Span.dateTime(parts.getFirst().end())),
                        List.of(Span.text(String.valueOf(parts.size() - 1))),
                        List.of(Span.dateTime(parts.getLast().end()))));
        return new Reply.Private(Card.line(Tone.GOOD, words.toArray(Span[]::new))
                .withButtons(
                        Button.of(
                                say.say("button.undo"), "undo " + done.change().token()),
                        Button.of(say.say("button.shifts.of", team.name()), "shifts " + Names.quoted(team.name()))));
    }

    private List<Span> instead(List<Shift> pieces) {
        return say.together(
                "and",
                pieces.stream()
                        .map(CoverReplies::insteadOf)
                        .distinct()
                        .map(whom -> List.of(whom.map(this::who).orElseGet(() -> Span.text(say.say("cover.place")))))
                        .toList());
    }

    private static Optional<UUID> insteadOf(Shift piece) {
        return piece.provenance() instanceof Provenance.Edited edited ? edited.insteadOf() : Optional.empty();
    }

    private Span who(UUID id) {
        return who(asked, id);
    }

    private static Span who(Asked asked, UUID id) {
        return asked.isMe(id) ? Span.text(asked.changes().say("you")) : asked.person(id);
    }

    /** Who has it instead, and who made it so: the second of two who change the same hears what the first did. */
    private Reply nothing(Outcome.NothingToCover nothing) {
        var whom = wanted.insteadOf();
        var key = whom.map(id -> asked.isMe(id) ? "cover.none.me" : "cover.none.whom")
                .orElse(nothing.instead().isEmpty() ? "cover.none" : "cover.none.else");
        var words = say.spans(
                key,
                who(whom.orElse(wanted.by())),
                Span.text(wanted.duty().map(Role.Duty::word).orElseGet(() -> say.say("oncall"))),
                Span.text(team.name()),
                asked.typed("shifts " + Names.quoted(team.name())));
        var card = Card.line(Tone.NEUTRAL, words.toArray(Span[]::new));
        return insteadOf(asked, card, nothing.instead(), nothing.changes());
    }

    /** With who has it, and who made it so. */
    static Reply insteadOf(Asked asked, Card card, List<Shift> instead, Map<UUID, CalendarChange> changes) {
        if (instead.isEmpty()) return new Reply.Private(card);
        return new Reply.Private(card.and(new Element.Lines(instead.stream()
                .limit(MOST_LINES)
                .map(shift -> line(asked, shift, changes))
                .toList())));
    }

    private static List<Span> line(Asked asked, Shift shift, Map<UUID, CalendarChange> changes) {
        var say = asked.changes();
        var words = say.spans(
                "cover.line",
                Span.strong(shift.role().word()),
                shift.responder().map(id -> who(asked, id)).orElseGet(() -> Span.strong(say.say("nobody"))),
                Span.dateTime(shift.interval().start()),
                Span.dateTime(shift.interval().end()));
        var instead = insteadOf(shift);
        if (instead.isPresent())
            words = say.spans("cover.line.instead", List.of(words, List.of(who(asked, instead.get()))));
        var change = shift.provenance() instanceof Provenance.Edited edited
                ? edited.change().map(changes::get)
                : Optional.<CalendarChange>empty();
        if (change.isEmpty()) return words;
        return say.spans(
                "cover.line.changed",
                List.of(
                        words,
                        List.of(Span.text(new Owner(change.get().actor()).label())),
                        List.of(Span.dateTime(change.get().madeAt()))));
    }

    private Reply doubtful(Outcome.Doubtful doubtful) {
        var words = say.spans(asked.isMe(wanted.by()) ? "cover.doubtful.me" : "cover.doubtful", who(wanted.by()));
        var card = Card.line(Tone.WARNING, words.toArray(Span[]::new)).and(ClashLines.of(asked, doubtful.clashes()));
        return new Reply.Private(card.withButtons(
                Button.primary(say.say("button.anyway"), line.anyway()),
                Button.of(say.say("button.shifts"), "shifts " + Names.quoted(name(wanted.by())))));
    }

    private Reply whichDuty(List<Role.Duty> duties) {
        return Refusals.problem(
                asked,
                say.say("cover.duty"),
                line.duty(duties.getFirst()),
                duties.stream()
                        .map(duty -> Button.of(duty.word(), line.duty(duty)))
                        .toArray(Button[]::new));
    }

    private Reply again(String key) {
        return Refusals.problem(asked, say.say(key), "cover me for @dana from fri 18:00 to sat 9am");
    }

    private Reply notInTeam(UUID who) {
        var members = team.members().stream()
                .filter(id -> asked.directory().responder(id).active())
                .map(this::name)
                .sorted()
                .limit(4)
                .toList();
        return new FindPeople.Found.Nobody(say.say("none.team", name(who), team.name()), members)
                .reply(asked, line::by);
    }

    private Reply notTheirs(UUID who) {
        var card = Card.line(
                Tone.WARNING,
                say.spans(
                                "cover.theirs",
                                asked.person(who),
                                Span.text(team.name()),
                                Span.code(PlainText.of(asked.typed(line.by("me")))))
                        .toArray(Span[]::new));
        return new Reply.Private(card);
    }

    private String name(UUID id) {
        return asked.directory().responder(id).name();
    }
}
