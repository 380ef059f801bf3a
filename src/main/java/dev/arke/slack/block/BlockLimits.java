package dev.arke.slack.block;

import com.slack.api.model.block.composition.PlainTextObject;
import dev.arke.alert.CleanText;

/**
 * How much Slack takes of everything (docs.slack.dev/reference/block-kit): one part over its limit and the whole message
 * is refused. In UTF-16 characters.
 */
final class BlockLimits {
    static final int MESSAGE_BLOCKS = 50;
    static final int VIEW_BLOCKS = 100;
    static final int SECTION = 3_000;
    static final int FIELDS = 10;
    static final int FIELD = 2_000;
    static final int CONTEXT = 2_000;
    static final int ACTIONS = 25;
    static final int BUTTON_LABEL = 75;
    static final int BUTTON_VALUE = 2_000;
    static final int OVERFLOW_OPTIONS = 5;
    static final int SELECT_OPTIONS = 100;
    static final int OPTION_VALUE = 150;
    static final int CONFIRM_TEXT = 300;
    static final int CONFIRM_BUTTON = 30;
    static final int MODAL_WORD = 24;
    static final int INPUT_LABEL = 2_000;
    static final int INPUT_TEXT = 3_000;
    /** Slack cuts at 40,000, and advises 4,000. */
    static final int MESSAGE_TEXT = 3_900;
    /** All text in the blocks of one message; beyond some 13,000 Slack answers msg_blocks_too_long. */
    static final int MESSAGE_ALL = 12_000;

    private static final String CUT = "…";

    private BlockLimits() {}

    /** One clean line of at most so many characters; {@code otherwise} where nothing is left. */
    static PlainTextObject plain(String text, int longest, String otherwise) {
        var line = CleanText.line(text);
        return PlainTextObject.builder()
                .text(cut(line.isEmpty() ? otherwise : line, longest))
                .build();
    }

    static String cut(String text, int longest) {
        return text.length() <= longest ? text : head(text, longest - CUT.length()) + CUT;
    }

    /** The same of text that is escaped already: never half of an entity. */
    static String cutEscaped(String escaped, int longest) {
        if (escaped.length() <= longest) return escaped;
        var some = head(escaped, longest - CUT.length());
        int entity = some.lastIndexOf('&');
        boolean isTorn = entity > some.lastIndexOf(';') && escaped.indexOf(';', entity) >= some.length();
        return (isTorn ? some.substring(0, entity) : some) + CUT;
    }

    /** The first so many characters, never half of a pair. */
    static String head(String text, int length) {
        if (text.length() <= length) return text;
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }
}
