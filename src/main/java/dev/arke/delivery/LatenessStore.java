package dev.arke.delivery;

import static dev.arke.database.generated.Tables.LATENESS;

import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;

/** Whether pages are late now: one fact for all nodes, so that of several that see it one says it. */
public final class LatenessStore {
    private final DSLContext dsl;

    public LatenessStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Notes that something is late now; true when until now nothing was. */
    public boolean seen(Instant now) {
        boolean isNew = dsl.update(LATENESS)
                        .set(LATENESS.BEGAN_AT, now)
                        .set(LATENESS.SEEN_AT, now)
                        .where(LATENESS.BEGAN_AT.isNull())
                        .execute()
                > 0;
        if (!isNew) dsl.update(LATENESS).set(LATENESS.SEEN_AT, now).execute();
        return isNew;
    }

    /** Ends it when nothing was late after {@code quietSince}, and answers when it began; empty when it does not end. */
    public Optional<Instant> end(Instant quietSince) {
        var began = dsl.select(LATENESS.BEGAN_AT)
                .from(LATENESS)
                .where(LATENESS.SEEN_AT.le(quietSince))
                .fetchOptional(LATENESS.BEGAN_AT);
        if (began.isEmpty()) return began;
        boolean mine = dsl.update(LATENESS)
                        .setNull(LATENESS.BEGAN_AT)
                        .setNull(LATENESS.SEEN_AT)
                        .where(LATENESS.BEGAN_AT.eq(began.get()))
                        .and(LATENESS.SEEN_AT.le(quietSince))
                        .execute()
                > 0;
        return mine ? began : Optional.empty();
    }
}
