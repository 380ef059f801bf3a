package dev.arke.chat;

import static dev.arke.database.generated.Tables.CHANNEL_SYNC;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import dev.arke.alert.CleanText;
import dev.arke.chat.ChannelSync.Target;
import dev.arke.chat.ChannelSync.What;
import dev.arke.database.Claiming;
import dev.arke.responder.ContactKind;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The table channel_sync. */
public final class ChannelSyncStore {
    private static final int LONGEST_PROBLEM = 500;
    private static final int LONGEST_WARNING = 2000;

    private final DSLContext dsl;

    public ChannelSyncStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Something that may concern any of them has changed: each is looked at again at once. */
    public void wantAll(Instant now) {
        dsl.update(CHANNEL_SYNC)
                .set(CHANNEL_SYNC.WANTED, CHANNEL_SYNC.WANTED.plus(1))
                .set(CHANNEL_SYNC.DUE_AT, unlessLeased(now))
                .execute();
    }

    /** A row under lease is being worked on: whoever ends that sees that more is wanted. */
    private static Field<Instant> unlessLeased(Instant at) {
        return when(CHANNEL_SYNC.LEASE.isNull(), val(at, CHANNEL_SYNC.DUE_AT.getDataType()))
                .otherwise(CHANNEL_SYNC.DUE_AT);
    }

    /** Adds those of these that are not there, due now. */
    public void add(Set<Target> targets, Supplier<UUID> ids, Instant now) {
        var missing = new HashSet<>(targets);
        missing.removeAll(dsl.selectFrom(CHANNEL_SYNC).fetchSet(ChannelSyncStore::target));
        for (var target : missing)
            dsl.insertInto(CHANNEL_SYNC)
                    .set(CHANNEL_SYNC.ID, ids.get())
                    .set(CHANNEL_SYNC.PLATFORM, target.platform().word())
                    .set(CHANNEL_SYNC.WHAT, target.what().word())
                    .set(CHANNEL_SYNC.TARGET, target.name())
                    .set(CHANNEL_SYNC.DUE_AT, now)
                    .set(CHANNEL_SYNC.WANTED, 1)
                    .set(CHANNEL_SYNC.ATTEMPTS, 0)
                    // Another node adds them in the same moment.
                    .onDuplicateKeyIgnore()
                    .execute();
    }

    /** The ids of what is due: handoffs first, as they wait for no chat, then in the order in which it became so. */
    public List<UUID> due(Instant now) {
        return dsl.select(CHANNEL_SYNC.ID)
                .from(CHANNEL_SYNC)
                .where(CHANNEL_SYNC.DUE_AT.le(now))
                .orderBy(
                        when(CHANNEL_SYNC.WHAT.eq(What.HANDOFF.word()), 0).otherwise(1),
                        CHANNEL_SYNC.DUE_AT,
                        CHANNEL_SYNC.ID)
                .fetch(CHANNEL_SYNC.ID);
    }

    /** Takes one until {@code leaseEnds}; empty when it is not due any more or another node has it. */
    public Optional<ChannelSync> claim(UUID id, UUID lease, Instant leaseEnds, Instant now) {
        var found = Claiming.skipLocked(dsl.select()
                        .from(CHANNEL_SYNC)
                        .where(CHANNEL_SYNC.ID.eq(id))
                        .and(CHANNEL_SYNC.DUE_AT.le(now)))
                .fetchOptional(ChannelSyncStore::read);
        if (found.isPresent())
            dsl.update(CHANNEL_SYNC)
                    .set(CHANNEL_SYNC.LEASE, lease)
                    .set(CHANNEL_SYNC.DUE_AT, leaseEnds)
                    .where(CHANNEL_SYNC.ID.eq(id))
                    .execute();
        return found;
    }

    /** Ends a lease with what came of it; due at {@code next}, or at once when more became wanted meanwhile. */
    public void settle(ChannelSync after, UUID lease, Instant next, Instant now) {
        dsl.update(CHANNEL_SYNC)
                .set(CHANNEL_SYNC.ATTEMPTS, after.attempts())
                .set(CHANNEL_SYNC.WRITTEN, after.written().orElse(null))
                .set(CHANNEL_SYNC.WARNED, cut(after.warned(), LONGEST_WARNING))
                .set(CHANNEL_SYNC.PROBLEM, cut(after.problem(), LONGEST_PROBLEM))
                .set(
                        CHANNEL_SYNC.DUE_AT,
                        when(CHANNEL_SYNC.WANTED.eq(after.wanted()), val(next, CHANNEL_SYNC.DUE_AT.getDataType()))
                                .otherwise(val(now, CHANNEL_SYNC.DUE_AT.getDataType())))
                .set(CHANNEL_SYNC.LEASE, (UUID) null)
                .where(isLeased(after.id(), lease))
                .execute();
    }

    /** It is not to be kept any more; one that became wanted again meanwhile stays. */
    public void delete(ChannelSync ended, UUID lease) {
        dsl.deleteFrom(CHANNEL_SYNC)
                .where(isLeased(ended.id(), lease))
                .and(CHANNEL_SYNC.WANTED.eq(ended.wanted()))
                .execute();
    }

    /** What could not be kept up to date of these, in sentences. */
    public List<String> problems(Collection<Target> targets) {
        if (targets.isEmpty()) return List.of();
        return dsl.select(CHANNEL_SYNC.PROBLEM)
                .from(CHANNEL_SYNC)
                .where(DSL.row(CHANNEL_SYNC.PLATFORM, CHANNEL_SYNC.WHAT, CHANNEL_SYNC.TARGET)
                        .in(targets.stream()
                                .map(target -> DSL.row(
                                        target.platform().word(), target.what().word(), target.name()))
                                .toList()))
                .and(CHANNEL_SYNC.PROBLEM.isNotNull())
                .orderBy(CHANNEL_SYNC.WHAT, CHANNEL_SYNC.TARGET)
                .fetch(CHANNEL_SYNC.PROBLEM);
    }

    private static Condition isLeased(UUID id, UUID lease) {
        return CHANNEL_SYNC.ID.eq(id).and(CHANNEL_SYNC.LEASE.eq(lease));
    }

    private static @Nullable String cut(Optional<String> text, int longest) {
        return text.map(words -> CleanText.cut(words, longest)).orElse(null);
    }

    private static Target target(Record row) {
        return new Target(
                ContactKind.parse(row.get(CHANNEL_SYNC.PLATFORM)).orElseThrow(),
                What.ofWord(row.get(CHANNEL_SYNC.WHAT)),
                row.get(CHANNEL_SYNC.TARGET));
    }

    private static ChannelSync read(Record row) {
        return new ChannelSync(
                row.get(CHANNEL_SYNC.ID),
                target(row),
                row.get(CHANNEL_SYNC.WANTED),
                row.get(CHANNEL_SYNC.ATTEMPTS),
                Optional.ofNullable(row.get(CHANNEL_SYNC.WRITTEN)),
                Optional.ofNullable(row.get(CHANNEL_SYNC.WARNED)),
                Optional.ofNullable(row.get(CHANNEL_SYNC.PROBLEM)));
    }
}
