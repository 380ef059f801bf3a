package dev.arke.testkit.twilio;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.arke.phone.twilio.TwilioSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Twilio's REST interface so far as Arke uses it (api.twilio.com/2010-04-01): Basic auth, form bodies, the fields that its
 * OpenAPI document names for messages and calls and no others, errors as JSON. Plays signed callbacks.
 */
public final class FakeTwilio implements AutoCloseable {
    public static final String SID = "AC00000000000000000000000000000001";
    public static final String TOKEN = "0123456789abcdef0123456789abcdef";
    public static final String FROM = "+33900000000";

    /** What people and Twilio call us by; the server itself is at another address, as behind a proxy. */
    public static final URI PUBLIC = URI.create("https://arke.example.com");

    /** Of CreateMessage in twilio_api_v2010.json. */
    private static final Set<String> MESSAGE_FIELDS = Set.of(
            "To",
            "StatusCallback",
            "ApplicationSid",
            "MaxPrice",
            "ProvideFeedback",
            "Attempt",
            "ValidityPeriod",
            "ForceDelivery",
            "ContentRetention",
            "AddressRetention",
            "SmartEncoded",
            "PersistentAction",
            "ShortenUrls",
            "ScheduleType",
            "SendAt",
            "SendAsMms",
            "ContentVariables",
            "RiskCheck",
            "From",
            "MessagingServiceSid",
            "Body",
            "MediaUrl",
            "ContentSid");

    /** Of CreateCall in twilio_api_v2010.json. */
    private static final Set<String> CALL_FIELDS = Set.of(
            "To",
            "From",
            "Method",
            "FallbackUrl",
            "FallbackMethod",
            "StatusCallback",
            "StatusCallbackEvent",
            "StatusCallbackMethod",
            "SendDigits",
            "Timeout",
            "Record",
            "RecordingChannels",
            "RecordingStatusCallback",
            "RecordingStatusCallbackMethod",
            "SipAuthUsername",
            "SipAuthPassword",
            "MachineDetection",
            "MachineDetectionTimeout",
            "RecordingStatusCallbackEvent",
            "Trim",
            "CallerId",
            "MachineDetectionSpeechThreshold",
            "MachineDetectionSpeechEndThreshold",
            "MachineDetectionSilenceTimeout",
            "AsyncAmd",
            "AsyncAmdStatusCallback",
            "AsyncAmdStatusCallbackMethod",
            "Byoc",
            "CallReason",
            "CallToken",
            "RecordingTrack",
            "TimeLimit",
            "Url",
            "Twiml",
            "ApplicationSid");

    /** A text or a call as it came. */
    public record Taken(String sid, String resource, Map<String, String> fields) {
        public String to() {
            return fields.getOrDefault("To", "");
        }

        public String body() {
            return fields.getOrDefault("Body", "");
        }
    }

    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final Queue<String> answers = new ArrayDeque<>();
    private final List<String> strange = new CopyOnWriteArrayList<>();
    private Consumer<Taken> early = one -> {};
    private int count;
    private int returned;

    private FakeTwilio(HttpServer server) {
        this.server = server;
    }

    public static FakeTwilio start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var fake = new FakeTwilio(server);
            server.createContext("/", fake::serve);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return fake;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public TwilioSettings settings() {
        return settings(port());
    }

    public static TwilioSettings settings(int port) {
        return new TwilioSettings(SID, TOKEN, FROM, URI.create("http://127.0.0.1:" + port), Optional.of(PUBLIC));
    }

    /** The next answers, such as {@code 400 21211}: a status and Twilio's error code. */
    public synchronized void answer(String... next) {
        answers.addAll(List.of(next));
    }

    /** What is done with each text and call before it is answered that it was taken. */
    public synchronized void beforeAnswering(Consumer<Taken> deed) {
        early = deed;
    }

    /** Texts and calls since the last time. */
    public synchronized List<Taken> take() {
        var fresh = taken.subList(returned, taken.size());
        returned = taken.size();
        return List.copyOf(fresh);
    }

