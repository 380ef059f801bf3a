package dev.arke.chat;

import dev.arke.card.Phrases;
import dev.arke.responder.ContactKind;
import java.time.Duration;
import java.util.Optional;

/** How ways of contact and waits are called in sentences. */
public final class ContactWords {
    private ContactWords() {}

    public static String way(ContactKind kind) {
        return way(kind, NoticePhrases.ENGLISH);
    }

    /** The same in another language. */
    public static String way(ContactKind kind, Phrases notice) {
        return notice.say("way." + kind.word());
    }

    /** "at once", "after 3 min". */
    static String after(Duration wait, Phrases me) {
        return wait.isZero() ? me.say("wait.once") : me.say("wait.after", length(wait));
    }

    /** "Slack after 3 min, then every 5 min". */
    static String due(ContactKind by, Duration wait, Optional<Duration> every, Phrases me) {
        var first = way(by, NoticePhrases.in(me.reader())) + " " + after(wait, me);
        return every.map(length -> me.say("wait.every", first, length(length))).orElse(first);
    }

    /** "45 s", "3 min", "1 h 30 min": seconds only where they are all there is. */
    public static String length(Duration length) {
        if (length.toSeconds() < 60) return length.toSeconds() + " s";
        long hours = length.toHours();
        long minutes = length.toMinutesPart();
        if (hours == 0)
            return length.toSecondsPart() == 0 ? minutes + " min" : minutes + " min " + length.toSecondsPart() + " s";
        return minutes == 0 ? hours + " h" : hours + " h " + minutes + " min";
    }
}
