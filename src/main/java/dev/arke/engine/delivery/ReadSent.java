package dev.arke.engine.delivery;

import dev.arke.card.Reader;
import dev.arke.chat.IncidentView;
import dev.arke.database.Transactions;
import dev.arke.delivery.Delivery;
import dev.arke.delivery.DeliveryStore;
import dev.arke.engine.incident.IncidentStores;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.incident.Question;
import dev.arke.responder.Responder;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** From a message that went to a person back to whom it went and what it was about, as that stands now. */
public final class ReadSent {
    private final Transactions transactions;
    private final ReadDirectory directory;
    private final IncidentStores stores;
    private final DeliveryStore deliveries;
    private final ReadIncidentViews views;

    /** {@code reader}: whom it went to; {@code incidents}: in the order in which the message has them; {@code question}: the one it asks. */
    public record Sent(
            Delivery row, Responder to, Reader reader, List<IncidentView> incidents, Optional<Question> question) {
        public Sent {
            incidents = List.copyOf(incidents);
        }

        /** As if it had been about these only, as far as it was. */
        public Sent about(Set<Long> numbers) {
            var fewer = incidents.stream()
                    .filter(view -> numbers.contains(view.number()))
                    .toList();
            return new Sent(row, to, reader, fewer, question);
        }

        /** Whether what bears this address is one of the person's own: they can have other ones by now. */
        public boolean isFrom(String address) {
            return to.methods().stream()
                    .anyMatch(method -> method.kind() == row.to().carrier()
                            && method.address().equalsIgnoreCase(address));
        }
    }

    public ReadSent(
            Transactions transactions,
            ReadDirectory directory,
            IncidentStores stores,
            DeliveryStore deliveries,
            ReadIncidentViews views) {
        this.transactions = transactions;
        this.directory = directory;
        this.stores = stores;
        this.deliveries = deliveries;
        this.views = views;
    }

    /** Empty when there is no such message, or it went to no person. */
    public Optional<Sent> read(UUID deliveryId) {
        return transactions.read(
                () -> deliveries.read(List.of(deliveryId)).stream().findFirst().flatMap(this::sent));
    }

    private Optional<Sent> sent(Delivery row) {
        return row.to().responderId().map(id -> {
            var directory = this.directory.current();
            var question = question(row);
            var ids = incidents(row, question).distinct().toList();
            var found = views.read(ids, directory);
            return new Sent(
                    row,
                    directory.responder(id),
                    directory.readerOf(id),
                    ids.stream().map(found::get).filter(Objects::nonNull).toList(),
                    question.filter(asked -> row.kind() == Delivery.Kind.QUESTION));
        });
    }

    /** The one it asks, or whose answer it tells. */
    private Optional<Question> question(Delivery row) {
        boolean isAbout = row.kind() == Delivery.Kind.QUESTION
                || (row.kind() == Delivery.Kind.NOTICE && row.words().isEmpty());
        return row.aboutId()
                .filter(id -> isAbout)
                .flatMap(id -> stores.questions().read(List.of(id)).stream().findFirst());
    }

    /** A question moves with its incident when that is merged. */
    private Stream<UUID> incidents(Delivery row, Optional<Question> question) {
        if (question.isPresent()) return Stream.of(question.get().incidentId());
        boolean leads = row.standsIn().filter(row.id()::equals).isPresent();
        if (leads)
            return deliveries.membersOf(List.of(row.id())).stream().flatMap(member -> member.incidentId().stream());
        return row.kind() == Delivery.Kind.NOTICE ? row.aboutId().stream() : row.incidentId().stream();
    }
}
