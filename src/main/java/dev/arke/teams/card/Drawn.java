package dev.arke.teams.card;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * A message for Teams: {@code summary} is what lock screens and the activity feed say; without a card, {@code text} is all
 * there is, as plain text.
 */
public record Drawn(String summary, String text, Optional<ObjectNode> card) {}
