package dev.arke.picture;

import dev.arke.card.Timeline;
import dev.arke.card.Timeline.Bar;
import dev.arke.card.Timeline.Row;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Draws a time line: people below each other, days beside each other, weeks parted by firm lines. */
final class TimelinePicture {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d", Locale.ENGLISH);
    private static final DateTimeFormatter WEEK = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final int LETTERS_FIT = 15;

    private final Timeline line;
    private final Graphics2D canvas;
    private final int height;

    private TimelinePicture(Timeline line, Graphics2D canvas, int height) {
        this.line = line;
        this.canvas = canvas;
        this.height = height;
    }

    static int height(Timeline line) {
        return Look.HEADING + Look.DAYS + Look.ROW * Math.max(1, line.rows().size()) + Look.FOOT;
    }

    static void draw(Timeline line, Graphics2D canvas) {
        new TimelinePicture(line, canvas, height(line)).draw();
    }

    private void draw() {
        var heading = Glyphs.BOLD.fitting(line.heading(), Look.WIDTH - 2.0 * Look.MARGIN, Look.HEADING_SIZE);
        text(Glyphs.BOLD, heading, Look.MARGIN, 40, Look.HEADING_SIZE, Look.INK);
        days();
        for (int i = 0; i < line.rows().size(); i++) row(line.rows().get(i), i);
        now();
        foot();
    }

