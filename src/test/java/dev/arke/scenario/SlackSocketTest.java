package dev.arke.scenario;

import static dev.arke.scenario.SlackOffice.ALICE;
import static dev.arke.scenario.SlackOffice.ROOM;
import static dev.arke.scenario.SlackOffice.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentEvent;
import dev.arke.testkit.Engine;
import dev.arke.testkit.TestDatabase;
import dev.arke.testkit.slack.Answer;
import dev.arke.testkit.slack.FakeSocket;
import dev.arke.testkit.slack.SlackSends.Spot;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Socket Mode: the same requests over a connection of ours, kept up whatever Slack does. */
final class SlackSocketTest {
    private final TestDatabase database = TestDatabase.open(Engine.H2);
    private final SlackOffice office = new SlackOffice(database);
    private final FakeSocket socket = new FakeSocket();

    @AfterEach
    void close() throws InterruptedException {
        office.close();
        socket.close();
        database.close();
    }

    @Test
    void aCommandIsAnsweredOverTheSocket() throws InterruptedException {
        long number = office.incident();
        office.slack.workspaces().socket(socket.address());
        office.overSocket();

        var answer = socket.ask(socket.connection(), "slash_commands", office.sends.command(ALICE, "ack " + number));

        assertThat(answer.path("envelope_id").asText()).isEqualTo("env-1");
        assertThat(answer.path("payload").path("response_type").asText()).isEqualTo("ephemeral");
        office.becomes(number, Incident.Acknowledged.class);
    }

    @Test
    void anEventThatComesAgainIsWorkedOnOnce() throws InterruptedException {
        long number = office.incident();
        office.slack.workspaces().socket(socket.address());
        office.overSocket();
        var connection = socket.connection();
        var event = office.sends.mention(ALICE, Spot.in(ROOM), "note " + number + " it is the cache");
        socket.ask(connection, "events_api", event);
        socket.ask(connection, "events_api", event);
        assertThat(office.count(number, IncidentEvent.Noted.class)).isEqualTo(1);
    }

    @Test
    void whatIsUnknownIsAcknowledged() throws InterruptedException {
        office.slack.workspaces().socket(socket.address());
        office.overSocket();
        var connection = socket.connection();
        connection.send("{");
        connection.send("[]");
        var answer = socket.ask(
                connection, "interactive", JsonNodeFactory.instance.objectNode().put("type", "something_new"));
        assertThat(answer.has("payload")).isFalse();
    }

    @Test
    void aConnectionThatIsCutIsMadeAgain() throws InterruptedException {
        long number = office.incident();
        office.slack.workspaces().socket(socket.address());
        office.overSocket();
        socket.connection().closeConnection(1006, "cut");

        socket.ask(socket.connection(), "slash_commands", office.sends.command(ALICE, "ack " + number));

        office.becomes(number, Incident.Acknowledged.class);
    }

    @Test
    void whenSlackWarnsTheNextConnectionIsThereBeforeThisOneEnds() throws InterruptedException {
        office.slack.workspaces().socket(socket.address());
        office.overSocket();
        var first = socket.connection();
        first.send("{\"type\":\"disconnect\",\"reason\":\"warning\"}");
        var second = socket.connection();
        assertThat(second).isNotSameAs(first);

        var late = socket.ask(first, "slash_commands", office.sends.command(ALICE, "list"));
        assertThat(late.path("envelope_id").asText()).isEqualTo("env-1");
        first.close();
        var next = socket.ask(second, "slash_commands", office.sends.command(ALICE, "list"));
        assertThat(next.path("envelope_id").asText()).isEqualTo("env-2");
    }

    @Test
    void slackMayBeDownAtTheStart() throws InterruptedException {
        var mode = office.overSocket();
        await(() -> Optional.of(office.slack.calls("apps.connections.open")).filter(calls -> !calls.isEmpty()));
        await(() -> mode.problem().filter(words -> words.contains("internal_error")));

        office.slack.workspaces().socket(socket.address());

        var connection = socket.connection();
        await(() -> Optional.of(mode).filter(one -> one.problem().isEmpty()));
        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void whatEndsAtOnceIsNotMadeAgainInAHurryNorBeforeSlackSays() throws InterruptedException {
        office.slack.workspaces().socket(socket.address());
        office.slack.next("apps.connections.open", Answer.limited(Duration.ofSeconds(1)));
        long begun = System.nanoTime();
        office.overSocket();
        socket.connection().close();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(900));

        socket.connection().close();
        socket.connection();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(3800));
    }

    @Test
    void itStopsWhenArkeDoes() throws InterruptedException {
        office.slack.workspaces().socket(socket.address());
        var mode = office.overSocket();
        var connection = socket.connection();
        mode.close();
        await(() -> Optional.of(connection).filter(one -> !one.isOpen()));
    }
}
