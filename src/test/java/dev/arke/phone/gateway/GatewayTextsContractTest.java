package dev.arke.phone.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.arke.card.Card;
import dev.arke.delivery.Carrier;
import dev.arke.delivery.FailureReason;
import dev.arke.delivery.Message;
import dev.arke.delivery.Outcome;
import dev.arke.delivery.TimeLimit;
import dev.arke.phone.SmsCarrier;
import dev.arke.testkit.CarrierContract;
import dev.arke.testkit.RawServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class GatewayTextsContractTest extends CarrierContract {
    private final List<HttpServer> servers = new ArrayList<>();
    private final List<Arrived> arrived = new CopyOnWriteArrayList<>();

    @AfterEach
    void closeServers() {
        servers.forEach(server -> server.stop(0));
    }

    /** A modem takes some seconds for each, one after the other. */
    @Test
    void itIsNotSentManyAtOnce() {
        assertThat(carrier(startFarEnd(), Duration.ofSeconds(1), Duration.ofSeconds(2))
                        .atOnce())
                .isEqualTo(4);
    }

    @Test
    void whatItMayHaveSentBeforeItWasSilentIsNotSentAgainSoon() throws IOException {
        try (var silent = RawServer.silent()) {
            var carrier = carrier(silent.port(), Duration.ofMillis(200), Duration.ofSeconds(20));
            var card = Card.line("disk full");
            var outcome = carrier.send(new Message(
                    ID, Message.Purpose.PAGE, address(silent.port()), card, Optional.empty(), Optional.empty(), false));

            assertThat(outcome).isInstanceOfSatisfying(Outcome.Again.class, again -> {
                assertThat(again.reason()).isEqualTo(FailureReason.TIMEOUT);
                assertThat(again.after()).isEqualTo(Duration.ofMinutes(2));
            });
        }
    }

    @Override
    protected Carrier carrier(int port, Duration read, Duration whole) {
        var settings = new GatewaySettings(
                URI.create("http://127.0.0.1:" + port + "/send?password=s3cret-of-query"),
                "to={to}&text={text}",
                Optional.of(new GatewaySettings.Header("Authorization", "Bearer s3cret-of-gateway")));
        return new SmsCarrier(new GatewayTexting(settings, read, new TimeLimit(whole)));
    }

    @Override
    protected int startFarEnd() {
        return startFarEnd("200");
    }

    @Override
    protected int startFarEnd(String answer) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                try (exchange) {
                    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                    arrived.add(new Arrived(
                            String.valueOf(exchange.getRequestHeaders().getFirst("Arke-Delivery")),
                            URLDecoder.decode(body.substring(body.indexOf("&text=") + 6), StandardCharsets.UTF_8),
                            Optional.empty()));
                    exchange.sendResponseHeaders(Integer.parseInt(answer), -1);
                }
            });
            server.start();
            servers.add(server);
            return server.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected String address(int port) {
        return "+33600000001";
    }

    @Override
    protected List<Arrived> arrived() {
        return arrived;
    }

    @Override
    protected List<String> secrets(int port) {
        return List.of("s3cret-of-gateway", "s3cret-of-query", "+33600000001");
    }

    @Override
    protected Stream<Answer> answers() {
        return Stream.of(
                Answer.of("202", Outcome.Delivered.class),
                Answer.of("302", Outcome.CarrierBroken.class),
                Answer.of("400", Outcome.CarrierBroken.class),
                Answer.of("401", Outcome.CarrierBroken.class),
                Answer.of("403", Outcome.CarrierBroken.class),
                Answer.of("408", Outcome.Again.class),
                Answer.of("429", Outcome.Again.class),
                Answer.of("500", Outcome.Again.class),
                Answer.of("503", Outcome.Again.class));
    }
}
