package dev.arke.responder;

import static dev.arke.database.generated.Tables.ADMIN_CHANNEL;

import dev.arke.database.Upsert;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/** The table admin_channel: where Arke speaks about itself. */
public final class AdminChannelStore {
    private final DSLContext dsl;

    public AdminChannelStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    public List<ChannelAddress> load() {
        // One of a platform that only a newer node knows is that node's to tell.
        return dsl.selectFrom(ADMIN_CHANNEL).orderBy(ADMIN_CHANNEL.PLATFORM, ADMIN_CHANNEL.ADDRESS).fetch().stream()
                .flatMap(row ->
                        ChannelAddress.parse(row.get(ADMIN_CHANNEL.PLATFORM) + ":" + row.get(ADMIN_CHANNEL.ADDRESS))
                                .stream())
                .toList();
    }

    /** Makes these the admin channels, and no other. */
    public void replace(Collection<ChannelAddress> channels) {
        dsl.deleteFrom(ADMIN_CHANNEL).execute();
        Upsert.insert(
                dsl,
                ADMIN_CHANNEL,
                channels.stream()
                        .map(channel -> Map.of(
                                ADMIN_CHANNEL.PLATFORM, channel.platform().word(),
                                ADMIN_CHANNEL.ADDRESS, channel.address()))
                        .toList());
    }
}
