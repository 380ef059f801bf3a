package dev.arke.slack.inbound;

import java.util.Optional;

/** One thing somebody did in Slack: typed, clicked, filled in. {@code bot} is our account where Slack names it, else empty. */
record Gesture(Who who, Where where, Ways ways, String bot) {
    Gesture(Who who, Where where, Ways ways) {
        this(who, where, ways, "");
    }

    /** The account; {@code userTeam} is the workspace the account belongs to, {@code team} the one it happened in. */
    record Who(String team, String userTeam, String user, String name) {}

    /**
     * {@code thread} and {@code message} are timestamps: the thread it happened in, the message that was clicked.
     * {@code withBot}: in the conversation of the person and the bot, where everything may be said in the open.
     */
    record Where(Optional<String> channel, boolean withBot, Optional<String> thread, Optional<String> message) {
        static final Where NOWHERE = new Where(Optional.empty(), false, Optional.empty(), Optional.empty());

        /** A room of several people. */
        Optional<String> room() {
            return channel.filter(id -> !id.startsWith("D"));
        }
    }

    /** How it can be answered: each by its own, all for a few seconds or minutes. {@code view} is the modal it was done in. */
    record Ways(Optional<String> responseUrl, Optional<String> trigger, Optional<String> view) {
        static final Ways NONE = new Ways(Optional.empty(), Optional.empty(), Optional.empty());
    }

    Gesture with(Ways others) {
        return new Gesture(who, where, others, bot);
    }
}
