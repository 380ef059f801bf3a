package dev.arke.boot;

import dev.arke.chat.Rooms;
import dev.arke.database.Database;
import dev.arke.delivery.BacklogStore;
import dev.arke.delivery.Carrier;
import dev.arke.dialogue.AnswerInPlace;
import dev.arke.dialogue.FinishLink;
import dev.arke.engine.Ids;
import dev.arke.engine.health.CheckQuiet;
import dev.arke.engine.health.Measures;
import dev.arke.engine.health.Watchdog;
import dev.arke.engine.people.ConnectSettings;
import dev.arke.engine.people.FindIntegration;
import dev.arke.http.ConnectRoutes;
import dev.arke.http.FeedRoutes;
import dev.arke.http.FileRoutes;
import dev.arke.http.HealthRoutes;
import dev.arke.http.IntakeRoutes;
import dev.arke.http.PrometheusMetrics;
import dev.arke.http.rest.RestRoutes;
import dev.arke.ical.CalendarClient;
import dev.arke.incident.OpenIncidentStore;
import dev.arke.mail.Mailbox;
import dev.arke.quartz.PeriodicJobs;
import dev.arke.quartz.WakeUps;
import dev.arke.teamfile.LoadTeamFile;
import dev.arke.teamfile.TeamFileGate;
import dev.arke.teamfile.TeamFileRoutes;
import dev.arke.webhook.WebhookCarrier;
import dev.arke.webhook.WebhookSettings;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The only object graph of the server: the engine, its clockwork, and the adapters around it. */
final class ServerParts {
    private static final Duration MAILS_EVERY = Duration.ofHours(1);

    private final Database database;
    private final String token;
    private final PrometheusMetrics metrics = new PrometheusMetrics();
    private final Measures measures;
    private final WakeUps wakeUps;
    private final EngineParts engine;
    private final Optional<Sandbox> sandbox;
    private final Optional<Slack> slack;
    private final Optional<Teams> teams;
    private final PhoneSettings phone;
    private final Optional<Mail> mail;
    private final Optional<Mailbox> mailbox;
    private final Clockwork clockwork;
    private final Health health;

    ServerParts(Settings settings, Database database, LoadTeamFile teamFile, String token, Optional<String> demoKey) {
        this.database = database;
        this.token = token;
        var clock = database.clock();
        var ids = new Ids(clock, new SecureRandom());
        measures = new Measures(metrics.registry(), clock);
        wakeUps = new WakeUps(measures, clock);
        sandbox = settings.sandbox() ? Optional.of(new Sandbox(database, settings, demoKey)) : Optional.empty();
        slack = settings.slack().map(app -> new Slack(app, settings.publicUrl(), database));
        teams = settings.teams().map(app -> new Teams(app, database));
        phone = settings.phone();
        mail = settings.mail()
                .map(server -> new Mail(server, settings.mailbox(), settings.publicUrl(), database, clock));
        engine = EngineParts.of(new EngineParts.Needs(
                database,
                clock,
                ids,
                carriers(settings),
                rooms(),
                new CalendarClient(
                        settings.webhook().map(WebhookSettings::allowed).orElse(List.of())),
                EngineParts.Settings.DEFAULT.with(new ConnectSettings(settings.publicUrl(), settings.linkByEmail())),
                new EngineParts.Listeners(wakeUps, measures::delivery)));
        clockwork = new Clockwork(engine, database, measures);
        mailbox = mail.flatMap(sender -> settings.mailbox()
                .map(box -> sender.mailbox(
                        box, engine, Conversation.with(engine, inPlace()), heard -> measures.mail(heard.word()))));
        mail.ifPresent(sender -> clockwork.add("mails", MAILS_EVERY, sender.keepMailbox(engine)::prune));
        slack.ifPresent(chat -> chat.duties(clockwork));
        health = new Health(database, engine, clockwork, teamFile, slack, teams, mailbox);
    }

    private List<Rooms> rooms() {
        return Stream.concat(sandbox.<Rooms>map(Sandbox::rooms).stream(), slack.<Rooms>map(Slack::rooms).stream())
                .toList();
    }

