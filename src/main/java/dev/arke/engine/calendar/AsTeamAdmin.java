package dev.arke.engine.calendar;

import dev.arke.database.Durability;
import dev.arke.engine.people.Directory;
import dev.arke.engine.people.Standings;
import dev.arke.responder.Act;
import dev.arke.responder.By;
import dev.arke.responder.Refusal;
import dev.arke.responder.Team;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Units in which an admin changes what a team file may change too: under the same locks, in its order, and audited. */
final class AsTeamAdmin {
    private final CalendarUseCases.Needs needs;
    private final WriteCalendar write;

    AsTeamAdmin(CalendarUseCases.Needs needs, WriteCalendar write) {
        this.needs = needs;
        this.write = write;
    }

    /** Who may change which team, as it is under its lock. */
    record Allowed(By by, Team team, Directory directory, Instant now) {}

    <T> T within(By by, UUID teamId, String verb, Function<Refusal, T> refused, Function<Allowed, T> work) {
        return needs.transactions().write(Durability.SYNCED, () -> {
            needs.version().lock();
            needs.rotations().lockCalendars(List.of(teamId));
            var directory = needs.directory().current();
            var now = needs.clock().instant();
            var team = directory.team(teamId);
            var refusal = Standings.refusal(by.actor(), Optional.of(teamId), Act.CHANGE_TEAM, directory);
            write.audit(by, verb, team.name(), refusal.isEmpty(), now);
            return refusal.map(refused).orElseGet(() -> work.apply(new Allowed(by, team, directory, now)));
        });
    }
}
