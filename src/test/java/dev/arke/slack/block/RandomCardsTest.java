package dev.arke.slack.block;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arke.testkit.slack.BlockKit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Slack takes whatever a card or form holds, and no text of it pings anybody. */
final class RandomCardsTest {
    private static final int CARDS = 3_000;
    private static final int FORMS = 1_000;
    /** Of Slack's own marks only dates and links may stand there. */
    private static final Pattern MARK =
            Pattern.compile("<(?!!date\\^\\d+\\^[^<>|]+\\|[^<>|]+>|https?://[^<>|\\s]+[|>])");

    private static final Pattern CALLS_ALL = Pattern.compile("(?i)(?<![\\w.])@(here|channel|everyone)\\b");

    @Test
    void everyCardIsTakenAndPingsNobody() {
        for (int seed = 0; seed < CARDS; seed++) {
            var card = new RandomCards(seed).card();
            for (var drawn : List.of(CardBlocks.quiet().draw(card, Optional.of("who")), CardBlocks.plain(card))) {
                var blocks = Json.of(drawn.blocks());
                assertThat(BlockKit.message(blocks)).as("card " + seed).isEmpty();
                assertThat(drawn.text().length()).as("card " + seed).isBetween(1, 4_000);
                var marked = marked(blocks);
                marked.add(drawn.text());
                for (var text : marked)
                    assertThat(pings(text)).as("card %s: %s", seed, text).isFalse();
            }
        }
    }

    @Test
    void everyFormIsTaken() {
        for (int seed = 0; seed < FORMS; seed++) {
            var form = new RandomCards(seed).form();
            assertThat(BlockKit.view(Json.of(FormView.of(form, "metadata"))))
                    .as("form " + seed)
                    .isEmpty();
            var home = HomeView.of(List.of(new RandomCards(seed).card(), new RandomCards(-seed).card()));
            assertThat(BlockKit.view(Json.of(home))).as("home " + seed).isEmpty();
        }
    }

    private static boolean pings(String text) {
        return MARK.matcher(text).find() || CALLS_ALL.matcher(text).find();
    }

    /** The texts that Slack reads marks in. */
    private static List<String> marked(JsonNode node) {
        var texts = new ArrayList<String>();
        for (var parent : node.findParents("type"))
            if (parent.path("type").asText().equals("mrkdwn"))
                texts.add(parent.path("text").asText());
        return texts;
    }
}
