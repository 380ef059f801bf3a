package dev.arke.responder;

/** Who acts, and from where: a platform's word ("slack"), "rest", "mail", "command", "start". Kept in the audit. */
public record By(Actor actor, String origin) {}
