package dev.arke.dialogue;

import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Reply;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.chat.Command;
import dev.arke.chat.Command.ChangeRoster.Deed;
import dev.arke.chat.Names;
import dev.arke.engine.calendar.CalendarUseCases;
import dev.arke.engine.calendar.ChangeRosters.Outcome;
import dev.arke.engine.calendar.ChangeRosters.Wish;
import dev.arke.responder.Responder;
import dev.arke.responder.Roster;
import dev.arke.responder.Team;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** {@code roster}: who is in which, in what order, and who takes turns. */
final class ManageRosters {
    private final CalendarUseCases calendar;

    ManageRosters(CalendarUseCases calendar) {
        this.calendar = calendar;
    }

    Reply answer(Asked asked, Command.Rosters rosters) {
        return FindTeam.then(asked, rosters.team(), team -> "roster " + team, team -> shown(asked, team));
    }

    private static Reply shown(Asked asked, Team team) {
        var lines = team.rosters().stream().map(roster -> line(asked, roster)).toList();
        var say = asked.changes();
        var title = say.spans("roster.title", Span.strong(team.name()));
        if (lines.isEmpty())
            return Refusals.problem(
                    asked,
                    say.say("roster.none", team.name()),
                    "roster add @dana to main of " + Names.quoted(team.name()) + " new");
        return new Reply.Private(Card.line(Tone.NEUTRAL, title.toArray(Span[]::new))
                .and(new Element.Lines(lines))
                .withButtons(
                        Button.of(say.say("roster.button.rotations"), "rotation list " + Names.quoted(team.name()))));
    }

    private static List<Span> line(Asked asked, Roster roster) {
        var say = asked.changes();
        var people = roster.entries().stream()
                .map(entry -> {
                    var person = asked.directory().responder(entry.responderId());
                    if (!person.active()) return say.say("roster.deactivated", person.name());
                    return entry.inRotation() ? person.name() : say.say("roster.out", person.name());
                })
                .collect(Collectors.joining(", "));
        return say.spans(
                roster.fileOwned() ? "roster.line.file" : "roster.line",
                Span.strong(roster.name()),
                Span.text(people.isEmpty() ? say.say("nobody") : people));
    }

    Reply answer(Asked asked, Command.ChangeRoster change) {
        return switch (new Naming(asked).find(change.who(), List.of(Named.Kind.PERSON))) {
            case Named.Person person ->
                FindTeam.then(
                        asked,
                        change.team(),
                        asked.directory().teams().stream()
                                .filter(team -> team.members()
                                        .contains(person.responder().id()))
                                .toList(),
                        team -> line(change, person.responder(), change.roster().orElse("main"), team),
                        team -> changed(asked, team, person.responder(), change));
            case Named.OfTeam ignored -> throw new AssertionError("only people were looked for");
            case Named.ServiceNamed ignored -> throw new AssertionError("only people were looked for");
            case Named.Unknown unknown ->
                new FindPeople.Found.Nobody(unknown.sentence(), unknown.near())
                        .reply(asked, name -> "roster " + change.deed().word() + " " + name);
        };
    }

