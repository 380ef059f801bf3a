package dev.arke.teamfile;

import static dev.arke.database.generated.Tables.POLICY_VERSION;
import static dev.arke.database.generated.Tables.ROTATION;
import static dev.arke.teamfile.TeamFiles.desired;
import static dev.arke.teamfile.TeamFiles.payments;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.alert.Priority;
import dev.arke.alert.Service;
import dev.arke.alert.ServiceStore;
import dev.arke.calendar.ReminderStore;
import dev.arke.calendar.Reminders.Own;
import dev.arke.calendar.VacationCalendarStore;
import dev.arke.database.Database;
import dev.arke.database.Durability;
import dev.arke.engine.Ids;
import dev.arke.engine.people.ApplyTeamFile;
import dev.arke.engine.people.Directory;
import dev.arke.engine.people.PreviewTeamFile;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.engine.people.ReadTeamFile;
import dev.arke.page.NotificationRule;
import dev.arke.page.PagingWishes;
import dev.arke.responder.Actor;
import dev.arke.responder.By;
import dev.arke.responder.ContactKind;
import dev.arke.responder.DirectoryVersionStore;
import dev.arke.responder.Quota;
import dev.arke.responder.ResponderStore;
import dev.arke.responder.Roster;
import dev.arke.responder.TeamExtras;
import dev.arke.responder.TeamStore;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.MovableInstants;
import dev.arke.testkit.PeopleStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A team file from its text to the tables, on both databases. */
@EachDatabase
final class ApplyTeamFileTest {
    private static final By BY = new By(new Actor.ApiKey("admin", true), "test");

    private final Database database;
    private final MovableInstants clock = new MovableInstants();
    private final ReadDirectory read;
    private final ApplyTeamFile apply;
    private final PreviewTeamFile preview;
    private final ReadTeamFile inForce;
    private final LoadTeamFile load;

    ApplyTeamFileTest(Database database) {
        this.database = database;
        var directory = PeopleStores.of(database);
        var stores = PeopleStores.ofFile(database);
        var ids = new Ids(clock, new Random(5));
        read = new ReadDirectory(directory);
        apply = new ApplyTeamFile(database.transactions(), stores, ids, clock);
        preview = new PreviewTeamFile(database.transactions(), stores, ids);
        inForce = new ReadTeamFile(database.transactions(), stores);
        load = new LoadTeamFile(new TeamFileGate(TeamFiles.AROUND, Set.of(ContactKind.EMAIL), preview, apply), inForce);
    }

    @Test
    void everythingInTheFileIsThere() {
        apply(payments());

        var directory = current();
        assertThat(directory.responders()).extracting("name").containsExactly("alice", "bob", "chen", "dana");
        var team = directory.teamNamed("payments").orElseThrow();
        assertThat(team.rosters().getFirst().entries()).hasSize(3);
        var checkout = directory.serviceNamed("checkout").orElseThrow();
        assertThat(directory.policyOf(checkout).steps()).hasSize(2);
        assertThat(directory.integrationOfKey("0123456789abcdef-secret")).isPresent();
        assertThat(directory.identity(ContactKind.SLACK, "T1", "U0ALICE")).isEqualTo(directory.responderNamed("alice"));
        assertThat(directory.identity(ContactKind.TEAMS, "tenant", "0f8fad5b-d9cb-469f-a165-70867728950e"))
                .isEqualTo(directory.responderNamed("dana"));
        assertThat(directory.identity(ContactKind.TEAMS, "tenant", "alice@example.com"))
                .isEmpty();
        assertThat(rotationsDue()).isEqualTo(2);
        assertThat(inForce.read()).contains(payments());
    }

    @Test
    void theFirstDiffNamesEverythingInAStableOrder() {
        assertThat(apply(payments()))
                .containsExactly(
                        "+ admin channel slack:C0OPS",
                        "+ responder alice",
                        "+ responder bob",
                        "+ responder chen",
                        "+ responder dana",
                        "+ team payments",
                        "+ rotation nights of payments",
                        "+ rotation weekly of payments",
                        "+ policy payments-standard",
                        "+ service checkout",
                        "+ service web",
                        "+ integration checkout-prometheus");
    }

