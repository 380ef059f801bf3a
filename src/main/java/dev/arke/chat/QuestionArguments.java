package dev.arke.chat;

import dev.arke.chat.IncidentNumbers.Further;
import java.util.Map;
import java.util.Optional;

/** What follows the verbs that ask and answer. */
final class QuestionArguments {
    private QuestionArguments() {}

    /** Number, whom, and the question; what is missing is asked by the form. */
    static Parsed ask(Words words, ChatContext context) {
        return IncidentNumbers.read(Verb.ASK, words, context, Further.MARKED, (incidents, rest) -> {
            long number = incidents.getFirst();
            if (incidents.size() > 1) return Parsed.Misunderstood.of("incident.ask.one", Verb.ASK.example(number));
            if (rest.isEmpty()) return IncidentArguments.formFor(Verb.ASK, incidents);
            return rest.after(1)
                    .text()
                    .<Parsed>map(question -> new Parsed.Understood(
                            new Command.Ask(number, rest.first().named(), question)))
                    .orElseGet(() -> new Parsed.FormWanted(
                            Verb.ASK,
                            Map.of(
                                    Parsed.FormWanted.INCIDENTS,
                                    Long.toString(number),
                                    Parsed.FormWanted.TARGET,
                                    rest.until(1).asDelivered())));
        });
    }

    /** Perhaps a number, and the answer. One number at most: a second one is a part of the answer. */
    static Parsed answer(Words words, ChatContext context) {
        Optional<Long> number = words.isEmpty() || !words.first().isBare()
                ? Optional.empty()
                : IncidentNumbers.number(WordReader.withoutPause(words.first().plain()));
        if (number.isEmpty() && !words.isEmpty() && IncidentNumbers.isNearlyNumber(words.first()))
            return IncidentNumbers.noNumber(Verb.ANSWER, words.first(), context);
        var text = (number.isPresent() ? words.after(1) : words).text();
        Map<String, String> given = number.map(one -> Map.of(Parsed.FormWanted.INCIDENTS, Long.toString(one)))
                .orElse(Map.of());
        return text.<Parsed>map(said -> new Parsed.Understood(new Command.Answer(number, Optional.empty(), said)))
                .orElseGet(() -> new Parsed.FormWanted(Verb.ANSWER, given));
    }
}
