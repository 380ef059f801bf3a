package dev.arke.engine.delivery;

import dev.arke.card.Card;
import dev.arke.database.Transactions;
import dev.arke.delivery.Carrier;
import dev.arke.delivery.Delivery;
import dev.arke.delivery.DeliveryStore;
import dev.arke.delivery.SentMessageStore;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a message that was delivered would show now: for platforms that want it in the answer to a click. */
public final class ShowMessage {
    private final Transactions transactions;
    private final SentMessageStore sent;
    private final DeliveryStore deliveries;
    private final ReadPresent readPresent;
    private final WordPages words;
    private final InstantSource clock;

    private record Found(Delivery row, long changes, Present present) {}

    /** {@code changes}: how often what it is about has changed; only to be compared. */
    public record Shown(Card card, long changes) {}

    ShowMessage(
            Transactions transactions,
            SentMessageStore sent,
            DeliveryStore deliveries,
            ReadPresent readPresent,
            WordPages words,
            InstantSource clock) {
        this.words = words;
        this.transactions = transactions;
        this.sent = sent;
        this.deliveries = deliveries;
        this.readPresent = readPresent;
        this.clock = clock;
    }

    /** Empty when no message is known so, or it never changes. */
    public Optional<Shown> now(Carrier carrier, String messageRef) {
        return transactions.read(() -> find(carrier, messageRef)).flatMap(found -> {
            var compose = new ComposeMessages(found.present(), carrier, words, clock.instant());
            return compose.of(found.row()) instanceof Prepared.ToSend ready
                    ? Optional.of(new Shown(ready.message().card(), found.changes()))
                    : Optional.empty();
        });
    }

    /** {@link Shown#changes} without the card. */
    public long changes(Carrier carrier, String messageRef) {
        return transactions.read(() -> changes(rows(carrier, messageRef)));
    }

    private Optional<Found> find(Carrier carrier, String messageRef) {
        var rows = rows(carrier, messageRef);
        return rows.stream()
                .filter(row -> row.standsIn().map(row.id()::equals).orElse(true))
                .findFirst()
                .map(row -> new Found(row, changes(rows), readPresent.read(rows, MadeToSend.NOTHING)));
    }

    private List<Delivery> rows(Carrier carrier, String messageRef) {
        return deliveries.read(sent.rowsOf(carrier.kind(), messageRef)).stream()
                .sorted(Comparator.comparing(Delivery::id))
                .toList();
    }

    private static long changes(List<Delivery> rows) {
        return rows.stream().mapToLong(row -> row.progress().shown().wanted()).sum();
    }
}
