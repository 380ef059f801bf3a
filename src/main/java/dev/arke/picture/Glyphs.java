package dev.arke.picture;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The letters of a font as shapes. Java's own text drawing asks the host for fonts and fontconfig, which a slim server
 * or container lacks, and fails there; shapes need neither. Safe for many threads.
 */
final class Glyphs {
    static final Glyphs PLAIN = new Glyphs("DejaVuSansCondensed.ttf");
    static final Glyphs BOLD = new Glyphs("DejaVuSansCondensed-Bold.ttf");
    private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";

    private final String file;
    private final Map<Integer, Glyph> glyphs = new ConcurrentHashMap<>();
    private @Nullable TrueTypeFont font;

    /** In units of the em. */
    private record Glyph(GeneralPath shape, double width) {}

    private Glyphs(String file) {
        this.file = file;
    }

    /** How wide a text of this size is. */
    double width(String text, double size) {
        return text.codePoints().mapToDouble(point -> glyph(point).width()).sum() * size;
    }

    /** Draws with the left end of the base line there. */
    void draw(Graphics2D canvas, String text, double x, double y, double size) {
        double at = x;
        for (int point : text.codePoints().toArray()) {
            var glyph = glyph(point);
            var place = new AffineTransform(size, 0, 0, -size, at, y);
            canvas.fill(place.createTransformedShape(glyph.shape()));
            at += glyph.width() * size;
        }
    }

    /** The text, or as much of it as fits with an ellipsis; empty where not even two letters do. */
    String fitting(String text, double room, double size) {
        if (width(text, size) <= room) return text;
        for (int end = text.codePointCount(0, text.length()) - 1; end >= 2; end--) {
            var cut = text.substring(0, text.offsetByCodePoints(0, end)) + "…";
            if (width(cut, size) <= room) return cut;
        }
        return "";
    }

    /** Those that were drawn before are found without waiting for anybody. */
    private Glyph glyph(int point) {
        var known = glyphs.get(point);
        return known == null ? readOnce(point) : known;
    }

    private synchronized Glyph readOnce(int point) {
        return glyphs.computeIfAbsent(point, this::read);
    }

    private Glyph read(int point) {
        try {
            var font = font();
            double em = font.getUnitsPerEm();
            CmapLookup letters = font.getUnicodeCmapLookup();
            int id = letters.getGlyphId(point);
            var data = font.getGlyph().getGlyph(id);
            var shape = data == null ? new GeneralPath() : data.getPath();
            shape.transform(AffineTransform.getScaleInstance(1 / em, 1 / em));
            return new Glyph(shape, font.getAdvanceWidth(id) / em);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TrueTypeFont font() throws IOException {
        if (font != null) return font;
        try (var in = Glyphs.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) throw new IOException(file + " is missing in this build of Arke");
            var read = new TTFParser().parse(new RandomAccessReadBuffer(in));
            font = read;
            return read;
        }
    }
}
