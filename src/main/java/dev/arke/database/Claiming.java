package dev.arke.database;

import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.SQLDialect;
import org.jooq.SelectForUpdateStep;
import org.jooq.Table;

/** How rows are taken for work so that no other node takes them too. */
public final class Claiming {
    private Claiming() {}

    /** Locks the rows found and passes over those another node has locked; H2 has one writer and needs no lock. */
    public static <R extends Record> ResultQuery<R> skipLocked(SelectForUpdateStep<R> query) {
        return query.configuration() != null && query.configuration().family() == SQLDialect.POSTGRES
                ? query.forUpdate().skipLocked()
                : query;
    }

    /** Locks the rows found of one table and waits for those another node has locked; H2 has one writer and needs no lock. */
    public static <R extends Record> ResultQuery<R> lock(SelectForUpdateStep<R> query, Table<?> rowsOf) {
        return query.configuration() != null && query.configuration().family() == SQLDialect.POSTGRES
                ? query.forUpdate().of(rowsOf)
                : query;
    }
}
