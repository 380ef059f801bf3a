package dev.arke.incident;

import static dev.arke.database.generated.Tables.QUESTION;

import dev.arke.database.Batch;
import dev.arke.database.Sought;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The table question. Whoever changes a row has locked its incident. */
public final class QuestionStore {
    private final DSLContext dsl;

    public QuestionStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    public void insert(Question question) {
        var row = new LinkedHashMap<Field<?>, @Nullable Object>();
        row.put(QUESTION.ID, question.id());
        row.put(QUESTION.INCIDENT_ID, question.incidentId());
        row.put(QUESTION.ASKER, question.asker().kept());
        row.put(QUESTION.ASKED_ID, question.askedId());
        row.put(QUESTION.WORDS, question.words());
        row.put(QUESTION.ASKED_AT, question.askedAt());
        row.putAll(changing(question));
        Batch.insert(dsl, QUESTION, List.of(row));
    }

    public void update(Collection<Question> questions) {
        Batch.update(
                dsl,
                QUESTION,
                QUESTION.ID,
                questions.stream()
                        .map(question -> {
                            var row = changing(question);
                            row.put(QUESTION.ID, question.id());
                            return row;
                        })
                        .toList());
    }

    private static Map<Field<?>, @Nullable Object> changing(Question question) {
        var row = new LinkedHashMap<Field<?>, @Nullable Object>();
        row.put(QUESTION.REMINDERS, question.reminders());
        row.put(QUESTION.TURN, question.turn());
        row.put(QUESTION.DUE_AT, question.dueAt().orElse(null));
        row.put(QUESTION.UNREACHED_AT, question.unreachedAt().orElse(null));
        row.put(
                QUESTION.ANSWERED_BY,
                question.answer().map(given -> given.by().kept()).orElse(null));
        row.put(QUESTION.ANSWER, question.answer().map(Question.Answer::words).orElse(null));
        row.put(QUESTION.ENDED_AT, question.endedAt().orElse(null));
        return row;
    }

    /** These incidents are over: nobody waits for an answer any more. Answers the ids of the questions this ended. */
    public List<UUID> end(Collection<UUID> incidentIds, Instant now) {
        var open = openOf(incidentIds);
        if (open.isEmpty()) return List.of();
        dsl.update(QUESTION)
                .set(QUESTION.DUE_AT, (Instant) null)
                .set(QUESTION.ENDED_AT, now)
                .where(Sought.isOneOf(QUESTION.ID, open))
                .execute();
        return open;
    }

    /** One incident became a part of another: what is still to be answered goes along. */
    public void move(UUID from, UUID to) {
        dsl.update(QUESTION)
                .set(QUESTION.INCIDENT_ID, to)
                .where(QUESTION.INCIDENT_ID.eq(from))
                .and(QUESTION.ENDED_AT.isNull())
                .execute();
    }

    private List<UUID> openOf(Collection<UUID> incidentIds) {
        if (incidentIds.isEmpty()) return List.of();
        return dsl.select(QUESTION.ID)
                .from(QUESTION)
                .where(Sought.isOneOf(QUESTION.INCIDENT_ID, incidentIds))
                .and(QUESTION.ENDED_AT.isNull())
                .fetch(QUESTION.ID);
    }

    /** No contact method of the one asked works. */
    public void unreached(Collection<UUID> ids, Instant now) {
        if (ids.isEmpty()) return;
        dsl.update(QUESTION)
                .set(QUESTION.UNREACHED_AT, now)
                .where(Sought.isOneOf(QUESTION.ID, ids))
                .execute();
    }

    /** A message arrived after all; answers how many questions had been without one. */
    public int reached(Collection<UUID> ids) {
        if (ids.isEmpty()) return 0;
        return dsl.update(QUESTION)
                .set(QUESTION.UNREACHED_AT, (Instant) null)
                .where(Sought.isOneOf(QUESTION.ID, ids))
                .and(QUESTION.UNREACHED_AT.isNotNull())
                .execute();
    }

    public List<Question> read(Collection<UUID> ids) {
        if (ids.isEmpty()) return List.of();
        return dsl.selectFrom(QUESTION)
                .where(Sought.isOneOf(QUESTION.ID, ids))
                .orderBy(QUESTION.ID)
                .fetch(QuestionStore::question);
    }

    /** Every question on these incidents, oldest first. */
    public List<Question> ofIncidents(Collection<UUID> incidentIds) {
        if (incidentIds.isEmpty()) return List.of();
        return dsl.selectFrom(QUESTION)
                .where(Sought.isOneOf(QUESTION.INCIDENT_ID, incidentIds))
                .orderBy(QUESTION.INCIDENT_ID, QUESTION.ID)
                .fetch(QuestionStore::question);
    }

    /** What somebody has still to answer, oldest first. */
    public List<Question> openTo(UUID askedId) {
        return dsl
                .selectFrom(QUESTION)
                .where(QUESTION.ASKED_ID.eq(askedId))
                .and(QUESTION.DUE_AT.isNotNull())
                .fetch(QuestionStore::question)
                .stream()
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .toList();
    }

    /** Those whose next reminder is due, the most overdue first. */
    public List<Question> due(Instant now, int limit) {
        return dsl.selectFrom(QUESTION)
                .where(QUESTION.DUE_AT.le(now))
                .orderBy(QUESTION.DUE_AT)
                .limit(limit)
                .fetch(QuestionStore::question);
    }

    private static Question question(Record row) {
        return new Question(
                row.get(QUESTION.ID),
                row.get(QUESTION.INCIDENT_ID),
                new Owner(row.get(QUESTION.ASKER)),
                row.get(QUESTION.ASKED_ID),
                row.get(QUESTION.WORDS),
                row.get(QUESTION.ASKED_AT),
                row.get(QUESTION.REMINDERS),
                row.get(QUESTION.TURN),
                Optional.ofNullable(row.get(QUESTION.DUE_AT)),
                Optional.ofNullable(row.get(QUESTION.UNREACHED_AT)),
                answer(row),
                Optional.ofNullable(row.get(QUESTION.ENDED_AT)));
    }

    private static Optional<Question.Answer> answer(Record row) {
        return Optional.ofNullable(row.get(QUESTION.ANSWERED_BY))
                .map(by -> new Question.Answer(new Owner(by), row.get(QUESTION.ANSWER)));
    }
}
