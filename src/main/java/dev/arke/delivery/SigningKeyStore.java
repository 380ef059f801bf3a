package dev.arke.delivery;

import static dev.arke.database.generated.Tables.SIGNING_KEY;

import java.util.Optional;
import org.jooq.DSLContext;

/** The table signing_key: one row at most. */
public final class SigningKeyStore {
    private static final int ONLY = 1;

    private final DSLContext dsl;

    public SigningKeyStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    public Optional<String> read() {
        return dsl.selectFrom(SIGNING_KEY).where(SIGNING_KEY.ID.eq(ONLY)).fetchOptional(SIGNING_KEY.MATERIAL);
    }

    /** Only where there is none yet: fails on a second one. */
    public void insert(String material) {
        dsl.insertInto(SIGNING_KEY)
                .set(SIGNING_KEY.ID, ONLY)
                .set(SIGNING_KEY.MATERIAL, material)
                .execute();
    }
}
