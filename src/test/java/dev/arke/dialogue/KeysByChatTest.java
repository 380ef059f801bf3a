package dev.arke.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.arke.card.Reply;
import dev.arke.database.Database;
import dev.arke.responder.ApiScope;
import dev.arke.responder.AuditStore.AuditEntry;
import dev.arke.testkit.EachDatabase;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys of programs are made and revoked by {@code admin key}; alice is an admin, bob is none. */
@EachDatabase
final class KeysByChatTest {
    private static final Pattern TOKEN = Pattern.compile("arke_[A-Za-z0-9_-]{43}");

    private final Office office;

    KeysByChatTest(Database database) {
        office = new Office(database);
    }

    @BeforeEach
    void fill() {
        office.fill();
    }

    @Test
    void aKeyIsShownOnceAndIsOfOneTeamOrOfAll() {
        var reply = office.reply("alice", "admin key grafana read payments");

        assertThat(reply)
                .isInstanceOfSatisfying(
                        Reply.Private.class,
                        told -> assertThat(told.shareable()).isFalse());
        var key = office.keys.find().find(token(Office.text(reply))).orElseThrow();
        assertThat(key.scope()).isEqualTo(ApiScope.READ);
        assertThat(key.teamId()).isEqualTo(Optional.of(office.payments.id()));
        var all = office.keys
                .find()
                .find(token(office.says("alice", "admin key robot admin")))
                .orElseThrow();
        assertThat(all.teamId()).isEmpty();
        assertThat(office.says("alice", "admin keys"))
                .contains("grafana may read of payments; made by person:alice", "robot may admin of all teams")
                .doesNotContainPattern(TOKEN);
    }

    @Test
    void revokedItOpensNothing() {
        var token = token(office.says("alice", "admin key grafana write"));

        assertThat(office.says("alice", "admin key Grafana read")).startsWith("There is a key called grafana.");
        assertThat(office.says("alice", "admin key revoke grafana")).startsWith("The key grafana no longer works.");

        assertThat(office.keys.find().find(token)).isEmpty();
        assertThat(office.says("alice", "admin key revoke grafana")).startsWith("There are no keys.");
    }

    @Test
    void onlyAdminsMayAndTheOthersTriesAreKept() {
        assertThat(office.says("bob", "admin key grafana read")).startsWith("Only admins of Arke may do this.");
        assertThat(office.says("bob", "admin keys")).startsWith("Only admins of Arke may do this.");
        assertThat(office.says("alice", "admin keys")).startsWith("There are no keys.");
        assertThat(office.audited())
                .extracting(AuditEntry::actor, AuditEntry::verb, AuditEntry::subject, AuditEntry::allowed)
                .contains(tuple("person:bob", "key", "grafana", false));
    }

    @Test
    void whatIsNoKeyIsSaid() {
        assertThat(office.says("alice", "admin key grafana all")).startsWith("The scopes are read, write and admin");
        assertThat(office.says("alice", "admin key graf@na read")).startsWith("A key's name is at most 64 letters");
        assertThat(office.says("alice", "admin key grafana read paymnets"))
                .startsWith("I know no team or service called paymnets.");
        assertThat(office.says("alice", "admin")).startsWith("I know admin keys");
    }

    private static String token(String said) {
        var token = TOKEN.matcher(said);
        assertThat(token.find()).as(said).isTrue();
        return token.group();
    }
}
