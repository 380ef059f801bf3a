package dev.arke.teams.inbound;

import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Span;
import dev.arke.picture.Pictures;
import dev.arke.teams.card.CardLimits;
import dev.arke.teams.web.Post;
import java.util.ArrayList;
import java.util.List;

/**
 * What a card shows that no Adaptive Card holds: pictures are messages of their own, and what they show stays in the card in
 * words, for those who do not see them; text files are told as text, long ones with a page to download them.
 */
record Attachments(Card rest, List<Post> pictures) {
    /** The most that Teams shows of a picture of a bot, in pixels each way. */
    private static final int MOST_PIXELS = 1024;

    private static final int LONGEST_SUMMARY = 400;

    static Attachments of(Card card) {
        var left = new ArrayList<Element>();
        var pictures = new ArrayList<Post>();
        for (var element : card.body())
            switch (element) {
                case Element.Picture picture -> {
                    pictures.add(post(picture));
                    left.add(picture);
                }
                case Element.TextFile file -> {
                    left.addAll(text(file));
                }
                default -> left.add(element);
            }
        return new Attachments(
                new Card(card.summary(), card.tone(), card.title(), left, card.buttons(), card.more()),
                List.copyOf(pictures));
    }

    /** As text; of a long one the beginning, and the page that gives the whole. */
    private static List<Element> text(Element.TextFile file) {
        var content = file.content().strip();
        var told = new ArrayList<Element>();
        told.add(
                file.page().isPresent()
                        ? Element.paragraph(
                                new Span.Link(file.words(), file.page().get()),
                                Span.text(" (to download, for an hour)"))
                        : Element.paragraph(file.words()));
        var shown = beginning(content);
        told.add(new Element.Verbatim(shown));
        if (shown.length() < content.length()) told.add(Element.context(Span.text("That is only its beginning.")));
        return told;
    }

    /** As many whole lines as a card shows of one text. */
    private static String beginning(String content) {
        int end = 0;
        for (int lines = 0; lines < CardLimits.LINES && end < content.length(); lines++) {
            int next = content.indexOf('\n', end + 1);
            if (next < 0) next = content.length();
            if (next > CardLimits.RUN) break;
            end = next;
        }
        return content.substring(0, end > 0 ? end : Math.min(content.length(), CardLimits.RUN));
    }

    private static Post post(Element.Picture picture) {
        var words = picture.drawing().heading() + ": "
                + picture.alt().lines().findFirst().orElse("");
        var summary = words.length() <= LONGEST_SUMMARY ? words : words.substring(0, LONGEST_SUMMARY - 1) + "…";
        return Post.picture(summary, new Post.Image("arke.png", Pictures.png(picture.drawing(), MOST_PIXELS)));
    }
}
