package dev.arke.card;

import java.time.ZoneId;
import java.util.Locale;

/** Whoever reads our words: the language they are in, and the zone of the times in them. */
public record Reader(Locale language, ZoneId zone) {
    /** Nobody in particular: a room, a program, somebody unknown. */
    public static final Reader ANYBODY = new Reader(Locale.ENGLISH, ZoneId.of("UTC"));
}
