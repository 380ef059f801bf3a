package dev.arke.engine.calendar;

import dev.arke.calendar.CalendarChange;
import dev.arke.calendar.Interval;
import dev.arke.calendar.Provenance;
import dev.arke.calendar.Role;
import dev.arke.calendar.Shift;
import dev.arke.calendar.ShiftDiff;
import dev.arke.card.Phrases;
import dev.arke.chat.ChangeWords;
import dev.arke.chat.NoticePhrases;
import dev.arke.engine.people.Directory;
import dev.arke.responder.Actor;
import dev.arke.responder.AuditStore;
import dev.arke.responder.By;
import dev.arke.responder.Responder;
import dev.arke.responder.Team;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What every change of a calendar leaves besides the shifts: an audit entry, a public line, a word to those concerned. */
final class WriteCalendar {
    private final CalendarUseCases.Needs needs;
    private final CalendarNotices notices;

    WriteCalendar(CalendarUseCases.Needs needs, CalendarNotices notices) {
        this.needs = needs;
        this.notices = notices;
    }

    /** Carries a difference out; what shows who is on call follows. */
    void apply(ShiftDiff diff, Instant now) {
        needs.shifts().apply(diff, now);
        needs.rotations().fillHelpersSoon(diff.teams(), now);
        needs.syncs().wantAll(now);
        needs.coverage().want(diff.teams(), now);
    }

    void audit(By by, String verb, String subject, boolean allowed, Instant now) {
        needs.audit().append(List.of(AuditStore.AuditEntry.of(needs.ids().next(), now, by, verb, subject, allowed)));
    }

    void covered(Actor actor, Role.Duty duty, List<Shift> pieces, Directory directory, Instant now) {
        var team = directory.team(pieces.getFirst().teamId());
        Function<Phrases, String> words = say -> ChangeWords.covered(
                duty, pieces, team, id -> directory.responder(id).name(), actor.label(), say);
        notices.toTeam(team, words.apply(NoticePhrases.of(team)), now);
        notices.tell(concerned(pieces, actor), words, directory, now);
    }

    void away(Actor actor, Responder who, List<Team> teams, Interval interval, Directory directory, Instant now) {
        tell(actor, who, teams, say -> ChangeWords.away(who.name(), interval, actor.label(), say), directory, now);
    }

    /** From a calendar that is kept elsewhere; whose it is hears more of it. */
    void imported(Responder who, List<Team> teams, ShiftDiff diff, Instant now) {
        for (var team : teams)
            notices.toTeam(team, ChangeWords.imported(who.name(), diff, NoticePhrases.of(team)), now);
    }

    void back(Actor actor, Responder who, List<Team> teams, Directory directory, Instant now) {
        tell(actor, who, teams, say -> ChangeWords.back(who.name(), actor.label(), say), directory, now);
    }

    private void tell(
            Actor actor,
            Responder who,
            List<Team> teams,
            Function<Phrases, String> words,
            Directory directory,
            Instant now) {
        for (var team : teams) notices.toTeam(team, words.apply(NoticePhrases.of(team)), now);
        if (!(actor instanceof Actor.Person person) || !person.id().equals(who.id()))
            notices.tell(List.of(who.id()), words, directory, now);
    }

    void undone(Actor actor, CalendarChange change, Directory directory, Instant now) {
        var team = directory.team(change.teamId());
        var pieces = ofChange(change);
        Function<Phrases, String> words = say -> ChangeWords.undone(
                pieces, isOfAbsence(change), team, id -> directory.responder(id).name(), actor.label(), say);
        notices.toTeam(team, words.apply(NoticePhrases.of(team)), now);
        notices.tell(concerned(left(change), actor), words, directory, now);
    }

    void byHand(Actor actor, UUID who, Team team, Function<Phrases, String> words, Directory directory, Instant now) {
        notices.toTeam(team, words.apply(NoticePhrases.of(team)), now);
        if (!(actor instanceof Actor.Person person) || !person.id().equals(who))
            notices.tell(List.of(who), words, directory, now);
    }

    private static boolean isOfAbsence(CalendarChange change) {
        var diff = change.diff();
        return Stream.of(
                        diff.added(),
                        diff.removed(),
                        diff.moved().stream().map(ShiftDiff.Move::after).toList())
                .flatMap(List::stream)
                .allMatch(shift -> shift.role() instanceof Role.Absence);
    }

    /** What a change put there that was not this person's before, in order of time. */
    private static List<Shift> ofChange(CalendarChange change) {
        var kept = change.diff().moved().stream()
                .filter(move -> move.before().responder().equals(move.after().responder()))
                .map(ShiftDiff.Move::after)
                .collect(Collectors.toSet());
        return left(change).stream().filter(shift -> !kept.contains(shift)).toList();
    }

    /** What bears the mark of a change, in order of time. */
    private static List<Shift> left(CalendarChange change) {
        return Stream.concat(
                        change.diff().added().stream(),
                        change.diff().moved().stream().map(ShiftDiff.Move::after))
                .filter(shift -> shift.provenance() instanceof Provenance.Edited edited
                        && edited.change().filter(change.id()::equals).isPresent())
                .sorted((one, other) ->
                        one.interval().start().compareTo(other.interval().start()))
                .toList();
    }

    /** Who stands and who stood there, but for the one who did it. */
    private static Set<UUID> concerned(List<Shift> pieces, Actor actor) {
        var people = new HashSet<UUID>();
        for (var piece : pieces) {
            piece.responder().ifPresent(people::add);
            if (piece.provenance() instanceof Provenance.Edited edited)
                edited.insteadOf().ifPresent(people::add);
        }
        if (actor instanceof Actor.Person person) people.remove(person.id());
        return people;
    }
}
