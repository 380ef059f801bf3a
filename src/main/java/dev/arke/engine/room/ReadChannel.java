package dev.arke.engine.room;

import dev.arke.chat.ChannelState;
import dev.arke.chat.ChannelStateStore;
import dev.arke.database.Transactions;
import dev.arke.responder.ChannelAddress;
import java.util.Optional;

/** What is known of a channel besides its links, which are in the directory. */
public final class ReadChannel {
    private final Transactions transactions;
    private final ChannelStateStore channels;

    ReadChannel(Transactions transactions, ChannelStateStore channels) {
        this.transactions = transactions;
        this.channels = channels;
    }

    public Optional<ChannelState> read(ChannelAddress channel) {
        return transactions.read(() -> channels.find(channel));
    }
}
