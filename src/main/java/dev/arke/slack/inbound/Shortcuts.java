package dev.arke.slack.inbound;

import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.model.Message;
import dev.arke.alert.CleanText;
import dev.arke.chat.Verb;
import dev.arke.dialogue.Turns;
import dev.arke.slack.install.AppSurface.Shortcut;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands in Slack's own menus: page somebody, page about a message, keep a message in a timeline. */
final class Shortcuts {
    private static final int LONGEST_EXCERPT = 1500;
    private static final int LONGEST_SUMMARY = 200;

    private final Modals modals;
    private final Replies replies;
    private final Lines lines;
    private final Turns turns;

    Shortcuts(Modals modals, Replies replies, Lines lines, Turns turns) {
        this.modals = modals;
        this.replies = replies;
        this.lines = lines;
        this.turns = turns;
    }

    void global(String callbackId, Gesture.Who who, String trigger) {
        var gesture = new Gesture(
                who,
                Gesture.Where.NOWHERE,
                new Gesture.Ways(Optional.empty(), Optional.ofNullable(trigger), Optional.empty()));
        var page = known(callbackId).filter(shortcut -> shortcut == Shortcut.PAGE_SOMEBODY);
        turns.run(() -> page.ifPresentOrElse(
                shortcut -> modals.open(gesture, Verb.PAGE.word(), Map.of()), () -> unknown(gesture)));
    }

    void onMessage(MessageShortcutPayload payload, Gesture.Who who) {
        var message = payload.getMessage();
        var channel = payload.getChannel().getId();
        var gesture = new Gesture(
                who,
                new Gesture.Where(
                        Optional.of(channel),
                        false,
                        Optional.ofNullable(message.getThreadTs()),
                        Optional.ofNullable(payload.getMessageTs())),
                new Gesture.Ways(
                        Optional.ofNullable(payload.getResponseUrl()),
                        Optional.ofNullable(payload.getTriggerId()),
                        Optional.empty()));
        var about = excerpt(message) + "\n" + permalink(payload);
        turns.run(() -> known(payload.getCallbackId())
                .ifPresentOrElse(shortcut -> open(gesture, shortcut, message, about), () -> unknown(gesture)));
    }

    private void open(Gesture gesture, Shortcut shortcut, Message message, String about) {
        switch (shortcut) {
            case PAGE_ABOUT, PAGE_SOMEBODY ->
                modals.open(
                        gesture,
                        Verb.PAGE.word(),
                        Map.of(
                                "text",
                                CleanText.cut(CleanText.line(text(message)), LONGEST_SUMMARY),
                                "details",
                                about));
            case ADD_TO_TIMELINE -> modals.open(gesture, Verb.NOTE.word(), Map.of("text", about));
        }
    }

    private void unknown(Gesture gesture) {
        replies.tell(gesture, lines.unknownButton(), Optional.empty());
    }

    private static Optional<Shortcut> known(String callbackId) {
        return Stream.of(Shortcut.values())
                .filter(shortcut -> shortcut.callbackId().equals(callbackId))
                .findFirst();
    }

    private static String excerpt(Message message) {
        return CleanText.cut(CleanText.of(text(message)), LONGEST_EXCERPT);
    }

    private static String text(Message message) {
        return Optional.ofNullable(message.getText()).orElse("");
    }

    /** As Slack makes them, so that nothing has to be asked while the trigger runs out. */
    private static String permalink(MessageShortcutPayload payload) {
        var channel = payload.getChannel().getId();
        var ts = payload.getMessageTs();
        var link = "https://" + payload.getTeam().getDomain() + ".slack.com/archives/" + channel + "/p"
                + ts.replace(".", "");
        var thread = payload.getMessage().getThreadTs();
        return thread == null || thread.equals(ts) ? link : link + "?thread_ts=" + thread + "&cid=" + channel;
    }
}
