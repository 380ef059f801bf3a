package dev.arke.bench;

import dev.arke.boot.Conversation;
import dev.arke.boot.EngineParts;
import dev.arke.boot.Teams;
import dev.arke.http.HttpServer;
import dev.arke.http.HttpSettings;
import dev.arke.teams.card.Press;
import dev.arke.teams.web.AppTokens;
import dev.arke.testkit.teams.FakeTeams;
import dev.arke.testkit.teams.FixedToken;
import dev.arke.testkit.teams.TeamsSends;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Teams, over real HTTP with signed tokens, from the tests' fake in this process: how long clicks wait for their answer at 50
 * a second, and how long 500 pages take to 500 people who never wrote to the bot, each of whom needs two calls. A tenant takes
 * 50 calls a second (learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit), so that is 20 s.
 */
final class TeamsLoad implements Benchmark {
    private static final int PER_SECOND = 50;
    private static final int INCIDENTS = 20;
    private static final String ROOM = "19:pay@thread.tacv2";
    private static final Goal CLICK = new Goal(300, 100, "ms");
    private static final Goal REFUSED = new Goal(10, 0, "");
    private static final String LIMITED = "more than";
    private static final Goal CALLS = new Goal(PER_SECOND, PER_SECOND, "/s");

    @Override
    public void run(Bench bench) throws Exception {
        int people = bench.size(500, 50);
        bench.report().title("teams, " + bench.engine() + ": clicks at " + PER_SECOND + "/s; " + people + " pages");
        try (var teams = FakeTeams.start();
                var opened = bench.databases().fresh();
                var adapter = new Teams(FakeTeams.settings(), AppTokens.of(new FixedToken()), opened.database());
                var server = new BenchServer(
                        opened.database(), EngineParts.Settings.ONE_BY_ONE, adapter.carrier(), teamFile(people))) {
            teams.channel(ROOM);
            IntStream.rangeClosed(0, people).forEach(person -> teams.member("p" + person));
            adapter.listen(server.engine(), Conversation.with(server.engine()));
            server.startWork();
            try (var http = new HttpServer(
                    new HttpSettings("127.0.0.1", 0),
                    "bench",
                    List.of(adapter.routes().orElseThrow()))) {
                http.start();
                var sends = new TeamsSends(URI.create("http://127.0.0.1:" + http.port()), teams);
                sends.send(sends.installation("29:p0", FakeTeams.TEAM, "add"));
                clicks(bench, teams, sends);
                pages(bench, teams, sends, people);
                sends.close();
            }
            teams.strange().stream()
                    .filter(what -> !what.contains(LIMITED))
                    .distinct()
                    .forEach(what -> bench.report().wrong("Teams would not take: " + what));
        }
    }

    /**
     * One service that pages everybody, and one that pages somebody else: each click that gives an incident back pages again, and what
     * one conversation may take is soon used up.
     */
    private static String teamFile(int people) {
        var names = IntStream.range(0, people).mapToObj(person -> "p" + person).collect(Collectors.joining(", "));
        var responders = IntStream.rangeClosed(0, people)
                .mapToObj(person -> "  - {name: p" + person + ", teams: p" + person + "@example.com}\n")
                .collect(Collectors.joining());
        return """
            responders:
            %steams:
              - {name: payments, time_zone: UTC, channels: {teams: "%s"}, members: [p0, p1], admins: [p0]}
              - {name: everybody, time_zone: UTC, members: [%s], admins: [p0], rosters: {all: [%s]}}
            policies:
              - {name: one, team: payments, rounds: 0, steps: [{page: [p%d], wait: 10m}], last_resort: [p1]}
              - {name: all, team: everybody, rounds: 0, steps: [{page: [roster all of everybody], wait: 10m}], last_resort: [p1]}
            services:
              - {name: checkout, team: payments, policy: one}
              - {name: alarm, team: everybody, policy: all}
            """.formatted(responders, ROOM, names, names, people);
    }

    private static void clicks(Bench bench, FakeTeams teams, TeamsSends sends) {
        for (int i = 0; i < INCIDENTS; i++) sends.send(sends.personal("29:p0", "page checkout \"trouble " + i + "\""));
        if (!await(() -> teams.roots(ROOM).size() == INCIDENTS)) {
            bench.report().wrong("only " + teams.roots(ROOM).size() + " of " + INCIDENTS + " cards came");
            return;
        }
        var cards = teams.roots(ROOM);
        click(cards, sends, bench.size(10, 2));
        var took = click(cards, sends, bench.size(20, 2));
        bench.report().row("a click is answered, p50", CLICK, took.millis(0.5));
        bench.report().row("a click is answered, p99", CLICK, took.millis(0.99));
        bench.report().expect("clicks answered", (long) PER_SECOND * bench.size(20, 2), took.count());
    }

    /** Those that were answered with 200. */
    private static Percentiles click(List<FakeTeams.Posted> cards, TeamsSends sends, int seconds) {
        Queue<Long> took = new ConcurrentLinkedQueue<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long begun = System.nanoTime();
            for (int i = 0; i < PER_SECOND * seconds; i++) {
                int at = i;
                while (System.nanoTime() < begun + at * (1_000_000_000L / PER_SECOND)) LockSupport.parkNanos(200_000);
                threads.execute(() -> {
                    var card = cards.get(at % cards.size());
                    var line = (at / cards.size() % 2 == 0 ? "ack " : "unack ") + (at % cards.size() + 1);
                    long sent = System.nanoTime();
                    var heard = sends.send(
                            sends.click("29:p1", card.conversation(), card.id(), new Press.Run(line).data()));
                    if (heard.status() == 200) took.add(System.nanoTime() - sent);
                });
            }
        }
        return new Percentiles(new ArrayList<>(took));
    }

    private static void pages(Bench bench, FakeTeams teams, TeamsSends sends, int people) {
        teams.limit(InstantSource.system());
        int before = teams.calls().size();
        long begun = System.nanoTime();
        sends.send(sends.personal("29:p0", "page alarm \"everybody\""));
        boolean all = await(() -> reached(teams) == people);
        double seconds = (System.nanoTime() - begun) / 1e9;
        bench.report().expect("people reached", people, all ? people : reached(teams));
        double demanded = people * 2.0 / PER_SECOND;
        bench.report().row("all of them paged", new Goal(demanded * 1.1, demanded, "s"), seconds);
        bench.report().row("calls of Teams meanwhile", CALLS, (teams.calls().size() - before) / seconds);
        long refused =
                teams.strange().stream().filter(what -> what.contains(LIMITED)).count();
        bench.report().row("of these beyond a limit, as a machine stalls", REFUSED, (double) refused);
    }

    private static long reached(FakeTeams teams) {
        return teams.all().stream()
                .filter(post -> post.conversation().startsWith("a:")
                        && post.words().contains("everybody")
                        && !post.card().path("body").isEmpty()
                        && post.activity().path("channelData").has("notification"))
                .map(FakeTeams.Posted::conversation)
                .distinct()
                .count();
    }

    private static boolean await(BooleanSupplier done) {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (System.nanoTime() < end) {
            if (done.getAsBoolean()) return true;
            LockSupport.parkNanos(250_000_000);
        }
        return false;
    }
}
