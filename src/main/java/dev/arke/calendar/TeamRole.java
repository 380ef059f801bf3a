package dev.arke.calendar;

import java.util.UUID;

/** One duty of one team: what a policy pages and a rotation fills. */
public record TeamRole(UUID teamId, Role.Duty duty) {}
