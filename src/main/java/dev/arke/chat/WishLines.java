package dev.arke.chat;

import dev.arke.alert.Priority;
import dev.arke.card.Span;
import dev.arke.page.NotificationRule;
import dev.arke.page.PagingWishes;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What somebody wants of their pages besides the rules, a line each. */
public final class WishLines {
    private WishLines() {}

    /** {@code name} of a team or service. */
    public static List<List<Span>> of(PagingWishes wishes, ZoneId zone, Function<UUID, String> name) {
        var lines = new ArrayList<List<Span>>();
        wishes.quiet()
                .ifPresent(quiet -> lines.add(List.of(
                        Span.strong("Quiet"),
                        Span.text(" from " + quiet.from() + " to " + quiet.to() + " (" + zone.getId()
                                + "): low and medium wait."))));
        wishes.language()
                .ifPresent(language -> lines.add(List.of(
                        Span.strong("Language"),
                        Span.text(" of your pages: " + language.locale().getDisplayLanguage(Locale.ENGLISH) + "."))));
        for (var instead : wishes.instead())
            lines.add(List.of(Span.strong("When there are many"), Span.text(": " + InsteadPhrase.of(instead) + ".")));
        for (var apart : wishes.apart())
            lines.add(List.of(Span.strong(name.apply(apart.scopeId())), Span.text(": " + rules(apart.rules()) + ".")));
        return lines;
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
