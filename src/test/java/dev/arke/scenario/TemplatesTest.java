package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.alert.Alert;
import dev.arke.alert.Priority;
import dev.arke.card.PlainText;
import dev.arke.delivery.Message.Purpose;
import dev.arke.incident.IncidentAct;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What pages say in a service's own words, and that no page is lost or late for them. */
@EachDatabase
final class TemplatesTest {
    private static final String PEOPLE = """
        responders:
          - {name: alice, sandbox: alice, phone: "+33600000001", email: alice@example.com,
             rules: {urgent: [{via: chat}, {via: sms}, {via: call}, {via: email}]}}
          - {name: bob, sandbox: bob}
        teams:
          - {name: payments, time_zone: UTC, channels: {sandbox: payments}, members: [alice, bob], admins: [bob]}
        policies:
          - name: standard
            team: payments
            rounds: 0
            steps:
              - {page: [alice, "webhook https://example.com/hook"], wait: 10m}
            last_resort: [bob]
        integrations:
          - {name: monitor, service: checkout, format: generic, key: a-key-of-some-length}
        services:
          - name: checkout
            team: payments
            policy: standard
            templates:
        """;

    private static final String GOOD = """
                  chat: "{{ instance }}: {{ incident.summary }} <!channel>"
                  sms: "{{ iris.priority | upper }} {{ hostname }} ({{ iris.message_id }})"
                  call: "{{ iris.target }}, {{ incident.summary }}"
                  webhook: "{{ iris.application }} {{ iris.plan }} {{ iris.incident_id }}"
                  email:
                    subject: "{{ alertname }} on {{ hostname }}"
                    body: |
                      {% for one in metanodes %}- {{ one }}
                      {% endfor %}since {{ iris.incident_created }}
        """;

    private static final String BODY =
            "{\"hostname\": \"db-3\", \"metanodes\": [\"a\", \"<b>\"], \"instance\": \"from the body\"}";

    private final World world;

    TemplatesTest(TestDatabase database) {
        world = new World(
                database,
                ContactKind.SANDBOX,
                ContactKind.SMS,
                ContactKind.CALL,
                ContactKind.EMAIL,
                ContactKind.WEBHOOK);
    }

    private void alert(String what, String body) {
        world.alerts(
                "monitor",
                List.of(Alert.firing(what, what)
                        .priority(Optional.of(Priority.URGENT))
                        .labels(Map.of("alertname", "DiskFull", "instance", "from the label"))
                        .toAlert()),
                body);
        world.work();
        assertThat(world.take(Purpose.CARD)).hasSize(1);
    }

    private List<String> words() {
        return world.take(Purpose.PAGE).stream()
                .map(page -> PlainText.of(page.message().card().withoutButtons()))
                .toList();
    }

    private String says(String line) {
        return Talk.says(world, "alice", line);
    }

    @Test
    void eachWayHasItsOwnWordsAndKeepsItsButtons() {
        world.team(PEOPLE + GOOD);
        alert("disk full", BODY);

        var all = world.take(Purpose.PAGE);
        assertThat(all)
                .extracting(page -> PlainText.of(page.message().card().withoutButtons()))
                .containsExactlyInAnyOrder(
                        "#1 disk full\nfrom the body: disk full <!channel>\n"
                                + "You are paged (step 1). Take it, or somebody else is paged next.",
                        "URGENT db-3 (1)",
                        "alice, disk full",
                        "#1 DiskFull on db-3\n- a\n- <b>\nsince 2026-01-12 09:00:00\n"
                                + "You are paged (step 1). Take it, or somebody else is paged next.",
                        "#1 disk full\nmonitor standard 1\nNobody has it yet. Paging alice. Next page at 09:10 UTC.");
        assertThat(all)
                .filteredOn(page -> page.message().address().equals("alice@example.com"))
                .extracting(page -> page.message().card().summary())
                .containsExactly("#1 DiskFull on db-3");
        assertThat(all)
                .filteredOn(page -> page.message().address().equals("alice"))
                .singleElement()
                .satisfies(page -> assertThat(page.message().card().buttons())
                        .extracting(button -> button.line())
                        .contains("ack 1", "resolve 1"));

        world.act("bob", 1, new IncidentAct.Acknowledge());
        world.work();
        assertThat(world.edits("alice").getLast())
                .contains("bob has had it since")
                .doesNotContain("from the body");
    }

    @Test
    void aTemplateThatFailsLeavesTheUsualWordsAndIsToldOnce() {
        world.team(PEOPLE + "          sms: \"{{ value | round }}\"\n".indent(8));
        alert("disk full", "{\"value\": 3}");
        assertThat(words()).contains("3");
        alert("again", "{\"value\": \"many\"}");
        assertThat(words()).anyMatch(words -> words.startsWith("urgent #2 checkout: again"));
        var told = world.take(Purpose.NOTICE);
        assertThat(told).extracting(notice -> notice.message().address()).containsExactlyInAnyOrder("payments", "bob");
        assertThat(told.getFirst().message().card().summary())
                .contains("The template of checkout for SMS failed: it fails in line 1: ", "simulate checkout by sms");

        alert("a third one", "{\"value\": \"some other word\"}");
        assertThat(words()).anyMatch(words -> words.startsWith("urgent #3 checkout: a third one"));
        assertThat(world.take(Purpose.NOTICE)).isEmpty();

        // Another text is another cause.
        world.team(PEOPLE + "          sms: \"{{ value | round }}!\"\n".indent(8));
        alert("a fourth one", "{\"value\": \"many\"}");
        words();
        assertThat(world.take(Purpose.NOTICE)).hasSize(2);
    }

