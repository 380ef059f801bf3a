package dev.arke.page;

import dev.arke.delivery.Delivery;
import dev.arke.delivery.Delivery.Kind;
import dev.arke.delivery.Delivery.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Puts pages that are due at once into one message: those for one person's contact method, those held back for a channel. Pure. */
public final class Bundling {
    private Bundling() {}

    /**
     * The rows in their order, each alone, but the new pages of a contact method together, in the place of the first,
     * when there are more than {@code most}, and those of a channel that had to wait.
     */
    public static List<List<Delivery>> bundles(List<Delivery> due, int most) {
        var byRecipient = new LinkedHashMap<String, List<Delivery>>();
        for (var row : due)
            if (isNewPage(row))
                byRecipient
                        .computeIfAbsent(row.to().name(), ignored -> new ArrayList<>())
                        .add(row);
        var bundles = new ArrayList<List<Delivery>>();
        for (var row : due) {
            var together = isNewPage(row) ? byRecipient.getOrDefault(row.to().name(), List.of()) : List.<Delivery>of();
            if (!isBundle(together, most)) bundles.add(List.of(row));
            else if (together.getFirst().equals(row)) bundles.add(List.copyOf(together));
        }
        return bundles;
    }

    private static boolean isNewPage(Delivery row) {
        return row.kind() == Kind.PAGE && row.state() == State.WAITING && !row.isHandedOver();
    }

    private static boolean isBundle(List<Delivery> pages, int most) {
        return pages.stream().anyMatch(Delivery::isHeldBack)
                || (pages.size() > most
                        && pages.getFirst().to().contactMethodId().isPresent());
    }
}
