package dev.arke.engine.incident;

import dev.arke.database.Transactions;
import dev.arke.incident.TimelineStore;
import dev.arke.responder.DirectoryVersionStore;
import java.util.Optional;
import java.util.UUID;

/** A cheap answer to "has anything happened since?", for pages that somebody keeps open. */
public final class ReadNews {
    private final Transactions transactions;
    private final TimelineStore timeline;
    private final DirectoryVersionStore directory;

    /** Differs whenever an incident changed, or people, teams and what belongs to them; not for shifts. */
    public record Mark(Optional<UUID> lastEntry, long directory) {}

    public ReadNews(Transactions transactions, TimelineStore timeline, DirectoryVersionStore directory) {
        this.transactions = transactions;
        this.timeline = timeline;
        this.directory = directory;
    }

    public Mark read() {
        return transactions.read(() -> new Mark(timeline.newest(), directory.current()));
    }
}
