package dev.arke.dialogue;

import static dev.arke.database.generated.Tables.CONTACT_METHOD;
import static dev.arke.database.generated.Tables.DELIVERY;
import static dev.arke.database.generated.Tables.DELIVERY_KEY;
import static dev.arke.database.generated.Tables.QUESTION;
import static dev.arke.database.generated.Tables.RESPONDER;
import static dev.arke.database.generated.Tables.SERVICE;
import static dev.arke.database.generated.Tables.SHIFT;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import dev.arke.alert.Service;
import dev.arke.alert.UnreadableRequestStore;
import dev.arke.calendar.Cadence;
import dev.arke.calendar.CalendarChangeStore;
import dev.arke.calendar.CalendarFeedStore;
import dev.arke.calendar.CalendarRequestStore;
import dev.arke.calendar.CoverageWatchStore;
import dev.arke.calendar.FillingStore;
import dev.arke.calendar.Interval;
import dev.arke.calendar.Provenance;
import dev.arke.calendar.Recurrence;
import dev.arke.calendar.ReminderStore;
import dev.arke.calendar.Role;
import dev.arke.calendar.Rotation;
import dev.arke.calendar.RotationStore;
import dev.arke.calendar.Shift;
import dev.arke.calendar.ShiftStore;
import dev.arke.calendar.StoredRotation;
import dev.arke.calendar.Strategy;
import dev.arke.calendar.TeamRole;
import dev.arke.calendar.VacationCalendarStore;
import dev.arke.card.PlainText;
import dev.arke.card.Reply;
import dev.arke.chat.ChannelStateStore;
import dev.arke.chat.ChannelSyncStore;
import dev.arke.chat.ChatContext.Bot;
import dev.arke.chat.IncidentRoomStore;
import dev.arke.database.Database;
import dev.arke.database.Durability;
import dev.arke.delivery.Delivery;
import dev.arke.delivery.DeliveryStore;
import dev.arke.delivery.OutboxStore;
import dev.arke.delivery.SentMessageStore;
import dev.arke.delivery.Stamp;
import dev.arke.delivery.StormStore;
import dev.arke.engine.Ids;
import dev.arke.engine.calendar.CalendarUseCases;
import dev.arke.engine.calendar.FeedUseCases;
import dev.arke.engine.calendar.HandOverFiles;
import dev.arke.engine.delivery.PlanCards;
import dev.arke.engine.delivery.PreviewPage;
import dev.arke.engine.delivery.ReadIncident;
import dev.arke.engine.delivery.ReadIncidentViews;
import dev.arke.engine.delivery.SendTestPage;
import dev.arke.engine.incident.FindConcerns;
import dev.arke.engine.incident.FindIncidents;
import dev.arke.engine.incident.IncidentStores;
import dev.arke.engine.incident.IncidentUseCases;
import dev.arke.engine.incident.IntakeSettings;
import dev.arke.engine.incident.LookAround;
import dev.arke.engine.people.ChangeRules;
import dev.arke.engine.people.ChangeWishes;
import dev.arke.engine.people.ConnectSettings;
import dev.arke.engine.people.KeepContacts;
import dev.arke.engine.people.KeyUseCases;
import dev.arke.engine.people.LinkUseCases;
import dev.arke.engine.people.OwnChange;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.engine.room.RoomUseCases;
import dev.arke.escalation.EscalationPolicy;
import dev.arke.escalation.Step;
import dev.arke.escalation.StoredPolicy;
import dev.arke.escalation.Target;
import dev.arke.incident.CollectedAlertStore;
import dev.arke.incident.FloodStore;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentQueryStore;
import dev.arke.incident.IncidentStore;
import dev.arke.incident.IncidentTextStore;
import dev.arke.incident.QuestionStore;
import dev.arke.incident.QuotaStore;
import dev.arke.incident.TimelineStore;
import dev.arke.page.ChannelPageStore;
import dev.arke.page.RuleStore;
import dev.arke.page.StormSettings;
import dev.arke.responder.ApiKeyStore;
import dev.arke.responder.AuditStore;
import dev.arke.responder.ChannelAddress;
import dev.arke.responder.ContactKind;
import dev.arke.responder.ContactMethod;
import dev.arke.responder.ContactProofStore;
import dev.arke.responder.Identity;
import dev.arke.responder.PendingLinkStore;
import dev.arke.responder.Responder;
import dev.arke.responder.Roster;
import dev.arke.responder.Team;
import dev.arke.responder.TeamExtras;
import dev.arke.testkit.FakeAbsences;
import dev.arke.testkit.FakeRooms;
import dev.arke.testkit.MovableInstants;
import dev.arke.testkit.PeopleStores;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;

