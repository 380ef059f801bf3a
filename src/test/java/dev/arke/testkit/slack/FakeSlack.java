package dev.arke.testkit.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.arke.slack.SlackSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;

/** Slack's Web API in memory, on a port of this machine. One call is done after another, answers are as scripted. */
public final class FakeSlack implements AutoCloseable {
    public static final String TEAM = "T0TEAM";
    public static final String BOT = "U0ARKE";
    public static final String TOKEN = "xoxb-1-secret-of-the-bot";
    public static final String SIGNING_SECRET = "signing-secret-of-the-app";

    public static final String APP_TOKEN = "xapp-1-secret-of-the-app";
    private static final Set<String> WITHOUT_BOT = Set.of("oauth.v2.access", "apps.connections.open");
    private static final int BEARER = "Bearer ".length();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Function<Call, ObjectNode>> methods = new HashMap<>();
    private final Map<String, Queue<Answer>> scripts = new ConcurrentHashMap<>();
    private final Map<String, Answer> always = new ConcurrentHashMap<>();
    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
    private volatile Consumer<Call> listener = call -> {};
    private volatile boolean isForgetful;
    private final FakeWorkspaces workspaces = new FakeWorkspaces();
    private final FakePeople people = new FakePeople(workspaces::scopes);
    private final FakeRooms rooms = new FakeRooms(people);
    private final FakeChat chat = new FakeChat(rooms);
    private final FakeViews views = new FakeViews();
    public static final String UPLOAD = "upload";
    public static final String RESPONSE_URL = "response_url";

    private final FakeGroups groups = new FakeGroups(people);
    private final FakeResponses responses = new FakeResponses(chat);
    private final FakeFiles files = new FakeFiles(path -> "http://127.0.0.1:" + port() + path, rooms);

    private FakeSlack(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        for (var part : List.of(workspaces.methods(), people.methods(), rooms.methods(), chat.methods()))
            methods.putAll(part);
        methods.putAll(views.methods());
        methods.putAll(groups.methods());
        methods.putAll(files.methods());
        server.createContext(FakeFiles.PATH, this::upload);
        server.createContext("/api/", this::api);
        server.createContext(FakeResponses.PATH, this::response);
        server.setExecutor(threads);
        server.start();
    }

    public static FakeSlack start() {
        return start(0);
    }

