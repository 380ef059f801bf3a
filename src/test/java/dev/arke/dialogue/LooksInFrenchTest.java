package dev.arke.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.card.PlainText;
import dev.arke.card.Reader;
import dev.arke.card.Reply;
import dev.arke.database.Database;
import dev.arke.testkit.EachDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody who speaks French is shown when they look; the others go on seeing English. */
@EachDatabase
final class LooksInFrenchTest {
    private static final Reader FRENCH = new Reader(Locale.FRENCH, Office.PARIS);

    private final Office office;

    LooksInFrenchTest(Database database) {
        office = new Office(database);
    }

    @BeforeEach
    void bobSpeaksFrench() {
        office.fill();
        office.says("bob", "me language fr");
    }

    private String bob(String line) {
        return PlainText.of(((Reply.Private) office.reply("bob", line)).card(), FRENCH);
    }

    @Test
    void listsAndWhatConcernsThem() {
        long one = office.incident("disk full");
        long two = office.incident("queue stuck");
        office.says("bob", "ack " + two);

        assertThat(bob("list"))
                .startsWith("2 incidents en cours pour payments\n1 non pris, 1 pris.")
                .contains("#" + one
                        + " priorité haute, checkout : disk full. Personne ne s’en occupe, depuis lun. 12"
                        + " janv. 2026 10:00")
                .contains("bob s’en occupe depuis", "Prendre #" + one + ": ack " + one, "Les miens: list mine");
        assertThat(bob("list urgent snoozed mine"))
                .startsWith("Aucun incident en pause de priorité urgente (responsable : vous)");
        assertThat(bob("list resolved")).contains("Rien à faire ici. Pour regarder partout, tapez /oncall list all.");
        assertThat(bob(""))
                .startsWith("Ce qui vous concerne maintenant\nVous n’êtes pas d’astreinte maintenant.")
                .contains("primary pour payments (lun. 12 janv. 2026 14:00 UTC+1 → ", "Vous avez\n- #" + two)
                .contains("D’astreinte pour payments", "Incidents ouverts: list");
        assertThat(office.says("alice", "list")).startsWith("2 open incidents for payments\n1 triggered");
    }

    @Test
    void anIncidentWithItsTimeline() {
        long number = office.incident("disk full");
        office.says("alice", "ack " + number);
        office.says("alice", "unack " + number);
        office.says("alice", "snooze " + number + " 1h");
        office.says("alice", "priority " + number + " urgent");
        office.says("alice", "resolve " + number + " a fait de la place");

        assertThat(bob("show " + number))
                .contains("Chronologie", "Ouvert par chen, priorité haute.", "Étape 1, on appelle : alice.")
                .contains("alice l’a pris.", "alice l’a rendu : les appels reprennent.")
                .contains("alice l’a mis en pause jusqu’à", "Résolu par alice : a fait de la place")
                .contains("La priorité est maintenant urgente ; elle était haute (changée par alice).")
                .contains("Appels\n", "alice par sandbox : pas envoyé : ce n’était plus nécessaire.")
                .doesNotContain("took it", "Paging", "Pages");
        assertThat(office.says("alice", "show " + number)).contains("alice gave it back: paging starts again.");
        assertThat(bob("show 4711")).startsWith("Il n’y a pas d’incident #4711.");
    }

    @Test
    void whoIsOnCallAndWhoComes() {
        assertThat(bob("who"))
                .startsWith(
                        "D’astreinte pour payments\n- primary : alice jusqu’à lun. 12 janv. 2026 14:00 UTC+1, puis bob")
                .contains("Qui vient ensuite: next payments");
        assertThat(bob("who web")).contains("Personne n’est d’astreinte : l’équipe web n’a rien de prévu.");
        assertThat(bob("who alice")).startsWith("alice est d’astreinte maintenant.\n- primary pour payments jusqu’à");
        assertThat(bob("who alice at 2026-01-30")).contains("alice n’est pas d’astreinte (");
        assertThat(bob("next checkout"))
                .startsWith("Prochaines astreintes de checkout (équipe payments)")
                .contains("Maintenant : alice jusqu’à");
        assertThat(bob("shifts"))
                .startsWith("Astreintes de bob\n- primary pour payments (")
                .contains("Échanger…: swap");
        assertThat(bob("calendar")).contains("payments · 12 janv. 2026 → 25 janv. 2026", "alice : primary (lun. 12");
        assertThat(bob("rotation why"))
                .startsWith("D’astreinte pour payments, et pourquoi")
                .contains("mis à la main");
        assertThat(bob("rotation list web")).contains("Il n’y en a pas.");
        assertThat(office.says("alice", "who")).startsWith("On call for payments");
    }

    @Test
    void whoWouldBePaged() {
        assertThat(bob("simulate checkout"))
                .startsWith("Si checkout tombait en panne maintenant\nCeci n’appelle personne.")
                .contains(
                        "étape 1 : alice (sandbox aussitôt)", "étape 1, de nouveau : alice", "dernier recours : alice")
                .contains("Le dernier revient toutes les 10 min jusqu’à ce que quelqu’un prenne l’incident.");
        assertThat(bob("simulate web"))
                .contains("Ce qui n’irait pas", "Personne n’est primary de web (", "L’étape 1 ne joint personne");
        assertThat(bob("simulate payments")).contains("payments est une équipe. Lequel de ses services ?");
        assertThat(bob("simulate checkout by sms")).startsWith("checkout n’a encore eu aucun incident");
    }

    @Test
    void help() {
        assertThat(bob("help"))
                .startsWith("Ce que vous pouvez taper\nRegarder\n")
                .contains("/oncall ack [NUMBER...] : le prendre : les appels s’arrêtent", "Traiter un incident")
                .contains("Les mots en capitales sont à remplacer", "Incidents ouverts: list");
        assertThat(bob("help ack"))
                .startsWith("ack : le prendre : les appels s’arrêtent")
                .contains("Vous prenez l’incident", "Par exemple", "Pareil : acknowledge, claim.");
        assertThat(office.says("alice", "help ack")).startsWith("ack: take it: paging stops");
    }

    @Test
    void reports() {
        office.incident("disk full");
        office.delivered();
        office.shift("primary", office.chen, Duration.ofHours(1), Duration.ofHours(2));

        assertThat(bob("report"))
                .startsWith("Rapport sur payments\nDu 2026-01-01 au 2026-01-31 inclus")
                .contains("alice : 4 h comme primary en 1 tour", "Mois précédent: report payments");
        assertThat(bob("report last month")).contains("Personne n’était d’astreinte pendant ce temps");
        assertThat(bob("report coverage")).contains("Couverture de payments", "alice et chen sont tous deux primary");
        assertThat(bob("report csv")).startsWith("Rapport sur payments du 2026-01-01 au 2026-01-31 :");
        for (var line : List.of("report", "report bob"))
            assertThat(office.says("alice", line)).startsWith("Report on ");
    }
}