/**
 * A small office with the real engine: alice (admin) is primary of payments for four more hours, bob follows; chen is
 * secondary; dana of team web has no way to be reached. Services checkout and ledger are of payments, web of web.
 */
final class Office {
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    static final ChannelAddress PAYMENTS_ROOM = new ChannelAddress(ContactKind.SANDBOX, "payments");
    private static final Set<ContactKind> CARRIERS = Set.of(ContactKind.SANDBOX);

    final MovableInstants clock = new MovableInstants();
    final Ids ids = new Ids(clock, new Random(7));
    final Database database;
    final VerbDialogue dialogue;
    final DeliveryStore deliveries;
    final AuditStore audit;
    final IncidentStore incidents;
    final IncidentUseCases useCases;
    final CalendarUseCases calendar;
    final FeedUseCases feeds;
    final KeyUseCases keys;
    final LinkUseCases links;
    final FakeAbsences absences = new FakeAbsences();
    final FakeRooms rooms = new FakeRooms(ContactKind.SANDBOX);
    final Responder alice = responder("alice", true, ContactKind.SANDBOX, ContactKind.EMAIL);
    final Responder bob = responder("bob", false, ContactKind.SANDBOX);
    final Responder chen = responder("chen", false, ContactKind.SANDBOX);
    final Responder dana = responder("dana", false);
    final Team payments = team("payments", List.of(PAYMENTS_ROOM), alice, bob, chen);
    final Team web = team("web", List.of(), dana);
    final EscalationPolicy standard = policy("standard", payments);
    final EscalationPolicy webPolicy = policy("web-standard", web);
    final Service checkout = service("checkout", payments, standard);
    final Service ledger = service("ledger", payments, standard);
    final Service webService = service("web", web, webPolicy);
    private final ReadDirectory.Stores directoryStores;
    private final ShiftStore shifts;
    private final List<Responder> people = List.of(alice, bob, chen, dana);

