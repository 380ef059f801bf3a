package dev.arke.engine.delivery;

import dev.arke.delivery.Attempt;
import dev.arke.delivery.Carrier;
import dev.arke.delivery.Delivery;
import dev.arke.delivery.FailureReason;
import dev.arke.delivery.Lease;
import dev.arke.delivery.Outcome;
import dev.arke.delivery.RateLimit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands one message to its carrier, when the carrier's limits allow it. Outside any unit, on many threads. */
final class SendMessage {
    private static final Logger LOG = LoggerFactory.getLogger(SendMessage.class);

    /** What came of one claimed row. */
    record Done(Delivery row, Lease under, Attempt attempt) {
        UUID lease() {
            return under.id();
        }
    }

    private final RateLimit limits;
    private final DeliveryListener listener;
    private final InstantSource clock;

    SendMessage(RateLimit limits, DeliveryListener listener, InstantSource clock) {
        this.limits = limits;
        this.listener = listener;
        this.clock = clock;
    }

    List<Done> send(Prepared prepared, Lease lease, Carrier carrier) {
        return switch (prepared) {
            case Prepared.Settled settled -> List.of(new Done(settled.row(), lease, settled.attempt()));
            case Prepared.ToSend message ->
                lease.leavesTimeToSend(clock.instant())
                        ? send(message, lease, carrier)
                        : putBack(message, lease, clock.instant());
        };
    }

    /** Another node may have it by the time that the carrier has taken it, and things may stand otherwise by now. */
    private static List<Done> putBack(Prepared.ToSend message, Lease lease, Instant now) {
        LOG.atWarn()
                .addKeyValue("delivery", message.message().deliveryId())
                .addKeyValue("leaseEnds", lease.ends())
                .log("a message was ready too late for its lease and is made anew");
        return all(message, lease, new Attempt.PutBack(now));
    }

    private static List<Done> all(Prepared.ToSend message, Lease lease, Attempt attempt) {
        return message.rows().stream().map(row -> new Done(row, lease, attempt)).toList();
    }

    private List<Done> send(Prepared.ToSend message, Lease lease, Carrier carrier) {
        var scopes = carrier.rateScopes(message.message());
        var pagesTo = Optional.of(message.message().address()).filter(to -> message.isPage());
        var limited = limits.takeOrQueue(scopes, pagesTo, clock.instant());
        if (limited.isPresent()) return all(message, lease, new Attempt.PutBack(limited.get()));
        var outcome = handOver(message, carrier);
        listener.handedOver(carrier.kind(), message.rows().getFirst().kind(), outcome);
        if (outcome instanceof Outcome.Again again
                && again.reason() == FailureReason.RATE_LIMITED
                && !again.after().isZero()
                && !scopes.isEmpty()) {
            var now = clock.instant();
            limits.block(scopes.getLast(), now.plus(again.after()), now);
        }
        return message.rows().stream()
                .map(row -> new Done(row, lease, message.sent(row, outcome)))
                .toList();
    }

    private static Outcome handOver(Prepared.ToSend message, Carrier carrier) {
        try {
            return carrier.send(message.message());
        } catch (RuntimeException e) {
            LOG.atError()
                    .addKeyValue("delivery", message.message().deliveryId())
                    .addKeyValue("carrier", carrier.kind().word())
                    .setCause(e)
                    .log("a carrier failed instead of answering");
            return new Outcome.Again(
                    Duration.ZERO, FailureReason.OTHER, carrier.kind().word() + " failed; see Arke's log");
        }
    }
}
