package dev.arke.responder;

import static dev.arke.database.generated.Tables.DISCONNECTED_ACCOUNT;
import static dev.arke.database.generated.Tables.IDENTITY;

import dev.arke.database.UnreadableRows;
import dev.arke.database.Upsert;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The tables identity and disconnected_account. */
public final class IdentityStore {
    private final DSLContext dsl;

    public IdentityStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    public List<Identity> load() {
        return UnreadableRows.readable(
                dsl,
                dsl.selectFrom(IDENTITY),
                IDENTITY.RESPONDER_ID,
                row -> new Identity(
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

    /** Takes a link away because somebody said so, and keeps that they did. */
    public void disconnect(Identity identity, Instant now) {
        delete(List.of(identity));
        forgetDisconnected(identity.platform(), identity.tenant(), identity.externalId());
        Upsert.insert(
                dsl,
                DISCONNECTED_ACCOUNT,
                List.of(Map.of(
                        DISCONNECTED_ACCOUNT.PLATFORM, identity.platform().word(),
                        DISCONNECTED_ACCOUNT.TENANT, identity.tenant(),
                        DISCONNECTED_ACCOUNT.EXTERNAL_ID, identity.externalId(),
                        DISCONNECTED_ACCOUNT.DISCONNECTED_AT, now)));
    }

    /** Whether somebody disconnected the account, and nobody connected it since. */
    public boolean isDisconnected(ContactKind platform, String tenant, String externalId) {
        return dsl.fetchExists(DISCONNECTED_ACCOUNT, isAccount(platform, tenant, externalId));
    }

    /** The account is connected again by somebody's will. */
    public void forgetDisconnected(ContactKind platform, String tenant, String externalId) {
        dsl.deleteFrom(DISCONNECTED_ACCOUNT)
                .where(isAccount(platform, tenant, externalId))
                .execute();
    }

    private static Condition isAccount(ContactKind platform, String tenant, String externalId) {
        return DSL.row(DISCONNECTED_ACCOUNT.PLATFORM, DISCONNECTED_ACCOUNT.TENANT, DISCONNECTED_ACCOUNT.EXTERNAL_ID)
                .eq(platform.word(), tenant, externalId);
    }
}
