package dev.arke.responder;

import dev.arke.card.Phrases;
import dev.arke.card.Reader;

/** Why an actor may not do something, and whom to ask. */
public enum Refusal {
    MONITOR("monitor"),
    OUTSIDER("outsider"),
    UNKNOWN("unknown"),
    DEACTIVATED("deactivated"),
    NOT_TEAM_ADMIN("not.team.admin"),
    NOT_ADMIN("not.admin"),
    KEY_ELSEWHERE("key.elsewhere"),
    KEY_READS("key.reads"),
    KEY_NO_ADMIN("key.no.admin"),
    PEOPLE_ANSWER("people.answer"),
    PEOPLE_SWAP("people.swap"),
    PEOPLE_COVER("people.cover"),
    PEOPLE_FEED("people.feed");

    private final String key;

    Refusal(String key) {
        this.key = key;
    }

    /** For programs, and for people whom nobody knows. */
    public String sentence() {
        return sentence(Reader.ANYBODY);
    }

    public String sentence(Reader reader) {
        return Phrases.of("dev.arke.responder.refusal", reader).say(key);
    }
}