    @Test
    void wishesAreShownInTheDiffOnce() {
        apply(payments());
        var with = payments()
                .replace(
                        "time_zone: Africa/Lagos",
                        "time_zone: Africa/Lagos, quiet: 22:00-07:00, rules_for: {checkout: {urgent: [{via: call,"
                                + " every: 5m}]}}, more_than: [{pages: 3, via: sms, within: 10m, use: email}]");

        assertThat(apply(with))
                .containsExactly(
                        "~ responder bob",
                        "    quiet: none → 22:00-07:00",
                        "    rules for checkout: none → urgent: call every 5m",
                        "    more than: none → 3 sms in 10m use email");
        assertThat(apply(with)).isEmpty();
        assertThat(apply(payments())).hasSize(4).contains("    quiet: 22:00-07:00 → none");
        assertThat(apply(payments())).isEmpty();
    }

    @Test
    void rulesForATeamAreNotThoseOfAFormerServiceOfItsName() {
        apply(payments()
                .replace(
                        "  - {name: checkout,",
                        "  - {name: payments, team: payments, policy: payments-standard}\n  - {name: checkout,"));
        apply(payments()
                .replace(
                        "time_zone: Africa/Lagos",
                        "time_zone: Africa/Lagos, rules_for: {payments: {urgent: [{via: call}]}}"));

        var now = current();
        assertThat(now.wishesOf(now.responderNamed("bob").orElseThrow().id()).apart())
                .extracting(PagingWishes.Apart::scopeId)
                .containsExactly(now.teamNamed("payments").orElseThrow().id());
    }

    @Test
    void rulesForATeamAreNotThoseOfAServiceOfItsNameThatIsNotInTheFile() {
        apply(payments());
        var checkout = current().serviceNamed("checkout").orElseThrow();
        database.transactions().write(Durability.SYNCED, () -> {
            new ServiceStore(database.dsl())
                    .save(List.of(new Service(
                            new UUID(7, 7),
                            "payments",
                            checkout.teamId(),
                            checkout.policyId(),
                            Optional.empty(),
                            false,
                            true,
                            false,
                            Map.of(),
                            List.of())));
            PeopleStores.of(database).version().raise();
        });
        var forTeam = payments()
                .replace(
                        "time_zone: Africa/Lagos",
                        "time_zone: Africa/Lagos, rules_for: {payments: {urgent: [{via: call}]}}");

        assertThat(apply(forTeam)).contains("    rules for payments: none → urgent: call");
        assertThat(apply(forTeam)).isEmpty();
        assertThat(scopesOfBob())
                .containsExactly(current().teamNamed("payments").orElseThrow().id());

        apply(forTeam.replace(
                "  - {name: checkout,",
                "  - {name: payments, team: payments, policy: payments-standard}\n  - {name: checkout,"));
        assertThat(scopesOfBob()).containsExactly(new UUID(7, 7));
    }

    private List<UUID> scopesOfBob() {
        var now = current();
        return now.wishesOf(now.responderNamed("bob").orElseThrow().id()).apart().stream()
                .map(PagingWishes.Apart::scopeId)
                .toList();
    }

    @Test
    void addressesThatFollowAreWrittenOnceAndShownInTheDiff() {
        apply(payments());
        var with = payments()
                .replace("    rosters: {main", "    mail_to: [ops@example.com, boss@example.com]\n    rosters: {main")
                .replace("ack_timeout: 30m}", "ack_timeout: 30m, mail_to: checkout@lists.example.com}");

        assertThat(apply(with))
                .containsExactly(
                        "~ team payments",
                        "    mail to: none → ops@example.com, boss@example.com",
                        "~ service checkout",
                        "    mail to: none → checkout@lists.example.com");
        assertThat(current().teamNamed("payments").orElseThrow().extras().mailTo())
                .containsExactly("ops@example.com", "boss@example.com");
        assertThat(current().serviceNamed("checkout").orElseThrow().mailTo())
                .containsExactly("checkout@lists.example.com");
        assertThat(apply(with)).isEmpty();
        apply(payments());
        assertThat(current().serviceNamed("checkout").orElseThrow().mailTo()).isEmpty();
    }

