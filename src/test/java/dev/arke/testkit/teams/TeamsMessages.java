package dev.arke.testkit.teams;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arke.testkit.teams.FakeTeams.Posted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the bot has written, by what Teams calls it. */
final class TeamsMessages {
    private static final int LONGEST = 28_000;

    private final Map<String, Posted> posted = new LinkedHashMap<>();
    private long count;

    /** The first message of a thread in a channel. */
    synchronized Posted begin(String channel, JsonNode activity) {
        var id = nextId();
        return keep(new Posted(channel + ";messageid=" + id, id, activity, 0));
    }

    synchronized Posted add(String conversation, JsonNode activity) {
        return keep(new Posted(conversation, nextId(), activity, 0));
    }

    synchronized Optional<Posted> find(String id) {
        return Optional.ofNullable(posted.get(id));
    }

    synchronized Posted change(Posted before, JsonNode activity) {
        return keep(new Posted(before.conversation(), before.id(), activity, before.edits() + 1));
    }

    synchronized List<Posted> all() {
        return List.copyOf(posted.values());
    }

    private Posted keep(Posted message) {
        posted.put(message.id(), message);
        return message;
    }

    private String nextId() {
        return String.valueOf(1_700_000_000_000L + ++count);
    }

    /** What Teams would not take of it; {@code length} is that of the request. */
    static Optional<String> problem(JsonNode activity, int length) {
        int counted = length;
        // Pictures inside a message are not counted.
        for (var attachment : activity.path("attachments"))
            counted -= attachment.path("contentUrl").asText().length();
        if (counted > LONGEST) return Optional.of("an activity of " + counted + " characters");
        return ActivityShape.problem(activity);
    }
}
