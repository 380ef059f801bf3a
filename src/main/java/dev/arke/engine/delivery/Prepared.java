package dev.arke.engine.delivery;

import dev.arke.delivery.Attempt;
import dev.arke.delivery.Delivery;
import dev.arke.delivery.Message;
import dev.arke.delivery.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is to be done about claimed rows. */
sealed interface Prepared {
    /** What this node cannot read, a newer one beside it can: it is to come upon it soon, and this one not all the time. */
    Duration LEFT_TO_OTHERS = Duration.ofSeconds(2);

    /** Rows that are one message; {@code through} and {@code again} as in {@link Attempt.Sent}. */
    record ToSend(List<Delivery> rows, Message message, Optional<UUID> through, Optional<Instant> again)
            implements Prepared {
        static ToSend of(Delivery row, Message message) {
            return new ToSend(List.of(row), message, Optional.empty(), Optional.empty());
        }

        boolean isPage() {
            return rows.getFirst().lane() == 0;
        }

        Attempt sent(Delivery row, Outcome outcome) {
            var lead = rows.size() == 1 ? Optional.<UUID>empty() : Optional.of(message.deliveryId());
            return new Attempt.Sent(outcome, row.progress().shown().wanted(), through, again, lead);
        }
    }

    /** Nothing to send. */
    record Settled(Delivery row, Attempt attempt) implements Prepared {
        @Override
        public List<Delivery> rows() {
            return List.of(row);
        }
    }

    List<Delivery> rows();

    static Prepared nothing(Delivery row) {
        return new Settled(row, new Attempt.NothingToDo(row.progress().shown().wanted()));
    }

    static Prepared unwanted(Delivery row) {
        return new Settled(row, new Attempt.Unwanted());
    }

    /** Incidents are never deleted: one that is not found cannot be read by this node. */
    static Prepared unseen(Delivery row, Instant now) {
        return new Settled(row, new Attempt.LeftToOthers(now.plus(LEFT_TO_OTHERS)));
    }
}
