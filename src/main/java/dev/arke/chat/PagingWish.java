package dev.arke.chat;

import dev.arke.alert.Priority;
import dev.arke.page.Instead;
import dev.arke.page.NotificationRule;
import dev.arke.page.QuietHours;
import dev.arke.responder.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What somebody wants of their pages besides their rules. */
public sealed interface PagingWish {
    /** Empty: none any more. */
    record Quiet(Optional<QuietHours> hours) implements PagingWish {}

    /** The language of pages; empty: that of the team file. */
    record In(Optional<Language> language) implements PagingWish {}

    /** Rules for the incidents of a team or service of this name; an empty list for the usual ones. */
    record For(String scope, Map<Priority, List<NotificationRule>> rules) implements PagingWish {
        public For {
            rules = Map.copyOf(rules);
        }
    }

    /** Too many by one way come by another. */
    record WhenMany(Instead wish) implements PagingWish {}

    /** However many come by this way, they do. */
    record HoweverMany(NotificationRule.Via via) implements PagingWish {}
}
