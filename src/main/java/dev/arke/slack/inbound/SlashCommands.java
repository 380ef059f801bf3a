package dev.arke.slack.inbound;

import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.slash_commands.response.SlashCommandResponse;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.bolt.response.Response;
import dev.arke.card.Card;
import dev.arke.card.Reply;
import dev.arke.dialogue.Turns;
import dev.arke.slack.block.CardBlocks;
import java.util.Optional;

/** What is typed behind the slash command: answered in the acknowledgement, where it can be in time. */
final class SlashCommands {
    private final Lines lines;
    private final Turns turns;

    SlashCommands(Lines lines, Turns turns) {
        this.lines = lines;
        this.turns = turns;
    }

    Response command(SlashCommandPayload payload, SlashCommandContext context) {
        var gesture = new Gesture(
                new Gesture.Who(payload.getTeamId(), payload.getTeamId(), payload.getUserId(), payload.getUserName()),
                new Gesture.Where(
                        Optional.ofNullable(payload.getChannelId()), false, Optional.empty(), Optional.empty()),
                new Gesture.Ways(
                        Optional.ofNullable(payload.getResponseUrl()),
                        Optional.ofNullable(payload.getTriggerId()),
                        Optional.empty()));
        var line = Optional.ofNullable(payload.getText()).orElse("");
        return switch (lines.run(gesture, line)) {
            case Lines.Soon.GoesOn(var changes) ->
                changes ? context.ack(said(Lines.workingOnIt(), Optional.empty(), "ephemeral")) : context.ack();
            case Lines.Soon.Answered answered ->
                switch (answered.reply()) {
                    case Reply.Private told -> context.ack(said(told.card(), answered.shared(), "ephemeral"));
                    case Reply.Public told -> context.ack(said(told.card(), Optional.empty(), "in_channel"));
                    case Reply.Open ignored -> {
                        turns.run(() -> lines.give(gesture, line, answered));
                        yield context.ack();
                    }
                    case Reply.Silent ignored -> context.ack();
                };
        };
    }

    private static SlashCommandResponse said(Card card, Optional<String> shared, String type) {
        var drawn = CardBlocks.quiet().draw(card, shared);
        return SlashCommandResponse.builder()
                .responseType(type)
                .text(drawn.text())
                .blocks(drawn.blocks())
                .build();
    }

    /** Makes an answer of this that nobody gets. */
    void warmUp(Card card) {
        new SlashCommandContext().ack(said(card, Optional.of("list"), "ephemeral"));
    }
}
