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
import dev.arke.card.PlainText;
import dev.arke.card.Reply;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.chat.ActorWords;
import dev.arke.chat.Names;
import dev.arke.engine.calendar.CoverShifts.Outcome;
import dev.arke.responder.Team;
import java.util.ArrayList;
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

    CoverReplies(Asked asked, Team team, Covering.Wanted wanted, CoverLine line) {
        this.asked = asked;
        this.team = team;
        this.wanted = wanted;
        this.line = line;
    }

    Reply of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> done(done);
            case Outcome.NothingToCover nothing -> nothing(nothing);
            case Outcome.Doubtful doubtful -> doubtful(doubtful);
            case Outcome.SayWhichDuty which -> whichDuty(which.duties());
            case Outcome.NoLength ignored -> again("Nothing was changed: that time has no length.");
            case Outcome.EndsBeforeItStarts ignored -> again("Nothing was changed: that ends before it starts.");
            case Outcome.Past ignored -> again("Nothing was changed: that time is past, and what was stays as it was.");
            case Outcome.SamePerson ignored ->
                Refusals.problem(
                        asked,
                        "Nothing was changed: nobody stands in for themselves. Name two people.",
                        "cover me for @dana 2h");
            case Outcome.NotInTeam who -> notInTeam(who.who());
            case Outcome.Asked sent -> RequestReplies.asked(asked, sent.request(), sent.unreached());
            case Outcome.NobodyIsFree ignored ->
                Refusals.problem(
                        asked,
                        "Nobody was asked: everybody in " + team.name() + " has something else in that time. Name"
                                + " somebody all the same.",
                        line.by("@dana"));
            case Outcome.NoRoster(var names) ->
                Refusals.problem(
                        asked,
                        "Nobody was asked: " + team.name() + " has no such roster."
                                + (names.isEmpty() ? "" : " There are: " + String.join(", ", names) + "."),
                        line.by("anybody"));
            case Outcome.NotTheirs who -> notTheirs(who.who());
            case Outcome.Refused refused -> Refusals.refusedByTeam(asked, refused.why());
        };
    }

    private Reply done(Outcome.Done done) {
        var words = new ArrayList<Span>();
        words.add(who(wanted.by(), true));
        words.add(Span.text(asked.isMe(wanted.by()) ? " cover " : " covers "));
        words.addAll(instead(done.covered()));
        words.add(Span.text(" as " + done.duty().word() + " of " + team.name()));
        var parts = Interval.joined(done.covered().stream().map(Shift::interval).toList());
        words.addAll(fromTo(parts.getFirst()));
        if (parts.size() > 1) words.add(Span.text(", and in " + (parts.size() - 1) + " more parts until "));
        if (parts.size() > 1) words.add(Span.dateTime(parts.getLast().end()));
        words.add(Span.text("."));
        return new Reply.Private(Card.line(Tone.GOOD, words.toArray(Span[]::new))
                .withButtons(
                        Button.of("Undo", "undo " + done.change().token()),
                        Button.of("Shifts of " + team.name(), "shifts " + Names.quoted(team.name()))));
    }

    private List<Span> instead(List<Shift> pieces) {
        var people = pieces.stream().map(CoverReplies::insteadOf).distinct().toList();
        var words = new ArrayList<Span>();
        for (int i = 0; i < people.size(); i++) {
            if (i > 0) words.add(Span.text(i == people.size() - 1 ? " and " : ", "));
            words.add(people.get(i).map(id -> who(id, false)).orElseGet(() -> Span.text("a place that nobody had")));
        }
        return words;
    }

    private static Optional<UUID> insteadOf(Shift piece) {
        return piece.provenance() instanceof Provenance.Edited edited ? edited.insteadOf() : Optional.empty();
    }

    private Span who(UUID id, boolean begins) {
        return who(asked, id, begins);
    }

    private static Span who(Asked asked, UUID id, boolean begins) {
        return asked.isMe(id) ? Span.text(begins ? "You" : "you") : asked.person(id);
    }

    private static List<Span> fromTo(Interval interval) {
        return List.of(
                Span.text(" from "), Span.dateTime(interval.start()), Span.text(" to "), Span.dateTime(interval.end()));
    }

    /** Who has it instead, and who made it so: the second of two who change the same hears what the first did. */
    private Reply nothing(Outcome.NothingToCover nothing) {
        var words = new ArrayList<Span>();
        words.add(Span.text("Nothing was changed: "));
        var whom = wanted.insteadOf();
        var duty = wanted.duty().map(Role.Duty::word).orElse("on call");
        if (whom.isPresent()) {
            words.add(who(whom.get(), false));
            words.add(Span.text(asked.isMe(whom.get()) ? " are not " : " is not "));
        } else words.add(Span.text(nothing.instead().isEmpty() ? "nobody is " : "nobody else is "));
        words.add(Span.text(duty + " for " + team.name() + " in that time. Type "));
        words.add(asked.typed("shifts " + Names.quoted(team.name())));
        words.add(Span.text("."));
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
        var words = new ArrayList<Span>();
        words.add(Span.strong(shift.role().word()));
        words.add(Span.text(": "));
        words.add(shift.responder().map(id -> who(asked, id, false)).orElseGet(() -> Span.strong("nobody")));
        words.addAll(fromTo(shift.interval()));
        insteadOf(shift).ifPresent(id -> {
            words.add(Span.text(" instead of "));
            words.add(who(asked, id, false));
        });
        if (shift.provenance() instanceof Provenance.Edited edited)
            edited.change().map(changes::get).ifPresent(change -> {
                words.add(Span.text(", changed by " + ActorWords.label(change.actor()) + " at "));
                words.add(Span.dateTime(change.madeAt()));
            });
        return words;
    }

    private Reply doubtful(Outcome.Doubtful doubtful) {
        var words = List.of(
                Span.text("Nothing was changed yet: "),
                who(wanted.by(), false),
                Span.text((asked.isMe(wanted.by()) ? " have " : " has ") + "something else in that time:"));
        var card = Card.line(Tone.WARNING, words.toArray(Span[]::new)).and(ClashLines.of(asked, doubtful.clashes()));
        return new Reply.Private(card.withButtons(
                Button.primary("Do it anyway", line.anyway()),
                Button.of("Shifts", "shifts " + Names.quoted(name(wanted.by())))));
    }

    private Reply whichDuty(List<Role.Duty> duties) {
        return Refusals.problem(
                asked,
                "Nothing was changed: there are several duties in that time. Which one?",
                line.duty(duties.getFirst()),
                duties.stream()
                        .map(duty -> Button.of(duty.word(), line.duty(duty)))
                        .toArray(Button[]::new));
    }

    private Reply again(String sentence) {
        return Refusals.problem(asked, sentence, "cover me for @dana from fri 18:00 to sat 9am");
    }

    private Reply notInTeam(UUID who) {
        var members = team.members().stream()
                .filter(id -> asked.directory().responder(id).active())
                .map(this::name)
                .sorted()
                .limit(4)
                .toList();
        return new FindPeople.Found.Nobody(
                        "Nothing was changed: " + name(who) + " is not in team " + team.name() + ".", members)
                .reply(asked, line::by);
    }

    private Reply notTheirs(UUID who) {
        var card = Card.line(
                Tone.WARNING,
                Span.text("Nothing was changed: only "),
                asked.person(who),
                Span.text(" can say so, or an admin of " + team.name() + ". They type "),
                Span.code(PlainText.of(asked.typed(line.by("me")))),
                Span.text("."));
        return new Reply.Private(card);
    }

    private String name(UUID id) {
        return asked.directory().responder(id).name();
    }
}
