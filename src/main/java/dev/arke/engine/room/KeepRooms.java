package dev.arke.engine.room;

import dev.arke.chat.ChannelLink;
import dev.arke.chat.ChannelSync;
import dev.arke.chat.ChannelSync.Target;
import dev.arke.database.DatabaseUnavailable;
import dev.arke.database.Durability;
import dev.arke.engine.people.Directory;
import dev.arke.engine.people.TellPeople;
import java.time.Duration;
import java.time.Instant;
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

    private final RoomUseCases.Needs needs;
    private final ChatRooms chats;
    private final AnnounceHandoff handoff;
    private final TellPeople tell;
    private final AtomicReference<@Nullable Long> seenVersion = new AtomicReference<>();

    /** A row that was taken, and what is to be done outside; where there is nothing, it is settled. */
    private record Taken(Keeping keeping, UUID lease, Optional<Supplier<Kept>> task) {}

    KeepRooms(RoomUseCases.Needs needs, ChatRooms chats, AnnounceHandoff handoff, TellPeople tell) {
        this.needs = needs;
        this.chats = chats;
        this.handoff = handoff;
        this.tell = tell;
    }

    /** Answers how many rows it worked on. */
    public int keepAllDue() {
        lookForChanges();
        int kept = 0;
        for (var id :
                needs.transactions().read(() -> needs.syncs().due(needs.clock().instant()))) if (keep(id)) kept++;
        return kept;
    }

    /** A new version of the directory is a change of links, people, accounts or teams. */
    private void lookForChanges() {
        var version = needs.transactions().read(needs.version()::current);
        if (version.equals(seenVersion.get())) return;
        needs.transactions().write(Durability.RELAXED, () -> {
            var now = needs.clock().instant();
            needs.syncs().add(wanted(needs.directory().current()), needs.ids()::next, now);
            needs.syncs().wantAll(now);
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
        var taken = needs.transactions().write(Durability.RELAXED, () -> take(id));
        if (taken.isEmpty()) return false;
        var task = taken.get().task();
        if (task.isPresent()) {
            var kept = call(taken.get(), task.get());
            needs.transactions().write(Durability.RELAXED, () -> settle(taken.get(), kept));
        }
        return true;
    }

    private Optional<Taken> take(UUID id) {
        var now = needs.clock().instant();
        var lease = needs.ids().next();
        return needs.syncs().claim(id, lease, now.plus(LEASE), now).map(sync -> {
            var known = needs.directory().current();
            var links = linksOf(sync, known);
            var onCall = OnCallNow.read(Keeping.teams(links, known), needs.shifts(), now);
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
        var now = needs.clock().instant();
        switch (kept) {
            case Kept.Well well -> settle(taken, well.after(), next(keeping, now), now);
            case Kept.Later later -> settle(taken, later.after(), now.plus(later.pause()), now);
            case Kept.Ended ignored -> needs.syncs().delete(keeping.sync(), taken.lease());
        }
        needs.transactions().afterCommit(needs.wakeSender());
    }

    private static Instant next(Keeping keeping, Instant now) {
        var latest = now.plus(IN_ANY_CASE);
        return keeping.onCall().until().filter(latest::isAfter).orElse(latest);
    }

    private void settle(Taken taken, ChannelSync after, Instant next, Instant now) {
        var keeping = taken.keeping();
        needs.syncs().settle(after, taken.lease(), next, now);
        keeping.sync()
                .news(after.warned())
                .ifPresent(trouble -> tell.tellAdmins(keeping.teams(), trouble, keeping.directory(), now));
        after.problem()
                .filter(problem -> !keeping.sync().problem().equals(Optional.of(problem)))
                .ifPresent(problem -> LOG.atWarn()
                        .addKeyValue("target", keeping.sync().target())
                        .addKeyValue("problem", problem)
                        .log("a room could not be kept up to date"));
    }
}
