package dev.arke.responder;

import static dev.arke.database.generated.Tables.PENDING_LINK;

import dev.arke.database.Json;
import dev.arke.database.Sought;
import dev.arke.database.Upsert;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The table pending_link. Whoever writes it has locked the directory's version. */
public final class PendingLinkStore {
    private final DSLContext dsl;

    public PendingLinkStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    public Optional<PendingLink> of(ContactKind platform, String tenant, String userId) {
        var t = PENDING_LINK;
        return dsl.selectFrom(t)
                .where(t.PLATFORM.eq(platform.word()))
                .and(t.TENANT.eq(tenant))
                .and(t.EXTERNAL_ID.eq(userId))
                .fetchOptional(PendingLinkStore::read);
    }

    public List<PendingLink> read(Collection<UUID> ids) {
        if (ids.isEmpty()) return List.of();
        return dsl.selectFrom(PENDING_LINK)
                .where(Sought.isOneOf(PENDING_LINK.ID, ids))
                .fetch(PendingLinkStore::read);
    }

    /** Those whose link can be used now. */
    public List<PendingLink> usable(Instant now) {
        return dsl.selectFrom(PENDING_LINK)
                .where(PENDING_LINK.EXPIRES_AT.gt(now))
                .fetch(PendingLinkStore::read);
    }

    public void save(PendingLink link) {
        var t = PENDING_LINK;
        var row = new HashMap<Field<?>, @Nullable Object>();
        row.put(t.ID, link.id());
        row.put(t.PLATFORM, link.account().platform().word());
        row.put(t.TENANT, link.account().tenant());
        row.put(t.EXTERNAL_ID, link.account().userId());
        row.put(t.DISPLAY_NAME, link.account().displayName());
        row.put(t.WANTED, link.wanted().map(Json::write).orElse(null));
        row.put(t.WANTED_AT, link.wantedAt().orElse(null));
        row.put(t.RESPONDER_ID, link.claimed().orElse(null));
        row.put(t.TOKEN_HASH, link.tokenHash().orElse(null));
        row.put(t.EXPIRES_AT, link.expiresAt().orElse(null));
        row.put(t.REQUESTS, link.requests());
        row.put(t.COUNTED_FROM, link.countedFrom());
        Upsert.rows(dsl, t, t.ID, List.of(row));
    }

    /** The link that is about to be sent; one sent before opens nothing any more. */
    public void setToken(UUID id, String hash) {
        dsl.update(PENDING_LINK)
                .set(PENDING_LINK.TOKEN_HASH, hash)
                .where(PENDING_LINK.ID.eq(id))
                .execute();
    }

    public void delete(UUID id) {
        dsl.deleteFrom(PENDING_LINK).where(PENDING_LINK.ID.eq(id)).execute();
    }

    /** Forgets what nobody came back to. */
    public void deleteIdle(Instant before) {
        var t = PENDING_LINK;
        dsl.deleteFrom(t)
                .where(t.COUNTED_FROM.lt(before))
                .and(t.EXPIRES_AT.isNull().or(t.EXPIRES_AT.lt(before)))
                .and(t.WANTED_AT.isNull().or(t.WANTED_AT.lt(before)))
                .execute();
    }

    private static PendingLink read(Record row) {
        var t = PENDING_LINK;
        return new PendingLink(
                row.get(t.ID),
                new Actor.Unlinked(
                        ContactKind.parse(row.get(t.PLATFORM)).orElseThrow(),
                        row.get(t.TENANT),
                        row.get(t.EXTERNAL_ID),
                        row.get(t.DISPLAY_NAME)),
                Optional.ofNullable(row.get(t.WANTED)).map(json -> Json.read(json, Wanted.class)),
                Optional.ofNullable(row.get(t.WANTED_AT)),
                Optional.ofNullable(row.get(t.RESPONDER_ID)),
                Optional.ofNullable(row.get(t.TOKEN_HASH)),
                Optional.ofNullable(row.get(t.EXPIRES_AT)),
                row.get(t.REQUESTS),
                row.get(t.COUNTED_FROM));
    }
}
