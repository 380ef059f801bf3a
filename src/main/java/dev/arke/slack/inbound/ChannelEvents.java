package dev.arke.slack.inbound;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.ChannelArchiveEvent;
import com.slack.api.model.event.ChannelDeletedEvent;
import com.slack.api.model.event.ChannelIdChangedEvent;
import com.slack.api.model.event.ChannelLeftEvent;
import com.slack.api.model.event.ChannelRenameEvent;
import com.slack.api.model.event.ChannelUnarchiveEvent;
import com.slack.api.model.event.Event;
import com.slack.api.model.event.GroupArchiveEvent;
import com.slack.api.model.event.GroupDeletedEvent;
import com.slack.api.model.event.GroupLeftEvent;
import com.slack.api.model.event.GroupRenameEvent;
import com.slack.api.model.event.GroupUnarchiveEvent;
import com.slack.api.model.event.MemberJoinedChannelEvent;
import com.slack.api.model.event.MemberLeftChannelEvent;
import dev.arke.card.Reply;
import dev.arke.database.DatabaseUnavailable;
import dev.arke.dialogue.Turns;
import dev.arke.engine.chat.SeenEvents;
import dev.arke.engine.room.ChannelNews;
import dev.arke.responder.ChannelAddress;
import dev.arke.responder.ContactKind;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Slack tells of channels, public and private: archived, renamed, deleted, another id, and that the bot came or went.
 * Each event is worked on once; Slack is asked to send it again while the database does not answer.
 */
final class ChannelEvents {
    private static final Logger LOG = LoggerFactory.getLogger(ChannelEvents.class);

    private final Speech speech;
    private final Replies replies;
    private final SeenEvents seen;
    private final Turns turns;
    private final BiConsumer<ChannelAddress, ChannelNews> hear;

    ChannelEvents(
            Speech speech,
            Replies replies,
            SeenEvents seen,
            Turns turns,
            BiConsumer<ChannelAddress, ChannelNews> hear) {
        this.speech = speech;
        this.replies = replies;
        this.seen = seen;
        this.turns = turns;
        this.hear = hear;
    }

    void listen(App app) {
        on(app, ChannelArchiveEvent.class, ChannelArchiveEvent::getChannel, new ChannelNews.Archived());
        on(app, GroupArchiveEvent.class, GroupArchiveEvent::getChannel, new ChannelNews.Archived());
        on(app, ChannelUnarchiveEvent.class, ChannelUnarchiveEvent::getChannel, new ChannelNews.Unarchived());
        on(app, GroupUnarchiveEvent.class, GroupUnarchiveEvent::getChannel, new ChannelNews.Unarchived());
        on(app, ChannelDeletedEvent.class, ChannelDeletedEvent::getChannel, new ChannelNews.Deleted());
        on(app, GroupDeletedEvent.class, GroupDeletedEvent::getChannel, new ChannelNews.Deleted());
        on(app, ChannelLeftEvent.class, ChannelLeftEvent::getChannel, new ChannelNews.Left());
        on(app, GroupLeftEvent.class, GroupLeftEvent::getChannel, new ChannelNews.Left());
        app.event(ChannelRenameEvent.class, (event, context) -> {
            var channel = event.getEvent().getChannel();
            return news(event, context, channel.getId(), new ChannelNews.Renamed(channel.getName()));
        });
        app.event(GroupRenameEvent.class, (event, context) -> {
            var channel = event.getEvent().getChannel();
            return news(event, context, channel.getId(), new ChannelNews.Renamed(channel.getName()));
        });
        app.event(ChannelIdChangedEvent.class, (event, context) -> {
            var ids = event.getEvent();
            return once(
                    event,
                    context,
                    () -> hear.accept(
                            channel(event, ids.getOldChannelId()),
                            new ChannelNews.Moved(channel(event, ids.getNewChannelId()))));
        });
        listenToOurselves(app);
    }

    private <E extends Event> void on(App app, Class<E> kind, Function<E, String> channel, ChannelNews news) {
        app.event(kind, (event, context) -> news(event, context, channel.apply(event.getEvent()), news));
    }

    private void listenToOurselves(App app) {
        app.event(MemberLeftChannelEvent.class, (event, context) -> {
            var left = event.getEvent();
            return isUs(event, left.getUser())
                    ? news(event, context, left.getChannel(), new ChannelNews.Left())
                    : context.ack();
        });
        app.event(MemberJoinedChannelEvent.class, (event, context) -> {
            var joined = event.getEvent();
            return isUs(event, joined.getUser())
                    ? once(event, context, () -> joined(event, joined.getChannel(), joined.getInviter()))
                    : context.ack();
        });
    }

    private static boolean isUs(EventsApiPayload<?> payload, @Nullable String user) {
        return user != null && user.equals(Events.bot(payload));
    }

    /** Whoever invited the bot is asked what for; nobody is where it came by itself. */
    private void joined(EventsApiPayload<?> payload, String channel, @Nullable String inviter) {
        hear.accept(channel(payload, channel), new ChannelNews.Joined());
        if (inviter == null || isUs(payload, inviter)) return;
        var gesture = gesture(payload, channel, inviter);
        if (speech.joined(gesture) instanceof Reply.Private(var card, var ignored))
            turns.run(() -> replies.tell(gesture, card, Optional.empty()));
    }

    private Response news(EventsApiPayload<?> payload, EventContext context, String channel, ChannelNews news) {
        return once(payload, context, () -> hear.accept(channel(payload, channel), news));
    }

    private Response once(EventsApiPayload<?> payload, EventContext context, Runnable work) {
        var turn = turns.begin(() -> run(payload.getEventId(), work));
        if (Turns.within(turn, Patience.CHANGE).orElse(false)) return context.ack();
        throw new Events.NotYet();
    }

    /** Whether Slack may forget it. */
    private boolean run(String eventId, Runnable work) {
        try {
            if (!seen.claim(ContactKind.SLACK, eventId)) return true;
            work.run();
            seen.finish(ContactKind.SLACK, eventId);
            return true;
        } catch (DatabaseUnavailable e) {
            LOG.atWarn().setCause(e).addKeyValue("event", eventId).log("an event waits for the database");
            return false;
        }
    }

    private ChannelAddress channel(EventsApiPayload<?> payload, String channel) {
        return speech.channel(gesture(payload, channel, ""));
    }

    private static Gesture gesture(EventsApiPayload<?> payload, String channel, String user) {
        var team = payload.getTeamId() == null ? "" : payload.getTeamId();
        return new Gesture(
                new Gesture.Who(team, team, user, user),
                new Gesture.Where(Optional.of(channel), false, Optional.empty(), Optional.empty()),
                Gesture.Ways.NONE,
                Events.bot(payload));
    }
}
