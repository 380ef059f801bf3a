package dev.arke.dialogue;

import dev.arke.alert.Priority;
import dev.arke.alert.Service;
import dev.arke.chat.Names;
import dev.arke.chat.Verb;
import dev.arke.incident.Incident;
import dev.arke.responder.Responder;
import dev.arke.responder.Team;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Whole lines that could come of what somebody has begun to type. */
final class CompleteLine {
    private static final int MOST = 8;

    private CompleteLine() {}

    static List<String> complete(Asked asked, String begun) {
        var root = asked.place().bot().root();
        var line = begun.stripLeading();
        boolean withRoot = line.equals(root) || line.startsWith(root + " ");
        var words = withRoot ? line.substring(root.length()).stripLeading() : line;
        var before = withRoot ? root + " " : "";
        int space = words.lastIndexOf(' ');
        var last = words.substring(space + 1);
        var head = words.substring(0, space + 1);
        return candidates(asked, head)
                .distinct()
                .filter(word -> begins(word, last))
                .map(word -> before + head + word)
                .filter(whole -> !whole.equals(begun))
                .limit(MOST)
                .toList();
    }

    private static boolean begins(String word, String typed) {
        var plain = typed.replaceFirst("^[@#\"]", "");
        return word.replaceFirst("^\"", "").toLowerCase(Locale.ROOT).startsWith(plain.toLowerCase(Locale.ROOT));
    }

    private static Stream<String> candidates(Asked asked, String head) {
        if (head.isBlank())
            return Stream.of(Verb.values())
                    .filter(verb -> verb != Verb.OVERVIEW)
                    .map(Verb::word);
        var words = head.strip().split("\\s+");
        return Verb.find(words[0]).map(verb -> arguments(asked, verb, words)).orElse(Stream.of());
    }

    private static Stream<String> arguments(Asked asked, Verb verb, String[] words) {
        boolean first = words.length == 1;
        return switch (verb) {
            case OVERVIEW, DISCONNECT -> Stream.of();
            case TEST -> first ? ways(asked) : Stream.of();
            case LINK ->
                first
                        ? links(asked)
                        : Stream.concat(
                                Stream.of("min", "flat", "thread", "topic", "group", "handoffs", "no", "options"),
                                priorities());
            case UNLINK -> first ? links(asked) : Stream.of();
            case ME -> first ? Stream.concat(Stream.of("change"), priorities()) : Stream.of();
            case CONNECT ->
                first
                        ? asked.directory().responders().stream()
                                .map(Responder::name)
                                .map(Names::quoted)
                        : Stream.of();
            case HELP -> first ? Stream.of(Verb.values()).map(Verb::word) : Stream.of();
            case UNDO, ACCEPT, DECLINE -> Stream.of();
            case SWAP -> first ? Stream.of() : names(asked, false);
            case VACATION -> first ? Stream.of("today", "tomorrow", "cancel") : names(asked, false);
            case TAKE -> first ? Stream.of("1h", "2h", "4h", "8h") : names(asked, false);
            case ADMIN -> first ? Stream.of("keys", "key") : Stream.of();
            case FEED -> first ? Stream.concat(Stream.of("new", "revoke"), names(asked, false)) : names(asked, false);
            case COVER, OVERRIDE -> first ? Stream.concat(Stream.of("me"), names(asked, false)) : names(asked, false);
            case ROTATION ->
                first
                        ? Stream.concat(
                                Stream.of("why", "list", "show", "add", "edit", "refill", "pause", "resume", "remove"),
                                names(asked, false))
                        : names(asked, false);
            case ROSTER ->
                first
                        ? Stream.concat(Stream.of("in", "out", "add", "remove", "move", "change"), names(asked, false))
                        : names(asked, false);
            case CALENDAR -> first ? names(asked, false) : Stream.of("2w", "month");
            case REPORT ->
                first
                        ? Stream.concat(Stream.of("coverage"), names(asked, false))
                        : Stream.concat(Stream.of("last", "month", "week"), names(asked, false));
            case WHO, NEXT -> first ? names(asked, true) : Stream.of();
            case SHIFTS ->
                first
                        ? Stream.concat(Stream.of("add", "edit", "delete", "link", "unlink"), names(asked, true))
                        : names(asked, false);
            case SIMULATE ->
                first ? asked.directory().services().stream().map(Service::name).map(Names::quoted) : priorities();
            case LIST ->
                Stream.concat(
                        Stream.of("mine", "all", "triggered", "acked", "snoozed", "resolved", "urgent", "high"),
                        names(asked, true));
            case PAGE -> first ? names(asked, true) : priorities();
            case SHOW, ACKNOWLEDGE, RESOLVE, ESCALATE, UNACKNOWLEDGE, REOPEN -> numbers(asked);
            case ANSWER -> first ? questions(asked) : Stream.of();
            case ASK -> first ? numbers(asked) : words.length == 2 ? names(asked, false) : Stream.of();
            case ROOM -> first ? numbers(asked) : Stream.of("archive");
            case NOTE, SNOOZE ->
                first ? numbers(asked) : verb == Verb.SNOOZE ? Stream.of("30m", "1h", "4h") : Stream.of();
            case PRIORITY -> first ? numbers(asked) : priorities();
            case REASSIGN, ADD ->
                first
                        ? numbers(asked)
                        : Stream.concat(Stream.of("me").filter(me -> verb == Verb.REASSIGN), names(asked, false));
            case MERGE -> first ? numbers(asked) : Stream.concat(Stream.of("into"), numbers(asked));
        };
    }

    /** Teams and services, those of this place first. */
    private static Stream<String> links(Asked asked) {
        return Stream.concat(
                        Stream.concat(asked.teams().stream(), asked.directory().teams().stream())
                                .map(Team::name),
                        asked.directory().services().stream().map(Service::name))
                .map(Names::quoted);
    }

    /** By which somebody can be reached. */
    private static Stream<String> ways(Asked asked) {
        return asked.me().stream()
                .flatMap(me -> me.methods().stream())
                .map(method -> method.kind().word());
    }

    private static Stream<String> priorities() {
        return Stream.of(Priority.URGENT, Priority.HIGH, Priority.MEDIUM, Priority.LOW)
                .map(Priority::word);
    }

    private static Stream<String> numbers(Asked asked) {
        return Stream.concat(asked.around().thread().stream(), asked.around().open().stream())
                .map(Incident::number)
                .map(String::valueOf);
    }

    private static Stream<String> questions(Asked asked) {
        return asked.around().toAnswer().stream()
                .map(one -> String.valueOf(one.incident().number()));
    }

    private static Stream<String> names(Asked asked, boolean servicesToo) {
        var directory = asked.directory();
        var things = Stream.concat(
                asked.teams().stream().map(Team::name),
                Stream.concat(
                        directory.teams().stream().map(Team::name),
                        servicesToo ? directory.services().stream().map(Service::name) : Stream.<String>of()));
        return Stream.concat(things, directory.responders().stream().map(Responder::name))
                .map(Names::quoted);
    }
}