    @Test
    void quotasAreWrittenOnceAndShownInTheDiff() {
        apply(payments());
        var with = payments()
                .replace("    rosters: {main", "    quota: {soft: 100, within: 1d}\n    rosters: {main")
                .replace(
                        "    format: alertmanager",
                        "    format: alertmanager\n    quota: {soft: 50, hard: 200, within: 1h30m}");

        assertThat(apply(with))
                .containsExactly(
                        "~ team payments",
                        "    quota: none → soft 100, within 1d",
                        "~ integration checkout-prometheus",
                        "    quota: none → soft 50, hard 200, within 1h30m");
        assertThat(current().teamNamed("payments").orElseThrow().extras().quota())
                .hasValue(new Quota(Optional.of(100), Optional.empty(), Duration.ofDays(1)));
        assertThat(current()
                        .integrationNamed("checkout-prometheus")
                        .orElseThrow()
                        .quota())
                .hasValue(new Quota(Optional.of(50), Optional.of(200), Duration.ofMinutes(90)));
        assertThat(apply(with)).isEmpty();
        apply(payments());
        assertThat(current()
                        .integrationNamed("checkout-prometheus")
                        .orElseThrow()
                        .quota())
                .isEmpty();
    }

    @Test
    void whatATeamShowsOfOthersItsPagerAndItsRestAreWrittenOnceAndShownInTheDiff() {
        apply(payments());
        var with = payments()
                .replace(
                        "    rosters: {main",
                        "    shows: [secondary of payments]\n"
                                + "    pager: \"+33 1 23 45 67 89\"\n"
                                + "    rest: 8h\n"
                                + "    rosters: {main");
        assertThat(with).isNotEqualTo(payments());

        assertThat(apply(with))
                .containsExactly(
                        "~ team payments",
                        "    shows: none → secondary of payments",
                        "    pager: none → +33 1 23 45 67 89",
                        "    rest: none → 8h");
        assertThat(current().teamNamed("payments").orElseThrow().extras())
                .isEqualTo(new TeamExtras(
                        List.of(new TeamExtras.Shown("payments", "secondary")),
                        Optional.of("+33 1 23 45 67 89"),
                        Optional.of(Duration.ofHours(8))));
        assertThat(apply(with)).isEmpty();
        apply(payments());
        assertThat(current().teamNamed("payments").orElseThrow().extras()).isEqualTo(TeamExtras.NONE);
    }

    @Test
    void aPatternAndAHelperAreWrittenAndShownInTheDiff() {
        apply(payments());
        var changed = payments()
                .replace("every: 1w, starting: 2026-01-05T09:00", "every: [4d, 3d], starting: 2026-01-05T09:00")
                .replace("strategy: fair", "strategy: fair, when: {primary: [dana]}");

        assertThat(String.join("\n", apply(changed))).contains("4d, 3d", "primary is dana");
        assertThat(apply(changed)).isEmpty();
        assertThat(String.join("\n", apply(payments()))).contains("primary is dana");
    }

