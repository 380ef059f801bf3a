package dev.arke.database;

import java.time.Instant;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * What is due by an instant. With a lower bound too: H2 keeps the rows that have no instant, which is all that is over,
 * before the others in an index, and given an upper bound alone it reads through them.
 */
public final class Due {
    private Due() {}

    public static Condition by(Field<Instant> at, Instant now) {
        return at.gt(Instant.EPOCH).and(at.le(now));
    }
}
