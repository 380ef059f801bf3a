package dev.arke.scenario;

import static dev.arke.scenario.SlackOffice.ALICE;
import static dev.arke.scenario.SlackOffice.BOB;
import static dev.arke.scenario.SlackOffice.GUEST;
import static dev.arke.scenario.SlackOffice.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arke.chat.ChannelLink;
import dev.arke.chat.ChannelState;
import dev.arke.engine.people.Channels;
import dev.arke.responder.ChannelAddress;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import dev.arke.testkit.slack.FakeChat.Ephemeral;
import dev.arke.testkit.slack.FakeSlack;
import dev.arke.testkit.slack.SlackSends.Spot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bot is invited to channels, and hears what becomes of them. */
@EachDatabase
final class SlackInvitedTest {
    private static final String OPS = "C0OPS";
    private static final ChannelAddress THERE = new ChannelAddress(ContactKind.SLACK, OPS);

    private final TestDatabase database;
    private SlackOffice office;

    SlackInvitedTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void anotherChannel() {
        office = new SlackOffice(database);
        office.slack.rooms().channel(OPS, "ops");
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void whoeverInvitesItIsAskedWhatForAndLinksWithAClick() {
        var envelope = office.sends.joined(FakeSlack.BOT, OPS, Optional.of(BOB));
        office.event(envelope);
        office.event(envelope);

        assertThat(asked(1)).singleElement().satisfies(offer -> {
            assertThat(offer.channel()).isEqualTo(OPS);
            assertThat(offer.user()).isEqualTo(BOB);
            assertThat(offer.blocks().toString())
                    .contains("Whose incidents should this channel show?", "Link payments", "link team payments");
        });
        office.sends.click(BOB, Spot.privately(OPS), "run:0", "link team payments");
        await(() -> links().isEmpty() ? Optional.empty() : Optional.of(links()));
        office.work();
        assertThat(office.carrier.take())
                .singleElement()
                .satisfies(line -> assertThat(line.message().address()).isEqualTo(OPS));

        office.event(office.sends.joined(FakeSlack.BOT, OPS, Optional.of(BOB)));
        assertThat(await(() -> office.slack.chat().ephemerals().stream()
                        .map(told -> told.blocks().toString())
                        .filter(words -> words.contains("I am here for"))
                        .findFirst()))
                .contains("I am here for payments", "Links of this channel");
    }

    @Test
    void nobodyIsAskedWhereItCameByItselfOrSomebodyElseCame() {
        office.event(office.sends.joined(FakeSlack.BOT, OPS, Optional.empty()));
        office.event(office.sends.joined(FakeSlack.BOT, OPS, Optional.of(FakeSlack.BOT)));
        office.event(office.sends.joined(ALICE, OPS, Optional.of(BOB)));
        office.event(office.sends.joined(FakeSlack.BOT, OPS, Optional.of(ALICE)));

        assertThat(asked(1))
                .singleElement()
                .satisfies(told -> assertThat(told.blocks().toString()).contains("An admin of a team can link it"));
    }

    @Test
    void aGuestIsToldThatMembersDecide() {
        office.event(office.sends.joined(FakeSlack.BOT, OPS, Optional.of(GUEST)));

        assertThat(asked(1))
                .singleElement()
                .satisfies(told -> assertThat(told.blocks().toString()).doesNotContain("link team payments"));
    }

    @Test
    void theFormLinksWithEveryOption() {
        office.sends.command(BOB, OPS, "link");
        var form = office.form();
        assertThat(form.json().path("callback_id").asText()).isEqualTo("form:link");
        assertThat(form.json().toString()).contains("Team payments, all its services", "Service checkout");

        office.sends.submit(
                BOB,
                form,
                Map.of(
                        "target", "service checkout",
                        "priority", "high",
                        "timeline", "flat",
                        "topic", "yes",
                        "group", "@oncall-payments",
                        "handoffs", "no"));

        var link = await(() -> links().stream().findFirst());
        assertThat(link.serviceId()).isPresent();
        assertThat(link.options().topic()).isTrue();
        assertThat(link.options().handoffs()).isFalse();
        assertThat(link.options().group()).map(ChannelLink.UserGroup::name).contains("oncall-payments");
        office.work();
        office.carrier.take();
    }

    @Test
    void whatBecomesOfALinkedChannelIsKnown() {
        link();
        office.event(office.sends.renamed(OPS, "operations"));
        office.event(office.sends.channel("channel_archive", OPS));
        assertThat(state().name()).contains("operations");
        assertThat(problem()).contains("It is archived.");

        office.event(office.sends.channel("channel_unarchive", OPS));
        assertThat(state().problem()).isEmpty();
        office.event(office.sends.left(ALICE, OPS));
        assertThat(state().problem()).isEmpty();
        office.event(office.sends.left(FakeSlack.BOT, OPS));
        assertThat(problem()).contains("I was removed from it.");
        office.event(office.sends.joined(FakeSlack.BOT, OPS, Optional.empty()));
        assertThat(state().problem()).isEmpty();

        for (var type : List.of("group_archive", "group_left", "channel_left")) {
            office.event(office.sends.channel(type, OPS));
            assertThat(state().problem()).as(type).isPresent();
            office.event(office.sends.channel("group_unarchive", OPS));
            assertThat(state().problem()).as(type).isEmpty();
        }
        var renamed = office.sends.renamed(OPS, "secret-operations");
        ((ObjectNode) renamed.get("event")).put("type", "group_rename");
        office.event(renamed);
        assertThat(state().name()).contains("secret-operations");
    }

    @Test
    void aLinkMovesWithItsChannelAndEndsWithIt() {
        link();
        office.event(office.sends.moved(OPS, "C0SHARED"));
        assertThat(links()).isEmpty();
        var shared = new ChannelAddress(ContactKind.SLACK, "C0SHARED");
        assertThat(channels().linksAt(shared)).hasSize(1);

        var deleted = office.sends.channel("channel_deleted", "C0SHARED");
        office.event(deleted);
        office.event(deleted);
        office.work();
        assertThat(channels().linksAt(shared)).isEmpty();
        assertThat(office.carrier.take())
                .singleElement()
                .satisfies(told -> assertThat(told.text()).contains("was deleted"));
    }

    @Test
    void anEventOfAChannelThatIsNobodysChangesNothing() {
        for (ObjectNode event : List.of(
                office.sends.channel("channel_archive", OPS),
                office.sends.channel("group_deleted", OPS),
                office.sends.renamed("C0UNKNOWN", "x"),
                office.sends.moved(OPS, "C0ELSE"))) office.event(event);

        assertThat(office.engine().rooms().read().read(THERE)).isEmpty();
    }

    private void link() {
        office.sends.command(BOB, OPS, "link payments no handoffs");
        await(() -> links().stream().findFirst());
        office.work();
        office.carrier.take();
    }

    private List<Ephemeral> asked(int many) {
        return await(() -> Optional.of(office.slack.chat().ephemerals()).filter(all -> all.size() >= many));
    }

    private Channels channels() {
        return office.directory().channels();
    }

    private List<ChannelLink> links() {
        return channels().linksAt(THERE);
    }

    private ChannelState state() {
        return office.engine().rooms().read().read(THERE).orElseThrow();
    }

    private String problem() {
        return state().problem().map(ChannelState.Problem::words).orElse("");
    }
}
