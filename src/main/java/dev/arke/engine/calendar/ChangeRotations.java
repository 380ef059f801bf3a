package dev.arke.engine.calendar;

import dev.arke.calendar.CalendarChange;
import dev.arke.calendar.Refilling;
import dev.arke.calendar.Rotation;
import dev.arke.calendar.RotationChange;
import dev.arke.calendar.Shift;
import dev.arke.calendar.ShiftDiff;
import dev.arke.calendar.StoredRotation;
import dev.arke.chat.RotationWords;
import dev.arke.engine.calendar.AsTeamAdmin.Allowed;
import dev.arke.engine.people.ByName;
import dev.arke.engine.people.Directory;
import dev.arke.responder.By;
import dev.arke.responder.Refusal;
import dev.arke.responder.Roster;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Makes, changes, pauses, fills anew and removes a team's rotations; those of the team file are left to the file. */
public final class ChangeRotations {
    /** What came of it. */
    public sealed interface Outcome {
        /** How it would be; nothing was changed. {@code coming}: its shifts then, in order of time. */
        record Preview(Named named, boolean isNew, List<Shift> coming) implements Outcome {}

        /** Made, or changed: then {@code before} is how it was. */
        record Saved(Optional<Named> before, Named now, List<Shift> coming) implements Outcome {}

        record Paused(Rotation rotation) implements Outcome {}

        record Resumed(Rotation rotation) implements Outcome {}

        /** To be confirmed: these planned shifts would go, and work by hand would stay. */
        record WouldRemove(Rotation rotation, List<Shift> planned) implements Outcome {}

        record Removed(Named before, int shifts) implements Outcome {}

        /** To be confirmed. */
        record WouldRefill(Rotation rotation, ShiftDiff diff) implements Outcome {}

        record Refilled(Rotation rotation, CalendarChange change) implements Outcome {}

        /** Chosen anew everybody would have what they have. */
        record SameAgain(Rotation rotation) implements Outcome {}

        record IsSo(Rotation rotation) implements Outcome {}

        /** None is called so; {@code names} are those of the team. */
        record Unknown(List<String> names) implements Outcome {}

        record NameTaken(Rotation rotation) implements Outcome {}

        record NoRoster(List<String> names) implements Outcome {}

        /** Nobody in it takes turns. */
        record EmptyRoster(String roster) implements Outcome {}

        /** Fields that a new one needs. */
        record Missing(List<String> fields) implements Outcome {}

        /** The dates leave no time at all. */
        record NeverActive() implements Outcome {}

        record FileOwned(Rotation rotation) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }

    /** A rotation with the name of its roster. */
    public record Named(Rotation rotation, String roster) {}

    private final CalendarUseCases.Needs needs;
    private final WriteCalendar write;
    private final CalendarNotices notices;
    private final FillRotations fill;
    private final PlanFilling plan;
    private final AsTeamAdmin asAdmin;

    ChangeRotations(CalendarUseCases.Needs needs, WriteCalendar write, CalendarNotices notices, FillRotations fill) {
        this.needs = needs;
        this.write = write;
        this.notices = notices;
        this.fill = fill;
        plan = new PlanFilling(needs);
        asAdmin = new AsTeamAdmin(needs, write);
    }

    private interface OnOne {
        Outcome of(Allowed one, StoredRotation stored);
    }

    /** {@code isPreview}: says how it would be and changes nothing. */
    public Outcome add(By by, UUID teamId, String name, RotationChange said, boolean isPreview) {
        return within(by, teamId, "rotation add", one -> {
            var taken = find(one, name);
            if (taken.isPresent()) return new Outcome.NameTaken(taken.get().rotation());
            if (!said.missing().isEmpty()) return new Outcome.Missing(said.missing());
            var roster = roster(one, said.roster().orElseThrow());
            if (roster.isEmpty()) return noRoster(one);
            var people = people(roster.get(), one.directory());
            var made = said.make(
                    needs.ids().next(), name, teamId, people, one.team().zone());
            return save(one, Optional.empty(), made, roster.get(), isPreview);
        });
    }

    /** As {@link #add}, of one that is there. */
    public Outcome edit(By by, UUID teamId, String name, RotationChange said, boolean isPreview) {
        return onOwn(by, teamId, name, "rotation edit", (one, stored) -> {
            var roster = said.roster()
                    .map(wanted -> roster(one, wanted))
                    .orElseGet(() -> one.team().rosters().stream()
                            .filter(present -> present.id().equals(stored.rosterId()))
                            .findFirst());
            if (roster.isEmpty()) return noRoster(one);
            var changed = said.on(stored.rotation(), people(roster.get(), one.directory()));
            var isSame = changed.equals(stored.rotation()) && roster.get().id().equals(stored.rosterId());
            if (isSame) return new Outcome.IsSo(changed);
            return save(one, Optional.of(stored), changed, roster.get(), isPreview);
        });
    }

