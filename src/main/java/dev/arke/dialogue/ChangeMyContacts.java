package dev.arke.dialogue;

import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Reply;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.chat.Command;
import dev.arke.chat.ContactWords;
import dev.arke.engine.people.KeepContacts;
import dev.arke.engine.people.KeepContacts.Outcome;
import dev.arke.responder.ContactMethod;
import dev.arke.responder.Responder;
import java.util.List;
import java.util.stream.Collectors;

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
        return switch (outcome) {
            case Outcome.CodeSent(var to) ->
                said(
                        Tone.NEUTRAL,
                        Span.text("A code is on its way by " + ways(to) + ". Within 15 minutes, type "),
                        asked.typed("me verify 123456"),
                        Span.text(" with that code. Until then no page goes there."
                                + (to.size() > 1 ? " Each has a code of its own." : "")));
            case Outcome.Known() -> said(Tone.NEUTRAL, Span.text("I have that already."));
            case Outcome.Verified(var method) ->
                new Reply.Private(Card.line(
                                Tone.GOOD,
                                Span.text("Thank you: pages can reach you by " + ways(List.of(method)) + " now."))
                        .withButtons(Button.primary("Send me a test page", "test"), Button.of("How I am paged", "me")));
            case Outcome.WrongCode() ->
                said(
                        Tone.WARNING,
                        Span.text("That is none of the codes that I sent you within 15 minutes, or it was tried too"
                                + " often. For another one, add it again: "),
                        asked.typed("me add phone +33600000001"),
                        Span.text("."));
            case Outcome.Removed(var gone) ->
                said(Tone.GOOD, Span.text("Gone: nothing is sent by " + ways(gone) + " to that address any more."));
            case Outcome.NotOwn(var inFile) ->
                said(
                        Tone.WARNING,
                        Span.text(
                                inFile
                                        ? "That stands in the team file: an admin has to take it out there."
                                        : "You have no such way of contact. To see what you have, type "),
                        inFile ? Span.text("") : asked.typed("me"));
            case Outcome.TooMany() ->
                said(Tone.WARNING, Span.text("That were too many in too short a time. Try again in an hour."));
            case Outcome.NoCarrier(var kind) ->
                said(
                        Tone.WARNING,
                        Span.text("This Arke has nothing set up that could reach you by " + ContactWords.way(kind)
                                + ". An admin has to set it up first."));
            case Outcome.Refused(var why) -> Refusals.refused(asked, why);
        };
    }

    private static Reply said(Tone tone, Span... spans) {
        return new Reply.Private(Card.line(tone, spans));
    }

    private static String ways(List<ContactMethod> methods) {
        return methods.stream()
                .map(method -> ContactWords.way(method.kind()))
                .distinct()
                .collect(Collectors.joining(" and "));
    }
}
