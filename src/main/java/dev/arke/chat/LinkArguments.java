package dev.arke.chat;

import dev.arke.alert.Priority;
import dev.arke.chat.Parsed.FormWanted;
import dev.arke.chat.Words.Word;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What follows {@code link} and {@code unlink}: a team or service, and for {@code link} its options in any order. */
final class LinkArguments {
    private static final String EXAMPLE = "link payments min high flat";
    private static final Set<String> FILLERS = Set.of("and", "with", "up", "above", ",");

    /** Usually a handle, or what the platform calls the group when it was mentioned. */
    private static final Pattern GROUP = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,79}");

    private LinkArguments() {}

    static Parsed link(Words words) {
        if (words.isEmpty()) return new FormWanted(Verb.LINK, Map.of());
        if (words.size() == 1 && words.first().says("new"))
            return new FormWanted(Verb.LINK, Map.of(FormWanted.NEW, "yes"));
        return subject(words.skip("to"), (subject, rest, said) -> {
            if (rest.size() == 1 && rest.first().says("options"))
                return new FormWanted(Verb.LINK, Map.of(FormWanted.TARGET, said));
            return new Options(rest.all())
                    .read()
                    .<Parsed>map(change -> new Parsed.Understood(new Command.Link(subject, change)))
                    .orElseGet(() -> Parsed.Misunderstood.of(
                            "link.option", EXAMPLE, Shown.word(rest.text().orElse(""))));
        });
    }

    static Parsed unlink(Words words) {
        if (words.isEmpty()) return new Parsed.Understood(new Command.Unlink(Optional.empty()));
        return subject(
                words.skip("from"),
                (subject, rest, said) -> rest.isEmpty()
                        ? new Parsed.Understood(new Command.Unlink(Optional.of(subject)))
                        : Parsed.Misunderstood.of("link.unlink.one", "unlink payments"));
    }

    private interface Then {
        /** {@code said}: the words that were the subject. */
        Parsed apply(LinkSubject subject, Words rest, String said);
    }

    private static Parsed subject(Words words, Then then) {
        if (words.isEmpty()) return Parsed.Misunderstood.of("link.what", EXAMPLE);
        var kind = words.size() > 1 ? kind(words.first()) : Optional.<LinkSubject.Kind>empty();
        int used = kind.isPresent() ? 2 : 1;
        var name = words.all().get(used - 1);
        return then.apply(
                new LinkSubject(kind, name.named()),
                words.after(used),
                words.until(used).asDelivered());
    }

    private static Optional<LinkSubject.Kind> kind(Word word) {
        for (var kind : LinkSubject.Kind.values()) if (word.says(kind.word())) return Optional.of(kind);
        return Optional.empty();
    }

    /** Reads option after option; one that is none makes nothing of them all. */
    private static final class Options {
        private final List<Word> words;
        private int at;

        Options(List<Word> words) {
            this.words = words;
        }

        Optional<LinkChange> read() {
            var change = Optional.of(LinkChange.NONE);
            while (at < words.size() && change.isPresent()) change = next(change.get());
            return change;
        }

        private Optional<LinkChange> next(LinkChange change) {
            var word = words.get(at++);
            if (!word.isBare()) return Optional.empty();
            var text = WordReader.withoutPause(TypedForms.lower(word.text()));
            if (FILLERS.contains(text) || text.isEmpty()) return Optional.of(change);
            return switch (text) {
                case "min", "minimum", "from", "priority" -> priority().map(change::withLowest);
                case "all" -> Optional.of(change.withLowest(Priority.LOW));
                case "thread", "threads" -> Optional.of(change.withTimeline(ChannelLink.Timeline.THREAD));
                case "flat" -> Optional.of(change.withTimeline(ChannelLink.Timeline.FLAT));
                case "topic" -> Optional.of(change.withTopic(isOn()));
                case "handoff", "handoffs" -> Optional.of(change.withHandoffs(isOn()));
                case "group" -> group(change);
                case "no", "without" -> without(change);
                default -> Priority.parse(text).map(change::withLowest);
            };
        }

        private Optional<Priority> priority() {
            return at < words.size()
                    ? Priority.parse(WordReader.withoutPause(
                            TypedForms.lower(words.get(at++).text())))
                    : Optional.empty();
        }

        /** An option is on unless "off" follows. */
        private boolean isOn() {
            if (follows("on")) return true;
            return !follows("off");
        }

        /** Takes the next word if it is this one. */
        private boolean follows(String wanted) {
            boolean is = at < words.size()
                    && words.get(at).isBare()
                    && WordReader.withoutPause(words.get(at).plain()).equalsIgnoreCase(wanted);
            if (is) at++;
            return is;
        }

        private Optional<LinkChange> group(LinkChange change) {
            if (follows("off") || follows("none")) return Optional.of(change.withGroup(Optional.empty()));
            if (at == words.size()) return Optional.empty();
            return userGroup(words.get(at++)).map(group -> change.withGroup(Optional.of(group)));
        }

        private static Optional<ChannelLink.UserGroup> userGroup(Word word) {
            return switch (word.named()) {
                case Reference.Group group ->
                    Optional.of(new ChannelLink.UserGroup(
                            group.id(),
                            group.label()
                                    .map(label -> label.replaceFirst("^@", ""))
                                    .orElse(group.id())));
                case Reference.Name name ->
                    Optional.of(name.name())
                            .filter(handle -> GROUP.matcher(handle).matches())
                            .map(handle -> new ChannelLink.UserGroup(handle, handle));
                case Reference.Mention ignored -> Optional.empty();
            };
        }

        private Optional<LinkChange> without(LinkChange change) {
            if (at == words.size()) return Optional.empty();
            return switch (WordReader.withoutPause(
                    TypedForms.lower(words.get(at++).text()))) {
                case "topic" -> Optional.of(change.withTopic(false));
                case "handoff", "handoffs" -> Optional.of(change.withHandoffs(false));
                case "group" -> Optional.of(change.withGroup(Optional.empty()));
                default -> Optional.empty();
            };
        }
    }
}
