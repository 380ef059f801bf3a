package dev.arke.teams.web;

import dev.arke.teams.card.Drawn;
import java.util.List;
import java.util.Optional;

/**
 * A message as it is handed to Teams. Each of {@code mentioned} is pinged; {@code rings} asks for a toast; {@code seenBy} is
 * the one person who sees it in a conversation of many, where Teams can; {@code image} is shown in place of a card.
 */
public record Post(
        Drawn drawn, List<Mentioned> mentioned, boolean rings, Optional<String> seenBy, Optional<Image> image) {
    /** A PNG file. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares or changes it
    public record Image(String name, byte[] png) {}

    Post(Drawn drawn, List<Mentioned> mentioned, boolean rings) {
        this(drawn, mentioned, rings, Optional.empty(), Optional.empty());
    }

    /** Somebody by what the bot knows them by ({@code 29:…}). */
    public record Mentioned(String userId, String name) {}

    public Post {
        mentioned = List.copyOf(mentioned);
    }

    public static Post quiet(Drawn drawn) {
        return new Post(drawn, List.of(), false);
    }

    /** {@code words} say what is in the picture. */
    public static Post picture(String words, Image image) {
        return new Post(new Drawn(words, "", Optional.empty()), List.of(), false, Optional.empty(), Optional.of(image));
    }

    public Post seenOnlyBy(String userId) {
        return new Post(drawn, mentioned, rings, Optional.of(userId), image);
    }
}
