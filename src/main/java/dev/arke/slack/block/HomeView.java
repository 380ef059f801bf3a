package dev.arke.slack.block;

import com.slack.api.model.block.DividerBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.arke.card.Card;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The app's home tab: cards, one below the other. */
public final class HomeView {
    private HomeView() {}

    public static View of(List<Card> cards) {
        var blocks = new ArrayList<LayoutBlock>();
        var row = new ButtonRow();
        for (var card : cards) {
            int room = BlockLimits.VIEW_BLOCKS - blocks.size() - 1;
            if (room < 10) break;
            if (!blocks.isEmpty()) blocks.add(DividerBlock.builder().build());
            blocks.addAll(
                    CardBlocks.quiet().blocks(card, Optional.empty(), row, Math.min(room, BlockLimits.MESSAGE_BLOCKS)));
        }
        return View.builder().type("home").blocks(blocks).build();
    }
}
