package dev.arke.chat;

import dev.arke.card.Phrases;
import dev.arke.card.Reader;
import dev.arke.responder.Team;

/** The words of what Arke tells people by itself and that is no page. */
public final class NoticePhrases {
    /** For nobody in particular. */
    public static final Phrases ENGLISH = in(Reader.ANYBODY);

    private NoticePhrases() {}

    /** For the rooms of a team, which are spoken to in English and live in its zone. */
    public static Phrases of(Team team) {
        return in(new Reader(Reader.ANYBODY.language(), team.zone()));
    }

    public static Phrases in(Reader reader) {
        return Phrases.of("dev.arke.chat.notice", reader);
    }
}
