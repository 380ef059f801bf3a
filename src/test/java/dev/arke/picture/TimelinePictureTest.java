package dev.arke.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.card.BarChart;
import dev.arke.card.Timeline;
import dev.arke.card.Timeline.Bar;
import dev.arke.card.Timeline.Kind;
import dev.arke.card.Timeline.Row;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class TimelinePictureTest {
    private static final Instant MONDAY = Instant.parse("2026-01-11T23:00:00Z");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static Bar bar(double fromDay, double toDay, String words, Kind kind) {
        return new Bar(at(fromDay), at(toDay), words, kind);
    }

    private static Instant at(double day) {
        return MONDAY.plus(Duration.ofMinutes(Math.round(day * 1440)));
    }

    private static Timeline timeline(int days, List<Row> rows) {
        return new Timeline("payments · 12 Jan to 25 Jan 2026", MONDAY, at(days), at(2.5), PARIS, rows);
    }

    private static BufferedImage drawn(Timeline line, String name) throws IOException {
        var bytes = Pictures.png(line);
        var folder = Path.of("target", "pictures");
        Files.createDirectories(folder);
        Files.write(folder.resolve(name + ".png"), bytes);
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }

    /** The pixel in the middle of a row at that day, a little below its upper edge. */
    private static Color pixel(BufferedImage image, int row, double day, int days) {
        double x = Look.LABEL + day / days * (Look.WIDTH - Look.LABEL - 8);
        double y = Look.HEADING + Look.DAYS + Look.ROW * (row + 0.5) - 14;
        return new Color(image.getRGB((int) (x * Look.SCALE), (int) (y * Look.SCALE)));
    }

    @Test
    void barsAreAsLongAsWhatTheyStandFor() throws IOException {
        var bytes = Pictures.png(new BarChart(
                "payments · hours on call",
                List.of("by day", "by night"),
                List.of(
                        new BarChart.Row("alice", List.of(100.0, 100.0), "200 h, 3 pages"),
                        new BarChart.Row("bob", List.of(50.0, 0.0), "50 h"))));
        var folder = Path.of("target", "pictures");
        Files.createDirectories(folder);
        Files.write(folder.resolve("chart.png"), bytes);
        var image = ImageIO.read(new ByteArrayInputStream(bytes));

        assertThat(at(image, 0, 0.2)).isEqualTo(Look.person(0));
        assertThat(at(image, 0, 0.8)).isEqualTo(Look.pale(Look.person(0)));
        assertThat(at(image, 1, 0.2)).isEqualTo(Look.person(0));
        assertThat(at(image, 1, 0.9)).isEqualTo(Look.PAPER);
    }

    /** The pixel of a bar's row at that part of the longest bar, below its words. */
    private static Color at(BufferedImage image, int row, double part) {
        double x = Look.LABEL + part * (Look.WIDTH - Look.LABEL - 150 - Look.MARGIN);
        double y = Look.HEADING + Look.ROW * row + 16;
        return new Color(image.getRGB((int) (x * Look.SCALE), (int) (y * Look.SCALE)));
    }

    @Test
    void wordsEndWhereALaterBarLiesOnTheirs() throws IOException {
        var night = bar(3, 4, "", Kind.OTHER);
        var told = drawn(
                timeline(
                        14,
                        List.of(new Row("dana", List.of(bar(1, 12, "primary of another team", Kind.OTHER), night)))),
                "two-duties");
        var silent = drawn(
                timeline(14, List.of(new Row("dana", List.of(bar(1, 12, "", Kind.OTHER), night)))),
                "two-duties-silent");
        int from = (int) ((Look.LABEL + 3.0 / 14 * (Look.WIDTH - Look.LABEL - 8)) * Look.SCALE);
        int differing = 0;
        for (int x = 0; x < told.getWidth(); x++)
            for (int y = 0; y < told.getHeight(); y++)
                if (told.getRGB(x, y) != silent.getRGB(x, y)) {
                    assertThat(x).isLessThan(from);
                    differing++;
                }
        assertThat(differing).as("words before it").isPositive();
    }

    @Test
    void everybodyHasARowAndEachKindItsLook() throws IOException {
        var image = drawn(
                timeline(
                        14,
                        List.of(
                                new Row("nobody", List.of(bar(10, 12, "primary", Kind.GAP))),
                                new Row(
                                        "alice",
                                        List.of(
                                                bar(0.375, 7.375, "primary", Kind.FIRST),
                                                bar(7.375, 14, "secondary", Kind.OTHER))),
                                new Row("bob", List.of(bar(7.375, 10, "primary", Kind.FIRST))),
                                new Row(
                                        "Maximiliane von Hohenstein",
                                        List.of(
                                                bar(0.375, 7.375, "secondary", Kind.OTHER),
                                                bar(8, 12, "vacation", Kind.AWAY))),
                                new Row("Ольга", List.of(bar(12, 14, "primary", Kind.FIRST))))),
                "two-weeks");

        assertThat(image.getWidth()).isEqualTo(1140);
        assertThat(pixel(image, 1, 4, 14)).isEqualTo(Look.person(1));
        assertThat(pixel(image, 1, 12, 14)).isEqualTo(Look.pale(Look.person(1)));
        assertThat(pixel(image, 1, 0.2, 14)).isEqualTo(Look.PAPER);
        assertThat(pixel(image, 3, 11.8, 14)).isEqualTo(Look.AWAY);
        assertThat(pixel(image, 2, 12.5, 14))
                .as("a weekend that nobody stands in")
                .isEqualTo(Look.WEEKEND);
        assertThat(pixel(image, 2, 2.5, 14)).as("now").isEqualTo(Look.NOW);
        assertThat(reds(image, 0)).as("hatched").isGreaterThan(200);
        assertThat(reds(image, 4)).isLessThan(100);
    }

    /** Pixels of a row that are reddish and pale, as hatching is. */
    private static long reds(BufferedImage image, int row) {
        long count = 0;
        int top = (int) ((Look.HEADING + Look.DAYS + Look.ROW * row) * Look.SCALE);
        for (int x = 300; x < image.getWidth(); x++)
            for (int y = top; y < top + (int) (Look.ROW * Look.SCALE); y++)
                if (image.getRGB(x, y) == Look.HATCH.getRGB()) count++;
        return count;
    }

    @Test
    void aMonthOfManyShiftsAndPeople() throws IOException {
        var rows = new ArrayList<Row>();
        for (int person = 0; person < 9; person++) {
            var bars = new ArrayList<Bar>();
            for (int day = person % 3; day < 35; day += 3)
                bars.add(bar(day + 0.375, day + 1.375, "primary", person < 3 ? Kind.FIRST : Kind.OTHER));
            rows.add(new Row("person" + person, bars));
        }
        var image = drawn(timeline(35, rows), "month");

        assertThat(pixel(image, 0, 0.8, 35)).isEqualTo(Look.person(0));
        assertThat(image.getHeight())
                .isEqualTo((int) ((Look.HEADING + Look.DAYS + 9 * Look.ROW + Look.FOOT) * Look.SCALE));
    }

    @Test
    void wordsAreCutWhereTheyDoNotFit() {
        double whole = Glyphs.BOLD.width("secondary", 24);

        assertThat(Glyphs.BOLD.fitting("secondary", whole, 24)).isEqualTo("secondary");
        assertThat(Glyphs.BOLD.fitting("secondary", whole - 1, 24))
                .endsWith("…")
                .hasSizeLessThan(10);
        assertThat(Glyphs.BOLD.fitting("secondary", 10, 24)).isEmpty();
    }

    /** On a host without fonts Java's own text fails; what draws here must never ask for it. */
    @Test
    void noFontOfTheHostIsUsed() throws IOException {
        try (var sources = Files.list(Path.of("src/main/java/dev/arke/picture"))) {
            assertThat(sources)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file))
                            .doesNotContain("drawString", "java.awt.Font", "FontMetrics", "TextLayout"));
        }
    }
}
