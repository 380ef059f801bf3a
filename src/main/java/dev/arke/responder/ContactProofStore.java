package dev.arke.responder;

import static dev.arke.database.generated.Tables.CONTACT_PROOF;

import dev.arke.database.Sought;
import dev.arke.database.Upsert;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The table contact_proof. Whoever writes it has locked the directory's version, or sends the code. */
public final class ContactProofStore {
    private final DSLContext dsl;

    public ContactProofStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    public List<ContactProof> read(Collection<UUID> methodIds) {
        if (methodIds.isEmpty()) return List.of();
        return dsl.selectFrom(CONTACT_PROOF)
                .where(Sought.isOneOf(CONTACT_PROOF.CONTACT_METHOD_ID, methodIds))
                .fetch(ContactProofStore::read);
    }

    public void save(ContactProof proof) {
        var row = new HashMap<Field<?>, @Nullable Object>();
        row.put(CONTACT_PROOF.CONTACT_METHOD_ID, proof.methodId());
        row.put(CONTACT_PROOF.CODE_HASH, proof.codeHash().orElse(null));
        row.put(CONTACT_PROOF.EXPIRES_AT, proof.expiresAt());
        row.put(CONTACT_PROOF.TRIES, proof.tries());
        row.put(CONTACT_PROOF.REQUESTS, proof.requests());
        row.put(CONTACT_PROOF.COUNTED_FROM, proof.countedFrom());
        Upsert.rows(dsl, CONTACT_PROOF, CONTACT_PROOF.CONTACT_METHOD_ID, List.of(row));
    }

    /** The code that is about to be sent. */
    public void setCode(UUID methodId, String hash) {
        dsl.update(CONTACT_PROOF)
                .set(CONTACT_PROOF.CODE_HASH, hash)
                .where(CONTACT_PROOF.CONTACT_METHOD_ID.eq(methodId))
                .execute();
    }

    public void delete(UUID methodId) {
        dsl.deleteFrom(CONTACT_PROOF)
                .where(CONTACT_PROOF.CONTACT_METHOD_ID.eq(methodId))
                .execute();
    }

    private static ContactProof read(Record row) {
        return new ContactProof(
                row.get(CONTACT_PROOF.CONTACT_METHOD_ID),
                Optional.ofNullable(row.get(CONTACT_PROOF.CODE_HASH)),
                row.get(CONTACT_PROOF.EXPIRES_AT),
                row.get(CONTACT_PROOF.TRIES),
                row.get(CONTACT_PROOF.REQUESTS),
                row.get(CONTACT_PROOF.COUNTED_FROM));
    }
}
