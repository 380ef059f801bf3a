package dev.arke.boot;

import dev.arke.database.Database;
import dev.arke.delivery.SigningKeyStore;
import dev.arke.delivery.Stamp;
import dev.arke.dialogue.Dialogue;
import dev.arke.dialogue.FollowMailLink;
import dev.arke.engine.delivery.KeepSigningKey;
import dev.arke.engine.delivery.ReadSent;
import dev.arke.http.MailLinkRoutes;
import dev.arke.mail.MailCarrier;
import dev.arke.mail.MailSettings;
import dev.arke.mail.MailWays;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Mail, put together: what sends it, and the pages behind the links in it. */
public final class Mail {
    private final Database database;
    private final Supplier<Stamp> stamp;
    private final MailCarrier carrier;

    public Mail(MailSettings settings, URI publicUrl, Database database, InstantSource clock) {
        this.database = database;
        stamp = new KeepSigningKey(
                database.transactions(), new SigningKeyStore(database.dsl()), settings.secret(), new SecureRandom());
        carrier = new MailCarrier(settings, new MailWays(publicUrl, stamp), clock);
    }

    public MailCarrier carrier() {
        return carrier;
    }

    public Consumer<JavalinDefaultRoutingApi> routes(EngineParts engine, Dialogue dialogue) {
        var follow = new FollowMailLink(
                stamp, readSent(engine), dialogue, engine.needs().clock());
        return new MailLinkRoutes(follow, engine.needs().clock())::register;
    }

    private ReadSent readSent(EngineParts engine) {
        var stores = EngineStores.on(database);
        return new ReadSent(
                database.transactions(),
                engine.directory(),
                stores.incidents(),
                stores.deliveries(),
                engine.deliveries().views());
    }
}
