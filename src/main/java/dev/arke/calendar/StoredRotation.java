package dev.arke.calendar;

import java.util.UUID;

/** A rotation with the roster it takes from; {@code fileOwned}: the team file made it and chat may not change it. */
public record StoredRotation(Rotation rotation, UUID rosterId, boolean fileOwned) {}
