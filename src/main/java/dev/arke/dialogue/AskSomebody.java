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
        var say = asked.phrases();
        return switch (askQuestion.ask(asked.by(), ask.incident(), who, ask.question())) {
            case Outcome.Asked sent -> sent(asked, sent);
            case Outcome.Already already -> already(asked, already);
            case Outcome.Unreachable unreachable ->
                nobodyWasAsked(asked, "ask.unreachable", unreachable.who(), ask.incident());
            case Outcome.Deactivated gone -> nobodyWasAsked(asked, "ask.deactivated", gone.who(), ask.incident());
            case Outcome.Oneself ignored -> Refusals.problem(asked, say.say("ask.oneself"), "note " + ask.incident());
            case Outcome.Over over -> over(say, over.incident());
            case Outcome.Unknown unknown ->
                Refusals.problem(asked, say.say("ask.no.incident", "#" + unknown.number()), "list");
            case Outcome.Refused refused -> Refusals.refused(asked, refused.why());
        };
    }

    private static Reply sent(Asked asked, Outcome.Asked sent) {
        long number = sent.incident().number();
        var say = asked.phrases();
        var words = say.spans(
                "ask.sent",
                asked.person(sent.question().askedId()),
                Span.text(ContactWords.way(sent.by(), NoticePhrases.in(asked.reader()))),
                asked.typed("answer " + number));
        return new Reply.Private(Card.line(Tone.GOOD, words.toArray(Span[]::new))
                .withButtons(Button.of(say.say("button.show.number", "#" + number), "show " + number)));
    }

    private static Reply already(Asked asked, Outcome.Already already) {
        var question = already.question();
        var words = asked.phrases()
                .spans("ask.already", asked.person(question.askedId()), Span.dateTime(question.askedAt()));
        return new Reply.Private(Card.line(Tone.NEUTRAL, words.toArray(Span[]::new)));
    }

    private static Reply nobodyWasAsked(Asked asked, String why, UUID who, long number) {
        var say = asked.phrases();
        return new Reply.Private(
                Card.line(Tone.WARNING, say.spans(why, asked.person(who)).toArray(Span[]::new))
                        .withButtons(Button.of(say.say("button.ask.else"), "ask " + number)));
    }

    private static Reply over(Phrases say, Incident incident) {
        long number = incident.number();
        var words = say.spans("ask.over", DoneWords.number(number));
        return new Reply.Private(Card.line(Tone.NEUTRAL, words.toArray(Span[]::new))
                .withButtons(
                        Button.of(say.say("button.reopen"), "reopen " + number),
                        Button.of(say.say("button.note"), "note " + number)));
    }
}
