package dev.arke.teams.card;

/** Text where Teams reads HTML. */
public final class CardText {
    private CardText() {}

    public static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
