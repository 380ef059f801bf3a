package dev.arke.sandbox;

import dev.arke.card.Card;
import dev.arke.delivery.Message;
import dev.arke.delivery.Message.Purpose;
import dev.arke.delivery.Outcome;
import dev.arke.testkit.Engine;
import dev.arke.testkit.MovableInstants;
import dev.arke.testkit.TestDatabase;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** A server with the built-in chat alone, its carrier and a fake dialogue behind it, on a port of its own. */
final class SandboxServer implements AutoCloseable {
    final MovableInstants clock = new MovableInstants();
    final FakeDialogue dialogue = new FakeDialogue();
    final SandboxMessages chat;
    final SandboxCarrier carrier;
    private final TestDatabase database = TestDatabase.open(Engine.H2);
    private final SandboxRoutes routes;
    private final Javalin server;

    SandboxServer() {
        this("http://localhost:8080", Optional.of(new DemoControls(URI.create("/in/k3y/generic"))));
    }

    SandboxServer(String publicUrl, Optional<DemoControls> demo) {
        chat = Chat.on(database.database(), clock);
        carrier = new SandboxCarrier(chat, People::directory);
        var settings = new SandboxSettings(URI.create(publicUrl), demo);
        routes = new SandboxRoutes(settings, People::directory, dialogue, chat, UUID::randomUUID, clock);
        server = Javalin.create(config -> {
                    config.concurrency.useVirtualThreads = true;
                    config.startup.showJavalinBanner = false;
                    routes.register(config.routes);
                })
                .start("127.0.0.1", 0);
    }

    int port() {
        return server.port();
    }

    /** Posts a card through the carrier and returns its reference. */
    String post(Purpose purpose, String address, Card card) {
        var outcome = carrier.send(
                new Message(UUID.randomUUID(), purpose, address, card, Optional.empty(), Optional.empty(), false));
        return ((Outcome.Delivered) outcome).messageRef();
    }

    /** Sends a request as it is, with headers that no client library would send. */
    String raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        routes.close();
        server.stop();
        database.close();
    }
}
