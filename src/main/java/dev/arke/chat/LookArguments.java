package dev.arke.chat;

import dev.arke.alert.Priority;
import dev.arke.chat.Words.Word;
import dev.arke.responder.ContactKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What follows the verbs that only look: somebody or something, and perhaps an instant. */
final class LookArguments {
    private static final Pattern COMMAS = Pattern.compile("[,\uff0c\u3001\u060c]");

    private LookArguments() {}

    static Parsed who(Words words, ChatContext context) {
        return aboutAndTime(
                Verb.WHO,
                withoutOnCall(words),
                context,
                said -> new Parsed.Understood(
                        new Command.Who(said.about(), said.at().orElse(context.now()))));
    }

    static Parsed simulate(Words words, ChatContext context) {
        var by = way(words);
        if (by.isPresent()) words = words.until(words.size() - 2);
        return untilTime(exampleAt(Verb.SIMULATE, words), words, context, (about, at) -> {
            var priority = by.isPresent() ? Optional.<Priority>empty() : priority(about);
            return named(
                    Verb.SIMULATE,
                    priority.isPresent() ? about.untilLast() : about,
                    named -> named.<Parsed>map(
                                    service -> new Parsed.Understood(new Command.Simulate(service, priority, at, by)))
                            .orElseGet(() -> Parsed.Misunderstood.of("simulate.what", "simulate checkout")));
        });
    }

    /** Behind a service; a service may have the name of one. */
    private static Optional<Priority> priority(Words words) {
        return words.size() > 1 && words.last().isBare()
                ? Priority.parse(
                        WordReader.withoutPause(TypedForms.lower(words.last().text())))
                : Optional.empty();
    }

    /** "by sms" at the end. */
    private static Optional<ContactKind> way(Words words) {
        if (words.size() < 3 || !words.untilLast().last().says("by")) return Optional.empty();
        var word = words.last();
        return word.says("mail") ? Optional.of(ContactKind.EMAIL) : ContactKind.parse(word.plain());
    }

    static Parsed next(Words words) {
        return named(Verb.NEXT, words, about -> new Parsed.Understood(new Command.Next(about)));
    }

    static Parsed list(Words words) {
        var filters = words.all().stream()
                .filter(word -> !word.says("open") && !word.says("and"))
                .flatMap(LookArguments::filters)
                .distinct()
                .limit(20)
                .toList();
        return new Parsed.Understood(new Command.ListIncidents(filters));
    }

    private static Stream<ListFilter> filters(Word word) {
        if (!word.isBare()) return Stream.of(new ListFilter.About(word.named()));
        return Stream.of(COMMAS.split(word.text(), -1))
                .filter(part -> !part.isEmpty())
                .map(part -> ListFilter.parse(part)
                        .orElseGet(() -> new ListFilter.About(
                                new Word(part, false, Optional.empty(), word.start(), word.end()).named())));
    }

    /** "who is on call for payments" means "who payments". */
    private static Words withoutOnCall(Words words) {
        var rest = words.skip("'s")
                .skip("is")
                .skip("on")
                .skip("call")
                .skip("on-call")
                .skip("oncall");
        return rest.size() == words.size() ? words : rest.skip("for").skip("in");
    }

    private record Said(Optional<Reference> about, Optional<Instant> at) {}

    private static Parsed aboutAndTime(Verb verb, Words words, ChatContext context, Function<Said, Parsed> then) {
        return untilTime(
                exampleAt(verb, words),
                words,
                context,
                (about, at) -> named(verb, about, named -> then.apply(new Said(named, at))));
    }

    /** Words, then perhaps {@code at} and a time, or {@code now}. */
    static Parsed untilTime(
            String example, Words words, ChatContext context, BiFunction<Words, Optional<Instant>, Parsed> then) {
        int at = placeOfAt(words.all());
        if (at < 0) return then.apply(words, Optional.empty());
        var texts = words.after(at).skip("at").texts();
        var time = TimePhrase.read(texts, context.zone(), context.now())
                .filter(read -> read.words() == texts.size())
                .map(TimePhrase.Read::at);
        if (time.isPresent()) return then.apply(words.until(at), time);
        var typed = String.join(" ", texts);
        return typed.isEmpty()
                ? Parsed.Misunderstood.of("time.at", example)
                : Parsed.Misunderstood.of("time.unread", example, Shown.word(typed));
    }

    private static String exampleAt(Verb verb, Words words) {
        int at = placeOfAt(words.all());
        var about = at < 0 ? words : words.until(at);
        var line = new ArrayList<>(List.of(verb.word()));
        if (!about.isEmpty()) line.add(Shown.word(about.text().orElse("")));
        else if (verb == Verb.SIMULATE) line.add("checkout");
        line.add("at fri 9am");
        return String.join(" ", line);
    }

    private static int placeOfAt(List<Word> words) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).says("at") || (i == words.size() - 1 && saysNow(words.get(i)))) return i;
        }
        return -1;
    }

    private static boolean saysNow(Word word) {
        return word.isBare() && WordReader.withoutPause(word.plain()).equalsIgnoreCase("now");
    }

    /** One reference, or words that are one name together. */
    static Parsed named(Verb verb, Words words, Function<Optional<Reference>, Parsed> then) {
        if (words.isEmpty()) return then.apply(Optional.empty());
        if (words.size() == 1) return then.apply(Optional.of(words.first().named()));
        if (words.all().stream().anyMatch(word -> word.reference().isPresent()))
            return Parsed.Misunderstood.of("look.one", verb.example(0));
        var name = WordReader.withoutPause(words.text().orElse("").replaceFirst("^[@#]", ""));
        return then.apply(Optional.of(new Reference.Name(name.replace("\"", ""))));
    }
}
