package dev.arke.bench;

import dev.arke.alert.Alert;
import dev.arke.alert.Priority;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How many incidents, people, channels and posting threads. Each channel is that of a team with one service; each person
 * has a policy that pages them and an integration whose routes lead to the services of their channels. Channels and
 * incidents are dealt out evenly. Names are short: a team file holds at most 1 MiB.
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
        return teamFile("sandbox: p%1$d", "channels: {sandbox: c%1$d}, ");
    }

    /** With these ways to reach the person and the team of a number. */
    String teamFile(String reached, String shown) {
        var lines = new ArrayList<String>();
        lines.add("responders:");
        each(people, lines, "  - {name: p%1$d, " + reached + "}");
        lines.add("teams:");
        each(channels, lines, "  - {name: t%1$d, " + shown + "members: [p%2$d], admins: [p%2$d]}");
        lines.add("policies:");
        each(people, lines, "  - {name: p%1$d, team: t%1$d, steps: [{page: [p%1$d], wait: 5m}], last_resort: [p%1$d]}");
        lines.add("services:");
        each(channels, lines, "  - {name: s%1$d, team: t%1$d, policy: p%2$d}");
        lines.add("integrations:");
        for (int person = 0; person < people; person++) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  - {name: %s, service: s%d, format: generic, key: %s, routes: [",
                    integration(person),
                    person,
                    key(person)));
            for (int channel = person; channel < channels; channel += people)
                lines.add(String.format(Locale.ROOT, "    {match: [\"c = %1$d\"], service: s%1$d},", channel));
            lines.add("    ]}");
        }
        return String.join("\n", lines) + "\n";
    }

    private void each(int howMany, ArrayList<String> lines, String line) {
        for (int i = 0; i < howMany; i++) lines.add(String.format(Locale.ROOT, line, i, i % people));
    }

    /** The same alert as {@link #alert}, as a monitor posts it. */
    HttpLoad.Post post(int incident) {
        return new HttpLoad.Post(
                "/in/" + key(personOf(incident)) + "/generic",
                "{\"dedup_key\":\"%s\",\"summary\":\"Disk of host %d is full (%s)\",\"priority\":\"high\",\"labels\":{\"c\":\"%d\"}}"
                        .formatted(dedupKey(incident), incident, dedupKey(incident), incident % channels));
    }

    private static String key(int person) {
        return "a-key-of-some-length-" + person;
    }

    static String integration(int person) {
        return "m" + person;
    }

    int personOf(int incident) {
        return incident % channels % people;
    }

    static String dedupKey(int incident) {
        return "burst-" + incident;
    }

    Alert alert(int incident) {
        return Alert.firing(dedupKey(incident), "Disk of host " + incident + " is full")
                .priority(Optional.of(Priority.HIGH))
                .labels(Map.of("c", Integer.toString(incident % channels)))
                .toAlert();
    }
}
