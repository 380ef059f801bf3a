package dev.arke.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.card.Card;
import dev.arke.card.PlainText;
import dev.arke.card.Reader;
import dev.arke.chat.NoticeWords;
import dev.arke.database.Database;
import dev.arke.testkit.EachDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people who speak French hear by themselves; the others and the rooms go on hearing English. */
@EachDatabase
final class NoticesInFrenchTest {
    private static final Reader FRENCH = new Reader(Locale.FRENCH, Office.PARIS);
    private static final String WEDNESDAY = " from 2026-01-14T09:00 to 2026-01-15T09:00";

    private final Office office;
    private int heard;

    NoticesInFrenchTest(Database database) {
        office = new Office(database);
    }

    @BeforeEach
    void bobSpeaksFrench() {
        office.fill();
        tick();
        office.says("bob", "me language fr");
        heard = office.noticed().size();
    }

    private void tick() {
        office.tellAllDue();
        office.calendar.answer().expireAllDue();
    }

    private void pass(Duration time) {
        office.clock.advance(time);
        tick();
    }

    /** What this one was told since the last look. */
    private List<Card> toldTo(String who) {
        var all = office.noticed();
        var fresh = all.subList(heard, all.size());
        return fresh.stream()
                .filter(line -> line.startsWith(who + ": "))
                .map(line -> NoticeWords.card(line.substring(who.length() + 2)))
                .toList();
    }

    private String wordsTo(String who) {
        return PlainText.of(toldTo(who).getLast(), FRENCH);
    }

    @Test
    void remindersAndHandoffs() {
        office.incident("l'alerte {0} d’hier");
        office.shift("primary", office.bob, Duration.ofDays(10), Duration.ofDays(11));
        heard = office.noticed().size();

        pass(Duration.ofHours(4));
        assertThat(wordsTo("bob"))
                .startsWith("payments primary : bob est d’astreinte maintenant, jusqu’à lun. 12 janv. 2026 22:00 UTC+1,"
                        + " après alice.")
                .contains("#1 l'alerte {0} d'hier (personne ne l’a)", "Incidents ouverts: list");
        assertThat(toldTo("bob").getLast().summary()).contains("jusqu’à lun. 12 janv. 2026 22:00 UTC+1");
        assertThat(wordsTo("alice")).startsWith("payments primary: bob is on call now until");

        pass(Duration.ofDays(3));
        assertThat(wordsTo("bob"))
                .startsWith("Votre prochaine astreinte")
                .contains("primary pour payments (jeu. 22 janv. 2026 10:00 UTC+1 → ven. 23 janv. 2026 10:00 UTC+1)")
                .contains("Mes astreintes: shifts", "Me faire remplacer: cover anybody for me from 2026-01-22");
        assertThat(toldTo("bob").getLast().summary()).isEqualTo("Bientôt d’astreinte : primary pour payments");
    }

    @Test
    void requestsAndWhatBecameOfThem() {
        office.shift("primary", office.chen, Duration.ofDays(2), Duration.ofDays(3));
        office.says("chen", "cover @bob for me" + WEDNESDAY);
        assertThat(wordsTo("bob"))
                .startsWith(
                        "chen vous demande de remplacer chen comme primary de payments (mer. 14 janv. 2026 10:00 UTC+1")
                .contains("Valable jusqu’à ", "Accepter: accept ", "Refuser: decline ");

        office.says("bob", "decline");
        assertThat(wordsTo("chen")).startsWith("bob declined: primary of payments from");

        office.shift("primary", office.bob, Duration.ofDays(4), Duration.ofDays(5));
        office.says("bob", "cover @chen for me from 2026-01-16T10:00 to 2026-01-17T10:00");
        assertThat(wordsTo("chen")).startsWith("bob asks you to cover bob as primary of payments");
        office.says("chen", "decline");
        assertThat(wordsTo("bob"))
                .startsWith("chen a refusé : primary de payments (ven. 16 janv. 2026 10:00 UTC+1")
                .endsWith("Il n’y avait plus personne d’autre, donc rien ne change.");

        office.says("bob", "cover @chen for me from 2026-01-16T10:00 to 2026-01-17T10:00");
        pass(Duration.ofDays(4));
        assertThat(toldTo("bob"))
                .extracting(card -> PlainText.of(card, FRENCH))
                .anyMatch(words -> words.startsWith("Personne n’a accepté à temps : primary de payments"));
    }

    @Test
    void changesThatConcernThem() {
        office.says("chen", "override bob from 2026-01-13T10:00 to 2026-01-13T11:00 primary");
        heard = office.noticed().size();
        office.says("alice", "override bob from 2026-01-12T12:00 to 2026-01-12T13:00 primary of payments");
        assertThat(wordsTo("bob"))
                .isEqualTo("bob remplace alice comme primary de payments du lun. 12 janv. 2026 12:00 au lun. 12 janv."
                        + " 2026 13:00 (Europe/Paris). Changé par alice.");
        assertThat(office.noticed())
                .anyMatch(line -> line.contains("bob covers alice as primary of payments from Mon 12 Jan 2026 12:00"));
        office.says("alice", "undo");
        assertThat(wordsTo("bob"))
                .startsWith("Annulé par alice : bob ne remplace pas alice comme primary de payments du lun. 12 janv.");
    }

    @Test
    void adminsHearOfWhatIsWrong() {
        office.says("alice", "me language fr");
        office.says("chen", "take 1h primary of payments anyway");
        office.shift("primary", office.chen, Duration.ofHours(5), Duration.ofHours(6));
        office.says("bob", "override bob from 2026-01-12T17:00 to 2026-01-12T18:00 secondary");
        office.shift("primary", office.dana, Duration.ofDays(2), Duration.ofDays(3));
        pass(Duration.ofDays(1));

        assertThat(toldTo("alice"))
                .extracting(card -> PlainText.of(card, FRENCH))
                .anySatisfy(words -> assertThat(words)
                        .startsWith("À voir sur le calendrier de payments")
                        .contains("dana est primary (mer. 14 janv. 2026", "sans être joignable : aucun de ses moyens")
                        .contains("Couverture de payments: report coverage payments"));
    }
}