    @Test
    void oneThatLoopsHoldsUpNoPage() {
        var loop = "{% for a in many %}{% for b in many %}{% set c = a %}{% endfor %}{% endfor %}";
        world.team(PEOPLE + ("          sms: \"" + loop + "\"\n").indent(8));

        alert("disk full", "{\"many\": [" + "1, ".repeat(300) + "1]}");

        assertThat(words()).anyMatch(words -> words.startsWith("urgent #1 checkout: disk full"));
        assertThat(world.take(Purpose.NOTICE).getFirst().message().card().summary())
                .contains("takes too long: it loops too often");
        world.advance(Duration.ofMinutes(1));
    }

    @Test
    void oneThatTookTooLongIsLeftAloneForAWhile() {
        var loop = "{% for a in many %}{% for b in many %}{% set c = a %}{% endfor %}{% endfor %}own words";
        world.team(PEOPLE + ("          sms: \"" + loop + "\"\n").indent(8));
        alert("disk full", "{\"many\": [" + "1, ".repeat(300) + "1]}");
        assertThat(words()).doesNotContain("own words");
        assertThat(world.take(Purpose.NOTICE)).hasSize(2);

        alert("again", "{\"many\": [1]}");
        assertThat(words()).doesNotContain("own words");
        world.act("alice", 1, new IncidentAct.Resolve(""));
        world.act("alice", 2, new IncidentAct.Resolve(""));
        world.advance(Duration.ofMinutes(5));
        alert("a third one", "{\"many\": [1]}");
        assertThat(words()).contains("own words");
    }

    @Test
    void subjectAndBodyShareWhatAPageMayTake() {
        var loop = "{% for a in many %}{% for b in many %}{% set c = a %}{% endfor %}{% endfor %}own words";
        var email = "          email: {subject: \"" + loop + "\", body: \"SECOND\"}\n";
        var eighty = "{\"many\": [" + "1, ".repeat(79) + "1]}";
        world.team(PEOPLE + email.replace("SECOND", "the body").indent(8));
        alert("disk full", eighty);
        assertThat(words()).anyMatch(words -> words.startsWith("#1 own words"));

        world.team(PEOPLE + email.replace("SECOND", loop).indent(8));
        alert("again", eighty);
        assertThat(words()).noneMatch(words -> words.contains("own words"));
        assertThat(world.take(Purpose.NOTICE).getFirst().message().card().summary())
                .contains("takes too long");
    }

    @Test
    void manyPagesAtOnceShareWhatTheyMayTakeTogether() {
        var names = IntStream.range(0, 40).mapToObj(i -> "p" + i).toList();
        var people = names.stream()
                .map(name -> "  - {name: " + name + ", sandbox: " + name + "}\n")
                .collect(Collectors.joining());
        var loop = "{% for a in many %}{% for b in many %}{% set c = a %}{% endfor %}{% endfor %}own words";
        world.team(PEOPLE.replace("teams:\n", people + "teams:\n")
                        .replace("members: [alice, bob]", "rosters: {all: [" + String.join(", ", names) + "]}")
                        .replace("page: [alice, ", "page: [roster all of payments, ")
                + ("          chat: \"" + loop + "\"\n").indent(8));

        alert("disk full", "{\"many\": [" + "1, ".repeat(79) + "1]}");

        assertThat(words())
                .hasSize(41)
                .filteredOn(words -> words.contains("own words"))
                .hasSizeBetween(1, 16);
        assertThat(world.take(Purpose.NOTICE)).hasSize(2);
    }

    @Test
    void simulateShowsWhatAPageWouldSay() {
        world.team(PEOPLE + GOOD);
        assertThat(says("simulate checkout by sms")).contains("has had no incident yet");
        alert("disk full", BODY);
        words();

        assertThat(says("simulate checkout by sms")).contains("In the words of its template", "URGENT db-3 (1)");
        assertThat(says("simulate checkout by email")).contains("Subject: #1 DiskFull on db-3", "- <b>");
        assertThat(says("simulate checkout by slack")).contains("from the body: disk full");

        world.team(PEOPLE + "          sms: \"{{ hostname | round }}\"\n".indent(8));
        assertThat(says("simulate checkout by sms"))
                .contains(
                        "The template of checkout for SMS fails: it fails in line 1", "urgent #1 checkout: disk full");
        assertThat(says("simulate checkout by call")).contains("has no template for phone call");
    }
}
