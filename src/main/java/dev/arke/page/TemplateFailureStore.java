package dev.arke.page;

import static dev.arke.database.generated.Tables.TEMPLATE_FAILURE;

import java.time.Instant;
import org.jooq.DSLContext;

/** The table template_failure: of which failures somebody was told. */
public final class TemplateFailureStore {
    private final DSLContext dsl;

    public TemplateFailureStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    public boolean isTold(String digest) {
        return dsl.fetchExists(TEMPLATE_FAILURE, TEMPLATE_FAILURE.DIGEST.eq(digest));
    }

    /** Fails where another unit was faster. */
    public void told(String digest, Instant now) {
        dsl.insertInto(TEMPLATE_FAILURE)
                .set(TEMPLATE_FAILURE.DIGEST, digest)
                .set(TEMPLATE_FAILURE.TOLD_AT, now)
                .execute();
    }

    public void prune(Instant toldBefore) {
        dsl.deleteFrom(TEMPLATE_FAILURE)
                .where(TEMPLATE_FAILURE.TOLD_AT.lt(toldBefore))
                .execute();
    }
}
