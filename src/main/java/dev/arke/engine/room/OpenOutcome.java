package dev.arke.engine.room;

import dev.arke.chat.IncidentRoom;
import dev.arke.responder.Refusal;

/** What came of asking for an incident's room. */
public sealed interface OpenOutcome {
    /** It is there; {@code fresh} when it was not before. */
    record Open(IncidentRoom room, boolean fresh) implements OpenOutcome {}

    /** It is being made: by another node, or later, as the chat cannot now ({@code room.problem()}). */
    record Opening(IncidentRoom room) implements OpenOutcome {}

    /** The chat would not make it. */
    record NotMade(String sentence) implements OpenOutcome {}

    /** It was archived. */
    record Archived(String name) implements OpenOutcome {}

    /** It has no room. */
    record NoRoom() implements OpenOutcome {}

    record Unknown() implements OpenOutcome {}

    record Refused(Refusal why) implements OpenOutcome {}
}
