package dev.arke.testkit.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.arke.teams.TeamsSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * The Bot Framework's connector as Teams has it: conversations, threads of channels, rosters. It takes only activities of
 * the right shape, from who has the token, and remembers each message with its edits.
 */
public final class FakeTeams implements AutoCloseable {
    public static final String APP_ID = "11111111-2222-3333-4444-555555555555";
    public static final String TENANT = "99999999-8888-7777-6666-555555555555";
    public static final String SECRET = "a-secret-of-the-app";
    public static final String TOKEN = "a-token-of-the-app";
    public static final String BOT = "28:" + APP_ID;
    public static final String TEAM = "19:team@thread.tacv2";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 28_000;
    private static final Pattern ACTIVITIES = Pattern.compile("/v3/conversations/([^/]+)/activities(?:/([^/]+))?");
    private static final Pattern MEMBERS =
            Pattern.compile("/v3/conversations/([^/]+)/(members|pagedmembers)(?:/(.+))?");
    private static final Pattern CHANNELS = Pattern.compile("/v3/teams/([^/]+)/conversations");

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

    private final HttpServer server;
    private final Map<String, Posted> posted = new LinkedHashMap<>();
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Map<String, String> directs = new LinkedHashMap<>();
    private final List<String> channels = new ArrayList<>();
    private final Deque<Planned> next = new ArrayDeque<>();
    private final List<String> calls = new ArrayList<>();
    private final List<String> strange = new ArrayList<>();
    private Optional<Planned> always = Optional.empty();
    private long count;

    private FakeTeams(HttpServer server) {
        this.server = server;
    }

    public static FakeTeams start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var teams = new FakeTeams(server);
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

    public String serviceUrl() {
        return "http://127.0.0.1:" + port() + "/emea/";
    }

    public synchronized void add(Person person) {
        people.put(person.userId(), person);
    }

    /** A member of the tenant, called so: {@code 29:alice}, alice@example.com. */
    public void member(String name) {
        add(new Person("29:" + name, objectId(name), name, name + "@example.com", "user"));
    }

    /** The object id of who is called so. */
    public static String objectId(String name) {
        return "00000000-0000-0000-0000-" + String.format("%012x", (long) name.hashCode() & 0xFFFF_FFFFL);
    }

    public synchronized void channel(String id) {
        channels.add(id);
    }

    public synchronized void next(Planned... answers) {
        next.addAll(List.of(answers));
    }

    public synchronized void always(Planned answer) {
        always = Optional.of(answer);
    }

    public synchronized void working() {
        always = Optional.empty();
        next.clear();
    }

    /** What it did not expect, such as activities of another shape. */
    public synchronized List<String> strange() {
        return List.copyOf(strange);
    }

