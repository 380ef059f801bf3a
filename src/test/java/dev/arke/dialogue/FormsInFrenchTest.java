package dev.arke.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.card.Form;
import dev.arke.card.Form.Choice;
import dev.arke.card.Form.Input;
import dev.arke.card.Reply;
import dev.arke.database.Database;
import dev.arke.testkit.EachDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Forms ask somebody who speaks French in French, and say so what is wrong; others are asked in English. */
@EachDatabase
final class FormsInFrenchTest {
    /** What Slack shows of a title or a button. */
    private static final int LONGEST = 24;

    private final Office office;

    FormsInFrenchTest(Database database) {
        office = new Office(database);
    }

    @BeforeEach
    void aliceSpeaksFrench() {
        office.fill();
        office.says("alice", "me language fr");
    }

    private Form form(String who, String line) {
        return ((Reply.Open) office.reply(who, line)).form();
    }

    private Map<String, String> mistakes(String verb, Map<String, String> values) {
        var submitted = office.dialogue.submit(Office.asker("alice"), Office.room(), verb, values);
        return ((Submitted.Invalid) submitted).errors();
    }

    @Test
    void everyFormHasAShortTitle() {
        office.incident("disk full");
        office.shift("primary", office.alice, Duration.ofDays(3), Duration.ofDays(4));

        var forms = List.of(
                "page",
                "snooze 1",
                "note 1",
                "reassign 1",
                "add 1",
                "merge 1",
                "priority 1",
                "ask 1",
                "me change",
                "cover",
                "override",
                "swap",
                "vacation",
                "shifts add",
                "shifts edit",
                "shifts delete",
                "shifts link",
                "shifts unlink",
                "rotation add",
                "roster change",
                "link new");
        for (var line : forms) {
            var french = form("alice", line);
            assertThat(List.of(french.title(), french.submit())).as(line).allMatch(words -> words.length() <= LONGEST);
            assertThat(french.inputs())
                    .extracting(Input::label)
                    .as(line)
                    .noneMatch(label -> label.matches(".*\\b(the|Which|Who|From|or|What)\\b.*"));
        }
    }

    @Test
    void whatIsAskedAndOffered() {
        var page = form("alice", "page");
        assertThat(page.title()).isEqualTo("Appeler quelqu’un");
        assertThat(page.input("priority")).get().isInstanceOfSatisfying(Input.ChoiceInput.class, priority -> {
            assertThat(priority.label()).isEqualTo("Priorité");
            assertThat(priority.choices()).contains(new Choice("urgent", "Urgente"), new Choice("low", "Faible"));
        });
        assertThat(form("alice", "me change").input("urgent").orElseThrow().label())
                .startsWith("Incidents de priorité urgente");
        assertThat(form("bob", "page").title()).isEqualTo("Page somebody");
    }

    @Test
    void eachMistakeIsToldAtItsField() {
        assertThat(mistakes("page", Map.of("target", "chekout", "text", " ", "priority", "very")))
                .isEqualTo(Map.of(
                        "target",
                        "Je ne connais pas chekout (service, équipe ou personne). Vouliez-vous dire checkout ?",
                        "text",
                        "Qu’est-ce qui ne va pas ? Une phrase suffit.",
                        "priority",
                        "Quelle priorité ? Choisissez urgente, haute, moyenne ou faible."));
        assertThat(mistakes("override", Map.of("target", "bob", "from", "blursday", "to", "4h", "duty", "primary")))
                .containsEntry("from", "Je n’y lis aucune heure. Écrivez now, ou une heure comme fri 18:00.");
        assertThat(mistakes("me", Map.of("urgent", "pigeon", "many", "lots")))
                .containsEntry(
                        "many", "Je ne peux pas lire « lots ». Écrivez-le comme more than 3 sms in 10m use email.")
                .containsKey("urgent");
        assertThat(mistakes("rotation", Map.of("target", "weekly", "every", "x")))
                .containsEntry(
                        "every", "x n’est pas la durée d’un tour. Écrivez 12h, 1d, 1w (jusqu’à un an), ou 4d, 3d.");
    }
}
