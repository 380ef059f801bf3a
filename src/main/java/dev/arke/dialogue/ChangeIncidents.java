package dev.arke.dialogue;

import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Phrases;
import dev.arke.card.PlainText;
import dev.arke.card.Reply;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.chat.Command;
import dev.arke.engine.incident.ActOnIncidents;
import dev.arke.incident.ActResult;
import dev.arke.incident.IncidentAct;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The verbs that change incidents: the use case does it, the cards say it to everybody, the asker hears how it went. */
final class ChangeIncidents {
    private static final int MOST_BUTTONS = 4;

    private final ActOnIncidents act;
    private final FindPeople findPeople;
    private final Linking linking;

    ChangeIncidents(ActOnIncidents act, FindPeople findPeople, Linking linking) {
        this.act = act;
        this.findPeople = findPeople;
        this.linking = linking;
    }

    Reply answer(Asked asked, Command.OnIncidents command) {
        return switch (command) {
            case Command.Acknowledge ack -> act(asked, ack, new IncidentAct.Acknowledge());
            case Command.Resolve resolve ->
                act(asked, resolve, new IncidentAct.Resolve(resolve.note().orElse("")));
            case Command.Reopen reopen -> act(asked, reopen, new IncidentAct.Reopen());
            case Command.Unacknowledge unack -> act(asked, unack, new IncidentAct.Unacknowledge());
            case Command.Escalate escalate -> act(asked, escalate, new IncidentAct.Escalate());
            case Command.Snooze snooze ->
                act(
                        asked,
                        snooze,
                        new IncidentAct.Snooze(
                                snooze.howLong().end(asked.now()),
                                snooze.reason().orElse("")));
            case Command.Note note -> act(asked, note, new IncidentAct.Note(note.text()));
            case Command.Merge merge -> act(asked, merge, new IncidentAct.MergeInto(merge.into()));
            case Command.SetPriority priority ->
                act(asked, priority, new IncidentAct.ChangePriority(priority.priority()));
            case Command.Reassign reassign -> reassign(asked, reassign);
            case Command.Add add -> add(asked, add);
        };
    }

    /** To oneself it is taking over. */
    private Reply reassign(Asked asked, Command.Reassign reassign) {
        return switch (findPeople.one(asked, reassign.to())) {
            case FindPeople.Found.Of of ->
                asked.isMe(of.id())
                        ? act(asked, reassign, new IncidentAct.TakeOver())
                        : act(asked, reassign, new IncidentAct.Reassign(of.id()));
            case FindPeople.Found.Nobody nobody ->
                nobody.reply(asked, name -> "reassign " + joined(reassign) + " to " + name);
        };
    }

    private Reply add(Asked asked, Command.Add add) {
        var people = new ArrayList<UUID>();
        for (var reference : add.people()) {
            switch (findPeople.one(asked, reference)) {
                case FindPeople.Found.Of of -> people.add(of.id());
                case FindPeople.Found.Nobody nobody -> {
                    return nobody.reply(asked, name -> "add " + joined(add) + " " + name);
                }
            }
        }
        return act(asked, add, new IncidentAct.AddResponders(Set.copyOf(people)));
    }

    private static String joined(Command.OnIncidents command) {
        return command.incidents().stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private Reply act(Asked asked, Command.OnIncidents command, IncidentAct what) {
        var results = act.act(asked.by(), command.incidents(), what);
        var told = results.stream().map(result -> told(asked, what, result)).toList();
        var card = told.size() == 1 ? single(asked, told.getFirst()) : several(asked, told, results, what);
        if (!(what instanceof IncidentAct.Acknowledge)) return new Reply.Private(card);
        // A service may demand to know who takes its incidents.
        return results.stream().anyMatch(ActResult.Refused.class::isInstance)
                ? linking.keep(asked, command.verb().word() + " " + joined(command), card)
                : new Reply.Private(Linking.offer(asked, card));
    }

    private Told told(Asked asked, IncidentAct act, ActResult result) {
        return result instanceof ActResult.Done done
                ? new DoneWords(asked, findPeople).of(act, done)
                : new NotDoneWords(asked).of(act, result);
    }

    private static Card single(Asked asked, Told told) {
        return new Card(
                PlainText.of(told.words(), asked.reader()),
                told.tone(),
                List.of(),
                List.of(new Element.Paragraph(told.words())),
                told.buttons(),
                List.of());
    }

    private static Card several(Asked asked, List<Told> told, List<ActResult> results, IncidentAct act) {
        var say = asked.phrases();
        long done = results.stream().filter(ActResult.Done.class::isInstance).count();
        var buttons = new ArrayList<Button>();
        undoAll(results, act, say).ifPresent(buttons::add);
        for (int i = 0; i < told.size(); i++) {
            if (results.get(i) instanceof ActResult.Done) continue;
            long number = results.get(i).number();
            told.get(i).buttons().stream()
                    .limit(1)
                    .map(button -> Button.of(button.label() + " #" + number, button.line()))
                    .forEach(buttons::add);
        }
        boolean allDone = done == results.size();
        return new Card(
                say.say("done.count", done, results.size()),
                allDone ? Tone.GOOD : Tone.WARNING,
                List.of(),
                List.of(new Element.Lines(lines(told, results, act, say))),
                buttons.stream().limit(MOST_BUTTONS).toList(),
                buttons.stream().skip(MOST_BUTTONS).toList());
    }

    /** A line for each, but those that were taken share one: whoever takes a whole storm reads it at a glance. */
    private static List<List<Span>> lines(List<Told> told, List<ActResult> results, IncidentAct act, Phrases say) {
        if (!(act instanceof IncidentAct.Acknowledge))
            return told.stream().map(Told::words).toList();
        var taken = results.stream()
                .filter(ActResult.Done.class::isInstance)
                .map(result -> "#" + result.number())
                .toList();
        var lines = new ArrayList<List<Span>>();
        if (!taken.isEmpty()) lines.add(say.spans("done.ack", Span.strong(String.join(", ", taken))));
        for (int i = 0; i < told.size(); i++)
            if (!(results.get(i) instanceof ActResult.Done))
                lines.add(told.get(i).words());
        return lines;
    }

    /** One button for all that were done, where the opposite is the same line for each. */
    private static Optional<Button> undoAll(List<ActResult> results, IncidentAct act, Phrases say) {
        var numbers = results.stream()
                .filter(ActResult.Done.class::isInstance)
                .map(ActResult::number)
                .map(String::valueOf)
                .toList();
        if (numbers.size() < 2) return Optional.empty();
        return Undo.verb(act)
                .map(verb -> Button.of(say.say("button.undo.all"), verb + " " + String.join(" ", numbers)));
    }
}
