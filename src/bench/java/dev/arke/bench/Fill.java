package dev.arke.bench;

import dev.arke.boot.EngineParts;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/**
 * Fills the rotations of 10,000 teams of four people for eight weeks, primary and secondary, a week each, by {@code fair};
 * then looks at all of them again, twice: the second time it is known that nothing has changed. Oncall takes about 33 ms for each shift: 70 s for 40 teams and a year.
 */
final class Fill implements Benchmark {
    private static final int ROTATIONS = 2;
    private static final Goal FIRST = new Goal(60, 30, "s");
    private static final Goal AGAIN = new Goal(30, 15, "s");
    private static final Goal NOTHING = new Goal(3, 0.5, "s");
    private static final Goal SHIFT = new Goal(33.0 / 20, 0.3, "ms");
    private static final String TEAM_FILE = """
        responders: [{name: p1}, {name: p2}, {name: p3}, {name: p4}]
        teams:
          - name: team
            time_zone: Europe/Paris
            members: [p1, p2, p3, p4]
            rosters: {main: [p1, p2, p3, p4]}
            rotations:
              - {name: first, role: primary, roster: main, every: 1w, starting: 2026-01-05T09:00, strategy: fair}
              - {name: second, role: secondary, roster: main, every: 1w, starting: 2026-01-05T09:00, strategy: fair}
        """;

    @Override
    public void run(Bench bench) throws Exception {
        int teams = bench.size(10_000, 50);
        bench.report()
                .title("fill, " + bench.engine() + ": " + ROTATIONS + " rotations of each of " + teams + " teams");
        try (var opened = bench.databases().fresh();
                var server = new BenchServer(
                        opened.database(), EngineParts.Settings.ONE_BY_ONE, new CountingCarrier(), TEAM_FILE)) {
            var fill = server.engine().calendar().fill();
            fill.fillAllDue();
            try (var connection = BenchDatabase.connect(opened.settings())) {
                copyTeams(connection, opened, teams);
            }
            var first = timed(bench, opened, "filled for eight weeks", FIRST, fill::fillAllDue, teams * ROTATIONS);
            var shifts = Copies.number(
                    opened.settings(),
                    "select count(*) from shift where responder_id is not null and rotation_id in (select id from"
                            + " rotation where name in ('first', 'second')) and team_id in (select id from team where"
                            + " name <> 'team')");
            bench.report().row("a shift", SHIFT, first.toNanos() / 1e6 / shifts);
            expectWhole(bench, opened, teams);
            timed(bench, opened, "a pass with nothing to do", NOTHING, fill::fillAllDue, 0);
            allAreDue(opened);
            timed(bench, opened, "all looked at again, none changed", AGAIN, fill::fillAllDue, (teams + 1) * ROTATIONS);
            allAreDue(opened);
            timed(bench, opened, "all due, nothing changed since", NOTHING, fill::fillAllDue, (teams + 1) * ROTATIONS);
            bench.report()
                    .expect(
                            "shifts after filling twice",
                            shifts,
                            Copies.number(
                                    opened.settings(),
                                    "select count(*) from shift where responder_id is not null and team_id in (select"
                                            + " id from team where name <> 'team')"));
        }
    }

    private static void allAreDue(BenchDatabase.Opened opened) throws SQLException {
        try (var connection = BenchDatabase.connect(opened.settings())) {
            Copies.run(
                    connection,
                    "update rotation set fill_due_at = current_timestamp where name in ('first', 'second')");
        }
    }

    /** Each team has somebody in both roles at every handoff, and never one in both. */
    private static void expectWhole(Bench bench, BenchDatabase.Opened opened, int teams) throws SQLException {
        bench.report()
                .expect(
                        "gaps",
                        0,
                        Copies.number(opened.settings(), "select count(*) from shift where responder_id is null"));
        bench.report()
                .expect(
                        "teams with eight weeks in both roles",
                        teams,
                        Copies.number(
                                        opened.settings(),
                                        "select count(*) from (select team_id from shift group by team_id having"
                                                + " count(*) >= 16) t")
                                - 1);
        bench.report()
                .expect(
                        "people in two roles at once",
                        0,
                        Copies.number(
                                opened.settings(),
                                "select count(*) from shift a join shift b on a.team_id = b.team_id and a.responder_id"
                                        + " = b.responder_id and a.role < b.role and a.starts_at < b.ends_at and"
                                        + " b.starts_at < a.ends_at"));
    }

    private interface Pass {
        int run();
    }

    private static Duration timed(
            Bench bench, BenchDatabase.Opened opened, String what, Goal goal, Pass pass, int expected) {
        var cpu = cpu();
        var serverCpu = opened.serverCpu().get();
        long begun = System.nanoTime();
        int filled = pass.run();
        var took = Duration.ofNanos(System.nanoTime() - begun);
        bench.report().row(what, goal, took.toMillis() / 1e3);
        bench.report()
                .row(
                        what + ": processor time of Arke",
                        Goal.none("s"),
                        cpu().minus(cpu).toMillis() / 1e3);
        bench.report()
                .row(
                        what + ": processor time of the database server",
                        Goal.none("s"),
                        opened.serverCpu().get().minus(serverCpu).toMillis() / 1e3);
        bench.report().expect(what + ", rotations", expected, filled);
        return took;
    }

    private static Duration cpu() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? Duration.ofNanos(system.getProcessCpuTime())
                : Duration.ZERO;
    }

    private static void copyTeams(Connection connection, BenchDatabase.Opened opened, int teams) throws SQLException {
        var copies = new Copies(opened.settings(), teams);
        var person = Copies.id("b000", "{n}");
        var team = Copies.id("a000", "s.x");
        var roster = Copies.id("e000", "s.x");
        copies.copy(
                connection,
                "responder",
                "select r.*, row_number() over (order by r.name) as rn from responder r",
                Map.of("id", person, "name", "'person-' || {n}"));
        copies.copy(
                connection, "team", "select team.*, 1 as rn from team", Map.of("id", team, "name", "'team-' || s.x"));
        var named = "row_number() over (order by r.name) as rn from ";
        copies.copy(
                connection,
                "team_member",
                "select m.*, " + named + "team_member m join responder r on r.id = m.responder_id",
                Map.of("team_id", team, "responder_id", person));
        copies.copy(
                connection, "roster", "select roster.*, 1 as rn from roster", Map.of("id", roster, "team_id", team));
        copies.copy(
                connection,
                "roster_member",
                "select m.*, " + named + "roster_member m join responder r on r.id = m.responder_id",
                Map.of("roster_id", roster, "responder_id", person));
        copies.copy(
                connection,
                "rotation",
                "select r.*, " + named + "rotation r",
                Map.of(
                        "id",
                        Copies.id("d000", "{n}"),
                        "team_id",
                        team,
                        "roster_id",
                        roster,
                        "fill_due_at",
                        "current_timestamp"));
        Copies.run(connection, "update directory_version set version = version + 1");
        Copies.run(connection, "analyze");
    }
}
