package dev.arke.boot;

import dev.arke.calendar.AbsenceCalendars;
import dev.arke.calendar.CoverageWatchStore;
import dev.arke.calendar.FillingStore;
import dev.arke.chat.Rooms;
import dev.arke.database.Database;
import dev.arke.delivery.Carrier;
import dev.arke.delivery.OutboxStore;
import dev.arke.delivery.SentMessageStore;
import dev.arke.delivery.SigningKeyStore;
import dev.arke.delivery.StormStore;
import dev.arke.engine.Ids;
import dev.arke.engine.calendar.CalendarUseCases;
import dev.arke.engine.calendar.FeedUseCases;
import dev.arke.engine.calendar.HandOverFiles;
import dev.arke.engine.delivery.DeliveryListener;
import dev.arke.engine.delivery.DeliverySettings;
import dev.arke.engine.delivery.DeliveryUseCases;
import dev.arke.engine.delivery.KeepSigningKey;
import dev.arke.engine.delivery.PlanCards;
import dev.arke.engine.delivery.WakeSenders;
import dev.arke.engine.incident.EscalationHints;
import dev.arke.engine.incident.IncidentUseCases;
import dev.arke.engine.incident.IntakeSettings;
import dev.arke.engine.people.ConnectSettings;
import dev.arke.engine.people.KeyUseCases;
import dev.arke.engine.people.LinkUseCases;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.engine.room.RoomUseCases;
import dev.arke.incident.IncidentQueryStore;
import dev.arke.page.ChannelPageStore;
import dev.arke.page.ReplyCodeStore;
import dev.arke.page.StormSettings;
import dev.arke.page.TemplateFailureStore;
import dev.arke.responder.ContactKind;
import dev.arke.responder.ContactProofStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The engine on one database: every use case, put together. It has no thread of its own until its parts are started. */
public record EngineParts(
        Needs needs,
        ReadDirectory directory,
        IncidentUseCases incidents,
        DeliveryUseCases deliveries,
        CalendarUseCases calendar,
        FeedUseCases feeds,
        HandOverFiles files,
        KeyUseCases keys,
        LinkUseCases links,
        RoomUseCases rooms,
        WakeSenders wakeSenders) {

    /** What it is put together from. */
    public record Needs(
            Database database,
            InstantSource clock,
            Ids ids,
            List<Carrier> carriers,
            List<Rooms> rooms,
            AbsenceCalendars absences,
            Settings settings,
            Listeners listeners) {
        /** Where no calendars can be fetched. */
        public Needs(
                Database database,
                InstantSource clock,
                Ids ids,
                List<Carrier> carriers,
                List<Rooms> rooms,
                Settings settings,
                Listeners listeners) {
            this(database, clock, ids, carriers, rooms, AbsenceCalendars.NONE, settings, listeners);
        }

        /** Without chats that have rooms. */
        public Needs(
                Database database,
                InstantSource clock,
                Ids ids,
                List<Carrier> carriers,
                Settings settings,
                Listeners listeners) {
            this(database, clock, ids, carriers, List.of(), settings, listeners);
        }

        Set<ContactKind> kinds() {
            return carriers.stream().map(Carrier::kind).collect(Collectors.toUnmodifiableSet());
        }
    }

    /** A key of its own: what vouches for links in mails is none for files. */
    private static final String FILES = "files";

    /** What may differ from one engine to another. */
    public record Settings(
            IntakeSettings intake, StormSettings storms, DeliverySettings delivery, ConnectSettings connect) {
        public static final Settings DEFAULT = new Settings(
                IntakeSettings.DEFAULT, StormSettings.DEFAULT, DeliverySettings.DEFAULT, ConnectSettings.DEFAULT);

        /** Floods, digests and bundles are out of reach: each alert goes all the way by itself. */
        public static final Settings ONE_BY_ONE = new Settings(
                new IntakeSettings(1_000_000, Duration.ofMinutes(1)),
                new StormSettings(1_000_000, Duration.ofMinutes(1), 200, Duration.ofHours(1), 1_000_000),
                DeliverySettings.DEFAULT,
                ConnectSettings.DEFAULT);

        public Settings with(ConnectSettings other) {
            return new Settings(intake, storms, delivery, other);
        }
    }

    /** Whom the engine tells what it does. */
    public record Listeners(EscalationHints hints, DeliveryListener deliveries) {
        public static final Listeners NONE = new Listeners(due -> {}, (carrier, kind, outcome) -> {});
    }

    public static EngineParts of(Needs needs) {
        var stores = EngineStores.on(needs.database());
        var directory = new ReadDirectory(stores.directory());
        var wake = new WakeSenders();
        var incidents = incidents(needs, stores, directory, wake);
        var calendar = calendar(needs, stores, directory, wake);
        return new EngineParts(
                needs,
                directory,
                incidents,
                deliveries(needs, stores, directory, incidents, wake),
                calendar,
                feeds(needs, stores, directory),
                files(needs, directory, calendar),
                keys(needs, stores, directory),
                links(needs, stores, directory, wake),
                rooms(needs, stores, directory, wake),
                wake);
    }

    private static CalendarUseCases calendar(
            Needs needs, EngineStores stores, ReadDirectory directory, WakeSenders wake) {
        return CalendarUseCases.of(new CalendarUseCases.Needs(
                needs.database().transactions(),
                stores.rotations(),
                stores.shifts(),
                new FillingStore(needs.database().dsl()),
                stores.calendarChanges(),
                stores.calendarRequests(),
                stores.reminders(),
                new CoverageWatchStore(needs.database().dsl()),
                stores.vacationCalendars(),
                needs.absences(),
                new IncidentQueryStore(needs.database().dsl()),
                stores.directory().teams(),
                stores.directory().version(),
                stores.audit(),
                stores.deliveries(),
                new SentMessageStore(needs.database().dsl()),
                stores.syncs(),
                directory,
                needs.kinds(),
                wake::wake,
                needs.ids(),
                needs.clock()));
    }

    private static FeedUseCases feeds(Needs needs, EngineStores stores, ReadDirectory directory) {
        return FeedUseCases.of(new FeedUseCases.Needs(
                needs.database().transactions(),
                stores.calendarFeeds(),
                stores.audit(),
                directory,
                needs.settings().connect(),
                needs.ids(),
                needs.clock()));
    }

    private static HandOverFiles files(Needs needs, ReadDirectory directory, CalendarUseCases calendar) {
        var database = needs.database();
        return new HandOverFiles(new HandOverFiles.Needs(
                database.transactions(),
                directory,
                calendar,
                needs.settings().connect(),
                new KeepSigningKey(
                        database.transactions(), new SigningKeyStore(database.dsl()), FILES, new SecureRandom()),
                needs.clock()));
    }

    private static KeyUseCases keys(Needs needs, EngineStores stores, ReadDirectory directory) {
        return KeyUseCases.of(new KeyUseCases.Needs(
                needs.database().transactions(),
                stores.keys(),
                stores.directory().version(),
                stores.audit(),
                directory,
                needs.ids(),
                needs.clock()));
    }

    private static RoomUseCases rooms(Needs needs, EngineStores stores, ReadDirectory directory, WakeSenders wake) {
        return RoomUseCases.of(new RoomUseCases.Needs(
                needs.database().transactions(),
                stores.directory().links(),
                stores.channels(),
                stores.syncs(),
                stores.shifts(),
                new IncidentQueryStore(needs.database().dsl()),
                stores.incidents(),
                stores.deliveries(),
                new OutboxStore(needs.database().dsl()),
                stores.directory().version(),
                stores.audit(),
                directory,
                needs.kinds(),
                needs.rooms(),
                wake::wake,
                needs.ids(),
                needs.clock()));
    }

    private static IncidentUseCases incidents(
            Needs needs, EngineStores stores, ReadDirectory directory, WakeSenders wake) {
        return IncidentUseCases.of(new IncidentUseCases.Needs(
                needs.database().transactions(),
                stores.incidents(),
                stores.directory().policies(),
                stores.directory().version(),
                stores.audit(),
                stores.unreadable(),
                stores.shifts(),
                stores.deliveries(),
                directory,
                new PlanCards(
                        stores.deliveries(),
                        new StormStore(needs.database().dsl()),
                        new ChannelPageStore(needs.database().dsl()),
                        needs.settings().storms(),
                        needs.ids()),
                needs.kinds(),
                needs.settings().intake(),
                needs.listeners().hints(),
                wake::wake,
                needs.ids(),
                needs.clock()));
    }

    private static LinkUseCases links(Needs needs, EngineStores stores, ReadDirectory directory, WakeSenders wake) {
        return LinkUseCases.of(new LinkUseCases.Needs(
                needs.database().transactions(),
                stores.pendingLinks(),
                stores.directory().identities(),
                stores.directory().version(),
                stores.audit(),
                stores.deliveries(),
                directory,
                needs.kinds(),
                needs.settings().connect(),
                wake::wake,
                needs.ids(),
                needs.clock()));
    }

    private static DeliveryUseCases deliveries(
            Needs needs, EngineStores stores, ReadDirectory directory, IncidentUseCases incidents, WakeSenders wake) {
        return DeliveryUseCases.of(new DeliveryUseCases.Needs(
                needs.database().transactions(),
                stores.incidents(),
                stores.deliveries(),
                new OutboxStore(needs.database().dsl()),
                new SentMessageStore(needs.database().dsl()),
                stores.directory().responders(),
                stores.directory().version(),
                stores.channels(),
                directory,
                incidents.stepUnreached(),
                incidents.questions(),
                stores.pendingLinks(),
                new ReplyCodeStore(needs.database().dsl()),
                new ContactProofStore(needs.database().dsl()),
                new TemplateFailureStore(needs.database().dsl()),
                needs.settings().connect(),
                needs.carriers(),
                needs.settings().storms(),
                needs.settings().delivery(),
                needs.listeners().deliveries(),
                wake,
                needs.ids(),
                needs.clock()));
    }
}
