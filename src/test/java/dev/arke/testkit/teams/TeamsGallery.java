package dev.arke.testkit.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arke.card.Card;
import dev.arke.card.Form;
import dev.arke.teams.card.AdaptiveCards;
import dev.arke.teams.card.FormCard;
import dev.arke.teams.card.Press;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What people see in Teams, as files of Adaptive Cards under target/teams-gallery, which the stage with real peers reads and
 * draws with Microsoft's own renderer. Each of them is within the limits of Teams.
 */
public final class TeamsGallery {
    private static final Path FOLDER = Path.of("target", "teams-gallery");
    private static final int LONGEST = 28_000;

    private TeamsGallery() {}

    /** A message, or an answer that can be shared. */
    public static void keep(String name, Card card, Optional<String> shared) {
        var share = shared.map(line -> new Press.Share(line, "19:pay@thread.tacv2"));
        keep(name, new AdaptiveCards(line -> false).draw(card, share).card().orElseThrow());
    }

    public static void keep(String name, Form form) {
        keep("form-" + name, FormCard.of(form, Optional.empty()));
    }

    private static void keep(String name, ObjectNode card) {
        assertThat(ActivityShape.card(card)).as(name).isEmpty();
        assertThat(card.toString().length()).as(name).isLessThan(LONGEST);
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve(name + ".json"), card.toPrettyString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