    private Reply changed(Asked asked, Team team, Responder who, Command.ChangeRoster change) {
        var wish = switch (change.deed()) {
            case ADD -> new Wish.Add(change.isNew(), change.place());
            case REMOVE -> new Wish.Remove();
            case MOVE -> new Wish.MoveTo(change.place());
            case IN -> new Wish.TakeTurns(true);
            case OUT -> new Wish.TakeTurns(false);
        };
        var outcome = calendar.changeRosters().change(asked.by(), team.id(), change.roster(), who.id(), wish);
        var of = " of " + Names.quoted(team.name());
        var say = asked.changes();
        return switch (outcome) {
            case Outcome.Done done -> done(asked, done, who, change.deed(), of);
            case Outcome.IsSo(var roster) ->
                Refusals.problem(asked, say.say("roster.so", roster.name()), "roster" + space(team));
            case Outcome.NoRoster(var names) -> noRoster(asked, team, names, change, who);
            case Outcome.NotInTeam ignored ->
                Refusals.problem(asked, say.say("roster.stranger", who.name(), team.name()), "roster" + space(team));
            case Outcome.NotInRoster(var roster) ->
                Refusals.problem(
                        asked,
                        say.say("roster.not.in", who.name(), roster.name()),
                        line("add", who, " to " + Names.quoted(roster.name()) + of));
            case Outcome.NoSuchPlace(var roster) ->
                Refusals.problem(
                        asked,
                        say.say("roster.place", roster.name(), roster.entries().size()),
                        line("move", who, " to 1 in " + Names.quoted(roster.name()) + of));
            case Outcome.WouldBeEmpty(var roster, var rotations) ->
                Refusals.problem(
                        asked,
                        say.say("roster.empty", roster.name(), String.join(", ", rotations)),
                        "roster add @dana to " + Names.quoted(roster.name()) + of);
            case Outcome.FileOwned(var roster) ->
                Refusals.problem(asked, say.say("roster.file", roster.name(), team.name()), line("out", who, of));
            case Outcome.Refused(var why) -> Refusals.refusedByTeam(asked, why);
        };
    }

    private static Reply done(Asked asked, Outcome.Done done, Responder who, Deed deed, String of) {
        var in = " " + Names.quoted(done.now().name()) + of;
        var undo = switch (deed) {
            case ADD -> line("remove", who, in);
            case REMOVE -> line("add", who, " to " + place(done.before().orElseThrow(), who.id()) + " in" + in);
            case IN -> line("out", who, in);
            case OUT -> line("in", who, in);
            case MOVE -> line("move", who, " to " + place(done.before().orElseThrow(), who.id()) + " in" + in);
        };
        return new Reply.Private(Card.line(
                        Tone.GOOD,
                        asked.changes()
                                .spans("roster.done", List.of(line(asked, done.now())))
                                .toArray(Span[]::new))
                .and(Element.paragraph(asked.changes().say("roster.published")))
                .withButtons(Button.of(asked.changes().say("button.undo"), undo)));
    }

    private static int place(Roster roster, UUID who) {
        return roster.entries().stream().map(Roster.Entry::responderId).toList().indexOf(who) + 1;
    }

    private static Reply noRoster(
            Asked asked, Team team, List<String> names, Command.ChangeRoster change, Responder who) {
        var say = asked.changes();
        var unknown = change.roster()
                .map(name -> say.say("roster.unknown", team.name(), name))
                .orElseGet(() -> say.say("roster.which"));
        var sentence = names.isEmpty() ? unknown : say.say("there.are", unknown, String.join(", ", names));
        var buttons = new ArrayList<Button>();
        names.stream()
                .limit(4)
                .forEach(name -> buttons.add(Button.of(name, line(change, who, name, Names.quoted(team.name())))));
        if (change.deed() == Deed.ADD && change.roster().isPresent())
            buttons.add(Button.of(
                    say.say("roster.button.make", change.roster().get()),
                    line(change, who, change.roster().get(), Names.quoted(team.name())) + " new"));
        return Refusals.problem(
                asked,
                sentence,
                line(change, who, names.isEmpty() ? "main" : names.getFirst(), Names.quoted(team.name())),
                buttons.toArray(Button[]::new));
    }

    private static String line(Command.ChangeRoster change, Responder who, String roster, String team) {
        var place = change.deed() == Deed.MOVE ? " to " + change.place() + " in" : "";
        return line(change.deed().word(), who, place + " " + Names.quoted(roster) + " of " + team);
    }

    private static String line(String deed, Responder who, String rest) {
        return "roster " + deed + " " + Names.quoted(who.name()) + rest;
    }

    private static String space(Team team) {
        return " " + Names.quoted(team.name());
    }
}
