package dev.arke.testkit.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.arke.teams.TeamsSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/**
 * The Bot Framework's connector as Teams has it: conversations, threads of channels, rosters in pages, limits. It takes only
 * activities of the right shape, from who has the token, where they belong, and remembers each message with its edits.
 */
public final class FakeTeams implements AutoCloseable {
    public static final String APP_ID = "11111111-2222-3333-4444-555555555555";
    public static final String TENANT = "99999999-8888-7777-6666-555555555555";
    public static final String SECRET = "a-secret-of-the-app";
    public static final String TOKEN = "a-token-of-the-app";
    public static final String BOT = "28:" + APP_ID;
    public static final String TEAM = "19:team@thread.tacv2";

    /** One message with what became of it; {@code edits} counts changes. */
    public record Posted(String conversation, String id, JsonNode activity, int edits) {
        /** All that can be read in it. */
        public String words() {
            var words = new StringBuilder(activity.path("text").asText()).append('\n');
            gather(activity.path("attachments"), words);
            return words.toString();
        }

        private static void gather(JsonNode node, StringBuilder words) {
            for (var name : List.of("text", "title"))
                if (node.path(name).isTextual())
                    words.append(node.path(name).asText()).append('\n');
            node.forEach(child -> gather(child, words));
        }

        public JsonNode card() {
            return activity.at("/attachments/0/content");
        }
    }

    /** Somebody of the tenant, or a guest. */
    public record Person(String userId, String objectId, String name, String email, String role) {}

    private record Call(String region, String words) {}

    private record Rule(Predicate<String> calls, Planned answer) {}

    private final HttpServer server;
    private final TeamsTenant tenant = new TeamsTenant();
    private final ConnectorAnswers answers;
    private final Deque<Planned> next = new ArrayDeque<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();
    private Optional<Planned> always = Optional.empty();
    private String region = "emea";

    private FakeTeams(HttpServer server, Optional<TeamsRates> rates) {
        this.server = server;
        this.answers = new ConnectorAnswers(tenant, rates);
    }

    /** One that counts nothing. */
    public static FakeTeams start() {
        return start(Optional.empty());
    }

    /** One that refuses, and finds strange, what is more than Teams takes in the time of this clock. */
    public static FakeTeams start(InstantSource clock) {
        return start(Optional.of(new TeamsRates(clock)));
    }

    private static FakeTeams start(Optional<TeamsRates> rates) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var teams = new FakeTeams(server, rates);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", teams::handle);
            server.start();
            return teams;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static TeamsSettings settings() {
        return new TeamsSettings(APP_ID, SECRET, TENANT, false);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public synchronized String serviceUrl() {
        return "http://127.0.0.1:" + port() + "/" + region + "/";
    }

    /** The tenant is served at another address from now on; the old one answers for a while. */
    public synchronized void moveTo(String otherRegion) {
        region = otherRegion;
    }

    public TeamsTenant tenant() {
        return tenant;
    }

    public void add(Person person) {
        tenant.add(person);
    }

    /** A member of the tenant, called so: {@code 29:alice}, alice@example.com. */
    public void member(String name) {
        add(person(name));
    }

    static Person person(String name) {
        return new Person("29:" + name, objectId(name), name, name + "@example.com", "user");
    }

    /** The object id of who is called so. */
    public static String objectId(String name) {
        return "00000000-0000-0000-0000-" + String.format("%012x", (long) name.hashCode() & 0xFFFF_FFFFL);
    }

    public void channel(String id) {
        tenant.channel(id);
    }

    /** Somebody's chat with the bot is there already. */
    public void open(String userId) {
        tenant.open(userId);
    }

    /** What is more than Teams takes is refused from now on. */
    public void limit(InstantSource clock) {
        answers.limit(new TeamsRates(clock));
    }

    /** So many members are told of at a time. */
    public void pageSize(int members) {
        answers.pageSize(members);
    }

    public synchronized void next(Planned... answers) {
        next.addAll(List.of(answers));
    }

    public synchronized void always(Planned answer) {
        always = Optional.of(answer);
    }

    /** To calls, as {@link #calls} has them, of which this is so. */
    public synchronized void whenever(Predicate<String> calls, Planned answer) {
        rules.add(new Rule(calls, answer));
    }

    public synchronized void working() {
        always = Optional.empty();
        next.clear();
        rules.clear();
    }

    /** What it did not expect, such as activities of another shape. */
    public List<String> strange() {
        return answers.strange();
    }

    public synchronized List<String> calls() {
        return calls.stream().map(Call::words).toList();
    }

    /** Those that came to the address of this region. */
    public synchronized List<String> calls(String region) {
        return calls.stream()
                .filter(call -> call.region().equals(region))
                .map(Call::words)
                .toList();
    }

    public List<Posted> all() {
        return answers.messages();
    }

    /** What stands in a conversation, a channel's threads apart. */
    public List<Posted> in(String conversation) {
        return all().stream()
                .filter(one -> one.conversation().equals(conversation))
                .toList();
    }

    /** The first messages of a channel's threads. */
    public List<Posted> roots(String channel) {
        return all().stream()
                .filter(one -> one.conversation().equals(channel + ";messageid=" + one.id()))
                .toList();
    }

    public List<Posted> repliesTo(Posted root) {
        return in(root.conversation()).stream()
                .filter(one -> !one.id().equals(root.id()))
                .toList();
    }

    /** What somebody has read in their chat with the bot. */
    public List<Posted> to(String userId) {
        return in(direct(userId));
    }

    public static String direct(String userId) {
        return "a:" + userId.substring(userId.indexOf(':') + 1);
    }

    private void handle(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        try (exchange) {
            var said = answer(exchange, body);
            if (said.isEmpty()) return;
            var bytes = said.get().body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            said.get()
                    .retryAfter()
                    .ifPresent(seconds -> exchange.getResponseHeaders().set("Retry-After", String.valueOf(seconds)));
            exchange.sendResponseHeaders(said.get().status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Optional<ConnectorAnswers.Said> answer(HttpExchange exchange, byte[] body) throws IOException {
        var address = URLDecoder.decode(exchange.getRequestURI().getRawPath(), StandardCharsets.UTF_8);
        var path = address.replaceFirst("^/[a-z]{4}/", "/");
        var query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        var words = exchange.getRequestMethod() + " " + path + (query.isEmpty() ? "" : "?" + query);
        note(new Call(address.substring(1, 5), words));
        if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization")))
            return Optional.of(ConnectorAnswers.error(401, Optional.of("Unauthorized")));
        return switch (planned(words).orElse(null)) {
            case null -> Optional.of(answers.act(exchange.getRequestMethod(), path, query, body));
            case Planned.Refuse(var status, var code, var wait) -> {
                var said = ConnectorAnswers.error(status, code);
                yield Optional.of(new ConnectorAnswers.Said(said.status(), said.body(), wait));
            }
            case Planned.NotTeams() ->
                Optional.of(new ConnectorAnswers.Said(200, "<html>proxy</html>", Optional.empty()));
            case Planned.Lost() -> {
                answers.act(exchange.getRequestMethod(), path, query, body);
                yield Optional.empty();
            }
            case Planned.Held(var until) -> {
                await(until);
                yield Optional.of(answers.act(exchange.getRequestMethod(), path, query, body));
            }
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void note(Call call) {
        calls.add(call);
    }

    private synchronized Optional<Planned> planned(String call) {
        return rules.stream()
                .filter(rule -> rule.calls().test(call))
                .map(Rule::answer)
                .findFirst()
                .or(() -> Optional.ofNullable(next.poll()))
                .or(() -> always);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
