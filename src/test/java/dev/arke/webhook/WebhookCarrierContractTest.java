package dev.arke.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.arke.delivery.Carrier;
import dev.arke.delivery.Outcome;
import dev.arke.delivery.TimeLimit;
import dev.arke.testkit.CarrierContract;
import dev.arke.testkit.MovableInstants;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;

final class WebhookCarrierContractTest extends CarrierContract {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    private final List<FakeWebhook> servers = new ArrayList<>();

    @AfterEach
    void closeServers() {
        servers.forEach(FakeWebhook::close);
    }

    @Override
    protected Carrier carrier(int port, Duration read, Duration whole) {
        var standard = WebhookOptions.STANDARD;
        return new WebhookCarrier(
                WebhookSettings.parse(SECRET, "127.0.0.0/8"),
                new WebhookOptions(standard.connect(), read, new TimeLimit(whole), standard.names(), Optional.empty()),
                new MovableInstants());
    }

    @Override
    protected int startFarEnd() {
        return startFarEnd("200");
    }

    @Override
    protected int startFarEnd(String answer) {
        try {
            servers.add(FakeWebhook.answering(answer));
            return servers.getLast().port();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected String address(int port) {
        return "http://user-of-hook:pass-of-hook@127.0.0.1:" + port + "/hooks/token-in-path?key=token-in-query";
    }

    @Override
    protected List<Arrived> arrived() {
        return servers.stream()
                .flatMap(server -> server.calls().stream())
                .map(call -> json(call.body()))
                .map(body -> new Arrived(
                        body.get("delivery").textValue(), body.get("text").textValue(), Optional.empty()))
                .toList();
    }

    private static JsonNode json(String body) {
        try {
            return new ObjectMapper().readTree(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected List<String> secrets(int port) {
        return List.of(SECRET, "user-of-hook", "pass-of-hook", "token-in-path", "token-in-query");
    }

    @Override
    protected Stream<Answer> answers() {
        return Stream.of(
                Answer.of("200", Outcome.Delivered.class),
                Answer.of("202", Outcome.Delivered.class),
                Answer.of("204", Outcome.Delivered.class),
                Answer.of("301 Location: http://127.0.0.1/", Outcome.PayloadRefused.class),
                Answer.of("307 Location: http://127.0.0.1/", Outcome.PayloadRefused.class),
                Answer.of("400", Outcome.PayloadRefused.class),
                new Answer("400", true, Outcome.PayloadRefused.class),
                Answer.of("401", Outcome.PayloadRefused.class),
                Answer.of("404", Outcome.PayloadRefused.class),
                Answer.of("408", Outcome.Again.class),
                Answer.of("410", Outcome.RecipientGone.class),
                Answer.of("413", Outcome.PayloadRefused.class),
                Answer.of("425", Outcome.Again.class),
                Answer.of("429 Retry-After: 120", Outcome.Again.class),
                Answer.of("500", Outcome.Again.class),
                Answer.of("503", Outcome.Again.class));
    }
}
