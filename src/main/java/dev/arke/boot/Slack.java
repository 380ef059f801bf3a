package dev.arke.boot;

import dev.arke.chat.SeenEventStore;
import dev.arke.database.Database;
import dev.arke.delivery.InstallationStore;
import dev.arke.dialogue.AnswerInPlace;
import dev.arke.engine.chat.SeenEvents;
import dev.arke.engine.delivery.KeepInstallations;
import dev.arke.engine.health.Check;
import dev.arke.engine.incident.ReadNews;
import dev.arke.engine.people.Directory;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.incident.TimelineStore;
import dev.arke.responder.ContactKind;
import dev.arke.responder.DirectoryVersionStore;
import dev.arke.slack.SlackSettings;
import dev.arke.slack.home.HomeTabs;
import dev.arke.slack.inbound.Happenings;
import dev.arke.slack.inbound.LateAnswers;
import dev.arke.slack.inbound.SlackApp;
import dev.arke.slack.inbound.SlackRoutes;
import dev.arke.slack.inbound.SocketMode;
import dev.arke.slack.install.InstallRoutes;
import dev.arke.slack.install.Installed;
import dev.arke.slack.install.Installing;
import dev.arke.slack.web.OwnApp;
import dev.arke.slack.web.SlackCarrier;
import dev.arke.slack.web.SlackClient;
import dev.arke.slack.web.SlackRooms;
import dev.arke.slack.web.Workspaces;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Slack, put together. Nothing here calls it: the server starts, and pages by other means, while Slack is down. */
final class Slack implements AutoCloseable {
    private static final Duration HOME_EVERY = Duration.ofSeconds(10);
    private static final Duration TOKENS_EVERY = Duration.ofMinutes(1);

    private final SlackClient client;
    private final SlackCarrier carrier;
    private final Optional<InstallRoutes> install;
    private final Optional<Installed> installed;
    private final Workspaces workspaces;
    private final SlackSettings settings;
    private final Database database;
    private final Supplier<Directory> directory;
    private final WarmUp warmUp = new WarmUp();
    private @Nullable SlackApp app;
    private @Nullable HomeTabs homes;
    private @Nullable SocketMode socket;

    Slack(SlackSettings settings, URI publicUrl, Database database) {
        var tx = database.transactions();
        var reader = new ReadDirectory(EngineStores.on(database).directory());
        this.settings = settings;
        this.database = database;
        directory = () -> tx.read(reader::current);
        client = new SlackClient(settings, database.clock());
        Optional<Workspaces> own = settings.botToken().map(token -> new OwnApp(client, token, database.clock()));
        var installing = settings.oauth()
                .map(app -> Installing.of(
                        settings,
                        app,
                        publicUrl,
                        client,
                        own,
                        new KeepInstallations(tx, new InstallationStore(database.dsl()), database.clock()),
                        database.clock()));
        install = installing.map(Installing::routes);
        installed = installing.map(Installing::workspaces);
        workspaces = installed.<Workspaces>map(all -> all).or(() -> own).orElseThrow();
        carrier = new SlackCarrier(
                client,
                workspaces,
                (id, team) -> directory.get().account(id, ContactKind.SLACK, team),
                database.clock());
    }

    SlackCarrier carrier() {
        return carrier;
    }

    /** How accounts are answered where they asked a while ago. */
    AnswerInPlace inPlace() {
        return new LateAnswers(client, workspaces);
    }

    SlackRooms rooms() {
        return new SlackRooms(client, workspaces, database.clock());
    }

    /** Listens over the socket where there is one; the routes listen by HTTP. */
    void listen(EngineParts engine) {
        var listener = new SlackApp(new SlackApp.Needs(
                settings,
                client,
                workspaces,
                Conversation.with(engine, inPlace()),
                new SeenEvents(database.transactions(), new SeenEventStore(database.dsl()), database.clock()),
                (team, user) -> directory.get().identity(ContactKind.SLACK, team, user),
                engine.links().byEmail(),
                new Happenings(
                        this::openHome,
                        team -> installed.ifPresent(all -> all.end(team)),
                        engine.rooms().hear()::hear),
                database.clock()));
        app = listener;
        var dsl = database.dsl();
        var news = new ReadNews(database.transactions(), new TimelineStore(dsl), new DirectoryVersionStore(dsl));
        homes = new HomeTabs(listener::home, news, client, workspaces, database.clock());
        settings.appToken().ifPresent(token -> {
            var fresh = new SocketMode(listener, client, token);
            socket = fresh;
            fresh.start();
        });
    }

    private void openHome(String team, String user) {
        if (homes != null) homes.opened(team, user);
    }

    /** What is to be done again and again. */
    void duties(Clockwork clockwork) {
        clockwork.add("slack home", HOME_EVERY, () -> {
            if (homes != null) homes.refresh();
        });
        installed.ifPresent(all -> clockwork.add("slack tokens", TOKENS_EVERY, all::renew));
    }

    List<Consumer<JavalinDefaultRoutingApi>> routes() {
        var routes = new ArrayList<Consumer<JavalinDefaultRoutingApi>>();
        install.ifPresent(pages -> routes.add(pages::register));
        var listener = app;
        if (listener != null)
            settings.signingSecret()
                    .ifPresent(secret -> routes.add(new SlackRoutes(listener, secret, database.clock())::register));
        return routes;
    }

    /** Does once what the first command would wait for. */
    void warmUp(EngineParts engine) {
        var listener = app;
        if (listener != null) warmUp.start(Conversation.with(engine), listener::warmUp);
    }

    /** Whether the first command would be answered soon; and what is wrong with the socket, where Slack speaks over one. */
    List<Check> checks() {
        var checks = new ArrayList<>(List.of(Check.essential("slack warm-up", warmUp::problem)));
        if (settings.appToken().isPresent())
            checks.add(
                    Check.wanted("slack socket", () -> socket == null ? Optional.of("not started") : socket.problem()));
        return checks;
    }

    @Override
    public void close() {
        if (socket != null) socket.close();
        if (app != null) app.close();
        client.close();
    }
}
