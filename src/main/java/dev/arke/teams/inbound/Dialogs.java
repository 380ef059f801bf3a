package dev.arke.teams.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arke.alert.CleanText;
import dev.arke.card.Card;
import dev.arke.card.Form;
import dev.arke.card.Reply;
import dev.arke.chat.Verb;
import dev.arke.database.DatabaseUnavailable;
import dev.arke.dialogue.Submitted;
import dev.arke.dialogue.Turns;
import dev.arke.engine.chat.SeenEvents;
import dev.arke.responder.ContactKind;
import dev.arke.teams.card.FormCard;
import dev.arke.teams.card.Press;
import dev.arke.teams.install.AppSurface;
import dev.arke.teams.web.MessageRef;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Forms in dialogs, from a card's button or from a message's menu, and the search box. A form counts once. */
final class Dialogs {
    private static final int LONGEST_EXCERPT = 1_500;
    private static final int LONGEST_SUMMARY = 200;
    private static final String TITLE = "Arke";

    private final Speech speech;
    private final Replies replies;
    private final SeenEvents seen;
    private final Turns turns;

    Dialogs(Speech speech, Replies replies, SeenEvents seen, Turns turns) {
        this.speech = speech;
        this.replies = replies;
        this.seen = seen;
        this.turns = turns;
    }

    /** A button of ours that opens a form: {@code task/fetch}. */
    Answered fetch(Heard heard) {
        return inTime(() -> switch (Press.parse(heard.value().path("data")).orElse(null)) {
            case Press.Run(var line) -> opened(heard, speech.answer(heard, line));
            case Press.Open(var verb) -> opened(heard, speech.open(heard, verb, Map.of()));
            case null, default -> Answered.last("I do not know this button any more, so nothing was done.");
        });
    }

    /** "Page about this message", in a message's menu: {@code composeExtension/fetchTask}. */
    Answered aboutMessage(Heard heard) {
        if (!heard.value().path("commandId").asText().equals(AppSurface.PAGE_ABOUT)) return Answered.UNKNOWN;
        return inTime(() -> opened(heard, speech.open(heard, Verb.PAGE.word(), about(heard.value()))));
    }

    private static Map<String, String> about(JsonNode value) {
        var message = value.path("messagePayload");
        var words = plain(message.at("/body/content").asText(""));
        var link = message.path("linkToMessage").asText("");
        return Map.of(
                "text",
                CleanText.cut(CleanText.line(words), LONGEST_SUMMARY),
                "details",
                (CleanText.cut(CleanText.of(words), LONGEST_EXCERPT) + "\n" + link).strip());
    }

    /** A message's HTML, without its tags: what is left is data. */
    static String plain(String html) {
        return html.replaceAll("(?i)<(br|/p|/div|/li)[^<>]*>", "\n")
                .replaceAll("<[^<>]*>", "")
                .replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .strip();
    }

    private Answered opened(Heard heard, Reply reply) {
        return switch (reply) {
            case Reply.Open open -> form(open.form(), heard.message().map(MessageRef::toString));
            case Reply.Private told -> shown(told.card());
            case Reply.Public told -> {
                replies.say(heard, told.card());
                yield Answered.last(told.card().summary());
            }
            case Reply.Silent ignored -> Answered.last("Done.");
        };
    }

    private static Answered form(Form form, Optional<String> message) {
        return Answered.dialog(FormCard.title(form), FormCard.of(form, message));
    }

    private Answered shown(Card card) {
        return Answered.dialog(TITLE, replies.cards().draw(card).card().orElseThrow());
    }

    /** A form is sent, or a button in a dialog is clicked: {@code task/submit}, {@code composeExtension/submitAction}. */
    Answered submit(Heard heard) {
        var data = heard.value().path("data");
        return inTime(() -> switch (Press.parse(data).orElse(null)) {
            case Press.Submit(var verb, var message) -> sent(heard, verb, message, values(data));
            case Press.Run(var line) -> opened(heard, speech.answer(heard, line));
            case null, default -> Answered.last("I do not know this form any more, so nothing was done.");
        });
    }

    private static Map<String, String> values(JsonNode data) {
        var values = new LinkedHashMap<String, String>();
        data.properties().forEach(field -> {
            if (!field.getKey().equals(Press.DATA) && field.getValue().isTextual())
                values.put(field.getKey(), field.getValue().asText());
        });
        return values;
    }

    private Answered sent(Heard heard, String verb, Optional<String> message, Map<String, String> values) {
        var id = "form:" + heard.id();
        try {
            // Teams sends a form again when the answer is late; each sending has one id.
            if (!heard.id().isEmpty() && !seen.claim(ContactKind.TEAMS, id))
                return Answered.last("This form was sent already.");
        } catch (DatabaseUnavailable e) {
            return Answered.last("My database does not answer, so nothing was done. Try again in a moment, or call the"
                    + " person on call yourself.");
        }
        return switch (speech.submit(heard, message, verb, values)) {
            case Submitted.Done(var reply) -> {
                seen.finish(ContactKind.TEAMS, id);
                yield done(heard, reply);
            }
            case Submitted.Invalid(var errors) -> {
                seen.release(ContactKind.TEAMS, id);
                yield speech.open(heard, verb, values) instanceof Reply.Open(var form)
                        ? Answered.dialog(FormCard.title(form), FormCard.of(form, message, values, errors))
                        : Answered.last("Nothing was done. " + String.join(" ", errors.values()));
            }
        };
    }

    private Answered done(Heard heard, Reply reply) {
        return switch (reply) {
            case Reply.Private told -> shown(told.card());
            case Reply.Public told -> {
                // Where Arke is not, who sent it reads it at least.
                yield replies.say(heard, told.card()) ? Answered.closed() : shown(told.card());
            }
            case Reply.Open(var form) -> form(form, Optional.empty());
            case Reply.Silent ignored -> Answered.closed();
        };
    }

    /** "Who is on call", in the search box: {@code composeExtension/query}. */
    Answered search(Heard heard) {
        if (!heard.value().path("commandId").asText().equals(AppSurface.WHO)) return Answered.UNKNOWN;
        var sought = CleanText.line(heard.value().at("/parameters/0/value").asText(""));
        // What Teams asks with before anything is typed.
        var whom = sought.equals("true") ? "" : sought;
        var late = Answered.found(Card.line("That took too long. Type it again."));
        return inTime(late, () -> switch (speech.answer(heard, (Verb.WHO.word() + " " + whom).strip())) {
            case Reply.Private told -> Answered.found(told.card());
            case Reply.Public told -> Answered.found(told.card());
            case Reply.Open ignored -> Answered.found(Card.line("Type a team or a service."));
            case Reply.Silent ignored -> Answered.found(Card.line("Nothing was found."));
        });
    }

    private Answered inTime(Supplier<Answered> work) {
        return inTime(
                Answered.last("That took too long. What was sent is still being done; look at the incident before you"
                        + " send it again."),
                work);
    }

    private Answered inTime(Answered late, Supplier<Answered> work) {
        return Turns.within(turns.begin(work), Patience.INVOKE).orElse(late);
    }
}