    Office(Database database) {
        this.database = database;
        var dsl = database.dsl();
        var stores = new IncidentStores(
                new IncidentStore(dsl),
                new IncidentTextStore(dsl),
                new TimelineStore(dsl),
                new CollectedAlertStore(dsl),
                new FloodStore(dsl),
                new QuotaStore(dsl),
                new QuestionStore(dsl),
                new IncidentRoomStore(dsl));
        var directoryStores = PeopleStores.of(database);
        var directory = new ReadDirectory(directoryStores);
        var shifts = new ShiftStore(dsl);
        var queries = new IncidentQueryStore(dsl);
        var sent = new SentMessageStore(dsl);
        var tx = database.transactions();
        deliveries = new DeliveryStore(dsl);
        audit = new AuditStore(dsl);
        incidents = stores.incidents();
        useCases = IncidentUseCases.of(new IncidentUseCases.Needs(
                tx,
                stores,
                directoryStores.policies(),
                directoryStores.version(),
                audit,
                new UnreadableRequestStore(dsl),
                shifts,
                deliveries,
                directory,
                new PlanCards(deliveries, new StormStore(dsl), new ChannelPageStore(dsl), StormSettings.DEFAULT, ids),
                CARRIERS,
                IntakeSettings.DEFAULT,
                due -> {},
                () -> {},
                ids,
                clock));
        calendar = CalendarUseCases.of(new CalendarUseCases.Needs(
                tx,
                new RotationStore(dsl),
                shifts,
                new FillingStore(dsl),
                new CalendarChangeStore(dsl),
                new CalendarRequestStore(dsl),
                new ReminderStore(dsl),
                new CoverageWatchStore(dsl),
                new VacationCalendarStore(dsl),
                absences,
                queries,
                directoryStores.teams(),
                directoryStores.version(),
                audit,
                deliveries,
                sent,
                new ChannelSyncStore(dsl),
                directory,
                CARRIERS,
                () -> {},
                ids,
                clock));
        links = LinkUseCases.of(new LinkUseCases.Needs(
                tx,
                new PendingLinkStore(dsl),
                directoryStores.identities(),
                directoryStores.version(),
                audit,
                deliveries,
                directory,
                CARRIERS,
                ConnectSettings.DEFAULT,
                () -> {},
                ids,
                clock));
        feeds = FeedUseCases.of(new FeedUseCases.Needs(
                tx, new CalendarFeedStore(dsl), audit, directory, ConnectSettings.DEFAULT, ids, clock));
        keys = KeyUseCases.of(new KeyUseCases.Needs(
                tx, new ApiKeyStore(dsl), directoryStores.version(), audit, directory, ids, clock));
        var own = new OwnChange(tx, directoryStores.version(), audit, directory, ids, clock);
        dialogue = new VerbDialogue(new DialogueNeeds(
                new LookAround(tx, directory, stores, queries, sent),
                useCases,
                new FindIncidents(tx, queries),
                new FindConcerns(tx, directory, queries, sent),
                new ReadIncident(tx, directory, stores, deliveries, new ReadIncidentViews(stores, deliveries)),
                calendar,
                feeds,
                new HandOverFiles(new HandOverFiles.Needs(
                        tx, directory, calendar, ConnectSettings.DEFAULT, () -> new Stamp("stored", "files"), clock)),
                keys.keep(),
                new SendTestPage(tx, deliveries, audit, directory, CARRIERS, () -> {}, ids, clock),
                new PreviewPage(tx, directory, queries, new ReadIncidentViews(stores, deliveries)),
                new ChangeRules(own, new RuleStore(dsl)),
                new ChangeWishes(own, new RuleStore(dsl)),
                new KeepContacts(
                        tx,
                        own,
                        new KeepContacts.Stores(directoryStores.responders(), new ContactProofStore(dsl), deliveries),
                        CARRIERS,
                        () -> {},
                        ids,
                        clock),
                RoomUseCases.of(new RoomUseCases.Needs(
                        tx,
                        directoryStores.links(),
                        new ChannelStateStore(dsl),
                        new ChannelSyncStore(dsl),
                        shifts,
                        queries,
                        stores,
                        deliveries,
                        new OutboxStore(dsl),
                        directoryStores.version(),
                        audit,
                        directory,
                        CARRIERS,
                        List.of(rooms),
                        () -> {},
                        ids,
                        clock)),
                links,
                AnswerInPlace.NOWHERE,
                CARRIERS,
                clock));
        this.directoryStores = directoryStores;
        this.shifts = shifts;
    }

    /** Writes who is who and who is on call. */
    void fill() {
        write(() -> fill(directoryStores, shifts));
    }

    /** The team file names the service ledger no more. */
    void retireLedger() {
        write(() -> {
            database.dsl()
                    .update(SERVICE)
                    .set(SERVICE.ACTIVE, false)
                    .where(SERVICE.ID.eq(ledger.id()))
                    .execute();
            directoryStores.version().raise();
        });
    }

    /** What somebody hears who types this in the room of payments; "hana" is a member whom nobody knows. */
    String says(String who, String line) {
        return text(reply(who, line));
    }

    Reply reply(String who, String line) {
        return dialogue.answer(asker(who), room(), line);
    }

    static String text(Reply reply) {
        return switch (reply) {
            case Reply.Private told -> PlainText.of(told.card());
            case Reply.Public told -> PlainText.of(told.card());
            case Reply.Open open -> "form " + open.form().verb();
            case Reply.Silent ignored -> "";
        };
    }

