package dev.arke.bench;

import dev.arke.card.Timeline;
import dev.arke.card.Timeline.Bar;
import dev.arke.card.Timeline.Kind;
import dev.arke.card.Timeline.Row;
import dev.arke.picture.Pictures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** How long a calendar's picture takes to draw: a month of eight people with daily handoffs, the first one and the others. */
final class Picture implements Benchmark {
    private static final Instant START = Instant.parse("2026-01-11T23:00:00Z");
    private static final int PEOPLE = 8;
    private static final int DAYS = 35;
    /** Three times as many as a telephone is wide. */
    private static final int PIXELS = 1140;

    private static final Goal LONGEST = new Goal(150, 50, "ms");

    @Override
    public void run(Bench bench) throws Exception {
        bench.report().title("picture: a month of " + PEOPLE + " people, " + 2 * DAYS + " bars; no database");
        var month = month();
        bench.report().row("the first picture of a process", Goal.none("ms"), drawn(bench, month) / 1e6);
        int warm = bench.size(50, 5);
        var took = new ArrayList<Long>();
        for (int i = 0; i < bench.size(500, 25); i++) {
            long nanos = drawn(bench, month);
            if (i >= warm) took.add(nanos);
        }
        var all = new Percentiles(took);
        bench.report().row("a picture: p50", Goal.none("ms"), all.millis(0.5));
        bench.report().row("a picture: p99", LONGEST, all.millis(0.99));
        bench.report().row("a picture: size", Goal.none("kB"), Pictures.png(month).length / 1024.0);
    }

    private static long drawn(Bench bench, Timeline month) throws IOException {
        long begun = System.nanoTime();
        var png = Pictures.png(month);
        long took = System.nanoTime() - begun;
        bench.report()
                .expect(
                        "pixels across",
                        PIXELS,
                        ImageIO.read(new ByteArrayInputStream(png)).getWidth());
        return took;
    }

    private static Timeline month() {
        var rows = new ArrayList<Row>();
        for (int person = 0; person < PEOPLE; person++) {
            var bars = new ArrayList<Bar>();
            for (int day = 0; day < DAYS; day++) {
                if (day % PEOPLE == person) bars.add(bar(day, "primary", Kind.FIRST));
                if ((day + 1) % PEOPLE == person) bars.add(bar(day, "secondary", Kind.OTHER));
            }
            rows.add(new Row("responder " + person, List.copyOf(bars)));
        }
        var end = START.plus(Duration.ofDays(DAYS));
        return new Timeline(
                "payments · 12 Jan 2026 to 15 Feb 2026",
                START,
                end,
                START.plus(Duration.ofDays(3)),
                ZoneId.of("Europe/Paris"),
                rows);
    }

    private static Bar bar(int day, String words, Kind kind) {
        return new Bar(START.plus(Duration.ofDays(day)), START.plus(Duration.ofDays(day + 1)), words, kind);
    }
}
