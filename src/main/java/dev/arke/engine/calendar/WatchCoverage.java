package dev.arke.engine.calendar;

import dev.arke.calendar.CoverageWatchStore.Watch;
import dev.arke.calendar.Finding;
import dev.arke.calendar.LocalTimes;
import dev.arke.calendar.TeamCoverage;
import dev.arke.chat.CoverageCard;
import dev.arke.chat.NoticeWords;
import dev.arke.database.DatabaseUnavailable;
import dev.arke.database.Durability;
import dev.arke.engine.people.Directory;
import dev.arke.responder.Team;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks calendars over: each daily at nine in its team's zone, when the admins hear all that is wrong, and after each
 * change, when they hear what is wrong since then. Gaps are told by the filling, with why. What was wrong when a team
 * was first looked at waits for the daily word.
 */
public final class WatchCoverage {
    private static final Logger LOG = LoggerFactory.getLogger(WatchCoverage.class);
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final int MOST = 100;

    private final CalendarUseCases.Needs needs;
    private final CheckCoverage check;
    private final CalendarNotices notices;

    WatchCoverage(CalendarUseCases.Needs needs, CheckCoverage check, CalendarNotices notices) {
        this.needs = needs;
        this.check = check;
        this.notices = notices;
    }

    /** Answers how many calendars were looked over. One that fails keeps none of the others. */
    public int watchAllDue() {
        addNewTeams();
        int looked = 0;
        for (var watch : needs.transactions()
                .read(() -> needs.coverage().due(needs.clock().instant(), MOST))) if (look(watch)) looked++;
        return looked;
    }

    private void addNewTeams() {
        if (needs.transactions().read(this::newTeams).isEmpty()) return;
        needs.transactions().writeOverRivals(Durability.RELAXED, () -> {
            var now = needs.clock().instant();
            newTeams().forEach(team -> needs.coverage().add(team.id(), now, morningAfter(now, team)));
            return Boolean.TRUE;
        });
    }

    private List<Team> newTeams() {
        var known = needs.coverage().teams();
        return needs.directory().current().teams().stream()
                .filter(team -> !known.contains(team.id()))
                .toList();
    }

    private boolean look(Watch watch) {
        try {
            return needs.transactions().write(Durability.RELAXED, () -> {
                var now = needs.clock().instant();
                var directory = needs.directory().current();
                var team = directory.team(watch.teamId());
                if (!needs.coverage().claim(watch, morningAfter(now, team))) return false;
                if (team.active()) look(watch, team, directory, now);
                return true;
            });
        } catch (DatabaseUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).addKeyValue("team", watch.teamId()).log("a calendar was not looked over");
            return false;
        }
    }

    private void look(Watch watch, Team team, Directory directory, Instant now) {
        var found = check.check(team, directory, now);
        boolean isMorning = !now.isBefore(watch.digestAt());
        var told = isMorning ? found.findings() : since(found, watch.told().orElse(Set.of()));
        if (!told.isEmpty() && (isMorning || watch.told().isPresent())) {
            var part = new TeamCoverage(found.team(), found.during(), told, found.names());
            notices.tellAdmins(
                    team,
                    say -> NoticeWords.of(CoverageCard.told(part, !isMorning, say), say.reader()),
                    directory,
                    now);
        }
        needs.coverage()
                .looked(
                        team.id(),
                        isMorning ? morningAfter(now, team) : watch.digestAt(),
                        found.findings().stream().map(Finding::key).toList());
    }

    /** What goes on beyond what is looked at has another end at each look: the daily word tells of it. */
    private static List<Finding> since(TeamCoverage found, Set<String> known) {
        return found.findings().stream()
                .filter(finding ->
                        finding.interval().end().isBefore(found.during().end()))
                .filter(finding -> !(finding instanceof Finding.Gap) && !known.contains(finding.key()))
                .toList();
    }

    private static Instant morningAfter(Instant now, Team team) {
        var today = now.atZone(team.zone()).toLocalDate();
        var morning = LocalTimes.resolve(today.atTime(MORNING), team.zone());
        return morning.isAfter(now)
                ? morning
                : LocalTimes.resolve(today.plusDays(1).atTime(MORNING), team.zone());
    }
}
