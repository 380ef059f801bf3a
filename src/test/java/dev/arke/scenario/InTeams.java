package dev.arke.scenario;

import dev.arke.testkit.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A scenario in a {@link TeamsOffice} of its own, which finds out at its end whether Teams was asked for more than it takes. */
abstract class InTeams {
    final TestDatabase database;
    TeamsOffice office;

    InTeams(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void openOffice() {
        office = new TeamsOffice(database);
    }

    @AfterEach
    void closeOffice() {
        office.close();
    }
}
