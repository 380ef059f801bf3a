package dev.arke.scenario;

import static dev.arke.database.generated.Tables.AUDIT_ENTRY;
import static dev.arke.database.generated.Tables.DELIVERY;
import static dev.arke.database.generated.Tables.PENDING_LINK;
import static dev.arke.database.generated.Tables.SEEN_EVENT;
import static dev.arke.scenario.SlackOffice.BOB;
import static dev.arke.scenario.SlackOffice.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.boot.WarmUp;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jooq.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that starts does once what the first command would wait for, and nobody sees it. */
@EachDatabase
final class SlackWarmUpTest {
    private final TestDatabase database;
    private SlackOffice office;

    SlackWarmUpTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        office = new SlackOffice(database);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void itEndsCallsNobodyAndChangesNothing() {
        office.incident();
        var before = rows();
        int calls = office.slack.calls().size();
        assertThat(new WarmUp().problem()).isPresent();

        var answers = new AtomicInteger();
        var warmUp = office.warmUp(answers::incrementAndGet);
        await(() -> warmUp.problem().isEmpty() ? Optional.of(true) : Optional.empty());

        assertThat(answers).hasValue(40);
        assertThat(office.slack.calls()).hasSize(calls);
        assertThat(rows()).isEqualTo(before);
        assertThat(office.ask(BOB, "who")).contains("payments");
    }

    private Map<String, Integer> rows() {
        return List.<Table<?>>of(AUDIT_ENTRY, DELIVERY, PENDING_LINK, SEEN_EVENT).stream()
                .collect(Collectors.toMap(
                        Table::getName,
                        table -> office.read(() -> database.database().dsl().fetchCount(table))));
    }
}
