package dev.arke.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Whoever asks while the database is gone hears that; the log says it in one line for each, as there may be many. */
@EachDatabase
final class WithoutDatabaseTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(VerbDialogue.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final TestDatabase database;
    private final Office office;

    WithoutDatabaseTest(TestDatabase database) {
        this.database = database;
        office = new Office(database.database());
    }

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(log);
    }

    @Test
    void aLineIsAnsweredAndLoggedWithoutATrace() {
        office.fill();
        database.close();

        assertThat(office.says("alice", "who"))
                .startsWith("My database does not answer, so I can do nothing")
                .contains("/oncall list");
        assertThat(log.list).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.WARN);
            assertThat(line.getThrowableProxy()).isNull();
        });
    }
}
