package dev.arke.engine.delivery;

import dev.arke.delivery.Attempt;
import dev.arke.delivery.Delivery;
import dev.arke.delivery.Message;
import dev.arke.delivery.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is to be done about claimed rows. */
sealed interface Prepared {
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
}
