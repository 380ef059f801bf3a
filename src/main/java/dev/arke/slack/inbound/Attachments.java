package dev.arke.slack.inbound;

import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Span;
import dev.arke.picture.Pictures;
import dev.arke.slack.web.Called;
import dev.arke.slack.web.SlackClient;
import dev.arke.slack.web.SlackFiles;
import dev.arke.slack.web.SlackFiles.Arrival;
import dev.arke.slack.web.Workspaces;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what a card shows that no block can hold, pictures and text files, as files of Slack's. A file cannot be shown to
 * one person in a channel, so what is private goes into their direct messages. What does not arrive is told in words.
 */
final class Attachments {
    private static final Logger LOG = LoggerFactory.getLogger(Attachments.class);
    private static final int LONGEST_ALT = 1_000;
    /** What fits one block, with its fence. */
    private static final int LONGEST_TEXT = 2_900;

    private final SlackClient client;
    private final SlackFiles files;
    private final Workspaces workspaces;

    Attachments(SlackClient client, Workspaces workspaces) {
        this.client = client;
        this.files = new SlackFiles(client);
        this.workspaces = workspaces;
    }

    private record Target(String token, SlackFiles.Place place, boolean elsewhere) {}

    /** What is left of the card to be shown; {@code toAll}: in the channel of the gesture, for everybody. */
    Card send(Gesture gesture, Card card, boolean toAll) {
        if (!isNeeded(card)) return card;
        var target = workspaces.token(Optional.of(gesture.who().team())).then(token -> place(token, gesture, toAll));
        target.failed()
                .ifPresent(failure ->
                        LOG.atWarn().addKeyValue("code", failure.code()).log("there is no place for a file"));
        var left = new ArrayList<Element>();
        for (var element : card.body())
            if (!isFile(element)) left.add(element);
            else left.addAll(left(element, target.answered()));
        return new Card(card.summary(), card.tone(), card.title(), left, card.buttons(), card.more());
    }

    static boolean isNeeded(Card card) {
        return card.body().stream().anyMatch(Attachments::isFile);
    }

    private static boolean isFile(Element element) {
        return element instanceof Element.Picture || element instanceof Element.TextFile;
    }

    private Called<Target> place(String token, Gesture gesture, boolean toAll) {
        var where = gesture.where();
        if (where.channel().isPresent() && (toAll || where.withBot()))
            return new Called.Ok<>(
                    new Target(token, new SlackFiles.Place(where.channel().get(), where.thread()), false));
        return client.call(
                        token,
                        methods -> methods.conversationsOpen(
                                open -> open.users(List.of(gesture.who().user()))))
                .map(opened -> new Target(
                        token, new SlackFiles.Place(opened.getChannel().getId(), Optional.empty()), true));
    }

    private List<Element> left(Element element, Optional<Target> target) {
        var arrival = target.map(where -> show(element, where)).orElse(Arrival.NOT_SHOWN);
        var elsewhere = target.filter(Target::elsewhere).isPresent();
        return switch (arrival) {
            case SHOWN ->
                elsewhere ? told("It is in your direct messages with me, so that only you see it.") : List.of();
            case PERHAPS ->
                inWords(
                        element,
                        "Slack did not say whether the file arrived: it may stand "
                                + (elsewhere ? "in your direct messages with me" : "here") + " as well.");
            case NOT_SHOWN -> inWords(element, "Slack did not take the file, so here it is in words.");
        };
    }

    private Arrival show(Element element, Target target) {
        return switch (element) {
            case Element.Picture picture ->
                show("calendar.png", picture.alt(), Pictures.png(picture.drawing()), target);
            case Element.TextFile text ->
                show(text.name(), text.words(), text.content().getBytes(StandardCharsets.UTF_8), target);
            default -> throw new AssertionError("no file: " + element);
        };
    }

    private Arrival show(String name, String words, byte[] bytes, Target target) {
        var alt = words.length() <= LONGEST_ALT ? words : words.substring(0, LONGEST_ALT - 1) + "…";
        return files.show(target.token(), name, alt, bytes, target.place());
    }

    private static List<Element> inWords(Element element, String why) {
        var words = new ArrayList<>(told(why));
        switch (element) {
            case Element.Picture picture ->
                words.add(new Element.Lines(picture.alt()
                        .lines()
                        .map(line -> List.of(Span.text(line)))
                        .toList()));
            case Element.TextFile file -> {
                var content = file.content().strip();
                words.add(Element.paragraph(file.words()));
                words.add(new Element.Verbatim(content));
                if (content.length() > LONGEST_TEXT)
                    words.addAll(told("That is only its beginning. For the whole of it, ask again in a while."));
            }
            default -> words.add(element);
        }
        return words;
    }

    private static List<Element> told(String words) {
        return List.of(Element.context(Span.text(words)));
    }
}
