package dev.arke.delivery;

import static dev.arke.delivery.Rows.CHANNEL;
import static dev.arke.delivery.Rows.NOW;
import static dev.arke.delivery.Rows.card;
import static dev.arke.delivery.Rows.id;
import static dev.arke.delivery.Rows.method;
import static dev.arke.delivery.Rows.page;
import static dev.arke.delivery.Rows.thread;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.database.Database;
import dev.arke.database.Durability;
import dev.arke.delivery.Delivery.Kind;
import dev.arke.delivery.Delivery.State;
import dev.arke.delivery.DeliveryStore.Turn;
import dev.arke.delivery.StormStore.OpenDigest;
import dev.arke.responder.ChannelAddress;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@EachDatabase
final class DeliveryStoreTest {
    private static final UUID LEASE = id();

    private final Database database;
    private final DeliveryStore store;
    private final StormStore lately;
    private final OutboxStore outbox;
    private final UUID incident = id();

    DeliveryStoreTest(Database database) {
        this.database = database;
        this.store = new DeliveryStore(database.dsl());
        this.lately = new StormStore(database.dsl());
        this.outbox = new OutboxStore(database.dsl());
    }

    @Test
    void aPlannedPageIsReadAsItWasPlanned() {
        var method = method(ContactKind.SMS);
        var planned = page(incident, 3, method, NOW.plusSeconds(60));

        plan(planned);

        assertThat(only()).satisfies(row -> {
            assertThat(row.id()).isEqualTo(planned.id());
            assertThat(row.turn()).isEqualTo(3);
            assertThat(row.to()).isEqualTo(Recipient.of(method));
            assertThat(row.state()).isEqualTo(State.WAITING);
            assertThat(row.lane()).isZero();
            assertThat(row.progress().dueAt()).contains(NOW.plusSeconds(60));
            assertThat(row.progress().fallsThroughAt()).contains(NOW.plusSeconds(90));
            assertThat(row.progress().trouble()).isEqualTo(Trouble.NONE);
            assertThat(row.plannedAt()).isEqualTo(NOW);
        });
    }

    @Test
    void aRecipientGetsATurnOnce() {
        var method = method(ContactKind.SLACK);
        plan(page(incident, 1, method, NOW));

        plan(page(incident, 1, method, NOW), page(incident, 2, method, NOW), page(incident, 2, method, NOW));

        assertThat(rows()).extracting(Delivery::turn).containsExactly(1, 2);
    }

