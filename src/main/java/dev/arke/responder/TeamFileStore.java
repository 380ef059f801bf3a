package dev.arke.responder;

import static dev.arke.database.generated.Tables.TEAM_FILE;

import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;

/** The table team_file: the text of the team file that is in force. */
public final class TeamFileStore {
    private static final int ONLY = 1;

    private final DSLContext dsl;

    public TeamFileStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Empty when none was ever applied. */
    public Optional<String> body() {
        return dsl.select(TEAM_FILE.BODY).from(TEAM_FILE).fetchOptional(TEAM_FILE.BODY);
    }

    public void save(String body, Instant now) {
        dsl.deleteFrom(TEAM_FILE).execute();
        dsl.insertInto(TEAM_FILE)
                .set(TEAM_FILE.ID, ONLY)
                .set(TEAM_FILE.BODY, body)
                .set(TEAM_FILE.APPLIED_AT, now)
                .execute();
    }
}