    static Asker asker(String who) {
        return new Asker(ContactKind.SANDBOX, "sandbox", who, who, PARIS, Asker.Kind.MEMBER);
    }

    static Asker outsider(String who) {
        return new Asker(ContactKind.SANDBOX, "elsewhere", who, who, PARIS, Asker.Kind.OUTSIDER);
    }

    static Place room() {
        return place(Optional.of(PAYMENTS_ROOM), Optional.empty());
    }

    static Place directMessages() {
        return place(Optional.empty(), Optional.empty());
    }

    static Place thread(String messageRef) {
        return place(Optional.of(PAYMENTS_ROOM), Optional.of(messageRef));
    }

    private static Place place(Optional<ChannelAddress> channel, Optional<String> thread) {
        return new Place(new Bot("arke", "Arke", "/oncall"), channel, thread, Map.of());
    }

    /** Opens an incident by hand, as chen, and answers with its number. */
    long incident(String what) {
        var answer = says("chen", "page checkout \"" + what + "\"");
        return Long.parseLong(answer.substring(answer.indexOf('#') + 1, answer.indexOf(" is open")));
    }

    Incident find(long number) {
        return database.transactions()
                .read(() -> incidents.readByNumbers(List.of(number)))
                .getFirst();
    }

    List<Delivery> messages(long number) {
        return database.transactions()
                .read(() -> deliveries.ofIncident(find(number).id()));
    }

    /** Who is being paged for it, in the order in which it happened. */
    List<String> paged(long number) {
        return messages(number).stream()
                .filter(delivery -> delivery.kind() == Delivery.Kind.PAGE)
                .flatMap(delivery -> delivery.to().responderId().stream())
                .map(this::name)
                .distinct()
                .toList();
    }

    /** Every page that is planned has arrived. */
    void delivered() {
        write(() -> database.dsl()
                .update(DELIVERY)
                .set(DELIVERY.DELIVERED_AT, clock.instant())
                .where(DELIVERY.KIND.eq("page"))
                .execute());
    }

    /** Payments has these besides its people. */
    void extras(TeamExtras extras) {
        var team = payments;
        write(() -> {
            directoryStores
                    .teams()
                    .save(List.of(new Team(
                            team.id(),
                            team.name(),
                            team.zone(),
                            team.channels(),
                            team.members(),
                            team.admins(),
                            team.rosters(),
                            true,
                            false,
                            extras)));
            directoryStores.version().raise();
        });
    }

    /** Nobody could be found for a duty of payments, from so long to so long from now. */
    void gap(String duty, Duration from, Duration to) {
        insert(List.of(new Shift(
                ids.next(),
                payments.id(),
                new Role.Duty(duty),
                Optional.empty(),
                new Interval(clock.instant().plus(from), clock.instant().plus(to)),
                new Provenance.Edited(Optional.empty()))));
    }

    /** Somebody has a duty of payments by hand, from so long to so long from now. */
    void shift(String duty, Responder who, Duration from, Duration to) {
        shift(payments, duty, who, from, to);
    }

    void shift(Team team, String duty, Responder who, Duration from, Duration to) {
        shift(team, duty, Optional.of(who.id()), from, to);
    }

    /** A place that nobody has. */
    void gap(Team team, String duty, Duration from, Duration to) {
        shift(team, duty, Optional.empty(), from, to);
    }

    private void shift(Team team, String duty, Optional<UUID> who, Duration from, Duration to) {
        insert(List.of(new Shift(
                ids.next(),
                team.id(),
                new Role.Duty(duty),
                who,
                new Interval(clock.instant().plus(from), clock.instant().plus(to)),
                new Provenance.Edited(Optional.empty()))));
    }

    /** People are told what there is to tell by now. */
    void tellAllDue() {
        calendar.handoffs().tellAllDue();
        calendar.remind().remindAllDue();
        calendar.watch().watchAllDue();
    }

