package dev.arke.incident;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody who handles an incident wants to know of somebody else, who is reminded until they answer. {@code turn}
 * is that of the last messages sent for it, {@code dueAt} when the next reminder goes out; {@code unreachedAt}: no
 * contact method of the one asked works.
 */
public record Question(
        UUID id,
        UUID incidentId,
        Owner asker,
        UUID askedId,
        String words,
        Instant askedAt,
        int reminders,
        int turn,
        Optional<Instant> dueAt,
        Optional<Instant> unreachedAt,
        Optional<Answer> answer,
        Optional<Instant> endedAt) {
    /** Longest words of a question and of an answer, in characters. */
    public static final int LIMIT = 2000;

    /** What was answered; mostly by the one who was asked. */
    public record Answer(Owner by, String words) {}

    public static Question asked(
            UUID id, UUID incidentId, Owner asker, UUID askedId, String words, int turn, Instant dueAt, Instant now) {
        return new Question(
                id,
                incidentId,
                asker,
                askedId,
                words,
                now,
                0,
                turn,
                Optional.of(dueAt),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public boolean isOpen() {
        return endedAt.isEmpty();
    }

    public Question answered(Answer given, Instant now) {
        return new Question(
                id,
                incidentId,
                asker,
                askedId,
                words,
                askedAt,
                reminders,
                turn,
                Optional.empty(),
                unreachedAt,
                Optional.of(given),
                Optional.of(now));
    }

    /** Another reminder goes out, in a turn of its own; the next one is due at {@code next}. */
    public Question reminded(int turn, Instant next) {
        return new Question(
                id,
                incidentId,
                asker,
                askedId,
                words,
                askedAt,
                reminders + 1,
                turn,
                Optional.of(next),
                unreachedAt,
                answer,
                endedAt);
    }
}
