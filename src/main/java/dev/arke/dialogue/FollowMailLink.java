package dev.arke.dialogue;

import dev.arke.card.Reader;
import dev.arke.chat.IncidentCard;
import dev.arke.chat.PagePhrases;
import dev.arke.chat.QuestionLines;
import dev.arke.delivery.Stamp;
import dev.arke.engine.delivery.ReadSent;
import dev.arke.engine.delivery.ReadSent.Sent;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The links in a mail: looking shows what one would do and changes nothing, as programs follow links too; confirming runs
 * its line as the person the mail went to, with the rights that they have then.
 */
public final class FollowMailLink {
    /** All that is read as a double quote in a line. */
    private static final Pattern QUOTES = Pattern.compile("[\"\u201c\u201d\u201e\u201f\u00ab\u00bb]");

    private final Supplier<Stamp> stamp;
    private final ReadSent readSent;
    private final Dialogue dialogue;
    private final InstantSource clock;

    /** What a link would do: for {@code who}, about these incidents or that question; not {@code open}: nothing is left to do. */
    public record Look(MailDeed deed, String who, Reader reader, List<String> about, boolean open) {
        public Look {
            about = List.copyOf(about);
        }
    }

    /** What came of it, in words for this reader. */
    public record Done(String words, Reader reader) {}

    private record Followed(Stamp.Link link, MailDeed deed, Sent sent) {}

    public FollowMailLink(Supplier<Stamp> stamp, ReadSent readSent, Dialogue dialogue, InstantSource clock) {
        this.stamp = stamp;
        this.readSent = readSent;
        this.dialogue = dialogue;
        this.clock = clock;
    }

    /** Empty when the link is not ours or too old. */
    public Optional<Look> look(String token) {
        return follow(token)
                .map(link -> new Look(
                        link.deed(),
                        link.sent().to().name(),
                        link.sent().reader(),
                        about(link.sent()),
                        link.deed().isOpen(link.sent())));
    }

    /** Does it, and answers what came of it; {@code words}: a note or the answer. Empty as above. */
    public Optional<Done> confirm(String token, String words) {
        return follow(token).map(link -> {
            var line = (link.link().line() + " " + said(link.deed(), words.strip())).strip();
            var reply = ByMail.run(dialogue, link.sent(), line);
            var reader = link.sent().reader();
            return new Done(ByMail.words(reply, reader), reader);
        });
    }

    /** In a note, quotes keep its numbers from being read as those of further incidents: the link is about none of them. */
    private static String said(MailDeed deed, String words) {
        return switch (deed.said()) {
            case NOTHING -> "";
            case MAYBE -> words.isEmpty() ? "" : '"' + QUOTES.matcher(words).replaceAll("'") + '"';
            case NEEDED -> words;
        };
    }

    private Optional<Followed> follow(String token) {
        return stamp.get()
                .read(token, clock.instant())
                .flatMap(link -> MailDeed.of(link.line())
                        .flatMap(deed -> readSent.read(link.deliveryId())
                                .map(sent -> new Followed(link, deed, sent.about(numbers(link.line()))))));
    }

    /** Of a message about many, a link can be about one. */
    private static Set<Long> numbers(String line) {
        return Arrays.stream(line.split(" "))
                .filter(word -> word.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .collect(Collectors.toSet());
    }

    private static List<String> about(Sent sent) {
        var phrases = PagePhrases.in(sent.reader());
        var about = new ArrayList<String>();
        sent.question()
                .ifPresent(question -> about.add(phrases.say(
                        "question.asks", question.asker().label(), QuestionLines.quoted(question.words()))));
        sent.incidents()
                .forEach(view -> about.add(IncidentCard.of(view, phrases).summary()));
        return about;
    }
}
