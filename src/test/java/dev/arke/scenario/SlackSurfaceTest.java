package dev.arke.scenario;

import static dev.arke.scenario.SlackOffice.ALICE;
import static dev.arke.scenario.SlackOffice.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.slack.api.bolt.App;
import dev.arke.slack.SlackSettings.Extras;
import dev.arke.slack.install.AppSurface;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Each event that the manifest asks Slack for has a listener. Bolt acknowledges all others too, but says so in its log. */
@EachDatabase
final class SlackSurfaceTest {
    private final Logger bolt = (Logger) LoggerFactory.getLogger(App.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final TestDatabase database;
    private SlackOffice office;

    SlackSurfaceTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        office = new SlackOffice(database);
        bolt.setLevel(Level.DEBUG);
        log.start();
        bolt.addAppender(log);
    }

    @AfterEach
    void close() {
        bolt.detachAppender(log);
        bolt.setLevel(null);
        office.close();
    }

    @Test
    void everyEventOfTheManifestIsHeard() {
        for (var name : AppSurface.events(new Extras(true, true))) {
            var heard = office.sends.event(office.sends.envelope(event(name)));
            assertThat(heard.status()).as(name).isEqualTo(200);
            assertThat(unheard()).as(name).isZero();
        }

        office.sends.event(office.sends.envelope(event("emoji_changed")));
        assertThat(unheard()).isEqualTo(1);
    }

    private long unheard() {
        return log.list.stream()
                .filter(line -> line.getFormattedMessage().contains("is auto-acknowledged"))
                .count();
    }

    private static ObjectNode event(String name) {
        var event = JsonNodeFactory.instance.objectNode();
        var type = name.startsWith("message.") ? "message" : name;
        event.put("type", type).put("text", "").put("ts", "1.1").put("event_ts", "1.1");
        switch (name) {
            case "channel_rename", "group_rename" ->
                event.putObject("channel").put("id", ROOM).put("name", "pay");
            case "channel_id_changed" -> event.put("old_channel_id", ROOM).put("new_channel_id", "C0NEW");
            case "message.im" -> event.put("channel", "D0ALICE").put("channel_type", "im");
            default -> event.put("channel", ROOM);
        }
        if (name.equals("user_change")) event.putObject("user").put("id", ALICE);
        else event.put("user", ALICE);
        return event;
    }
}
