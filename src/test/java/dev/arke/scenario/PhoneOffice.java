package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.boot.Phone;
import dev.arke.boot.PhoneSettings;
import dev.arke.http.HttpServer;
import dev.arke.http.HttpSettings;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.TestDatabase;
import dev.arke.testkit.twilio.FakeTwilio;
import dev.arke.testkit.twilio.FakeTwilio.Taken;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A world whose texts and calls go by a fake Twilio, which calls us back over real HTTP. */
final class PhoneOffice implements AutoCloseable {
    static final String ALICE = "+33600000001";
    static final String BOB = "+33600000002";

    final FakeTwilio twilio = FakeTwilio.start();
    final World world;
    private final HttpServer server;
    private int sent;

    PhoneOffice(TestDatabase database, ContactKind... besides) {
        var settings = new PhoneSettings(Optional.of(twilio.settings()), Optional.empty());
        world = new World(database, clock -> Phone.carriers(settings, clock), besides);
        server = new HttpServer(
                new HttpSettings("127.0.0.1", 0),
                "test",
                List.of(Phone.routes(settings, world.engine()).orElseThrow()));
        server.start();
    }

    /** The next text or call, which must be one only. */
    Taken one() {
        var taken = twilio.take();
        assertThat(taken).hasSize(1);
        return taken.getFirst();
    }

    /** Twilio tells what became of a text. */
    void tell(Taken text, String status, String errorCode) {
        var params = new TreeMap<>(Map.of(
                "AccountSid",
                FakeTwilio.SID,
                "ApiVersion",
                "2010-04-01",
                "From",
                FakeTwilio.FROM,
                "To",
                text.to(),
                "MessageSid",
                text.sid(),
                "SmsSid",
                text.sid(),
                "MessageStatus",
                status,
                "SmsStatus",
                status));
        if (!errorCode.isEmpty()) params.put("ErrorCode", errorCode);
        assertThat(callback(text.fields().getOrDefault("StatusCallback", ""), params)
                        .statusCode())
                .isEqualTo(204);
        world.work();
    }

    HttpResponse<String> callback(String address, Map<String, String> params) {
        return twilio.call(server.port(), URI.create(address), params);
    }

    /** Somebody texts; what they are answered, or nothing. */
    String texts(String from, String body) {
        return texts(from, body, "SM%032x".formatted(1000 + ++sent));
    }

    String texts(String from, String body, String sid) {
        var answer = callback(FakeTwilio.PUBLIC + "/phone/twilio/texts", text(from, body, sid));
        assertThat(answer.statusCode()).isEqualTo(200);
        world.work();
        var words = answer.body();
        int at = words.indexOf("<Body>");
        return at < 0 ? "" : words.substring(at + 6, words.indexOf("</Body>"));
    }

    static Map<String, String> text(String from, String body, String sid) {
        return Map.of(
                "AccountSid",
                FakeTwilio.SID,
                "ApiVersion",
                "2010-04-01",
                "Body",
                body,
                "From",
                from,
                "To",
                FakeTwilio.FROM,
                "MessageSid",
                sid,
                "SmsMessageSid",
                sid,
                "SmsStatus",
                "received",
                "NumMedia",
                "0",
                "NumSegments",
                "1");
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
        twilio.close();
        assertThat(twilio.strange()).as("what Twilio would not take").isEmpty();
    }
}
