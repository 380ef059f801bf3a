package dev.arke.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.arke.engine.health.CheckHealth;
import dev.arke.engine.health.Component;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;

/**
 * GET /health: the process can answer. GET /ready: every component with its problem, 503 when an essential one has one.
 * GET /metrics: for Prometheus.
 */
public final class HealthRoutes {
    private static final JsonNode ALIVE = JsonNodeFactory.instance.objectNode().put("status", "alive");

    private final CheckHealth checkHealth;
    private final PrometheusMetrics metrics;

    public HealthRoutes(CheckHealth checkHealth, PrometheusMetrics metrics) {
        this.checkHealth = checkHealth;
        this.metrics = metrics;
    }

    public void register(JavalinDefaultRoutingApi routes) {
        routes.get("/health", ctx -> new JsonAnswer(200, ALIVE).write(ctx));
        routes.get("/ready", this::ready);
        routes.get(
                "/metrics",
                ctx -> ctx.contentType("text/plain; version=0.0.4; charset=utf-8")
                        .result(metrics.scrape()));
    }

    private void ready(Context ctx) {
        var components = checkHealth.checkHealth();
        boolean blocked = components.stream().anyMatch(Component::blocks);
        new JsonAnswer(blocked ? 503 : 200, describe(components, blocked)).write(ctx);
    }

    private static JsonNode describe(List<Component> components, boolean blocked) {
        boolean whole =
                components.stream().allMatch(component -> component.problem().isEmpty());
        var body = JsonNodeFactory.instance.objectNode();
        body.put("status", blocked ? "not ready" : whole ? "ready" : "ready, with problems");
        var list = body.putArray("components");
        for (var component : components) {
            var entry = list.addObject().put("name", component.name());
            entry.put("status", component.problem().isEmpty() ? "ok" : "problem");
            component.problem().ifPresent(problem -> entry.put("problem", problem));
        }
        return body;
    }
}
