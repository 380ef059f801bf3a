package dev.arke.incident;

import static dev.arke.database.generated.Tables.INCIDENT;
import static org.jooq.impl.DSL.noCondition;

import dev.arke.alert.Priority;
import dev.arke.database.UnreadableRows;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Incidents as people look for them. Nothing is locked. */
public final class IncidentQueryStore {
    private final DSLContext dsl;

    public IncidentQueryStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** The newest first. */
    public List<Incident> find(IncidentQuery query, int limit) {
        return UnreadableRows.readable(
                dsl,
                dsl.select()
                        .from(INCIDENT)
                        .where(condition(query))
                        .orderBy(INCIDENT.NUMBER.desc())
                        .limit(limit),
                INCIDENT.ID,
                IncidentRow::read);
    }

    /** How many there are of each state; a state without any is left out. */
    public Map<IncidentQuery.State, Integer> count(IncidentQuery query) {
        var counts = new EnumMap<IncidentQuery.State, Integer>(IncidentQuery.State.class);
        dsl.select(INCIDENT.STATE, DSL.count())
                .from(INCIDENT)
                .where(condition(query))
                .groupBy(INCIDENT.STATE)
                .forEach(row ->
                        counts.put(IncidentQuery.State.valueOf(row.value1().toUpperCase(Locale.ROOT)), row.value2()));
        return counts;
    }

    private static Condition condition(IncidentQuery query) {
        return INCIDENT.STATE
                .in(query.states().stream().map(IncidentQuery.State::word).toList())
                .and(query.services().map(INCIDENT.SERVICE_ID::in).orElse(noCondition()))
                .and(
                        query.priorities().isEmpty()
                                ? noCondition()
                                : INCIDENT.PRIORITY.in(query.priorities().stream()
                                        .map(Priority::word)
                                        .toList()))
                .and(
                        query.owners().isEmpty()
                                ? noCondition()
                                : is(INCIDENT.OWNER, query.owners()).or(is(INCIDENT.RESOLVED_BY, query.owners())));
    }

    private static Condition is(Field<String> kept, Set<String> words) {
        return DSL.or(words.stream().map(word -> is(kept, word)).toList());
    }

    /** Behind an account stands its name; people's names may have blanks themselves. */
    private static Condition is(Field<String> kept, String word) {
        return new Owner(word).isAccount() ? kept.eq(word).or(kept.startsWith(word + " ")) : kept.eq(word);
    }
}
