package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arke.boot.EngineParts;
import dev.arke.database.Database;
import dev.arke.database.DatabaseUnavailable;
import dev.arke.delivery.Carrier;
import dev.arke.delivery.Delivery;
import dev.arke.delivery.Delivery.State;
import dev.arke.delivery.DeliveryStore;
import dev.arke.delivery.Message;
import dev.arke.delivery.Message.Purpose;
import dev.arke.delivery.Outcome;
import dev.arke.delivery.RateScope;
import dev.arke.engine.Ids;
import dev.arke.engine.incident.Inbound;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentAct;
import dev.arke.incident.IncidentStore;
import dev.arke.responder.Actor;
import dev.arke.responder.By;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.Meanwhile;
import dev.arke.testkit.MovableInstants;
import dev.arke.testkit.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens while messages are on their way: limits, changes, crashes, and the threads that send. */
@EachDatabase
final class SendingTest {
    /** It makes messages, by what stands there now. */
    private static final Predicate<String> READING = text -> text.contains("from incident_text");

    private static final Predicate<String> RECORDING =
            text -> text.startsWith("update delivery") && text.contains("message_ref");

    private final TestDatabase own;
    private final Database database;
    private final Meanwhile meanwhile;
    private final MovableInstants clock = new MovableInstants();
    private final Chat chat = new Chat();
    private final EngineParts engine;

    SendingTest(TestDatabase database) {
        this.own = database;
        this.database = database.database();
        meanwhile = new Meanwhile(database);
        engine = EngineParts.of(new EngineParts.Needs(
                this.database,
                clock,
                new Ids(clock, new Random(1)),
                List.<Carrier>of(chat),
                EngineParts.Settings.DEFAULT,
                EngineParts.Listeners.NONE));
    }

    @BeforeEach
    void aTeam() {
        Checkout.in(database, clock, Set.of(ContactKind.SANDBOX));
    }

    /** A chat with a limit for each address, which does something of ours during each send. */
    private static final class Chat implements Carrier {
        private final BlockingQueue<Message> sent = new LinkedBlockingQueue<>();
        private volatile Consumer<Message> meanwhile = message -> {};
        private volatile boolean limited;
        private volatile @Nullable Outcome outcome;

        @Override
        public ContactKind kind() {
            return ContactKind.SANDBOX;
        }

        @Override
        public Outcome send(Message message) {
            meanwhile.accept(message);
            sent.add(message);
            var told = outcome;
            return told == null
                    ? new Outcome.Delivered(message.edits().orElse("ref of " + message.deliveryId()))
                    : told;
        }

        @Override
        public List<RateScope> rateScopes(Message message) {
            return limited ? List.of(new RateScope("post " + message.address(), 1, Duration.ofSeconds(1))) : List.of();
        }

        @Override
        public Optional<String> problem() {
            return Optional.empty();
        }

        List<Message> take(Purpose purpose) {
            var taken = new ArrayList<Message>();
            sent.drainTo(taken);
            return taken.stream()
                    .filter(message -> message.purpose() == purpose)
                    .toList();
        }
    }

    @Test
    void aPageThatArrivesAfterSomebodyTookTheIncidentIsEditedToSaySo() {
        chat.meanwhile = message -> {
            if (message.purpose() == Purpose.PAGE && message.edits().isEmpty()) acknowledge("bob", 1);
        };

        alert("disk full");
        send();

        var pages = chat.take(Purpose.PAGE);
        assertThat(pages).hasSize(2);
        assertThat(pages.getFirst().edits()).isEmpty();
        assertThat(pages.getLast().edits()).isPresent();
        assertThat(pages.getLast().card().summary()).contains("bob has had it since");
    }

    @Test
    void messagesBeyondTheLimitFollowOneAfterTheOtherAndPagesTogether() {
        chat.limited = true;

        alert("disk 1");
        send();
        for (int i = 2; i <= 5; i++) alert("disk " + i);
        send();
        assertThat(chat.sent).hasSize(2);
        assertThat(chat.take(Purpose.PAGE)).hasSize(1);

        advance(1);
        assertThat(chat.take(Purpose.PAGE))
                .singleElement()
                .satisfies(bundle -> assertThat(bundle.card().summary()).contains("4 incidents"));
        advance(20);
        assertThat(chat.take(Purpose.CARD)).isNotEmpty();
    }

