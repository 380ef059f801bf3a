package dev.arke.slack.inbound;

import com.slack.api.app_backend.interactive_components.payload.BlockSuggestionPayload;
import com.slack.api.app_backend.interactive_components.payload.GlobalShortcutPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.interactive_components.response.BlockSuggestionResponse;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.app_backend.views.response.ViewSubmissionResponse;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import com.slack.api.bolt.util.SlackRequestParser.HttpRequest;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.AppUninstalledEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.MessageFileShareEvent;
import com.slack.api.model.event.MessageThreadBroadcastEvent;
import com.slack.api.model.event.TokensRevokedEvent;
import com.slack.api.model.event.UserChangeEvent;
import dev.arke.card.Card;
import dev.arke.dialogue.Dialogue;
import dev.arke.dialogue.Turns;
import dev.arke.engine.chat.SeenEvents;
import dev.arke.engine.people.IdentityByEmail;
import dev.arke.responder.ContactKind;
import dev.arke.responder.Responder;
import dev.arke.slack.SlackSettings;
import dev.arke.slack.install.AppSurface;
import dev.arke.slack.web.SlackClient;
import dev.arke.slack.web.Workspaces;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bolt with our listeners. It has no authorization of Bolt's own, which would ask Slack before each first answer: the
 * signature (or the socket) says that a request is Slack's, {@link Askers} who sent it. Nothing is asked of Slack until
 * somebody does something.
 */
