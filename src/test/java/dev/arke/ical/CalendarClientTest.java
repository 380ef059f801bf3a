package dev.arke.ical;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.arke.calendar.AbsenceCalendars.Answer;
import dev.arke.delivery.Cidr;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CalendarClientTest {
    private static final Instant NOW = Instant.parse("2026-01-12T09:00:00Z");
    private static final String FILE = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:a\r\n"
            + "DTSTART;VALUE=DATE:20260401\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    private final HttpServer server;
    private final CalendarClient open =
            new CalendarClient(List.of(Cidr.parse("127.0.0.1").orElseThrow()));

    CalendarClientTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/alice.ics", 200, FILE);
        answer("/gone.ics", 404, "");
        answer("/busy.ics", 503, "");
        answer("/large.ics", 200, FILE + "X".repeat(CalendarClient.LARGEST));
        server.createContext("/moved.ics", exchange -> {
            exchange.getResponseHeaders().add("Location", "http://127.0.0.2:" + port() + "/alice.ics");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
    }

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aCalendarIsFetched() {
        assertThat(fetch(open, "/alice.ics"))
                .isInstanceOfSatisfying(
                        Answer.Read.class, read -> assertThat(read.events()).hasSize(1));
    }

    @Test
    void whatIsInsideOurNetworkIsNeverCalled() {
        var closed = new CalendarClient(List.of());

        assertThat(fetch(closed, "/alice.ics"))
                .isInstanceOfSatisfying(
                        Answer.Failed.class, failed -> assertThat(failed.why()).contains("may not be called"));
        assertThat(closed.fetch(URI.create("http://localhost:" + port() + "/alice.ics"), ZoneId.of("UTC"), NOW))
                .isInstanceOf(Answer.Failed.class);
    }

    @Test
    void aRedirectDoesNotLeadInside() {
        assertThat(fetch(open, "/moved.ics"))
                .isInstanceOfSatisfying(
                        Answer.Failed.class, failed -> assertThat(failed.why()).contains("may not be called"));
    }

    @Test
    void whatCannotBeReadIsSaid() {
        assertThat(fetch(open, "/gone.ics")).isEqualTo(new Answer.Failed("answered 404", true));
        assertThat(fetch(open, "/busy.ics")).isEqualTo(new Answer.Failed("answered 503", false));
        assertThat(fetch(open, "/large.ics"))
                .isInstanceOfSatisfying(
                        Answer.Failed.class, failed -> assertThat(failed.why()).contains("larger than 10 MB"));
    }

    private Answer fetch(CalendarClient client, String path) {
        return client.fetch(URI.create("http://127.0.0.1:" + port() + path), ZoneId.of("UTC"), NOW);
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private void answer(String path, int status, String body) {
        server.createContext(path, exchange -> {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
