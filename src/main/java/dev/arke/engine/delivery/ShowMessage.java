package dev.arke.engine.delivery;

import dev.arke.card.Card;
import dev.arke.database.Transactions;
import dev.arke.delivery.Carrier;
import dev.arke.delivery.Delivery;
import dev.arke.delivery.OutboxStore;
import dev.arke.delivery.SentMessageStore;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;

/** What a message that was delivered would show now: for platforms that want it in the answer to a click. */
public final class ShowMessage {
    private final Transactions transactions;
    private final SentMessageStore sent;
    private final OutboxStore outbox;
    private final ReadPresent readPresent;
    private final InstantSource clock;

    ShowMessage(
            Transactions transactions,
            SentMessageStore sent,
            OutboxStore outbox,
            ReadPresent readPresent,
            InstantSource clock) {
        this.transactions = transactions;
        this.sent = sent;
        this.outbox = outbox;
        this.readPresent = readPresent;
        this.clock = clock;
    }

    /** Empty when no message is known so, or it never changes. */
    public Optional<Card> now(Carrier carrier, String messageRef) {
        return transactions.read(() -> {
            var rows = outbox.find(sent.rowsOf(carrier.kind(), messageRef)).stream()
                    .sorted(Comparator.comparing(Delivery::id))
                    .toList();
            var lead = rows.stream()
                    .filter(row -> row.standsIn().map(row.id()::equals).orElse(true))
                    .findFirst();
            return lead.flatMap(row -> {
                var compose = new ComposeMessages(readPresent.read(rows, MadeToSend.NOTHING), carrier, clock.instant());
                return compose.of(row) instanceof Prepared.ToSend ready
                        ? Optional.of(ready.message().card())
                        : Optional.empty();
            });
        });
    }
}
