package dev.arke.slack.inbound;

import com.slack.api.app_backend.interactive_components.ActionResponseSender;
import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import dev.arke.slack.web.SlackClient;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The addresses at which one gesture may be answered: five times within 30 minutes
 * (docs.slack.dev/interactivity/handling-user-interaction). Slack counts too, and refuses the sixth.
 */
final class ResponseUrls {
    private static final Logger LOG = LoggerFactory.getLogger(ResponseUrls.class);
    private static final int MOST_USES = 5;
    private static final Duration OPEN = Duration.ofMinutes(30);
    private static final int MOST = 10_000;

    private record Uses(int count, Instant since) {}

    private final SlackClient client;
    private final InstantSource clock;
    private final Map<String, Uses> uses = new LinkedHashMap<>();

    ResponseUrls(SlackClient client, InstantSource clock) {
        this.client = client;
        this.clock = clock;
    }

    /** Whether Slack took it. */
    boolean answer(String url, ActionResponse response) {
        if (!mayUse(url)) return false;
        try {
            var answer = new ActionResponseSender(client.slack()).send(url, response);
            if (answer.getCode() == 200) return true;
            LOG.atWarn().addKeyValue("status", answer.getCode()).log("Slack did not take an answer");
        } catch (IOException e) {
            LOG.atWarn().addKeyValue("failure", e.getClass().getSimpleName()).log("an answer did not reach Slack");
        }
        return false;
    }

    private synchronized boolean mayUse(String url) {
        var now = clock.instant();
        var before = uses.getOrDefault(url, new Uses(0, now));
        if (before.count() >= MOST_USES || now.isAfter(before.since().plus(OPEN))) return false;
        uses.put(url, new Uses(before.count() + 1, before.since()));
        if (uses.size() > MOST) uses.remove(uses.keySet().iterator().next());
        return true;
    }
}
