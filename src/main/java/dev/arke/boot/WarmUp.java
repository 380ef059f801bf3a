package dev.arke.boot;

import dev.arke.card.Card;
import dev.arke.card.Reply;
import dev.arke.card.Timeline;
import dev.arke.chat.ChatContext.Bot;
import dev.arke.dialogue.Asker;
import dev.arke.dialogue.Dialogue;
import dev.arke.dialogue.Place;
import dev.arke.picture.Pictures;
import dev.arke.responder.ContactKind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does at the start what the first command in a chat would otherwise wait for: looks that nobody asked for, answered, drawn
 * and thrown away, and a calendar's picture. It changes nothing, calls nobody, and nothing but {@code /ready} waits for it.
 */
public final class WarmUp {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    /** None that only known people may ask: a line that was refused is kept until they are. */
    static final List<String> LOOKS = List.of("", "who", "next", "list", "show 1", "rotation", "help", "snoze 1 2h");

    private static final int ROUNDS = 5;
    private static final Asker NOBODY =
            new Asker(ContactKind.SLACK, "warm-up", "warm-up", "warm-up", ZoneOffset.UTC, Asker.Kind.MEMBER);
    private static final Place NOWHERE =
            new Place(new Bot("", "Arke", "/arke"), Optional.empty(), Optional.empty(), Map.of());

    private volatile boolean isUnderWay = true;

    /** Runs on a thread of its own; {@code draw} makes of an answer what its platform takes. */
    public void start(Dialogue dialogue, Consumer<Card> draw) {
        Thread.ofPlatform().daemon().name("warm-up").start(() -> {
            try {
                for (int round = 0; round < ROUNDS; round++) for (var line : LOOKS) look(dialogue, draw, line);
                isUnderWay = false;
                for (int round = 0; round < ROUNDS; round++) Pictures.png(picture());
            } catch (RuntimeException e) {
                LOG.atWarn().setCause(e).log("the warm-up ended early");
            } finally {
                isUnderWay = false;
            }
        });
    }

    private static void look(Dialogue dialogue, Consumer<Card> draw, String line) {
        dialogue.expect(NOBODY.platform(), NOWHERE, line);
        if (dialogue.answer(NOBODY, NOWHERE, line) instanceof Reply.Private(var card, var ignored)) draw.accept(card);
    }

    /** A calendar of nobody: the first picture of a process takes ten times as long as the others. */
    private static Timeline picture() {
        var end = Instant.EPOCH.plus(Duration.ofDays(14));
        var rows = new ArrayList<Timeline.Row>();
        for (var kind : Timeline.Kind.values())
            rows.add(new Timeline.Row(kind.name(), List.of(new Timeline.Bar(Instant.EPOCH, end, kind.name(), kind))));
        return new Timeline("warm-up", Instant.EPOCH, end, Instant.EPOCH, ZoneOffset.UTC, rows);
    }

    public Optional<String> problem() {
        return isUnderWay ? Optional.of("it has just started, and warms up for a second or two") : Optional.empty();
    }
}
