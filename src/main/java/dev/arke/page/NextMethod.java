package dev.arke.page;

import dev.arke.delivery.Delivery;
import dev.arke.delivery.Delivery.State;
import dev.arke.responder.ContactMethod;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is tried next for a person whose page does not arrive. */
public sealed interface NextMethod {
    /** A page of the turn that was to come later. */
    record Planned(Delivery page) implements NextMethod {}

    /** A contact method that the turn has not used. */
    record Unused(ContactMethod method, int turn) implements NextMethod {}

    /**
     * Empty when the person was reached, or nothing is left. {@code pages}: what the turn sent or is to send to the
     * person, at least one; {@code usable}: the contact methods in the person's order.
     */
    static Optional<NextMethod> of(List<Delivery> pages, List<ContactMethod> usable, Instant now) {
        if (pages.stream().anyMatch(page -> page.state() == State.DELIVERED)) return Optional.empty();
        var later = pages.stream()
                .filter(page -> isStillToCome(page, now))
                .min(Comparator.comparing(page -> page.progress().dueAt().orElse(Instant.MAX)));
        if (later.isPresent()) return later.map(Planned::new);
        var used = pages.stream()
                .flatMap(page -> page.to().contactMethodId().stream())
                .collect(Collectors.toSet());
        return usable.stream()
                .filter(method -> !used.contains(method.id()))
                .findFirst()
                .map(method -> new Unused(method, pages.getFirst().turn()));
    }

    /**
     * Of the same kind as {@code gone}, a page to an address that the person, whose methods these are, has no longer; also where
     * something else of the turn arrived, as their rules have them paged by both.
     */
    static Optional<NextMethod> inPlaceOf(
            Delivery gone, List<Delivery> pages, List<ContactMethod> methods, List<ContactMethod> usable) {
        if (methods.stream().anyMatch(method -> isBy(method, gone))) return Optional.empty();
        return usable.stream()
                .filter(method -> method.kind() == gone.to().carrier())
                .filter(method -> pages.stream().noneMatch(page -> isBy(method, page)))
                .findFirst()
                .map(method -> new Unused(method, gone.turn()));
    }

    private static boolean isBy(ContactMethod method, Delivery page) {
        return page.to().contactMethodId().filter(method.id()::equals).isPresent();
    }

    private static boolean isStillToCome(Delivery page, Instant now) {
        var progress = page.progress();
        return page.isStillToCome()
                && progress.fallsThroughAt().isPresent()
                && progress.dueAt().filter(at -> at.isAfter(now)).isPresent();
    }
}
