package dev.arke.engine.people;

import dev.arke.chat.PagingWish;
import dev.arke.page.PagingWishes;
import dev.arke.page.RuleStore;
import dev.arke.responder.By;
import dev.arke.responder.Refusal;
import java.util.Optional;
import java.util.UUID;

/** Somebody says when they want to be left in peace, or how they are paged for one team or service. */
public final class ChangeWishes {
    /** What came of it. */
    public sealed interface Outcome {
        record Done(PagingWishes wishes) implements Outcome {}

        /** No team or service has that name. */
        record Unknown(String name) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }

    private final OwnChange own;
    private final RuleStore rules;

    public ChangeWishes(OwnChange own, RuleStore rules) {
        this.own = own;
        this.rules = rules;
    }

    /** Their own. */
    public Outcome change(By by, UUID responderId, PagingWish wish) {
        return own.<Outcome>run(by, "rules", responderId, Outcome.Refused::new, present -> {
            var wishes = changed(present.wishesOf(responderId), wish, present);
            if (wishes.isEmpty()) return new Outcome.Unknown(wish instanceof PagingWish.For one ? one.scope() : "");
            boolean isFilesStill =
                    wish instanceof PagingWish.In && rules.wishesFromFile().contains(responderId);
            rules.saveWishes(responderId, wishes.get(), isFilesStill);
            own.changed();
            return new Outcome.Done(wishes.get());
        });
    }

    private static Optional<PagingWishes> changed(PagingWishes before, PagingWish wish, Directory directory) {
        return switch (wish) {
            case PagingWish.Quiet(var hours) -> Optional.of(before.quietly(hours));
            case PagingWish.In(var language) -> Optional.of(before.speaking(language));
            case PagingWish.WhenMany(var instead) -> Optional.of(before.with(instead));
            case PagingWish.HoweverMany(var via) -> Optional.of(before.without(via));
            case PagingWish.For(var scope, var rules) -> {
                var id = directory
                        .serviceNamed(scope)
                        .map(service -> service.id())
                        .or(() -> directory.teamNamed(scope).map(team -> team.id()));
                yield id.map(found -> {
                    var after = before;
                    for (var one : rules.entrySet()) after = after.with(found, one.getKey(), one.getValue());
                    return after;
                });
            }
        };
    }
}
