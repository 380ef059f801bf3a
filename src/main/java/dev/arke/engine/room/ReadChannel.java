package dev.arke.engine.room;

import dev.arke.chat.ChannelLink;
import dev.arke.chat.ChannelState;
import dev.arke.chat.ChannelStateStore;
import dev.arke.chat.ChannelSync.Target;
import dev.arke.chat.ChannelSyncStore;
import dev.arke.database.Transactions;
import dev.arke.responder.ChannelAddress;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is known of a channel besides its links, which are in the directory. */
public final class ReadChannel {
    private final Transactions transactions;
    private final ChannelStateStore channels;
    private final ChannelSyncStore syncs;

    ReadChannel(Transactions transactions, ChannelStateStore channels, ChannelSyncStore syncs) {
        this.transactions = transactions;
        this.channels = channels;
        this.syncs = syncs;
    }

    public Optional<ChannelState> read(ChannelAddress channel) {
        return transactions.read(() -> channels.find(channel));
    }

    /** What of these links could not be kept up to date, in sentences. */
    public List<String> troubles(Collection<ChannelLink> links) {
        var targets = links.stream()
                .flatMap(link -> Stream.concat(Stream.of(Target.topic(link)), Target.group(link).stream()))
                .collect(Collectors.toSet());
        return transactions.read(() -> syncs.problems(targets));
    }
}
