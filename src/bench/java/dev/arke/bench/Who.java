package dev.arke.bench;

import dev.arke.boot.EngineParts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.Random;

/**
 * Who is on call, with 100 shifts for each of 10,000 teams: two duties, a week each, eight weeks ahead and the rest past.
 * LinkedIn reports 99 ms of its Oncall with 100,000 shifts.
 */
final class Who implements Benchmark {
    static final int SHIFTS = 100;
    static final int PEOPLE = 4;
    private static final Goal P99 = new Goal(5, 1, "ms");
    static final String TEAM_FILE = """
        responders: [{name: p1}, {name: p2}, {name: p3}, {name: p4}]
        teams: [{name: team, members: [p1, p2, p3, p4]}]
        """;

    @Override
    public void run(Bench bench) throws Exception {
        int teams = bench.size(10_000, 50);
        bench.report().title("who, " + bench.engine() + ": " + teams * SHIFTS + " shifts of " + teams + " teams");
        try (var opened = bench.databases().fresh();
                var server = new BenchServer(
                        opened.database(), EngineParts.Settings.ONE_BY_ONE, new CountingCarrier(), TEAM_FILE)) {
            try (var connection = BenchDatabase.connect(opened.settings())) {
                fill(connection, opened, teams);
            }
            var who = server.engine().calendar().whoIsOnCall();
            var random = new Random(1);
            var took = new ArrayList<Long>();
            int warm = bench.size(10_000, 100);
            for (int i = 0; i < 2 * warm; i++) {
                var name = "team-" + (1 + random.nextInt(teams));
                long begun = System.nanoTime();
                var answer = who.whoIsOnCall(name, opened.database().clock().instant());
                if (i >= warm) took.add(System.nanoTime() - begun);
                bench.report()
                        .expect(
                                name + ", duties with one person",
                                2,
                                answer.orElseThrow().duties().stream()
                                        .filter(duty -> duty.now().size() == 1)
                                        .count());
            }
            var all = new Percentiles(took);
            bench.report().row("who: p50", Goal.none("ms"), all.millis(0.5));
            bench.report().row("who: p99", P99, all.millis(0.99));
            bench.report().row("who: max", Goal.none("ms"), all.millis(1));
        }
    }

    static void fill(Connection connection, BenchDatabase.Opened opened, int teams) throws SQLException {
        var copies = new Copies(opened.settings(), teams);
        var team = Copies.id("a000", "s.x");
        copies.copy(
                connection,
                "responder",
                "select r.*, row_number() over (order by r.name) as rn from responder r",
                Map.of("id", Copies.id("b000", "{n}"), "name", "'person-' || {n}"));
        copies.copy(
                connection, "team", "select team.*, 1 as rn from team", Map.of("id", team, "name", "'team-' || s.x"));
        var week = "cast((t.x - 1) / 2 as int)";
        var begins = "current_timestamp + (" + week + " - 41) * interval '7' day - interval '3' day";
        Copies.run(
                connection,
                "insert into shift (id, team_id, role, responder_id, starts_at, ends_at, edited) select "
                        + Copies.id("c000", "(s.x * " + SHIFTS + " + t.x)") + ", " + team
                        + ", case when mod(t.x, 2) = 0 then 'primary' else 'secondary' end, "
                        + Copies.id("b000", "(mod(" + week + " + t.x, " + PEOPLE + ") * " + teams + " + s.x)") + ", "
                        + begins + ", " + begins + " + interval '7' day, true from "
                        + new Copies(opened.settings(), teams).series() + " cross join "
                        + new Copies(opened.settings(), SHIFTS).series().replace(" s", " t"));
        Copies.run(connection, "update directory_version set version = version + 1");
        Copies.run(connection, "analyze");
    }
}
