package dev.arke.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Arke's sign: three arcs, one inside the other, and a dot below them. */
public final class AppIcon {
    private static final Color GROUND = new Color(0x1F2A44);
    private static final Color[] ARCS = {new Color(0xFF6B5E), new Color(0xFFC857), new Color(0x6FD3C1)};
    private static final double[] RADII = {160, 104, 48};
    /** What it was drawn on; all numbers are of it. */
    private static final double SIDE = 512;

    private static final double MIDDLE_X = 256;
    private static final double MIDDLE_Y = 310;

    private AppIcon() {}

    /** In colour on its ground, as the bytes of a PNG file; square, of so many pixels. */
    public static byte[] inColour(int pixels) {
        return png(pixels, true);
    }

    /** White on nothing. */
    public static byte[] outline(int pixels) {
        return png(pixels, false);
    }

    private static byte[] png(int pixels, boolean inColour) {
        var image = new BufferedImage(pixels, pixels, BufferedImage.TYPE_INT_ARGB);
        var canvas = image.createGraphics();
        try {
            canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            canvas.scale(pixels / SIDE, pixels / SIDE);
            if (inColour) {
                canvas.setColor(GROUND);
                canvas.fillRect(0, 0, (int) SIDE, (int) SIDE);
            }
            canvas.setStroke(new BasicStroke(38, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            for (int i = 0; i < RADII.length; i++) {
                double radius = RADII[i];
                canvas.setColor(inColour ? ARCS[i] : Color.WHITE);
                canvas.draw(new Arc2D.Double(
                        MIDDLE_X - radius, MIDDLE_Y - radius, 2 * radius, 2 * radius, 0, 180, Arc2D.OPEN));
            }
            canvas.setColor(Color.WHITE);
            canvas.fill(new Ellipse2D.Double(MIDDLE_X - 26, MIDDLE_Y + 40, 52, 52));
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
            throw new UncheckedIOException("bytes in memory can be written", e);
        }
        return out.toByteArray();
    }
}