    @Test
    void whatItSaysOfAPersonsCalendarIsWrittenOnceAndShownInTheDiffWithoutTheSecret() {
        apply(payments());
        var with = payments()
                .replace(
                        "{name: bob,",
                        "{name: bob, calendar_url: \"webcal://cal.example.com/${CHECKOUT_KEY}.ics\", reminders:"
                                + " {primary: [3h, 2d], every: never},");
        var bob = current().responderNamed("bob").orElseThrow().id();

        assertThat(String.join("\n", apply(with)))
                .matches("~ responder bob\n    calendar: none → cal.example.com \\([0-9a-f]+\\)\n"
                        + "    reminders: none → every: never; primary: 2d, 3h");
        assertThat(apply(with)).isEmpty();
        assertThat(followed()).containsExactly(Map.entry(bob, "https://cal.example.com/0123456789abcdef-secret.ics"));
        assertThat(remindersOf(bob))
                .containsExactly(
                        new Own(bob, "", List.of()),
                        new Own(bob, "primary", List.of(Duration.ofDays(2), Duration.ofHours(3))));

        assertThat(String.join("\n", apply(payments()))).contains("→ none");
        assertThat(followed()).isEmpty();
        assertThat(remindersOf(bob)).isEmpty();
        assertThat(apply(payments())).isEmpty();
    }

    @Test
    void remindersThatSomebodyChoseStayTheirs() {
        apply(payments().replace("{name: bob,", "{name: bob, reminders: 1d,"));
        var bob = current().responderNamed("bob").orElseThrow().id();
        var own = List.of(new Own(bob, "", List.of(Duration.ofHours(1))));
        database.transactions().write(Durability.RELAXED, () -> new ReminderStore(database.dsl()).replace(bob, own));

        assertThat(apply(payments().replace("{name: bob,", "{name: bob, reminders: [2w, 1d],")))
                .isEmpty();
        apply(payments());

        assertThat(remindersOf(bob)).isEqualTo(own);
    }

    private Map<UUID, String> followed() {
        return database.transactions().read(() -> new VacationCalendarStore(database.dsl()).ofFile());
    }

    private List<Own> remindersOf(UUID who) {
        return database.transactions().read(() -> new ReminderStore(database.dsl()).of(who));
    }

    @Test
    void applyingTwiceChangesNothing() {
        apply(payments());
        var before = current();

        assertThat(apply(payments())).isEmpty();

        assertThat(current()).isSameAs(before);
        assertThat(versions()).isEqualTo(1);
    }

    @Test
    void aPreviewSaysWhatWouldChangeAndChangesNothing() {
        assertThat(preview.preview(desired(payments())).lines()).hasSize(12);

        assertThat(current().responders()).isEmpty();
        assertThat(inForce.read()).isEmpty();
    }

    @Test
    void whatChangedIsSaidFieldByField() {
        apply(payments());

        var diff = apply(payments()
                .replace("full_name: Bob Okafor", "full_name: Robert Okafor")
                .replace("wait: 5m, repeat: 1", "wait: 90s, repeat: 2")
                .replace("ack_timeout: 30m", "ack_timeout: 1h30m")
                .replace("keys: [\"${CHECKOUT_KEY}\"]", "key: another-key-0123456789"));

        assertThat(diff)
                .containsExactly(
                        "~ responder bob",
                        "    full name: Bob Okafor → Robert Okafor",
                        "~ policy payments-standard",
                        "    step 1: primary of payments, wait 5m, repeat 1 → primary of payments, wait 1m30s, repeat"
                                + " 2",
                        "~ service checkout",
                        "    ack timeout: 30m → 1h30m",
                        "~ integration checkout-prometheus",
                        "    keys: changed");
    }

    @Test
    void aChangedPolicyIsANewVersionAndTheOldOneStays() {
        apply(payments());
        var old = current().policyNamed("payments-standard").orElseThrow();

        apply(payments().replace("rounds: 1", "rounds: 2"));

        var fresh = current().policyNamed("payments-standard").orElseThrow();
        assertThat(fresh.id()).isEqualTo(old.id());
        assertThat(fresh.versionId()).isNotEqualTo(old.versionId());
        assertThat(fresh.rounds()).isEqualTo(2);
        assertThat(current().policy(old.versionId())).isEqualTo(old);
    }

