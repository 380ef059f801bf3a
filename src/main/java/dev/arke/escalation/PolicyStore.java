package dev.arke.escalation;

import static dev.arke.database.generated.Tables.ESCALATION_POLICY;
import static dev.arke.database.generated.Tables.POLICY_VERSION;

import dev.arke.database.UnreadableRows;
import dev.arke.database.Upsert;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;

/** The tables escalation_policy and policy_version. */
public final class PolicyStore {
    private final DSLContext dsl;

    public PolicyStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Every version of every policy that there ever was; incidents under way may run on any of them. */
    public List<StoredPolicy> loadVersions() {
        return dsl.select(
                        ESCALATION_POLICY.ID,
                        ESCALATION_POLICY.NAME,
                        ESCALATION_POLICY.TEAM_ID,
                        ESCALATION_POLICY.CURRENT_VERSION_ID,
                        ESCALATION_POLICY.ACTIVE,
                        ESCALATION_POLICY.FILE_OWNED,
                        POLICY_VERSION.ID,
                        POLICY_VERSION.DEFINITION)
                .from(POLICY_VERSION)
                .join(ESCALATION_POLICY)
                .on(ESCALATION_POLICY.ID.eq(POLICY_VERSION.POLICY_ID))
                .fetch(this::stored);
    }

    /** Makes these the present versions. A version that is there already is never written again. */
    public void save(Collection<StoredPolicy> policies, Instant now) {
        if (policies.isEmpty()) return;
        var there = new HashSet<>(dsl.select(POLICY_VERSION.ID)
                .from(POLICY_VERSION)
                .where(POLICY_VERSION.ID.in(policies.stream()
                        .map(stored -> stored.policy().versionId())
                        .toList()))
                .fetch(POLICY_VERSION.ID));
        Upsert.insert(
                dsl,
                POLICY_VERSION,
                policies.stream()
                        .map(StoredPolicy::policy)
                        .filter(policy -> !there.contains(policy.versionId()))
                        .map(policy -> versionRow(policy, now))
                        .toList());
        Upsert.rows(
                dsl,
                ESCALATION_POLICY,
                ESCALATION_POLICY.ID,
                policies.stream().map(PolicyStore::row).toList());
    }

    /** Keeps a version of a policy that is there, without making it the present one. */
    public void addVersion(EscalationPolicy version, Instant now) {
        dsl.insertInto(POLICY_VERSION).set(versionRow(version, now)).execute();
    }

    private StoredPolicy stored(Record row) {
        UUID version = row.get(POLICY_VERSION.ID);
        var definition = UnreadableRows.readOr(
                dsl,
                POLICY_VERSION.ID,
                version,
                () -> PolicyDefinition.read(row.get(POLICY_VERSION.DEFINITION)),
                PolicyDefinition.managersOf(row.get(ESCALATION_POLICY.TEAM_ID)));
        var policy = new EscalationPolicy(
                row.get(ESCALATION_POLICY.ID),
                version,
                row.get(ESCALATION_POLICY.NAME),
                row.get(ESCALATION_POLICY.TEAM_ID),
                definition.steps(),
                definition.rounds(),
                definition.lastResort());
        return new StoredPolicy(
                policy,
                version.equals(row.get(ESCALATION_POLICY.CURRENT_VERSION_ID)),
                row.get(ESCALATION_POLICY.ACTIVE),
                row.get(ESCALATION_POLICY.FILE_OWNED));
    }

    private static Map<Field<?>, Object> row(StoredPolicy stored) {
        var policy = stored.policy();
        return Map.of(
                ESCALATION_POLICY.ID, policy.id(),
                ESCALATION_POLICY.NAME, policy.name(),
                ESCALATION_POLICY.TEAM_ID, policy.teamId(),
                ESCALATION_POLICY.CURRENT_VERSION_ID, policy.versionId(),
                ESCALATION_POLICY.ACTIVE, stored.active(),
                ESCALATION_POLICY.FILE_OWNED, stored.fileOwned());
    }

    private static Map<Field<?>, Object> versionRow(EscalationPolicy policy, Instant now) {
        return Map.of(
                POLICY_VERSION.ID, policy.versionId(),
                POLICY_VERSION.POLICY_ID, policy.id(),
                POLICY_VERSION.DEFINITION, PolicyDefinition.of(policy).json(),
                POLICY_VERSION.CREATED_AT, now);
    }
}
