package dev.arke.responder;

import static dev.arke.database.generated.Tables.API_KEY;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;

/** The table api_key. */
public final class ApiKeyStore {
    private final DSLContext dsl;

    public ApiKeyStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** All, by name. */
    public List<ApiKey> load() {
        return dsl.selectFrom(API_KEY).orderBy(API_KEY.NAME).fetch(ApiKeyStore::key);
    }

    public Optional<ApiKey> ofHash(String hash) {
        return dsl.selectFrom(API_KEY).where(API_KEY.HASH.eq(hash)).fetchOptional(ApiKeyStore::key);
    }

    public void insert(ApiKey key, String hash) {
        var t = API_KEY;
        dsl.insertInto(t)
                .set(t.ID, key.id())
                .set(t.NAME, key.name())
                .set(t.HASH, hash)
                .set(t.SCOPE, key.scope().word())
                .set(t.TEAM_ID, key.teamId().orElse(null))
                .set(t.MADE_BY, key.madeBy())
                .set(t.MADE_AT, key.madeAt())
                .execute();
    }

    public void delete(UUID id) {
        dsl.deleteFrom(API_KEY).where(API_KEY.ID.eq(id)).execute();
    }

    private static ApiKey key(Record row) {
        var t = API_KEY;
        return new ApiKey(
                row.get(t.ID),
                row.get(t.NAME),
                ApiScope.parse(row.get(t.SCOPE)).orElseThrow(),
                Optional.ofNullable(row.get(t.TEAM_ID)),
                row.get(t.MADE_BY),
                row.get(t.MADE_AT));
    }
}
