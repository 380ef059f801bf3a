package dev.arke.slack.home;

import com.slack.api.methods.response.views.ViewsPublishResponse;
import dev.arke.card.Card;
import dev.arke.engine.incident.ReadNews;
import dev.arke.slack.block.HomeView;
import dev.arke.slack.web.Called;
import dev.arke.slack.web.SlackClient;
import dev.arke.slack.web.Workspaces;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes home tabs: when somebody opens one, and for an hour after that whenever what it shows has changed. Slack tells
 * of each opening, so nothing is kept over a restart. Safe for many threads.
 */
public final class HomeTabs {
    private static final Logger LOG = LoggerFactory.getLogger(HomeTabs.class);
    private static final Duration LOOKED_AT = Duration.ofHours(1);
    /** Shifts begin and end without any news. */
    private static final Duration ANYWAY = Duration.ofMinutes(1);

    private static final int MOST = 200;

    private final BiFunction<String, String, List<Card>> cards;
    private final ReadNews news;
    private final SlackClient client;
    private final Workspaces workspaces;
    private final InstantSource clock;
    private final Map<Account, Tab> open = new LinkedHashMap<>();
    private ReadNews.@Nullable Mark seen;
    private Instant lookedAt = Instant.EPOCH;

    private record Account(String team, String user) {}

    private record Tab(Instant openedAt, List<Card> shown) {}

    /** {@code cards} makes what a team's user sees; it may wait for the database and for Slack. */
    public HomeTabs(
            BiFunction<String, String, List<Card>> cards,
            ReadNews news,
            SlackClient client,
            Workspaces workspaces,
            InstantSource clock) {
        this.cards = cards;
        this.news = news;
        this.client = client;
        this.workspaces = workspaces;
        this.clock = clock;
    }

    /** Somebody looks at their tab; what it shows may be older than the present. */
    public void opened(String team, String user) {
        publish(new Account(team, user), clock.instant(), List.of());
    }

    /** Publishes the tabs opened of late that would show something else by now. */
    public void refresh() {
        var now = clock.instant();
        var tabs = lookedAt(now);
        if (tabs.isEmpty() || !isDue(now)) return;
        tabs.forEach((account, tab) -> publish(account, tab.openedAt(), tab.shown()));
    }

    private synchronized Map<Account, Tab> lookedAt(Instant now) {
        open.values().removeIf(tab -> !tab.openedAt().plus(LOOKED_AT).isAfter(now));
        return Map.copyOf(open);
    }

    private synchronized boolean isDue(Instant now) {
        var mark = news.read();
        if (mark.equals(seen) && now.isBefore(lookedAt.plus(ANYWAY))) return false;
        seen = mark;
        lookedAt = now;
        return true;
    }

    private void publish(Account account, Instant openedAt, List<Card> shown) {
        var made = cards.apply(account.team(), account.user());
        if (made.isEmpty() || made.equals(shown)) return;
        switch (published(account, made)) {
            case Called.Ok<ViewsPublishResponse> ignored -> remember(account, new Tab(openedAt, made));
            case Called.Failed<ViewsPublishResponse>(var failure) ->
                LOG.atWarn()
                        .addKeyValue("user", account.user())
                        .addKeyValue("problem", failure.problem())
                        .log("a home tab was not published");
        }
    }

    private Called<ViewsPublishResponse> published(Account account, List<Card> made) {
        return workspaces
                .token(Optional.of(account.team()))
                .then(token -> client.call(
                        token,
                        methods -> methods.viewsPublish(
                                request -> request.userId(account.user()).view(HomeView.of(made)))));
    }

    private synchronized void remember(Account account, Tab tab) {
        open.remove(account);
        open.put(account, tab);
        if (open.size() > MOST) open.remove(open.keySet().iterator().next());
    }
}