    @Test
    void whatTheFileNoLongerNamesIsInactiveAndComesBackAsItself() {
        apply(payments());
        var dana = current().responderNamed("dana").orElseThrow();
        var web = current().serviceNamed("web").orElseThrow();
        var without = payments()
                .replaceAll("(?m)^  - \\{name: dana.*\\n", "")
                .replace("[alice, bob, chen, dana]", "[alice, bob, chen]")
                .replaceAll("(?m)^  - \\{name: web.*\\n", "")
                .replaceAll("(?m)^      - \\{match: \\[\"team = web.*\\n", "")
                .replaceAll("(?m)^      - \\{name: nights.*\\n", "");

        assertThat(apply(without))
                .containsExactly(
                        "- responder dana",
                        "~ team payments",
                        "    members: alice, bob, chen, dana → alice, bob, chen",
                        "- rotation nights of payments",
                        "- service web",
                        "~ integration checkout-prometheus",
                        "    route 1: team = web, alertname =~ Disk.*: service web priority high → env = staging: drop",
                        "    route 2: env = staging: drop → none");
        assertThat(current().responderNamed("dana")).isEmpty();
        assertThat(current().responder(dana.id()).active()).isFalse();
        assertThat(current().service(web.id()).active()).isFalse();

        apply(payments());
        assertThat(current().responderNamed("dana")).contains(dana);
        assertThat(current().serviceNamed("web")).contains(web);
    }

    @Test
    void aRotationMayMoveToANewRosterWhileItsOldOneGoes() {
        apply(payments());

        apply(payments()
                .replace("rosters: {main:", "rosters: {core:")
                .replace("roster: main", "roster: core")
                .replace("roster main of", "roster core of"));

        assertThat(current().teamNamed("payments").orElseThrow().rosters())
                .extracting("name")
                .containsExactly("core");
    }

    @Test
    void whoRestsGoesOnRestingWhateverTheFileSays() {
        apply(payments());
        var team = current().teamNamed("payments").orElseThrow();
        var roster = team.rosters().getFirst();
        var resting = roster.entries().getFirst().responderId();
        database.transactions().write(Durability.RELAXED, () -> {
            var entries = roster.entries().stream()
                    .map(entry -> new Roster.Entry(
                            entry.responderId(), !entry.responderId().equals(resting)))
                    .toList();
            new TeamStore(database.dsl())
                    .save(List.of(team.with(List.of(new Roster(roster.id(), roster.name(), entries)))));
            new DirectoryVersionStore(database.dsl()).raise();
        });

        apply(payments().replace("main: [alice, bob, chen]", "main: [dana, alice, bob]"));

        var entries = current()
                .teamNamed("payments")
                .orElseThrow()
                .rosters()
                .getFirst()
                .entries();
        assertThat(entries).extracting(Roster.Entry::inRotation).containsExactly(true, false, true);
    }

    @Test
    void anEmptiedFileLeavesNothingActive() {
        apply(payments());

        apply("responders: []");

        assertThat(current().responders()).isEmpty();
        assertThat(current().teams()).isEmpty();
        assertThat(current().services()).isEmpty();
        assertThat(current().policies()).isEmpty();
        assertThat(current().adminChannels()).isEmpty();
        assertThat(current().integrationOfKey("0123456789abcdef-secret")).isEmpty();
    }

    @Test
    void aKeyMayMoveToAnotherIntegrationInOneGo() {
        apply(payments());

        apply(payments().replace("checkout-prometheus", "other-prometheus"));

        assertThat(current()
                        .integrationOfKey("0123456789abcdef-secret")
                        .orElseThrow()
                        .name())
                .isEqualTo("other-prometheus");
    }

    @Test
    void aContactMethodThatStaysKeepsItsIdAndThatItIsDead() {
        apply(payments());
        var slack = current().responderNamed("alice").orElseThrow().methods().getFirst();
        database.transactions().write(Durability.RELAXED, () -> {
            new ResponderStore(database.dsl()).markDead(Map.of(slack.id(), "gone"), clock.instant());
            new DirectoryVersionStore(database.dsl()).raise();
        });

        apply(payments().replace("+33600000001", "+33600000002"));

        var methods = current().responderNamed("alice").orElseThrow().methods();
        assertThat(methods.getFirst().id()).isEqualTo(slack.id());
        assertThat(methods.getFirst().isAlive()).isFalse();
        assertThat(methods).extracting("address").contains("+33600000002").doesNotContain("+33600000001");
    }

