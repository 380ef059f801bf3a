package dev.arke.chat;

import dev.arke.alert.Priority;
import dev.arke.chat.IncidentNumbers.Further;
import dev.arke.chat.Parsed.FormWanted;
import dev.arke.chat.Words.Word;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** What follows the verbs that name whom to page. */
final class PeopleArguments {
    private PeopleArguments() {}

    static Parsed reassign(Words words, ChatContext context) {
        return IncidentNumbers.read(Verb.REASSIGN, words, context, Further.EVERY, (incidents, rest) -> {
            var to = rest.skip("to");
            if (to.isEmpty()) return IncidentArguments.formFor(Verb.REASSIGN, incidents);
            if (to.size() == 1)
                return new Parsed.Understood(
                        new Command.Reassign(incidents, to.first().named()));
            return Parsed.Misunderstood.of("people.whom", Verb.REASSIGN.example(incidents.getFirst()));
        });
    }

    static Parsed add(Words words, ChatContext context) {
        return IncidentNumbers.read(Verb.ADD, words, context, Further.EVERY, (incidents, rest) -> {
            var people = people(rest);
            if (people.isEmpty()) return IncidentArguments.formFor(Verb.ADD, incidents);
            if (people.size() > IncidentNumbers.MOST)
                return Parsed.Misunderstood.of("people.many", Verb.ADD.example(incidents.getFirst()));
            return new Parsed.Understood(new Command.Add(incidents, people));
        });
    }

    private static List<Reference> people(Words words) {
        return words.all().stream()
                .filter(word -> !word.says("and") && !word.says(",") && !word.says("&"))
                .map(Word::named)
                .distinct()
                .toList();
    }

    /** Target, what is wrong, and as the last word perhaps how urgent. Anything missing is asked by the form. */
    static Parsed page(Words words) {
        var given = new HashMap<String, String>();
        if (words.isEmpty()) return new FormWanted(Verb.PAGE, given);
        given.put(FormWanted.TARGET, words.until(1).asDelivered());
        var rest = words.after(1);
        Optional<Priority> priority = rest.isEmpty() || !rest.last().isBare()
                ? Optional.empty()
                : Priority.parse(TypedForms.lower(rest.last().text()));
        priority.ifPresent(value -> given.put(FormWanted.PRIORITY, value.word()));
        var summary = (priority.isPresent() ? rest.untilLast() : rest).text();
        return summary.<Parsed>map(text ->
                        new Parsed.Understood(new Command.Page(words.first().named(), text, priority)))
                .orElseGet(() -> new FormWanted(Verb.PAGE, given));
    }
}
