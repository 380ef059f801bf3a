package dev.arke.dialogue;

import dev.arke.chat.IncidentView;
import dev.arke.engine.delivery.ReadSent.Sent;
import dev.arke.incident.Incident;
import dev.arke.incident.Question;
import java.util.Optional;

/** What a link in a mail can do: the first word of its line. */
public enum MailDeed {
    ACKNOWLEDGE("ack", Said.NOTHING),
    RESOLVE("resolve", Said.MAYBE),
    ANSWER("answer", Said.NEEDED);

    /** Whether words go with it. */
    public enum Said {
        NOTHING,
        MAYBE,
        NEEDED
    }

    private final String word;
    private final Said said;

    MailDeed(String word, Said said) {
        this.word = word;
        this.said = said;
    }

    public String word() {
        return word;
    }

    public Said said() {
        return said;
    }

    /** Empty for what only a chat can do. */
    public static Optional<MailDeed> of(String line) {
        for (var deed : values()) if (line.startsWith(deed.word + " ")) return Optional.of(deed);
        return Optional.empty();
    }

    /** Whether there is anything left to do of it. */
    boolean isOpen(Sent sent) {
        return switch (this) {
            case ACKNOWLEDGE -> sent.incidents().stream().anyMatch(MailDeed::isFree);
            case RESOLVE ->
                sent.incidents().stream().anyMatch(view -> view.incident().isOpen());
            case ANSWER -> sent.question().filter(Question::isOpen).isPresent();
        };
    }

    private static boolean isFree(IncidentView view) {
        return switch (view.incident()) {
            case Incident.Triggered ignored -> true;
            case Incident.Snoozed ignored -> true;
            case Incident.Acknowledged ignored -> false;
            case Incident.Resolved ignored -> false;
        };
    }
}
