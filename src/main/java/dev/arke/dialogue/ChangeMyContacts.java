package dev.arke.dialogue;

import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Phrases;
import dev.arke.card.Reply;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.chat.Command;
import dev.arke.chat.ContactWords;
import dev.arke.chat.NoticePhrases;
import dev.arke.engine.people.KeepContacts;
import dev.arke.engine.people.KeepContacts.Outcome;
import dev.arke.responder.ContactMethod;
import dev.arke.responder.Responder;
import java.util.List;

/** {@code me add}, {@code me verify} and {@code me remove}: one's own ways of contact. */
final class ChangeMyContacts {
    private final KeepContacts contacts;

    ChangeMyContacts(KeepContacts contacts) {
        this.contacts = contacts;
    }

    Reply answer(Asked asked, Responder me, Command.OwnContact command) {
        return answer(
                asked,
                switch (command.deed()) {
                    case ADD -> contacts.add(asked.by(), me.id(), command.kinds(), command.said());
                    case VERIFY -> contacts.verify(asked.by(), me.id(), command.said());
                    case REMOVE -> contacts.remove(asked.by(), me.id(), command.kinds(), command.said());
                });
    }

    private static Reply answer(Asked asked, Outcome outcome) {
        var say = asked.own();
        return switch (outcome) {
            case Outcome.CodeSent(var to) ->
                said(
                        Tone.NEUTRAL,
                        say.spans(
                                to.size() > 1 ? "contact.codes" : "contact.code",
                                Span.text(ways(to, say)),
                                asked.typed("me verify 123456")));
            case Outcome.Known() -> said(Tone.NEUTRAL, say.spans("contact.known"));
            case Outcome.Verified(var method) ->
                new Reply.Private(Card.line(
                                Tone.GOOD, Span.text(say.say("contact.verified", ways(List.of(method), say))))
                        .withButtons(
                                Button.primary(say.say("me.button.test"), "test"),
                                Button.of(say.say("me.button.paged"), "me")));
            case Outcome.WrongCode() ->
                said(Tone.WARNING, say.spans("contact.wrong", asked.typed("me add phone +33600000001")));
            case Outcome.Removed(var gone) -> said(Tone.GOOD, say.spans("contact.removed", Span.text(ways(gone, say))));
            case Outcome.NotOwn(var inFile) ->
                said(Tone.WARNING, inFile ? say.spans("contact.file") : say.spans("contact.none", asked.typed("me")));
            case Outcome.TooMany() -> said(Tone.WARNING, say.spans("contact.many"));
            case Outcome.NoCarrier(var kind) ->
                said(
                        Tone.WARNING,
                        say.spans(
                                "contact.carrier", Span.text(ContactWords.way(kind, NoticePhrases.in(say.reader())))));
            case Outcome.Refused(var why) -> Refusals.refused(asked, why);
        };
    }

    private static Reply said(Tone tone, List<Span> words) {
        return new Reply.Private(Card.line(tone, words.toArray(Span[]::new)));
    }

    private static String ways(List<ContactMethod> methods, Phrases say) {
        var notice = NoticePhrases.in(say.reader());
        return methods.stream()
                .map(method -> ContactWords.way(method.kind(), notice))
                .distinct()
                .reduce((one, other) -> say.say("and", one, other))
                .orElse("");
    }
}
