package dev.arke.sandbox;

import java.util.Optional;
import java.util.UUID;

/**
 * Where in a room something is said. {@code about} is the message whose conversation it belongs to; {@code thread} the
 * thread's pane in which answers are shown, empty for the room itself.
 */
record Spot(Room room, Optional<UUID> about, Optional<UUID> thread) {}
