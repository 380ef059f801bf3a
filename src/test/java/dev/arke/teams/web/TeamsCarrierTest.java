package dev.arke.teams.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.card.Card;
import dev.arke.delivery.Message;
import dev.arke.delivery.Outcome;
import dev.arke.delivery.TeamsPerson;
import dev.arke.delivery.TeamsPlace;
import dev.arke.testkit.teams.FakeTeams;
import dev.arke.testkit.teams.FixedToken;
import dev.arke.testkit.teams.Planned;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the carrier makes of what it knows of people and places. */
final class TeamsCarrierTest {
    private static final String ROOM = "19:pay@thread.tacv2";
    private static final String DANA = "dana@example.com";

    private final FakeTeams teams = FakeTeams.start();
    private final Connector connector = new Connector(FakeTeams.settings(), AppTokens.of(new FixedToken()));
    private final List<TeamsPerson> opened = new ArrayList<>();

    @BeforeEach
    void people() {
        teams.member("dana");
        teams.channel(ROOM);
    }

    @AfterEach
    void close() {
        connector.close();
        teams.close();
    }

    @Test
    void aChatThatWasNeverOursIsOpenedAnewAndTheRightOneKept() {
        var outcome = carrier(Optional.of("a:somebody-else")).send(page("dana@example.com"));

        assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
        assertThat(teams.to("29:dana"))
                .singleElement()
                .satisfies(post -> assertThat(post.words()).contains("disk full"));
        assertThat(opened).singleElement().satisfies(dana -> {
            assertThat(dana.conversationId()).contains("a:dana");
            assertThat(dana.email()).contains(DANA);
        });
    }

    @Test
    void whoBlockedUsIsGoneAfterTheirChatWasAskedForOnce() {
        var carrier = carrier(Optional.of("a:dana"));
        teams.next(Planned.refuse(403, "MessageWritesBlocked"));

        assertThat(carrier.send(page(DANA))).isInstanceOf(Outcome.RecipientGone.class);
        assertThat(teams.calls()).hasSize(2);
        assertThat(teams.all()).isEmpty();
        assertThat(opened).isEmpty();
    }

    @Test
    void whereArkeWasRemovedAChangeIsNoProofThatItIsThere() {
        var carrier = carrier(Optional.empty());
        var first = (Outcome.Delivered) carrier.send(message(ROOM, Optional.empty(), Optional.empty()));

        teams.next(Planned.refuse(403, "BotNotInConversationRoster"));
        assertThat(carrier.send(message(ROOM, Optional.of(first.messageRef()), Optional.empty())))
                .isInstanceOf(Outcome.RecipientGone.class);
        teams.next(Planned.refuse(403, "BotNotInConversationRoster"));
        assertThat(carrier.send(message(ROOM, Optional.empty(), Optional.of(first.messageRef()))))
                .isInstanceOf(Outcome.RecipientGone.class);

        teams.next(Planned.refuse(404, "ActivityNotFoundInConversation"));
        assertThat(carrier.send(message(ROOM, Optional.of(first.messageRef()), Optional.empty())))
                .as("somebody deleted it")
                .isEqualTo(first);
    }

    @Test
    void whoWouldWaitTooLongForTheirTurnIsToldWhenToComeAgain() {
        var times = new long[] {TimeUnit.MINUTES.toNanos(1), 0};
        var read = new AtomicInteger();
        var pace = new CallPace(() -> times[Math.min(read.getAndIncrement(), 1)]);
        try (var slow =
                new Connector(FakeTeams.settings(), AppTokens.of(new FixedToken()), TeamsTimes.STANDARD, pace)) {
            assertThat(slow.members(teams.serviceUrl(), ROOM).failed()).hasValueSatisfying(failure -> {
                assertThat(failure.kind()).isEqualTo(TeamsFailure.Kind.RATE_LIMITED);
                assertThat(failure.after()).isEqualTo(Duration.ofMinutes(1));
            });
        }
        assertThat(teams.calls()).isEmpty();
    }

    private TeamsCarrier carrier(Optional<String> chat) {
        var dana = new TeamsPerson(
                "29:dana",
                FakeTeams.TENANT,
                FakeTeams.objectId("dana"),
                Optional.of(DANA),
                Optional.empty(),
                "dana",
                false,
                teams.serviceUrl(),
                chat,
                false);
        var room = new TeamsPlace(
                ROOM,
                FakeTeams.TENANT,
                TeamsPlace.Kind.CHANNEL,
                Optional.of(FakeTeams.TEAM),
                teams.serviceUrl(),
                FakeTeams.BOT);
        return new TeamsCarrier(
                connector,
                new Whereabouts(
                        place -> Optional.of(room).filter(one -> place.equals(ROOM)),
                        () -> Optional.of(room),
                        address -> Optional.of(dana),
                        id -> Optional.empty(),
                        opened::add),
                line -> false);
    }

    private static Message page(String address) {
        return message(address, Optional.empty(), Optional.empty());
    }

    private static Message message(String address, Optional<String> edits, Optional<String> thread) {
        var purpose = thread.isPresent() ? Message.Purpose.THREAD : Message.Purpose.PAGE;
        return new Message(UUID.randomUUID(), purpose, address, Card.line("disk full"), edits, thread, false);
    }
}
