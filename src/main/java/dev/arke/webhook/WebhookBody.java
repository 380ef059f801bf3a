package dev.arke.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.PlainText;
import dev.arke.card.Span;
import dev.arke.delivery.Message;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A message as JSON. {@code delivery} is the same in every attempt: by it a receiver knows a call that came twice. */
final class WebhookBody {
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Plain(String delivery, String purpose, String summary, String text) {}

    private record Whole(
            String delivery, String purpose, String summary, String text, String title, List<Field> fields) {}

    private record Field(String label, String value) {}

    private WebhookBody() {}

    static byte[] of(Message message) {
        var card = message.card();
        var id = message.deliveryId().toString();
        var purpose = message.purpose().name().toLowerCase(Locale.ROOT);
        var text = PlainText.of(card);
        return bytes(
                message.plain()
                        ? new Plain(id, purpose, card.summary(), text)
                        : new Whole(id, purpose, card.summary(), text, words(card.title()), fields(card)));
    }

    private static List<Field> fields(Card card) {
        return card.body().stream()
                .filter(Element.Fields.class::isInstance)
                .map(Element.Fields.class::cast)
                .flatMap(fields -> fields.fields().stream())
                .map(field -> new Field(field.label(), words(field.value())))
                .toList();
    }

    /** For machines: a link is its label here, its address stands in the text. */
    private static String words(List<Span> spans) {
        return spans.stream()
                .map(span -> span instanceof Span.Link link ? link.label() : PlainText.of(span))
                .collect(Collectors.joining());
    }

    private static byte[] bytes(Object body) {
        try {
            return JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of strings are JSON", e);
        }
    }
}