    /** On this port, for a Slack that was down. */
    public static FakeSlack start(int port) {
        try {
            return new FakeSlack(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public URI api() {
        return URI.create("http://127.0.0.1:" + port() + "/api/");
    }

    /** The settings of an own app that speaks signed HTTP with this Slack. */
    public SlackSettings settings() {
        return settings(api());
    }

    public static SlackSettings settings(URI api) {
        return new SlackSettings(
                Optional.of(TOKEN),
                Optional.of(SIGNING_SECRET),
                Optional.empty(),
                Optional.empty(),
                api,
                "/oncall",
                SlackSettings.Extras.NONE);
    }

    /**
     * The next answers of this method, in their order; then it works again. Also of the addresses that are no methods:
     * {@link #UPLOAD} and {@link #RESPONSE_URL}, which only take a status.
     */
    public void next(String method, Answer... answers) {
        scripts.computeIfAbsent(method, any -> new ArrayDeque<>()).addAll(List.of(answers));
    }

    /** The answer of this method, or of every one ({@code "*"}), until {@link #working}. */
    public void always(String method, Answer answer) {
        always.put(method, answer);
    }

    public void working() {
        always.clear();
        scripts.clear();
    }

    /** From now on neither calls nor words are kept: of many messages they would fill the memory of whoever is measured. */
    public void forget() {
        isForgetful = true;
        chat.keepNoWords();
    }

    /** All calls so far, in their order. */
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    public List<Call> calls(String method) {
        return calls.stream().filter(call -> call.method().equals(method)).toList();
    }

    /** Told of each call as it comes, before it is answered. */
    public void listen(Consumer<Call> told) {
        listener = told;
    }

    public FakeWorkspaces workspaces() {
        return workspaces;
    }

    public FakePeople people() {
        return people;
    }

    public FakeRooms rooms() {
        return rooms;
    }

    public FakeChat chat() {
        return chat;
    }

    public FakeViews views() {
        return views;
    }

    public FakeGroups groups() {
        return groups;
    }

    public FakeFiles files() {
        return files;
    }

    public FakeResponses responses() {
        return responses;
    }

    /** A fresh response_url for what this person does in this channel. */
    public URI responseUrl(String channel, String user) {
        return URI.create("http://127.0.0.1:" + port() + responses.open(channel, user));
    }

    private void api(HttpExchange exchange) throws IOException {
        try (exchange) {
            var call = call(exchange);
            if (!isForgetful) calls.add(call);
            listener.accept(call);
            var scripted = scripted(call.method());
            if (scripted.isEmpty()) answer(exchange, done(call));
            else answer(exchange, call, scripted.get());
        }
    }

    private static Call call(HttpExchange exchange) throws IOException {
        var method = exchange.getRequestURI().getPath().substring("/api/".length());
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var arguments = Wire.form(body);
        var header = exchange.getRequestHeaders().getFirst("Authorization");
        var token = header == null ? arguments.getOrDefault("token", "") : header.substring(BEARER);
        return new Call(method, token, arguments);
    }

    private synchronized Optional<Answer> scripted(String method) {
        var script = scripts.get(method);
        var next = script == null ? null : script.poll();
        return Optional.ofNullable(next)
                .or(() -> Optional.ofNullable(always.get(method)))
                .or(() -> Optional.ofNullable(always.get("*")));
    }

    private synchronized ObjectNode done(Call call) {
        try {
            if (!WITHOUT_BOT.contains(call.method())) workspaces.check(call.token());
            var method = methods.get(call.method());
            if (method == null) throw new Refused("unknown_method");
            return method.apply(call).put("ok", true);
        } catch (Refused refused) {
            return error(refused.code(), refused.details());
        }
    }

    private void answer(HttpExchange exchange, Call call, Answer answer) throws IOException {
        switch (answer) {
            case Answer.Refusal(var code) -> answer(exchange, error(code, List.of()));
            case Answer.Status(var status, var retryAfter) -> {
                retryAfter.ifPresent(
                        wait -> exchange.getResponseHeaders().add("Retry-After", String.valueOf(wait.toSeconds())));
                send(
                        exchange,
                        status,
                        status == 429 ? error("ratelimited", List.of()).toString() : "");
            }
            case Answer.NotSlack ignored -> send(exchange, 200, "<html>a proxy</html>");
            case Answer.Lost ignored -> done(call);
            case Answer.HangUp ignored -> {}
        }
    }

    private static ObjectNode error(String code, List<String> details) {
        var error = Wire.object().put("ok", false).put("error", code);
        if (!details.isEmpty()) details.forEach(error.putArray("errors")::add);
        return error;
    }

    private void answer(HttpExchange exchange, ObjectNode body) throws IOException {
        exchange.getResponseHeaders().add("x-oauth-scopes", String.join(",", workspaces.scopes()));
        send(exchange, 200, body.toString());
    }

    private void response(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            synchronized (this) {
                int status = status(RESPONSE_URL)
                        .orElseGet(() -> responses.use(exchange.getRequestURI().getPath(), body));
                send(exchange, status, status == 200 ? "ok" : "used_url");
            }
        }
    }

    private void upload(HttpExchange exchange) throws IOException {
        try (exchange) {
            var bytes = exchange.getRequestBody().readAllBytes();
            int status = status(UPLOAD)
                    .orElseGet(() -> files.receive(exchange.getRequestURI().getPath(), bytes));
            send(exchange, status, "OK");
        }
    }

    private Optional<Integer> status(String address) {
        return scripted(address).map(answer -> ((Answer.Status) answer).status());
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** Ids that two lists share, for checks of who is where. */
    static Set<String> ids(String commaSeparated) {
        return new HashSet<>(Arrays.asList(commaSeparated.split(",", -1)));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
