package dev.arke.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Stroke;
import java.util.List;

/**
 * Colours and sizes. A phone shows a picture about 300 points wide, so one unit is less than half a point there, and
 * {@link #SCALE} makes it sharp on a good screen. The colours
 * of people are those of Okabe and Ito, which people with any kind of colour vision tell apart.
 */
final class Look {
    static final double SCALE = 1.5;
    static final int WIDTH = 760;
    static final int LABEL = 150;
    static final int MARGIN = 16;
    static final int HEADING = 90;
    static final int DAYS = 58;
    static final int ROW = 64;
    static final int FOOT = 84;

    static final double HEADING_SIZE = 30;
    static final double NAME_SIZE = 27;
    static final double WORD_SIZE = 20;
    static final double SMALL_SIZE = 20;

    static final Color PAPER = new Color(0xFFFFFF);
    static final Color INK = new Color(0x1D1C1D);
    static final Color SOFT_INK = new Color(0x55565A);
    static final Color GRID = new Color(0xE4E4E7);
    static final Color WEEK = new Color(0xA9A9B0);
    static final Color WEEKEND = new Color(0xF3F3F5);
    static final Color AWAY = new Color(0xD5D5DA);
    static final Color GAP = new Color(0xC00000);
    static final Color GAP_PAPER = new Color(0xFFF0F0);
    static final Color HATCH = new Color(0xE8A0A0);
    static final Color NOW = new Color(0xC00000);

    static final Stroke THIN = new BasicStroke(2);
    static final Stroke FIRM = new BasicStroke(4);

    private static final List<Color> PEOPLE = List.of(
            new Color(0x0072B2),
            new Color(0xE69F00),
            new Color(0x009E73),
            new Color(0xCC79A7),
            new Color(0x56B4E9),
            new Color(0xD55E00),
            new Color(0xF0E442));

    private Look() {}

    static Color person(int index) {
        return PEOPLE.get(index % PEOPLE.size());
    }

    /** A colour that words are readable in on this one. */
    static Color on(Color paper) {
        double light = 0.299 * paper.getRed() + 0.587 * paper.getGreen() + 0.114 * paper.getBlue();
        return light > 140 ? INK : PAPER;
    }

    static Color pale(Color colour) {
        return new Color(pale(colour.getRed()), pale(colour.getGreen()), pale(colour.getBlue()));
    }

    private static int pale(int part) {
        return 255 - (255 - part) * 3 / 10;
    }
}