    @Test
    void theFilesRulesFollowTheFileAndGoWithIt() {
        apply(payments());
        var alice = current().responderNamed("alice").orElseThrow();
        assertThat(current().rulesOf(alice.id(), Priority.URGENT)).hasSize(3);
        assertThat(current().rulesOf(alice.id(), Priority.LOW).getFirst().via()).isEqualTo(NotificationRule.Via.EMAIL);

        apply(payments().replace("{via: call, after: 3m}", "{via: call, after: 4m}"));
        assertThat(current().rulesOf(alice.id(), Priority.URGENT).getLast().after())
                .hasMinutes(4);

        apply(payments().replaceAll("(?m),\\n     rules: .*", "}"));
        assertThat(current().rulesOf(alice.id(), Priority.LOW)).isEqualTo(NotificationRule.defaults(Priority.LOW));
    }

    @Test
    void aBadFileStopsTheFirstStartAndLaterLeavesTheLastOneInForce(@TempDir Path directory) throws IOException {
        var file = directory.resolve("team.yaml");
        Files.writeString(file, payments().replace("team: payments", "team: paymets"));
        assertThat(load.load(file)).isInstanceOf(LoadTeamFile.Loaded.Refused.class);

        Files.writeString(file, payments());
        assertThat(load.load(file)).isInstanceOf(LoadTeamFile.Loaded.Applied.class);
        assertThat(load.problem()).isEmpty();

        Files.writeString(file, payments().replace("team: payments", "team: paymets"));
        assertThat(load.load(file)).isInstanceOf(LoadTeamFile.Loaded.KeptLast.class);
        assertThat(load.problem()).get().asString().contains("Did you mean payments?");
        assertThat(current().serviceNamed("checkout")).isPresent();

        assertThat(load.load(directory.resolve("none.yaml")))
                .isInstanceOfSatisfying(
                        LoadTeamFile.Loaded.KeptLast.class,
                        kept -> assertThat(kept.problems())
                                .singleElement()
                                .asString()
                                .startsWith("there is no file"));
    }

    @Test
    void whatMayLeaveSomebodyUnpagedIsAWarning() {
        var gate = new TeamFileGate(TeamFiles.AROUND, Set.of(ContactKind.EMAIL), preview, apply);
        var text = payments().replace("role: secondary", "role: shadow").replace("    last_resort: [alice]\n", "");

        assertThat(((TeamFileGate.Answer.Fine) gate.preview(text)).warnings())
                .containsExactly(
                        "dana cannot be paged yet: this server has nothing set up for teams.",
                        "policy payments-standard pages secondary of payments, but no rotation fills it: it reaches"
                                + " somebody only during shifts made by hand.",
                        "policy payments-standard has no last_resort and no rotation fills manager of payments: when"
                                + " nobody answers, the team's admins are paged.",
                        "channel slack:C0PAY of team payments is pending: this server is not connected to slack.",
                        "channel teams:19:pay@thread.tacv2 of team payments is pending: this server is not connected"
                                + " to teams.",
                        "channel slack:C0OPS for admins is pending: this server is not connected to slack.");
    }

    private List<String> apply(String text) {
        return apply.apply(desired(text), text, BY).lines();
    }

    private Directory current() {
        return database.transactions().read(read::current);
    }

    private int versions() {
        return database.transactions().read(() -> database.dsl().fetchCount(POLICY_VERSION));
    }

    private int rotationsDue() {
        return database.transactions()
                .read(() -> database.dsl().fetchCount(ROTATION, ROTATION.FILL_DUE_AT.eq(clock.instant())));
    }
}
