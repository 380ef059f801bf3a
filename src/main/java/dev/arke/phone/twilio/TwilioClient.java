package dev.arke.phone.twilio;

import com.twilio.exception.ApiConnectionException;
import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.Account;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import dev.arke.delivery.FailureReason;
import dev.arke.delivery.Outcome;
import dev.arke.delivery.TimeLimit;
import java.io.UncheckedIOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** The one place from which Twilio is called: under time limits, once each, with every failure a value. Safe for many threads. */
public final class TwilioClient {
    /** How long a text, or a call from its first ring to its end, may take until we hear what became of it. */
    static final Duration WORD_OF_A_TEXT = Duration.ofMinutes(5);

    static final Duration WORD_OF_A_CALL = Duration.ofMinutes(3);

    /** Shorter than most mailboxes wait, and than a page's patience, so that the next way is tried as soon as nobody answers. */
    private static final int RINGS_SECONDS = 25;

    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final TimeLimit QUICK = new TimeLimit(Duration.ofSeconds(2));
    private static final String TWILIO = "Twilio";

    private final TwilioSettings settings;
    private final Callbacks callbacks;
    private final TwilioRestClient client;
    private final TimeLimit limit;
    private final InstantSource clock;
    private Outcome checked = new Outcome.Delivered("");
    private @Nullable Instant checkedAt;

    public TwilioClient(TwilioSettings settings, InstantSource clock) {
        this(settings, Duration.ofSeconds(10), TimeLimit.STANDARD, clock);
    }

    TwilioClient(TwilioSettings settings, Duration patience, TimeLimit limit, InstantSource clock) {
        this.settings = settings;
        this.callbacks = new Callbacks(settings.callbacks());
        this.client = new TwilioRestClient.Builder(settings.accountSid(), settings.authToken())
                .httpClient(new TwilioHttp(settings.api(), patience))
                .build();
        this.limit = limit;
        this.clock = clock;
    }

    Outcome text(String to, String words, UUID deliveryId) {
        return limited(() -> {
            var text = Message.creator(new PhoneNumber(to), new PhoneNumber(settings.from()), words);
            callbacks.to(Callbacks.STATUS, deliveryId).ifPresent(text::setStatusCallback);
            text.create(client);
            return taken(deliveryId, WORD_OF_A_TEXT);
        });
    }

    /** Calls and reads {@code twiml} aloud; a machine that answers is told to us while it is read. */
    Outcome call(String to, String twiml, UUID deliveryId) {
        return limited(() -> {
            var call = Call.creator(
                            new PhoneNumber(to), new PhoneNumber(settings.from()), new com.twilio.type.Twiml(twiml))
                    .setTimeout(RINGS_SECONDS);
            callbacks
                    .to(Callbacks.STATUS, deliveryId)
                    .ifPresent(uri -> call.setStatusCallback(uri).setStatusCallbackEvent(List.of("completed")));
            callbacks
                    .to(Callbacks.ANSWERED_BY, deliveryId)
                    .ifPresent(uri -> call.setMachineDetection("Enable")
                            .setAsyncAmd("true")
                            .setAsyncAmdStatusCallback(uri));
            call.create(client);
            return taken(deliveryId, WORD_OF_A_CALL);
        });
    }

    /** Known by our own id, as Twilio's is another one each time. Where nothing is heard back, being taken is all there is. */
    private Outcome taken(UUID deliveryId, Duration within) {
        var ref = deliveryId.toString();
        return settings.callbacks().isPresent() ? new Outcome.HandedOver(ref, within) : new Outcome.Delivered(ref);
    }

    private Outcome limited(Callable<Outcome> attempt) {
        return limit.within(TWILIO, () -> caught(attempt));
    }

    private static Outcome caught(Callable<Outcome> attempt) throws Exception {
        try {
            return attempt.call();
        } catch (ApiException e) {
            int code = e.getCode() == null ? 0 : e.getCode();
            int status = e.getStatusCode() == null ? 0 : e.getStatusCode();
            return status == 0 ? unreadable() : TwilioErrors.outcome(status, code);
        } catch (ApiConnectionException e) {
            return unreadable();
        } catch (TwilioHttp.Failed e) {
            return TwilioErrors.outcome(e.status(), 0);
        } catch (UncheckedIOException e) {
            return e.getCause() instanceof HttpTimeoutException
                    ? again(FailureReason.TIMEOUT, "Twilio did not answer in time")
                    : again(FailureReason.SERVER, "Twilio cannot be reached, or broke off");
        }
    }

    private static Outcome unreadable() {
        return again(FailureReason.SERVER, "Twilio's answer cannot be read");
    }

    private static Outcome again(FailureReason reason, String problem) {
        return new Outcome.Again(Duration.ZERO, reason, problem);
    }

    /** Whether our account can be used; asked at most every 30 seconds, and for 2 seconds at most. */
    synchronized Optional<String> problem() {
        var now = clock.instant();
        if (checkedAt == null || !now.isBefore(checkedAt.plus(FRESH))) {
            checked = QUICK.within(TWILIO, () -> caught(this::account));
            checkedAt = now;
        }
        return switch (checked) {
            case Outcome.Delivered ignored -> silence();
            case Outcome.HandedOver ignored -> silence();
            case Outcome.Again again -> Optional.of(again.problem());
            case Outcome.CarrierBroken broken -> Optional.of(broken.problem());
            case Outcome.PayloadRefused refused -> Optional.of(refused.problem());
            case Outcome.RecipientGone gone -> Optional.of(gone.problem());
            case Outcome.Undelivered undelivered -> Optional.of(undelivered.problem());
        };
    }

    private Optional<String> silence() {
        return settings.callbacks().isPresent()
                ? Optional.empty()
                : Optional.of(
                        "Twilio takes texts and calls, but can tell nothing back: replies and keys do nothing, and"
                            + " what does not arrive is not noticed. Set ARKE_PUBLIC_URL to an address that Twilio can"
                            + " reach.");
    }

    private Outcome account() {
        var account = Account.fetcher(settings.accountSid()).fetch(client);
        return account.getStatus() == Account.Status.ACTIVE
                ? new Outcome.Delivered("")
                : new Outcome.CarrierBroken(
                        FailureReason.AUTH, "our account at Twilio is not active: look at Twilio's console");
    }

    /** As the one who makes calls. */
    public TwilioCalling calling() {
        return new TwilioCalling(this, callbacks);
    }

    /** As the one who sends texts. */
    public TwilioTexting texting() {
        return new TwilioTexting(this, settings.callbacks().isPresent());
    }
}
