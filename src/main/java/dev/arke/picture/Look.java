package dev.arke.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Stroke;
import java.util.List;

/**
 * Colours and sizes, in pixels of a picture that is drawn for a phone: 1080 wide, shown at a third of that. The colours
 * of people are those of Okabe and Ito, which people with any kind of colour vision tell apart.
 */
final class Look {
    static final int WIDTH = 1080;
    static final int LABEL = 200;
    static final int MARGIN = 24;
    static final int HEADING = 96;
    static final int DAYS = 64;
    static final int ROW = 76;
    static final int FOOT = 92;

    static final double HEADING_SIZE = 36;
    static final double NAME_SIZE = 30;
    static final double WORD_SIZE = 24;
    static final double SMALL_SIZE = 22;

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