public final class SlackApp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SlackApp.class);
    private static final String CLOSED = """
        {"type": "view_closed", "team": {"id": "T0"}, "user": {"id": "U0"}, "view": {"callback_id": "form:"}}\
        """;

    private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);

    private final App app;
    private final SlackRequestParser parser;
    private final Turns turns = new Turns(ContactKind.SLACK);
    private final Askers askers;
    private final Speech speech;
    private final SlashCommands commands;
    private final Shortcuts shortcuts;
    private final Submissions submissions;
    private final Clicks clicks;
    private final Events events;
    private final ChannelEvents channelEvents;
    private final Happenings happenings;

    /** What it is put together from; {@code responders} gives whose a team's account is known to be. */
    public record Needs(
            SlackSettings settings,
            SlackClient client,
            Workspaces workspaces,
            Dialogue dialogue,
            SeenEvents seen,
            BiFunction<String, String, Optional<Responder>> responders,
            IdentityByEmail byEmail,
            Happenings happenings,
            InstantSource clock) {}

    public SlackApp(Needs needs) {
        var client = needs.client();
        askers = new Askers(client, needs.workspaces(), needs.responders(), needs.byEmail(), turns, needs.clock());
        speech = new Speech(
                needs.dialogue(),
                askers,
                needs.workspaces(),
                turns,
                needs.settings().command());
        var replies = new Replies(client, needs.workspaces(), new ResponseUrls(client, needs.clock()));
        var modals = new Modals(speech, replies, client);
        var lines = new Lines(speech, replies, modals, turns);
        commands = new SlashCommands(lines, turns);
        shortcuts = new Shortcuts(modals, replies, lines, turns);
        submissions = new Submissions(speech, replies, lines, needs.seen(), turns);
        clicks = new Clicks(lines, replies, turns, needs.clock());
        events = new Events(speech, replies, lines, needs.seen(), turns);
        happenings = needs.happenings();
        channelEvents = new ChannelEvents(speech, replies, needs.seen(), turns, happenings.channels());
        var config = config(client);
        parser = new SlackRequestParser(config);
        app = new App(config, client.slack(), new ArrayList<>());
        listen();
    }

    /** Bolt takes what is not set from the environment, so all of it is set. */
    private static AppConfig config(SlackClient client) {
        return AppConfig.builder()
                .slack(client.slack())
                .singleTeamBotToken(null)
                .signingSecret(null)
                .clientId(null)
                .clientSecret(null)
                .allEventsApiAutoAckEnabled(true)
                .unmatchedRequestHandler(request -> Response.ok())
                .build();
    }

    private void listen() {
        app.command(ANY, (request, context) -> commands.command(request.getPayload(), context));
        app.blockAction(ANY, (request, context) -> {
            clicks.click(request.getPayload());
            return context.ack();
        });
        app.blockSuggestion(ANY, (request, context) -> context.ack(suggest(request.getPayload())));
        app.viewSubmission(
                ANY,
                (request, context) ->
                        submit(request.getPayload()).map(context::ack).orElseGet(context::ack));
        app.viewClosed(ANY, (request, context) -> context.ack());
        app.globalShortcut(ANY, (request, context) -> {
            shortcut(request.getPayload());
            return context.ack();
        });
        app.messageShortcut(ANY, (request, context) -> {
            shortcut(request.getPayload());
            return context.ack();
        });
        channelEvents.listen(app);
        app.event(AppMentionEvent.class, events::mention);
        app.event(MessageEvent.class, events::message);
        app.event(MessageThreadBroadcastEvent.class, events::broadcast);
        app.event(MessageFileShareEvent.class, events::withFile);
        app.event(AppHomeOpenedEvent.class, (payload, context) -> {
            var event = payload.getEvent();
            if ("home".equals(event.getTab()))
                turns.run(() -> happenings.homeOpened().accept(payload.getTeamId(), event.getUser()));
            return context.ack();
        });
        app.event(AppUninstalledEvent.class, (payload, context) -> uninstalled(payload.getTeamId(), context));
        app.event(TokensRevokedEvent.class, (payload, context) -> {
            var tokens = payload.getEvent().getTokens();
            boolean ours = tokens != null
                    && tokens.getBot() != null
                    && !tokens.getBot().isEmpty();
            return ours ? uninstalled(payload.getTeamId(), context) : context.ack();
        });
        app.event(UserChangeEvent.class, (payload, context) -> {
            askers.changed(payload.getTeamId(), payload.getEvent().getUser());
            return context.ack();
        });
    }

    private Response uninstalled(String team, EventContext context) {
        turns.run(() -> happenings.uninstalled().accept(team));
        return context.ack();
    }

    /** What a team's user sees on the home tab; may wait for Slack and the database. */
    public List<Card> home(String team, String user) {
        var where = new Gesture.Where(Optional.empty(), true, Optional.empty(), Optional.empty());
        return speech.home(new Gesture(new Gesture.Who(team, team, user, user), where, Gesture.Ways.NONE, ""));
    }

    /** Draws this as an answer, and hears that somebody closed a form: what any answer takes, and nothing comes of it. */
    public void warmUp(Card card) {
        commands.warmUp(card);
        var closed = run(HttpRequest.builder()
                .requestUri(AppSurface.EVENTS_PATH)
                .queryString(Map.of())
                .requestBody("payload=" + URLEncoder.encode(CLOSED, StandardCharsets.UTF_8))
                .headers(new RequestHeaders(Map.of()))
                .build());
        if (closed.getStatusCode() != 200) throw new IllegalStateException("answered " + closed.getStatusCode());
    }

    /** Answers a request that is known to be Slack's. Throws nothing. */
    Response run(HttpRequest request) {
        switch (Known.of(request.getRequestBody())) {
            case NEW -> {
                return Response.ok();
            }
            case UNREADABLE -> {
                return Response.error(400);
            }
            case OURS -> {}
        }
        Request<?> parsed;
        try {
            parsed = parser.parse(request);
        } catch (RuntimeException e) {
            // Its message may quote the request, whose values are secrets.
            LOG.atWarn().addKeyValue("failure", e.getClass().getSimpleName()).log("a request of Slack cannot be read");
            return Response.error(400);
        }
        if (parsed == null) return Response.error(400);
        return run(parsed);
    }

    Response run(Request<?> request) {
        try {
            return app.run(request);
        } catch (Events.NotYet e) {
            return Response.error(503);
        } catch (Exception e) {
            LOG.atError()
                    .setCause(e)
                    .addKeyValue("type", request.getRequestType())
                    .log("a request of Slack was not answered");
            return Response.error(500);
        }
    }

    /** Runs work that Slack waits for elsewhere. */
    void work(Runnable work) {
        turns.run(work);
    }

    AppConfig config() {
        return app.config();
    }

    private BlockSuggestionResponse suggest(BlockSuggestionPayload payload) {
        var user = payload.getUser();
        var who = who(payload.getTeam().getId(), user.getTeamId(), user.getId(), user.getName());
        var typed = Optional.ofNullable(payload.getValue()).orElse("");
        return payload.getView() == null
                ? BlockSuggestionResponse.builder().options(new ArrayList<>()).build()
                : submissions.suggest(who, payload.getView(), payload.getBlockId(), typed);
    }

    private Optional<ViewSubmissionResponse> submit(ViewSubmissionPayload payload) {
        var user = payload.getUser();
        return submissions.submit(
                who(payload.getTeam().getId(), user.getTeamId(), user.getId(), user.getName()), payload.getView());
    }

    private void shortcut(GlobalShortcutPayload payload) {
        var user = payload.getUser();
        shortcuts.global(
                payload.getCallbackId(),
                who(payload.getTeam().getId(), user.getTeamId(), user.getId(), user.getUsername()),
                payload.getTriggerId());
    }

    private void shortcut(MessageShortcutPayload payload) {
        var user = payload.getUser();
        shortcuts.onMessage(payload, who(payload.getTeam().getId(), user.getTeamId(), user.getId(), user.getName()));
    }

    private static Gesture.Who who(String team, @Nullable String userTeam, String user, @Nullable String name) {
        return new Gesture.Who(
                team,
                userTeam == null ? team : userTeam,
                user,
                Optional.ofNullable(name).orElse(user));
    }

    /** Waits for what is under way. */
    @Override
    public void close() {
        turns.close();
    }
}