    private Outcome save(
            Allowed one, Optional<StoredRotation> before, Rotation rotation, Roster roster, boolean isPreview) {
        if (rotation.roster().isEmpty()) return new Outcome.EmptyRoster(roster.name());
        var when = rotation.recurrence();
        if (when.activeFrom().isPresent()
                && when.activeUntil()
                        .filter(until -> !until.isAfter(when.activeFrom().get()))
                        .isPresent()) return new Outcome.NeverActive();
        var diff = plan.fill(rotation, one.now());
        var coming = plan.after(rotation, diff, one.now());
        if (isPreview) return new Outcome.Preview(new Named(rotation, roster.name()), before.isEmpty(), coming);
        needs.rotations().save(List.of(new StoredRotation(rotation, roster.id(), false)), one.now());
        fill.fill(rotation, one.now());
        var now = new Named(rotation, roster.name());
        var was = before.map(stored -> named(one, stored));
        say(one, RotationWords.saved(was.isPresent(), rotation, roster.name(), label(one)));
        return new Outcome.Saved(was, now, coming);
    }

    /** Of a paused one nothing is planned and nothing is taken back; resumed it is filled at once. */
    public Outcome pause(By by, UUID teamId, String name, boolean isPaused) {
        return onOwn(by, teamId, name, isPaused ? "rotation pause" : "rotation resume", (one, stored) -> {
            var was = stored.rotation();
            if (was.paused() == isPaused) return new Outcome.IsSo(was);
            var changed = was.paused(isPaused);
            needs.rotations().save(List.of(new StoredRotation(changed, stored.rosterId(), false)), one.now());
            if (!isPaused) fill.fill(changed, one.now());
            say(one, RotationWords.paused(changed, label(one)));
            return isPaused ? new Outcome.Paused(changed) : new Outcome.Resumed(changed);
        });
    }

    /** Without {@code isConfirmed}: says what would go. */
    public Outcome remove(By by, UUID teamId, String name, boolean isConfirmed) {
        return onOwn(by, teamId, name, "rotation remove", (one, stored) -> {
            var id = stored.rotation().id();
            var planned = Refilling.toCome(needs.shifts().ofRotation(id, one.now()), one.now()).stream()
                    .filter(shift -> !shift.isGap())
                    .toList();
            if (!isConfirmed) return new Outcome.WouldRemove(stored.rotation(), planned);
            var before = named(one, stored);
            needs.shifts().release(List.of(id), one.now().truncatedTo(ChronoUnit.SECONDS));
            needs.rotations().delete(List.of(id));
            needs.syncs().wantAll(one.now());
            say(one, RotationWords.removed(stored.rotation(), label(one)));
            return new Outcome.Removed(before, planned.size());
        });
    }

    /** Also of one in the team file: shifts are never the file's. Without {@code isConfirmed}: says what would change. */
    public Outcome refill(By by, UUID teamId, String name, boolean isConfirmed) {
        return on(by, teamId, name, "rotation refill", (one, stored) -> {
            var rotation = stored.rotation();
            var diff = plan.refill(rotation, one.now());
            if (diff.isEmpty()) return new Outcome.SameAgain(rotation);
            if (!isConfirmed) return new Outcome.WouldRefill(rotation, diff);
            var change = new CalendarChange(
                    needs.ids().next(), teamId, by.actor().word(), one.now(), diff, Optional.empty());
            write.apply(diff, one.now());
            needs.changes().insert(change);
            say(one, RotationWords.refilled(rotation, diff, label(one)));
            return new Outcome.Refilled(rotation, change);
        });
    }

    private Outcome onOwn(By by, UUID teamId, String name, String verb, OnOne work) {
        return on(
                by,
                teamId,
                name,
                verb,
                (one, stored) -> stored.fileOwned() ? new Outcome.FileOwned(stored.rotation()) : work.of(one, stored));
    }

    private Outcome on(By by, UUID teamId, String name, String verb, OnOne work) {
        return within(
                by,
                teamId,
                verb,
                one -> find(one, name)
                        .map(stored -> work.of(one, stored))
                        .orElseGet(() -> new Outcome.Unknown(needs.rotations().ofTeam(teamId).stream()
                                .map(stored -> stored.rotation().name())
                                .toList())));
    }

    private Outcome within(By by, UUID teamId, String verb, Function<Allowed, Outcome> work) {
        return asAdmin.within(by, teamId, verb, Outcome.Refused::new, work);
    }

    private Optional<StoredRotation> find(Allowed one, String name) {
        return needs.rotations().ofTeam(one.team().id()).stream()
                .filter(stored -> ByName.plain(stored.rotation().name()).equals(ByName.plain(name)))
                .findFirst();
    }

    private static Optional<Roster> roster(Allowed one, String name) {
        return one.team().rosters().stream()
                .filter(roster -> ByName.plain(roster.name()).equals(ByName.plain(name)))
                .findFirst();
    }

    private static Outcome noRoster(Allowed one) {
        return new Outcome.NoRoster(
                one.team().rosters().stream().map(Roster::name).sorted().toList());
    }

    private static Named named(Allowed one, StoredRotation stored) {
        return new Named(
                stored.rotation(),
                one.team().rosters().stream()
                        .filter(roster -> roster.id().equals(stored.rosterId()))
                        .map(Roster::name)
                        .findFirst()
                        .orElse(""));
    }

    /** Those who take turns. */
    private static List<UUID> people(Roster roster, Directory directory) {
        return roster.entries().stream()
                .filter(Roster.Entry::inRotation)
                .map(Roster.Entry::responderId)
                .filter(id -> directory.responder(id).active())
                .toList();
    }

    private void say(Allowed one, String words) {
        notices.toTeam(one.team(), words, one.now());
    }

    private static String label(Allowed one) {
        return one.by().actor().label();
    }
}
