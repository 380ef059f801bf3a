package dev.arke.dialogue;

import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Reply;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.chat.Command;
import dev.arke.chat.InsteadPhrase;
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
                new Reply.Private(Card.line(Tone.GOOD, Span.text(said(command.wish(), me)))
                        .withButtons(Button.of("How I am paged", "me")));
            case ChangeWishes.Outcome.Unknown(var name) ->
                Refusals.problem(asked, "I know no team or service called " + name + ".", "list");
            case ChangeWishes.Outcome.Refused(var why) -> Refusals.refused(asked, why);
        };
    }

    /** Several: what is said of each, or of the first that cannot be. */
    Reply answer(Asked asked, Responder me, List<PagingWish> all) {
        var said = new ArrayList<List<Span>>();
        for (var wish : all) {
            switch (wishes.change(asked.by(), me.id(), wish)) {
                case ChangeWishes.Outcome.Done ignored -> said.add(List.of(Span.text(said(wish, me))));
                case ChangeWishes.Outcome.Unknown(var name) -> {
                    return Refusals.problem(asked, "I know no team or service called " + name + ".", "list");
                }
                case ChangeWishes.Outcome.Refused(var why) -> {
                    return Refusals.refused(asked, why);
                }
            }
        }
        return new Reply.Private(Card.line(Tone.GOOD, Span.text("What you want of your pages is kept:"))
                .and(new Element.Lines(said))
                .withButtons(Button.of("How I am paged", "me")));
    }

    private static String said(PagingWish wish, Responder me) {
        return switch (wish) {
            case PagingWish.Quiet(var hours) ->
                hours.map(quiet -> "From " + quiet.from() + " to " + quiet.to() + " ("
                                + me.zone().getId()
                                + ") pages of low and medium priority wait for you. High and urgent ones never do.")
                        .orElse("You have no quiet hours any more.");
            case PagingWish.In(var language) ->
                switch (language.orElse(Language.ENGLISH)) {
                    case ENGLISH ->
                        language.isPresent()
                                ? "Pages speak English to you from now on."
                                : "Pages speak to you as the team file says, or else English.";
                    case FRENCH ->
                        "Vos appels vous parlent français désormais : par texto, mail, messagerie et téléphone."
                                + " Ce que vous tapez ici reste en anglais.";
                };
            case PagingWish.WhenMany(var instead) ->
                "From now on: " + InsteadPhrase.of(instead)
                        + ". Nothing is lost: where that cannot be used, pages come as" + " before.";
            case PagingWish.HoweverMany(var via) -> "However many pages come by " + via.word() + ", they do.";
            case PagingWish.For(var scope, var rules) ->
                "For " + scope + " you are paged so: "
                        + rules.entrySet().stream()
                                .map(one -> one.getKey().word() + " "
                                        + (one.getValue().isEmpty() ? "as usual" : RulePhrase.of(one.getValue())))
                                .sorted()
                                .collect(Collectors.joining("; "))
                        + ".";
        };
    }
}