    @Test
    void aMessageCutByACrashIsSentAgainAfterItsLease() {
        chat.meanwhile = message -> {
            if (message.purpose() == Purpose.PAGE) throw new Crash();
        };
        try {
            alert("disk full");
            send();
        } catch (Crash expected) {
            assertThat(chat.take(Purpose.PAGE)).isEmpty();
        }
        chat.meanwhile = message -> {};

        advance(29);
        assertThat(chat.take(Purpose.PAGE)).isEmpty();
        advance(1);
        // By then its step counts as not reached, too, and bob is paged beside her.
        assertThat(chat.take(Purpose.PAGE)).extracting(Message::address).containsExactlyInAnyOrder("alice", "bob");
    }

    @Test
    void whatWasClaimedAsTheDatabaseWentAwayIsSentWhenItIsBack() {
        alert("disk full");
        meanwhile.goneFor(READING);
        assertThatThrownBy(this::send).isInstanceOf(DatabaseUnavailable.class);

        meanwhile.nothing();
        send();

        assertThat(chat.take(Purpose.PAGE)).hasSize(1);
    }

    @Test
    void whatCannotBeReadBeforeItsLeaseIsNearlyOverIsClaimedAnew() {
        alert("disk full");
        meanwhile.goneFor(READING);
        assertThatThrownBy(this::send).isInstanceOf(DatabaseUnavailable.class);

        meanwhile.nothing();
        advance(26);

        assertThat(chat.take(Purpose.PAGE)).hasSize(1);
    }

    @Test
    void aPageThatIsCalledOffBetweenItsClaimAndItsMakingIsNotSent() {
        alert("disk full");
        meanwhile.once(
                READING,
                () -> act("bob", 1, new IncidentAct.Snooze(clock.instant().plusSeconds(3600), "")));

        send();

        assertThat(chat.take(Purpose.PAGE)).isEmpty();
    }

    @Test
    void aPageThatIsReadyTooLateForItsLeaseIsMadeAnewByWhatStandsThere() {
        alert("disk full");
        alert("disk slow");
        chat.meanwhile = message -> {
            chat.meanwhile = any -> {};
            clock.advance(Duration.ofSeconds(26));
            acknowledge("bob", 1);
            acknowledge("bob", 2);
        };

        send();

        assertThat(chat.take(Purpose.PAGE))
                .filteredOn(page -> page.edits().isEmpty())
                .hasSize(1);
    }

    @Test
    void whatArrivedWhileTheDatabaseWasAwayIsNotSentAgainAfterItsLease() throws InterruptedException {
        var senders = engine.deliveries().senders();
        senders.start();
        try {
            meanwhile.goneFor(RECORDING);
            alert("disk full");
            awaitPage();
            SlackOffice.await(() -> senders.problem().filter(words -> words.contains("delivery-outcomes")));
            clock.advance(Duration.ofSeconds(31));
            alert("disk slow");
            assertThat(awaitPage().card().summary()).contains("disk slow");
            meanwhile.nothing();
        } finally {
            senders.close();
        }
        send();
        assertThat(chat.take(Purpose.PAGE)).noneMatch(SendingTest::isNewPageToAlice);
    }

    /** Her step may count as not reached meanwhile, and bob be paged. */
    private static boolean isNewPageToAlice(Message message) {
        return message.purpose() == Purpose.PAGE
                && message.edits().isEmpty()
                && message.address().equals("alice");
    }

    private Message awaitPage() throws InterruptedException {
        while (true) {
            var message = chat.sent.poll(10, TimeUnit.SECONDS);
            assertThat(message).isNotNull();
            if (isNewPageToAlice(message)) return message;
        }
    }