    public synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    public synchronized List<Posted> all() {
        return List.copyOf(posted.values());
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

    private record Said(int status, String body, Optional<Integer> retryAfter) {
        static Said json(int status, JsonNode body) {
            return new Said(status, body.toString(), Optional.empty());
        }
    }

    private synchronized Optional<Said> answer(HttpExchange exchange, byte[] body) throws IOException {
        var path = URLDecoder.decode(exchange.getRequestURI().getRawPath(), StandardCharsets.UTF_8)
                .replaceFirst("/emea", "");
        var query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        calls.add(exchange.getRequestMethod() + " " + path + (query.isEmpty() ? "" : "?" + query));
        if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization")))
            return Optional.of(error(401, Optional.of("Unauthorized")));
        var planned = Optional.ofNullable(next.poll()).or(() -> always);
        if (planned.isEmpty()) return Optional.of(act(exchange, path, query, body));
        return switch (planned.get()) {
            case Planned.Refuse(var status, var code, var wait) -> {
                var said = error(status, code);
                yield Optional.of(new Said(said.status(), said.body(), wait));
            }
            case Planned.NotTeams() -> Optional.of(new Said(200, "<html>proxy</html>", Optional.empty()));
            case Planned.Lost() -> {
                act(exchange, path, query, body);
                yield Optional.empty();
            }
        };
    }

    private static Said error(int status, Optional<String> code) {
        var json = JsonNodeFactory.instance.objectNode();
        code.ifPresent(word -> json.putObject("error").put("code", word).put("message", "secret words"));
        return Said.json(status, json);
    }

    private Said act(HttpExchange exchange, String path, String query, byte[] body) throws IOException {
        var method = exchange.getRequestMethod();
        var activities = ACTIVITIES.matcher(path);
        if (path.equals("/v3/conversations") && method.equals("POST")) return create(JSON.readTree(body));
        if (activities.matches() && method.equals("POST"))
            return post(activities.group(1), JSON.readTree(body), body.length, query);
        if (activities.matches() && method.equals("PUT")) return put(activities.group(2), JSON.readTree(body));
        var members = MEMBERS.matcher(path);
        if (members.matches()) return roster(members.group(2), Optional.ofNullable(members.group(3)));
        if (CHANNELS.matcher(path).matches()) {
            var list = JsonNodeFactory.instance.objectNode();
            var array = list.putArray("conversations");
            array.addObject().put("id", TEAM);
            channels.forEach(id -> array.addObject().put("id", id).put("name", id));
            return Said.json(200, list);
        }
        strange.add(method + " " + path);
        return error(501, Optional.of("NotImplemented"));
    }

    private Said create(JsonNode wanted) {
        var made = JsonNodeFactory.instance.objectNode();
        if (!wanted.path("isGroup").asBoolean()) {
            var user = wanted.at("/members/0/id").asText();
            if (!people.containsKey(user)) return error(404, Optional.of("BadSyntax"));
            if (!wanted.path("tenantId").asText().equals(TENANT)) return error(400, Optional.of("BadSyntax"));
            directs.put(direct(user), user);
            return Said.json(201, made.put("id", direct(user)));
        }
        var channel = wanted.at("/channelData/channel/id").asText();
        if (!channels.contains(channel) && !channel.equals(TEAM))
            return error(403, Optional.of("BotNotInConversationRoster"));
        var problem = problem(wanted.path("activity"), wanted.toString().length());
        if (problem.isPresent()) return refuse(problem.get());
        var id = nextId();
        var conversation = channel + ";messageid=" + id;
        posted.put(id, new Posted(conversation, id, wanted.path("activity"), 0));
        return Said.json(201, made.put("id", conversation).put("activityId", id));
    }

    private Said post(String conversation, JsonNode activity, int length, String query) {
        var problem = problem(activity, length);
        if (problem.isPresent()) return refuse(problem.get());
        boolean isTargeted = activity.at("/recipient/isTargeted").asBoolean();
        if (isTargeted != query.contains("isTargetedActivity=true")) return refuse("targeted in one place only");
        if (conversation.startsWith("a:") && !people.containsKey("29:" + conversation.substring(2)))
            return error(404, Optional.of("ConversationNotFound"));
        var id = nextId();
        posted.put(id, new Posted(conversation, id, activity, 0));
        return Said.json(201, JsonNodeFactory.instance.objectNode().put("id", id));
    }

    private Said put(String id, JsonNode activity) {
        var before = posted.get(id);
        if (before == null) return error(404, Optional.of("ActivityNotFoundInConversation"));
        var problem = problem(activity, activity.toString().length());
        if (problem.isPresent()) return refuse(problem.get());
        posted.put(id, new Posted(before.conversation(), id, activity, before.edits() + 1));
        return Said.json(200, JsonNodeFactory.instance.objectNode().put("id", id));
    }

    private Said refuse(String problem) {
        strange.add(problem);
        return error(400, Optional.of("BadSyntax"));
    }

    private static Optional<String> problem(JsonNode activity, int length) {
        // Pictures inside a message are not counted.
        for (var attachment : activity.path("attachments"))
            length -= attachment.path("contentUrl").asText().length();
        if (length > LONGEST) return Optional.of("an activity of " + length + " characters");
        return ActivityShape.problem(activity);
    }

    private Said roster(String kind, Optional<String> one) {
        if (one.isPresent())
            return people.values().stream()
                    .filter(person ->
                            one.get().equals(person.userId()) || one.get().equals(person.objectId()))
                    .findFirst()
                    .map(person -> Said.json(200, json(person)))
                    .orElseGet(() -> error(404, Optional.of("MemberNotFoundInConversation")));
        var array = JsonNodeFactory.instance.arrayNode();
        people.values().forEach(person -> array.add(json(person)));
        return Said.json(
                200,
                kind.equals("members")
                        ? array
                        : JsonNodeFactory.instance.objectNode().set("members", array));
    }

    private static ObjectNode json(Person person) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", person.userId())
                .put("objectId", person.objectId())
                .put("name", person.name())
                .put("email", person.email())
                .put("userPrincipalName", person.email())
                .put("tenantId", TENANT)
                .put("userRole", person.role());
    }

    private String nextId() {
        return String.valueOf(1_700_000_000_000L + ++count);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
