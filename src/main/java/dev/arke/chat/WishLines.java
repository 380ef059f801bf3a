package dev.arke.chat;

import dev.arke.alert.Priority;
import dev.arke.card.Phrases;
import dev.arke.card.Span;
import dev.arke.page.NotificationRule;
import dev.arke.page.PagingWishes;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What somebody wants of their pages besides the rules, a line each. */
public final class WishLines {
    private WishLines() {}

    /** {@code name} of a team or service. */
    public static List<List<Span>> of(PagingWishes wishes, ZoneId zone, Function<UUID, String> name, Phrases me) {
        var lines = new ArrayList<List<Span>>();
        wishes.quiet()
                .ifPresent(quiet -> lines.add(me.spans(
                        "wish.quiet",
                        Span.strong(me.say("wish.quiet.name")),
                        Span.text(quiet.from().toString()),
                        Span.text(quiet.to().toString()),
                        Span.text(zone.getId()))));
        wishes.language()
                .ifPresent(language -> lines.add(me.spans(
                        "wish.language",
                        Span.strong(me.say("wish.language.name")),
                        Span.text(language.locale().getDisplayLanguage(me.language())))));
        for (var instead : wishes.instead()) lines.add(line(me.say("wish.many"), InsteadPhrase.of(instead), me));
        for (var apart : wishes.apart()) lines.add(line(name.apply(apart.scopeId()), rules(apart.rules()), me));
        return lines;
    }

    private static List<Span> line(String about, String wish, Phrases me) {
        return me.spans("wish.line", Span.strong(about), Span.text(wish));
    }

    /** "urgent call; high sms". */
    public static String rules(List<NotificationRule> rules) {
        return rules.stream().collect(Collectors.groupingBy(NotificationRule::priority)).entrySet().stream()
                .sorted(Map.Entry.<Priority, List<NotificationRule>>comparingByKey()
                        .reversed())
                .map(entry -> entry.getKey().word() + " " + RulePhrase.of(entry.getValue()))
                .collect(Collectors.joining("; "));
    }
}
