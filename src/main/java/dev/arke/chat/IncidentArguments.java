package dev.arke.chat;

import dev.arke.alert.Priority;
import dev.arke.card.Button;
import dev.arke.chat.IncidentNumbers.Further;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What follows the verbs that change incidents by number, text or priority. */
final class IncidentArguments {
    private IncidentArguments() {}

    /** A verb that takes numbers and nothing else. */
    static Parsed command(Verb verb, Words words, ChatContext context, Function<List<Long>, Command> command) {
        return numbers(verb, words, context, incidents -> new Parsed.Understood(command.apply(incidents)));
    }

    private static Parsed numbers(Verb verb, Words words, ChatContext context, Function<List<Long>, Parsed> then) {
        if (!words.isEmpty() && words.first().isBare() && startsWithLetter(words.first()))
            return IncidentNumbers.noNumber(verb, words.first(), context);
        return IncidentNumbers.read(
                verb,
                words,
                context,
                Further.EVERY,
                (incidents, rest) -> rest.isEmpty() ? then.apply(incidents) : leftOver(verb, incidents, rest));
    }

    private static boolean startsWithLetter(Words.Word word) {
        return Character.isLetter(word.text().codePointAt(0));
    }

    /** Too many words: what was understood becomes a button. */
    private static Parsed leftOver(Verb verb, List<Long> incidents, Words rest) {
        var line = verb.word() + " " + joined(incidents);
        var buttons = Shown.fitsButton(line) ? List.of(Button.of(Shown.label(line), line)) : List.<Button>of();
        return new Parsed.Misunderstood(
                Complaint.of("incident.none", Shown.word(rest.first().text())),
                verb.word() + " " + incidents.getFirst(),
                buttons);
    }

    static Parsed show(Words words, ChatContext context) {
        return numbers(Verb.SHOW, words, context, incidents -> {
            if (incidents.size() == 1) return new Parsed.Understood(new Command.Show(incidents.getFirst()));
            var buttons = incidents.stream()
                    .limit(4)
                    .map(number -> Button.of("#" + number, "show " + number))
                    .toList();
            return new Parsed.Misunderstood(Complaint.of("incident.show.one"), "show " + incidents.getFirst(), buttons);
        });
    }

    static Parsed room(Words words, ChatContext context) {
        return IncidentNumbers.read(Verb.ROOM, words, context, Further.EVERY, (incidents, rest) -> {
            if (incidents.size() > 1)
                return Parsed.Misunderstood.of("incident.room.one", "room " + incidents.getFirst());
            if (rest.isEmpty()) return new Parsed.Understood(new Command.OpenRoom(incidents.getFirst()));
            return rest.size() == 1 && rest.first().says("archive")
                    ? new Parsed.Understood(new Command.ArchiveRoom(incidents.getFirst()))
                    : leftOver(Verb.ROOM, incidents, rest);
        });
    }

    static Parsed resolve(Words words, ChatContext context) {
        return IncidentNumbers.read(
                Verb.RESOLVE,
                words,
                context,
                Further.MARKED_OR_ALL,
                (incidents, note) -> new Parsed.Understood(new Command.Resolve(incidents, note.text())));
    }

    static Parsed note(Words words, ChatContext context) {
        return IncidentNumbers.read(
                Verb.NOTE,
                words,
                context,
                Further.MARKED,
                (incidents, text) -> text.text()
                        .<Parsed>map(note -> new Parsed.Understood(new Command.Note(incidents, note)))
                        .orElseGet(() -> formFor(Verb.NOTE, incidents)));
    }

    static Parsed merge(Words words, ChatContext context) {
        return IncidentNumbers.read(Verb.MERGE, words, context, Further.EVERY, (incidents, rest) -> {
            if (rest.isEmpty()) return formFor(Verb.MERGE, incidents);
            var into = rest.skip("into").skip("to").skip("with");
            var say = Verb.MERGE.example(incidents.getFirst());
            if (into.size() != 1) return Parsed.Misunderstood.of("incident.merge.into", say);
            var number =
                    IncidentNumbers.number(WordReader.withoutPause(into.first().plain()));
            if (number.isEmpty()) return IncidentNumbers.noNumber(Verb.MERGE, into.first(), context);
            if (incidents.contains(number.get()))
                return Parsed.Misunderstood.of("incident.merge.itself", say, number.get());
            return new Parsed.Understood(new Command.Merge(incidents, number.get()));
        });
    }

    static Parsed priority(Words words, ChatContext context) {
        return IncidentNumbers.read(Verb.PRIORITY, words, context, Further.MARKED, (incidents, rest) -> {
            var word = rest.skip("to");
            if (word.isEmpty()) return formFor(Verb.PRIORITY, incidents);
            Optional<Priority> priority = word.size() == 1
                    ? Priority.parse(WordReader.withoutPause(
                            TypedForms.lower(word.first().text())))
                    : Optional.empty();
            return priority.<Parsed>map(value -> new Parsed.Understood(new Command.SetPriority(incidents, value)))
                    .orElseGet(() -> noPriority(incidents, word));
        });
    }

    private static Parsed noPriority(List<Long> incidents, Words words) {
        var line = "priority " + joined(incidents) + " ";
        var buttons = Stream.of(Priority.URGENT, Priority.HIGH, Priority.MEDIUM, Priority.LOW)
                .map(priority -> Button.of(priority.word(), line + priority.word()))
                .toList();
        return new Parsed.Misunderstood(
                Complaint.of("incident.priority", Shown.word(words.text().orElse(""))),
                "priority " + incidents.getFirst() + " high",
                Shown.fitsButton(line) ? buttons : List.of());
    }

    /** The incidents are clear and the rest is not said: a form asks for it. */
    static Parsed formFor(Verb verb, List<Long> incidents) {
        return new Parsed.FormWanted(verb, Map.of(Parsed.FormWanted.INCIDENTS, joined(incidents)));
    }

    private static String joined(List<Long> incidents) {
        return incidents.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }
}
