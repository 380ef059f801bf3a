package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.teams.TeamsSettings;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** TEAMS_ANONYMOUS: a test client on this machine may speak as anybody, and nobody else may. */
@EachDatabase
final class TeamsAnonymousTest {
    private static final String BODY = "{\"type\":\"typing\",\"channelId\":\"msteams\",\"id\":\"1\"}";

    private final TestDatabase database;
    private TeamsOffice office;

    TeamsAnonymousTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        office = new TeamsOffice(database, new TeamsSettings("", "", "", true), List.of());
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aProgramOnThisMachineIsHeardWithoutAnyToken() throws IOException {
        assertThat(status("127.0.0.1")).isEqualTo(202);
        assertThat(status("localhost:8080")).isEqualTo(202);
        assertThat(status("[::1]:8080")).isEqualTo(202);
    }

    @Test
    void aProxyAPageOfAnotherSiteAndAnotherHostAreNot() throws IOException {
        assertThat(status("arke.example.com")).isEqualTo(403);
        assertThat(status("127.0.0.1.example.com")).isEqualTo(403);
        for (var header : List.of(
                "X-Forwarded-For: 10.0.0.7",
                "x-forwarded-proto: https",
                "Forwarded: for=10.0.0.7",
                "Origin: https://evil.example.com"))
            assertThat(status("127.0.0.1", header)).as(header).isEqualTo(403);
    }

    private int status(String host, String... headers) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), office.port())) {
            var request = new StringBuilder("POST /api/messages HTTP/1.1\r\nHost: " + host + "\r\n");
            for (var header : headers) request.append(header).append("\r\n");
            request.append("Content-Type: application/json\r\nConnection: close\r\nContent-Length: ")
                    .append(BODY.length())
                    .append("\r\n\r\n")
                    .append(BODY);
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return Integer.parseInt(answer.split(" ", 3)[1]);
        }
    }
}