    private List<Carrier> carriers(Settings settings) {
        var carriers = new ArrayList<Carrier>();
        sandbox.ifPresent(chat -> carriers.add(chat.carrier()));
        slack.ifPresent(chat -> carriers.add(chat.carrier()));
        teams.ifPresent(chat -> carriers.add(chat.carrier()));
        carriers.addAll(Phone.carriers(settings.phone(), database.clock()));
        mail.ifPresent(sender -> carriers.add(sender.carrier()));
        settings.webhook().ifPresent(webhook -> carriers.add(new WebhookCarrier(webhook, database.clock())));
        return carriers;
    }

    List<Consumer<JavalinDefaultRoutingApi>> routes(TeamFileGate gate) {
        var routes = new ArrayList<Consumer<JavalinDefaultRoutingApi>>();
        var find = new FindIntegration(database.transactions(), engine.directory());
        var incidents = engine.incidents();
        var inPlace = inPlace();
        routes.add(new IntakeRoutes(find, incidents.receive(), incidents.recordUnreadable(), measures)::register);
        routes.add(new HealthRoutes(health.check(), metrics)::register);
        routes.add(
                new ConnectRoutes(
                                new FinishLink(engine.links(), Conversation.with(engine, inPlace), inPlace),
                                database.clock())::register);
        routes.add(new FeedRoutes(engine.feeds().read())::register);
        routes.add(new FileRoutes(engine.files(), database.clock())::register);
        routes.add(new RestRoutes(
                engine.keys().find(),
                engine.calendar(),
                incidents.act(),
                Notifications.with(engine),
                Previews.forPrograms(engine),
                Version.number(),
                database.clock())::register);
        // Until its rotations are filled nobody would be on call for what is new.
        routes.add(new TeamFileRoutes(gate, engine.calendar().fill()::fillAllDue, token)::register);
        sandbox.ifPresent(chat -> routes.add(chat.routes(engine)::register));
        slack.ifPresent(chat -> routes.addAll(chat.routes()));
        teams.flatMap(Teams::routes).ifPresent(routes::add);
        Phone.routes(phone, engine).ifPresent(routes::add);
        mail.ifPresent(sender -> routes.add(sender.routes(engine, Conversation.with(engine, inPlace))));
        return routes;
    }

    private AnswerInPlace inPlace() {
        return slack.map(Slack::inPlace).orElse(AnswerInPlace.NOWHERE);
    }

    /** Starts what has threads of its own, before anything is served; answers it in the order in which it was started. */
    List<AutoCloseable> start() {
        if (database.isSingleNode()) engine.deliveries().releaseLeases().release();
        engine.calendar().fill().fillAllDue();
        var receive = engine.incidents().receive();
        receive.start(database.isSingleNode() ? 1 : 2);
        var senders = engine.deliveries().senders();
        senders.start();
        slack.ifPresent(chat -> chat.listen(engine));
        teams.ifPresent(chat -> chat.listen(engine, Conversation.with(engine, inPlace())));
        wakeUps.start(engine.incidents().escalate()::escalate);
        var jobs = new PeriodicJobs(clockwork.all());
        jobs.start();
        var watchdog = new Watchdog(clockwork.sweep(), jobs::revive, measures, database.clock());
        watchdog.start();
        health.tellAdmins();
        slack.ifPresent(chat -> chat.warmUp(engine));
        mailbox.ifPresent(Mailbox::start);
        var rehearsal = new RehearseWhenQuiet(quiet()::isQuiet, RehearseWhenQuiet.PAUSE, Rehearsal::play);
        rehearsal.start();
        var started = new ArrayList<AutoCloseable>(List.of(metrics));
        slack.ifPresent(started::add);
        teams.ifPresent(started::add);
        mailbox.ifPresent(started::add);
        started.addAll(List.of(receive, senders, wakeUps, jobs, watchdog, rehearsal));
        return started;
    }

    private CheckQuiet quiet() {
        var dsl = database.dsl();
        return new CheckQuiet(
                database.transactions(), new BacklogStore(dsl), new OpenIncidentStore(dsl), database.clock());
    }

    Optional<Sandbox> sandbox() {
        return sandbox;
    }
}
