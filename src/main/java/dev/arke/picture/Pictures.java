package dev.arke.picture;

import dev.arke.card.BarChart;
import dev.arke.card.Drawing;
import dev.arke.card.Timeline;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/** Draws what cards show. Safe for many threads. */
public final class Pictures {
    private Pictures() {}

    /** As the bytes of a PNG file. */
    public static byte[] png(Drawing drawing) {
        return png(drawing, Integer.MAX_VALUE);
    }

    /** At most so many pixels wide and high. */
    public static byte[] png(Drawing drawing, int most) {
        return switch (drawing) {
            case Timeline line -> png(TimelinePicture.height(line), most, canvas -> TimelinePicture.draw(line, canvas));
            case BarChart chart -> png(ChartPicture.height(chart), most, canvas -> ChartPicture.draw(chart, canvas));
        };
    }

    private static byte[] png(int height, int most, Consumer<Graphics2D> drawing) {
        double scale = Math.min(Look.SCALE, (double) most / Math.max(Look.WIDTH, height));
        var image = new BufferedImage((int) (Look.WIDTH * scale), (int) (height * scale), BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        try {
            canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            canvas.scale(scale, scale);
            canvas.setColor(Look.PAPER);
            canvas.fillRect(0, 0, Look.WIDTH, height);
            drawing.accept(canvas);
        } finally {
            canvas.dispose();
        }
        return bytes(image);
    }

    private static byte[] bytes(BufferedImage image) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
