package dev.arke.engine.people;

import dev.arke.database.Durability;
import dev.arke.responder.Act;
import dev.arke.responder.ApiKey;
import dev.arke.responder.ApiScope;
import dev.arke.responder.AuditStore;
import dev.arke.responder.By;
import dev.arke.responder.LinkToken;
import dev.arke.responder.Refusal;
import dev.arke.responder.Sha256;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Makes and revokes the keys of programs; for admins of Arke. */
public final class KeepKeys {
    /** What scanners of leaked secrets know it by. */
    private static final String PREFIX = "arke_";

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");

    /** What came of it. */
    public sealed interface Outcome {
        /** {@code token} is shown now and never again. */
        record Made(ApiKey key, String token) implements Outcome {}

        record NameTaken(ApiKey present) implements Outcome {}

        /** A name is letters, digits, dots, dashes and underscores, at most 64. */
        record BadName(String name) implements Outcome {}

        record Revoked(ApiKey key) implements Outcome {}

        /** {@code there} are the names that there are. */
        record Unknown(List<String> there) implements Outcome {}

        record All(List<ApiKey> keys) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }

    private final KeyUseCases.Needs needs;

    KeepKeys(KeyUseCases.Needs needs) {
        this.needs = needs;
    }

    /** Of one team, or of all. */
    public Outcome make(By by, String name, ApiScope scope, Optional<UUID> teamId) {
        return guarded(by, "key", name, () -> {
            if (!NAME.matcher(name).matches()) return new Outcome.BadName(name);
            var present = named(name);
            if (present.isPresent()) return new Outcome.NameTaken(present.get());
            var key = new ApiKey(
                    needs.ids().next(),
                    name,
                    scope,
                    teamId,
                    by.actor().word(),
                    needs.clock().instant());
            var token = PREFIX + LinkToken.fresh().text();
            needs.keys().insert(key, Sha256.of(token));
            return new Outcome.Made(key, token);
        });
    }

    /** It opens nothing from now on. */
    public Outcome revoke(By by, String name) {
        return guarded(by, "key revoke", name, () -> {
            var key = named(name);
            if (key.isEmpty())
                return new Outcome.Unknown(
                        needs.keys().load().stream().map(ApiKey::name).toList());
            needs.keys().delete(key.get().id());
            return new Outcome.Revoked(key.get());
        });
    }

    /** All there are, by name. */
    public Outcome list(By by) {
        return guarded(by, "keys", "", () -> new Outcome.All(needs.keys().load()));
    }

    private interface Step {
        Outcome take();
    }

    /** One at a time, so that no name is given twice. */
    private Outcome guarded(By by, String verb, String subject, Step step) {
        return needs.transactions().write(Durability.SYNCED, () -> {
            needs.version().lock();
            var refusal = Standings.refusal(
                    by.actor(),
                    Optional.empty(),
                    Act.ADMINISTER,
                    needs.directory().current());
            needs.audit()
                    .append(List.of(AuditStore.AuditEntry.of(
                            needs.ids().next(), needs.clock().instant(), by, verb, cut(subject), refusal.isEmpty())));
            return refusal.isPresent() ? new Outcome.Refused(refusal.get()) : step.take();
        });
    }

    private static String cut(String subject) {
        return subject.substring(0, Math.min(subject.length(), 64));
    }

    private Optional<ApiKey> named(String name) {
        return needs.keys().load().stream()
                .filter(key -> ByName.plain(key.name()).equals(ByName.plain(name)))
                .findFirst();
    }
}
