package dev.arke.dialogue;

import dev.arke.card.Card;
import dev.arke.card.Reply;
import dev.arke.responder.ContactKind;
import java.util.List;
import java.util.Map;

/**
 * What every chat talks to. It acknowledges nothing to the platform and posts nothing: an adapter answers its platform
 * in time and shows the reply. Safe for many threads.
 */
public interface Dialogue {
    /** Runs a typed line or the line of a clicked button, with or without the root command. */
    Reply answer(Asker asker, Place place, String line);

    /**
     * Hears a reply in a thread below one of Arke's messages that does not address Arke. Only an answer to a question that
     * is open there to the one who speaks is taken, and nothing is ever run; all else is {@link Reply.Silent}.
     */
    Reply hear(Asker asker, Place place, String line);

    /** What that line will probably do. Reads nothing, so it answers at once, also while the database does not. */
    Expected expect(ContactKind platform, Place place, String line);

    /**
     * Opens the form of a verb with what is given already, by input name and as the platform delivered it; who may not
     * hears so.
     */
    Reply open(Asker asker, Place place, String verb, Map<String, String> given);

    /** Runs a form that a {@link Reply.Open} opened; {@code verb} is the form's, {@code values} are by input name. */
    Submitted submit(Asker asker, Place place, String verb, Map<String, String> values);

    /** What concerns somebody, on a page of their own: cards, one below the other. */
    List<Card> home(Asker asker, Place place);

    /** Arke was invited to the channel by this asker: what is said to them, so that they can link it with a click. */
    Reply joined(Asker asker, Place place);

    /** Whole lines that could come of what was begun, the best first; at most 8. */
    List<String> complete(Asker asker, Place place, String begun);
}
