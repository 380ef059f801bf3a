package dev.arke.engine.people;

import dev.arke.responder.ContactKind;
import dev.arke.responder.Identity;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which chat account is whose; one that is linked whatever the tenant counts where none is linked for it. */
final class Accounts {
    private record Account(ContactKind platform, String tenant, String externalId) {}

    private final List<Identity> inOrder;
    private final Map<Account, UUID> owners;

    Accounts(Collection<Identity> identities) {
        inOrder = identities.stream()
                .sorted(Comparator.comparing(Identity::platform)
                        .thenComparing(Identity::tenant)
                        .thenComparing(Identity::externalId))
                .toList();
        owners = identities.stream()
                .collect(Collectors.toUnmodifiableMap(
                        identity -> new Account(identity.platform(), identity.tenant(), identity.externalId()),
                        Identity::responderId));
    }

    Optional<UUID> owner(ContactKind platform, String tenant, String externalId) {
        return Optional.ofNullable(owners.get(new Account(platform, tenant, externalId)))
                .or(() -> Optional.ofNullable(owners.get(new Account(platform, "", externalId))));
    }

    Optional<String> of(UUID responderId, ContactKind platform, String tenant) {
        return Stream.of(tenant, "")
                .flatMap(wanted -> of(responderId).stream()
                        .filter(identity -> identity.platform() == platform
                                && identity.tenant().equals(wanted)))
                .map(Identity::externalId)
                .findFirst();
    }

    List<Identity> of(UUID responderId) {
        return inOrder.stream()
                .filter(identity -> identity.responderId().equals(responderId))
                .toList();
    }
}
