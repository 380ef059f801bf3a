package dev.arke.engine.room;

import dev.arke.calendar.ShiftStore;
import dev.arke.chat.ChannelLink;
import dev.arke.chat.ChannelSync;
import dev.arke.chat.ChannelSync.Target;
import dev.arke.chat.ChannelSyncStore;
import dev.arke.database.DatabaseUnavailable;
import dev.arke.database.Durability;
import dev.arke.database.Transactions;
import dev.arke.engine.Ids;
import dev.arke.engine.people.Directory;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.responder.DirectoryVersionStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps topics and user groups to who is on call and announces handoffs. Each is a row that is due at the next handoff, at
 * once after a change of people or shifts, and every hour in any case; every node works on what it takes. The chat
 * is called between two units: one that takes the row and decides, one that writes what came of it.
 */
public final class KeepRooms {
    private static final Logger LOG = LoggerFactory.getLogger(KeepRooms.class);
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration IN_ANY_CASE = Duration.ofHours(1);

    private final Transactions transactions;
    private final Stores stores;
    private final ReadDirectory directory;
    private final ChatRooms chats;
    private final AnnounceHandoff handoff;
    private final TellTeamAdmins tellAdmins;
    private final Runnable wakeSender;
    private final Ids ids;
    private final InstantSource clock;
    private final AtomicReference<@Nullable Long> seenVersion = new AtomicReference<>();

    /** What it reads and writes. */
    record Stores(ChannelSyncStore syncs, ShiftStore shifts, DirectoryVersionStore version) {}

    /** A row that was taken, and what is to be done outside; where there is nothing, it is settled. */
    private record Taken(Keeping keeping, UUID lease, Optional<Supplier<Kept>> task) {}

    KeepRooms(
            Transactions transactions,
            Stores stores,
            ReadDirectory directory,
            ChatRooms chats,
            AnnounceHandoff handoff,
            TellTeamAdmins tellAdmins,
            Runnable wakeSender,
            Ids ids,
            InstantSource clock) {
        this.transactions = transactions;
        this.stores = stores;
        this.directory = directory;
        this.chats = chats;
        this.handoff = handoff;
        this.tellAdmins = tellAdmins;
        this.wakeSender = wakeSender;
        this.ids = ids;
        this.clock = clock;
    }

    /** Answers how many rows it worked on. */
    public int keepAllDue() {
        lookForChanges();
        int kept = 0;
        for (var id : transactions.read(() -> stores.syncs().due(clock.instant()))) if (keep(id)) kept++;
        return kept;
    }

    /** A new version of the directory is a change of links, people, accounts or teams. */
    private void lookForChanges() {
        var version = transactions.read(stores.version()::current);
        if (version.equals(seenVersion.get())) return;
        transactions.write(Durability.RELAXED, () -> {
            var now = clock.instant();
            stores.syncs().add(wanted(directory.current()), ids::next, now);
            stores.syncs().wantAll(now);
        });
        seenVersion.set(version);
    }

    private static Set<Target> wanted(Directory directory) {
        var targets = new HashSet<Target>();
        for (var link : directory.channels().links()) {
            if (link.options().topic()) targets.add(Target.topic(link));
            if (link.options().handoffs()) targets.add(Target.handoff(link));
            Target.group(link).ifPresent(targets::add);
        }
        return targets;
    }

    private boolean keep(UUID id) {
        var taken = transactions.write(Durability.RELAXED, () -> take(id));
        if (taken.isEmpty()) return false;
        var task = taken.get().task();
        if (task.isPresent()) {
            var kept = call(taken.get(), task.get());
            transactions.write(Durability.RELAXED, () -> settle(taken.get(), kept));
        }
        return true;
    }

    private Optional<Taken> take(UUID id) {
        var now = clock.instant();
        var lease = ids.next();
        return stores.syncs().claim(id, lease, now.plus(LEASE), now).map(sync -> {
            var known = directory.current();
            var links = linksOf(sync, known);
            var onCall = OnCallNow.read(Keeping.teams(links, known), stores.shifts(), now);
            var keeping = new Keeping(sync, links, onCall, known, now);
            return decide(keeping, lease);
        });
    }

    private static List<ChannelLink> linksOf(ChannelSync sync, Directory known) {
        return known.channels().links().stream().filter(sync.target()::isOf).toList();
    }

    /** What needs no call is settled here, in the unit that took it. */
    private Taken decide(Keeping keeping, UUID lease) {
        var sync = keeping.sync();
        var rooms = chats.of(sync.target().platform());
        return switch (sync.target().what()) {
            case TOPIC -> {
                var task = KeepTopic.task(keeping, rooms);
                yield task.isPresent() ? new Taken(keeping, lease, task) : settled(keeping, lease, new Kept.Well(sync));
            }
            case GROUP ->
                switch (KeepGroup.step(keeping, rooms)) {
                    case KeepGroup.Step.Todo todo -> new Taken(keeping, lease, Optional.of(todo.task()));
                    case KeepGroup.Step.Is is -> settled(keeping, lease, is.kept());
                };
            case HANDOFF -> settled(keeping, lease, handoff.announce(keeping));
        };
    }

    private Taken settled(Keeping keeping, UUID lease, Kept kept) {
        var taken = new Taken(keeping, lease, Optional.empty());
        settle(taken, kept);
        return taken;
    }

    private static Kept call(Taken taken, Supplier<Kept> task) {
        try {
            return task.get();
        } catch (DatabaseUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.atError()
                    .setCause(e)
                    .addKeyValue("target", taken.keeping().sync().target())
                    .log("a chat failed instead of answering");
            return Kept.again(
                    taken.keeping().sync(), Duration.ZERO, "The chat could not be asked; Arke's log says more.");
        }
    }

    private void settle(Taken taken, Kept kept) {
        var keeping = taken.keeping();
        var now = clock.instant();
        switch (kept) {
            case Kept.Well well -> settle(taken, well.after(), next(keeping, now), now);
            case Kept.Later later -> settle(taken, later.after(), now.plus(later.pause()), now);
            case Kept.Ended ignored -> stores.syncs().delete(keeping.sync(), taken.lease());
        }
        transactions.afterCommit(wakeSender);
    }

    private static Instant next(Keeping keeping, Instant now) {
        var latest = now.plus(IN_ANY_CASE);
        return keeping.onCall().until().filter(latest::isAfter).orElse(latest);
    }

    private void settle(Taken taken, ChannelSync after, Instant next, Instant now) {
        var keeping = taken.keeping();
        stores.syncs().settle(after, taken.lease(), next, now);
        keeping.sync()
                .news(after.warned())
                .ifPresent(trouble -> tellAdmins.tell(keeping.teams(), trouble, keeping.directory(), now));
        after.problem()
                .filter(problem -> !keeping.sync().problem().equals(Optional.of(problem)))
                .ifPresent(problem -> LOG.atWarn()
                        .addKeyValue("target", keeping.sync().target())
                        .addKeyValue("problem", problem)
                        .log("a room could not be kept up to date"));
    }
}
