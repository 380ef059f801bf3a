package dev.arke.chat;

import static dev.arke.database.generated.Tables.CHANNEL_STATE;

import dev.arke.alert.CleanText;
import dev.arke.database.Claiming;
import dev.arke.database.Sought;
import dev.arke.responder.ChannelAddress;
import dev.arke.responder.ContactKind;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The table channel_state. */
public final class ChannelStateStore {
    private static final int LONGEST_PROBLEM = 500;
    private static final int LONGEST_NAME = 200;

    private final DSLContext dsl;

    public ChannelStateStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    public Optional<ChannelState> find(ChannelAddress channel) {
        return dsl.selectFrom(CHANNEL_STATE).where(isOf(channel)).fetchOptional(ChannelStateStore::state);
    }

    /** The platform calls the channel so. */
    public void name(ChannelAddress channel, String name) {
        write(channel, Map.of(CHANNEL_STATE.NAME, CleanText.cut(CleanText.line(name), LONGEST_NAME)));
    }

    /** Nothing can be posted in these channels, for these reasons; since when stays as it was first found. */
    public void markGone(Map<ChannelAddress, String> problems, Instant now) {
        problems.forEach((channel, problem) -> {
            var words = CleanText.cut(CleanText.line(problem), LONGEST_PROBLEM);
            boolean known = dsl.update(CHANNEL_STATE)
                            .set(CHANNEL_STATE.PROBLEM, words)
                            .where(isOf(channel))
                            .and(CHANNEL_STATE.PROBLEM.isNotNull())
                            .execute()
                    > 0;
            if (!known) write(channel, Map.of(CHANNEL_STATE.PROBLEM, words, CHANNEL_STATE.PROBLEM_AT, now));
        });
    }

    /** Posting in these channels works. */
    public void markWorking(Collection<ChannelAddress> channels) {
        channels.stream()
                .collect(Collectors.groupingBy(
                        ChannelAddress::platform, Collectors.mapping(ChannelAddress::address, Collectors.toSet())))
                .forEach(this::markWorking);
    }

    private void markWorking(ContactKind platform, Set<String> addresses) {
        dsl.update(CHANNEL_STATE)
                .setNull(CHANNEL_STATE.PROBLEM)
                .setNull(CHANNEL_STATE.PROBLEM_AT)
                .setNull(CHANNEL_STATE.TOLD_AT)
                .where(Sought.isOneOf(CHANNEL_STATE.PLATFORM, List.of(platform.word())))
                .and(Sought.isOneOf(CHANNEL_STATE.ADDRESS, addresses))
                .and(CHANNEL_STATE.PROBLEM.isNotNull())
                .execute();
    }

    /** Takes the channels with a problem of which nobody was told since {@code before}, and notes that they are now. */
    public List<ChannelState> claimUntold(Instant before, Instant now) {
        var found = Claiming.skipLocked(dsl.select()
                        .from(CHANNEL_STATE)
                        .where(CHANNEL_STATE.PROBLEM.isNotNull())
                        .and(CHANNEL_STATE.TOLD_AT.isNull().or(CHANNEL_STATE.TOLD_AT.le(before)))
                        .orderBy(CHANNEL_STATE.PLATFORM, CHANNEL_STATE.ADDRESS))
                .fetch(ChannelStateStore::state);
        for (var state : found)
            dsl.update(CHANNEL_STATE)
                    .set(CHANNEL_STATE.TOLD_AT, now)
                    .where(isOf(state.channel()))
                    .execute();
        return found;
    }

    public void delete(ChannelAddress channel) {
        dsl.deleteFrom(CHANNEL_STATE).where(isOf(channel)).execute();
    }

    private void write(ChannelAddress channel, Map<? extends Field<?>, ? extends @Nullable Object> columns) {
        if (dsl.update(CHANNEL_STATE).set(columns).where(isOf(channel)).execute() > 0) return;
        dsl.insertInto(CHANNEL_STATE)
                .set(CHANNEL_STATE.PLATFORM, channel.platform().word())
                .set(CHANNEL_STATE.ADDRESS, channel.address())
                .set(columns)
                // Another node may have found it out in the same moment.
                .onDuplicateKeyIgnore()
                .execute();
    }

    private static Condition isOf(ChannelAddress channel) {
        return CHANNEL_STATE.PLATFORM.eq(channel.platform().word()).and(CHANNEL_STATE.ADDRESS.eq(channel.address()));
    }

    private static ChannelState state(Record row) {
        var c = CHANNEL_STATE;
        return new ChannelState(
                new ChannelAddress(ContactKind.parse(row.get(c.PLATFORM)).orElseThrow(), row.get(c.ADDRESS)),
                Optional.ofNullable(row.get(c.NAME)),
                Optional.ofNullable(row.get(c.PROBLEM))
                        .map(words -> new ChannelState.Problem(words, row.get(c.PROBLEM_AT))));
    }
}
