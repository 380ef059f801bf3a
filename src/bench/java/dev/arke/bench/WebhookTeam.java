package dev.arke.bench;

import dev.arke.database.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A team for real servers whose pages go to {@link PageReceiver}: two steps, as many policies as it has addresses. */
record WebhookTeam(PageReceiver receiver, int integrations, String firstWait) {
    /** Writes the team file into this folder; answers what a server there is to be told. */
    Map<String, String> settings(Path folder, DatabaseSettings database) throws IOException {
        Files.writeString(folder.resolve("team.yaml"), teamFile());
        var settings = new HashMap<String, String>();
        settings.put("ARKE_TEAM_FILE", "team.yaml");
        settings.put("ARKE_WEBHOOK_SECRET", "a-secret-of-at-least-thirty-two-characters");
        settings.put("ARKE_WEBHOOK_ALLOW_PRIVATE", "127.0.0.0/8");
        settings.put("ARKE_DATABASE_URL", database.url());
        settings.put("ARKE_DATABASE_USER", database.user());
        settings.put("ARKE_DATABASE_PASSWORD", database.password());
        return settings;
    }

    /** One host for each policy, so that what Arke allows a host is never reached. */
    private String teamFile() {
        return "responders:\n  - {name: alice}\nteams:\n  - {name: team, members: [alice]}\npolicies:\n"
                + each(i -> "  - {name: p%d, team: team, rounds: 0, steps: [{page: [\"webhook %s\"], wait: %s},"
                                .formatted(i, receiver.url(i, 1), firstWait)
                        + " {page: [\"webhook %s\"], wait: 24h}], last_resort: [alice]}".formatted(receiver.url(i, 2)))
                + "services:\n"
                + each(i -> "  - {name: s%d, team: team, policy: p%d}".formatted(i, i))
                + "integrations:\n"
                + each(i -> "  - {name: m%d, service: s%d, format: generic, key: %s}"
                        .formatted(i, i, StubbornSenders.key(i)));
    }

    private String each(IntFunction<String> line) {
        return IntStream.range(0, integrations).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
    }
}
