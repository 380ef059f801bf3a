package dev.arke.dialogue;

import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Reply;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.chat.Command;
import dev.arke.chat.ContactWords;
import dev.arke.engine.incident.AskQuestion;
import dev.arke.engine.incident.AskQuestion.Outcome;
import dev.arke.incident.Incident;
import java.util.UUID;

/** {@code ask}: somebody wants to know something of somebody. */
final class AskSomebody {
    /** A button's line holds at most 1,800 characters; the rest of it is short. */
    private static final int LONGEST_IN_BUTTON = 1_500;

    private final AskQuestion askQuestion;
    private final FindPeople findPeople;

    AskSomebody(AskQuestion askQuestion, FindPeople findPeople) {
        this.askQuestion = askQuestion;
        this.findPeople = findPeople;
    }

    Reply answer(Asked asked, Command.Ask ask) {
        return switch (findPeople.one(asked, ask.who())) {
            case FindPeople.Found.Of of -> ask(asked, ask, of.id());
            case FindPeople.Found.Nobody nobody -> nobody.reply(asked, name -> line(ask, name));
        };
    }

    /** The same question to somebody else; one too long for a button is typed again in the form. */
    private static String line(Command.Ask ask, String name) {
        var words = ask.question().length() > LONGEST_IN_BUTTON ? "" : " " + ask.question();
        return "ask " + ask.incident() + " " + name + words;
    }

    private Reply ask(Asked asked, Command.Ask ask, UUID who) {
        return switch (askQuestion.ask(asked.by(), ask.incident(), who, ask.question())) {
            case Outcome.Asked sent -> sent(asked, sent);
            case Outcome.Already already -> already(asked, already);
            case Outcome.Unreachable unreachable ->
                nobodyWasAsked(
                        asked,
                        unreachable.who(),
                        " was not asked: none of their contact methods works. Ask them yourself, or ask somebody"
                                + " else.",
                        ask.incident());
            case Outcome.Deactivated gone ->
                nobodyWasAsked(
                        asked,
                        gone.who(),
                        " was not asked: they are deactivated in Arke, so nothing reaches them any more. Ask"
                                + " somebody else.",
                        ask.incident());
            case Outcome.Oneself ignored ->
                Refusals.problem(
                        asked,
                        "That is you. To keep something in mind, put it into the timeline.",
                        "note " + ask.incident());
            case Outcome.Over over -> over(over.incident());
            case Outcome.Unknown unknown ->
                Refusals.problem(
                        asked, "There is no incident #" + unknown.number() + ". To see the open ones:", "list");
            case Outcome.Refused refused -> Refusals.refused(refused.sentence());
        };
    }

    private static Reply sent(Asked asked, Outcome.Asked sent) {
        long number = sent.incident().number();
        return new Reply.Private(Card.line(
                        Tone.GOOD,
                        Span.text("I am asking "),
                        asked.person(sent.question().askedId()),
                        Span.text(" by " + ContactWords.way(sent.by()) + ", and remind them until they answer. You hear"
                                + " from me then. If you find out yourself, type "),
                        asked.typed("answer " + number),
                        Span.text(" and what it is."))
                .withButtons(Button.of("Show #" + number, "show " + number)));
    }

    private static Reply already(Asked asked, Outcome.Already already) {
        var question = already.question();
        return new Reply.Private(Card.line(
                Tone.NEUTRAL,
                Span.text("You asked "),
                asked.person(question.askedId()),
                Span.text(" that already, "),
                Span.dateTime(question.askedAt()),
                Span.text(". I go on reminding them.")));
    }

    private static Reply nobodyWasAsked(Asked asked, UUID who, String why, long number) {
        return new Reply.Private(Card.line(Tone.WARNING, asked.person(who), Span.text(why))
                .withButtons(Button.of("Ask somebody else…", "ask " + number)));
    }

    private static Reply over(Incident incident) {
        long number = incident.number();
        var words =
                DoneWords.words("", number, " is resolved, so nobody was asked. If it is not over, reopen it first.");
        return new Reply.Private(Card.line(Tone.NEUTRAL, words.toArray(Span[]::new))
                .withButtons(Button.of("Reopen", "reopen " + number), Button.of("Note…", "note " + number)));
    }
}
