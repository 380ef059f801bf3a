package dev.arke.chat;

/** How an actor that was kept as a word is called. */
public final class ActorWords {
    private ActorWords() {}

    /** "alice" of "person:alice"; "U2" of "slack:T1/U2". */
    public static String label(String word) {
        var rest = word.substring(word.indexOf(':') + 1);
        return rest.substring(rest.indexOf('/') + 1);
    }
}
