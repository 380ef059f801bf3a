package dev.arke.engine.delivery;

import dev.arke.database.Durability;
import dev.arke.database.Transactions;
import dev.arke.delivery.Delivery;
import dev.arke.delivery.Delivery.Kind;
import dev.arke.delivery.Delivery.State;
import dev.arke.responder.ContactProof;
import dev.arke.responder.ContactProofStore;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes the code that proves a contact method each time it is about to be sent, and keeps only its hash. */
final class MintCodes {
    private static final int CODES = 1_000_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Transactions transactions;
    private final ContactProofStore proofs;
    private final InstantSource clock;

    MintCodes(Transactions transactions, ContactProofStore proofs, InstantSource clock) {
        this.transactions = transactions;
        this.proofs = proofs;
        this.clock = clock;
    }

    /** By the rows that send them; those that are over are left out. */
    Map<UUID, String> mint(List<Delivery> claimed) {
        var rows = claimed.stream()
                .filter(row -> row.kind() == Kind.CODE && row.state() == State.WAITING && !row.isHandedOver())
                .toList();
        if (rows.isEmpty()) return Map.of();
        return transactions.write(Durability.RELAXED, () -> mintUnit(rows));
    }

    private Map<UUID, String> mintUnit(List<Delivery> rows) {
        var now = clock.instant();
        var ids = rows.stream().flatMap(row -> row.aboutId().stream()).collect(Collectors.toSet());
        var open = proofs.read(ids).stream()
                .filter(proof -> !proof.isOver(now))
                .collect(Collectors.toMap(ContactProof::methodId, Function.identity()));
        var minted = new HashMap<UUID, String>();
        for (var row : rows) row.aboutId().map(open::get).ifPresent(proof -> minted.put(row.id(), mint(proof)));
        return minted;
    }

    private String mint(ContactProof proof) {
        var code = "%06d".formatted(RANDOM.nextInt(CODES));
        proofs.setCode(proof.methodId(), ContactProof.hash(proof.methodId(), code));
        return code;
    }
}
