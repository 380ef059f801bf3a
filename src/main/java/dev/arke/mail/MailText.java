package dev.arke.mail;

import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Phrases;
import dev.arke.card.PlainText;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A card as the plain text of a mail: what it says, then what can be done, each with its link or as a line for the chat. */
final class MailText {
    private MailText() {}

    static String of(Card card, Function<Button, Optional<URI>> links, Optional<String> invitation, Phrases phrases) {
        var said = new Card(
                card.summary(),
                card.tone(),
                card.title(),
                card.body().stream()
                        .filter(part -> !(part instanceof Element.Actions))
                        .toList(),
                List.of(),
                List.of());
        var buttons = buttons(card);
        var linked = lines(buttons.stream()
                .flatMap(button -> links.apply(button).map(link -> button.label() + ": " + link).stream()));
        var inChat = lines(buttons.stream()
                .filter(button -> links.apply(button).isEmpty())
                .map(button -> button.label() + ": " + button.line()));
        return Stream.of(
                        PlainText.of(said, phrases.reader()),
                        linked,
                        invitation.orElse(""),
                        inChat.isEmpty() ? "" : phrases.say("in.chat") + "\n" + inChat)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private static List<Button> buttons(Card card) {
        var within = card.body().stream()
                .flatMap(part -> part instanceof Element.Actions actions ? actions.buttons().stream() : Stream.of());
        return Stream.concat(card.buttons().stream(), within).toList();
    }

    private static String lines(Stream<String> lines) {
        return lines.collect(Collectors.joining("\n"));
    }
}
