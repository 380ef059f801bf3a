package dev.arke.chat;

import java.time.Instant;

/** What stands below a message of the built-in chat: so many replies, the last at this instant. */
public record SandboxReplies(int count, Instant lastAt) {}
