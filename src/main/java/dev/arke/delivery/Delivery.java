package dev.arke.delivery;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * One message in the world, as its row tells it. {@code turn} is the incident's when it was planned and 0 where none
 * counts; {@code standsIn} is the row whose message stands for this one: a digest for a card, the first page of a bundle
 * for each page of it; {@code aboutId} is the question a message asks or tells
 * of, or the account a link is for, or the contact method a code proves, or the incident that words are about; {@code words} is what any other notice
 * says.
 */
public record Delivery(
        UUID id,
        Optional<UUID> incidentId,
        Kind kind,
        int turn,
        Recipient to,
        State state,
        Progress progress,
        Optional<UUID> standsIn,
        Optional<UUID> aboutId,
        Optional<String> words,
        Instant plannedAt) {

    /** What a row is. */
    public enum Kind {
        /** Pages a person, a channel or a webhook. */
        PAGE,
        /** An incident's card in a channel. */
        CARD,
        /** The timeline, as replies below the card; its recipient is the card's. */
        THREAD,
        /** One message in a channel for many cards. */
        DIGEST,
        /** Asks a person something; goes on to their next contact method like a page, but rings nobody. */
        QUESTION,
        /** A one-time link by which a person confirms that a chat account is theirs; its secret is made when it is sent. */
        LINK,
        /** A code that proves that a contact method is read by whose it says it is; made when it is sent. */
        CODE,
        /** Words to a person or a channel; rings nobody. */
        NOTICE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** Where a row stands. After the first delivery it stays delivered, through all its edits. */
    public enum State {
        WAITING,
        DELIVERED,
        FAILED,
        CANCELLED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static State ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** What is sent before what: 0 pages, 1 cards and edits, 2 threads and notices. */
    public int lane() {
        return lane(kind, state);
    }

    static int lane(Kind kind, State state) {
        return switch (kind) {
            case PAGE -> state == State.DELIVERED ? 1 : 0;
            case CARD, DIGEST, QUESTION, LINK, CODE -> 1;
            case THREAD, NOTICE -> 2;
        };
    }

    /** A page to a channel that was to wait for others when it was planned; they are one message. */
    public boolean isHeldBack() {
        return kind == Kind.PAGE
                && state == State.WAITING
                && to.channel().isPresent()
                && progress.dueSince().filter(plannedAt::isBefore).isPresent();
    }

    /** Its carrier has taken it and is to tell what became of it. */
    public boolean isHandedOver() {
        return state == State.WAITING && progress.shown().messageRef().isPresent();
    }

    /** Nobody has begun to send it. */
    public boolean isStillToCome() {
        return state == State.WAITING
                && !progress.leased()
                && progress.trouble().attempts() == 0
                && !isHandedOver();
    }

    /** Whether its message is there and is to be changed in place. */
    public boolean isEdit() {
        return state == State.DELIVERED && kind != Kind.THREAD;
    }

    public Delivery with(State state, Progress progress) {
        return new Delivery(id, incidentId, kind, turn, to, state, progress, standsIn, aboutId, words, plannedAt);
    }

    public Delivery with(Progress progress) {
        return with(state, progress);
    }

    /** The same row as a part of the message of {@code lead}. */
    public Delivery standingIn(UUID lead) {
        return new Delivery(
                id, incidentId, kind, turn, to, state, progress, Optional.of(lead), aboutId, words, plannedAt);
    }
}