    private void alert(String what) {
        var monitor = database.transactions()
                .read(() -> engine.directory()
                        .current()
                        .integrationNamed(Checkout.MONITOR)
                        .orElseThrow()
                        .id());
        engine.incidents().trigger().trigger(List.of(new Inbound(monitor, List.of(Checkout.alert(what)), "{}")));
    }

    private void acknowledge(String name, long number) {
        act(name, number, new IncidentAct.Acknowledge());
    }

    private void act(String name, long number, IncidentAct act) {
        var person = database.transactions()
                .read(() -> engine.directory().current().responderNamed(name).orElseThrow());
        engine.incidents().act().act(new By(new Actor.Person(person.id(), name), "test"), List.of(number), act);
    }

    private int send() {
        return engine.deliveries().sendDue().sendAllDue();
    }

    private void advance(int seconds) {
        for (int i = 0; i < seconds; i++) {
            clock.advance(Duration.ofSeconds(1));
            send();
        }
    }

    /** As if the process ended: no exception that anybody handles. */
    private static final class Crash extends Error {
        private static final long serialVersionUID = 1;
    }

    @Test
    void whatArrivedIsNotSentAgainWhereTheRestOfItsOutcomeCannotBeRecorded() throws SQLException {
        refusing("page_delivered", () -> {
            alert("disk full");
            SlackOffice.await(() -> page().filter(row -> row.state() == State.DELIVERED));
        });
        assertThat(chat.take(Purpose.PAGE)).hasSize(1);
    }

    @Test
    void whatFailedIsTriedAgainNoFasterWhereTheRestOfItsOutcomeCannotBeRecorded() throws SQLException {
        chat.outcome = new Outcome.RecipientGone("no such user");
        refusing("page_failed", () -> {
            alert("disk full");
            var row = SlackOffice.await(
                    () -> page().filter(one -> one.progress().trouble().attempts() > 0));
            assertThat(row.state()).isEqualTo(State.WAITING);
            assertThat(row.progress().dueAt()).isPresent();
            assertThat(row.progress().fallsThroughAt()).isPresent();
            assertThat(row.progress().leased()).isFalse();
        });
    }

    @Test
    void aReferenceThatIsTooLongIsLeftOut() {
        chat.outcome = new Outcome.Delivered("r".repeat(301));
        alert("disk full");
        send();
        assertThat(page()).hasValueSatisfying(row -> {
            assertThat(row.state()).isEqualTo(State.DELIVERED);
            assertThat(row.progress().shown().messageRef()).isEmpty();
        });
    }

    /** While the threads send, no timeline takes this. */
    private void refusing(String what, Runnable meanwhile) throws SQLException {
        own.change("alter table timeline_entry add constraint refused check (what <> '" + what + "')");
        var senders = engine.deliveries().senders();
        senders.start();
        try {
            meanwhile.run();
        } finally {
            senders.close();
            own.change("alter table timeline_entry drop constraint refused");
        }
    }

    private Optional<Delivery> page() {
        var deliveries = new DeliveryStore(database.dsl());
        return database.transactions().read(() -> {
            var ids = new IncidentStore(database.dsl())
                    .readByNumbers(List.of(1L)).stream().map(Incident::id).toList();
            return ids.stream()
                    .flatMap(id -> deliveries.ofIncident(id).stream())
                    .filter(row -> row.kind() == Delivery.Kind.PAGE)
                    .findFirst();
        });
    }

    @Test
    void theThreadsSendWhatIsCommittedAndStop() throws InterruptedException {
        var senders = engine.deliveries().senders();
        senders.start();
        try {
            alert("disk full");

            var first = chat.sent.poll(10, TimeUnit.SECONDS);
            var second = chat.sent.poll(10, TimeUnit.SECONDS);
            assertThat(List.of(first, second)).extracting(Message::purpose).contains(Purpose.PAGE, Purpose.CARD);
        } finally {
            senders.close();
        }
        alert("disk slow");
        assertThat(chat.sent).isEmpty();
        assertThat(send()).isPositive();
    }
}
