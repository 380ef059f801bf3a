package dev.arke.bench;

import dev.arke.boot.EngineParts;
import dev.arke.calendar.Interval;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;

/** A month of a team's calendar, as its picture, its page and programs read it, out of the shifts of {@link Who}. */
final class Month implements Benchmark {
    private static final Duration LENGTH = Duration.ofDays(31);
    private static final Goal P99 = new Goal(10, 2, "ms");

    @Override
    public void run(Bench bench) throws Exception {
        int teams = bench.size(10_000, 50);
        bench.report()
                .title("a month of a team, " + bench.engine() + ": " + teams * Who.SHIFTS + " shifts of " + teams
                        + " teams");
        try (var opened = bench.databases().fresh();
                var server = new BenchServer(
                        opened.database(), EngineParts.Settings.ONE_BY_ONE, new CountingCarrier(), Who.TEAM_FILE)) {
            try (var connection = BenchDatabase.connect(opened.settings())) {
                Who.fill(connection, opened, teams);
                members(connection, opened, teams);
            }
            var calendar = server.engine().calendar().read();
            var directory = opened.database()
                    .transactions()
                    .read(() -> server.engine().directory().current());
            var random = new Random(1);
            var took = new ArrayList<Long>();
            int warm = bench.size(10_000, 100);
            for (int i = 0; i < 2 * warm; i++) {
                var team = directory
                        .teamNamed("team-" + (1 + random.nextInt(teams)))
                        .orElseThrow();
                var from = opened.database().clock().instant().minus(LENGTH.dividedBy(2));
                long begun = System.nanoTime();
                var read = calendar.read(team, new Interval(from, from.plus(LENGTH)));
                if (i >= warm) took.add(System.nanoTime() - begun);
                // A month of weeks touches five or six of them, in each of two duties.
                bench.report()
                        .expect(
                                team.name() + ", shifts of a month",
                                1,
                                read.shifts().size() / 10);
            }
            var all = new Percentiles(took);
            bench.report().row("a month: p50", Goal.none("ms"), all.millis(0.5));
            bench.report().row("a month: p99", P99, all.millis(0.99));
            bench.report().row("a month: max", Goal.none("ms"), all.millis(1));
        }
    }

    /** The people whose shifts they are are in the teams: their absences are read too. */
    private static void members(Connection connection, BenchDatabase.Opened opened, int teams) throws SQLException {
        Copies.run(
                connection,
                "insert into team_member (team_id, responder_id, admin) select " + Copies.id("a000", "s.x") + ", "
                        + Copies.id("b000", "((t.x - 1) * " + teams + " + s.x)") + ", false from "
                        + new Copies(opened.settings(), teams).series() + " cross join "
                        + new Copies(opened.settings(), Who.PEOPLE).series().replace(" s", " t"));
        Copies.run(connection, "update directory_version set version = version + 1");
        Copies.run(connection, "analyze");
    }
}
