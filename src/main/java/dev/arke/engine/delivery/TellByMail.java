package dev.arke.engine.delivery;

import dev.arke.card.Reader;
import dev.arke.database.Durability;
import dev.arke.database.Transactions;
import dev.arke.delivery.DeliveryStore;
import dev.arke.delivery.PlannedDelivery;
import dev.arke.delivery.RateLimit;
import dev.arke.delivery.RateScope;
import dev.arke.engine.Ids;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.responder.ContactKind;
import dev.arke.responder.ContactMethod;
import dev.arke.responder.Responder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Answers people who wrote to us, at an address of theirs and nowhere else: a stranger gets no answer, as the address of a
 * mail may be anybody's. Two machines that answer each other soon hear nothing more.
 */
public final class TellByMail {
    private static final int MOST = 10;
    private static final Duration WITHIN = Duration.ofMinutes(10);

    private final Transactions transactions;
    private final DeliveryStore deliveries;
    private final ReadDirectory directory;
    private final Runnable wakeSender;
    private final Ids ids;
    private final InstantSource clock;
    private final RateLimit answers = new RateLimit();

    public TellByMail(
            Transactions transactions,
            DeliveryStore deliveries,
            ReadDirectory directory,
            Runnable wakeSender,
            Ids ids,
            InstantSource clock) {
        this.transactions = transactions;
        this.deliveries = deliveries;
        this.directory = directory;
        this.wakeSender = wakeSender;
        this.ids = ids;
        this.clock = clock;
    }

    /** Below the mails about the incident, if it is about one. Whether the address is of anybody active. */
    public boolean tell(String address, Optional<UUID> incidentId, Function<Reader, String> words) {
        return transactions.write(Durability.RELAXED, () -> {
            var present = directory.current();
            var to = present.responders().stream()
                    .map(Responder::methods)
                    .flatMap(List::stream)
                    .filter(method -> method.kind() == ContactKind.EMAIL
                            && method.address().equalsIgnoreCase(address))
                    .findFirst();
            to.filter(this::isFree)
                    .ifPresent(method -> plan(method, incidentId, words.apply(present.readerOf(method.responderId()))));
            return to.isPresent();
        });
    }

    private boolean isFree(ContactMethod method) {
        var scope = new RateScope(method.id().toString(), MOST, WITHIN);
        return answers.take(List.of(scope), clock.instant()).isEmpty();
    }

    private void plan(ContactMethod method, Optional<UUID> incidentId, String words) {
        deliveries.plan(List.of(PlannedDelivery.noticeOn(ids.next(), incidentId, method, words, clock.instant())));
        transactions.afterCommit(wakeSender);
    }
}
