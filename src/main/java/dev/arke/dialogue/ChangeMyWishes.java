package dev.arke.dialogue;

import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Reader;
import dev.arke.card.Reply;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.chat.Command;
import dev.arke.chat.InsteadPhrase;
import dev.arke.chat.MePhrases;
import dev.arke.chat.PagingWish;
import dev.arke.chat.RulePhrase;
import dev.arke.engine.people.ChangeWishes;
import dev.arke.responder.Language;
import dev.arke.responder.Responder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** {@code me quiet …} and {@code me urgent … for checkout}: what one wants of one's pages besides the rules. */
final class ChangeMyWishes {
    private final ChangeWishes wishes;

    ChangeMyWishes(ChangeWishes wishes) {
        this.wishes = wishes;
    }

    Reply answer(Asked asked, Responder me, Command.OwnPaging command) {
        return switch (wishes.change(asked.by(), me.id(), command.wish())) {
            case ChangeWishes.Outcome.Done ignored ->
                new Reply.Private(Card.line(Tone.GOOD, Span.text(said(asked, command.wish(), me)))
                        .withButtons(Button.of(asked.own().say("me.button.paged"), "me")));
            case ChangeWishes.Outcome.Unknown(var name) ->
                Refusals.problem(asked, asked.own().say("wish.unknown", name), "list");
            case ChangeWishes.Outcome.Refused(var why) -> Refusals.refused(asked, why);
        };
    }

    /** Several: what is said of each, or of the first that cannot be. */
    Reply answer(Asked asked, Responder me, List<PagingWish> all) {
        var said = new ArrayList<List<Span>>();
        for (var wish : all) {
            switch (wishes.change(asked.by(), me.id(), wish)) {
                case ChangeWishes.Outcome.Done ignored -> said.add(List.of(Span.text(said(asked, wish, me))));
                case ChangeWishes.Outcome.Unknown(var name) -> {
                    return Refusals.problem(asked, asked.own().say("wish.unknown", name), "list");
                }
                case ChangeWishes.Outcome.Refused(var why) -> {
                    return Refusals.refused(asked, why);
                }
            }
        }
        return new Reply.Private(Card.line(Tone.GOOD, Span.text(asked.own().say("wish.kept")))
                .and(new Element.Lines(said))
                .withButtons(Button.of(asked.own().say("me.button.paged"), "me")));
    }

    private static String said(Asked asked, PagingWish wish, Responder me) {
        var say = asked.own();
        return switch (wish) {
            case PagingWish.Quiet(var hours) ->
                hours.map(quiet -> say.say(
                                "wish.said.quiet",
                                quiet.from(),
                                quiet.to(),
                                me.zone().getId()))
                        .orElseGet(() -> say.say("wish.said.quiet.off"));
            case PagingWish.In(var language) -> {
                // In the one that is wanted from now on.
                var wanted = language.orElse(Language.ENGLISH).locale();
                yield MePhrases.in(new Reader(wanted, asked.reader().zone()))
                        .say(language.isPresent() ? "wish.said.language" : "wish.said.language.usual");
            }
            case PagingWish.WhenMany(var instead) -> say.say("wish.said.many", InsteadPhrase.of(instead));
            case PagingWish.HoweverMany(var via) -> say.say("wish.said.however", via.word());
            case PagingWish.For(var scope, var rules) ->
                say.say(
                        "wish.said.for",
                        scope,
                        rules.entrySet().stream()
                                .map(one -> one.getValue().isEmpty()
                                        ? say.say("wish.usual", one.getKey().word())
                                        : one.getKey().word() + " " + RulePhrase.of(one.getValue()))
                                .sorted()
                                .collect(Collectors.joining("; ")));
        };
    }
}
