package dev.arke.teams.inbound;

import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.picture.Pictures;
import dev.arke.teams.web.Post;
import java.util.ArrayList;
import java.util.List;

/**
 * What a card shows that no Adaptive Card holds: pictures are messages of their own, and what they show stays in the card in
 * words, for those who do not see them; text files are told as text.
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
                    left.add(Element.paragraph(file.words()));
                    left.add(new Element.Verbatim(file.content().strip()));
                }
                default -> left.add(element);
            }
        return new Attachments(
                new Card(card.summary(), card.tone(), card.title(), left, card.buttons(), card.more()),
                List.copyOf(pictures));
    }

    private static Post post(Element.Picture picture) {
        var words = picture.drawing().heading() + ": "
                + picture.alt().lines().findFirst().orElse("");
        var summary = words.length() <= LONGEST_SUMMARY ? words : words.substring(0, LONGEST_SUMMARY - 1) + "…";
        return Post.picture(summary, new Post.Image("arke.png", Pictures.png(picture.drawing(), MOST_PIXELS)));
    }
}
