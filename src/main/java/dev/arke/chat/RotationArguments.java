package dev.arke.chat;

import dev.arke.calendar.RotationChange;
import dev.arke.chat.Parsed.FormWanted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What follows rotation: what to do with which one, and its fields, each a word and what it is set to. */
final class RotationArguments {
    private static final List<String> FIELDS =
            List.of("role", "roster", "every", "starting", "zone", "during", "strategy", "horizon", "active", "of");
    /** Of {@code active}, whose word may be left out, as it is in the team file. */
    private static final List<String> DATES = List.of("from", "until");

    private static final List<String> DEEDS = List.of("show", "add", "edit", "remove", "pause", "resume", "refill");
    static final String EXAMPLE = "rotation add weekly role primary roster main every 1w starting 2027-03-01T09:00";

    private final String deed;
    private final boolean isConfirmed;

    private RotationArguments(String deed, boolean isConfirmed) {
        this.deed = deed;
        this.isConfirmed = isConfirmed;
    }

    static Parsed read(Words words, ChatContext context) {
        if (words.isEmpty()) return CalendarArguments.rotation(words, context);
        var deed = DEEDS.stream().filter(words.first()::says).findFirst();
        if (deed.isEmpty()) return CalendarArguments.rotation(words, context);
        var rest = words.after(1);
        boolean isConfirmed = !rest.isEmpty() && rest.last().says("anyway");
        return new RotationArguments(deed.get(), isConfirmed).of(isConfirmed ? rest.untilLast() : rest);
    }

    private Parsed of(Words words) {
        if (words.isEmpty())
            return deed.equals("add")
                    ? new FormWanted(Verb.ROTATION, Map.of())
                    : Parsed.Misunderstood.of("rotation.which", "rotation " + deed + " weekly");
        var name = words.first().text().strip();
        var said = fields(words.after(1));
        if (said.isEmpty()) {
            var word = Shown.word(words.after(1).first().text());
            return Parsed.Misunderstood.of(
                    "rotation.field",
                    deed.equals("add") ? EXAMPLE : "rotation edit weekly every 1w",
                    word,
                    String.join(", ", FIELDS));
        }
        return of(name, said.get());
    }

    private Parsed of(String name, Map<String, Words> said) {
        var team = Optional.ofNullable(said.remove("of")).flatMap(RotationArguments::team);
        if (!deed.equals("add") && !deed.equals("edit") && !said.isEmpty())
            return Parsed.Misunderstood.of("rotation.team", "rotation " + deed + " " + Names.quoted(name));
        return switch (deed) {
            case "show" -> new Parsed.Understood(new Command.ShowRotation(name, team));
            case "remove" -> new Parsed.Understood(new Command.RemoveRotation(name, team, isConfirmed));
            case "refill" -> new Parsed.Understood(new Command.RefillRotation(name, team, isConfirmed));
            case "pause", "resume" ->
                new Parsed.Understood(new Command.PauseRotation(name, team, deed.equals("pause")));
            default -> said.isEmpty() ? form(name) : change(name, team, said);
        };
    }

    private Parsed form(String name) {
        return new FormWanted(
                Verb.ROTATION, Map.of(FormWanted.TARGET, name, FormWanted.NEW, deed.equals("add") ? "yes" : ""));
    }

    private Parsed change(String name, Optional<Reference> team, Map<String, Words> said) {
        if (name.length() > 64) return Parsed.Misunderstood.of("rotation.name", EXAMPLE);
        var texts = new LinkedHashMap<String, String>();
        said.forEach((field, words) -> texts.put(field, words.text().orElse("")));
        for (var date : DATES)
            Optional.ofNullable(texts.remove(date))
                    .ifPresent(day -> texts.merge("active", date + " " + day, (one, other) -> one + " " + other));
        return switch (RotationPhrase.read(texts)) {
            case RotationPhrase.Read.Wrong wrong ->
                Parsed.Misunderstood.of(
                        wrong.complaint(), "rotation " + deed + " " + Names.quoted(name) + " " + example(texts, wrong));
            case RotationPhrase.Read.Change(RotationChange change) ->
                new Parsed.Understood(new Command.ChangeRotation(name, change, team, deed.equals("add"), false));
        };
    }

    /** One that is there needs the field alone, a new one all that was said with it. */
    private String example(Map<String, String> said, RotationPhrase.Read.Wrong wrong) {
        if (!deed.equals("add")) return wrong.example();
        var field = wrong.example().substring(0, wrong.example().indexOf(' '));
        return said.entrySet().stream()
                .map(one -> one.getKey().equals(field) ? wrong.example() : one.getKey() + " " + one.getValue())
                .collect(Collectors.joining(" "));
    }

    /** The words behind each field; empty where something stands that is behind none. */
    private static Optional<Map<String, Words>> fields(Words words) {
        var said = new LinkedHashMap<String, Words>();
        for (int i = 0; i < words.size(); ) {
            var word = words.all().get(i);
            var field = Stream.concat(FIELDS.stream(), DATES.stream())
                    .filter(word::says)
                    .findFirst();
            if (field.isEmpty()) return Optional.empty();
            int end = i + 1;
            while (end < words.size() && !isNext(words.all().get(end), field.get(), end - i == 1)) end++;
            said.put(field.get(), words.after(i + 1).until(end - i - 1));
            i = end;
        }
        return Optional.of(said);
    }

    /** {@code isFirst}: nothing stands behind the field before yet. A roster may have the name of a date's word. */
    private static boolean isNext(Words.Word word, String field, boolean isFirst) {
        return FIELDS.stream().anyMatch(word::says)
                || (!isFirst && !field.equals("active") && DATES.stream().anyMatch(word::says));
    }

    private static Optional<Reference> team(Words words) {
        if (words.isEmpty()) return Optional.empty();
        if (words.size() == 1) return Optional.of(words.first().named());
        return words.text().map(text -> new Reference.Name(text.replace("\"", "")));
    }
}
