package dev.arke.calendar;

import java.time.LocalDate;

/** What somebody gives or wants in a swap: the whole turn of a day, or only what lies in a time. */
public sealed interface SwapSide {
    /** With all that is linked with it. */
    record OfDay(LocalDate day) implements SwapSide {
        @Override
        public String toString() {
            return day.toString();
        }
    }

    /** A part of one turn or more; what is linked with it stays where it is. */
    record During(Interval interval) implements SwapSide {
        @Override
        public String toString() {
            return "from " + interval.start() + " to " + interval.end();
        }
    }
}
