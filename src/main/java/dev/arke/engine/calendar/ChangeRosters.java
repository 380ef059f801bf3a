package dev.arke.engine.calendar;

import dev.arke.calendar.StoredRotation;
import dev.arke.engine.people.ByName;
import dev.arke.engine.people.Directory;
import dev.arke.responder.By;
import dev.arke.responder.Refusal;
import dev.arke.responder.Roster;
import dev.arke.responder.Team;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Puts people into a team's roster, takes them out, moves them, and says who takes turns at present. Who is in a roster of
 * the team file is the file's to say; who takes turns never is.
 */
public final class ChangeRosters {
    /** What somebody wants. */
    public sealed interface Wish {
        /** {@code isNew}: makes the roster where there is none of that name; {@code place} 0 is the end. */
        record Add(boolean isNew, int place) implements Wish {}

        record Remove() implements Wish {}

        /** {@code place} counts from 1. */
        record MoveTo(int place) implements Wish {}

        /** Takes turns again, or for the time being none. */
        record TakeTurns(boolean does) implements Wish {}
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** {@code before}: without it the roster is new. */
        record Done(Optional<Roster> before, Roster now) implements Outcome {}

        /** It is so already. */
        record IsSo(Roster roster) implements Outcome {}

        record NoRoster(List<String> names) implements Outcome {}

        record NotInTeam() implements Outcome {}

        record NotInRoster(Roster roster) implements Outcome {}

        record NoSuchPlace(Roster roster) implements Outcome {}

        /** Then nobody would be left to take turns in these rotations. */
        record WouldBeEmpty(Roster roster, List<String> rotations) implements Outcome {}

        record FileOwned(Roster roster) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }

    private final CalendarUseCases.Needs needs;
    private final AsTeamAdmin asAdmin;
    private final CalendarNotices notices;

    ChangeRosters(CalendarUseCases.Needs needs, WriteCalendar write, CalendarNotices notices) {
        this.needs = needs;
        asAdmin = new AsTeamAdmin(needs, write);
        this.notices = notices;
    }

    private record Case(By by, Team team, UUID who, Wish wish, Directory directory, Instant now) {}

    /** {@code name}: of the roster; without it the team's only one, or the only one with this person in it. */
    public Outcome change(By by, UUID teamId, Optional<String> name, UUID who, Wish wish) {
        return asAdmin.within(by, teamId, "roster", Outcome.Refused::new, allowed -> {
            var one = new Case(by, allowed.team(), who, wish, allowed.directory(), allowed.now());
            return find(one, name).map(roster -> change(one, roster)).orElseGet(() -> fresh(one, name));
        });
    }

    private static Optional<Roster> find(Case one, Optional<String> name) {
        var rosters = one.team().rosters();
        if (name.isPresent())
            return rosters.stream()
                    .filter(roster -> ByName.plain(roster.name()).equals(ByName.plain(name.get())))
                    .findFirst();
        if (rosters.size() == 1) return Optional.of(rosters.getFirst());
        var theirs = rosters.stream().filter(roster -> isIn(roster, one.who())).toList();
        return theirs.size() == 1 ? Optional.of(theirs.getFirst()) : Optional.empty();
    }

    private Outcome fresh(Case one, Optional<String> name) {
        if (!(one.wish() instanceof Wish.Add(var isNew, var ignored)) || !isNew || name.isEmpty())
            return new Outcome.NoRoster(
                    one.team().rosters().stream().map(Roster::name).sorted().toList());
        if (!one.team().members().contains(one.who())) return new Outcome.NotInTeam();
        var entries = List.of(new Roster.Entry(one.who(), true));
        return save(
                one, Optional.empty(), new Roster(needs.ids().next(), name.get().strip(), entries, false));
    }

    private Outcome change(Case one, Roster roster) {
        if (roster.fileOwned() && !(one.wish() instanceof Wish.TakeTurns)) return new Outcome.FileOwned(roster);
        if (!one.team().members().contains(one.who())) return new Outcome.NotInTeam();
        var isIn = isIn(roster, one.who());
        if (one.wish() instanceof Wish.Add && isIn) return new Outcome.IsSo(roster);
        if (!(one.wish() instanceof Wish.Add) && !isIn) return new Outcome.NotInRoster(roster);
        if (one.wish() instanceof Wish.MoveTo(var place)
                && (place < 1 || place > roster.entries().size())) return new Outcome.NoSuchPlace(roster);
        var changed = new Roster(roster.id(), roster.name(), entries(one, roster), roster.fileOwned());
        if (changed.equals(roster)) return new Outcome.IsSo(roster);
        var left = rotationsOf(one, roster);
        if (!left.isEmpty() && hadTurns(roster) && !hadTurns(changed)) return new Outcome.WouldBeEmpty(roster, left);
        return save(one, Optional.of(roster), changed);
    }

    private static List<Roster.Entry> entries(Case one, Roster roster) {
        var entries = new ArrayList<>(roster.entries());
        var present = entries.stream()
                .filter(entry -> entry.responderId().equals(one.who()))
                .findFirst()
                .orElse(new Roster.Entry(one.who(), true));
        switch (one.wish()) {
            case Wish.Add(var ignored, var place) ->
                entries.add(place < 1 || place > entries.size() ? entries.size() : place - 1, present);
            case Wish.Remove ignored -> entries.remove(present);
            case Wish.MoveTo(var place) -> {
                entries.remove(present);
                entries.add(place - 1, present);
            }
            case Wish.TakeTurns(var does) -> entries.set(entries.indexOf(present), new Roster.Entry(one.who(), does));
        }
        return entries;
    }

    private static boolean isIn(Roster roster, UUID who) {
        return roster.entries().stream().anyMatch(entry -> entry.responderId().equals(who));
    }

    private static boolean hadTurns(Roster roster) {
        return roster.entries().stream().anyMatch(Roster.Entry::inRotation);
    }

    private List<String> rotationsOf(Case one, Roster roster) {
        return needs.rotations().ofTeam(one.team().id()).stream()
                .filter(stored -> stored.rosterId().equals(roster.id()))
                .map(StoredRotation::rotation)
                .map(rotation -> rotation.name())
                .toList();
    }

    private Outcome save(Case one, Optional<Roster> before, Roster now) {
        var rosters = new ArrayList<>(one.team().rosters());
        rosters.removeIf(roster -> roster.id().equals(now.id()));
        rosters.add(now);
        needs.teams().save(List.of(one.team().with(rosters)));
        needs.version().raise();
        needs.rotations().fillSoonFrom(now.id(), one.now());
        var who = one.directory().responder(one.who()).name();
        notices.toTeam(one.team(), words(one, who, now), one.now());
        return new Outcome.Done(before, now);
    }

    private static String words(Case one, String who, Roster roster) {
        var in = "roster " + roster.name() + " of " + one.team().name();
        var what = switch (one.wish()) {
            case Wish.Add ignored -> who + " is in " + in + " now.";
            case Wish.Remove ignored -> who + " is not in " + in + " any more.";
            case Wish.MoveTo(var place) -> who + " has place " + place + " in " + in + " now.";
            case Wish.TakeTurns(var does) ->
                who + (does ? " takes turns in " : " takes no turns for the time being in ") + in + ".";
        };
        var by = one.by().actor().label();
        return what + (who.equals(by) ? "" : " " + by + " changed it.");
    }
}
