package dev.arke.card;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A run of text with one meaning. Text is data: renderers escape it, nothing in it is ever markup, and
 * nothing in it turns the reading order.
 */
public sealed interface Span {
    /** Waits below this are told to the second. */
    Duration SHORT = Duration.ofMinutes(2);

    /** Words as they are; may hold line breaks. */
    record Text(String text) implements Span {
        public Text {
            text = ReadingOrder.kept(text);
        }
    }

    /** Words of weight: a name, a state, a number. */
    record Strong(String text) implements Span {
        public Strong {
            text = ReadingOrder.kept(text);
        }
    }

    /** Words in a fixed-width face: a label, a line to type. */
    record Code(String text) implements Span {
        public Code {
            text = ReadingOrder.kept(text);
        }
    }

    /** Words that lead somewhere; only http and https addresses are drawn as links. */
    record Link(String label, URI to) implements Span {
        public Link {
            label = ReadingOrder.kept(label);
        }
    }

    /** An instant, shown in the reader's zone where the platform can, else with zone and offset. */
    record Time(Instant at, TimeStyle style) implements Span {}

    /** A person; drawn as a platform mention (which notifies) only where the message is a page. */
    record Mention(UUID responderId, String name) implements Span {
        public Mention {
            name = ReadingOrder.kept(name);
        }
    }

    /** How much of an instant is shown. */
    enum TimeStyle {
        CLOCK,
        CLOCK_WITH_SECONDS,
        DATE_AND_CLOCK,
        RELATIVE
    }

    static Span text(String text) {
        return new Text(text);
    }

    static Span strong(String text) {
        return new Strong(text);
    }

    static Span code(String text) {
        return new Code(text);
    }

    static Span clock(Instant at) {
        return new Time(at, TimeStyle.CLOCK);
    }

    /** What comes after a wait: with seconds when that is so short that the minute alone would mislead. */
    static Span clockAfter(Duration wait, Instant at) {
        return new Time(at, wait.compareTo(SHORT) < 0 ? TimeStyle.CLOCK_WITH_SECONDS : TimeStyle.CLOCK);
    }

    /** The same for a wait that may be long. */
    static Span dateTimeAfter(Duration wait, Instant at) {
        return wait.compareTo(SHORT) < 0 ? clockAfter(wait, at) : dateTime(at);
    }

    static Span dateTime(Instant at) {
        return new Time(at, TimeStyle.DATE_AND_CLOCK);
    }
}
