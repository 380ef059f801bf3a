package dev.arke.chat;

import dev.arke.chat.Command.Of;
import java.util.Optional;
import java.util.Set;

/** What follows feed: perhaps new or revoke, and whose shifts. */
final class FeedArguments {
    private static final Set<String> OWN = Set.of("me", "my", "mine", "own");

    private FeedArguments() {}

    static Parsed read(Words words) {
        if (!words.isEmpty() && words.first().says("revoke")) return revoke(words.after(1));
        boolean isNew = !words.isEmpty() && words.first().says("new");
        return new Parsed.Understood(new Command.Feed(of(isNew ? words.after(1) : words), isNew));
    }

    private static Parsed revoke(Words words) {
        if (words.isEmpty() || !words.first().says("all"))
            return new Parsed.Understood(new Command.RevokeFeed(of(words)));
        var whose = words.after(1).skip("of");
        if (whose.size() > 1) return Parsed.Misunderstood.of("feed.whose", "feed revoke all");
        return new Parsed.Understood(new Command.RevokeAllFeeds(
                whose.isEmpty() ? Optional.empty() : Optional.of(whose.first().named())));
    }

    /** Empty for one's own shifts. */
    private static Optional<Of> of(Words words) {
        var rest = words.skip("of").skip("for");
        boolean isOwn = rest.isEmpty()
                || (rest.size() == 1
                        && rest.first().isBare()
                        && OWN.contains(rest.first().text()));
        return isOwn ? Optional.empty() : Optional.of(CoverArguments.of(rest));
    }
}
