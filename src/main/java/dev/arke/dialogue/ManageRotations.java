package dev.arke.dialogue;

import dev.arke.calendar.Rotation;
import dev.arke.card.Reply;
import dev.arke.chat.Command;
import dev.arke.chat.Names;
import dev.arke.chat.Parsed.FormWanted;
import dev.arke.chat.RotationWords;
import dev.arke.engine.calendar.CalendarUseCases;
import dev.arke.engine.calendar.ChangeRotations;
import dev.arke.engine.calendar.ChangeRotations.Outcome;
import dev.arke.engine.people.Standings;
import dev.arke.responder.Act;
import dev.arke.responder.Team;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@code rotation show, add, edit, remove, pause, resume} and {@code refill}. */
final class ManageRotations {
    private final CalendarUseCases calendar;

    ManageRotations(CalendarUseCases calendar) {
        this.calendar = calendar;
    }

    Reply answer(Asked asked, Command.ShowRotation show) {
        return FindTeam.then(asked, show.team(), team -> line("show", show.name(), team), team -> {
            var found = calendar.explain().rotation(team.id(), show.name());
            var replies = new RotationReplies(asked, team, show.name());
            return found.map(replies::shown)
                    .orElseGet(() -> replies.unknown(calendar.explain().rotations(team.id()).stream()
                            .map(Rotation::name)
                            .toList()));
        });
    }

    Reply answer(Asked asked, Command.ChangeRotation change) {
        var verb = change.isNew() ? "add" : "edit";
        return FindTeam.then(asked, change.team(), team -> line(verb, change.name(), team), team -> {
            // A form does not know whether there is one of this name already; its preview tells.
            var isThere = calendar.explain().rotation(team.id(), change.name()).isPresent();
            boolean isNew = change.isPreview() ? !isThere : change.isNew();
            var use = calendar.changeRotations();
            var outcome = isNew
                    ? use.add(asked.by(), team.id(), change.name(), change.change(), change.isPreview())
                    : use.edit(asked.by(), team.id(), change.name(), change.change(), change.isPreview());
            return reply(asked, team, change.name(), outcome);
        });
    }

    Reply answer(Asked asked, Command.RemoveRotation remove) {
        return FindTeam.then(
                asked,
                remove.team(),
                team -> line("remove", remove.name(), team),
                team -> reply(
                        asked,
                        team,
                        remove.name(),
                        calendar.changeRotations().remove(asked.by(), team.id(), remove.name(), remove.isConfirmed())));
    }

    Reply answer(Asked asked, Command.RefillRotation refill) {
        return FindTeam.then(
                asked,
                refill.team(),
                team -> line("refill", refill.name(), team),
                team -> reply(
                        asked,
                        team,
                        refill.name(),
                        calendar.changeRotations().refill(asked.by(), team.id(), refill.name(), refill.isConfirmed())));
    }

    Reply answer(Asked asked, Command.PauseRotation pause) {
        return FindTeam.then(
                asked,
                pause.team(),
                team -> line(pause.isPaused() ? "pause" : "resume", pause.name(), team),
                team -> reply(
                        asked,
                        team,
                        pause.name(),
                        calendar.changeRotations().pause(asked.by(), team.id(), pause.name(), pause.isPaused())));
    }

    private static Reply reply(Asked asked, Team team, String name, Outcome outcome) {
        return new RotationReplies(asked, team, name).of(outcome);
    }

    private static String line(String verb, String name, String team) {
        return "rotation " + verb + " " + Names.quoted(name) + " of " + team;
    }

    /** The form of a rotation that is there begins with how it is; a reply instead where it cannot be changed here. */
    Optional<Reply> insteadOfForm(Asked asked, FormWanted wanted) {
        return refusal(asked).or(() -> changeable(asked, wanted));
    }

    /** Of who may not change the team's rotations and rosters. */
    static Optional<Reply> refusal(Asked asked) {
        return soleTeam(asked)
                .flatMap(team ->
                        Standings.refusal(asked.actor(), Optional.of(team.id()), Act.CHANGE_TEAM, asked.directory()))
                .map(why -> Refusals.refusedByTeam(asked, why));
    }

    private Optional<Reply> changeable(Asked asked, FormWanted wanted) {
        return edited(wanted)
                .flatMap(name -> soleTeam(asked).flatMap(team -> {
                    var found = calendar.explain().rotation(team.id(), name);
                    var replies = new RotationReplies(asked, team, name);
                    if (found.isEmpty())
                        return Optional.of(replies.unknown(calendar.explain().rotations(team.id()).stream()
                                .map(Rotation::name)
                                .toList()));
                    return found.get().isFileOwned() ? Optional.of(replies.fileOwned()) : Optional.empty();
                }));
    }

    FormWanted filled(Asked asked, FormWanted wanted) {
        var given = new HashMap<>(wanted.given());
        edited(wanted)
                .flatMap(name ->
                        soleTeam(asked).flatMap(team -> calendar.explain().rotation(team.id(), name)))
                .ifPresent(found -> given.putAll(fields(found.named())));
        return new FormWanted(wanted.verb(), given);
    }

    private static Optional<String> edited(FormWanted wanted) {
        var isNew = !wanted.given().getOrDefault(FormWanted.NEW, "").isEmpty();
        return Optional.ofNullable(wanted.given().get(FormWanted.TARGET)).filter(name -> !isNew && !name.isEmpty());
    }

    private static Optional<Team> soleTeam(Asked asked) {
        var teams = asked.teams().isEmpty() ? asked.directory().teams() : asked.teams();
        return teams.size() == 1 ? Optional.of(teams.getFirst()) : Optional.empty();
    }

    private static Map<String, String> fields(ChangeRotations.Named named) {
        return RotationWords.byField(named.rotation(), named.roster());
    }
}
