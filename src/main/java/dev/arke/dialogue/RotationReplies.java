package dev.arke.dialogue;

import dev.arke.calendar.Rotation;
import dev.arke.calendar.Shift;
import dev.arke.calendar.ShiftDiff;
import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Phrases;
import dev.arke.card.Reply;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.chat.Names;
import dev.arke.chat.RotationCard;
import dev.arke.chat.RotationWords;
import dev.arke.engine.calendar.ChangeRotations;
import dev.arke.engine.calendar.ChangeRotations.Outcome;
import dev.arke.engine.calendar.ExplainShift;
import dev.arke.responder.Team;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What the one who changes a rotation, or looks at it, hears. */
final class RotationReplies {
    private static final int MOST_LINES = 12;

    private final Asked asked;
    private final Team team;
    private final String name;
    private final Phrases say;

    RotationReplies(Asked asked, Team team, String name) {
        this.asked = asked;
        this.team = team;
        this.name = name;
        this.say = asked.changes();
    }

    Reply of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Preview preview -> preview(preview);
            case Outcome.Saved saved -> saved(saved);
            case Outcome.Paused(var rotation) ->
                done(
                        say.say("rotation.paused", rotation.name()),
                        Button.of(say.say("button.undo"), line("resume", rotation.name())));
            case Outcome.Resumed(var rotation) ->
                done(
                        say.say("rotation.resumed", rotation.name()),
                        Button.of(say.say("button.undo"), line("pause", rotation.name())));
            case Outcome.WouldRemove(var rotation, var planned) -> wouldRemove(rotation, planned);
            case Outcome.Removed(var before, var shifts) ->
                done(
                        say.count("rotation.removed", shifts, before.rotation().name()),
                        Button.of(say.say("button.undo"), add(before)));
            case Outcome.WouldRefill(var rotation, var diff) -> wouldRefill(rotation, diff);
            case Outcome.Refilled(var rotation, var change) ->
                done(
                        say.say("rotation.refilled", rotation.name()),
                        Button.of(say.say("button.undo"), "undo " + change.token()));
            case Outcome.SameAgain(var rotation) -> done(say.say("rotation.same", rotation.name()));
            case Outcome.IsSo(var rotation) -> done(say.say("rotation.so", rotation.name()));
            case Outcome.Unknown(var names) -> unknown(names);
            case Outcome.NameTaken(var rotation) ->
                Refusals.problem(
                        asked, say.say("rotation.taken", team.name(), rotation.name()), line("show", rotation.name()));
            case Outcome.NoRoster(var names) -> noRoster(names);
            case Outcome.EmptyRoster(var roster) ->
                Refusals.problem(
                        asked, say.say("rotation.empty", roster), "roster add @dana to " + Names.quoted(roster) + of());
            case Outcome.Missing(var fields) ->
                Refusals.problem(
                        asked,
                        say.say("rotation.missing", String.join(", ", fields)),
                        "rotation add " + Names.quoted(name)
                                + " role primary roster main every 1w starting 2027-03-01T09:00" + of());
            case Outcome.NeverActive ignored ->
                Refusals.problem(
                        asked,
                        say.say("rotation.never"),
                        "rotation edit " + Names.quoted(name) + " active from 2027-03-01 until 2027-09-01" + of());
            case Outcome.FileOwned ignored -> fileOwned();
            case Outcome.Refused(var why) -> Refusals.refusedByTeam(asked, why);
        };
    }

    Reply shown(ExplainShift.Found found) {
        var rotation = found.named().rotation();
        var buttons = new ArrayList<Button>();
        if (!found.isFileOwned()) {
            buttons.add(Button.of(
                    say.say(rotation.paused() ? "rotation.button.resume" : "rotation.button.pause"),
                    line(rotation.paused() ? "resume" : "pause", rotation.name())));
            buttons.add(Button.of(say.say("rotation.button.remove"), line("remove", rotation.name())));
        }
        buttons.add(Button.of(say.say("rotation.button.refill"), line("refill", rotation.name())));
        var card = RotationCard.of(
                Tone.NEUTRAL,
                "rotation.title",
                rotation,
                found.named().roster(),
                found.coming(),
                this::person,
                asked.now(),
                buttons,
                say);
        return new Reply.Private(found.isFileOwned() ? card.and(Element.paragraph(say.say("rotation.of.file"))) : card);
    }

    Reply unknown(List<String> names) {
        return Refusals.problem(
                asked,
                say.say("rotation.unknown", team.name(), name),
                names.isEmpty() ? "rotation add" : line("show", names.getFirst()),
                names.stream()
                        .limit(MOST_LINES)
                        .map(one -> Button.of(one, line("show", one)))
                        .toArray(Button[]::new));
    }

    Reply fileOwned() {
        return Refusals.problem(asked, say.say("rotation.file", name, team.name()), "roster out @dana" + of());
    }

    private Reply noRoster(List<String> names) {
        var unknown = say.say("rotation.roster", team.name());
        return Refusals.problem(
                asked,
                names.isEmpty() ? unknown : say.say("there.are", unknown, String.join(", ", names)),
                "roster add @dana to main" + of() + " new");
    }

    private Reply preview(Outcome.Preview preview) {
        var rotation = preview.named().rotation();
        var roster = preview.named().roster();
        var save = "rotation " + (preview.isNew() ? "add " : "edit ") + Names.quoted(rotation.name()) + " "
                + RotationWords.fields(rotation, roster) + of();
        return new Reply.Private(RotationCard.of(
                Tone.NEUTRAL,
                "rotation.preview",
                rotation,
                roster,
                preview.coming(),
                this::person,
                asked.now(),
                List.of(Button.primary(say.say("rotation.button.save"), save)),
                say));
    }

    private Reply saved(Outcome.Saved saved) {
        var now = saved.now();
        var undo = saved.before()
                .map(before -> "rotation edit " + Names.quoted(before.rotation().name()) + " "
                        + RotationWords.fields(before.rotation(), before.roster()) + of())
                .orElseGet(() -> line("remove", now.rotation().name()) + " anyway");
        return new Reply.Private(RotationCard.of(
                Tone.GOOD,
                "rotation.saved",
                now.rotation(),
                now.roster(),
                saved.coming(),
                this::person,
                asked.now(),
                List.of(Button.of(say.say("button.undo"), undo)),
                say));
    }

    private Reply wouldRemove(Rotation rotation, List<Shift> planned) {
        var card = Card.line(
                        Tone.WARNING,
                        Span.text(say.say(
                                planned.isEmpty() ? "rotation.remove.none" : "rotation.remove",
                                rotation.name(),
                                planned.size())))
                .and(lines(planned))
                .withButtons(Button.primary(
                        say.say("rotation.button.remove.it"), line("remove", rotation.name()) + " anyway"));
        return new Reply.Private(card);
    }

    private Reply wouldRefill(Rotation rotation, ShiftDiff diff) {
        var changes = Stream.concat(
                        Stream.concat(
                                diff.moved().stream().map(move -> List.of(move.before(), move.after())),
                                diff.added().stream().map(List::of)),
                        diff.removed().stream().map(List::of))
                .sorted(Comparator.comparing(
                        (List<Shift> pair) -> pair.getFirst().interval().start()))
                .limit(MOST_LINES)
                .map(this::change)
                .toList();
        var all = diff.moved().size() + diff.added().size() + diff.removed().size();
        var card = Card.line(Tone.WARNING, Span.text(say.count("rotation.refill", all, rotation.name())))
                .and(new Element.Lines(changes))
                .withButtons(
                        Button.primary(say.say("rotation.button.refill"), line("refill", rotation.name()) + " anyway"));
        return new Reply.Private(card);
    }

    private List<Span> change(List<Shift> pair) {
        var words = RotationCard.line(pair.getLast(), this::person, say);
        if (pair.size() < 2) return words;
        var before = pair.getFirst().responder().map(this::person).orElseGet(() -> Span.text(say.say("nobody")));
        return say.spans("rotation.instead", List.of(words, List.of(before)));
    }

    private Element lines(List<Shift> shifts) {
        return new Element.Lines(shifts.stream()
                .limit(MOST_LINES)
                .map(shift -> RotationCard.line(shift, this::person, say))
                .toList());
    }

    private static Reply done(String sentence, Button... buttons) {
        return new Reply.Private(Card.line(Tone.GOOD, Span.text(sentence)).withButtons(buttons));
    }

    private String add(ChangeRotations.Named named) {
        return "rotation add " + Names.quoted(named.rotation().name()) + " "
                + RotationWords.fields(named.rotation(), named.roster()) + of();
    }

    private String line(String verb, String rotation) {
        return "rotation " + verb + " " + Names.quoted(rotation) + of();
    }

    private String of() {
        return " of " + Names.quoted(team.name());
    }

    private Span person(UUID id) {
        return asked.isMe(id) ? Span.strong(say.say("you")) : asked.person(id);
    }
}
