package dev.arke.dialogue;

import dev.arke.calendar.Covering;
import dev.arke.card.Reply;
import dev.arke.chat.Command;
import dev.arke.chat.Names;
import dev.arke.chat.Parsed.FormWanted;
import dev.arke.chat.Reference;
import dev.arke.engine.calendar.CalendarUseCases;
import dev.arke.engine.calendar.CoverShifts;
import dev.arke.engine.calendar.EditShifts;
import dev.arke.responder.Responder;
import dev.arke.responder.Team;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** {@code override}, {@code cover}, {@code take} and {@code undo}. */
final class ChangeCalendar {
    private static final List<Named.Kind> PERSON = List.of(Named.Kind.PERSON);

    private static final Set<String> ANYBODY = Set.of("anybody", "anyone", "somebody", "someone");
    private static final String ROSTER = "roster ";
    private static final UUID NOBODY = new UUID(0, 0);

    private final CalendarUseCases calendar;

    ChangeCalendar(CalendarUseCases calendar) {
        this.calendar = calendar;
    }

    Reply answer(Asked asked, Command.Cover cover) {
        var line = new CoverLine(cover);
        var by = cover.by() instanceof Reference.Name name ? name.name() : "";
        var isRoster = by.toLowerCase(Locale.ROOT).startsWith(ROSTER);
        if (isRoster || ANYBODY.contains(by.toLowerCase(Locale.ROOT))) {
            var roster = isRoster ? Optional.of(by.substring(ROSTER.length())) : Optional.<String>empty();
            return person(
                    asked,
                    cover.insteadOf().orElse(new Reference.Name("me")),
                    line::insteadOf,
                    whom -> anybody(asked, cover, whom, roster));
        }
        return person(
                asked,
                cover.by(),
                line::by,
                one -> cover.insteadOf()
                        .map(reference -> person(
                                asked, reference, line::insteadOf, whom -> cover(asked, cover, one, Optional.of(whom))))
                        .orElseGet(() -> cover(asked, cover, one, Optional.empty())));
    }

    private Reply cover(Asked asked, Command.Cover cover, Responder by, Optional<Responder> insteadOf) {
        var line = new CoverLine(cover);
        var concerned = insteadOf.map(Responder::id).orElse(by.id());
        return FindTeam.then(
                asked,
                cover.of().team(),
                teamsOf(asked, concerned),
                line::team,
                team -> cover(
                        asked,
                        team,
                        new Covering.Wanted(
                                by.id(),
                                insteadOf.map(Responder::id),
                                cover.of().duty(),
                                cover.from(),
                                cover.to(),
                                cover.turn()),
                        cover.anyway(),
                        line.in(team)));
    }

    private Reply anybody(Asked asked, Command.Cover cover, Responder whom, Optional<String> roster) {
        var line = new CoverLine(cover);
        // Whoever accepts stands there; until then it is nobody.
        var wanted = new Covering.Wanted(
                NOBODY, Optional.of(whom.id()), cover.of().duty(), cover.from(), cover.to(), cover.turn());
        return FindTeam.then(
                asked, cover.of().team(), teamsOf(asked, whom.id()), line::team, team -> switch (calendar.cover()
                        .askAnybody(asked.by(), team.id(), roster, wanted)) {
                    case CoverShifts.Outcome.Asked sent ->
                        RequestReplies.asked(
                                asked,
                                sent.request(),
                                sent.unreached(),
                                calendar.suggest().forRequest(sent.request()));
                    case CoverShifts.Outcome other -> new CoverReplies(asked, team, wanted, line.in(team)).of(other);
                });
    }

    Reply answer(Asked asked, Command.Take take) {
        var cover = new Command.Cover(
                new Reference.Name("me"),
                Optional.empty(),
                asked.now(),
                take.howLong().end(asked.now()),
                false,
                take.of(),
                take.anyway());
        return answer(asked, cover);
    }

    private Reply cover(Asked asked, Team team, Covering.Wanted wanted, boolean anyway, CoverLine line) {
        var outcome = calendar.cover().cover(asked.by(), new CoverShifts.Request(team.id(), wanted, anyway));
        return new CoverReplies(asked, team, wanted, line).of(outcome);
    }

    Reply answer(Asked asked, Command.EditShift edit) {
        var line = "shifts " + edit.deed().word() + " ";
        var then = EditShiftReplies.example(edit.deed());
        return person(
                asked,
                edit.who(),
                name -> line + name + then,
                who -> FindTeam.then(
                        asked,
                        edit.of().team(),
                        teamsOf(asked, who.id()),
                        team -> line + Names.quoted(who.name()) + then + " of " + team,
                        team -> LinkShiftReplies.isMeant(edit)
                                ? new LinkShiftReplies(asked, team, who, edit).of(calendar.linkShifts())
                                : edited(asked, team, who, edit)));
    }

    private Reply edited(Asked asked, Team team, Responder who, Command.EditShift edit) {
        var request = new EditShifts.Request(
                team.id(), who.id(), wish(edit), edit.reason(), edit.alone(), edit.anyway(), Optional.empty());
        return new EditShiftReplies(asked, team, who, edit)
                .of(calendar.editShifts().edit(asked.by(), request));
    }

    /** To change one of the shifts there must be one. */
    Optional<Reply> insteadOfForm(Asked asked, FormWanted wanted) {
        var deed = wanted.given().get(FormWanted.DEED);
        return deed != null && !deed.equals(Command.EditShift.Edit.LINK.word())
                ? new ChangeShiftForms(calendar.turns()).insteadOfForm(asked)
                : Optional.empty();
    }

    private static EditShifts.Wish wish(Command.EditShift edit) {
        return switch (edit.deed()) {
            case ADD ->
                new EditShifts.Wish.Add(
                        edit.of().duty().orElseThrow(),
                        edit.from().orElseThrow(),
                        edit.to().orElseThrow());
            case EDIT ->
                new EditShifts.Wish.Move(
                        edit.of().duty(),
                        edit.at().orElseThrow(),
                        edit.from(),
                        edit.to().orElseThrow());
            case DELETE ->
                new EditShifts.Wish.Remove(edit.of().duty(), edit.at().orElseThrow());
            case LINK, UNLINK -> throw new IllegalStateException("that is no wish of one shift: " + edit.deed());
        };
    }

    private static List<Team> teamsOf(Asked asked, UUID person) {
        return asked.directory().teams().stream()
                .filter(team -> team.members().contains(person))
                .toList();
    }

    private static Reply person(
            Asked asked, Reference reference, UnaryOperator<String> line, Function<Responder, Reply> then) {
        return switch (new Naming(asked).find(reference, PERSON)) {
            case Named.Person person -> then.apply(person.responder());
            case Named.OfTeam team ->
                nobody(asked, asked.changes().say("name.team", team.team().name()), List.of(), line);
            case Named.ServiceNamed service ->
                nobody(
                        asked,
                        asked.changes().say("name.service", service.service().name()),
                        List.of(),
                        line);
            case Named.Unknown unknown -> nobody(asked, unknown.sentence(), unknown.near(), line);
        };
    }

    private static Reply nobody(Asked asked, String sentence, List<String> near, UnaryOperator<String> line) {
        return new FindPeople.Found.Nobody(
                        sentence, near.stream().map(Names::oneLine).toList())
                .reply(asked, line);
    }

    Reply answer(Asked asked, Command.Undo undo) {
        return new UndoReplies(asked).of(calendar.undo().undo(asked.by(), undo.change()));
    }
}
