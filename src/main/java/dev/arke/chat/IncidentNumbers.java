package dev.arke.chat;

import dev.arke.card.Button;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** The incidents a line begins with ({@code 1042}, {@code 1042 1043,#1044}), or the one that its place implies. */
final class IncidentNumbers {
    /** More at once is a slip, not a wish. */
    static final int MOST = 200;

    private static final Pattern NUMBER = Pattern.compile("#?(?!0+$)(\\d{1,9})");
    private static final Pattern NEARLY = Pattern.compile("[#-]+\\d.*|\\d+", Pattern.DOTALL);
    private static final Pattern BETWEEN = Pattern.compile("[,\\s]+");
    private static final int MOST_BUTTONS = 8;

    /** Which further numbers count: a bare one may also be the first word of what follows. */
    enum Further {
        /** All: nothing that follows begins with a number. */
        EVERY,
        /** Marked by # or a comma, or open here. */
        MARKED,
        /** The same, and all when nothing but numbers follows. */
        MARKED_OR_ALL
    }

    private final Verb verb;
    private final Words words;
    private final ChatContext context;

    private IncidentNumbers(Verb verb, Words words, ChatContext context) {
        this.verb = verb;
        this.words = words;
        this.context = context;
    }

    /** Reads the numbers and hands them with the words after them to {@code then}, unless something is unclear. */
    static Parsed read(
            Verb verb, Words words, ChatContext context, Further further, BiFunction<List<Long>, Words, Parsed> then) {
        return new IncidentNumbers(verb, words, context).read(further, then);
    }

    private Parsed read(Further further, BiFunction<List<Long>, Words, Parsed> then) {
        var numbers = new LinkedHashSet<Long>();
        int used = 0;
        boolean all = further == Further.EVERY || (further == Further.MARKED_OR_ALL && onlyNumbers());
        boolean comma = true;
        for (var word : words.all()) {
            var said = numbers(word);
            if (said.isEmpty() && word.says(",")) {
                comma = true;
                used++;
                continue;
            }
            if (said.isEmpty() || !(all || comma || isMarked(word, said))) break;
            numbers.addAll(said);
            comma = word.plain().endsWith(",");
            used++;
        }
        if (numbers.size() > MOST)
            return Parsed.Misunderstood.of("incidents.many", verb.example(numbers.getFirst()), numbers.size(), MOST);
        if (!numbers.isEmpty()) return then.apply(List.copyOf(numbers), words.after(used));
        if (!words.isEmpty() && isNearlyNumber(words.first())) return noNumber(verb, words.first(), context);
        return implied().map(number -> then.apply(List.of(number), words)).orElseGet(this::whichIncident);
    }

    private boolean isMarked(Words.Word word, List<Long> said) {
        return word.plain().startsWith("#") || said.stream().allMatch(context.place()::hasOpen);
    }

    private boolean onlyNumbers() {
        return words.all().stream().noneMatch(word -> numbers(word).isEmpty());
    }

    /**
     * The numbers of one word, "1042,#1043" being two; none when any part is something else. In quotes they count where
     * the first is: behind a bare one, quotes hold text.
     */
    private List<Long> numbers(Words.Word word) {
        if (word.reference().isPresent() || (word.quoted() && !words.first().quoted())) return List.of();
        var numbers = new ArrayList<Long>();
        for (var part : BETWEEN.split(WordReader.withoutPause(word.plain()), -1)) {
            if (part.isEmpty()) continue;
            var number = number(part);
            if (number.isEmpty()) return List.of();
            numbers.add(number.get());
        }
        return numbers;
    }

    /** An incident's number, from 1 to 999999999, with or without {@code #}. */
    static Optional<Long> number(String word) {
        var match = NUMBER.matcher(word);
        return match.matches() ? Optional.of(Long.valueOf(match.group(1))) : Optional.empty();
    }

    /** Meant as a number but none: never read as text, as it would change another incident than the one meant. */
    static boolean isNearlyNumber(Words.Word word) {
        return word.isBare() && NEARLY.matcher(word.plain()).matches();
    }

    static Parsed noNumber(Verb verb, Words.Word word, ChatContext context) {
        return Parsed.Misunderstood.of(
                "incident.none", verb.example(context.place().exampleNumber()), Shown.word(word.text()));
    }

    /** The thread's incident, or the only open one; a resolved one is never implied, so reopening asks. */
    private Optional<Long> implied() {
        var place = context.place();
        if (place.thread().isPresent()) return place.thread();
        if (verb == Verb.REOPEN || place.open().size() != 1) return Optional.empty();
        return Optional.of(place.open().getFirst().number());
    }

    private Parsed whichIncident() {
        var place = context.place();
        var say = verb.example(place.exampleNumber());
        if (verb == Verb.REOPEN) return Parsed.Misunderstood.of("incident.which", say);
        if (place.open().isEmpty()) return Parsed.Misunderstood.of("incident.which.none", say);
        return new Parsed.Misunderstood(
                Complaint.of("incident.which.open", place.open().size()), say, buttons(place.open()));
    }

    private List<Button> buttons(List<ChatContext.OpenIncident> open) {
        return open.stream()
                .limit(MOST_BUTTONS)
                .map(incident -> Button.of(
                        Shown.label("#" + incident.number() + " " + incident.title()),
                        (verb.word() + " " + incident.number() + " " + words.asDelivered()).strip()))
                .filter(button -> Shown.fitsButton(button.line()))
                .toList();
    }
}
