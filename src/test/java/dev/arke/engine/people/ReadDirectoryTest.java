package dev.arke.engine.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.alert.Integration;
import dev.arke.alert.IntegrationKey;
import dev.arke.alert.KeyTemplate;
import dev.arke.alert.Matcher;
import dev.arke.alert.Parse;
import dev.arke.alert.Priority;
import dev.arke.alert.Route;
import dev.arke.alert.Service;
import dev.arke.database.Database;
import dev.arke.database.Durability;
import dev.arke.engine.Ids;
import dev.arke.escalation.EscalationPolicy;
import dev.arke.escalation.Step;
import dev.arke.escalation.StoredPolicy;
import dev.arke.escalation.Target;
import dev.arke.page.NotificationRule;
import dev.arke.page.NotificationRule.Via;
import dev.arke.responder.ChannelAddress;
import dev.arke.responder.ContactKind;
import dev.arke.responder.ContactMethod;
import dev.arke.responder.Identity;
import dev.arke.responder.Responder;
import dev.arke.responder.Roster;
import dev.arke.responder.Team;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.MovableInstants;
import dev.arke.testkit.PeopleStores;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The directory and all stores behind it: what is saved is what is read. */
@EachDatabase
final class ReadDirectoryTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant NOW = MovableInstants.START;

    private final Database database;
    private final Ids ids = new Ids(new MovableInstants(), new Random(1));
    private final ReadDirectory.Stores stores;
    private final ReadDirectory read;

    private final Responder alice = responder("alice", List.of(ContactKind.SMS, ContactKind.SLACK));
    private final Responder bob = responder("bob", List.of(ContactKind.EMAIL));
    private final Roster main = new Roster(
            ids.next(), "main", List.of(new Roster.Entry(bob.id(), true), new Roster.Entry(alice.id(), false)));
    private final Team payments = new Team(
            ids.next(),
            "payments",
            PARIS,
            List.of(channel("sandbox:payments"), channel("slack:C0PAY")),
            Set.of(alice.id(), bob.id()),
            Set.of(alice.id()),
            List.of(main),
            true,
            true);
    private final EscalationPolicy policy = new EscalationPolicy(
            ids.next(),
            ids.next(),
            "standard",
            payments.id(),
            List.of(new Step(
                    List.of(
                            new Target.Person(alice.id()),
                            new Target.DutyOf("primary", payments.id()),
                            new Target.RosterOf(main.id()),
                            new Target.Channel(channel("slack:C0PAY")),
                            new Target.Webhook(URI.create("https://example.com/page?a=b"))),
                    Duration.ofSeconds(90),
                    2)),
            3,
            List.of(new Target.Person(bob.id())));
    private final Service checkout = new Service(
            ids.next(),
            "checkout",
            payments.id(),
            policy.id(),
            Optional.of(Duration.ofMinutes(30)),
            false,
            true,
            true,
            Map.of(),
            List.of());
    private final Integration prometheus = new Integration(
            ids.next(),
            "prometheus",
            checkout.id(),
            "alertmanager",
            true,
            Map.of("critical", Priority.URGENT),
            List.of(
                    new Route(
                            List.of(good(Matcher.parse("team = web")), good(Matcher.parse("alertname =~ Disk.*"))),
                            new Route.Action.Send(
                                    Optional.of("web"),
                                    Optional.of(Priority.HIGH),
                                    Optional.of(good(KeyTemplate.parse("{{labels.host}}/disk"))))),
                    new Route(List.of(good(Matcher.parse("env = staging"))), new Route.Action.Drop())),
            Set.of(IntegrationKey.hash("old-key"), IntegrationKey.hash("new-key")),
            true,
            true,
            Optional.empty());

    ReadDirectoryTest(Database database) {
        this.database = database;
        stores = PeopleStores.of(database);
        read = new ReadDirectory(stores);
    }

    @Test
    void whatIsSavedIsWhatIsRead() {
        write(this::saveAll);

        var directory = current();

        assertThat(directory.responders()).containsExactly(alice, bob);
        assertThat(directory.responder(alice.id()).methods())
                .extracting(ContactMethod::kind)
                .containsExactly(ContactKind.SMS, ContactKind.SLACK);
        assertThat(directory.teams()).containsExactly(payments);
        assertThat(directory.policy(policy.versionId())).isEqualTo(policy);
        assertThat(directory.policyOf(checkout)).isEqualTo(policy);
        assertThat(directory.services()).containsExactly(checkout);
        assertThat(directory.integrations()).containsExactly(prometheus);
        assertThat(directory.adminChannels()).containsExactly(channel("slack:C0OPS"));
        assertThat(directory.teamsOf(bob.id())).containsExactly(payments);
    }

    @Test
    void savingTwiceChangesNothing() {
        write(this::saveAll);
        write(this::saveAll);

        assertThat(current().content().responders()).hasSize(2);
        assertThat(current().content().policyVersions()).hasSize(1);
        assertThat(current().teams()).containsExactly(payments);
    }

    @Test
    void namesAreFoundInAnyCaseAndOnlyAmongTheActive() {
        write(this::saveAll);
        assertThat(current().responderNamed(" ALICE")).contains(alice);

        write(() -> stores.responders().save(List.of(inactive(alice))));

        assertThat(current().responderNamed("alice")).isEmpty();
        assertThat(current().responder(alice.id()).active()).isFalse();
    }

    @Test
    void whatIsNoLongerTheirsIsRemoved() {
        write(this::saveAll);

        write(() -> {
            stores.teams()
                    .save(List.of(new Team(
                            payments.id(),
                            "payments",
                            PARIS,
                            List.of(),
                            Set.of(bob.id()),
                            Set.of(),
                            List.of(),
                            true,
                            false)));
            stores.responders().save(List.of(withoutMethods(bob)));
        });

        var team = current().team(payments.id());
        assertThat(team.channels()).isEmpty();
        assertThat(team.rosters()).isEmpty();
        assertThat(team.members()).containsExactly(bob.id());
        assertThat(current().responder(bob.id()).methods()).isEmpty();
        assertThat(current().responder(alice.id()).methods()).hasSize(2);
    }

    @Test
    void bothKeysOpenTheirIntegrationAndNoOther() {
        write(this::saveAll);

        assertThat(current().integrationOfKey("old-key")).contains(prometheus);
        assertThat(current().integrationOfKey("new-key")).contains(prometheus);
        assertThat(current().integrationOfKey("wrong")).isEmpty();
        assertThat(current().integrationOfKey(IntegrationKey.hash("old-key"))).isEmpty();
    }

    @Test
    void aChangedPolicyKeepsItsOldVersion() {
        write(this::saveAll);
        var changed =
                new EscalationPolicy(policy.id(), ids.next(), "standard", payments.id(), policy.steps(), 0, List.of());

        write(() -> stores.policies().save(List.of(new StoredPolicy(changed, true, true, true)), NOW));

        assertThat(current().policyOf(checkout)).isEqualTo(changed);
        assertThat(current().policies()).containsExactly(changed);
        assertThat(current().policy(policy.versionId())).isEqualTo(policy);
    }

    @Test
    void aPersonWithoutRulesForAPriorityGetsTheDefaults() {
        write(this::saveAll);

        var own = List.of(
                new NotificationRule(Priority.URGENT, Via.CALL, Duration.ZERO),
                new NotificationRule(Priority.URGENT, Via.SMS, Duration.ofMinutes(2)));
        assertThat(current().rulesOf(alice.id(), Priority.URGENT)).isEqualTo(own);
        assertThat(current().rulesOf(alice.id(), Priority.LOW)).isEqualTo(NotificationRule.defaults(Priority.LOW));
        assertThat(current().rulesOf(bob.id(), Priority.URGENT)).isEqualTo(NotificationRule.defaults(Priority.URGENT));
    }

    @Test
    void anAccountOfThisTenantCountsBeforeOneOfAny() {
        write(this::saveAll);

        assertThat(current().identity(ContactKind.SLACK, "T1", "U1")).contains(bob);
        assertThat(current().identity(ContactKind.SLACK, "T2", "U1")).contains(alice);
        assertThat(current().identity(ContactKind.TEAMS, "T2", "U1")).isEmpty();

        write(() -> stores.identities().delete(List.of(new Identity(ContactKind.SLACK, "T1", "U1", bob.id()))));

        assertThat(current().identity(ContactKind.SLACK, "T1", "U1")).contains(alice);
    }

    @Test
    void theSnapshotIsReadAgainOnlyWhenTheVersionMoved() {
        write(this::saveAll);
        var first = current();

        assertThat(current()).isSameAs(first);

        write(() -> {});
        assertThat(current()).isNotSameAs(first);
    }

    @Test
    void aUnitThatIsUndoneLeavesNoSnapshotBehind() {
        write(this::saveAll);
        try {
            write(() -> {
                stores.responders().save(List.of(inactive(alice)));
                stores.version().raise();
                assertThat(read.current().responderNamed("alice")).isEmpty();
                throw new IllegalStateException("undone");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("undone");
        }

        assertThat(current().responderNamed("alice")).contains(alice);
    }

    @Test
    void aDeadContactMethodStaysDead() {
        write(this::saveAll);
        var sms = alice.methods().getFirst().id();

        write(() -> stores.responders().markDead(Map.of(sms, "no such number"), NOW));
        write(() -> stores.responders().markDead(Map.of(sms, "again"), NOW.plusSeconds(9)));

        assertThat(current().responder(alice.id()).methods().getFirst().deadAt())
                .contains(NOW);
    }

    private void saveAll() {
        stores.responders().save(List.of(alice, bob));
        stores.rules()
                .saveFromFile(Map.of(
                        alice.id(),
                        List.of(
                                new NotificationRule(Priority.URGENT, Via.CALL, Duration.ZERO),
                                new NotificationRule(Priority.URGENT, Via.SMS, Duration.ofMinutes(2)))));
        stores.identities()
                .save(List.of(
                        new Identity(ContactKind.SLACK, "", "U1", alice.id()),
                        new Identity(ContactKind.SLACK, "T1", "U1", bob.id())));
        stores.teams().save(List.of(payments));
        stores.adminChannels().replace(List.of(channel("slack:C0OPS")));
        stores.policies().save(List.of(new StoredPolicy(policy, true, true, true)), NOW);
        stores.services().save(List.of(checkout));
        stores.integrations().save(List.of(prometheus));
    }

    private void write(Runnable change) {
        database.transactions().write(Durability.RELAXED, () -> {
            change.run();
            stores.version().raise();
        });
    }

    private Directory current() {
        return database.transactions().read(read::current);
    }

    private Responder responder(String name, List<ContactKind> kinds) {
        UUID id = ids.next();
        var methods = kinds.stream()
                .map(kind -> new ContactMethod(
                        ids.next(), id, kind, name + "@" + kind.word(), kinds.indexOf(kind), Optional.empty()))
                .toList();
        return new Responder(
                id, name, "A. " + name, PARIS, Optional.of(name + "@example.com"), false, true, true, methods);
    }

    private static Responder inactive(Responder who) {
        return new Responder(
                who.id(), who.name(), who.fullName(), who.zone(), who.email(), false, false, true, who.methods());
    }

    private static Responder withoutMethods(Responder who) {
        return new Responder(
                who.id(), who.name(), who.fullName(), who.zone(), Optional.empty(), false, true, true, List.of());
    }

    private static ChannelAddress channel(String text) {
        return ChannelAddress.parse(text).orElseThrow();
    }

    private static <T> T good(Parse<T> parse) {
        return switch (parse) {
            case Parse.Good<T>(var value) -> value;
            case Parse.Bad<T>(var problem) -> throw new AssertionError(problem);
        };
    }
}
