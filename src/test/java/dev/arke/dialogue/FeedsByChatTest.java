package dev.arke.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.arke.card.Reply;
import dev.arke.database.Database;
import dev.arke.responder.AuditStore.AuditEntry;
import dev.arke.testkit.EachDatabase;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Feeds are made, replaced and revoked by {@code feed}; bob is in team payments, alice is an admin. */
@EachDatabase
final class FeedsByChatTest {
    private static final Pattern ADDRESS = Pattern.compile("/calendar/([A-Za-z0-9_-]{43})\\.ics");

    private final Office office;

    FeedsByChatTest(Database database) {
        office = new Office(database);
    }

    @BeforeEach
    void fill() {
        office.fill();
    }

    @Test
    void anAddressIsShownOnceAndCannotBeShared() {
        var reply = office.reply("bob", "feed");

        assertThat(reply)
                .isInstanceOfSatisfying(
                        Reply.Private.class,
                        told -> assertThat(told.shareable()).isFalse());
        var token = token(Office.text(reply));
        assertThat(read(token)).isTrue();
        assertThat(office.says("bob", "feed"))
                .startsWith("You have had an address for the shifts you have since Mon 12 Jan 2026 09:00 UTC")
                .doesNotContainPattern(ADDRESS);
        assertThat(read(token)).isTrue();
    }

    @Test
    void aNewOneEndsTheOldOneAndLeavesTheOthers() {
        var own = token(office.says("bob", "feed"));
        var team = token(office.says("bob", "feed payments"));
        var role = token(office.says("bob", "feed primary of payments"));

        var anew = token(office.says("bob", "feed new"));

        assertThat(read(own)).isFalse();
        assertThat(read(anew)).isTrue();
        assertThat(read(team)).isTrue();
        assertThat(read(role)).isTrue();
    }

    @Test
    void revokedItLeadsNowhere() {
        var own = token(office.says("bob", "feed"));
        var role = token(office.says("bob", "feed primary"));
        assertThat(office.says("bob", "feed revoke primary of payments"))
                .startsWith("The address for who is primary of payments no longer works.");
        assertThat(read(role)).isFalse();
        assertThat(read(own)).isTrue();
        assertThat(office.says("bob", "feed revoke primary of payments")).startsWith("There is no such address.");
        assertThat(office.says("bob", "feed revoke all"))
                .startsWith("The address for the shifts you have no longer works");
        assertThat(read(own)).isFalse();
    }

    @Test
    void onlyAnAdminRevokesThoseOfOthersAndBothIsKept() {
        var own = token(office.says("bob", "feed"));

        assertThat(office.says("chen", "feed revoke all of bob")).startsWith("Only admins of Arke may do this.");
        assertThat(read(own)).isTrue();
        office.says("alice", "feed revoke all of bob");

        assertThat(read(own)).isFalse();
        assertThat(office.audited())
                .extracting(AuditEntry::actor, AuditEntry::verb, AuditEntry::subject, AuditEntry::allowed)
                .contains(
                        tuple("person:bob", "feed", "own shifts", true),
                        tuple("person:chen", "feed revoke", "bob", false),
                        tuple("person:alice", "feed revoke", "bob", true));
    }

    @Test
    void whoeverIsNotKnownHasNone() {
        assertThat(office.says("hana", "feed")).startsWith("I do not know which responder you are.");
        assertThat(office.says("hana", "feed revoke")).startsWith("I do not know which responder you are.");
        assertThat(office.says("bob", "feed paymnets")).startsWith("I know no team or service called paymnets.");
    }

    private boolean read(String token) {
        return office.feeds.read().read(token).isPresent();
    }

    private static String token(String said) {
        var address = ADDRESS.matcher(said);
        assertThat(address.find()).as(said).isTrue();
        return address.group(1);
    }
}
