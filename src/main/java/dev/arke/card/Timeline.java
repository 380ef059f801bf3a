package dev.arke.card;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * A time line to be drawn: rows of bars between two instants, in the zone of whoever reads it; {@code now} may lie
 * outside. The words of {@code heading} stand above it.
 */
public record Timeline(String heading, Instant from, Instant to, Instant now, ZoneId zone, List<Row> rows)
        implements Drawing {
    public Timeline {
        heading = ReadingOrder.kept(heading);
        rows = List.copyOf(rows);
        if (!from.isBefore(to)) throw new IllegalArgumentException("a time line ends after it begins");
    }

    /** What one person, or nobody, has; bars may overlap. */
    public record Row(String label, List<Bar> bars) {
        public Row {
            label = ReadingOrder.kept(label);
            bars = List.copyOf(bars);
        }
    }

    /** A stretch of time with words in it, where they fit. */
    public record Bar(Instant from, Instant to, String words, Kind kind) {
        public Bar {
            words = ReadingOrder.kept(words);
        }
    }

    /** What a bar is, and so how it is drawn: never told by colour alone. */
    public enum Kind {
        /** The first one who is called. */
        FIRST,
        /** Any other duty. */
        OTHER,
        AWAY,
        /** Somebody is missing. */
        GAP
    }
}
