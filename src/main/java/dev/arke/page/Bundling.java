package dev.arke.page;

import dev.arke.delivery.Delivery;
import dev.arke.delivery.Delivery.Kind;
import dev.arke.delivery.Delivery.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Puts pages for one person's contact method that are due at once into one message. Pure. */
public final class Bundling {
    private Bundling() {}

    /**
     * The rows in their order, each alone, but the new pages of a contact method together, in the place of the first,
     * when there are more than {@code most}.
     */
    public static List<List<Delivery>> bundles(List<Delivery> due, int most) {
        var byMethod = new LinkedHashMap<String, List<Delivery>>();
        for (var row : due)
            if (isNewPageOfPerson(row))
                byMethod.computeIfAbsent(row.to().name(), ignored -> new ArrayList<>())
                        .add(row);
        var bundles = new ArrayList<List<Delivery>>();
        for (var row : due) {
            var together =
                    isNewPageOfPerson(row) ? byMethod.getOrDefault(row.to().name(), List.of()) : List.<Delivery>of();
            if (together.size() <= most) bundles.add(List.of(row));
            else if (together.getFirst().equals(row)) bundles.add(List.copyOf(together));
        }
        return bundles;
    }

    private static boolean isNewPageOfPerson(Delivery row) {
        return row.kind() == Kind.PAGE
                && row.state() == State.WAITING
                && row.to().contactMethodId().isPresent();
    }
}
