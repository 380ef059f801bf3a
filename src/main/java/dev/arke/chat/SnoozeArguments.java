package dev.arke.chat;

import dev.arke.card.Button;
import dev.arke.chat.IncidentNumbers.Further;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What follows snooze: incidents, how long, and perhaps why. */
final class SnoozeArguments {
    private final List<Long> incidents;
    private final ChatContext context;

    private SnoozeArguments(List<Long> incidents, ChatContext context) {
        this.incidents = incidents;
        this.context = context;
    }

    static Parsed read(Words words, ChatContext context) {
        // "90m" and "9:00" are no numbers, so in a thread or with one incident open the number may be left out
        return IncidentNumbers.read(
                Verb.SNOOZE,
                words,
                context,
                Further.MARKED,
                (incidents, rest) -> new SnoozeArguments(incidents, context).read(rest));
    }

    private Parsed read(Words words) {
        if (words.isEmpty()) return IncidentArguments.formFor(Verb.SNOOZE, incidents);
        var length = prefix(
                words.skip("for"),
                texts ->
                        DurationPhrase.read(texts).map(read -> new Said(new HowLong.For(read.length()), read.words())));
        if (length.isPresent()) return snooze(length.get());
        var until = prefix(
                words.skip("until").skip("till"),
                texts -> TimePhrase.read(texts, context.zone(), context.now())
                        .map(read -> new Said(new HowLong.Until(read.at()), read.words())));
        return until.map(this::snooze).orElseGet(() -> unclear("snooze.how.long"));
    }

    /** An end and how many texts said it. */
    private record Said(HowLong howLong, int texts) {}

    private record End(HowLong howLong, Words reason) {}

    /** A quoted first word is the whole time; else as many words as belong to it. */
    private static Optional<End> prefix(Words words, Function<List<String>, Optional<Said>> read) {
        if (words.isEmpty()) return Optional.empty();
        if (!words.first().quoted())
            return read.apply(words.texts()).map(said -> new End(said.howLong(), words.after(said.texts())));
        var quoted = words.until(1).texts();
        return read.apply(quoted)
                .filter(said -> said.texts() == quoted.size())
                .map(said -> new End(said.howLong(), words.after(1)));
    }

    private Parsed snooze(End end) {
        if (!end.howLong().end(context.now()).isAfter(context.now())) return unclear("snooze.over");
        return new Parsed.Understood(new Command.Snooze(
                incidents, end.howLong(), end.reason().skip("because").text()));
    }

    private Parsed unclear(String key) {
        long number = incidents.getFirst();
        var buttons = incidents.size() > 1
                ? List.<Button>of()
                : Stream.of("30m", "2h", "until tomorrow 9:00")
                        .map(end -> Button.of(end, "snooze " + number + " " + end))
                        .toList();
        return new Parsed.Misunderstood(Complaint.of(key), "snooze " + number + " 2h", buttons);
    }
}
