package dev.arke.slack.inbound;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload.Action;
import dev.arke.dialogue.DoubleClicks;
import dev.arke.dialogue.Turns;
import dev.arke.slack.block.ActionIds;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Buttons and menus. A button's value is only a line: who clicked is asked for their rights as if they had typed it. The
 * clicked card is changed by the outbox like every other copy of it, so that nothing can show an older state over a newer one.
 */
final class Clicks {
    private final Lines lines;
    private final Replies replies;
    private final Turns turns;
    private final DoubleClicks doubles;

    Clicks(Lines lines, Replies replies, Turns turns, InstantSource clock) {
        this.lines = lines;
        this.replies = replies;
        this.turns = turns;
        this.doubles = new DoubleClicks(clock);
    }

    /** Comes back when Slack may hear that the click is taken. */
    void click(BlockActionPayload payload) {
        var action = payload.getActions().getFirst();
        var id = action.getActionId() == null ? "" : action.getActionId();
        if (id.startsWith(ActionIds.LINK) || id.startsWith(ActionIds.FORM)) return;
        var gesture = gesture(payload);
        var line = line(action).filter(value -> value.length() <= Lines.LONGEST_VALUE);
        boolean isOurs = id.startsWith(ActionIds.RUN) || id.startsWith(ActionIds.SHARE);
        if (!isOurs || line.isEmpty()) {
            turns.run(() -> replies.tell(gesture, lines.unknownButton(), Optional.empty()));
            return;
        }
        if (doubles.isDouble(gesture.who() + " " + gesture.where(), id + " " + line.get())) return;
        if (id.startsWith(ActionIds.SHARE)) lines.share(gesture, line.get());
        else run(gesture, line.get());
    }

    private void run(Gesture gesture, String line) {
        switch (lines.run(gesture, line)) {
            case Lines.Soon.Answered answered -> turns.run(() -> lines.give(gesture, line, answered));
            case Lines.Soon.GoesOn(var changes) -> {
                if (changes) turns.run(() -> replies.tell(gesture, Lines.workingOnIt(), Optional.empty()));
            }
        }
    }

    private static Optional<String> line(Action action) {
        var selected = action.getSelectedOption();
        return Optional.ofNullable(selected == null ? action.getValue() : selected.getValue())
                .filter(value -> !value.isBlank());
    }

    private static Gesture gesture(BlockActionPayload payload) {
        var team = payload.getTeam() == null ? "" : payload.getTeam().getId();
        var user = payload.getUser();
        var who = new Gesture.Who(
                team,
                user.getTeamId() == null ? team : user.getTeamId(),
                user.getId(),
                Optional.ofNullable(user.getName()).orElse(user.getId()));
        var view = payload.getView();
        if (view != null && "modal".equals(view.getType()))
            return FormState.parse(view.getPrivateMetadata()).gesture(who, payload.getTriggerId(), view.getId());
        return new Gesture(
                who,
                where(payload),
                new Gesture.Ways(
                        Optional.ofNullable(payload.getResponseUrl()),
                        Optional.ofNullable(payload.getTriggerId()),
                        Optional.empty()));
    }

    private static Gesture.Where where(BlockActionPayload payload) {
        var container = payload.getContainer();
        if (payload.getChannel() == null || container == null) return Gesture.Where.NOWHERE;
        var channel = payload.getChannel().getId();
        var message = payload.getMessage();
        var thread = Optional.ofNullable(container.getThreadTs())
                .or(() -> Optional.ofNullable(message == null ? null : message.getThreadTs()));
        // A message that stays, in a conversation of two: the other one is the bot.
        boolean withBot = channel.startsWith("D") && !container.isEphemeral();
        return new Gesture.Where(Optional.of(channel), withBot, thread, Optional.ofNullable(container.getMessageTs()));
    }
}
