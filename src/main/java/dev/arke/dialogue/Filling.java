package dev.arke.dialogue;

import dev.arke.alert.Priority;
import dev.arke.calendar.Interval;
import dev.arke.chat.Command;
import dev.arke.chat.CommandParser;
import dev.arke.chat.HowLong;
import dev.arke.chat.Parsed;
import dev.arke.chat.Reference;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads the values of a form, input by input, and gathers what is wrong with them. Each reading answers with something
 * even after a mistake; the command is made only when there was none.
 */
final class Filling {
    static final String INCIDENTS = Parsed.FormWanted.INCIDENTS;
    static final String TARGET = Parsed.FormWanted.TARGET;
    static final String PRIORITY = Parsed.FormWanted.PRIORITY;
    static final String TEXT = Parsed.FormWanted.TEXT;
    static final String DETAILS = "details";
    static final String HOW_LONG = "how_long";
    static final String INTO = "into";
    static final String INSTEAD_OF = Parsed.FormWanted.INSTEAD_OF;
    static final String FROM = "from";
    static final String TO = "to";
    static final String DUTY = "duty";
    static final String TEAM = "team";

    private static final String NO_DAY = "day.unread";
    private static final CommandParser PARSER = new CommandParser();

    private final Asked asked;
    private final Map<String, String> values;
    private final Map<String, String> errors = new HashMap<>();

    Filling(Asked asked, Map<String, String> values) {
        this.asked = asked;
        this.values = values;
    }

    Asked asked() {
        return asked;
    }

    /** Something is wrong with what was filled in here: the sentence of this key. */
    void mistake(String input, String key, Object... parts) {
        errors.put(input, asked.forms().say(key, parts));
    }

    /** Whether the form had this input: one that was opened before an upgrade may lack it. */
    boolean has(String input) {
        return values.containsKey(input);
    }

    String value(String input) {
        return values.getOrDefault(input, "").strip();
    }

    /** Numbers as one types them behind a verb. */
    List<Long> incidents() {
        var parsed = PARSER.parse("ack " + oneLine(INCIDENTS), asked.context());
        if (parsed instanceof Parsed.Understood understood && understood.command() instanceof Command.Acknowledge ack)
            return ack.incidents();
        mistake(INCIDENTS, "incidents.missing");
        return List.of();
    }

    /** The number of one incident. */
    long incident() {
        var incidents = incidents();
        if (errors.containsKey(INCIDENTS) || incidents.size() != 1) mistake(INCIDENTS, "incident.missing");
        return incidents.isEmpty() ? 0 : incidents.getFirst();
    }

    /** The number of another incident than those. */
    long into(List<Long> incidents) {
        var parsed = PARSER.parse("show " + oneLine(INTO), asked.context());
        if (!value(INTO).isEmpty()
                && parsed instanceof Parsed.Understood understood
                && understood.command() instanceof Command.Show show) {
            if (incidents.contains(show.incident())) mistake(INTO, "into.itself");
            return show.incident();
        }
        mistake(INTO, "into.missing");
        return 0;
    }

    Optional<HowLong> howLong() {
        var parsed = PARSER.parse("snooze 1 " + oneLine(HOW_LONG), asked.context());
        if (!value(HOW_LONG).isEmpty()
                && parsed instanceof Parsed.Understood understood
                && understood.command() instanceof Command.Snooze snooze
                && snooze.reason().isEmpty()) return Optional.of(snooze.howLong());
        mistake(HOW_LONG, "length.missing");
        return Optional.empty();
    }

    /** A stretch of time, as one types it behind a verb. */
    Optional<Command.Cover> period() {
        if (value(FROM).isEmpty()) mistake(FROM, "from.missing");
        if (value(TO).isEmpty()) mistake(TO, "to.missing");
        if (errors.containsKey(FROM) || errors.containsKey(TO)) return Optional.empty();
        var start = understood("override me from " + oneLine(FROM) + " for 1m");
        if (start.isEmpty()) mistake(FROM, "from.unread");
        var whole = understood("override me from " + oneLine(FROM) + " to " + oneLine(TO))
                .or(() -> understood("override me from " + oneLine(FROM) + " for " + oneLine(TO)));
        if (start.isPresent() && whole.isEmpty()) mistake(TO, "to.unread");
        return whole;
    }

    /** Days, both included. */
    Optional<Command.Vacation> days() {
        for (var input : List.of(FROM, TO))
            if (vacation("vacation " + oneLine(input)).isEmpty()) mistake(input, NO_DAY);
        return errors.containsKey(FROM) || errors.containsKey(TO)
                ? Optional.empty()
                : vacation("vacation " + oneLine(FROM) + " to " + oneLine(TO));
    }

