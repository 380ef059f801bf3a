package dev.arke.page;

import dev.arke.delivery.Delivery;
import dev.arke.delivery.Delivery.State;
import java.util.List;

/** Whether the pages of one turn reached somebody. */
public enum TurnReach {
    /** Something arrived. */
    REACHED,
    /** Something may still arrive in time, or the turn was called off. */
    OPEN,
    /** Everything has failed for good. */
    UNREACHED,
    /** Nothing arrived in time; some of it goes on being tried. */
    UNREACHED_YET;

    /** For all pages of the turn, when nothing more can be pulled forward. */
    public static TurnReach of(List<Delivery> pages) {
        if (pages.stream().anyMatch(page -> page.state() == State.DELIVERED)) return REACHED;
        if (pages.stream().anyMatch(page -> page.state() == State.CANCELLED)) return OPEN;
        var waiting =
                pages.stream().filter(page -> page.state() == State.WAITING).toList();
        if (waiting.isEmpty()) return UNREACHED;
        // A page that has fallen through has no such instant any more.
        return waiting.stream()
                        .allMatch(page -> page.progress().fallsThroughAt().isEmpty())
                ? UNREACHED_YET
                : OPEN;
    }
}
