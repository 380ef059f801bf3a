package dev.arke.engine.people;

import dev.arke.escalation.EscalationPolicy;
import dev.arke.escalation.StoredPolicy;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The policies: by name and for new incidents in their present versions, and every version that incidents run on. */
final class Policies {
    private final Index<StoredPolicy> present;
    private final Map<UUID, EscalationPolicy> versions;

    Policies(Collection<StoredPolicy> all) {
        present = new Index<>(
                "policy",
                all.stream().filter(StoredPolicy::present).toList(),
                stored -> stored.policy().id(),
                stored -> stored.policy().name(),
                StoredPolicy::active);
        versions = all.stream()
                .map(StoredPolicy::policy)
                .collect(Collectors.toUnmodifiableMap(EscalationPolicy::versionId, Function.identity()));
    }

    EscalationPolicy version(UUID versionId) {
        var policy = versions.get(versionId);
        if (policy == null) throw new IllegalArgumentException("no policy version has the id " + versionId);
        return policy;
    }

    EscalationPolicy present(UUID id) {
        return present.get(id).policy();
    }

    Optional<EscalationPolicy> like(EscalationPolicy wanted) {
        return versions.values().stream()
                .filter(version -> version.id().equals(wanted.id()))
                .filter(version -> version.steps().equals(wanted.steps())
                        && version.rounds() == wanted.rounds()
                        && version.lastResort().equals(wanted.lastResort()))
                .findFirst();
    }

    Optional<EscalationPolicy> named(String name) {
        return present.named(name).map(StoredPolicy::policy);
    }

    List<EscalationPolicy> active() {
        return present.active().stream().map(StoredPolicy::policy).toList();
    }
}
