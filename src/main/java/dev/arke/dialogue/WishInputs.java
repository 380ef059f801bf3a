package dev.arke.dialogue;

import dev.arke.alert.Priority;
import dev.arke.alert.Service;
import dev.arke.card.Form.Input;
import dev.arke.chat.InsteadPhrase;
import dev.arke.chat.PagingWish;
import dev.arke.chat.QuietPhrase;
import dev.arke.chat.RulePhrase;
import dev.arke.chat.WishLines;
import dev.arke.engine.people.Directory;
import dev.arke.page.Instead;
import dev.arke.page.NotificationRule;
import dev.arke.page.PagingWishes;
import dev.arke.page.PagingWishes.Apart;
import dev.arke.page.QuietHours;
import dev.arke.responder.Team;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The part of the form of {@code me change} that is about wishes: quiet hours, other ways for a team or service, and for when
 * there are many. What is filled in otherwise than it is becomes a wish.
 */
final class WishInputs {
    private static final String QUIET = "quiet";
    private static final String APART = "apart";
    private static final String MANY = "many";

    private final Filling filling;
    private final PagingWishes present;
    private final List<PagingWish> wishes = new ArrayList<>();

    private WishInputs(Filling filling) {
        this.filling = filling;
        present = present(filling.asked());
    }

    static Stream<Input> of(Asked asked) {
        var present = present(asked);
        var say = asked.forms();
        return Stream.of(
                new Input.TextInput(
                        QUIET,
                        say.say("me.quiet"),
                        false,
                        present.quiet().map(QuietHours::toString).orElse(""),
                        false,
                        40),
                new Input.TextInput(
                        APART,
                        say.say("me.apart"),
                        false,
                        named(asked.directory(), present)
                                .map(apart -> asked.directory().scopeName(apart.scopeId()) + ": "
                                        + WishLines.rules(apart.rules()))
                                .collect(Collectors.joining("\n")),
                        true,
                        2000),
                new Input.TextInput(
                        MANY,
                        say.say("me.many", InsteadPhrase.EXAMPLE),
                        false,
                        present.instead().stream().map(InsteadPhrase::of).collect(Collectors.joining("\n")),
                        true,
                        500));
    }

    private static PagingWishes present(Asked asked) {
        return asked.me().map(me -> asked.directory().wishesOf(me.id())).orElse(PagingWishes.NONE);
    }

    static List<PagingWish> read(Filling filling) {
        // Who sends a form without any of them has one from before they were in it, and has emptied none.
        if (Stream.of(QUIET, APART, MANY).noneMatch(filling::has)) return List.of();
        var inputs = new WishInputs(filling);
        inputs.quiet();
        inputs.apart();
        inputs.many();
        return List.copyOf(inputs.wishes);
    }

    private void quiet() {
        var text = filling.value(QUIET).strip().toLowerCase(Locale.ROOT);
        var read = QuietPhrase.read(text.isEmpty() ? "off" : text);
        if (read.isEmpty()) filling.mistake(QUIET, "me.quiet.unread");
        read.filter(hours -> !hours.equals(present.quiet()))
                .ifPresent(hours -> wishes.add(new PagingWish.Quiet(hours)));
    }

    private void many() {
        var wanted = new ArrayList<Instead>();
        for (var line : lines(MANY)) {
            if (InsteadPhrase.read(line.toLowerCase(Locale.ROOT)).orElse(null) instanceof PagingWish.WhenMany(var wish))
                wanted.add(wish);
            else filling.mistake(MANY, "me.many.unread", line, InsteadPhrase.EXAMPLE);
        }
        present.instead().stream()
                .map(Instead::via)
                .filter(via -> wanted.stream().noneMatch(wish -> wish.via() == via))
                .forEach(via -> wishes.add(new PagingWish.HoweverMany(via)));
        wanted.stream()
                .filter(wish -> !present.instead().contains(wish))
                .forEach(wish -> wishes.add(new PagingWish.WhenMany(wish)));
    }

    private void apart() {
        var wanted = new HashMap<UUID, Map<Priority, List<NotificationRule>>>();
        for (var line : lines(APART)) {
            var halves = line.split(":", 2);
            var scope = scope(filling.asked().directory(), halves[0].strip());
            var rules = halves.length == 2
                    ? RulePhrase.readAll(halves[1].strip())
                    : Optional.<Map<Priority, List<NotificationRule>>>empty();
            if (scope.isEmpty()) filling.mistake(APART, "me.apart.unknown", halves[0].strip());
            else if (rules.isEmpty()) filling.mistake(APART, "me.apart.unread", line);
            else wanted.put(scope.get(), rules.get());
        }
        named(filling.asked().directory(), present).forEach(apart -> wanted.putIfAbsent(apart.scopeId(), Map.of()));
        wanted.forEach(this::apart);
    }

    /** Priorities that are there and not wanted any more go by the usual rules again. */
    private void apart(UUID scope, Map<Priority, List<NotificationRule>> wanted) {
        var there = present.apart().stream()
                .filter(one -> one.scopeId().equals(scope))
                .map(Apart::rules)
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(NotificationRule::priority));
        if (there.equals(wanted)) return;
        var changed = new HashMap<>(wanted);
        there.keySet().forEach(priority -> changed.putIfAbsent(priority, List.of()));
        wishes.add(new PagingWish.For(filling.asked().directory().scopeName(scope), changed));
    }

    /** Those whose name means them: it may be a former one's, or a team's that a service has too. The form leaves others alone. */
    private static Stream<Apart> named(Directory directory, PagingWishes present) {
        return present.apart().stream()
                .filter(apart -> scope(directory, directory.scopeName(apart.scopeId()))
                        .filter(apart.scopeId()::equals)
                        .isPresent());
    }

    private static Optional<UUID> scope(Directory directory, String name) {
        return directory
                .serviceNamed(name)
                .map(Service::id)
                .or(() -> directory.teamNamed(name).map(Team::id));
    }

    private List<String> lines(String input) {
        return filling.value(input)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
