package dev.arke.bench;

import dev.arke.alert.Link;
import dev.arke.alert.PageTemplate;
import dev.arke.alert.Priority;
import dev.arke.card.Card;
import dev.arke.chat.IncidentView;
import dev.arke.chat.PageCard;
import dev.arke.chat.PagePhrases;
import dev.arke.chat.PageReason;
import dev.arke.escalation.Position;
import dev.arke.incident.Facts;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentText;
import dev.arke.responder.ContactKind;
import dev.arke.template.Budget;
import dev.arke.template.PageVariables;
import dev.arke.template.Templates;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * How fast pages are put into words on one thread: those of a template, with a loop over what Alertmanager sent, and as the
 * peer the usual ones, which are no template at all.
 */
final class Words {
    private static final Goal GOAL = new Goal(5_000, 10_000, "/s");
    private static final Instant NOW = Instant.parse("2026-11-28T23:00:00Z");
    private static final UUID ID = new UUID(0, 1);

    private static final PageTemplate TEMPLATE =
            new PageTemplate("{{ commonLabels.alertname }} ({{ iris.priority }}) {{ incident.number }}", """
                {{ commonAnnotations.summary | default("no summary") }}
                {% for alert in alerts %}
                - {{ alert.labels.instance }}: {{ alert.annotations.description | truncate(80) }}
                {% endfor %}
                {% if incident.repeats > 0 %}Repeated {{ incident.repeats }} times.{% endif %}
                Owner: {{ team | upper }}, since {{ iris.incident_created }}
                """);

    private Words() {}

    static void run(Benchmark.Bench bench) {
        var view = view();
        var usual = PageCard.page(view, new PageReason.OfStep(1), PagePhrases.ENGLISH);
        var about = new PageVariables(view, "12", "alice", "monitor", "standard", ID.toString());
        bench.report().row("pages in the words of a template", GOAL, perSecond(bench, () -> filled(about, usual)));
        bench.report()
                .row(
                        "pages in the usual words (no template: the peer)",
                        Goal.none("/s"),
                        perSecond(bench, () -> PageCard.page(view, new PageReason.OfStep(1), PagePhrases.ENGLISH)));
    }

    private static Card filled(PageVariables about, Card usual) {
        var budget = new Budget(10_000, Duration.ofMillis(100));
        return switch (Templates.page(TEMPLATE, about, ContactKind.EMAIL, usual, budget)) {
            case Templates.Page.Worded(var card) -> card;
            case Templates.Page.Failed(var problem, var ignored, var alsoIgnored) ->
                throw new IllegalStateException(problem);
        };
    }

    /** The second half of the time counts. */
    private static double perSecond(Benchmark.Bench bench, Supplier<Card> page) {
        long each = TimeUnit.MILLISECONDS.toNanos(bench.size(3_000, 300));
        double rate = 0;
        for (int half = 0; half < 2; half++) {
            int made = 0;
            long begun = System.nanoTime();
            while (System.nanoTime() - begun < each) {
                if (page.get().summary().isEmpty()) throw new IllegalStateException("a page without words");
                made++;
            }
            rate = made * 1e9 / (System.nanoTime() - begun);
        }
        return rate;
    }

    private static IncidentView view() {
        var alert =
                "{\"status\": \"firing\", \"labels\": {\"alertname\": \"DiskFull\", \"instance\": \"db-%d\", \"team\":"
                        + " \"payments\"}, \"annotations\": {\"description\": \"less than 3 %% is left on /var\"}}";
        var alerts = alert.formatted(1) + "," + alert.formatted(2) + "," + alert.formatted(3);
        var payload = "{\"version\": \"4\", \"status\": \"firing\", \"alerts\": [" + alerts + "], \"commonLabels\":"
                + " {\"alertname\": \"DiskFull\"}, \"commonAnnotations\": {\"summary\": \"a disk fills up\"}}";
        var labels = Map.of("alertname", "DiskFull", "instance", "db-1", "team", "payments");
        var text = new IncidentText(
                ID, "", labels, List.of(new Link("Graph", URI.create("https://example.com/graph"))), payload);
        return new IncidentView(
                new Incident.Triggered(facts(), NOW),
                text,
                "checkout",
                "payments",
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    private static Facts facts() {
        return new Facts(
                ID,
                12,
                ID,
                ID,
                Optional.of(ID),
                Priority.URGENT,
                "a disk fills up",
                "key",
                Optional.empty(),
                NOW,
                Optional.empty(),
                Optional.empty(),
                Position.START,
                Optional.of(NOW),
                0,
                Optional.empty(),
                2,
                Optional.empty());
    }
}
