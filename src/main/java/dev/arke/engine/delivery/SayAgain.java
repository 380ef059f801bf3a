package dev.arke.engine.delivery;

import dev.arke.card.Card;
import dev.arke.chat.IncidentView;
import dev.arke.engine.people.Directory;
import dev.arke.responder.ContactKind;

/** What a page that was read over the phone says when it is read once more: its service's own words, where it has some. */
public final class SayAgain {
    private final WordPages words;

    SayAgain(WordPages words) {
        this.words = words;
    }

    /** To the responder of this name; in the usual words where there is no template, or it fails. Not inside a unit. */
    public Card of(IncidentView view, String listener, Card usual, Directory directory) {
        return words.forOneClaim().of(new WordPages.Page(view, ContactKind.CALL, listener, 0), usual, directory);
    }
}
