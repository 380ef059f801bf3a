package dev.arke.slack.web;

import java.time.Duration;

/**
 * Why a call of Slack failed. {@code code} is Slack's word ({@code channel_not_found}), or ours where Slack said none;
 * {@code problem} is a sentence without secrets; {@code after} is how long Slack asks to wait, zero where it asks nothing.
 */
public record SlackFailure(Kind kind, String code, String problem, Duration after) {
    /** What it means for us. */
    public enum Kind {
        RATE_LIMITED,
        /** No answer in time; it may have been done all the same. */
        TIMEOUT,
        /** Slack cannot be reached, or failed; it may have been done all the same. */
        SERVER,
        /** The token or the app's rights: nobody's address is to blame. */
        AUTH,
        /** The person cannot be written to. */
        PERSON,
        /** The channel cannot be written to, or not by us. */
        CHANNEL,
        /** The message to change or to answer under is gone, or closed for changes. */
        MESSAGE,
        /** What we sent is not taken in this form. */
        PAYLOAD,
        /** Anything else. */
        OTHER
    }

    public static SlackFailure of(Kind kind, String code, String problem) {
        return new SlackFailure(kind, code, problem, Duration.ZERO);
    }

    /** Whether Slack may have done what it was asked. */
    public boolean mayHaveHappened() {
        return kind == Kind.TIMEOUT || kind == Kind.SERVER;
    }
}
