package dev.arke.chat;

import dev.arke.alert.Priority;
import dev.arke.page.NotificationRule;
import dev.arke.page.NotificationRule.Via;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Notification rules as one types them: {@code chat, sms 1m, call 3m every 5m}; nothing, or {@code default}, for the usual ones. */
public final class RulePhrase {
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration SHORTEST_EVERY = Duration.ofMinutes(1);
    private static final int MOST = 8;

    private RulePhrase() {}

    /** Empty when it is none; an empty list stands for the defaults. A wait is a day at most. */
    public static Optional<List<NotificationRule>> read(Priority priority, String text) {
        var words = text.strip().toLowerCase(Locale.ROOT);
        if (words.isEmpty() || words.equals("default") || words.equals("defaults")) return Optional.of(List.of());
        var rules = new ArrayList<NotificationRule>();
        for (var part : words.split(",", -1)) {
            var rule = rule(priority, part.strip());
            if (rule.isEmpty()) return Optional.empty();
            rules.add(rule.get());
        }
        return rules.size() > MOST ? Optional.empty() : Optional.of(List.copyOf(rules));
    }

    /** Those of several priorities, {@code urgent call; high sms}; empty when one is none or has no ways. */
    public static Optional<Map<Priority, List<NotificationRule>>> readAll(String text) {
        var all = new EnumMap<Priority, List<NotificationRule>>(Priority.class);
        for (var part : text.split(";", -1)) {
            var said = part.strip().split("\\s+", 2);
            var priority = Priority.parse(said[0]);
            var rules = priority.filter(any -> said.length == 2).flatMap(one -> read(one, said[1]));
            if (rules.isEmpty() || rules.get().isEmpty()) return Optional.empty();
            all.put(priority.get(), rules.get());
        }
        return Optional.of(all);
    }

    private static Optional<NotificationRule> rule(Priority priority, String part) {
        var halves = part.split("\\s+every\\s+", 2);
        var every = halves.length == 1 ? Optional.<Duration>empty() : every(List.of(halves[1].split("\\s+", -1)));
        if (halves.length == 2 && every.isEmpty()) return Optional.empty();
        var words = List.of(halves[0].split("\\s+", -1));
        var wait = words.stream().skip(1).filter(word -> !word.equals("after")).toList();
        return via(words.getFirst())
                .flatMap(via -> wait(wait).map(after -> new NotificationRule(priority, via, after, every)));
    }

    /** From a minute: who is paged more often does not get to work. */
    private static Optional<Duration> every(List<String> words) {
        return wait(words).filter(length -> length.compareTo(SHORTEST_EVERY) >= 0);
    }

    static Optional<Via> via(String word) {
        return switch (word) {
            case "mail" -> Optional.of(Via.EMAIL);
            case "phone" -> Optional.of(Via.CALL);
            default -> Via.parse(word);
        };
    }

    private static Optional<Duration> wait(List<String> words) {
        if (words.isEmpty() || words.equals(List.of("now")) || words.equals(List.of("at", "once")))
            return Optional.of(Duration.ZERO);
        return DurationPhrase.read(words)
                .filter(read -> read.words() == words.size())
                .map(DurationPhrase.Read::length)
                .filter(length -> length.compareTo(LONGEST) <= 0);
    }

    /** As {@link #read} reads it. */
    public static String of(List<NotificationRule> rules) {
        if (rules.isEmpty()) return "default";
        return rules.stream()
                .map(rule -> rule.via().word()
                        + (rule.after().isZero() ? "" : " " + length(rule.after()))
                        + rule.every().map(every -> " every " + length(every)).orElse(""))
                .collect(Collectors.joining(", "));
    }

    static String length(Duration length) {
        return Stream.of(
                        part(length.toHours(), "h"),
                        part(length.toMinutesPart(), "m"),
                        part(length.toSecondsPart(), "s"))
                .collect(Collectors.joining());
    }

    private static String part(long count, String unit) {
        return count == 0 ? "" : count + unit;
    }
}
