package dev.arke.webhook;

import dev.arke.delivery.AddressGuard;
import dev.arke.delivery.Carrier;
import dev.arke.delivery.FailureReason;
import dev.arke.delivery.Message;
import dev.arke.delivery.Outcome;
import dev.arke.delivery.RateScope;
import dev.arke.delivery.TimeLimit;
import dev.arke.responder.ContactKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Calls webhooks. Safe for many threads. */
public final class WebhookCarrier implements Carrier {
    private static final int CALLS_A_MINUTE = 120;

    private final Signature signature;
    private final AddressGuard guard;
    private final WebhookOptions.Names names;
    private final HttpCall call;
    private final TimeLimit limit;
    private final InstantSource clock;

    public WebhookCarrier(WebhookSettings settings, InstantSource clock) {
        this(settings, WebhookOptions.STANDARD, clock);
    }

    WebhookCarrier(WebhookSettings settings, WebhookOptions options, InstantSource clock) {
        this.signature = new Signature(settings.secret());
        this.guard = new AddressGuard(settings.allowed());
        this.names = options.names();
        this.call = new HttpCall(options);
        this.limit = options.limit();
        this.clock = clock;
    }

    @Override
    public ContactKind kind() {
        return ContactKind.WEBHOOK;
    }

    @Override
    public Outcome send(Message message) {
        // A call that was taken cannot be changed, and its receiver asked for pages, not for the timeline.
        if (message.edits().isPresent() || message.purpose() == Message.Purpose.THREAD)
            return new Outcome.Delivered(message.edits().or(message::thread).orElse(""));
        var address = WebhookAddress.parse(message.address());
        if (address.isEmpty()) return new Outcome.RecipientGone("this is not an http or https address");
        var to = address.get();
        return limit.within(to.toString(), () -> attempt(to, message));
    }

    private Outcome attempt(WebhookAddress to, Message message) {
        try {
            var addresses = names.addressesOf(to.host());
            // One closed address among open ones is how a name is made to pass a check and lead inside. Trying again
            // would not help, so it is final, and the step moves on.
            if (!addresses.stream().allMatch(guard::mayCall)) return new Outcome.PayloadRefused(closed(to));
            return post(to, addresses, message);
        } catch (UnknownHostException e) {
            return again(FailureReason.SERVER, to + " cannot be found: its name has no address");
        } catch (SocketTimeoutException e) {
            return again(FailureReason.TIMEOUT, to + " did not answer in time");
        } catch (SSLException e) {
            return again(FailureReason.OTHER, to + " cannot be trusted: its certificate or encryption is not in order");
        } catch (IOException e) {
            return again(FailureReason.SERVER, to + " cannot be reached, or broke off");
        }
    }

    private Outcome post(WebhookAddress to, List<InetAddress> addresses, Message message) throws IOException {
        var body = WebhookBody.of(message);
        var id = message.deliveryId().toString();
        var answer = call.post(to, addresses, headers(id, body), body);
        return answer.outcome(to.toString(), id, clock.instant());
    }

    private Map<String, String> headers(String id, byte[] body) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("User-Agent", "Arke");
        headers.put("Accept", "*/*");
        headers.put("Content-Type", "application/json; charset=utf-8");
        headers.put("Arke-Delivery", id);
        headers.put("Arke-Signature", signature.of(body, clock.instant()));
        return headers;
    }

    private static String closed(WebhookAddress to) {
        return to + " is inside a network that webhooks may not call; ARKE_WEBHOOK_ALLOW_PRIVATE can open it";
    }

    private static Outcome again(FailureReason reason, String problem) {
        return new Outcome.Again(Duration.ZERO, reason, problem);
    }

    @Override
    public List<RateScope> rateScopes(Message message) {
        return WebhookAddress.parse(message.address())
                .map(to -> new RateScope("webhook:" + to.host(), CALLS_A_MINUTE, Duration.ofMinutes(1)))
                .stream()
                .toList();
    }

    /** There is nothing that all webhooks share and that could be broken. */
    @Override
    public Optional<String> problem() {
        return Optional.empty();
    }
}
