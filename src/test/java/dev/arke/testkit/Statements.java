package dev.arke.testkit;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;

/** What stores ask of a database from now on: a batch of many rows is one. */
public final class Statements {
    private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");

    private final TestDatabase database;
    private final DSLContext dsl;
    private final List<String> texts = new ArrayList<>();
    private final Map<String, String> withValues = new LinkedHashMap<>();

    public Statements(TestDatabase database) {
        this.database = database;
        this.dsl = database.database().dsl();
        // The configuration that every store of this database was given.
        dsl.configuration().set(ExecuteListener.onExecuteStart(this::note));
    }

    private synchronized void note(ExecuteContext context) {
        var text = Objects.requireNonNullElse(context.sql(), String.join(";", context.batchSQL()));
        texts.add(text);
        if (context.query() != null) withValues.put(text, dsl.renderInlined(context.query()));
    }

    /** Those since the last call. */
    public synchronized List<String> take() {
        var taken = List.copyOf(texts);
        texts.clear();
        withValues.clear();
        return taken;
    }

    /** How many rows H2 reads for each of those since the last {@link #take}, were they asked again. Changes nothing. */
    public synchronized Map<String, Long> rowsRead() throws SQLException {
        var read = new LinkedHashMap<String, Long>();
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (var asked : withValues.entrySet()) {
                try (var plan = statement.executeQuery("explain analyze " + asked.getValue())) {
                    plan.next();
                    read.put(asked.getKey(), scanned(plan.getString(1)));
                }
            }
            connection.rollback();
        }
        return read;
    }

    private static long scanned(String plan) {
        return SCANNED.matcher(plan)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
    }
}
