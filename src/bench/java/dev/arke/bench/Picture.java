package dev.arke.bench;

import dev.arke.card.Timeline;
import dev.arke.card.Timeline.Bar;
import dev.arke.card.Timeline.Kind;
import dev.arke.card.Timeline.Row;
import dev.arke.picture.Pictures;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How long a calendar's picture takes to draw: a month of eight people with daily handoffs, the first one and the others. */
public final class Picture {
    private static final Instant START = Instant.parse("2026-01-11T23:00:00Z");
    private static final int PEOPLE = 8;
    private static final int DAYS = 35;
    private static final int TIMES = 40;

    private Picture() {}

    public static void main(String[] args) {
        var month = month();
        var millis = new double[TIMES];
        int bytes = 0;
        for (int i = 0; i < TIMES; i++) {
            long begun = System.nanoTime();
            bytes = Pictures.png(month).length;
            millis[i] = (System.nanoTime() - begun) / 1e6;
        }
        var later = Arrays.copyOfRange(millis, TIMES / 4, TIMES);
        Arrays.sort(later);
        System.out.printf(
                "A month of %d people, %d bars, %d kB: first %.0f ms, later median %.0f ms, worst %.0f ms.%n",
                PEOPLE, 2 * DAYS, bytes / 1024, millis[0], later[later.length / 2], later[later.length - 1]);
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
