package dev.arke.chat;

import static dev.arke.database.generated.Tables.CHANNEL_LINK;

import dev.arke.alert.Priority;
import dev.arke.database.UnreadableRows;
import dev.arke.responder.ChannelAddress;
import dev.arke.responder.ContactKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The table channel_link. Whoever writes it raises the directory's version, as the links are a part of it. */
public final class ChannelLinkStore {
    private final DSLContext dsl;

    public ChannelLinkStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** All links, oldest first. */
    public List<ChannelLink> load() {
        return UnreadableRows.readable(
                dsl, dsl.selectFrom(CHANNEL_LINK).orderBy(CHANNEL_LINK.ID), CHANNEL_LINK.ID, ChannelLinkStore::link);
    }

    /** The link of a channel to this service or team. */
    public Optional<ChannelLink> find(ChannelAddress channel, UUID subjectId) {
        return dsl.selectFrom(CHANNEL_LINK)
                .where(isOf(channel))
                .and(CHANNEL_LINK.SUBJECT_ID.eq(subjectId))
                .fetchOptional(ChannelLinkStore::link);
    }

    /** Writes a link, new or known by its id. */
    public void save(ChannelLink link) {
        var row = columns(link);
        if (dsl.update(CHANNEL_LINK)
                        .set(row)
                        .where(CHANNEL_LINK.ID.eq(link.id()))
                        .execute()
                == 0)
            dsl.insertInto(CHANNEL_LINK)
                    .set(CHANNEL_LINK.ID, link.id())
                    .set(row)
                    .execute();
    }

    public void delete(UUID id) {
        dsl.deleteFrom(CHANNEL_LINK).where(CHANNEL_LINK.ID.eq(id)).execute();
    }

    /** The channel is gone, and with it what it was linked to. */
    public int deleteAll(ChannelAddress channel) {
        return dsl.deleteFrom(CHANNEL_LINK).where(isOf(channel)).execute();
    }

    /** The platform gave the channel another address. */
    public void move(ChannelAddress from, ChannelAddress to) {
        var there = dsl.select(CHANNEL_LINK.SUBJECT_ID)
                .from(CHANNEL_LINK)
                .where(isOf(to))
                .fetch(CHANNEL_LINK.SUBJECT_ID);
        dsl.deleteFrom(CHANNEL_LINK)
                .where(isOf(from))
                .and(CHANNEL_LINK.SUBJECT_ID.in(there))
                .execute();
        dsl.update(CHANNEL_LINK)
                .set(CHANNEL_LINK.ADDRESS, to.address())
                .where(isOf(from))
                .execute();
    }

    private static Condition isOf(ChannelAddress channel) {
        return CHANNEL_LINK.PLATFORM.eq(channel.platform().word()).and(CHANNEL_LINK.ADDRESS.eq(channel.address()));
    }

    private static Map<Field<?>, @Nullable Object> columns(ChannelLink link) {
        var c = CHANNEL_LINK;
        var options = link.options();
        var row = new LinkedHashMap<Field<?>, @Nullable Object>();
        row.put(c.PLATFORM, link.channel().platform().word());
        row.put(c.ADDRESS, link.channel().address());
        row.put(c.TEAM_ID, link.teamId());
        row.put(c.SERVICE_ID, link.serviceId().orElse(null));
        row.put(c.SUBJECT_ID, link.subjectId());
        row.put(c.LOWEST_PRIORITY, options.lowest().word());
        row.put(c.TIMELINE, options.timeline().word());
        row.put(c.TOPIC, options.topic());
        row.put(c.USER_GROUP, options.group().map(ChannelLink.UserGroup::ref).orElse(null));
        row.put(
                c.USER_GROUP_NAME,
                options.group().map(ChannelLink.UserGroup::name).orElse(null));
        row.put(c.HANDOFFS, options.handoffs());
        return row;
    }

    private static ChannelLink link(Record row) {
        var c = CHANNEL_LINK;
        return new ChannelLink(
                row.get(c.ID),
                new ChannelAddress(ContactKind.parse(row.get(c.PLATFORM)).orElseThrow(), row.get(c.ADDRESS)),
                row.get(c.TEAM_ID),
                Optional.ofNullable(row.get(c.SERVICE_ID)),
                new ChannelLink.Options(
                        Priority.parse(row.get(c.LOWEST_PRIORITY)).orElseThrow(),
                        ChannelLink.Timeline.ofWord(row.get(c.TIMELINE)),
                        row.get(c.TOPIC),
                        Optional.ofNullable(row.get(c.USER_GROUP))
                                .map(ref -> new ChannelLink.UserGroup(ref, row.get(c.USER_GROUP_NAME))),
                        row.get(c.HANDOFFS)));
    }
}