    /** The incident's card in the room of payments was posted as this message. */
    void cardPosted(long number, String messageRef) {
        var id = find(number).id();
        posted(DELIVERY.INCIDENT_ID.eq(id).and(DELIVERY.KIND.eq("card")), messageRef);
    }

    /** The message that asks this was sent as this one. */
    void questionPosted(String words, String messageRef) {
        posted(DELIVERY.ABOUT_ID.in(select(QUESTION.ID).from(QUESTION).where(QUESTION.WORDS.eq(words))), messageRef);
    }

    private void posted(Condition which, String messageRef) {
        write(() -> {
            var dsl = database.dsl();
            dsl.update(DELIVERY)
                    .set(DELIVERY.MESSAGE_REF, messageRef)
                    .where(which)
                    .execute();
            dsl.insertInto(DELIVERY_KEY, DELIVERY_KEY.NAME, DELIVERY_KEY.PLANNED_AT, DELIVERY_KEY.DELIVERY_ID)
                    .select(select(val("message " + messageRef), DELIVERY.PLANNED_AT, DELIVERY.ID)
                            .from(DELIVERY)
                            .where(which))
                    .execute();
        });
    }

    /** A rotation of shadows, a week each from this Monday 09:00 in Paris, that has been filled. */
    void weekly(String strategy) {
        rotation(ids.next(), Strategy.parse(strategy).orElseThrow());
        calendar.fill().fillAllDue();
    }

    /** A rotation that has not been filled. */
    void rotation(UUID id) {
        rotation(id, Strategy.ROUND_ROBIN);
    }

    private void rotation(UUID id, Strategy strategy) {
        var roster = new Roster(
                ids.next(),
                "main",
                List.of(alice, bob, chen).stream()
                        .map(person -> new Roster.Entry(person.id(), true))
                        .toList());
        var rotation = new Rotation(
                id,
                "weekly",
                new TeamRole(payments.id(), Role.Duty.SHADOW),
                List.of(),
                Recurrence.of(
                        LocalDateTime.parse("2026-01-12T09:00"),
                        Cadence.parse("1w").orElseThrow(),
                        PARIS),
                strategy,
                Rotation.DEFAULT_HORIZON);
        write(() -> {
            directoryStores.teams().save(List.of(payments.with(List.of(roster))));
            directoryStores.version().raise();
            new RotationStore(database.dsl())
                    .save(List.of(new StoredRotation(rotation, roster.id(), false)), clock.instant());
        });
    }

    /** Nobody has a shift any more. */
    void clear() {
        write(() -> database.dsl().deleteFrom(SHIFT).execute());
    }

    void insert(List<Shift> added) {
        write(() -> shifts.insert(added));
    }

    /** The whole calendar of payments, by time. */
    List<Shift> shifts() {
        return database.transactions().read(() -> shifts.ofTeam(payments.id(), Instant.EPOCH)).stream()
                .sorted(Comparator.comparing(shift -> shift.interval().start()))
                .toList();
    }

    /** What channels and people were told, oldest first, as "payments: words". */
    List<String> noticed() {
        return database.transactions()
                .read(() -> database.dsl()
                        .select(DELIVERY.ADDRESS, DELIVERY.WORDS)
                        .from(DELIVERY)
                        .where(DELIVERY.KIND.eq("notice"))
                        .orderBy(DELIVERY.ID)
                        .fetch(row -> row.value1() + ": " + row.value2()));
    }

    void deactivate(String name) {
        write(() -> {
            database.dsl()
                    .update(RESPONDER)
                    .set(RESPONDER.ACTIVE, false)
                    .where(RESPONDER.NAME.eq(name))
                    .execute();
            directoryStores.version().raise();
        });
    }

