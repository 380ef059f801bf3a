package dev.arke.delivery;

import static dev.arke.database.generated.Tables.DELIVERY;

import dev.arke.database.UnreadableRows;
import dev.arke.delivery.Delivery.Kind;
import dev.arke.delivery.Delivery.State;
import dev.arke.responder.ContactKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jspecify.annotations.Nullable;

/** Between a delivery and its row. */
final class DeliveryRow {
    private DeliveryRow() {}

    /** Those that can be read. */
    static <R extends Record> List<Delivery> readable(DSLContext dsl, ResultQuery<R> query) {
        return readable(dsl, query.fetch());
    }

    /** The same for rows that are there already. */
    static <R extends Record> List<Delivery> readable(DSLContext dsl, List<R> rows) {
        return UnreadableRows.readable(dsl, rows, DELIVERY.ID, DeliveryRow::read);
    }

    private static Delivery read(Record row) {
        return new Delivery(
                row.get(DELIVERY.ID),
                Optional.ofNullable(row.get(DELIVERY.INCIDENT_ID)),
                Kind.ofWord(row.get(DELIVERY.KIND)),
                row.get(DELIVERY.TURN),
                new Recipient(
                        row.get(DELIVERY.RECIPIENT),
                        Optional.ofNullable(row.get(DELIVERY.RESPONDER_ID)),
                        Optional.ofNullable(row.get(DELIVERY.CONTACT_METHOD_ID)),
                        ContactKind.parse(row.get(DELIVERY.CARRIER)).orElseThrow(),
                        row.get(DELIVERY.ADDRESS)),
                State.ofWord(row.get(DELIVERY.STATE)),
                new Progress(
                        Optional.ofNullable(row.get(DELIVERY.DUE_AT)),
                        Optional.ofNullable(row.get(DELIVERY.DUE_SINCE)),
                        Optional.ofNullable(row.get(DELIVERY.FALLS_THROUGH_AT)),
                        row.get(DELIVERY.LEASE) != null,
                        row.get(DELIVERY.PLAIN),
                        trouble(row),
                        shown(row)),
                Optional.ofNullable(row.get(DELIVERY.DIGEST_ID)),
                Optional.ofNullable(row.get(DELIVERY.ABOUT_ID)),
                Optional.ofNullable(row.get(DELIVERY.WORDS)),
                row.get(DELIVERY.PLANNED_AT));
    }

    private static Trouble trouble(Record row) {
        return new Trouble(
                row.get(DELIVERY.ATTEMPTS),
                Optional.ofNullable(row.get(DELIVERY.FAILING_SINCE)),
                Optional.ofNullable(row.get(DELIVERY.REASON))
                        .map(word -> FailureReason.valueOf(word.toUpperCase(Locale.ROOT))),
                Optional.ofNullable(row.get(DELIVERY.PROBLEM)));
    }

    private static Shown shown(Record row) {
        return new Shown(
                row.get(DELIVERY.WANTED),
                row.get(DELIVERY.SHOWN),
                Optional.ofNullable(row.get(DELIVERY.MESSAGE_REF)),
                Optional.ofNullable(row.get(DELIVERY.POSTED_THROUGH)),
                Optional.ofNullable(row.get(DELIVERY.DELIVERED_AT)));
    }

    /** Every column, of a row that nobody has tried to send yet. */
    static Map<Field<?>, @Nullable Object> planned(PlannedDelivery planned) {
        var row = new LinkedHashMap<Field<?>, @Nullable Object>();
        var to = planned.to();
        row.put(DELIVERY.ID, planned.id());
        row.put(DELIVERY.INCIDENT_ID, planned.incidentId().orElse(null));
        row.put(DELIVERY.KIND, planned.kind().word());
        row.put(DELIVERY.TURN, planned.turn());
        row.put(DELIVERY.RECIPIENT, to.name());
        row.put(DELIVERY.RESPONDER_ID, to.responderId().orElse(null));
        row.put(DELIVERY.CONTACT_METHOD_ID, to.contactMethodId().orElse(null));
        row.put(DELIVERY.CARRIER, to.carrier().word());
        row.put(DELIVERY.ADDRESS, to.address());
        row.put(DELIVERY.ABOUT_ID, planned.aboutId().orElse(null));
        row.put(DELIVERY.WORDS, planned.words().orElse(null));
        row.put(DELIVERY.PLANNED_AT, planned.plannedAt());
        var progress = new Progress(
                planned.dueAt(),
                planned.dueAt(),
                planned.fallsThroughAt(),
                false,
                false,
                Trouble.NONE,
                Shown.NOTHING_YET);
        row.putAll(changing(planned.kind(), State.WAITING, progress, planned.standsIn()));
        return row;
    }

    /** What changes, with the lease ended; the id comes last. */
    static Map<Field<?>, @Nullable Object> settled(Delivery delivery) {
        var row = changing(delivery.kind(), delivery.state(), delivery.progress(), delivery.standsIn());
        row.put(DELIVERY.LEASE, null);
        row.put(DELIVERY.ID, delivery.id());
        return row;
    }

    private static Map<Field<?>, @Nullable Object> changing(
            Kind kind, State state, Progress progress, Optional<?> standsIn) {
        var row = new LinkedHashMap<Field<?>, @Nullable Object>();
        row.put(DELIVERY.STATE, state.word());
        row.put(DELIVERY.LANE, (short) Delivery.lane(kind, state));
        row.put(DELIVERY.DUE_AT, progress.dueAt().orElse(null));
        row.put(DELIVERY.DUE_SINCE, progress.dueSince().orElse(null));
        row.put(DELIVERY.FALLS_THROUGH_AT, progress.fallsThroughAt().orElse(null));
        row.put(DELIVERY.PLAIN, progress.plain());
        row.put(DELIVERY.DIGEST_ID, standsIn.orElse(null));
        var trouble = progress.trouble();
        row.put(DELIVERY.ATTEMPTS, trouble.attempts());
        row.put(DELIVERY.FAILING_SINCE, trouble.since().orElse(null));
        row.put(DELIVERY.REASON, trouble.reason().map(FailureReason::word).orElse(null));
        row.put(DELIVERY.PROBLEM, trouble.problem().orElse(null));
        var shown = progress.shown();
        row.put(DELIVERY.WANTED, shown.wanted());
        row.put(DELIVERY.SHOWN, shown.revision());
        row.put(DELIVERY.MESSAGE_REF, shown.messageRef().orElse(null));
        row.put(DELIVERY.POSTED_THROUGH, shown.postedThrough().orElse(null));
        row.put(DELIVERY.DELIVERED_AT, shown.deliveredAt().orElse(null));
        return row;
    }
}
