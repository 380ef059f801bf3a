package dev.arke.dialogue;

import dev.arke.calendar.Turn;
import dev.arke.card.Form.Choice;
import dev.arke.card.Form.Input;
import dev.arke.card.Reply;
import dev.arke.chat.Command;
import dev.arke.chat.Parsed.FormWanted;
import dev.arke.chat.Verb;
import dev.arke.chat.ZonedWords;
import dev.arke.engine.calendar.FindTurns;
import dev.arke.responder.Responder;
import dev.arke.responder.Team;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The form of a swap: which of one's own turns, with whom, for which of theirs. */
final class SwapForm {
    private static final String GIVE = FormWanted.DAY;
    private static final String BACK = "back";

    private final FindTurns turns;

    SwapForm(FindTurns turns) {
        this.turns = turns;
    }

    VerbForm form() {
        return new VerbForm(Verb.SWAP, "swap", this::questions, this::command);
    }

    /** Who has nothing to give hears so, and what else there is. */
    Optional<Reply> insteadOfForm(Asked asked) {
        return asked.me().isPresent() && own(asked).isEmpty()
                ? Optional.of(Refusals.problem(asked, asked.forms().say("swap.none"), "cover"))
                : Optional.empty();
    }

    private List<Input> questions(Asked asked, Map<String, String> given) {
        var mine = own(asked).entrySet().stream()
                .map(turn -> new Choice(turn.getKey().toString(), words(asked, turn.getValue())))
                .toList();
        return List.of(
                Inputs.shifts(asked, GIVE, asked.forms().say("swap.mine"), given.getOrDefault(GIVE, ""), mine),
                Inputs.fitting(Filling.TARGET, asked.forms().say("swap.whom"), "", others(asked)),
                Inputs.line(BACK, asked.forms().say("swap.back"), false, ""));
    }

    /** By the day that each begins on where its owner lives: the words of a swap name days. */
    private Map<LocalDate, Turn> own(Asked asked) {
        var byDay = new LinkedHashMap<LocalDate, Turn>();
        asked.me()
                .ifPresent(me -> turns.of(me.id())
                        .forEach(turn -> byDay.putIfAbsent(
                                turn.interval().start().atZone(me.zone()).toLocalDate(), turn)));
        return byDay;
    }

    private static String words(Asked asked, Turn turn) {
        var say = asked.forms();
        return say.say(
                "swap.turn",
                ZonedWords.briefly(turn.interval(), say),
                turn.duty().word(),
                asked.directory().team(turn.teamId()).name());
    }

    /** Those who are in a team of the asker's. */
    private static List<Choice> others(Asked asked) {
        var mine = asked.directory().teams().stream()
                .map(Team::members)
                .filter(members -> members.stream().anyMatch(asked::isMe))
                .toList();
        return asked.directory().responders().stream()
                .filter(person -> !asked.isMe(person.id()))
                .filter(person -> mine.stream().anyMatch(members -> members.contains(person.id())))
                .filter(Responder::active)
                .map(person -> new Choice(person.name(), person.fullName() + " (" + person.name() + ")"))
                .toList();
    }

    private Supplier<Command> command(Filling filling) {
        var give = filling.day(GIVE);
        give.filter(day -> !own(filling.asked()).containsKey(day))
                .ifPresent(day -> filling.mistake(GIVE, "swap.gone", day));
        var with = filling.person(Filling.TARGET);
        if (new Naming(filling.asked()).find(with, List.of(Named.Kind.PERSON)) instanceof Named.Person(var person)
                && filling.asked().isMe(person.id())) filling.mistake(Filling.TARGET, "swap.oneself");
        var back = filling.value(BACK).isEmpty() ? Optional.<LocalDate>empty() : filling.day(BACK);
        return () -> new Command.Swap(give.orElseThrow(), with, back, false);
    }
}
