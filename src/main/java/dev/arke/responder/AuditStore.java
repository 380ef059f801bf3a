package dev.arke.responder;

import static dev.arke.database.generated.Tables.AUDIT_ENTRY;

import dev.arke.database.Batch;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Who did what from where: appended to, read, never changed. */
public final class AuditStore {
    private final DSLContext dsl;

    public AuditStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** One act, or one refusal. {@code subject} names what it was done to ("#1042"). */
    public record AuditEntry(
            UUID id, Instant at, String actor, String origin, String verb, String subject, boolean allowed) {
        public static AuditEntry of(UUID id, Instant at, By by, String verb, String subject, boolean allowed) {
            return new AuditEntry(id, at, by.actor().word(), by.origin(), verb, subject, allowed);
        }
    }

    public void append(Collection<AuditEntry> entries) {
        Batch.insert(dsl, AUDIT_ENTRY, entries.stream().map(AuditStore::row).toList());
    }

    private static Map<Field<?>, @Nullable Object> row(AuditEntry entry) {
        var t = AUDIT_ENTRY;
        var row = new LinkedHashMap<Field<?>, @Nullable Object>();
        row.put(t.ID, entry.id());
        row.put(t.AT, entry.at());
        row.put(t.ACTOR, entry.actor());
        row.put(t.ORIGIN, entry.origin());
        row.put(t.VERB, entry.verb());
        row.put(t.SUBJECT, entry.subject());
        row.put(t.ALLOWED, entry.allowed());
        return row;
    }

    /** The latest entries, newest first. */
    public List<AuditEntry> latest(int limit) {
        var t = AUDIT_ENTRY;
        return dsl.selectFrom(t)
                .orderBy(t.AT.desc(), t.ID.desc())
                .limit(limit)
                .fetch(row -> new AuditEntry(
                        row.get(t.ID),
                        row.get(t.AT),
                        row.get(t.ACTOR),
                        row.get(t.ORIGIN),
                        row.get(t.VERB),
                        row.get(t.SUBJECT),
                        row.get(t.ALLOWED)));
    }
}
