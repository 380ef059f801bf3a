package dev.arke.slack.inbound;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.socket_mode.request.SocketModeRequest;
import com.slack.api.bolt.socket_mode.request.SocketModeRequestParser;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.handshake.ServerHandshake;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection of Socket Mode (docs.slack.dev/apis/events-api/using-socket-mode). A lost peer is noticed by its pongs. */
final class Socket extends WebSocketClient {
    private static final Logger LOG = LoggerFactory.getLogger(Socket.class);
    private static final int CONNECT_SECONDS = 10;
    private static final int LOST_SECONDS = 30;
    private static final Gson GSON = new Gson();

    private final SlackApp app;
    private final SocketModeRequestParser parser;
    private final Consumer<Socket> ended;

    /** {@code ended} is told once the connection is over, and when Slack says that it soon will be. */
    Socket(URI address, SlackApp app, Consumer<Socket> ended) {
        super(address);
        this.app = app;
        this.parser = new SocketModeRequestParser(app.config());
        this.ended = ended;
        setConnectionLostTimeout(LOST_SECONDS);
    }

    /** Whether it is open now. */
    boolean open() {
        try {
            return connectBlocking(CONNECT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void onOpen(ServerHandshake handshake) {}

    /** Off this connection's only thread: the next message must not wait for a database. */
    @Override
    public void onMessage(String message) {
        app.work(() -> receive(message));
    }

    private void receive(String message) {
        try {
            var envelope = GSON.fromJson(message, JsonObject.class);
            if (envelope.has("type") && envelope.get("type").getAsString().equals("disconnect")) {
                ended.accept(this);
                return;
            }
            var payload = envelope.get("payload");
            if (payload == null || !payload.isJsonObject()) return;
            switch (Known.of(payload.getAsJsonObject())) {
                case OURS -> answer(parser.parse(message));
                case NEW, UNREADABLE -> acknowledge(envelope.get("envelope_id").getAsString(), Response.ok());
            }
        } catch (JsonParseException | IllegalStateException | NullPointerException e) {
            // Its message may quote what came, whose values are secrets.
            LOG.atWarn().addKeyValue("failure", e.getClass().getSimpleName()).log("a message of Slack cannot be read");
        }
    }

    /** What is not acknowledged is sent again, as an answer other than 200 would have it by HTTP. */
    private void answer(@Nullable SocketModeRequest request) {
        if (request == null || request.getBoltRequest() == null) return;
        var response = app.run(request.getBoltRequest());
        if (response.getStatusCode() == 200) acknowledge(request.getEnvelope().getEnvelopeId(), response);
    }

    private void acknowledge(String envelopeId, Response response) {
        var answer = new JsonObject();
        answer.addProperty("envelope_id", envelopeId);
        var body = response.getBody();
        if (body != null && !body.isEmpty() && response.getContentType().startsWith("application/json"))
            answer.add("payload", GSON.fromJson(body, JsonElement.class));
        try {
            send(GSON.toJson(answer));
        } catch (WebsocketNotConnectedException e) {
            LOG.info("an answer came too late for its connection");
        }
    }

    @Override
    public void onClose(int code, String reason, boolean remote) {
        ended.accept(this);
    }

    @Override
    public void onError(Exception failure) {
        LOG.atInfo()
                .addKeyValue("failure", failure.getClass().getSimpleName())
                .log("a connection of Socket Mode broke");
    }
}
