package dev.arke.teams.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.card.Card;
import dev.arke.delivery.Message;
import dev.arke.delivery.Outcome;
import dev.arke.delivery.RateLimit;
import dev.arke.delivery.TeamsPerson;
import dev.arke.delivery.TeamsPlace;
import dev.arke.testkit.teams.FakeTeams;
import dev.arke.testkit.teams.FixedToken;
import dev.arke.testkit.teams.Planned;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the carrier makes of what it knows of people and places. */
final class TeamsCarrierTest {
    private static final String ROOM = "19:pay@thread.tacv2";
    private static final String DANA = "dana@example.com";
    private static final Instant NOW = Instant.parse("2026-01-12T09:00:00Z");

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
    void fiveHundredWhoseChatsAreKnownTakeTenSecondsAndThoseWhoNeverWroteTwenty() {
        assertThat(fiveHundred(carrier(Optional.of("a:dana")))).isLessThan(Duration.ofMillis(10_500));
        assertThat(fiveHundred(carrier(Optional.empty()))).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(22));
    }

    private static Duration fiveHundred(TeamsCarrier carrier) {
        var limit = new RateLimit();
        var due = new TreeMap<String, Instant>();
        for (int i = 0; i < 500; i++) due.put("p" + i + "@example.com", NOW);
        int asked = 0;
        var now = NOW;
        for (; !due.isEmpty(); now = now.plusMillis(50))
            for (var to : List.copyOf(due.keySet())) {
                if (due.getOrDefault(to, NOW).isAfter(now)) continue;
                asked++;
                limit.takeOrQueue(carrier.rateScopes(page(to)), Optional.of(to), now)
                        .ifPresentOrElse(at -> due.put(to, at), () -> due.remove(to));
            }
        assertThat(asked).isLessThan(1_500);
        return Duration.between(NOW, now);
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
