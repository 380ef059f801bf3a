package dev.arke.teams.web;

import java.time.Duration;

/**
 * Why a call of Teams failed. {@code code} is its word ({@code MessageWritesBlocked}), or ours where it said none; {@code
 * problem} is a sentence without secrets; {@code after} is how long it asks to wait, zero where it asks nothing.
 */
public record TeamsFailure(Kind kind, String code, String problem, Duration after) {
    /** What it means for us. */
    public enum Kind {
        RATE_LIMITED,
        /** No answer in time; it may have been done all the same. */
        TIMEOUT,
        /** Teams cannot be reached, or failed; it may have been done all the same. */
        SERVER,
        /** The app's secret or rights: nobody's address is to blame. */
        AUTH,
        /** The person or channel cannot be written to, or not by us. */
        RECIPIENT,
        /** The message to change or to answer under, or its conversation, is gone. */
        MISSING,
        /** What we sent is not taken in this form. */
        PAYLOAD,
        /** Anything else. */
        OTHER
    }

    /** Who or what it was for is not there, or not for us. */
    public boolean isNobodyThere() {
        return kind == Kind.RECIPIENT || kind == Kind.MISSING;
    }

    static TeamsFailure of(Kind kind, String code, String problem) {
        return new TeamsFailure(kind, code, problem, Duration.ZERO);
    }
}
