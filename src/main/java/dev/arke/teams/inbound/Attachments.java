package dev.arke.teams.inbound;

import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Span;
import dev.arke.picture.Pictures;
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
    private static final int LONGEST_TEXT = 4_000;

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
        boolean isLong = content.length() > LONGEST_TEXT;
        told.add(
                new Element.Verbatim(isLong ? content.substring(0, content.lastIndexOf('\n', LONGEST_TEXT)) : content));
        if (isLong) told.add(Element.context(Span.text("That is only its beginning.")));
        return told;
    }

    private static Post post(Element.Picture picture) {
        var words = picture.drawing().heading() + ": "
                + picture.alt().lines().findFirst().orElse("");
        var summary = words.length() <= LONGEST_SUMMARY ? words : words.substring(0, LONGEST_SUMMARY - 1) + "…";
        return Post.picture(summary, new Post.Image("arke.png", Pictures.png(picture.drawing(), MOST_PIXELS)));
    }
}
