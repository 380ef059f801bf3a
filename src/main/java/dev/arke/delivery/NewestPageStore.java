package dev.arke.delivery;

import static dev.arke.database.generated.Tables.DELIVERY;
import static org.jooq.impl.DSL.coalesce;

import dev.arke.database.Sought;
import dev.arke.delivery.Delivery.Kind;
import dev.arke.delivery.Delivery.State;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;

/**
 * Of the pages that somebody got for an incident by one way, only the newest is edited with it: there may be hundreds. Each of
 * the others is edited once, when the next one arrives, and says then that it came again.
 */
public final class NewestPageStore {
    /** The message that a row is shown by. */
    private static final Field<UUID> MESSAGE = coalesce(DELIVERY.DIGEST_ID, DELIVERY.ID);

    /** One way of one person, which may have had many pages for an incident. */
    private record Way(UUID incidentId, String recipient) {}

    private record Row(Way way, int turn, boolean isArrivedPage, UUID message) {}

    private final DSLContext dsl;

    public NewestPageStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** The messages that are edited when something happens to these incidents. */
    Set<UUID> showing(Collection<UUID> incidentIds) {
        var rows = rows(incidentIds);
        var newest = newest(rows);
        return rows.stream()
                .filter(row -> !row.isArrivedPage() || row.turn() == newest.getOrDefault(row.way(), 0))
                .map(Row::message)
                .collect(Collectors.toSet());
    }

    /** Those of these rows, by their ids, that somebody got as pages and got again since. */
    public Set<UUID> cameAgain(Collection<Delivery> rows) {
        var pages = rows.stream().filter(NewestPageStore::isArrivedPage).toList();
        if (pages.isEmpty()) return Set.of();
        var newest = newest(rows(incidentsOf(pages)));
        return pages.stream()
                .filter(page -> page.turn() < newest.getOrDefault(way(page), 0))
                .map(Delivery::id)
                .collect(Collectors.toSet());
    }

    /** The messages that are not the newest any more, now that these pages have arrived. */
    public Set<UUID> replacedBy(Collection<Delivery> arrived) {
        var pages = arrived.stream().filter(NewestPageStore::isArrivedPage).toList();
        if (pages.isEmpty()) return Set.of();
        var rows = rows(incidentsOf(pages)).stream().filter(Row::isArrivedPage).toList();
        var newest = newest(rows);
        var ways = pages.stream().map(NewestPageStore::way).collect(Collectors.toSet());
        var replaced = new HashSet<UUID>();
        for (var way : ways) {
            var before = rows.stream()
                    .filter(row -> row.way().equals(way) && row.turn() < newest.getOrDefault(way, 0))
                    .toList();
            var last = before.stream().mapToInt(Row::turn).max().orElse(0);
            before.stream()
                    .filter(row -> row.turn() == last || isOneOf(pages, row))
                    .map(Row::message)
                    .forEach(replaced::add);
        }
        return replaced;
    }

    private static boolean isOneOf(List<Delivery> pages, Row row) {
        return pages.stream().anyMatch(page -> way(page).equals(row.way()) && page.turn() == row.turn());
    }

    private static boolean isArrivedPage(Delivery row) {
        return row.kind() == Kind.PAGE
                && row.state() == State.DELIVERED
                && row.to().contactMethodId().isPresent();
    }

    private static Way way(Delivery page) {
        return new Way(page.incidentId().orElseThrow(), page.to().name());
    }

    private static Set<UUID> incidentsOf(List<Delivery> pages) {
        return pages.stream().flatMap(page -> page.incidentId().stream()).collect(Collectors.toSet());
    }

    private static Map<Way, Integer> newest(Collection<Row> rows) {
        var newest = new HashMap<Way, Integer>();
        for (var row : rows) if (row.isArrivedPage()) newest.merge(row.way(), row.turn(), Math::max);
        return newest;
    }

    /** Looked up by itself: as a part of an update, H2 asks for all of them again for each row it finds. */
    private List<Row> rows(Collection<UUID> incidentIds) {
        return dsl.select(
                        DELIVERY.INCIDENT_ID,
                        DELIVERY.RECIPIENT,
                        DELIVERY.TURN,
                        DELIVERY.KIND,
                        DELIVERY.STATE,
                        DELIVERY.CONTACT_METHOD_ID,
                        MESSAGE)
                .from(DELIVERY)
                .where(Sought.isOneOf(DELIVERY.INCIDENT_ID, incidentIds))
                .and(Sought.isOneOf(DELIVERY.KIND, List.of(Kind.CARD.word(), Kind.PAGE.word())))
                .and(DELIVERY.STATE.in(State.WAITING.word(), State.DELIVERED.word()))
                .fetch(row -> new Row(
                        new Way(row.value1(), row.value2()),
                        row.value3(),
                        row.value4().equals(Kind.PAGE.word())
                                && row.value5().equals(State.DELIVERED.word())
                                && row.value6() != null,
                        row.value7()));
    }
}
