package dev.arke.chat;

import java.util.List;
import java.util.Optional;

/**
 * A mail that came in, cut to what is of use. {@code from}: its only sender; {@code to}: every address it may have been sent
 * to; {@code tokens}: what may be the proof that it answers a message of ours, the likeliest first; {@code text}: its words
 * with what they quote; {@code isCut}: there was more than we read; {@code bounce}: what a mail server reports. Addresses are in lower case.
 */
public record Letter(
        Optional<String> from,
        List<String> to,
        List<String> tokens,
        String subject,
        String text,
        boolean isCut,
        Writer writer,
        Optional<Bounce> bounce) {
    /** Who wrote it. */
    public enum Writer {
        /** A person, as far as one can see. */
        PERSON,
        /** A machine by itself, such as a monitor. */
        MACHINE,
        /** A machine as an answer: out of office, read, put off. */
        AUTOREPLY,
        /** A mail server: a mail of ours could not be delivered. */
        SERVER,
        /** We ourselves: it has come back. */
        ARKE
    }

    public Letter {
        to = List.copyOf(to);
        tokens = List.copyOf(tokens);
    }

    /** Without addresses and words, which may be private. */
    @Override
    public String toString() {
        return "Letter[" + writer + ", " + text.length() + " characters]";
    }
}
