package dev.arke.scenario;

import static dev.arke.scenario.TeamsOffice.BOB;
import static dev.arke.scenario.TeamsOffice.HANA;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arke.incident.Incident;
import dev.arke.teams.card.Press;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import dev.arke.testkit.teams.FakeTeams.Posted;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lines that no button of ours has: who clicked is told so in words, alone, and nothing is changed. */
@EachDatabase
final class TeamsTamperedTest extends InTeams {
    private Posted root;

    TeamsTamperedTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void open() {
        office.install();
        root = office.incident();
    }

    @Test
    void tamperedLinesAreAnsweredInWordsAndChangeNothing() {
        var entries = office.timeline(1);
        var tampered = Map.of(
                "frobnicate everything",
                "frobnicate",
                "ack 99999999999999999999",
                "",
                "note 1",
                "",
                "priority 1 enormous",
                "",
                "admin keys make evil",
                "",
                "x".repeat(1_001),
                "do not know this button");
        tampered.forEach((line, words) -> {
            office.advance(Duration.ofSeconds(2));
            int before = office.teams.to(HANA).size();
            var heard = office.sends.send(office.sends.click(HANA, root.conversation(), root.id(), run(line)));
            assertThat(heard.status()).as(line).isEqualTo(200);
            assertThat(told(heard.json(), before)).as(line).isNotBlank().contains(words);
        });
        assertThat(office.timeline(1)).hasSameSizeAs(entries);
        assertThat(office.open()).singleElement().isInstanceOf(Incident.Triggered.class);
        assertThat(office.teams.repliesTo(root)).noneMatch(post -> post.words().contains("frobnicate"));
    }

    @Test
    void aButtonGivesNobodyMoreRightsThanTheyHave() {
        var shifts = office.sends.click(
                HANA, root.conversation(), root.id(), run("shifts add @bob primary from now for 2h"));
        int before = office.teams.to(HANA).size();

        assertThat(told(office.sends.send(shifts).json(), before)).isNotBlank().doesNotContain("is primary of");

        assertThat(office.ask(BOB, "who").words()).doesNotContain("primary: bob");
    }

    /** The toast, and what it announces in the chat of hana. */
    private String told(JsonNode heard, int before) {
        assertThat(heard.path("type").asText()).isEqualTo("application/vnd.microsoft.activity.message");
        var toast = heard.path("value").asText();
        return toast.contains("I have answered you in our chat")
                ? office.next(HANA, before).words()
                : toast;
    }

    private static JsonNode run(String line) {
        return new Press.Run(line).data();
    }
}
