package dev.arke.escalation;

/**
 * One version of a policy as it is kept. New incidents begin on the {@code present} version of an active policy; those
 * under way stay on the version they began with.
 */
public record StoredPolicy(EscalationPolicy policy, boolean present, boolean active, boolean fileOwned) {}
