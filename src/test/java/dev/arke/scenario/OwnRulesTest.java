package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.alert.Priority;
import dev.arke.chat.RulePhrase;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import org.junit.jupiter.api.Test;

/** How people say they want to be paged beside what the team file says of it. */
@EachDatabase
final class OwnRulesTest {
    private static final String FILE = Shop.TEAM.replace(
            "{name: bob,", "{name: bob, rules: {urgent: [{via: email}], low: [{via: email, after: 1m}]},");

    private final World world;

    OwnRulesTest(TestDatabase database) {
        world = new World(database, ContactKind.SANDBOX, ContactKind.EMAIL);
    }

    @Test
    void theFileIsAStartThatTheirOwnWordReplacesForGood() {
        world.team(FILE);
        assertThat(rules(Priority.URGENT)).isEqualTo("email");

        says("me urgent chat, email 2m");
        world.team(FILE.replace("via: email}]", "via: sms}]"));

        assertThat(rules(Priority.URGENT)).isEqualTo("chat, email 2m");
        assertThat(rules(Priority.LOW)).isEqualTo("email 1m");
    }

    @Test
    void whoGoesBackToTheDefaultsGetsTheFilesRulesWhenItIsNextApplied() {
        world.team(FILE);
        says("me urgent default; low default");
        assertThat(rules(Priority.URGENT)).isEqualTo("chat, sms 1m, call 3m");

        world.team(FILE);

        assertThat(rules(Priority.URGENT)).isEqualTo("email");
    }

    private static final String WISHES = Shop.TEAM.replace(
            "{name: bob,",
            "{name: bob, quiet: 22:00-07:00, rules_for: {web: {urgent: [{via: email}]}}, more_than: [{pages: 3, via:"
                    + " sms, within: 10m, use: email}],");

    @Test
    void wishesOfTheFileHoldUntilTheirOwnWordAndGoWithTheFile() {
        world.team(WISHES);
        assertThat(says("me"))
                .contains("Quiet from 22:00 to 07:00", "web: urgent email.", "more than 3 sms in 10m use email");
        says("me language fr");
        world.team(WISHES.replace("22:00-07:00", "23:00-07:00"));
        assertThat(says("me")).contains("Calme de 23:00 à 07:00", "Langue de vos appels et de mes réponses : français");

        says("me quiet off");
        world.team(WISHES);
        assertThat(says("me")).doesNotContain("Calme de").contains("web : urgent email.");

        world.team(Shop.TEAM);
        assertThat(says("me")).contains("web : urgent email.");
    }

    @Test
    void wishesThatTheFileDropsAreNoMoreButTheLanguageIsTheirs() {
        world.team(WISHES);
        says("me language fr");
        world.team(Shop.TEAM);
        assertThat(says("me"))
                .doesNotContain("Calme", "web : urgent", "more than")
                .contains("français");

        world.team(WISHES);
        assertThat(says("me")).contains("Calme de 22:00 à 07:00", "français");
    }

    private String rules(Priority priority) {
        return world.read(() -> {
            var directory = world.engine().directory().current();
            var bob = directory.responderNamed("bob").orElseThrow();
            return RulePhrase.of(directory.rulesOf(bob.id(), priority));
        });
    }

    private String says(String line) {
        return Talk.says(world, "bob", line);
    }
}
