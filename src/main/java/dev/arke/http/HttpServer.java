package dev.arke.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * The web server: what each adapter registers, behind the same limits, headers and words for errors. Nothing is served
 * before {@link #start}. Closing stops to accept and waits up to 10 seconds for what is under way.
 */
public final class HttpServer implements AutoCloseable {
    static final int BODY_LIMIT = 1 << 20;
    /** MB, of what is handed in on a page of ours; nothing of it goes to the disk. */
    static final long MOST_OF_A_FILE = 10;

    private static final long STOP_MILLIS = 10_000;
    private static final long IDLE_MILLIS = 30_000;
    /** For how long a stop waits for connections on which nothing is under way. */
    private static final long IDLE_AT_STOP_MILLIS = 100;

    /** The version from which a virtual thread no longer blocks its carrier in {@code synchronized} (JEP 491). */
    private static final int UNPINNED = 24;

    private final HttpSettings settings;
    private final Javalin javalin;

    /** {@code routes}: each adds its handlers, as in {@code sandboxRoutes::register}. */
    public HttpServer(HttpSettings settings, String version, List<Consumer<JavalinDefaultRoutingApi>> routes) {
        this.settings = settings;
        this.javalin = Javalin.create(config -> configure(config, version, routes));
    }

    private void configure(
            JavalinConfig config, String version, List<Consumer<JavalinDefaultRoutingApi>> registrations) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = Runtime.version().feature() >= UNPINNED;
        config.http.maxRequestSize = BODY_LIMIT;
        config.jetty.multipartConfig.maxFileSize(MOST_OF_A_FILE, SizeUnit.MB);
        config.jetty.multipartConfig.maxTotalRequestSize(MOST_OF_A_FILE + 1, SizeUnit.MB);
        config.jetty.multipartConfig.maxInMemoryFileSize((int) MOST_OF_A_FILE, SizeUnit.MB);
        config.http.prefer405over404 = true;
        config.jetty.modifyServer(HttpServer::configure);
        config.jetty.modifyHttpConfiguration(HttpServer::configure);
        config.jetty.addConnector(this::listen);
        config.routes.before(HttpServer::addSecurityHeaders);
        HttpErrors.register(config.routes);
        var about = JsonNodeFactory.instance.objectNode().put("name", "Arke").put("version", version);
        config.routes.get("/", ctx -> new JsonAnswer(200, about).write(ctx));
        registrations.forEach(registration -> registration.accept(config.routes));
    }

    private static void configure(Server server) {
        server.setStopTimeout(STOP_MILLIS);
        server.setErrorHandler(HttpServer::answerWhatJettyRefused);
    }

    private static void configure(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
    }

    /** Before any route is found, as with a malformed request line. */
    private static boolean answerWhatJettyRefused(Request request, Response response, Callback callback) {
        var words = JsonAnswer.refusal(
                response.getStatus(), "The request cannot be taken as it is.", "Send a well-formed HTTP request.");
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.write(true, BufferUtil.toBuffer(words.body().toString()), callback);
        return true;
    }

    private static void addSecurityHeaders(Context ctx) {
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("X-Frame-Options", "DENY");
        ctx.header("Referrer-Policy", "no-referrer");
        ctx.header("Cross-Origin-Resource-Policy", "same-origin");
        ctx.header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        ctx.header("Cache-Control", "no-store");
    }

    /** Opened here and not by the server's start, which would log its own stack trace for a taken port. */
    private Connector listen(Server server, HttpConfiguration http) {
        var connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(IDLE_MILLIS);
        connector.setShutdownIdleTimeout(IDLE_AT_STOP_MILLIS);
        try {
            connector.open();
        } catch (IOException e) {
            throw new CannotListen(
                    "Arke cannot listen on " + settings.host() + ":" + settings.port() + ": " + words(e)
                            + ". Stop what listens there, or set ARKE_HTTP_PORT (and ARKE_HTTP_HOST) to another"
                            + " address.",
                    e);
        }
        return connector;
    }

    private static String words(IOException e) {
        var cause = e.getCause() == null ? e : e.getCause();
        return String.valueOf(cause.getMessage());
    }

    /**
     * Listens from now on.
     *
     * @throws CannotListen when the address is taken or not this machine's
     */
    public void start() {
        javalin.start();
    }

    /** The port it listens on. */
    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
