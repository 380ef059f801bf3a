package dev.arke.engine.room;

import dev.arke.chat.ChannelState;
import dev.arke.chat.ChannelStateStore;
import dev.arke.database.Durability;
import dev.arke.database.Transactions;
import dev.arke.engine.people.Directory;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.engine.people.TellPeople;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Tells the admins of a channel's teams that nothing can be posted there: at once, and then once a day. */
public final class TellChannelProblems {
    private static final Duration EVERY = Duration.ofDays(1);

    private final Transactions transactions;
    private final ChannelStateStore channels;
    private final ReadDirectory directory;
    private final TellPeople tell;
    private final Runnable wakeSender;
    private final InstantSource clock;

    TellChannelProblems(
            Transactions transactions,
            ChannelStateStore channels,
            ReadDirectory directory,
            TellPeople tell,
            Runnable wakeSender,
            InstantSource clock) {
        this.transactions = transactions;
        this.channels = channels;
        this.directory = directory;
        this.tell = tell;
        this.wakeSender = wakeSender;
        this.clock = clock;
    }

    /** Answers how many channels they were told of. */
    public int tellAllDue() {
        return transactions.write(Durability.RELAXED, () -> {
            var now = clock.instant();
            var untold = channels.claimUntold(now.minus(EVERY), now);
            if (untold.isEmpty()) return 0;
            var known = directory.current();
            untold.forEach(state -> tell(state, known, now));
            transactions.afterCommit(wakeSender);
            return untold.size();
        });
    }

    /** A channel that is no team's any more concerns nobody. */
    private void tell(ChannelState state, Directory known, Instant now) {
        var words = state.problem().map(ChannelState.Problem::words).orElse("");
        tell.tellAdmins(
                known.channels().teamsAt(state.channel()),
                "I cannot post in " + state.shown() + ", so incidents are not shown there: " + words
                        + " Type link in the channel to see its links, or unlink to end them.",
                known,
                now);
    }
}
