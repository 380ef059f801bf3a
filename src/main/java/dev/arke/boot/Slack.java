package dev.arke.boot;

import dev.arke.database.Database;
import dev.arke.delivery.InstallationStore;
import dev.arke.engine.delivery.KeepInstallations;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.responder.ContactKind;
import dev.arke.slack.SlackSettings;
import dev.arke.slack.install.InstallRoutes;
import dev.arke.slack.install.Installing;
import dev.arke.slack.web.OwnApp;
import dev.arke.slack.web.SlackCarrier;
import dev.arke.slack.web.SlackClient;
import dev.arke.slack.web.Workspaces;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Slack, put together. Nothing here calls it: the server starts, and pages by other means, while Slack is down. */
final class Slack implements AutoCloseable {
    private final SlackClient client;
    private final SlackCarrier carrier;
    private final Optional<InstallRoutes> install;

    Slack(SlackSettings settings, URI publicUrl, Database database) {
        var tx = database.transactions();
        var directory = new ReadDirectory(EngineStores.on(database).directory());
        client = new SlackClient(settings);
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
        carrier = new SlackCarrier(
                client,
                installing.<Workspaces>map(Installing::workspaces).or(() -> own).orElseThrow(),
                (id, team) -> tx.read(directory::current).account(id, ContactKind.SLACK, team),
                database.clock());
    }

    SlackCarrier carrier() {
        return carrier;
    }

    List<Consumer<JavalinDefaultRoutingApi>> routes() {
        return install.stream()
                .<Consumer<JavalinDefaultRoutingApi>>map(pages -> pages::register)
                .toList();
    }

    @Override
    public void close() {
        client.close();
    }
}