    public List<Taken> all() {
        return List.copyOf(taken);
    }

    /** What the real one would not take. */
    public List<String> strange() {
        return List.copyOf(strange);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var answer = answer(exchange, form);
            int space = answer.indexOf(' ');
            var body = answer.substring(space + 1).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(Integer.parseInt(answer.substring(0, space)), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private synchronized String answer(HttpExchange exchange, Map<String, String> form) {
        var expected =
                "Basic " + Base64.getEncoder().encodeToString((SID + ":" + TOKEN).getBytes(StandardCharsets.UTF_8));
        if (!expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))) return error(401, 20003);
        var path = exchange.getRequestURI().getPath();
        var account = "/2010-04-01/Accounts/" + SID;
        if (exchange.getRequestMethod().equals("GET") && path.equals(account + ".json"))
            return next().orElse("200 {\"sid\": \"" + SID + "\", \"status\": \"active\", \"type\": \"Full\"}");
        if (!exchange.getRequestMethod().equals("POST")) return error(405, 20004);
        if (path.equals(account + "/Messages.json")) return created("SM", "Messages", form, MESSAGE_FIELDS, "Body");
        if (path.equals(account + "/Calls.json")) return created("CA", "Calls", form, CALL_FIELDS, "Twiml");
        strange.add("there is no " + path);
        return error(404, 20404);
    }

    private String created(
            String prefix, String resource, Map<String, String> form, Set<String> known, String content) {
        form.keySet().stream().filter(name -> !known.contains(name)).forEach(name -> strange.add("no field " + name));
        for (var needed : List.of("To", "From", content))
            if (form.getOrDefault(needed, "").isEmpty()) strange.add("no " + needed);
        if (form.getOrDefault("Body", "").length() > 1600) strange.add("a text of more than 1600 characters");
        if (form.getOrDefault("Twiml", "").length() > 4000) strange.add("TwiML of more than 4000 characters");
        var told = next();
        if (told.isPresent()) return told.get();
        var sid = prefix + "%032x".formatted(++count);
        var one = new Taken(sid, resource, form);
        taken.add(one);
        early.accept(one);
        return "201 {\"sid\": \"" + sid + "\", \"status\": \"queued\", \"error_code\": null, \"account_sid\": \"" + SID
                + "\"}";
    }

    private Optional<String> next() {
        return Optional.ofNullable(answers.poll()).map(told -> {
            var words = told.split(" ", 2);
            return words.length == 1 || words[1].isEmpty()
                    ? words[0] + " "
                    : words[1].matches("[0-9]+") ? error(Integer.parseInt(words[0]), Integer.parseInt(words[1])) : told;
        });
    }

    private static String error(int status, int code) {
        return status + " {\"code\": " + code
                + ", \"message\": \"The 'To' number +33600000001 is secret\", \"more_info\":"
                + " \"https://www.twilio.com/docs/errors/" + code + "\", \"status\": " + status + "}";
    }

    private static Map<String, String> form(String body) {
        var form = new TreeMap<String, String>();
        if (!body.isEmpty())
            for (var pair : body.split("&")) {
                var parts = pair.split("=", 2);
                form.put(decoded(parts[0]), decoded(parts[1]));
            }
        return form;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Calls us as Twilio does, signed for {@code address}; the server listens on this port. */
    public HttpResponse<String> call(int port, URI address, Map<String, String> params) {
        return call(port, address, params, signature(address, params));
    }

    public HttpResponse<String> call(int port, URI address, Map<String, String> params, String signature) {
        var body = params.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
        var query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address.getRawPath() + query))
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .POST(BodyPublishers.ofString(body));
        if (!signature.isEmpty()) request.header("X-Twilio-Signature", signature);
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** As twilio.com/docs/usage/security tells it: the address, then names and values in the order of the names. */
    public static String signature(URI address, Map<String, String> params) {
        var signed = new StringBuilder(address.toString());
        new TreeMap<>(params).forEach((name, value) -> signed.append(name).append(value));
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
