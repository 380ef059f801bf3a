package dev.arke.page;

import dev.arke.alert.Priority;
import dev.arke.responder.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody wants of their pages besides their rules: quiet hours, rules of their own for a team or a service, the
 * language of what Arke says in them, and other ways when there are too many, at most one for each.
 */
public record PagingWishes(
        Optional<QuietHours> quiet, List<Apart> apart, Optional<Language> language, List<Instead> instead) {
    public static final PagingWishes NONE = new PagingWishes(Optional.empty(), List.of(), Optional.empty(), List.of());

    /** For the incidents of one team or service, by its id, these rules count; for priorities without one the usual ones. */
    public record Apart(UUID scopeId, List<NotificationRule> rules) {
        public Apart {
            rules = List.copyOf(rules);
        }
    }

    public PagingWishes {
        apart = List.copyOf(apart);
        instead = List.copyOf(instead);
    }

    /** The rules for this priority at the nearest of these scopes that has some. */
    public Optional<List<NotificationRule>> rules(Priority priority, List<UUID> nearestFirst) {
        return nearestFirst.stream()
                .map(scope -> at(scope, priority))
                .filter(rules -> !rules.isEmpty())
                .findFirst();
    }

    private List<NotificationRule> at(UUID scope, Priority priority) {
        return apart.stream()
                .filter(one -> one.scopeId().equals(scope))
                .flatMap(one -> one.rules().stream())
                .filter(rule -> rule.priority() == priority)
                .toList();
    }

    /** {@code at}, or when the quiet hours it falls in are over, where they hold back this priority. */
    public Instant outsideQuiet(Priority priority, Instant at, ZoneId zone) {
        return quiet.filter(hours -> QuietHours.holdBack(priority))
                .map(hours -> hours.over(at, zone))
                .orElse(at);
    }

    public PagingWishes quietly(Optional<QuietHours> hours) {
        return new PagingWishes(hours, apart, language, instead);
    }

    /** Empty: that of the team file. */
    public PagingWishes speaking(Optional<Language> other) {
        return new PagingWishes(quiet, apart, other, instead);
    }

    /** With these rules for a priority there instead; none: the usual ones. */
    public PagingWishes with(UUID scope, Priority priority, List<NotificationRule> rules) {
        var kept = new ArrayList<NotificationRule>();
        for (var one : apart)
            if (one.scopeId().equals(scope))
                one.rules().stream().filter(rule -> rule.priority() != priority).forEach(kept::add);
        kept.addAll(rules);
        var others = new ArrayList<>(
                apart.stream().filter(one -> !one.scopeId().equals(scope)).toList());
        if (!kept.isEmpty()) others.add(new Apart(scope, kept));
        return new PagingWishes(quiet, others, language, instead);
    }

    /** With this one instead of what was wished for its way. */
    public PagingWishes with(Instead wish) {
        var others = new ArrayList<>(without(wish.via()).instead());
        others.add(wish);
        return new PagingWishes(quiet, apart, language, others);
    }

    /** However many come by this way, they do. */
    public PagingWishes without(NotificationRule.Via via) {
        return new PagingWishes(
                quiet,
                apart,
                language,
                instead.stream().filter(wish -> wish.via() != via).toList());
    }
}
