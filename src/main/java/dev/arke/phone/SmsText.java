package dev.arke.phone;

import dev.arke.alert.CleanText;
import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Phrases;
import dev.arke.card.PlainText;
import dev.arke.delivery.Message;
import java.util.Locale;
import java.util.stream.Collectors;

/** A card as a text: its words, cut so that what to reply always stays whole. Pure. */
public final class SmsText {
    /** A page is read at a glance; a link must come whole, however long its sentence. */
    private static final int PARTS_OF_A_PAGE = 3;

    private static final int PARTS = 6;
    private static final String NOTHING = "Arke";

    private SmsText() {}

    static String of(Message message, boolean hearsReplies) {
        var card = message.card();
        var words = Gsm.plain(CleanText.of(PlainText.of(card.withoutButtons(), message.reader()))
                .strip());
        var ending = hearsReplies && !card.buttons().isEmpty() ? "\n" + reply(card, message.language()) : "";
        boolean isPage = message.purpose() == Message.Purpose.PAGE;
        var text = Gsm.cut(words, ending, isPage ? PARTS_OF_A_PAGE : PARTS);
        return text.isBlank() ? NOTHING : text;
    }

    /** What is answered to a text, in as few parts. */
    public static String answer(String words) {
        return Gsm.cut(Gsm.plain(words), "", PARTS_OF_A_PAGE);
    }

    private static String reply(Card card, Locale language) {
        var lines = card.buttons().stream().map(Button::line).collect(Collectors.joining(", "));
        return Phrases.of("dev.arke.phone.text", language).say("reply", lines);
    }
}
