package dev.arke.responder;

import static dev.arke.database.generated.Tables.DIRECTORY_VERSION;

import dev.arke.database.Claiming;
import java.util.UUID;
import org.jooq.DSLContext;

/** The table directory_version: one number that changes whenever people, teams, policies, services or integrations do. */
public final class DirectoryVersionStore {
    private final DSLContext dsl;

    public DirectoryVersionStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    public long current() {
        return dsl.select(DIRECTORY_VERSION.VERSION).from(DIRECTORY_VERSION).fetchSingle(DIRECTORY_VERSION.VERSION);
    }

    /** Makes whoever else changes people, teams or what belongs to them wait until this unit is done. */
    public void lock() {
        Claiming.lock(dsl.select(DIRECTORY_VERSION.VERSION).from(DIRECTORY_VERSION), DIRECTORY_VERSION)
                .fetch();
    }

    /**
     * Tells every node that its snapshot is stale. The new version is one that never was, not the next number: a unit
     * that is undone must not leave behind a snapshot under a number that another unit then gives to something else.
     */
    public void raise() {
        dsl.update(DIRECTORY_VERSION)
                .set(DIRECTORY_VERSION.VERSION, UUID.randomUUID().getMostSignificantBits())
                .execute();
    }
}
