package dev.arke.slack.inbound;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a modal was opened from, kept in the modal: Slack brings it back as it was. At most 3,000 characters. */
record FormState(
        @Nullable String channel,
        boolean withBot,
        @Nullable String thread,
        @Nullable String message,
        @Nullable String responseUrl) {
    private static final Gson GSON = new Gson();
    private static final int LONGEST = 3000;

    static String of(Gesture gesture) {
        var where = gesture.where();
        var state = new FormState(
                where.channel().orElse(null),
                where.withBot(),
                where.thread().orElse(null),
                where.message().orElse(null),
                gesture.ways().responseUrl().orElse(null));
        var json = GSON.toJson(state);
        return json.length() <= LONGEST
                ? json
                : GSON.toJson(new FormState(state.channel, state.withBot, state.thread, state.message, null));
    }

    /** Nowhere, when it is not what we wrote. */
    static FormState parse(@Nullable String metadata) {
        try {
            var state = metadata == null ? null : GSON.fromJson(metadata, FormState.class);
            return state == null ? new FormState(null, false, null, null, null) : state;
        } catch (JsonParseException e) {
            return new FormState(null, false, null, null, null);
        }
    }

    /** What was done in the modal, by this account. */
    Gesture gesture(Gesture.Who who, @Nullable String trigger, @Nullable String viewId) {
        return new Gesture(
                who,
                new Gesture.Where(
                        Optional.ofNullable(channel),
                        withBot,
                        Optional.ofNullable(thread),
                        Optional.ofNullable(message)),
                new Gesture.Ways(
                        Optional.ofNullable(responseUrl), Optional.ofNullable(trigger), Optional.ofNullable(viewId)));
    }
}
