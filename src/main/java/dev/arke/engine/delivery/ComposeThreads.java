package dev.arke.engine.delivery;

import dev.arke.card.Reader;
import dev.arke.chat.TimelineLines;
import dev.arke.delivery.Attempt;
import dev.arke.delivery.Delivery;
import dev.arke.delivery.Message;
import dev.arke.delivery.Message.Purpose;
import dev.arke.incident.TimelineEntry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes of what is new in an incident's timeline the next message below its card. Pure. */
final class ComposeThreads {
    /** Entries younger than this may have older ones behind them that another node has not committed yet. */
    private static final Duration SETTLING = Duration.ofSeconds(1);

    private static final int MOST_LINES = 20;

    private final Present present;
    private final Instant now;

    ComposeThreads(Present present, Instant now) {
        this.present = present;
        this.now = now;
    }

    Prepared of(Delivery row, Reader reader) {
        var ref = present.cardOf(row).flatMap(card -> card.progress().shown().messageRef());
        // The card's own delivery makes its thread due.
        if (ref.isEmpty()) return Prepared.nothing(row);
        var news = present.newsFor(row);
        var settled = news.stream()
                .filter(entry -> !entry.at().isAfter(now.minus(SETTLING)))
                .limit(MOST_LINES)
                .toList();
        Optional<Instant> again = settled.size() == news.size() ? Optional.empty() : Optional.of(now.plus(SETTLING));
        boolean flat = present.isFlat(row);
        boolean inRoom = present.isInRoom(row);
        var told = flat && !inRoom
                ? settled.stream().filter(TimelineLines::isStateChange).toList()
                : settled;
        if (told.isEmpty())
            return again.map(at -> (Prepared) new Prepared.Settled(row, new Attempt.PutBack(at)))
                    .orElseGet(() -> Prepared.nothing(row));
        var lines = new TimelineLines(id -> present.directory().responder(id).name());
        var message = new Message(
                replyId(row, told.getFirst()),
                Purpose.THREAD,
                row.to().address(),
                flat && !inRoom ? lines.post(present.view(row).orElseThrow(), told) : lines.card(told),
                Optional.empty(),
                flat ? Optional.empty() : ref,
                row.progress().plain(),
                row.incidentId(),
                reader);
        return new Prepared.ToSend(
                List.of(row), message, Optional.of(settled.getLast()).map(TimelineEntry::id), again);
    }

    /** Each reply is a message of its own: the same one when it is tried again, another one for later lines. */
    private static UUID replyId(Delivery row, TimelineEntry first) {
        return UUID.nameUUIDFromBytes((row.id() + " " + first.id()).getBytes(StandardCharsets.UTF_8));
    }
}
