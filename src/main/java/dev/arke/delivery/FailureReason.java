package dev.arke.delivery;

import java.util.Locale;

/** Why a delivery did not arrive: a closed set, fit for the timeline, the log and a metric's label. */
public enum FailureReason {
    /** The carrier refused our credentials. */
    AUTH,
    RATE_LIMITED,
    /** The carrier understood and said no: a bad address, a payload it does not take. */
    REJECTED,
    /** The carrier failed. */
    SERVER,
    TIMEOUT,
    CANCELLED,
    OTHER;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
