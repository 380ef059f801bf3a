package dev.arke.incident;

import static dev.arke.database.generated.Tables.INCIDENT;
import static org.jooq.impl.DSL.count;

import dev.arke.database.Due;
import dev.arke.database.UnreadableRows;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/** Open incidents as the watch sees them. */
public final class OpenIncidentStore {
    private final DSLContext dsl;

    public OpenIncidentStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** How many there are in each state; a state without any is left out. */
    public Map<String, Integer> countByState() {
        return dsl.select(INCIDENT.STATE, count())
                .from(INCIDENT)
                .where(INCIDENT.STATE.in("triggered", "acknowledged", "snoozed"))
                .groupBy(INCIDENT.STATE)
                .fetchMap(INCIDENT.STATE, count());
    }

    /** Those that were due before an instant, the most overdue first. Not locked. */
    public List<Incident> overdue(Instant before, int limit) {
        return UnreadableRows.readable(
                dsl,
                dsl.select()
                        .from(INCIDENT)
                        .where(Due.by(INCIDENT.ESCALATES_AT, before))
                        .orderBy(INCIDENT.ESCALATES_AT)
                        .limit(limit),
                INCIDENT.ID,
                IncidentRow::read);
    }
}
