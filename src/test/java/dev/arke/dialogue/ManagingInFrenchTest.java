package dev.arke.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.database.Database;
import dev.arke.testkit.EachDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rosters, rotations, keys, accounts, links and pages by hand, told in French to an admin who speaks it. */
@EachDatabase
final class ManagingInFrenchTest {
    private final Office office;

    ManagingInFrenchTest(Database database) {
        office = new Office(database);
    }

    @BeforeEach
    void aliceSpeaksFrench() {
        office.fill();
        office.says("alice", "me language fr");
    }

    private String alice(String line) {
        return office.says("alice", line);
    }

    @Test
    void pagesByHandAndRooms() {
        assertThat(alice("page checkout \"tout est rouge\" urgent"))
                .startsWith(
                        "#1 est ouvert sur checkout. J’appelle alice, puis qui vient ensuite, jusqu’à ce que quelqu’un")
                .contains("Voir: show 1", "Je le prends: ack 1", "Annuler: resolve 1 paged by mistake");
        assertThat(alice("page payments \"lent\"")).startsWith("Personne n’a encore été appelé : l’équipe a plusieurs");
        assertThat(alice("page nobody \"x\"")).startsWith("Personne n’a été appelé. Je ne connais pas nobody");
        assertThat(alice("room 1 archive")).startsWith("#1 n’a pas de salon. Pour en ouvrir un :");
        assertThat(office.says("bob", "page checkout \"slow\""))
                .contains(" is open on checkout. I am paging alice, and");
    }

    @Test
    void rostersAndRotations() {
        assertThat(alice("roster web")).startsWith("web n’a pas encore de liste. Tapez ");
        assertThat(alice("roster add bob to spare of payments new"))
                .startsWith("Maintenant spare : bob\nLes astreintes publiées restent à qui les a.")
                .contains("Annuler: roster remove bob");
        assertThat(alice("roster payments")).startsWith("Listes de payments").contains("spare : bob");
        assertThat(alice("roster out bob spare of payments")).contains("bob (ne prend pas de tour)");
        assertThat(alice("roster add dana to spare of payments"))
                .startsWith("Rien n’a changé : dana n’est pas dans l’équipe payments.");
        alice("roster in bob spare of payments");
        assertThat(alice("rotation add days role shadow roster spare every 1w starting 2026-01-19T09:00 of payments"))
                .startsWith("Enregistré : days\nshadow, chaque 1w à partir de 2026-01-19T09:00 à l’heure de")
                .contains("Les deux semaines à venir :", "Annuler: rotation remove days");
        assertThat(alice("rotation pause days")).startsWith("La rotation days est en pause :");
        assertThat(alice("rotation resume days")).startsWith("La rotation days planifie de nouveau.");
        assertThat(alice("rotation show days"))
                .startsWith("Rotation days\n")
                .contains("Mettre en pause: rotation pause");
        assertThat(alice("rotation remove days")).startsWith("Rien n’a encore changé : la rotation days emporterait");
        assertThat(alice("rotation show nights")).startsWith("Rien n’a changé : payments n’a pas de rotation nights.");
        assertThat(office.says("bob", "roster payments")).startsWith("Rosters of payments");
    }

    @Test
    void keysAccountsAndLinks() {
        assertThat(alice("admin keys")).startsWith("Il n’y a pas de clé. Tapez ");
        assertThat(alice("admin key grafana read payments"))
                .startsWith("La clé grafana peut read de payments : ")
                .contains("Elle n’est montrée que cette fois");
        assertThat(alice("admin keys")).startsWith("Clés des programmes :").contains("grafana peut read de payments");
        assertThat(alice("admin key revoke grafana")).startsWith("La clé grafana n’ouvre plus rien.");
        assertThat(alice("connect alice")).startsWith("Je vous connais : vous êtes alice avec ce compte.\nVos comptes");
        assertThat(alice("link web min high flat"))
                .startsWith("Relié à ce salon : équipe web (les incidents de priorité haute et plus; leurs")
                .contains("Annuler: unlink team web");
        assertThat(alice("link")).startsWith("Ce salon a un lien.").contains("équipe web : les incidents de priorité");
        assertThat(alice("unlink web")).startsWith("Lien défait : équipe web.");
        assertThat(alice("unlink checkout")).contains("Cela n’est pas relié à ce salon.");
    }
}
