package dev.arke.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.delivery.Delivery;
import dev.arke.delivery.Outcome;
import dev.arke.engine.health.Check;
import dev.arke.engine.health.CheckHealth;
import dev.arke.engine.health.Measures;
import dev.arke.engine.health.Tick;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.MovableInstants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class HealthRoutesTest {
    private final AtomicReference<Optional<String>> database = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<String>> mail = new AtomicReference<>(Optional.empty());
    private final PrometheusMetrics metrics = new PrometheusMetrics();
    private final ServerUnderTest server = ServerUnderTest.start(List.of(new HealthRoutes(
            new CheckHealth(List.of(Check.essential("database", database::get), Check.wanted("mail", mail::get))),
            metrics)::register));

    @AfterEach
    void stop() {
        server.close();
        metrics.close();
    }

    @Test
    void aliveIsWhateverCanAnswer() {
        database.set(Optional.of("gone"));

        assertThat(server.get("/health").status()).isEqualTo(200);
    }

    @Test
    void readyListsEveryComponent() {
        var answer = server.get("/ready");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .isEqualTo("{\"status\":\"ready\",\"components\":["
                        + "{\"name\":\"database\",\"status\":\"ok\"},{\"name\":\"mail\",\"status\":\"ok\"}]}");
    }

    @Test
    void aBrokenCarrierIsToldButAlertsMayStillComeIn() {
        mail.set(Optional.of("the mail server refuses the password"));

        var answer = server.get("/ready");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("status").asText()).isEqualTo("ready, with problems");
        assertThat(answer.json().at("/components/1/problem").asText())
                .isEqualTo("the mail server refuses the password");
    }

    @Test
    void withoutItsDatabaseANodeIsNotReady() {
        database.set(Optional.of("gone"));

        var answer = server.get("/ready");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json().get("status").asText()).isEqualTo("not ready");
    }

    @Test
    void everyMeterHasItsLineInTheOperationsPage() throws IOException {
        var clock = new MovableInstants();
        var measures = new Measures(metrics.registry(), clock);
        measures.delivery(ContactKind.SANDBOX, Delivery.Kind.PAGE, new Outcome.Delivered("1"));
        new Tick("escalation", () -> {}, measures, clock).run();

        var page = Files.readString(Path.of("src/docs/operations.md"));
        var names = Pattern.compile("^# TYPE (arke_\\S+)", Pattern.MULTILINE)
                .matcher(server.get("/metrics").text())
                .results()
                .map(MatchResult::group)
                .map(line -> line.substring("# TYPE ".length()))
                .filter(name -> !name.endsWith("_max"))
                .toList();

        assertThat(names).contains("arke_deliveries_total", "arke_tick_seconds", "arke_queue_age_seconds");
        assertThat(names).allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
        assertThat(server.get("/metrics").text()).contains("jvm_memory_used_bytes", "process_uptime_seconds");
    }
}
