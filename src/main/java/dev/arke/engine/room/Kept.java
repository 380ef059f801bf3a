package dev.arke.engine.room;

import dev.arke.chat.ChannelSync;
import java.time.Duration;
import java.util.Optional;

/** What came of looking at something that is kept up to date. */
sealed interface Kept {
    /** It is as it should be until something changes; {@code trouble} is told to admins when it is new. */
    record Well(ChannelSync after) implements Kept {}

    /** It is tried again after this long. */
    record Later(ChannelSync after, Duration pause) implements Kept {}

    /** Nobody wants it any more. */
    record Ended() implements Kept {}

    /** Tried again so much later, after so many failures; a chat that asks for more time gets it. */
    static Kept again(ChannelSync before, Duration asked, String problem) {
        var after = before.failed(problem);
        var own = FIRST_WAIT.multipliedBy(1L << Math.min(after.attempts() - 1, MOST_DOUBLINGS));
        return new Later(after, asked.compareTo(own) > 0 ? asked : own);
    }

    Duration FIRST_WAIT = Duration.ofSeconds(10);
    int MOST_DOUBLINGS = 6;

    /**
     * It cannot be done until somebody does something about it: said once, and tried again some hours later. What is
     * there now is not known.
     */
    static Kept refused(ChannelSync before, String trouble) {
        return new Later(before.kept(Optional.empty(), Optional.of(trouble)), REFUSED_WAIT);
    }

    Duration REFUSED_WAIT = Duration.ofHours(6);
}
