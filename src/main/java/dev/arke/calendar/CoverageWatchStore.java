package dev.arke.calendar;

import static dev.arke.database.generated.Tables.COVERAGE_WATCH;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** When each team's calendar is looked over next, and what of it is known already. */
public final class CoverageWatchStore {
    private final DSLContext dsl;

    /** {@code told}: the keys of what was found at the last look; empty before the first. */
    public record Watch(UUID teamId, Instant dueAt, Instant digestAt, Optional<Set<String>> told) {}

    public CoverageWatchStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    public Set<UUID> teams() {
        return dsl.select(COVERAGE_WATCH.TEAM_ID).from(COVERAGE_WATCH).fetchSet(COVERAGE_WATCH.TEAM_ID);
    }

    public void add(UUID teamId, Instant dueAt, Instant digestAt) {
        dsl.insertInto(COVERAGE_WATCH)
                .set(COVERAGE_WATCH.TEAM_ID, teamId)
                .set(COVERAGE_WATCH.DUE_AT, dueAt)
                .set(COVERAGE_WATCH.DIGEST_AT, digestAt)
                .execute();
    }

    /** The calendars of these teams have changed; also those due already, so that a look under way does not swallow it. */
    public void want(Collection<UUID> teamIds, Instant now) {
        if (teamIds.isEmpty()) return;
        dsl.update(COVERAGE_WATCH)
                .set(COVERAGE_WATCH.DUE_AT, now)
                .where(COVERAGE_WATCH.TEAM_ID.in(teamIds))
                .execute();
    }

    /** The most overdue first. */
    public List<Watch> due(Instant now, int limit) {
        return dsl.selectFrom(COVERAGE_WATCH)
                .where(COVERAGE_WATCH.DUE_AT.le(now))
                .orderBy(COVERAGE_WATCH.DUE_AT)
                .limit(limit)
                .fetch(row -> new Watch(
                        row.get(COVERAGE_WATCH.TEAM_ID),
                        row.get(COVERAGE_WATCH.DUE_AT),
                        row.get(COVERAGE_WATCH.DIGEST_AT),
                        Optional.ofNullable(row.get(COVERAGE_WATCH.TOLD))
                                .map(told -> told.lines().collect(Collectors.toUnmodifiableSet()))));
    }

    /** Whether it was this one that took it, and not another node. */
    public boolean claim(Watch watch, Instant until) {
        return dsl.update(COVERAGE_WATCH)
                        .set(COVERAGE_WATCH.DUE_AT, until)
                        .where(COVERAGE_WATCH.TEAM_ID.eq(watch.teamId()))
                        .and(COVERAGE_WATCH.DUE_AT.eq(watch.dueAt()))
                        .execute()
                == 1;
    }

    public void looked(UUID teamId, Instant digestAt, Collection<String> told) {
        dsl.update(COVERAGE_WATCH)
                .set(COVERAGE_WATCH.DIGEST_AT, digestAt)
                .set(COVERAGE_WATCH.TOLD, String.join("\n", told))
                .where(COVERAGE_WATCH.TEAM_ID.eq(teamId))
                .execute();
    }
}
