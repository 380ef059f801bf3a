package dev.arke.engine.people;

import dev.arke.responder.ApiKey;
import dev.arke.responder.Sha256;
import java.util.Optional;

/** Whose key a program shows, and what it looks at. */
public final class FindKey {
    private final KeyUseCases.Needs needs;

    FindKey(KeyUseCases.Needs needs) {
        this.needs = needs;
    }

    /** Empty when it is none, or revoked. One hash and one look-up, whatever is shown. */
    public Optional<ApiKey> find(String token) {
        var hash = Sha256.of(token);
        return needs.transactions().read(() -> needs.keys().ofHash(hash));
    }

    /** People and teams as they stand. */
    public Directory directory() {
        return needs.transactions().read(() -> needs.directory().current());
    }
}