    @Test
    void noticesAreNeverTakenForOneAnother() {
        var method = method(ContactKind.EMAIL);

        plan(
                PlannedDelivery.notice(id(), method, "Your shift begins tomorrow.", NOW),
                PlannedDelivery.notice(id(), method, "Your shift begins tomorrow.", NOW));

        assertThat(claim(ContactKind.EMAIL))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.words()).contains("Your shift begins tomorrow."));
    }

    @Test
    void waitingPagesAreCancelledAndNothingElse() {
        var waiting = page(incident, 1, method(ContactKind.SLACK), NOW);
        plan(waiting, card(incident), page(id(), 1, method(ContactKind.SLACK), NOW));

        int cancelled = write(() -> store.cancelPages(List.of(incident)));

        assertThat(cancelled).isEqualTo(1);
        assertThat(rows()).extracting(Delivery::state).containsExactly(State.CANCELLED, State.WAITING);
        assertThat(row(waiting.id()).progress().dueAt()).isEmpty();
        assertThat(row(waiting.id()).progress().dueSince()).isEmpty();
        assertThat(row(waiting.id()).progress().fallsThroughAt()).isEmpty();
    }

    @Test
    void whatIsDeliveredIsEditedAtOnceWhenItsIncidentChanges() {
        var card = card(incident);
        plan(card);
        deliver(card.id());
        assertThat(row(card.id()).progress().dueAt()).isEmpty();

        touch();
        touch();
        write(() -> store.touch(List.of(incident), NOW.plusSeconds(9)));

        assertThat(row(card.id()).progress().dueSince()).contains(NOW);
        touch();
        assertThat(row(card.id()).progress().dueAt()).contains(NOW);
        assertThat(row(card.id()).progress().shown().isStale()).isTrue();
        assertThat(claim(ContactKind.SANDBOX)).hasSize(1);
    }

    @Test
    void aChangeWhileAMessageIsOnItsWayWaitsForItsOutcome() {
        var card = card(incident);
        plan(card);
        var claimed = claim(ContactKind.SANDBOX).getFirst();

        touch();

        assertThat(claim(ContactKind.SANDBOX)).isEmpty();
        assertThat(row(card.id()).progress().shown().wanted())
                .isGreaterThan(claimed.progress().shown().wanted());
    }

    @Test
    void ofManyPagesByOneWayTheNewestIsEditedAndEachThatIsReplacedOnce() {
        var slack = method(ContactKind.SLACK);
        var pages = IntStream.rangeClosed(1, 5)
                .mapToObj(turn -> page(incident, turn, slack, NOW))
                .toList();
        var another = page(incident, 2, method(ContactKind.SLACK), NOW);
        var waiting = page(incident, 6, slack, NOW);
        var channel = PlannedDelivery.channelPage(id(), incident, 1, CHANNEL, NOW, NOW, NOW);
        var again = PlannedDelivery.channelPage(id(), incident, 2, CHANNEL, NOW, NOW, NOW);
        plan(pages.toArray(PlannedDelivery[]::new));
        plan(another, waiting, channel, again);
        Stream.of(pages.get(0), pages.get(1), pages.get(4), another, channel, again)
                .forEach(page -> deliver(page.id()));
        var newest = store.newest();

        assertThat(replaced(pages.get(4), another, channel))
                .containsExactly(pages.get(1).id());
        deliver(pages.get(2).id());
        deliver(pages.get(3).id());
        assertThat(replaced(pages.get(2), pages.get(3)))
                .containsExactlyInAnyOrder(pages.get(2).id(), pages.get(3).id());

        assertThat(write(() -> newest.cameAgain(store.ofIncident(incident))))
                .containsExactlyInAnyOrderElementsOf(
                        pages.subList(0, 4).stream().map(PlannedDelivery::id).toList());
        touch();
        assertThat(rows())
                .filteredOn(row -> row.progress().shown().isStale())
                .extracting(Delivery::id)
                .containsExactlyInAnyOrder(pages.get(4).id(), another.id(), waiting.id(), channel.id(), again.id());
    }

    private Set<UUID> replaced(PlannedDelivery... arrived) {
        var rows = Stream.of(arrived).map(page -> row(page.id())).toList();
        return write(() -> store.newest().replacedBy(rows));
    }

    @Test
    void aBundleIsEditedAsOne() {
        var lead = page(incident, 1, method(ContactKind.SLACK), NOW);
        var other = id();
        var member = page(other, 1, method(ContactKind.SLACK), NOW);
        plan(lead, member);
        deliverAs(lead.id(), lead.id());
        deliverAs(lead.id(), member.id());

        write(() -> store.touch(List.of(other), NOW));

        assertThat(row(lead.id()).progress().dueAt()).contains(NOW);
        assertThat(read(() -> store.ofIncident(other)).getFirst().progress().dueAt())
                .isEmpty();
        assertThat(read(() -> store.membersOf(List.of(lead.id()))))
                .extracting(Delivery::id)
                .containsExactly(lead.id(), member.id());
    }

    @Test
    void aDigestedCardIsShownByItsDigest() {
        var digest = PlannedDelivery.digest(id(), CHANNEL, NOW);
        plan(
                digest,
                PlannedDelivery.digest(id(), new ChannelAddress(ContactKind.SANDBOX, "#web"), NOW),
                PlannedDelivery.cardInDigest(id(), incident, CHANNEL, digest.id(), NOW));
        deliver(digest.id());

        touch();

        assertThat(claim(ContactKind.SANDBOX)).extracting(Delivery::id).contains(digest.id());
        assertThat(read(() -> lately.latestDigests(List.of(CHANNEL.toString()), NOW.minusSeconds(1))))
                .isEqualTo(Map.of(CHANNEL.toString(), new OpenDigest(digest.id(), 1, NOW, NOW)));
        assertThat(read(() -> lately.latestDigests(List.of(CHANNEL.toString()), NOW)))
                .isEmpty();
    }

    @Test
    void threadsAreDueAtTheEarliestNews() {
        var thread = thread(incident);
        plan(thread);
        assertThat(row(thread.id()).progress().dueAt()).contains(NOW.plusSeconds(2));

        write(() -> store.touchThreads(List.of(incident), NOW.plusSeconds(1)));
        write(() -> store.touchThreads(List.of(incident), NOW.plusSeconds(9)));

        assertThat(row(thread.id()).progress().dueAt()).contains(NOW.plusSeconds(1));
        assertThat(row(thread.id()).progress().dueSince()).contains(NOW.plusSeconds(1));
        assertThat(row(thread.id()).progress().shown().wanted()).isEqualTo(3);
    }

    @Test
    void pagesAreFoundByTheirTurns() {
        plan(
                page(incident, 1, method(ContactKind.SLACK), NOW),
                page(incident, 2, method(ContactKind.SLACK), NOW),
                PlannedDelivery.webhookPage(id(), incident, 2, URI.create("https://example.com/x"), NOW, NOW, NOW),
                card(incident));

        assertThat(read(() -> store.pages(List.of(new Turn(incident, 2)))))
                .hasSize(2)
                .allMatch(row -> row.kind() == Kind.PAGE && row.turn() == 2);
        assertThat(read(() -> store.cards(List.of(incident)))).hasSize(1);
    }

    @Test
    void cardsOfAChannelAreCounted() {
        plan(card(incident), card(id()), card(id()));

        assertThat(read(() -> lately.cardsSince(List.of(CHANNEL.toString()), NOW.minus(Duration.ofMinutes(1)))))
                .isEqualTo(Map.of(CHANNEL.toString(), 3));
        assertThat(read(() -> lately.cardsSince(List.of(CHANNEL.toString()), NOW)))
                .isEmpty();
    }

    private void plan(PlannedDelivery... rows) {
        write(() -> {
            store.plan(List.of(rows));
            return 0;
        });
    }

    private void touch() {
        write(() -> store.touch(List.of(incident), NOW));
    }

    private void deliver(UUID id) {
        write(() -> {
            outbox.settle(List.of(row(id)), List.of(delivered(row(id))));
            return 0;
        });
    }

    private void deliverAs(UUID lead, UUID id) {
        write(() -> {
            outbox.settle(List.of(row(id)), List.of(delivered(row(id)).standingIn(lead)));
            return 0;
        });
    }

    private static Delivery delivered(Delivery row) {
        var progress = row.progress();
        return row.with(
                State.DELIVERED,
                new Progress(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        false,
                        Trouble.NONE,
                        progress.shown().at("ref", NOW).upTo(progress.shown().wanted())));
    }

    private List<Delivery> claim(ContactKind carrier) {
        return write(() -> outbox.claim(carrier, 10, 10, new Lease(LEASE, NOW.plus(Rows.LEASE)), Set.of(), NOW));
    }

    private Delivery only() {
        assertThat(rows()).hasSize(1);
        return rows().getFirst();
    }

    private Delivery row(UUID id) {
        return read(() -> store.read(List.of(id))).getFirst();
    }

    private List<Delivery> rows() {
        return read(() -> store.ofIncident(incident));
    }

    private <T> T read(Supplier<T> unit) {
        return database.transactions().read(unit);
    }

    private <T> T write(Supplier<T> unit) {
        return database.transactions().write(Durability.RELAXED, unit);
    }

    private void write(Runnable unit) {
        database.transactions().write(Durability.RELAXED, unit);
    }
}
