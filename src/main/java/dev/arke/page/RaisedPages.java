package dev.arke.page;

import dev.arke.delivery.Delivery;
import dev.arke.delivery.Delivery.State;
import dev.arke.responder.ContactMethod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a raised priority adds for somebody who was paged before, by its rules. Pure. */
public final class RaisedPages {
    private RaisedPages() {}

    /** By this way in this turn of the incident, where what waits for later comes then; {@code turn} empty: in one of its own. */
    public record More(ContactMethod method, Optional<Integer> turn, Instant at) {}

    /**
     * {@code pages}: what was planned for the person since the step was fired, at least one. A way that was not tried is, in the first
     * of their turns, since those after it may be of pages that came again. One by which a page arrived rings no more than its rule
     * repeats it, counted from when it last did; what is being sent already goes on by these rules once it is known how it ended.
     */
    public static List<More> of(List<PagePlan.Due> due, List<Delivery> pages, Instant now) {
        var first = pages.stream().mapToInt(Delivery::turn).min().orElseThrow();
        var more = new ArrayList<More>();
        for (var one : due) {
            var tried = pages.stream()
                    .filter(page -> page.to()
                            .contactMethodId()
                            .equals(Optional.of(one.method().id())))
                    .toList();
            var last = tried.stream().max(Comparator.comparingInt(Delivery::turn));
            if (last.isEmpty()) more.add(new More(one.method(), Optional.of(first), one.at()));
            else at(one, tried, now).flatMap(at -> after(last.get(), one, at)).ifPresent(more::add);
        }
        return List.copyOf(more);
    }

    /** When it comes by a way that was tried; empty when it has come and is not to come again. */
    private static Optional<Instant> at(PagePlan.Due due, List<Delivery> tried, Instant now) {
        var arrived = tried.stream()
                .flatMap(page -> page.progress().shown().deliveredAt().stream())
                .max(Comparator.naturalOrder());
        if (arrived.isEmpty()) return Optional.of(due.at());
        return due.every().map(arrived.get()::plus).map(at -> at.isBefore(now) ? now : at);
    }

    private static Optional<More> after(Delivery last, PagePlan.Due due, Instant at) {
        if (last.isStillToCome()) return Optional.of(new More(due.method(), Optional.of(last.turn()), at));
        boolean isOnItsWay = last.state() == State.WAITING;
        return isOnItsWay || due.every().isEmpty()
                ? Optional.empty()
                : Optional.of(new More(due.method(), Optional.empty(), at));
    }
}
