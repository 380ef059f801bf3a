package dev.arke.http.rest;

import dev.arke.calendar.RotationChange;
import dev.arke.calendar.Shift;
import dev.arke.chat.GrammarPhrases;
import dev.arke.chat.RotationPhrase;
import dev.arke.engine.calendar.CalendarUseCases;
import dev.arke.engine.calendar.ChangeRotations.Outcome;
import dev.arke.responder.Team;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Rotations made, changed, paused, filled anew and removed: what {@code rotation} does in chat, with the same words. */
final class RotationOperations {
    private static final Parameter NAME = Parameter.path("rotation", String.class, "A rotation's name.");
    private static final Parameter PREVIEW =
            Parameter.query("preview", Boolean.class, "With true nothing is changed; the answer says how it would be.");

    private final CalendarUseCases calendar;

    RotationOperations(CalendarUseCases calendar) {
        this.calendar = calendar;
    }

    List<Operation> all() {
        return List.of(
                Operation.post(
                        "/teams/{team}/rotations",
                        "addRotation",
                        "A new rotation: name, role, roster, every and starting are needed.",
                        Bodies.RotationWanted.class,
                        Answers.ChangedRotation.class,
                        this::add,
                        Parameter.TEAM,
                        PREVIEW),
                Operation.patch(
                        "/teams/{team}/rotations/{rotation}",
                        "changeRotation",
                        "Changes what is said; the rest stays. paused alone pauses it, or resumes it.",
                        Bodies.RotationChanged.class,
                        Answers.ChangedRotation.class,
                        this::change,
                        Parameter.TEAM,
                        NAME,
                        PREVIEW),
                Operation.delete(
                        "/teams/{team}/rotations/{rotation}",
                        "removeRotation",
                        "Removes it with its planned future shifts; work by hand stays.",
                        Answers.ChangedRotation.class,
                        this::remove,
                        Parameter.TEAM,
                        NAME,
                        PREVIEW),
                Operation.post(
                        "/teams/{team}/rotations/{rotation}/refill",
                        "refillRotation",
                        "Chooses anew who has its planned future shifts.",
                        Bodies.Refill.class,
                        Answers.ChangedRotation.class,
                        this::refill,
                        Parameter.TEAM,
                        NAME,
                        PREVIEW));
    }

    private Object add(Call call) {
        var body = call.body(Bodies.RotationWanted.class);
        var said = said(body.fields());
        return answer(
                call,
                body.name(),
                calendar.changeRotations().add(call.by(), call.team().id(), body.name(), said, call.isPreview()));
    }

    private Object change(Call call) {
        var body = call.body(Bodies.RotationChanged.class);
        var name = call.path("rotation");
        var use = calendar.changeRotations();
        var team = call.team();
        if (body.paused().isPresent()) {
            if (!body.fields().isEmpty() || call.isPreview())
                throw RestRefusal.unreadable("paused goes alone.", "Send it in a call of its own, without a preview.");
            return answer(
                    call,
                    name,
                    use.pause(call.by(), team.id(), name, body.paused().get()));
        }
        return answer(call, name, use.edit(call.by(), team.id(), name, said(body.fields()), call.isPreview()));
    }

    private static RotationChange said(Map<String, String> fields) {
        return switch (RotationPhrase.read(fields)) {
            case RotationPhrase.Read.Wrong(var byField) ->
                throw RestRefusal.unreadable(
                        byField.values().stream()
                                .map(wrong -> wrong.in(GrammarPhrases.ENGLISH))
                                .collect(Collectors.joining(". ", "", ".")),
                        "Write each as in the team file and in chat.");
            case RotationPhrase.Read.Change(var change) -> change;
        };
    }

    private Object remove(Call call) {
        var name = call.path("rotation");
        return answer(
                call,
                name,
                calendar.changeRotations().remove(call.by(), call.team().id(), name, !call.isPreview()));
    }

    private Object refill(Call call) {
        var name = call.path("rotation");
        return answer(
                call,
                name,
                calendar.changeRotations().refill(call.by(), call.team().id(), name, !call.isPreview()));
    }

    private static Answers.ChangedRotation done(Call call, String name, String what, List<Shift> shifts) {
        return new Answers.ChangedRotation(name, what, Optional.empty(), ShiftPages.shifts(call, shifts));
    }

    private static Object answer(Call call, String name, Outcome outcome) {
        var team = call.team();
        return switch (outcome) {
            case Outcome.Preview preview -> done(call, name, "preview", preview.coming());
            case Outcome.Saved saved -> done(call, name, "saved", saved.coming());
            case Outcome.Paused ignored -> done(call, name, "paused", List.of());
            case Outcome.Resumed ignored -> done(call, name, "resumed", List.of());
            case Outcome.WouldRemove would -> done(call, name, "preview", would.planned());
            case Outcome.Removed ignored -> done(call, name, "removed", List.of());
            case Outcome.WouldRefill would ->
                done(
                        call,
                        name,
                        "preview",
                        would.diff().moved().stream().map(move -> move.after()).toList());
            case Outcome.Refilled refilled ->
                new Answers.ChangedRotation(
                        name, "refilled", Optional.of(refilled.change().token()), List.of());
            case Outcome.SameAgain ignored -> done(call, name, "unchanged", List.of());
            case Outcome.IsSo ignored -> done(call, name, "unchanged", List.of());
            case Outcome.Unknown(var names) ->
                throw RestRefusal.unknown(
                        "Team " + team.name() + " has no rotation called " + name + ".", there(names));
            case Outcome.NameTaken ignored ->
                throw RestRefusal.conflict(
                        "There is a rotation called " + name + " already.",
                        "Change it with PATCH, or choose another name.");
            case Outcome.NoRoster(var names) -> throw RestRefusal.conflict("There is no such roster.", there(names));
            case Outcome.EmptyRoster(var roster) ->
                throw RestRefusal.conflict(
                        "Nobody takes turns in roster " + roster + ".", "Put somebody into it first.");
            case Outcome.Missing(var fields) ->
                throw RestRefusal.unreadable(
                        "A new rotation needs " + String.join(", ", fields) + ".", "Send them too.");
            case Outcome.NeverActive ignored ->
                throw RestRefusal.unreadable("There is no time between these dates.", "Give a later until.");
            case Outcome.FileOwned ignored -> throw fileOwned(team, "rotation");
            case Outcome.Refused(var why) -> throw RestRefusal.forbidden(why.sentence());
        };
    }

    static String there(List<String> names) {
        return names.isEmpty() ? "There is none yet." : "There are: " + String.join(", ", names) + ".";
    }

    static RestRefusal fileOwned(Team team, String what) {
        return RestRefusal.conflict(
                "That " + what + " of " + team.name() + " is the team file's.", "Change it there and apply it.");
    }
}
