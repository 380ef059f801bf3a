package dev.arke.page;

import dev.arke.alert.Priority;
import dev.arke.responder.ContactKind;
import dev.arke.responder.ContactMethod;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** From one person's rules and contact methods to due deliveries. Pure. */
public final class PagePlan {
    private PagePlan() {}

    /** One message to one contact method at an instant, and again {@code every} so long until somebody takes the incident. */
    public record Due(ContactMethod method, Instant at, Optional<Duration> every) {
        /** Once. */
        public Due(ContactMethod method, Instant at) {
            this(method, at, Optional.empty());
        }
    }

    /** How many pages came by a contact method within a time before now. */
    public interface Recent {
        Recent NONE = (method, within) -> 0;

        int pages(ContactMethod method, Duration within);
    }

    /** The methods that can be used: alive, proved where that is needed, and served by a carrier that is set up; in the person's order. */
    public static List<ContactMethod> usable(List<ContactMethod> methods, Set<ContactKind> carriers) {
        return methods.stream()
                .filter(ContactMethod::isAlive)
                .filter(ContactMethod::verified)
                .filter(method -> carriers.contains(method.kind()))
                .sorted(Comparator.comparingInt(ContactMethod::position))
                .toList();
    }

    /**
     * The deliveries of one page, by when they are due. A rule without a usable method is left out; when none is left
     * for the first instant, the earliest that remains fires at once; when none is left at all, the first usable method
     * does, as often as they say: a page is never lost to a rule. Each method is used once. Empty only when {@code usable} is.
     */
    public static List<Due> of(List<NotificationRule> rules, List<ContactMethod> usable, Instant now) {
        var due = new ArrayList<Due>();
        rules.stream()
                .sorted(Comparator.comparing(NotificationRule::after))
                .forEach(rule -> usable.stream()
                        .filter(method -> rule.via().takes(method.kind()))
                        .filter(method ->
                                due.stream().noneMatch(other -> other.method().equals(method)))
                        .findFirst()
                        .ifPresent(method -> due.add(new Due(method, now.plus(rule.after()), rule.every()))));
        if (due.isEmpty())
            return usable.stream()
                    .limit(1)
                    .map(method -> new Due(method, now, every(rules)))
                    .toList();
        var first = due.getFirst();
        if (first.at().isAfter(now)) due.set(0, new Due(first.method(), now, first.every()));
        return List.copyOf(due);
    }

    private static Optional<Duration> every(List<NotificationRule> rules) {
        return rules.stream().flatMap(rule -> rule.every().stream()).min(Comparator.naturalOrder());
    }

    /** What falls in quiet hours comes when they are over. */
    public static List<Due> outside(QuietHours quiet, ZoneId zone, List<Due> due) {
        return due.stream()
                .map(one -> new Due(one.method(), quiet.over(one.at(), zone), one.every()))
                .toList();
    }

    /**
     * What would be too many by one way comes by another, each method once, at its earliest. Where every way leads on to the
     * next and round again, or a wished one cannot be used, it comes as the rules say: no page is lost to a wish.
     */
    public static List<Due> relieved(List<Due> due, List<Instead> wishes, List<ContactMethod> usable, Recent recent) {
        if (wishes.isEmpty()) return due;
        var relieved = new ArrayList<Due>();
        for (var one : due) {
            var method = instead(one.method(), wishes, usable, recent);
            if (relieved.stream().noneMatch(other -> other.method().equals(method)))
                relieved.add(new Due(method, one.at(), one.every()));
        }
        return List.copyOf(relieved);
    }

    private static ContactMethod instead(
            ContactMethod first, List<Instead> wishes, List<ContactMethod> usable, Recent recent) {
        var seen = new HashSet<ContactMethod>();
        var method = first;
        while (seen.add(method)) {
            var present = method;
            var next = wishes.stream()
                    .filter(wish -> wish.via().takes(present.kind()))
                    .filter(wish -> recent.pages(present, wish.within()) >= wish.most())
                    .flatMap(wish -> usable.stream()
                            .filter(other -> wish.then().takes(other.kind()))
                            .limit(1))
                    .findFirst();
            if (next.isEmpty()) return method;
            method = next.get();
        }
        return first;
    }

    /** How long a page may be on its way before the person's next method is tried beside it. */
    public static Duration patience(Priority priority) {
        return switch (priority) {
            case URGENT, HIGH -> Duration.ofSeconds(30);
            case MEDIUM, LOW -> Duration.ofMinutes(2);
        };
    }
}
