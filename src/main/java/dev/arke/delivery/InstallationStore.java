package dev.arke.delivery;

import static dev.arke.database.generated.Tables.INSTALLATION;

import dev.arke.responder.ContactKind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The table installation. */
public final class InstallationStore {
    private final DSLContext dsl;

    public InstallationStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Those that have not ended, the oldest first. */
    public List<Installation> load(ContactKind platform) {
        return dsl.selectFrom(INSTALLATION)
                .where(INSTALLATION.PLATFORM.eq(platform.word()))
                .and(INSTALLATION.ENDED_AT.isNull())
                .orderBy(INSTALLATION.INSTALLED_AT, INSTALLATION.TENANT)
                .fetch(InstallationStore::read);
    }

    /** Writes one, whether it was there before or not; nobody is renewing it any more. */
    public void save(Installation installation) {
        var row = row(installation);
        int updated = dsl.update(INSTALLATION)
                .set(row)
                .where(INSTALLATION.PLATFORM.eq(installation.platform().word()))
                .and(INSTALLATION.TENANT.eq(installation.tenant()))
                .execute();
        if (updated == 0) dsl.insertInto(INSTALLATION).set(row).execute();
    }

    /** Claims those whose tokens are to be renewed now, for one node, until the lease ends. */
    public List<Installation> claimRefreshes(ContactKind platform, Instant leaseEnd, Instant now) {
        var due = dsl.selectFrom(INSTALLATION)
                .where(INSTALLATION.PLATFORM.eq(platform.word()))
                .and(INSTALLATION.ENDED_AT.isNull())
                .and(INSTALLATION.REFRESHES_AT.le(now))
                .and(INSTALLATION.LEASED_UNTIL.isNull().or(INSTALLATION.LEASED_UNTIL.le(now)))
                .orderBy(INSTALLATION.TENANT)
                .fetch(InstallationStore::read);
        return due.stream()
                .filter(installation -> lease(installation, leaseEnd, now))
                .toList();
    }

    private boolean lease(Installation installation, Instant leaseEnd, Instant now) {
        return dsl.update(INSTALLATION)
                        .set(INSTALLATION.LEASED_UNTIL, leaseEnd)
                        .where(INSTALLATION.PLATFORM.eq(installation.platform().word()))
                        .and(INSTALLATION.TENANT.eq(installation.tenant()))
                        .and(INSTALLATION.LEASED_UNTIL.isNull().or(INSTALLATION.LEASED_UNTIL.le(now)))
                        .execute()
                == 1;
    }

    /** Whether there was one to end. */
    public boolean end(ContactKind platform, String tenant, Instant now) {
        return dsl.update(INSTALLATION)
                        .set(INSTALLATION.ENDED_AT, now)
                        .set(INSTALLATION.SEALED, "")
                        .where(INSTALLATION.PLATFORM.eq(platform.word()))
                        .and(INSTALLATION.TENANT.eq(tenant))
                        .and(INSTALLATION.ENDED_AT.isNull())
                        .execute()
                == 1;
    }

    private static Map<Field<?>, @Nullable Object> row(Installation installation) {
        var row = new LinkedHashMap<Field<?>, @Nullable Object>();
        row.put(INSTALLATION.PLATFORM, installation.platform().word());
        row.put(INSTALLATION.TENANT, installation.tenant());
        row.put(INSTALLATION.NAME, installation.name());
        row.put(INSTALLATION.BOT_ID, installation.botId());
        row.put(INSTALLATION.SEALED, installation.sealed());
        row.put(INSTALLATION.REFRESHES_AT, installation.refreshesAt().orElse(null));
        row.put(INSTALLATION.LEASED_UNTIL, null);
        row.put(INSTALLATION.INSTALLED_AT, installation.installedAt());
        row.put(INSTALLATION.ENDED_AT, installation.endedAt().orElse(null));
        return row;
    }

    private static Installation read(Record row) {
        return new Installation(
                ContactKind.parse(row.get(INSTALLATION.PLATFORM)).orElseThrow(),
                row.get(INSTALLATION.TENANT),
                row.get(INSTALLATION.NAME),
                row.get(INSTALLATION.BOT_ID),
                row.get(INSTALLATION.SEALED),
                Optional.ofNullable(row.get(INSTALLATION.REFRESHES_AT)),
                row.get(INSTALLATION.INSTALLED_AT),
                Optional.ofNullable(row.get(INSTALLATION.ENDED_AT)));
    }
}
