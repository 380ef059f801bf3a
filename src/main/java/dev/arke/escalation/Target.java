package dev.arke.escalation;

import dev.arke.responder.ChannelAddress;
import java.net.URI;
import java.util.UUID;

/** Whom or what a step pages. Roles and rosters are read at the instant the step fires. */
public sealed interface Target {
    /** One responder. */
    record Person(UUID responderId) implements Target {}

    /** Whoever holds a duty of a team at that instant: {@code primary of payments}. */
    record DutyOf(String duty, UUID teamId) implements Target {}

    /** Everybody of a roster: {@code roster main of payments}. */
    record RosterOf(UUID rosterId) implements Target {}

    /** A new post in a chat room: {@code channel slack:C0PAY}. */
    record Channel(ChannelAddress channel) implements Target {}

    /** A signed HTTP call: {@code webhook https://…}. */
    record Webhook(URI uri) implements Target {}
}