    private void days() {
        var first = LocalDate.ofInstant(line.from(), line.zone());
        var last = LocalDate.ofInstant(line.to().minusNanos(1), line.zone());
        boolean roomy = Duration.between(line.from(), line.to()).toDays() <= LETTERS_FIT;
        for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
            double x = x(day.atStartOfDay(line.zone()).toInstant());
            double end = x(day.plusDays(1).atStartOfDay(line.zone()).toInstant());
            boolean isMonday = day.getDayOfWeek() == DayOfWeek.MONDAY;
            if (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
                canvas.setColor(Look.WEEKEND);
                canvas.fill(new Rectangle2D.Double(x, Look.HEADING, end - x, height - Look.HEADING - Look.FOOT));
            }
            canvas.setColor(isMonday ? Look.WEEK : Look.GRID);
            canvas.setStroke(isMonday ? Look.FIRM : Look.THIN);
            if (isMonday || roomy) canvas.draw(new Line2D.Double(x, Look.HEADING, x, height - Look.FOOT));
            if (roomy) day(day, x, end);
            else if (isMonday || day.equals(first))
                text(Glyphs.PLAIN, WEEK.format(day), x + 8, Look.HEADING + 36, Look.WORD_SIZE, Look.SOFT_INK);
        }
    }

    private void day(LocalDate day, double x, double end) {
        var words = DAY.format(day).split(" ", 2);
        double middle = (x + end) / 2;
        centred(Glyphs.PLAIN, words[0].substring(0, 2), middle, Look.HEADING + 22, Look.SMALL_SIZE);
        centred(Glyphs.BOLD, words[1], middle, Look.HEADING + 47, Look.WORD_SIZE);
    }

    private void centred(Glyphs glyphs, String words, double middle, double y, double size) {
        text(glyphs, words, middle - glyphs.width(words, size) / 2, y, size, Look.SOFT_INK);
    }

    private void row(Row row, int index) {
        double top = Look.HEADING + Look.DAYS + (double) Look.ROW * index;
        canvas.setColor(Look.GRID);
        canvas.setStroke(Look.THIN);
        canvas.draw(new Line2D.Double(0, top, Look.WIDTH, top));
        var name = Glyphs.BOLD.fitting(row.label(), Look.LABEL - Look.MARGIN - 8, Look.NAME_SIZE);
        text(Glyphs.BOLD, name, Look.MARGIN, top + 42, Look.NAME_SIZE, Look.INK);
        for (var bar : row.bars()) bar(bar, uncovered(bar, row.bars()), top, Look.person(index));
    }

    /** Up to where no later bar of the row lies on it: words go no further. */
    private static Instant uncovered(Bar bar, List<Bar> row) {
        return row.stream()
                .map(Bar::from)
                .filter(other -> other.isAfter(bar.from()) && other.isBefore(bar.to()))
                .min(Comparator.naturalOrder())
                .orElse(bar.to());
    }

    private void bar(Bar bar, Instant uncovered, double top, Color colour) {
        double x = x(bar.from());
        double width = Math.max(5, x(bar.to()) - x - 2);
        boolean isLow = bar.kind() == Timeline.Kind.OTHER;
        var box =
                new RoundRectangle2D.Double(x + 1, top + (isLow ? 13 : 7), width, Look.ROW - (isLow ? 26 : 14), 12, 12);
        var paper = fill(bar.kind(), box, colour);
        var words = Glyphs.BOLD.fitting(bar.words(), Math.min(width, x(uncovered) - x) - 12, Look.WORD_SIZE);
        boolean isGap = bar.kind() == Timeline.Kind.GAP;
        if (isGap && !words.isEmpty()) {
            canvas.setColor(paper);
            double wide = Glyphs.BOLD.width(words, Look.WORD_SIZE);
            canvas.fill(new Rectangle2D.Double(x + 4, top + 18, wide + 10, 30));
        }
        text(Glyphs.BOLD, words, x + 7, top + 40, Look.WORD_SIZE, isGap ? Look.GAP : Look.on(paper));
    }

    /** Answers what words are to stand on. */
    private Color fill(Timeline.Kind kind, RoundRectangle2D box, Color colour) {
        var paper = switch (kind) {
            case FIRST -> colour;
            case OTHER -> Look.pale(colour);
            case AWAY -> Look.AWAY;
            case GAP -> Look.GAP_PAPER;
        };
        canvas.setColor(paper);
        canvas.fill(box);
        canvas.setStroke(Look.THIN);
        switch (kind) {
            case FIRST, AWAY -> {}
            case OTHER -> outline(box, colour);
            case GAP -> {
                hatch(box);
                outline(box, Look.GAP);
            }
        }
        return paper;
    }

    private void outline(RoundRectangle2D box, Color colour) {
        canvas.setColor(colour);
        canvas.draw(box);
    }

    private void hatch(RoundRectangle2D box) {
        var before = canvas.getClip();
        canvas.clip(box);
        canvas.setColor(Look.HATCH);
        for (double x = box.getX() - box.getHeight(); x < box.getMaxX(); x += 14)
            canvas.draw(new Line2D.Double(x, box.getMaxY(), x + box.getHeight(), box.getY()));
        canvas.setClip(before);
    }

    private void now() {
        if (line.now().isBefore(line.from()) || !line.now().isBefore(line.to())) return;
        double x = x(line.now());
        canvas.setColor(Look.NOW);
        canvas.setStroke(Look.FIRM);
        canvas.draw(new Line2D.Double(x, Look.HEADING + Look.DAYS - 6, x, height - Look.FOOT + 6));
        text(Glyphs.BOLD, "now", Math.min(x - 20, Look.WIDTH - 50), height - Look.FOOT + 28, Look.SMALL_SIZE, Look.NOW);
    }

    private void foot() {
        var words = line.zone().getId();
        double x = Look.WIDTH - Look.MARGIN - Glyphs.PLAIN.width(words, Look.SMALL_SIZE);
        text(Glyphs.PLAIN, words, x, Look.HEADING - 10, Look.SMALL_SIZE, Look.SOFT_INK);
        double next = Look.MARGIN;
        for (var kind : Timeline.Kind.values()) next = legend(kind, next);
    }

    /** What the looks of bars mean, as words do not fit into short ones. */
    private double legend(Timeline.Kind kind, double x) {
        double base = height - 18.0;
        fill(kind, new RoundRectangle2D.Double(x, base - 18, 32, 22, 8, 8), Look.WEEK);
        var words = switch (kind) {
            case FIRST -> "primary";
            case OTHER -> "other duty";
            case AWAY -> "away";
            case GAP -> "nobody";
        };
        text(Glyphs.PLAIN, words, x + 40, base, Look.SMALL_SIZE, Look.SOFT_INK);
        return x + 40 + Glyphs.PLAIN.width(words, Look.SMALL_SIZE) + 28;
    }

    private void text(Glyphs glyphs, String words, double x, double y, double size, Color colour) {
        canvas.setColor(colour);
        glyphs.draw(canvas, words, x, y, size);
    }

    /** Where an instant stands; those outside stand at the edge. */
    private double x(Instant at) {
        double whole = Duration.between(line.from(), line.to()).toMillis();
        double part = Duration.between(line.from(), at).toMillis() / whole;
        return Look.LABEL + Math.clamp(part, 0, 1) * (Look.WIDTH - Look.LABEL - 8);
    }
}
