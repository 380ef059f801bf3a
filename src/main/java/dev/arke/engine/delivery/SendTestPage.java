package dev.arke.engine.delivery;

import dev.arke.chat.PagePhrases;
import dev.arke.database.Durability;
import dev.arke.database.Transactions;
import dev.arke.delivery.DeliveryStore;
import dev.arke.delivery.PlannedDelivery;
import dev.arke.engine.Ids;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.responder.Actor;
import dev.arke.responder.AuditStore;
import dev.arke.responder.ContactKind;
import dev.arke.responder.ContactMethod;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Sends somebody a message by each of their contact methods, so that they see what a page would reach. Those out of use are
 * tried too: what arrives takes them into use again.
 */
public final class SendTestPage {
    /** By which methods it is being sent, and which were left out because they are not set up here. */
    public record Sent(List<ContactMethod> to, List<ContactMethod> leftOut) {
        public Sent {
            to = List.copyOf(to);
            leftOut = List.copyOf(leftOut);
        }
    }

    private final Transactions transactions;
    private final DeliveryStore deliveries;
    private final AuditStore audit;
    private final ReadDirectory directory;
    private final Set<ContactKind> carriers;
    private final Runnable wakeSender;
    private final Ids ids;
    private final InstantSource clock;

    public SendTestPage(
            Transactions transactions,
            DeliveryStore deliveries,
            AuditStore audit,
            ReadDirectory directory,
            Set<ContactKind> carriers,
            Runnable wakeSender,
            Ids ids,
            InstantSource clock) {
        this.transactions = transactions;
        this.deliveries = deliveries;
        this.audit = audit;
        this.directory = directory;
        this.carriers = carriers;
        this.wakeSender = wakeSender;
        this.ids = ids;
        this.clock = clock;
    }

    /** To the person who asks for it, and to nobody else; by those of their ways of contact that are {@code wanted}. */
    public Sent send(Actor.Person to, String origin, Predicate<ContactMethod> wanted) {
        return transactions.write(Durability.SYNCED, () -> {
            var now = clock.instant();
            var present = directory.current();
            var methods =
                    present.responder(to.id()).methods().stream().filter(wanted).toList();
            var words = PagePhrases.in(present.readerOf(to.id())).say("test");
            var tried = methods.stream()
                    .filter(method -> method.verified() && carriers.contains(method.kind()))
                    .toList();
            deliveries.plan(tried.stream()
                    .map(method -> PlannedDelivery.notice(ids.next(), method, words, now))
                    .toList());
            audit.append(
                    List.of(new AuditStore.AuditEntry(ids.next(), now, to.word(), origin, "test", to.name(), true)));
            transactions.afterCommit(wakeSender);
            return new Sent(
                    tried,
                    methods.stream().filter(method -> !tried.contains(method)).toList());
        });
    }
}
