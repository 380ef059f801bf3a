package dev.arke.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.responder.Actor;
import dev.arke.responder.ContactKind;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is kept of who has an incident, and what is read from it. */
final class OwnerTest {
    private static final Actor.Unlinked EVE = account("Eve \u202E Miller\n");

    @Test
    void anAccountIsKeptWithTheNameThatTheChatTold() {
        var owner = new Owner(Owner.of(EVE).kept());

        assertThat(owner.word()).isEqualTo("teams:tenant/8f-2a");
        assertThat(owner.label()).isEqualTo("Eve Miller");
        assertThat(owner.is(account("Eve Smith"))).isTrue();
        assertThat(owner.person()).isEmpty();
    }

    @Test
    void withoutANameAnAccountIsCalledByItsId() {
        assertThat(Owner.of(account(" "))).isEqualTo(new Owner("teams:tenant/8f-2a"));
        assertThat(new Owner("teams:tenant/8f-2a").label()).isEqualTo("8f-2a");
    }

    @Test
    void aLongNameIsCutBetweenCharactersAndFits() {
        var name = "x" + "\uD83D\uDE92".repeat(300);

        assertThat(Owner.of(account(name)).label()).isEqualTo(name.substring(0, 59));
        for (int length = 100; length <= 187; length++) {
            var account = new Actor.Unlinked(ContactKind.TEAMS, "tenant", "9".repeat(length), name);
            var owner = Owner.of(account);
            assertThat(owner.kept()).hasSizeLessThanOrEqualTo(200);
            assertThat(owner.is(account)).as(owner.kept()).isTrue();
            assertThat(owner.label()).doesNotEndWith("\uD83D");
        }
    }

    @Test
    void othersAreCalledWithoutWhatTheyAre() {
        assertThat(Owner.of(new Actor.Person(new UUID(0, 1), "alice")).person()).contains("alice");
        assertThat(new Owner("person:alice").label()).isEqualTo("alice");
        assertThat(new Owner("monitor:slack:a/b c").label()).isEqualTo("slack:a/b c");
        assertThat(new Owner("key:a/b c").word()).isEqualTo("key:a/b c");
        assertThat(new Owner("key:a/b c").label()).isEqualTo("a/b c");
    }

    private static Actor.Unlinked account(String name) {
        return new Actor.Unlinked(ContactKind.TEAMS, "tenant", "8f-2a", name);
    }
}
