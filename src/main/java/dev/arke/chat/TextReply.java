package dev.arke.chat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What somebody answers to a text, understood: few words, typed on a phone at night. */
public sealed interface TextReply {
    /** Which incident: the person's short number for it or, with # before it, rather the incident's own. */
    record Which(int value, boolean isIncidents) {}

    /** Without a number: the only one that waits. */
    record Acknowledge(Optional<Which> which) implements TextReply {}

    /** {@code note} may be blank. */
    record Resolve(Optional<Which> which, String note) implements TextReply {}

    record AcknowledgeAll() implements TextReply {}

    record Help() implements TextReply {}

    /** No texts any more. The words are those that networks know too. */
    record Stop() implements TextReply {}

    record Start() implements TextReply {}

    record Unclear() implements TextReply {}

    Set<String> ACKNOWLEDGE = Set.of("ack", "a", "acknowledge", "claim", "take", "yes");
    Set<String> RESOLVE = Set.of("resolve", "resolved", "r", "close", "done");
    Set<String> ALL = Set.of("all", "everything");
    Set<String> HELP = Set.of("help", "h", "info");
    Set<String> STOP = Set.of("stop", "stopall", "unsubscribe", "end", "quit");
    Set<String> START = Set.of("start", "unstop");
    Pattern NUMBER = Pattern.compile("(#?)([0-9]{1,5})[.:,]?");

    /** Any text is read; case, stops and spaces do not matter. */
    static TextReply read(String text) {
        var words = List.of(
                text.strip().replaceFirst("^(\\p{L}+)(#?[0-9])", "$1 $2").split("\\s+", -1));
        var first = plain(words.getFirst());
        var second = words.size() > 1 ? words.get(1) : "";
        if (STOP.contains(first) && words.size() == 1) return new Stop();
        if (START.contains(first) && words.size() == 1) return new Start();
        if (HELP.contains(first) || first.isEmpty()) return new Help();
        if (ALL.contains(first)) return new AcknowledgeAll();
        var code = number(second);
        if (ACKNOWLEDGE.contains(first)) return acknowledge(second, code);
        if (RESOLVE.contains(first)) return resolve(words, second, code);
        // "12 ack", and "12" alone: who answers with the number means to take it.
        var led = number(words.getFirst());
        if (led.isPresent() && (second.isEmpty() || ACKNOWLEDGE.contains(plain(second)))) return new Acknowledge(led);
        if (led.isPresent() && RESOLVE.contains(plain(second)))
            return new Resolve(led, String.join(" ", words.subList(2, words.size())));
        return new Unclear();
    }

    private static TextReply acknowledge(String second, Optional<Which> code) {
        if (ALL.contains(plain(second))) return new AcknowledgeAll();
        return code.isPresent() || second.isEmpty() ? new Acknowledge(code) : new Unclear();
    }

    private static TextReply resolve(List<String> words, String second, Optional<Which> code) {
        if (code.isEmpty() && !second.isEmpty()) return new Unclear();
        return new Resolve(code, words.size() > 2 ? String.join(" ", words.subList(2, words.size())) : "");
    }

    private static Optional<Which> number(String word) {
        var found = NUMBER.matcher(word);
        return found.matches()
                ? Optional.of(new Which(
                        Integer.parseInt(found.group(2)), !found.group(1).isEmpty()))
                : Optional.empty();
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("^[\\p{P}\\p{S}]+|[\\p{P}\\p{S}]+$", "");
    }
}
