package dev.arke.phone.twilio;

import com.twilio.twiml.MessagingResponse;
import com.twilio.twiml.TwiML;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.messaging.Body;
import com.twilio.twiml.messaging.Message;
import dev.arke.card.Reader;
import dev.arke.delivery.Outcome;
import dev.arke.engine.chat.SeenEvents;
import dev.arke.engine.delivery.HearOutcomes;
import dev.arke.engine.reach.HearKey;
import dev.arke.engine.reach.HearText;
import dev.arke.phone.SmsText;
import dev.arke.phone.Speech;
import dev.arke.responder.ContactKind;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where Twilio tells us what people text back, which keys they press, and what became of what we sent. */
public final class TwilioRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(TwilioRoutes.class);
    private static final String DELIVERY = "{delivery}";

    /** What these need. */
    public record Needs(
            TwilioSettings settings,
            HearText texts,
            HearKey keys,
            Function<String, Reader> readerOf,
            HearOutcomes outcomes,
            SeenEvents seen) {}

    private final HearText texts;
    private final HearKey keys;
    private final Function<String, Reader> readerOf;
    private final Callbacks callbacks;
    private final HearOutcomes outcomes;
    private final SeenEvents seen;
    private final SignedRequests signed;

    public TwilioRoutes(Needs needs, URI base) {
        this.texts = needs.texts();
        this.keys = needs.keys();
        this.readerOf = needs.readerOf();
        this.callbacks = new Callbacks(Optional.of(base));
        this.outcomes = needs.outcomes();
        this.seen = needs.seen();
        this.signed = new SignedRequests(needs.settings(), base);
    }

    public void register(JavalinDefaultRoutingApi routes) {
        routes.post(Callbacks.TEXTS, ctx -> checked(ctx, this::text));
        routes.post(Callbacks.STATUS + DELIVERY, ctx -> checked(ctx, this::status));
        routes.post(Callbacks.KEYS + DELIVERY, ctx -> checked(ctx, this::key));
        routes.post(Callbacks.ANSWERED_BY + DELIVERY, ctx -> checked(ctx, this::answeredBy));
    }

    private void checked(Context ctx, BiConsumer<Context, Map<String, String>> work) {
        var params = ctx.formParamMap().entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().getFirst()));
        var query = ctx.queryString();
        var target = ctx.req().getRequestURI() + (query == null ? "" : "?" + query);
        var signature = Optional.ofNullable(ctx.header(SignedRequests.HEADER)).orElse("");
        if (!signed.isTwilios(target, params, signature)) {
            LOG.atWarn().addKeyValue("path", ctx.path()).log("a request is not signed as Twilio signs");
            ctx.status(403)
                    .result("This request is not signed by Twilio, or it called another address than ARKE_PUBLIC_URL.");
            return;
        }
        work.accept(ctx, params);
    }

    private void text(Context ctx, Map<String, String> params) {
        var id = params.getOrDefault("MessageSid", "");
        if (!seen.claim(ContactKind.SMS, id)) {
            answer(ctx, Optional.empty());
            return;
        }
        var said = texts.hear(params.getOrDefault("From", ""), params.getOrDefault("Body", ""));
        seen.finish(ContactKind.SMS, id);
        if (said.isEmpty()) LOG.atInfo().log("a text came from a number that is nobody's");
        answer(ctx, said);
    }

    private static void answer(Context ctx, Optional<String> words) {
        var response = new MessagingResponse.Builder();
        words.ifPresent(text -> response.message(new Message.Builder()
                .body(new Body.Builder(SmsText.answer(text)).build())
                .build()));
        write(ctx, response.build());
    }

    private static void write(Context ctx, TwiML twiml) {
        ctx.status(200).contentType("text/xml; charset=utf-8").result(twiml.toXml());
    }

    private void status(Context ctx, Map<String, String> params) {
        var call = params.get("CallSid");
        hear(
                ctx,
                call == null
                        ? TwilioStatus.ofText(
                                params.getOrDefault("MessageStatus", ""),
                                code(params.getOrDefault("ErrorCode", "")),
                                params.getOrDefault("MessageSid", ""))
                        : TwilioStatus.ofCall(params.getOrDefault("CallStatus", ""), call));
    }

    private void answeredBy(Context ctx, Map<String, String> params) {
        hear(ctx, TwilioStatus.ofAnswer(params.getOrDefault("AnsweredBy", ""), params.getOrDefault("CallSid", "")));
    }

    /** Whoever presses a key has heard it. */
    private void key(Context ctx, Map<String, String> params) {
        var delivery = delivery(ctx);
        var number = params.getOrDefault("To", "");
        var reader = readerOf.apply(number);
        if (delivery.isEmpty()) {
            write(ctx, SpokenTwiml.ending(Speech.sentence("no", reader.language())));
            return;
        }
        var call = params.getOrDefault("CallSid", "");
        var pressed = call + " " + params.getOrDefault("Digits", "");
        boolean isFirst = seen.claim(ContactKind.CALL, pressed);
        var heard = keys.hear(delivery.get(), number, isFirst ? params.getOrDefault("Digits", "") : "3");
        if (isFirst) {
            if (!(heard instanceof HearKey.Heard.Unknown)) outcomes.hear(delivery.get(), new Outcome.Delivered(call));
            // To hear it again one presses the same key again.
            if (heard instanceof HearKey.Heard.Again) seen.release(ContactKind.CALL, pressed);
            else seen.finish(ContactKind.CALL, pressed);
        }
        write(ctx, said(heard, delivery.get(), reader));
    }

    private VoiceResponse said(HearKey.Heard heard, UUID delivery, Reader reader) {
        var language = reader.language();
        return switch (heard) {
            case HearKey.Heard.Taken() -> ending("taken", language);
            case HearKey.Heard.Escalated() -> ending("escalated", language);
            case HearKey.Heard.Others() -> ending("other", language);
            case HearKey.Heard.Over() -> ending("over", language);
            case HearKey.Heard.Refused() -> ending("no", language);
            case HearKey.Heard.Unknown() -> ending("no", language);
            case HearKey.Heard.Again(var card) ->
                SpokenTwiml.asking(
                        Speech.of(card, reader),
                        callbacks.to(Callbacks.KEYS, delivery).orElseThrow());
        };
    }

    private static VoiceResponse ending(String key, Locale language) {
        return SpokenTwiml.ending(Speech.sentence(key, language));
    }

    private void hear(Context ctx, Optional<Outcome> outcome) {
        var delivery = delivery(ctx);
        if (delivery.isPresent()) outcome.ifPresent(one -> outcomes.hear(delivery.get(), one));
        ctx.status(204);
    }

    private static Optional<UUID> delivery(Context ctx) {
        try {
            return Optional.of(UUID.fromString(ctx.pathParam("delivery")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static int code(String text) {
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
    }
}
