package dev.arke.chat;

import java.time.Duration;

/** What a chat answered to a wish about a room. Sentences are for people and hold no secret. */
public sealed interface RoomAnswer<T> {
    record Done<T>(T value) implements RoomAnswer<T> {}

    /** Not now: try again no sooner than {@code after}; zero leaves it to the caller. */
    record Again<T>(Duration after, String problem) implements RoomAnswer<T> {}

    /** Arke may not, or the chat cannot: the sentence says what to do about it. */
    record NotAllowed<T>(String sentence) implements RoomAnswer<T> {}

    /** The room or group is not there any more. */
    record Gone<T>(String sentence) implements RoomAnswer<T> {}

    /** The value of what was done and has none. */
    enum Nothing {
        NOTHING
    }

    static RoomAnswer<Nothing> done() {
        return new Done<>(Nothing.NOTHING);
    }
}
