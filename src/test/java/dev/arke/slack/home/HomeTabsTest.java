package dev.arke.slack.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.card.Card;
import dev.arke.database.Database;
import dev.arke.database.Durability;
import dev.arke.engine.incident.ReadNews;
import dev.arke.incident.TimelineStore;
import dev.arke.responder.DirectoryVersionStore;
import dev.arke.slack.web.OwnApp;
import dev.arke.slack.web.SlackClient;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.MovableInstants;
import dev.arke.testkit.slack.Answer;
import dev.arke.testkit.slack.FakeSlack;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@EachDatabase
final class HomeTabsTest {
    private final MovableInstants clock = new MovableInstants();
    private final FakeSlack slack = FakeSlack.start();
    private final SlackClient client = new SlackClient(slack.settings(), clock);
    private final AtomicReference<String> words = new AtomicReference<>("All quiet");
    private final AtomicInteger made = new AtomicInteger();
    private final Database database;
    private final DirectoryVersionStore version;
    private final HomeTabs tabs;

    HomeTabsTest(Database database) {
        this.database = database;
        this.version = new DirectoryVersionStore(database.dsl());
        tabs = new HomeTabs(
                (team, user) -> {
                    made.incrementAndGet();
                    return List.of(Card.line(user + ": " + words.get()));
                },
                new ReadNews(database.transactions(), new TimelineStore(database.dsl()), version),
                client,
                new OwnApp(client, FakeSlack.TOKEN, clock),
                clock);
    }

    @AfterEach
    void stop() {
        client.close();
        slack.close();
    }

    private void somethingHappens() {
        database.transactions().write(Durability.SYNCED, version::raise);
    }

    private List<String> published() {
        return slack.calls("views.publish").stream()
                .map(call -> call.get("user_id") + " " + (call.get("view").contains(words.get()) ? words.get() : "?"))
                .toList();
    }

    @Test
    void isPublishedWheneverSomebodyOpensIt() {
        tabs.opened(FakeSlack.TEAM, "U1");
        tabs.opened(FakeSlack.TEAM, "U1");

        assertThat(published()).containsExactly("U1 All quiet", "U1 All quiet");
    }

    @Test
    void isPublishedAgainOnlyWhenItShowsSomethingElse() {
        tabs.opened(FakeSlack.TEAM, "U1");
        tabs.refresh();
        somethingHappens();
        tabs.refresh();
        assertThat(published()).hasSize(1);

        words.set("You have 1 open");
        tabs.refresh();
        assertThat(published()).hasSize(1);
        somethingHappens();
        tabs.refresh();
        tabs.refresh();
        assertThat(published()).hasSize(2).last().isEqualTo("U1 You have 1 open");
    }

    @Test
    void aMinuteWithoutNewsIsLookedAtAnyway() {
        tabs.opened(FakeSlack.TEAM, "U1");
        tabs.refresh();
        words.set("You are on call");

        clock.advance(Duration.ofMinutes(1));
        tabs.refresh();

        assertThat(published()).hasSize(2);
    }

    @Test
    void nobodyWhoLookedLongAgoIsAskedFor() {
        tabs.opened(FakeSlack.TEAM, "U1");
        clock.advance(Duration.ofHours(1));
        somethingHappens();
        int before = made.get();

        tabs.refresh();

        assertThat(made).hasValue(before);
    }

    @Test
    void whatSlackDidNotTakeIsTriedWhenOpenedAgain() {
        slack.next("views.publish", Answer.error("internal_error"));
        tabs.opened(FakeSlack.TEAM, "U1");
        tabs.refresh();
        assertThat(published()).hasSize(1);

        tabs.opened(FakeSlack.TEAM, "U1");

        assertThat(published()).hasSize(2);
    }
}
