package dev.arke.dialogue;

import dev.arke.card.Form;
import dev.arke.chat.Command;
import dev.arke.chat.Parsed;
import dev.arke.chat.Verb;
import dev.arke.engine.calendar.FindTurns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The forms there are, for each verb that may want more than its line said. */
final class Forms {
    private static final List<Named.Kind> SOMEBODY = List.of(Named.Kind.PERSON, Named.Kind.TEAM);

    private final Map<String, VerbForm> byName;

    Forms(FindTurns turns) {
        byName = Stream.of(
                        page(),
                        CoverForms.cover(),
                        CoverForms.override(),
                        new SwapForm(turns).form(),
                        VacationForm.form(),
                        ShiftForm.form(),
                        new ChangeShiftForms(turns).edit(),
                        new ChangeShiftForms(turns).delete(),
                        new ChangeShiftForms(turns).unlink(),
                        ShiftForm.link(),
                        RotationForm.form(),
                        RosterForm.form(),
                        snooze(),
                        AskForm.form(),
                        AnswerForm.form(),
                        connect(),
                        ChangeMyRules.form(),
                        note(),
                        reassign(),
                        add(),
                        merge(),
                        priority(),
                        LinkForm.form())
                .collect(Collectors.toUnmodifiableMap(VerbForm::name, form -> form));
    }

    Optional<VerbForm> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The form that a line wants. */
    VerbForm of(Parsed.FormWanted wanted) {
        var deed = wanted.given().getOrDefault(Parsed.FormWanted.DEED, "");
        return byName.values().stream()
                .filter(form -> form.verb() == wanted.verb() && form.deed().equals(deed))
                .findFirst()
                .orElseThrow();
    }

    private static VerbForm page() {
        return new VerbForm(
                Verb.PAGE,
                "page",
                (asked, given) -> List.of(
                        Inputs.target(
                                asked,
                                asked.forms().say("page.whom"),
                                Filling.givenTarget(asked, given, PageSomebody.TARGETS),
                                PageSomebody.TARGETS),
                        Inputs.line(
                                Filling.TEXT,
                                asked.forms().say("page.what"),
                                true,
                                given.getOrDefault(Filling.TEXT, "")),
                        Inputs.priority(asked, asked.forms().say("page.priority"), given),
                        Inputs.text(Filling.DETAILS, asked.forms().say("page.details"), false, given)),
                filling -> {
                    var target = filling.target(PageSomebody.TARGETS);
                    var summary = filling.text("page.what.missing");
                    var priority = filling.priority();
                    var details = filling.value(Filling.DETAILS);
                    return () -> new Command.Page(target, summary, Optional.of(priority), details);
                });
    }

    private static VerbForm snooze() {
        return ofIncidents(
                Verb.SNOOZE,
                "snooze",
                (asked, given) -> List.of(
                        Inputs.line(Filling.HOW_LONG, asked.forms().say("snooze.length"), true, "1h"),
                        Inputs.text(Filling.TEXT, asked.forms().say("snooze.why"), false, given)),
                (filling, incidents) -> {
                    var howLong = filling.howLong();
                    var reason = filling.optionalText();
                    return () -> new Command.Snooze(incidents, howLong.orElseThrow(), reason);
                });
    }

    private static VerbForm note() {
        return ofIncidents(
                Verb.NOTE,
                "note",
                (asked, given) ->
                        List.of(Inputs.text(Filling.TEXT, asked.forms().say("note.text"), true, given)),
                (filling, incidents) -> {
                    var text = filling.text("note.missing");
                    return () -> new Command.Note(incidents, text);
                });
    }

    private static VerbForm reassign() {
        return ofIncidents(
                Verb.REASSIGN,
                "reassign",
                (asked, given) -> List.of(Inputs.target(asked, asked.forms().say("reassign.whom"), "", SOMEBODY)),
                (filling, incidents) -> {
                    var to = filling.target(FindPeople.KINDS);
                    return () -> new Command.Reassign(incidents, to);
                });
    }

    private static VerbForm add() {
        return ofIncidents(
                Verb.ADD,
                "add",
                (asked, given) -> List.of(Inputs.target(asked, asked.forms().say("add.whom"), "", SOMEBODY)),
                (filling, incidents) -> {
                    var who = filling.target(FindPeople.KINDS);
                    return () -> new Command.Add(incidents, List.of(who));
                });
    }

    private static VerbForm connect() {
        return new VerbForm(
                Verb.CONNECT,
                "connect",
                (asked, given) -> List.of(Inputs.target(asked, asked.forms().say("connect.who"), "", Connect.PEOPLE)),
                filling -> {
                    var who = filling.target(Connect.PEOPLE);
                    return () -> new Command.Connect(Optional.empty(), who);
                });
    }

    private static VerbForm merge() {
        return ofIncidents(
                Verb.MERGE,
                "merge",
                (asked, given) ->
                        List.of(Inputs.line(Filling.INTO, asked.forms().say("merge.into"), true, "")),
                (filling, incidents) -> {
                    var into = filling.into(incidents);
                    return () -> new Command.Merge(incidents, into);
                });
    }

    private static VerbForm priority() {
        return ofIncidents(
                Verb.PRIORITY,
                "priority",
                (asked, given) -> List.of(Inputs.priority(asked, asked.forms().say("priority.label"), given)),
                (filling, incidents) -> {
                    var priority = filling.priority();
                    return () -> new Command.SetPriority(incidents, priority);
                });
    }

    /** A form that asks for the incidents first. */
    private static VerbForm ofIncidents(
            Verb verb,
            String words,
            VerbForm.Questions questions,
            BiFunction<Filling, List<Long>, Supplier<Command>> answers) {
        return new VerbForm(
                verb,
                words,
                (asked, given) -> {
                    var inputs = new ArrayList<Form.Input>();
                    inputs.add(Inputs.incidents(asked, given));
                    inputs.addAll(questions.of(asked, given));
                    return inputs;
                },
                filling -> answers.apply(filling, filling.incidents()));
    }
}
