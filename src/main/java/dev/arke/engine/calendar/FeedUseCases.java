package dev.arke.engine.calendar;

import dev.arke.calendar.CalendarFeedStore;
import dev.arke.database.Transactions;
import dev.arke.engine.Ids;
import dev.arke.engine.people.ConnectSettings;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.responder.AuditStore;
import java.time.InstantSource;

/** What there is to do with feeds, put together. */
public record FeedUseCases(KeepFeeds keep, ReadFeed read) {
    /** What they need from outside. */
    public record Needs(
            Transactions transactions,
            CalendarFeedStore feeds,
            AuditStore audit,
            ReadDirectory directory,
            ConnectSettings settings,
            Ids ids,
            InstantSource clock) {}

    public static FeedUseCases of(Needs needs) {
        return new FeedUseCases(new KeepFeeds(needs), new ReadFeed(needs));
    }
}
