package dev.arke.slack.inbound;

import com.slack.api.app_backend.events.payload.Authorization;
import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.MessageFileShareEvent;
import com.slack.api.model.event.MessageThreadBroadcastEvent;
import dev.arke.card.Card;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.database.DatabaseUnavailable;
import dev.arke.dialogue.Expected;
import dev.arke.dialogue.Turns;
import dev.arke.engine.chat.SeenEvents;
import dev.arke.responder.ContactKind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lines that arrive as events: mentions, and direct messages. Slack sends an event again when it hears no 200 in time, at
 * once, after a minute and after five: it is answered 200 when it is done, and worked on once however often it comes.
 */
final class Events {
    private static final Logger LOG = LoggerFactory.getLogger(Events.class);
    /**
     * Slack is to send it again. Thrown, as Bolt makes a 200 of any answer to an event, and knows no other way.
     */
    static final class NotYet extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotYet() {
            super("not done yet", null, false, false);
        }
    }

    private final Speech speech;
    private final Replies replies;
    private final Lines lines;
    private final SeenEvents seen;
    private final Turns turns;

    Events(Speech speech, Replies replies, Lines lines, SeenEvents seen, Turns turns) {
        this.speech = speech;
        this.replies = replies;
        this.lines = lines;
        this.seen = seen;
        this.turns = turns;
    }

    /** Somebody wrote {@code @arke …} in a channel or thread. */
    Response mention(EventsApiPayload<AppMentionEvent> payload, EventContext context) {
        var event = payload.getEvent();
        var bot = bot(payload);
        boolean isPerson = event.getBotId() == null
                && event.getSubtype() == null
                && event.getEdited() == null
                && isSomebodyElse(event.getUser(), bot);
        if (!isPerson || event.getText() == null) return context.ack();
        var where = new Gesture.Where(
                Optional.of(event.getChannel()), false, Optional.ofNullable(event.getThreadTs()), Optional.empty());
        var team = event.getUserTeam() == null ? event.getTeam() : event.getUserTeam();
        return line(
                payload.getEventId(), gesture(event.getUser(), team, where, bot, context), event.getText(), context);
    }

    /** Somebody wrote to the bot alone, or a reply in a thread, where such are heard. */
    Response message(EventsApiPayload<MessageEvent> payload, EventContext context) {
        var event = payload.getEvent();
        if (event.getBotId() != null || event.getEdited() != null) return context.ack();
        return written(
                payload,
                new Written(
                        event.getUser(),
                        event.getTeam(),
                        event.getText(),
                        event.getChannel(),
                        event.getChannelType(),
                        event.getTs(),
                        event.getThreadTs()),
                context);
    }

    /** A reply in a thread that is shown in the channel, too. */
    Response broadcast(EventsApiPayload<MessageThreadBroadcastEvent> payload, EventContext context) {
        var event = payload.getEvent();
        return written(
                payload,
                new Written(
                        event.getUser(),
                        null,
                        event.getText(),
                        event.getChannel(),
                        event.getChannelType(),
                        event.getTs(),
                        event.getThreadTs()),
                context);
    }

    /** Words with a file. */
    Response withFile(EventsApiPayload<MessageFileShareEvent> payload, EventContext context) {
        var event = payload.getEvent();
        return written(
                payload,
                new Written(
                        event.getUser(),
                        null,
                        event.getText(),
                        event.getChannel(),
                        event.getChannelType(),
                        event.getTs(),
                        event.getThreadTs()),
                context);
    }

    /** What the kinds of messages have in common, which Slack has a type each for. */
    private record Written(
            @Nullable String user,
            @Nullable String team,
            @Nullable String text,
            String channel,
            @Nullable String channelType,
            String ts,
            @Nullable String threadTs) {}

    private Response written(EventsApiPayload<?> payload, Written message, EventContext context) {
        var bot = bot(payload);
        var text = message.text();
        var user = message.user();
        if (user == null || user.equals(bot) || text == null || text.isBlank()) return context.ack();
        boolean isDirect = "im".equals(message.channelType());
        if (!isDirect && !isHeard(message, text, bot)) return context.ack();
        var where = new Gesture.Where(
                Optional.of(message.channel()), isDirect, Optional.ofNullable(message.threadTs()), Optional.empty());
        var gesture = gesture(user, message.team(), where, bot, context);
        return isDirect
                ? line(payload.getEventId(), gesture, text, context)
                : heard(payload.getEventId(), gesture, text, context);
    }

    /** Mentions come as events of their own, too; what begins a thread answers nothing. */
    private static boolean isHeard(Written message, String text, String bot) {
        return message.threadTs() != null
                && !message.threadTs().equals(message.ts())
                && (bot.isEmpty() || !text.contains("<@" + bot));
    }

    private static boolean isSomebodyElse(@Nullable String user, String bot) {
        return user != null && !user.equals(bot);
    }

    /** Our account there, which Slack names with each event. */
    static String bot(EventsApiPayload<?> payload) {
        return Optional.ofNullable(payload.getAuthorizations()).orElse(List.of()).stream()
                .filter(authorization -> Boolean.TRUE.equals(authorization.getIsBot()))
                .map(Authorization::getUserId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    private static Gesture gesture(
            String user, @Nullable String userTeam, Gesture.Where where, String bot, EventContext context) {
        var team = context.getTeamId() == null ? "" : context.getTeamId();
        return new Gesture(
                new Gesture.Who(team, userTeam == null ? team : userTeam, user, user), where, Gesture.Ways.NONE, bot);
    }

    private Response line(String eventId, Gesture gesture, String line, EventContext context) {
        var expected = speech.expect(gesture.bot(), line);
        // Words that are no command may be the answer to a question.
        boolean changes = expected == Expected.CHANGES || expected == Expected.NOTHING;
        var firstTime = context.getRetryNum() == null;
        return done(
                () -> run(eventId, gesture, line, () -> lines.answered(gesture, line, expected), () -> {
                    if (firstTime) replies.tell(gesture, databaseIsGone(), Optional.empty());
                }),
                changes,
                context);
    }

    /** A reply that may answer a question. Who speaks to others hears nothing of our troubles. */
    private Response heard(String eventId, Gesture gesture, String line, EventContext context) {
        return done(
                () -> run(
                        eventId,
                        gesture,
                        line,
                        () -> new Lines.Soon.Answered(speech.hear(gesture, line), Optional.empty()),
                        () -> {}),
                true,
                context);
    }

    private Response done(Supplier<Boolean> work, boolean changes, EventContext context) {
        var done = Turns.within(turns.begin(work), changes ? Patience.CHANGE : Patience.LOOK);
        // A change that is not kept yet might be lost with us, so Slack is to send it again; a look is asked again.
        if (done.orElse(!changes)) return context.ack();
        throw new NotYet();
    }

    /** Whether Slack may forget it. */
    private boolean run(
            String eventId, Gesture gesture, String line, Supplier<Lines.Soon.Answered> work, Runnable databaseIsGone) {
        try {
            if (!seen.claim(ContactKind.SLACK, eventId)) return true;
        } catch (DatabaseUnavailable e) {
            LOG.atWarn().setCause(e).addKeyValue("event", eventId).log("an event waits for the database");
            turns.run(databaseIsGone);
            return false;
        }
        var answered = work.get();
        seen.finish(ContactKind.SLACK, eventId);
        turns.run(() -> lines.give(gesture, line, answered));
        return true;
    }

    private static Card databaseIsGone() {
        return Card.line(
                Tone.ALARM,
                Span.text("My database does not answer, so nothing was done yet. I try again by myself in a minute and"
                        + " in five. If it cannot wait, call the person on call yourself."));
    }
}
