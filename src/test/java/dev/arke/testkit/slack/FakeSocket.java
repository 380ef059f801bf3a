package dev.arke.testkit.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;

/** Slack's end of Socket Mode: whoever connects gets envelopes and answers them. */
public final class FakeSocket extends WebSocketServer {
    private static final long PATIENCE_SECONDS = 15;

    private final CountDownLatch started = new CountDownLatch(1);
    private final BlockingQueue<WebSocket> connected = new LinkedBlockingQueue<>();
    private final BlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
    private int envelopes;

    public FakeSocket() {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        setReuseAddr(true);
        setDaemon(true);
        start();
        try {
            if (!started.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) throw new AssertionError("it did not start");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public URI address() {
        return URI.create("ws://127.0.0.1:" + getPort() + "/link");
    }

    /** The next connection, once it is there. */
    public WebSocket connection() throws InterruptedException {
        return there(connected.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    /** Sends an envelope and gives its answer. */
    public JsonNode ask(WebSocket socket, String type, ObjectNode payload) throws InterruptedException {
        var envelope = Wire.object().put("type", type).put("envelope_id", "env-" + ++envelopes);
        envelope.put("accepts_response_payload", true).set("payload", payload);
        socket.send(envelope.toString());
        return there(answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    private static <T> T there(@Nullable T what) {
        if (what == null) throw new AssertionError("it did not come");
        return what;
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake handshake) {
        socket.send("{\"type\":\"hello\"}");
        connected.add(socket);
    }

    @Override
    public void onMessage(WebSocket socket, String message) {
        answers.add(Wire.parse(message).orElseThrow());
    }

    @Override
    public void onClose(WebSocket socket, int code, String reason, boolean remote) {}

    @Override
    public void onError(WebSocket socket, Exception failure) {}

    @Override
    public void onStart() {
        started.countDown();
    }

    public void close() throws InterruptedException {
        stop(1000);
    }
}
