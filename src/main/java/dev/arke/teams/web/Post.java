package dev.arke.teams.web;

import dev.arke.teams.card.Drawn;
import java.util.List;
import java.util.Optional;

/**
 * A message as it is handed to Teams. Each of {@code mentioned} is pinged; {@code rings} asks for a toast; {@code seenBy} is
 * the one person who sees it in a conversation of many, where Teams can.
 */
public record Post(Drawn drawn, List<Mentioned> mentioned, boolean rings, Optional<String> seenBy) {
    /** Somebody by what the bot knows them by ({@code 29:…}). */
    public record Mentioned(String userId, String name) {}

    public Post {
        mentioned = List.copyOf(mentioned);
    }

    public static Post quiet(Drawn drawn) {
        return new Post(drawn, List.of(), false, Optional.empty());
    }

    public Post seenOnlyBy(String userId) {
        return new Post(drawn, mentioned, rings, Optional.of(userId));
    }
}
