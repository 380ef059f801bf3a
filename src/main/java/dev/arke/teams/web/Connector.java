package dev.arke.teams.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.microsoft.bot.connector.Conversations;
import com.microsoft.bot.schema.ChannelAccount;
import com.microsoft.bot.schema.ConversationParameters;
import com.microsoft.bot.schema.PagedMembersResult;
import dev.arke.teams.TeamsSettings;
import dev.arke.teams.web.ConnectorClients.Clients;
import dev.arke.teams.web.TeamsFailure.Kind;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place from which the Bot Framework's connector is called, through Microsoft's SDK, none of whose types leaves this
 * package: under time limits, at the pace that a tenant takes, with every failure a value. Messages are tried again by the
 * outbox. Safe for many threads.
 */
public final class Connector implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Connector.class);
    private static final int MOST_PAGES = 40;
    private final AppTokens tokens;
    private final TeamsTimes times;
    private final boolean isLocal;
    private final String botId;
    private final ConnectorClients clients;
    private final CallPace pace;
    private final boolean isOutbox;

    /** A member of a conversation, as its roster has them. */
    public record Member(
            String userId,
            Optional<String> account,
            Optional<String> email,
            Optional<String> principal,
            String name,
            Optional<String> tenant,
            boolean guest) {}

    public Connector(TeamsSettings settings, AppTokens tokens) {
        this(settings, tokens, TeamsTimes.STANDARD, new CallPace(System::nanoTime));
    }

    Connector(TeamsSettings settings, AppTokens tokens, TeamsTimes times, CallPace pace) {
        this.tokens = tokens;
        this.times = times;
        this.isLocal = settings.anonymous();
        this.botId = "28:" + (settings.anonymous() ? "arke" : settings.appId());
        this.clients = new ConnectorClients(tokens, times);
        this.pace = pace;
        this.isOutbox = false;
    }

    private Connector(Connector other) {
        this.tokens = other.tokens;
        this.times = other.times;
        this.isLocal = other.isLocal;
        this.botId = other.botId;
        this.clients = other.clients;
        this.pace = other.pace;
        this.isOutbox = true;
    }

    /** The same connections; its calls leave room for those of people who wait for an answer. */
    public Connector ofOutbox() {
        return new Connector(this);
    }

    TeamsTimes times() {
        return times;
    }

    AppTokens tokens() {
        return tokens;
    }

    /** What Teams calls us, before it has. */
    public String botId() {
        return botId;
    }

    /** The conversation of two, made when there is none yet; answers its id. */
    public Called<String> direct(String serviceUrl, String tenant, String userId) {
        var wanted = new ConversationParameters();
        wanted.setIsGroup(false);
        wanted.setBot(new ChannelAccount(botId, "Arke"));
        wanted.setMembers(List.of(new ChannelAccount(userId)));
        wanted.setTenantId(tenant);
        var json = JsonNodeFactory.instance;
        wanted.setChannelData(json.objectNode().set("tenant", json.objectNode().put("id", tenant)));
        return call(serviceUrl, all -> conversations(all).createConversation(wanted))
                .then(made -> found(made.getId()));
    }

    /** A new message in a channel, which begins a thread. */
    public Called<MessageRef> begin(String serviceUrl, String tenant, String channel, Post post) {
        var json = JsonNodeFactory.instance;
        var wanted = new ConversationParameters();
        wanted.setIsGroup(true);
        wanted.setBot(new ChannelAccount(botId, "Arke"));
        wanted.setTenantId(tenant);
        var data = json.objectNode();
        data.putObject("channel").put("id", channel);
        data.putObject("tenant").put("id", tenant);
        wanted.setChannelData(data);
        wanted.setActivity(Activities.of(post, botId));
        return call(serviceUrl, all -> conversations(all).createConversation(wanted))
                .then(made -> made.getActivityId() == null
                        ? unreadable()
                        : ref(
                                MessageRef.thread(made.getId() == null ? channel : made.getId(), made.getActivityId()),
                                made.getActivityId()));
    }

    /** A new message in a chat, or in a thread of a channel. */
    public Called<MessageRef> send(String serviceUrl, String conversation, Post post) {
        var activity = Activities.of(post, botId);
        boolean isTargeted = post.seenBy().isPresent();
        return call(
                        serviceUrl,
                        all -> (isTargeted ? all.targeted() : all.open())
                                .getConversations()
                                .sendToConversation(conversation, activity))
                .then(sent -> ref(conversation, sent.getId()));
    }

    Called<MessageRef> edit(String serviceUrl, MessageRef ref, Post post) {
        var activity = Activities.of(post, botId);
        activity.setId(ref.activity());
        return call(
                        serviceUrl,
                        all -> conversations(all)
                                .updateActivity(ref.conversation(), ref.activity(), activity)
                                .thenApply(Optional::ofNullable))
                .map(edited -> ref);
    }

    /** A member of a conversation; {@code id} may be what the bot knows them by or their object id. */
    public Called<Member> member(String serviceUrl, String conversation, String id) {
        // The SDK names the person first.
        return call(serviceUrl, all -> conversations(all).getConversationMember(id, conversation))
                .map(Connector::member);
    }

    /** All members of a team or chat; those of the pages that were read when a later one cannot be, tried twice. */
    public Called<List<Member>> members(String serviceUrl, String conversation) {
        var all = new ArrayList<Member>();
        Optional<String> next = Optional.empty();
        for (int page = 0; page < MOST_PAGES; page++) {
            var from = next;
            Supplier<Called<PagedMembersResult>> read = () -> call(
                    serviceUrl,
                    open -> from.map(token -> clients.with("continuationToken", token, serviceUrl))
                            .orElse(open.open())
                            .getConversations()
                            .getConversationPagedMembers(conversation));
            var called = read.get();
            if (called.failed().isPresent()) called = read.get();
            if (called instanceof Called.Failed<?>(var failure) && all.isEmpty()) return new Called.Failed<>(failure);
            if (called instanceof Called.Failed<?>(var failure)) {
                LOG.atWarn()
                        .addKeyValue("conversation", conversation)
                        .addKeyValue("read", all.size())
                        .addKeyValue("problem", failure.problem())
                        .log("a list of members was not read to its end; who is missing is asked for when they act");
                break;
            }
            var answer = called.answered().get();
            if (answer.getMembers() != null)
                answer.getMembers().stream().map(Connector::member).forEach(all::add);
            next = Optional.ofNullable(answer.getContinuationToken()).filter(token -> !token.isBlank());
            if (next.isEmpty()) break;
        }
        return new Called.Ok<>(all);
    }

    /** The ids of a team's channels. */
    public Called<List<String>> channels(String serviceUrl, String teamId) {
        return call(serviceUrl, all -> all.teams().getTeams().fetchChannelList(teamId))
                .map(list -> list.getConversations() == null
                        ? List.of()
                        : list.getConversations().stream()
                                .map(one -> one.getId())
                                .toList());
    }

    private static Member member(ChannelAccount account) {
        var more = account.getProperties() == null
                ? Map.<String, com.fasterxml.jackson.databind.JsonNode>of()
                : account.getProperties();
        Function<String, Optional<String>> text = name -> Optional.ofNullable(more.get(name))
                .filter(node -> node.isTextual() && !node.asText().isBlank())
                .map(node -> node.asText());
        return new Member(
                account.getId() == null ? "" : account.getId(),
                Optional.ofNullable(account.getAadObjectId()).or(() -> text.apply("objectId")),
                text.apply("email"),
                text.apply("userPrincipalName"),
                account.getName() == null ? "" : account.getName(),
                text.apply("tenantId"),
                text.apply("userRole")
                        .filter(role -> !role.equalsIgnoreCase("user"))
                        .isPresent());
    }

    private static Conversations conversations(Clients all) {
        return all.open().getConversations();
    }

    private static Called<MessageRef> ref(String conversation, @Nullable String activity) {
        return activity == null
                ? unreadable()
                : MessageRef.of(conversation, activity)
                        .<Called<MessageRef>>map(Called.Ok::new)
                        .orElseGet(Connector::unreadable);
    }

    private static Called<String> found(@Nullable String id) {
        return id == null || id.isBlank() ? unreadable() : new Called.Ok<>(id);
    }

    private static <T> Called<T> unreadable() {
        return new Called.Failed<>(TeamsFailure.of(
                Kind.SERVER, "unreadable", "Teams answered, but without the id by which the message is found again"));
    }

    private <T> Called<T> call(String serviceUrl, Function<Clients, CompletableFuture<T>> work) {
        if (!isTrusted(serviceUrl))
            return new Called.Failed<>(
                    TeamsFailure.of(Kind.AUTH, "service_url", "this is no address of Teams that may see our token"));
        var noToken = tokens.renew();
        if (noToken.isPresent()) return new Called.Failed<>(noToken.get());
        try {
            var tooLong = isOutbox ? pace.awaitMessage() : pace.await();
            if (tooLong.isPresent()) return new Called.Failed<>(tooMany(tooLong.get()));
            var answer =
                    work.apply(clients.of(serviceUrl)).get(times.limit().whole().toMillis(), TimeUnit.MILLISECONDS);
            return answer == null ? unreadable() : new Called.Ok<>(answer);
        } catch (TimeoutException e) {
            return new Called.Failed<>(TeamsFailure.of(Kind.TIMEOUT, "timeout", "Teams did not answer in time"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Called.Failed<>(
                    TeamsFailure.of(Kind.TIMEOUT, "interrupted", "it took too long, or Arke is stopping"));
        } catch (ExecutionException | RuntimeException e) {
            return new Called.Failed<>(TeamsErrors.of(e));
        }
    }

    private static TeamsFailure tooMany(Duration wait) {
        return new TeamsFailure(
                Kind.RATE_LIMITED, "own_pace", "Teams would not take that many calls in a second", wait);
    }

    /** Tokens go to https addresses only; a test client on this machine gets none. */
    private boolean isTrusted(String serviceUrl) {
        try {
            var url = URI.create(serviceUrl);
            return url.getHost() != null
                    && ("https".equals(url.getScheme())
                            || isLocal
                            || url.getHost().equals("127.0.0.1"));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public void close() {
        clients.close();
    }
}
