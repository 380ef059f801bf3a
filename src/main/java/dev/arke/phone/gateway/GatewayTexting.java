package dev.arke.phone.gateway;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.arke.delivery.FailureReason;
import dev.arke.delivery.Outcome;
import dev.arke.delivery.TimeLimit;
import dev.arke.phone.Texting;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Texts by a gateway: a modem in the office, or a provider we know nothing of. It is one the operator chose, as with
 * SMTP_URL, so it may stand in our own network; redirects are not followed. 2xx is all the word there is.
 */
public final class GatewayTexting implements Texting {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int TEXTS_A_MINUTE = 60;
    /** A modem sends one after the other and answers when it has: of so many, four seconds each, the last is answered in time. */
    private static final int AT_ONCE = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(18);
    /** Who was asked and is silent may have sent it. */
    private static final Duration AFTER_SILENCE = Duration.ofMinutes(2);

    private final GatewaySettings settings;
    private final Duration patience;
    private final TimeLimit limit;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    public GatewayTexting(GatewaySettings settings) {
        this(settings, PATIENCE, TimeLimit.STANDARD);
    }

    GatewayTexting(GatewaySettings settings, Duration patience, TimeLimit limit) {
        this.settings = settings;
        this.patience = patience;
        this.limit = limit;
    }

    @Override
    public Outcome send(String to, String text, UUID deliveryId) {
        return limit.within(name(), () -> attempt(to, text, deliveryId));
    }

    private Outcome attempt(String to, String text, UUID deliveryId) throws InterruptedException {
        try {
            return outcome(client.send(request(to, text, deliveryId), BodyHandlers.discarding())
                    .statusCode());
        } catch (HttpConnectTimeoutException e) {
            return again(FailureReason.TIMEOUT, name() + " cannot be reached in time");
        } catch (HttpTimeoutException e) {
            return new Outcome.Again(AFTER_SILENCE, FailureReason.TIMEOUT, name() + " did not answer in time");
        } catch (IOException e) {
            return again(FailureReason.SERVER, name() + " cannot be reached, or broke off");
        }
    }

    private HttpRequest request(String to, String text, UUID deliveryId) {
        boolean json = settings.isJson();
        var body = settings.body().replace("{to}", written(to, json)).replace("{text}", written(text, json));
        var request = HttpRequest.newBuilder(settings.url())
                .timeout(patience)
                .header("User-Agent", "Arke")
                .header("Content-Type", json ? "application/json; charset=utf-8" : "application/x-www-form-urlencoded")
                .header("Arke-Delivery", deliveryId.toString())
                .POST(BodyPublishers.ofString(body));
        settings.header().ifPresent(header -> request.setHeader(header.name(), header.text()));
        return request.build();
    }

    private static String written(String text, boolean json) {
        return json
                ? new String(JsonStringEncoder.getInstance().quoteAsString(text))
                : URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A gateway's "no" may be about anything, so no number is called dead for it. */
    private Outcome outcome(int status) {
        var said = name() + " answered " + status;
        if (status < 300) return new Outcome.Delivered("");
        if (status == 401 || status == 403)
            return new Outcome.CarrierBroken(FailureReason.AUTH, said + ": look at ARKE_SMS_HEADER and ARKE_SMS_URL");
        if (status == 429) return again(FailureReason.RATE_LIMITED, said);
        if (status == 408) return again(FailureReason.TIMEOUT, said);
        if (status >= 500) return again(FailureReason.SERVER, said);
        return new Outcome.CarrierBroken(FailureReason.REJECTED, said + ": look at ARKE_SMS_BODY and ARKE_SMS_URL");
    }

    private static Outcome again(FailureReason reason, String problem) {
        return new Outcome.Again(Duration.ZERO, reason, problem);
    }

    private String name() {
        return "the text gateway " + settings.url().getHost();
    }

    @Override
    public boolean hearsReplies() {
        return false;
    }

    @Override
    public int atOnce() {
        return AT_ONCE;
    }

    @Override
    public int textsAMinute() {
        return TEXTS_A_MINUTE;
    }

    /** There is nothing that could be asked without sending a text. */
    @Override
    public Optional<String> problem() {
        return Optional.empty();
    }
}
