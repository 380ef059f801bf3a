package dev.arke.calendar;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The port to calendars of vacations that are kept elsewhere. Answers what is not over and begins within a year; never
 * inside a transaction; throws nothing. Days, and times that name no zone, are in {@code zone}.
 */
public interface AbsenceCalendars {
    int LONGEST_ADDRESS = 2000;

    /** Nothing can be fetched. */
    AbsenceCalendars NONE = new AbsenceCalendars() {
        @Override
        public Answer fetch(URI address, ZoneId zone, Instant now) {
            return new Answer.Failed("calendars cannot be fetched here", true);
        }

        @Override
        public Answer read(String file, ZoneId zone, Instant now) {
            return new Answer.Failed("calendars cannot be read here", true);
        }
    };

    /** One time away; {@code key} is the same whenever the same occurrence of the same event is read. */
    record Event(String key, Interval interval) {}

    /** What could not be read, at a line of the file, from 1. */
    record Unread(int line, String why) {}

    /** What came of it. */
    sealed interface Answer {
        /** {@code tooShort}: how many were left out, as hours are no vacation. */
        record Read(List<Event> events, List<Unread> unread, int tooShort) implements Answer {
            public Read {
                events = List.copyOf(events);
                unread = List.copyOf(unread);
            }
        }

        /** {@code why} follows the name of the calendar in a sentence; {@code forGood}: trying again would not help. */
        record Failed(String why, boolean forGood) implements Answer {}
    }

    /** The address of a calendar as people copy it, {@code webcal://} too; empty when it is no http or https address. */
    static Optional<URI> address(String text) {
        try {
            var uri = URI.create(text.strip().replaceFirst("^(?i)webcals?://", "https://"));
            boolean isGood = text.length() <= LONGEST_ADDRESS
                    && uri.getHost() != null
                    && uri.getScheme() != null
                    && Set.of("http", "https").contains(uri.getScheme().toLowerCase(Locale.ROOT));
            return isGood ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    Answer fetch(URI address, ZoneId zone, Instant now);

    Answer read(String file, ZoneId zone, Instant now);
}
