package dev.arke.responder;

import static dev.arke.database.generated.Tables.AUDIT_ENTRY;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;

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
        if (entries.isEmpty()) return;
        var t = AUDIT_ENTRY;
        dsl.batch(entries.stream()
                        .map(entry -> dsl.insertInto(t)
                                .set(t.ID, entry.id())
                                .set(t.AT, entry.at())
                                .set(t.ACTOR, entry.actor())
                                .set(t.ORIGIN, entry.origin())
                                .set(t.VERB, entry.verb())
                                .set(t.SUBJECT, entry.subject())
                                .set(t.ALLOWED, entry.allowed()))
                        .toList())
                .execute();
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
