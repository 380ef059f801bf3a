package dev.arke.dialogue;

import dev.arke.chat.AnswerPhrases;
import dev.arke.chat.ChatContext;
import dev.arke.chat.Command;
import dev.arke.chat.CommandParser;
import dev.arke.chat.IncidentView;
import dev.arke.chat.Parsed;
import dev.arke.engine.delivery.ReadSent.Sent;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the words of a reply mean: a line about the incidents of the message that is answered, the answer to its question, or
 * nothing that can be done by mail. Reads and changes nothing.
 */
public final class ReplyLine {
    /** People write a word or two more below what they want. */
    private static final Pattern TAKES = Pattern.compile("(?i)(ack|acknowledge|claim)\\b[^\\d#]*");

    /** A verb without a number behind it. */
    private static final Pattern NAMELESS =
            Pattern.compile("(?is)(resolve|note|unack|escalate)((?:\\s+[^\\d\\s#].*)?)");

    private final CommandParser parser = new CommandParser();
    private final InstantSource clock;

    /** What a reply is taken for. */
    sealed interface Meant {
        record Line(String text) implements Meant {}

        /** {@code why}, and what to write instead. */
        record Unclear(String why) implements Meant {}
    }

    public ReplyLine(InstantSource clock) {
        this.clock = clock;
    }

    Meant of(String words, Sent sent) {
        var first = words.lines().findFirst().orElse("").strip();
        if (first.isEmpty()) return unclear(sent, "mail.empty", help(sent));
        if (sent.question().isPresent()) return answer(words, sent);
        if (sent.incidents().isEmpty()) return unclear(sent, "mail.no.use");
        if (TAKES.matcher(first).matches()) return new Meant.Line("ack " + numbers(sent));
        // A note is all that was written; of everything else the first line counts.
        return command(first.toLowerCase(Locale.ROOT).startsWith("note") ? words : first, sent);
    }

    /** All of it is the answer, but a lone line that is a command: whoever was asked may take the incident instead. */
    private Meant answer(String words, Sent sent) {
        boolean isLone = words.lines().count() == 1;
        if (isLone && command(words, sent) instanceof Meant.Line line) return line;
        var number = sent.incidents().stream().findFirst().map(IncidentView::number);
        return number.<Meant>map(one -> new Meant.Line("answer " + one + " " + words))
                .orElseGet(() -> unclear(sent, "mail.gone"));
    }

    private Meant command(String line, Sent sent) {
        var alone = sent.incidents().size() == 1
                ? Optional.of(sent.incidents().getFirst().number())
                : Optional.<Long>empty();
        var whole = alone.isPresent() ? line : named(line, sent);
        return switch (parser.parse(whole, context(alone, sent))) {
            case Parsed.Understood understood -> understood(understood.command(), whole, sent);
            case Parsed.FormWanted ignored -> unclear(sent, "mail.missing", help(sent));
            case Parsed.DidYouMean ignored -> unclear(line, sent);
            case Parsed.Misunderstood ignored -> unclear(line, sent);
        };
    }

    /** A message about several: the line is about all of them, unless it says otherwise. */
    private static String named(String line, Sent sent) {
        var verb = NAMELESS.matcher(line);
        return verb.matches() ? verb.group(1) + " " + numbers(sent) + verb.group(2) : line;
    }

    /** Only what concerns the message that is answered: a mail is not the place for all that a chat can do. */
    private static Meant understood(Command command, String line, Sent sent) {
        boolean isFit = command instanceof Command.Acknowledge
                || command instanceof Command.Resolve
                || command instanceof Command.Note
                || command instanceof Command.Unacknowledge
                || command instanceof Command.Snooze
                || command instanceof Command.Escalate;
        if (!isFit || !(command instanceof Command.OnIncidents on)) return unclear(line, sent);
        var there = sent.incidents().stream().map(IncidentView::number).toList();
        if (!there.containsAll(on.incidents())) return unclear(sent, "mail.about", words(there));
        return new Meant.Line(line);
    }

    private static Meant unclear(String line, Sent sent) {
        return unclear(sent, "mail.unclear", shown(line), help(sent));
    }

    private static Meant unclear(Sent sent, String key, Object... parts) {
        return new Meant.Unclear(AnswerPhrases.in(sent.reader()).say(key, parts));
    }

    private static String shown(String line) {
        return line.length() > 80 ? line.substring(0, 79) + "…" : line;
    }

    private static String help(Sent sent) {
        return AnswerPhrases.in(sent.reader()).say(sent.question().isPresent() ? "mail.help.answer" : "mail.help");
    }

    private static String numbers(Sent sent) {
        return sent.incidents().stream()
                .map(view -> Long.toString(view.number()))
                .collect(Collectors.joining(" "));
    }

    private static String words(List<Long> numbers) {
        return numbers.stream().map(number -> "#" + number).collect(Collectors.joining(", "));
    }

    private ChatContext context(Optional<Long> alone, Sent sent) {
        return ChatContext.of(
                        sent.row().to().carrier(), ByMail.NOBODY, sent.to().zone(), clock.instant())
                .in(new ChatContext.Place(List.of(), alone));
    }
}
