package dev.arke.slack.block;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;

/** A message for Slack: {@code text} is what lock screens and screen readers say, and all there is without blocks. */
public record Drawn(String text, List<LayoutBlock> blocks) {
    public Drawn {
        blocks = List.copyOf(blocks);
    }
}