    /** Their ways of contact are gone; one of this address stands in their place. */
    void contact(String name, String... addresses) {
        var who = people.stream()
                .filter(person -> person.name().equals(name))
                .findFirst()
                .orElseThrow();
        write(() -> {
            database.dsl()
                    .deleteFrom(CONTACT_METHOD)
                    .where(CONTACT_METHOD.RESPONDER_ID.eq(who.id()))
                    .execute();
            for (int i = 0; i < addresses.length; i++)
                database.dsl()
                        .insertInto(CONTACT_METHOD)
                        .set(CONTACT_METHOD.ID, ids.next())
                        .set(CONTACT_METHOD.RESPONDER_ID, who.id())
                        .set(CONTACT_METHOD.KIND, ContactKind.SANDBOX.word())
                        .set(CONTACT_METHOD.ADDRESS, addresses[i])
                        .set(CONTACT_METHOD.POSITION, i)
                        .execute();
            directoryStores.version().raise();
        });
    }

    List<AuditStore.AuditEntry> audited() {
        return database.transactions().read(() -> audit.latest(100));
    }

    private String name(UUID id) {
        return people.stream()
                .filter(person -> person.id().equals(id))
                .findFirst()
                .orElseThrow()
                .name();
    }

    private void write(Runnable unit) {
        database.transactions().write(Durability.RELAXED, unit);
    }

    private void fill(ReadDirectory.Stores stores, ShiftStore shifts) {
        stores.responders().save(people);
        stores.identities()
                .save(people.stream()
                        .map(person -> new Identity(ContactKind.SANDBOX, "", person.name(), person.id()))
                        .toList());
        stores.teams().save(List.of(payments, web));
        stores.policies()
                .save(
                        List.of(
                                new StoredPolicy(standard, true, true, true),
                                new StoredPolicy(webPolicy, true, true, true)),
                        clock.instant());
        stores.services().save(List.of(checkout, ledger, webService));
        stores.version().raise();
        var now = clock.instant();
        shifts.insert(List.of(
                shift(Role.Duty.PRIMARY, alice, now.minus(Duration.ofHours(4)), now.plus(Duration.ofHours(4))),
                shift(Role.Duty.PRIMARY, bob, now.plus(Duration.ofHours(4)), now.plus(Duration.ofHours(12))),
                shift(Role.Duty.SECONDARY, chen, now.minus(Duration.ofHours(4)), now.plus(Duration.ofHours(12)))));
    }

    private Shift shift(Role role, Responder who, Instant from, Instant to) {
        return new Shift(
                ids.next(),
                payments.id(),
                role,
                Optional.of(who.id()),
                new Interval(from, to),
                new Provenance.Edited(Optional.empty()));
    }

    private Responder responder(String name, boolean admin, ContactKind... kinds) {
        var id = ids.next();
        var methods = new ArrayList<ContactMethod>();
        for (var kind : kinds) {
            methods.add(new ContactMethod(
                    ids.next(),
                    id,
                    kind,
                    kind == ContactKind.EMAIL ? name + "@example.com" : name,
                    methods.size(),
                    Optional.empty()));
        }
        var fullName = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + " Martin";
        return new Responder(id, name, fullName, PARIS, Optional.empty(), admin, true, true, methods);
    }

    private Team team(String name, List<ChannelAddress> channels, Responder... members) {
        var memberIds = new ArrayList<UUID>();
        for (var member : members) memberIds.add(member.id());
        return new Team(
                ids.next(),
                name,
                PARIS,
                channels,
                Set.copyOf(memberIds),
                Set.of(memberIds.getFirst()),
                List.<Roster>of(),
                true,
                true);
    }

    private EscalationPolicy policy(String name, Team team) {
        return new EscalationPolicy(
                ids.next(),
                ids.next(),
                name,
                team.id(),
                List.of(
                        new Step(List.of(new Target.DutyOf("primary", team.id())), Duration.ofMinutes(5), 1),
                        new Step(List.of(new Target.DutyOf("secondary", team.id())), Duration.ofMinutes(10), 0)),
                0,
                List.of(new Target.Person(alice.id())));
    }

    private Service service(String name, Team team, EscalationPolicy policy) {
        return new Service(
                ids.next(), name, team.id(), policy.id(), Optional.empty(), false, true, true, Map.of(), List.of());
    }
}
