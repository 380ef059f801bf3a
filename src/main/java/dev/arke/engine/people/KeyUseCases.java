package dev.arke.engine.people;

import dev.arke.database.Transactions;
import dev.arke.engine.Ids;
import dev.arke.responder.ApiKeyStore;
import dev.arke.responder.AuditStore;
import dev.arke.responder.DirectoryVersionStore;
import java.time.InstantSource;

/** What there is to do with API keys, put together. */
public record KeyUseCases(KeepKeys keep, FindKey find) {
    /** What they need from outside. */
    public record Needs(
            Transactions transactions,
            ApiKeyStore keys,
            DirectoryVersionStore version,
            AuditStore audit,
            ReadDirectory directory,
            Ids ids,
            InstantSource clock) {}

    public static KeyUseCases of(Needs needs) {
        return new KeyUseCases(new KeepKeys(needs), new FindKey(needs));
    }
}
