package dev.arke.picture;

import dev.arke.card.BarChart;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;

/** Draws bars to compare: people below each other, the longest as wide as there is room. */
final class ChartPicture {
    /** What stands behind a bar. */
    private static final double WORDS = 150;

    private final BarChart chart;
    private final Graphics2D canvas;
    private final double longest;

    private ChartPicture(BarChart chart, Graphics2D canvas) {
        this.chart = chart;
        this.canvas = canvas;
        this.longest =
                chart.rows().stream().mapToDouble(BarChart.Row::sum).max().orElse(1);
    }

    static int height(BarChart chart) {
        return Look.HEADING + Look.ROW * Math.max(1, chart.rows().size()) + Look.FOOT;
    }

    static void draw(BarChart chart, Graphics2D canvas) {
        new ChartPicture(chart, canvas).draw();
    }

    private void draw() {
        var heading = Glyphs.BOLD.fitting(chart.heading(), Look.WIDTH - 2.0 * Look.MARGIN, Look.HEADING_SIZE);
        text(Glyphs.BOLD, heading, Look.MARGIN, 40, Look.HEADING_SIZE, Look.INK);
        for (int i = 0; i < chart.rows().size(); i++) row(chart.rows().get(i), i);
        double x = Look.MARGIN;
        for (int part = 0; part < chart.parts().size(); part++) x = legend(part, x);
    }

    private void row(BarChart.Row row, int index) {
        double top = Look.HEADING + (double) Look.ROW * index;
        var name = Glyphs.BOLD.fitting(row.label(), Look.LABEL - Look.MARGIN - 8, Look.NAME_SIZE);
        text(Glyphs.BOLD, name, Look.MARGIN, top + 42, Look.NAME_SIZE, Look.INK);
        double x = Look.LABEL;
        for (int part = 0; part < row.values().size(); part++) {
            double width = row.values().get(part) / longest * (Look.WIDTH - Look.LABEL - WORDS - Look.MARGIN);
            if (width > 0) bar(new RoundRectangle2D.Double(x, top + 10, width, Look.ROW - 20.0, 6, 6), part);
            x += width;
        }
        var words = Glyphs.PLAIN.fitting(row.words(), Look.WIDTH - x - 8, Look.WORD_SIZE);
        text(Glyphs.PLAIN, words, x + 8, top + 40, Look.WORD_SIZE, Look.SOFT_INK);
    }

    /** A part differs from the one before by a pale paper and an outline, so that no colour is needed to tell them. */
    private void bar(RoundRectangle2D box, int part) {
        var colour = Look.person(part / 2);
        canvas.setColor(part % 2 == 0 ? colour : Look.pale(colour));
        canvas.fill(box);
        canvas.setColor(colour);
        canvas.setStroke(Look.THIN);
        canvas.draw(box);
    }

    private double legend(int part, double x) {
        double base = ChartPicture.height(chart) - 18.0;
        bar(new RoundRectangle2D.Double(x, base - 18, 32, 22, 8, 8), part);
        text(Glyphs.PLAIN, chart.parts().get(part), x + 40, base, Look.SMALL_SIZE, Look.SOFT_INK);
        return x + 40 + Glyphs.PLAIN.width(chart.parts().get(part), Look.SMALL_SIZE) + 28;
    }

    private void text(Glyphs glyphs, String words, double x, double y, double size, Color colour) {
        canvas.setColor(colour);
        glyphs.draw(canvas, words, x, y, size);
    }
}
