package dev.arke.dialogue;

import dev.arke.alert.Priority;
import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Form.Input;
import dev.arke.card.Reply;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.chat.Command;
import dev.arke.chat.MeCard;
import dev.arke.chat.RulePhrase;
import dev.arke.chat.Verb;
import dev.arke.engine.people.ChangeRules;
import dev.arke.page.NotificationRule;
import dev.arke.page.PagePlan;
import dev.arke.responder.ContactKind;
import dev.arke.responder.Responder;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How somebody wants to be paged, by priority: the form of {@code me change}, and what comes of it. */
final class ChangeMyRules {
    private static final int LONGEST = 200;

    private final ChangeRules changeRules;
    private final ChangeMyWishes changeWishes;
    private final Set<ContactKind> carriers;

    ChangeMyRules(ChangeRules changeRules, ChangeMyWishes changeWishes, Set<ContactKind> carriers) {
        this.changeRules = changeRules;
        this.changeWishes = changeWishes;
        this.carriers = carriers;
    }

    static VerbForm form() {
        return new VerbForm(
                Verb.ME,
                "me",
                (asked, given) -> Stream.concat(
                                priorities().map(priority -> input(asked, priority)), WishInputs.of(asked))
                        .toList(),
                ChangeMyRules::command);
    }

    private static Stream<Priority> priorities() {
        return Stream.of(Priority.URGENT, Priority.HIGH, Priority.MEDIUM, Priority.LOW);
    }

    private static Input input(Asked asked, Priority priority) {
        var label = asked.forms().say("me." + priority.word());
        return new Input.TextInput(
                priority.word(), label, false, RulePhrase.of(present(asked, priority)), false, LONGEST);
    }

    private static List<NotificationRule> present(Asked asked, Priority priority) {
        return asked.me()
                .map(me -> asked.directory().rulesOf(me.id(), priority))
                .orElseGet(() -> NotificationRule.defaults(priority));
    }

    private static List<NotificationRule> meant(Priority priority, List<NotificationRule> rules) {
        return rules.isEmpty() ? NotificationRule.defaults(priority) : rules;
    }

    /** Only what is filled in otherwise than it is changes, so that who goes by the defaults goes on doing so. */
    private static Supplier<Command> command(Filling filling) {
        var changed = new EnumMap<Priority, List<NotificationRule>>(Priority.class);
        priorities().forEach(priority -> {
            var read = RulePhrase.read(priority, filling.value(priority.word()));
            if (read.isEmpty()) filling.mistake(priority.word(), "me.unread");
            read.filter(rules -> !meant(priority, rules).equals(present(filling.asked(), priority)))
                    .ifPresent(rules -> changed.put(priority, rules));
        });
        var wishes = WishInputs.read(filling);
        return () -> new Command.ChangeRules(changed, wishes);
    }

    Reply answer(Asked asked, Responder me, Command.ChangeRules command) {
        var wanted = command.rules();
        if (!command.wishes().isEmpty()) {
            var said = changeWishes.answer(asked, me, command.wishes());
            if (wanted.isEmpty() || !(said instanceof Reply.Private(var card, var any))) return said;
            return answer(asked, me, wanted) instanceof Reply.Private(var rules, var alsoAny)
                    ? new Reply.Private(rules.and(card.body().toArray(Element[]::new)))
                    : said;
        }
        if (wanted.isEmpty())
            return new Reply.Private(
                    Card.line(Tone.NEUTRAL, Span.text(asked.own().say("rules.same"))));
        return answer(asked, me, wanted);
    }

    private Reply answer(Asked asked, Responder me, Map<Priority, List<NotificationRule>> wanted) {
        return switch (changeRules.change(asked.by(), me.id(), wanted)) {
            case ChangeRules.Outcome.Done done -> done(asked, me, wanted, done);
            case ChangeRules.Outcome.Refused refused -> Refusals.refused(asked, refused.why());
        };
    }

    private Reply done(
            Asked asked, Responder me, Map<Priority, List<NotificationRule>> wanted, ChangeRules.Outcome.Done done) {
        var usable = PagePlan.usable(me.methods(), carriers);
        var lines = priorities()
                .filter(wanted::containsKey)
                .map(priority -> MeCard.plan(
                        priority,
                        meant(priority, wanted.getOrDefault(priority, List.of())),
                        usable,
                        asked.now(),
                        asked.own()))
                .toList();
        var undo = priorities()
                .filter(done.before()::containsKey)
                .map(priority ->
                        priority.word() + " " + RulePhrase.of(done.before().getOrDefault(priority, List.of())))
                .collect(Collectors.joining("; ", "me ", ""));
        return new Reply.Private(Card.line(Tone.GOOD, Span.text(asked.own().say("rules.now")))
                .and(new Element.Lines(lines))
                .withButtons(
                        Button.primary(asked.own().say("me.button.test"), "test"),
                        Button.of(asked.own().say("me.button.undo"), undo)));
    }
}
