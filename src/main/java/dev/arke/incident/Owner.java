package dev.arke.incident;

import dev.arke.responder.Actor;

/** Who has an incident, as kept: an actor's word ("person:alice", "slack:T1/U2"). */
public record Owner(String word) {
    public static Owner of(Actor actor) {
        return new Owner(actor.word());
    }

    public boolean is(Actor actor) {
        return word.equals(actor.word());
    }

    /** The name to show: a responder's own, else the word as it stands. */
    public String label() {
        return word.startsWith("person:") ? word.substring("person:".length()) : word;
    }
}
