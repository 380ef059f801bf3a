package dev.arke.phone.twilio;

import dev.arke.delivery.Carrier;
import dev.arke.delivery.Outcome;
import dev.arke.delivery.TimeLimit;
import dev.arke.phone.SmsCarrier;
import dev.arke.testkit.CarrierContract;
import dev.arke.testkit.MovableInstants;
import dev.arke.testkit.twilio.FakeTwilio;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;

final class TwilioTextsContractTest extends CarrierContract {
    private final List<FakeTwilio> servers = new ArrayList<>();

    @AfterEach
    void closeServers() {
        servers.forEach(FakeTwilio::close);
    }

    /** Nothing is heard back here: being taken is all there is. */
    @Override
    protected Carrier carrier(int port, Duration read, Duration whole) {
        var settings = FakeTwilio.settings(port);
        var deaf = new TwilioSettings(
                settings.accountSid(), settings.authToken(), settings.from(), settings.api(), Optional.empty());
        return new SmsCarrier(new TwilioClient(deaf, read, new TimeLimit(whole), new MovableInstants()).texting());
    }

    @Override
    protected int startFarEnd() {
        var server = FakeTwilio.start();
        servers.add(server);
        return server.port();
    }

    @Override
    protected int startFarEnd(String answer) {
        int port = startFarEnd();
        servers.getLast().answer(answer);
        return port;
    }

    @Override
    protected String address(int port) {
        return "+33600000001";
    }

    /** Twilio has no such thing: that a text comes twice is seen by its words alone. */
    @Override
    protected List<Arrived> arrived() {
        return servers.stream()
                .flatMap(server -> server.all().stream())
                .map(text -> new Arrived(text.to(), text.body(), Optional.empty()))
                .toList();
    }

    /** The number of a person is private too. */
    @Override
    protected List<String> secrets(int port) {
        return List.of(FakeTwilio.TOKEN, "+33600000001");
    }

    @Override
    protected Stream<Answer> answers() {
        return Stream.of(
                Answer.of("400 21211", Outcome.RecipientGone.class),
                Answer.of("400 21610", Outcome.RecipientGone.class),
                Answer.of("400 21614", Outcome.RecipientGone.class),
                Answer.of("400 21606", Outcome.CarrierBroken.class),
                Answer.of("400 21408", Outcome.CarrierBroken.class),
                Answer.of("400 21608", Outcome.CarrierBroken.class),
                Answer.of("400 21617", Outcome.PayloadRefused.class),
                Answer.of("400 21611", Outcome.Again.class),
                Answer.of("400 29999", Outcome.Undelivered.class),
                Answer.of("401 20003", Outcome.CarrierBroken.class),
                Answer.of("403 20403", Outcome.CarrierBroken.class),
                Answer.of("404 20404", Outcome.CarrierBroken.class),
                Answer.of("429 20429", Outcome.Again.class),
                Answer.of("500 20500", Outcome.Again.class),
                Answer.of("503 ", Outcome.Again.class),
                Answer.of("502 <html>bad gateway</html>", Outcome.Again.class),
                Answer.of("201 this is not JSON", Outcome.Again.class));
    }
}
