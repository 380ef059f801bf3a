package dev.arke.boot;

import dev.arke.database.Database;
import dev.arke.delivery.MailboxStore;
import dev.arke.delivery.SigningKeyStore;
import dev.arke.delivery.Stamp;
import dev.arke.dialogue.Dialogue;
import dev.arke.dialogue.FollowMailLink;
import dev.arke.dialogue.HearMail;
import dev.arke.dialogue.HearMail.Heard;
import dev.arke.dialogue.ReplyLine;
import dev.arke.engine.delivery.KeepMailbox;
import dev.arke.engine.delivery.KeepSigningKey;
import dev.arke.engine.delivery.ReadSent;
import dev.arke.engine.delivery.TellByMail;
import dev.arke.engine.incident.ReceiveMail;
import dev.arke.engine.people.TellPeople;
import dev.arke.http.MailLinkRoutes;
import dev.arke.mail.ImapSettings;
import dev.arke.mail.MailCarrier;
import dev.arke.mail.MailSettings;
import dev.arke.mail.MailWays;
import dev.arke.mail.Mailbox;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Mail, put together: what sends it, the pages behind the links in it, and the mailbox for replies. */
public final class Mail {
    private final Database database;
    private final Supplier<Stamp> stamp;
    private final MailCarrier carrier;

    public Mail(
            MailSettings settings,
            Optional<ImapSettings> mailbox,
            URI publicUrl,
            Database database,
            InstantSource clock) {
        this.database = database;
        stamp = new KeepSigningKey(
                database.transactions(), new SigningKeyStore(database.dsl()), settings.secret(), new SecureRandom());
        carrier = new MailCarrier(settings, new MailWays(publicUrl, stamp, mailbox), clock);
    }

    public MailCarrier carrier() {
        return carrier;
    }

    public Consumer<JavalinDefaultRoutingApi> routes(EngineParts engine, Dialogue dialogue) {
        var clock = engine.needs().clock();
        return new MailLinkRoutes(new FollowMailLink(stamp, readSent(engine), dialogue, clock), clock)::register;
    }

    /** Not started yet. */
    public Mailbox mailbox(ImapSettings settings, EngineParts engine, Dialogue dialogue, Consumer<Heard> listener) {
        var needs = engine.needs();
        var tell = new TellByMail(
                database.transactions(),
                EngineStores.on(database).deliveries(),
                engine.directory(),
                engine.wakeSenders()::wake,
                needs.ids(),
                needs.clock());
        var receive = new ReceiveMail(
                database.transactions(), engine.directory(), engine.incidents().trigger());
        var hear = new HearMail(
                stamp,
                readSent(engine),
                tell,
                dialogue,
                new ReplyLine(needs.clock()),
                receive,
                engine.deliveries().later());
        return new Mailbox(settings, stamp, keepMailbox(engine), hear::hear, listener);
    }

    KeepMailbox keepMailbox(EngineParts engine) {
        var needs = engine.needs();
        return new KeepMailbox(
                database.transactions(),
                new MailboxStore(database.dsl()),
                engine.directory(),
                new TellPeople(EngineStores.on(database).deliveries(), needs.kinds(), needs.ids()),
                engine.wakeSenders()::wake,
                needs.clock());
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
