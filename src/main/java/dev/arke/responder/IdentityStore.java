package dev.arke.responder;

import static dev.arke.database.generated.Tables.IDENTITY;

import dev.arke.database.Upsert;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The table identity. */
public final class IdentityStore {
    private final DSLContext dsl;

    public IdentityStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    public List<Identity> load() {
        return dsl.selectFrom(IDENTITY)
                .fetch(row -> new Identity(
                        ContactKind.parse(row.get(IDENTITY.PLATFORM)).orElseThrow(),
                        row.get(IDENTITY.TENANT),
                        row.get(IDENTITY.EXTERNAL_ID),
                        row.get(IDENTITY.RESPONDER_ID)));
    }

    /** Links these accounts, whoever they were linked to before. */
    public void save(Collection<Identity> identities) {
        delete(identities);
        Upsert.insert(
                dsl,
                IDENTITY,
                identities.stream()
                        .map(identity -> Map.of(
                                IDENTITY.PLATFORM, identity.platform().word(),
                                IDENTITY.TENANT, identity.tenant(),
                                IDENTITY.EXTERNAL_ID, identity.externalId(),
                                IDENTITY.RESPONDER_ID, identity.responderId()))
                        .toList());
    }

    public void delete(Collection<Identity> identities) {
        if (identities.isEmpty()) return;
        dsl.deleteFrom(IDENTITY)
                .where(DSL.row(IDENTITY.PLATFORM, IDENTITY.TENANT, IDENTITY.EXTERNAL_ID)
                        .in(identities.stream()
                                .map(identity ->
                                        DSL.row(identity.platform().word(), identity.tenant(), identity.externalId()))
                                .toList()))
                .execute();
    }
}
