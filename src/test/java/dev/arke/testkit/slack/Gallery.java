package dev.arke.testkit.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.util.json.GsonFactory;
import dev.arke.card.Card;
import dev.arke.card.Form;
import dev.arke.slack.block.CardBlocks;
import dev.arke.slack.block.FormView;
import dev.arke.slack.block.HomeView;
import dev.arke.testkit.teams.TeamsGallery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What people see in Slack, as files of blocks and views under target/slack-gallery, which the stage with real peers
 * draws as pictures. Each of them is within Slack's limits. The same in Teams is kept beside it.
 */
public final class Gallery {
    private static final Path FOLDER = Path.of("target", "slack-gallery");

    private Gallery() {}

    /** A message, or an answer that can be shared. */
    public static void keep(String name, Card card, Optional<String> shared) {
        var drawn = CardBlocks.quiet().draw(card, shared);
        var json = GsonFactory.createSnakeCase().toJson(drawn.blocks());
        assertThat(BlockKit.message(Wire.parse(json).orElseThrow())).as(name).isEmpty();
        write(name, json);
        TeamsGallery.keep(name, card, shared);
    }

    /** Slack cuts a title and a button of more than 24 characters. */
    public static void keep(String name, Form form) {
        assertThat(List.of(form.title(), form.submit())).as(name).allMatch(word -> word.length() <= 24);
        var json = GsonFactory.createSnakeCase().toJson(FormView.of(form, ""));
        assertThat(BlockKit.view(Wire.parse(json).orElseThrow())).as(name).isEmpty();
        write("form-" + name, json);
        TeamsGallery.keep(name, form);
    }

    public static void keepHome(String name, List<Card> cards) {
        var json = GsonFactory.createSnakeCase().toJson(HomeView.of(cards));
        assertThat(BlockKit.view(Wire.parse(json).orElseThrow())).as(name).isEmpty();
        write("home-" + name, json);
    }

    private static void write(String name, String json) {
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve(name + ".json"), json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
