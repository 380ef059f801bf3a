package dev.arke.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.card.PlainText;
import dev.arke.card.Reader;
import dev.arke.card.Reply;
import dev.arke.database.Database;
import dev.arke.testkit.EachDatabase;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What came of changing a calendar, told in French to somebody who speaks it; the others hear English. */
@EachDatabase
final class ChangesInFrenchTest {
    private static final Reader FRENCH = new Reader(Locale.FRENCH, Office.PARIS);

    private final Office office;

    ChangesInFrenchTest(Database database) {
        office = new Office(database);
    }

    @BeforeEach
    void aliceSpeaksFrench() {
        office.fill();
        office.says("alice", "me language fr");
    }

    private String alice(String line) {
        return says("alice", line);
    }

    private String says(String who, String line) {
        return PlainText.of(((Reply.Private) office.reply(who, line)).card(), FRENCH);
    }

    @Test
    void coversAndWhatIsInTheirWay() {
        assertThat(alice("override bob from 2026-01-12T12:00 to 2026-01-12T13:00 primary of payments"))
                .startsWith("bob remplace vous comme primary de payments (lun. 12 janv. 2026 12:00 UTC+1 → lun. 12")
                .contains("Annuler: undo ", "Astreintes de payments: shifts payments");
        assertThat(alice("undo"))
                .startsWith("Votre changement de payments (")
                .contains("est annulé : tout est désormais");
        assertThat(alice("undo"))
                .startsWith("Votre dernier changement de payments (")
                .endsWith("shifts payments");
        assertThat(alice("take 1h secondary of payments"))
                .startsWith("Rien n’a encore changé : vous avez autre chose pendant ce temps :\n"
                        + "- vous : primary de payments (")
                .contains("Le faire quand même: override ");
        assertThat(alice("cover bob for dana 1h"))
                .startsWith("Rien n’a changé : ")
                .doesNotContain("Nothing");
        assertThat(alice("cover me for web 1h")).contains("Je ne connais pas web (personne). Tapez ");
        assertThat(alice("override dana from 2026-01-12T12:00 to 2026-01-12T13:00 primary of payments"))
                .contains("Rien n’a changé : dana n’est pas dans l’équipe payments.");
        assertThat(office.says("chen", "take 1h secondary of payments")).startsWith("Nothing was changed: ");
    }

    @Test
    void shiftsByHand() {
        assertThat(alice("shifts add bob secondary from 2026-01-20T09:00 to 2026-01-20T10:00 of payments"))
                .startsWith("bob est secondary de payments (mar. 20 janv. 2026 09:00 UTC+1 → mar. 20 janv.");
        assertThat(alice("shifts add bob secondary from 2026-01-20T09:00 to 2026-01-20T10:00 of payments"))
                .startsWith("Rien n’a changé : cette astreinte est déjà là (mar. 20 janv.");
        assertThat(alice("shifts delete bob at 2026-01-20T09:30")).startsWith("bob n’est plus secondary de payments (");
        assertThat(alice("shifts delete bob at 2026-01-22T09:30"))
                .startsWith("Rien n’a changé : bob n’a pas cette astreinte de payments à ce moment-là. Tapez ");
        assertThat(alice("shifts unlink bob at 2026-01-22T09:30"))
                .startsWith("Rien n’a changé : bob n’a pas d’astreinte");
    }

    @Test
    void requests() {
        office.shift("primary", office.chen, Duration.ofDays(2), Duration.ofDays(3));
        office.says("chen", "me language fr");

        assertThat(says("chen", "cover @bob for me from 2026-01-14T11:00 to 2026-01-14T12:00"))
                .startsWith("J’ai demandé à bob de prendre primary de payments (mer. 14 janv.")
                .contains("Rien ne bouge avant que quelqu’un accepte ; c’est ouvert jusqu’à", "Retirer: decline ");
        assertThat(alice("accept")).startsWith("Personne ne vous a demandé de prendre quoi que ce soit.");
        assertThat(office.says("bob", "accept")).startsWith("You have primary of payments from");
        assertThat(alice("swap 2026-02-20 with bob"))
                .startsWith("Vous n’avez pas d’astreinte en cours ou à venir le 2026-02-20");
    }

    @Test
    void vacationsAndFeeds() {
        assertThat(alice("vacation 2026-01-20 to 2026-01-21"))
                .startsWith("Vous êtes en congé (mar. 20 janv. 2026 00:00 UTC+1 → jeu. 22 janv.")
                .contains("Les rotations vous sautent.", "Annuler: undo ");
        assertThat(alice("vacation cancel 2026-01-20")).startsWith("Vous n’êtes finalement pas en congé");
        assertThat(alice("vacation cancel 2026-01-20")).startsWith("Il n’y a pas de congé ce jour-là.");
        assertThat(alice("vacation 2026-01-21 to 2026-01-20"))
                .startsWith("Rien n’a changé : le dernier jour est avant");
        assertThat(alice("vacation import"))
                .startsWith("Quel calendrier ? Collez son adresse")
                .contains("sur une page");
        assertThat(alice("feed")).startsWith("Un agenda qui s’abonne à cette adresse montre vos astreintes : ");
        assertThat(alice("feed")).startsWith("Vous avez une adresse pour vos astreintes depuis");
        assertThat(alice("feed revoke")).startsWith("L’adresse pour vos astreintes ne mène plus nulle part.");
        assertThat(office.says("bob", "feed")).startsWith("A calendar program that subscribes to this address");
    }
}
