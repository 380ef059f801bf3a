package dev.arke.bench;

import dev.arke.alert.Alert;
import dev.arke.alert.Priority;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;

/**
 * How many incidents, people and posting threads. Each person is a team with a channel, a policy, a service and an
 * integration; the incidents are dealt out evenly.
 */
record Scale(int incidents, int people, int posters) {
    static final Scale FULL = new Scale(6_000, 200, 32);

    String teamFile() {
        var lines = new ArrayList<String>();
        lines.add("responders:");
        each(lines, "  - {name: person%1$03d, sandbox: person%1$03d}");
        lines.add("teams:");
        each(
                lines,
                "  - {name: team%1$03d, channels: {sandbox: room%1$03d}, members: [person%1$03d],"
                        + " admins: [person%1$03d]}");
        lines.add("policies:");
        each(
                lines,
                "  - {name: policy%1$03d, team: team%1$03d, steps: [{page: [person%1$03d], wait: 5m}],"
                        + " last_resort: [person%1$03d]}");
        lines.add("services:");
        each(lines, "  - {name: service%1$03d, team: team%1$03d, policy: policy%1$03d}");
        lines.add("integrations:");
        each(lines, "  - {name: %2$s, service: service%1$03d, format: generic, key: a-key-of-some-length-%1$03d}");
        return String.join("\n", lines) + "\n";
    }

    private void each(ArrayList<String> lines, String line) {
        for (int i = 0; i < people; i++) lines.add(String.format(Locale.ROOT, line, i, integration(i)));
    }

    static String integration(int person) {
        return String.format(Locale.ROOT, "monitor%03d", person);
    }

    int personOf(int incident) {
        return incident % people;
    }

    static String dedupKey(int incident) {
        return "burst-" + incident;
    }

    static Alert alert(int incident) {
        return Alert.firing(dedupKey(incident), "Disk of host " + incident + " is full")
                .priority(Optional.of(Priority.HIGH))
                .toAlert();
    }
}
