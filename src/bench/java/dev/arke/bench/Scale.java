package dev.arke.bench;

import dev.arke.alert.Alert;
import dev.arke.alert.Priority;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;

/**
 * How many incidents, people, channels and posting threads. Each channel is a team's, with a policy, a service and an
 * integration of its own that pages one person; people and incidents are dealt out evenly.
 */
record Scale(int incidents, int people, int channels, int posters) {
    static final int INCIDENTS = 6_000;

    private static final int PEOPLE = 200;

    static Scale oneChannelAnIncident(int incidents, int posters) {
        return new Scale(incidents, PEOPLE, incidents, posters);
    }

    static Scale oneChannelAPerson(int incidents, int posters) {
        return new Scale(incidents, PEOPLE, PEOPLE, posters);
    }

    String teamFile() {
        var lines = new ArrayList<String>();
        lines.add("responders:");
        for (int i = 0; i < people; i++)
            lines.add(String.format(Locale.ROOT, "  - {name: person%1$03d, sandbox: person%1$03d}", i));
        lines.add("teams:");
        each(
                lines,
                "  - {name: team%1$03d, channels: {sandbox: room%1$03d}, members: [person%3$03d],"
                        + " admins: [person%3$03d]}");
        lines.add("policies:");
        each(
                lines,
                "  - {name: policy%1$03d, team: team%1$03d, steps: [{page: [person%3$03d], wait: 5m}],"
                        + " last_resort: [person%3$03d]}");
        lines.add("services:");
        each(lines, "  - {name: service%1$03d, team: team%1$03d, policy: policy%1$03d}");
        lines.add("integrations:");
        each(lines, "  - {name: %2$s, service: service%1$03d, format: generic, key: a-key-of-some-length-%1$03d}");
        return String.join("\n", lines) + "\n";
    }

    private void each(ArrayList<String> lines, String line) {
        for (int i = 0; i < channels; i++) lines.add(String.format(Locale.ROOT, line, i, integration(i), i % people));
    }

    static String integration(int channel) {
        return String.format(Locale.ROOT, "monitor%03d", channel);
    }

    int channelOf(int incident) {
        return incident % channels;
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