    /** One day. */
    Optional<LocalDate> day(String input) {
        var day = vacation("vacation " + oneLine(input))
                .filter(read -> !value(input).isEmpty() && read.first().equals(read.last()))
                .map(Command.Vacation::first);
        if (day.isEmpty()) mistake(input, NO_DAY);
        return day;
    }

    /** The time of this shift anew; its begin, its end, or both are filled in. */
    Optional<Command.EditShift> newTime(Interval present) {
        if (value(FROM).isEmpty() && value(TO).isEmpty()) {
            mistake(FROM, "time.missing");
            return Optional.empty();
        }
        if (!value(FROM).isEmpty()
                && understood("override me from " + oneLine(FROM) + " for 1m").isEmpty()) {
            mistake(FROM, "from.unread");
            return Optional.empty();
        }
        var from = value(FROM).isEmpty() ? present.start().toString() : oneLine(FROM);
        var to = value(TO).isEmpty() ? present.end().toString() : oneLine(TO);
        var line = "shifts edit me at " + present.start() + " from " + from;
        var whole = edited(line + " to " + to).or(() -> edited(line + " for " + to));
        if (whole.isEmpty()) mistake(TO, "time.backwards");
        return whole;
    }

    private Optional<Command.EditShift> edited(String line) {
        return PARSER.parse(line, asked.context()) instanceof Parsed.Understood(Command.EditShift edit)
                        && edit.of().equals(Command.Of.HERE)
                        && edit.reason().isEmpty()
                        && edit.to().orElseThrow().isAfter(edit.from().orElseThrow())
                ? Optional.of(edit)
                : Optional.empty();
    }

    private Optional<Command.Vacation> vacation(String line) {
        return PARSER.parse(line, asked.context()) instanceof Parsed.Understood(Command.Vacation vacation)
                        && vacation.who().isEmpty()
                ? Optional.of(vacation)
                : Optional.empty();
    }

    private Optional<Command.Cover> understood(String line) {
        return PARSER.parse(line, asked.context()) instanceof Parsed.Understood(Command.Cover cover)
                        && cover.of().team().isEmpty()
                        && cover.of().duty().isEmpty()
                ? Optional.of(cover)
                : Optional.empty();
    }

    /** Text that must be there; {@code key} of what is said where it is not. */
    String text(String key) {
        if (value(TEXT).isEmpty()) mistake(TEXT, key);
        return value(TEXT);
    }

    Optional<String> optionalText() {
        return Optional.of(value(TEXT)).filter(text -> !text.isEmpty());
    }

    Priority priority() {
        var priority = Priority.parse(value(PRIORITY));
        if (priority.isEmpty()) mistake(PRIORITY, "priority.missing");
        return priority.orElse(Priority.HIGH);
    }

    /** Somebody or something of these kinds, known by that name. */
    Reference target(List<Named.Kind> kinds) {
        return named(TARGET, kinds);
    }

    /** Somebody who is known by that name. */
    Reference person(String input) {
        return named(input, List.of(Named.Kind.PERSON));
    }

    private Reference named(String input, List<Named.Kind> kinds) {
        var name = value(input).replaceFirst("^@", "").replaceAll("^\"|\"$", "");
        if (name.isEmpty()) mistake(input, "name.missing");
        else if (new Naming(asked).find(new Reference.Name(name), kinds) instanceof Named.Unknown unknown)
            unknown.near().stream()
                    .findFirst()
                    .ifPresentOrElse(
                            near -> mistake(input, "name.near", unknown.sentence(), near),
                            () -> mistake(input, "name.spelling", unknown.sentence()));
        return new Reference.Name(name);
    }

    VerbForm.Filled understood(Supplier<Command> command) {
        return errors.isEmpty() ? new VerbForm.Filled.Understood(command.get()) : new VerbForm.Filled.Mistaken(errors);
    }

    /** What was said of a target, as its own name when it is known: "@dana", a mention, "payments". */
    static String givenTarget(Asked asked, Map<String, String> given, List<Named.Kind> kinds) {
        var said = given.getOrDefault(TARGET, "");
        if (said.isEmpty()) return "";
        var parsed = PARSER.parse("page " + said + " x", asked.context());
        if (!(parsed instanceof Parsed.Understood understood) || !(understood.command() instanceof Command.Page page))
            return "";
        return switch (new Naming(asked).find(page.target(), kinds)) {
            case Named.Person person -> person.responder().name();
            case Named.OfTeam team -> team.team().name();
            case Named.ServiceNamed service -> service.service().name();
            case Named.Unknown ignored -> page.target().shown();
        };
    }

    /** The same of the person in whose place somebody stands. */
    static String givenPerson(Asked asked, Map<String, String> given) {
        var said = Map.of(TARGET, given.getOrDefault(INSTEAD_OF, ""));
        return givenTarget(asked, said, List.of(Named.Kind.PERSON));
    }

    private String oneLine(String input) {
        return value(input).replaceAll("\\s+", " ");
    }
}
