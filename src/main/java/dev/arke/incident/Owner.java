package dev.arke.incident;

import dev.arke.alert.CleanText;
import dev.arke.responder.Actor;
import dev.arke.responder.ContactKind;
import java.util.Optional;

/**
 * Who has an incident or did something about it, as kept: an actor's word ("person:alice"), and behind that of an account
 * which nobody is linked to how the chat called it then ("slack:T1/U2 Eve Miller").
 */
public record Owner(String kept) {
    private static final String PERSON = "person:";
    /** Of the columns, in UTF-16 units. */
    private static final int LONGEST = 200;

    private static final int LONGEST_NAME = 60;

    public static Owner of(Actor actor) {
        var word = actor.word();
        if (!(actor instanceof Actor.Unlinked account) || !account.platform().isChat()) return new Owner(word);
        int room = Math.min(LONGEST_NAME, LONGEST - word.length() - 1);
        return new Owner((word + " " + cut(CleanText.line(account.displayName()), room)).strip());
    }

    private static String cut(String name, int room) {
        if (name.length() <= room) return name;
        if (room <= 0) return "";
        return name.substring(0, Character.isHighSurrogate(name.charAt(room - 1)) ? room - 1 : room);
    }

    /** The actor's word. */
    public String word() {
        int space = kept.indexOf(' ');
        return space < 0 || !isAccount() ? kept : kept.substring(0, space);
    }

    public boolean is(Actor actor) {
        return word().equals(actor.word());
    }

    /** Of a chat, and nobody is linked to it. */
    public boolean isAccount() {
        return id().isPresent();
    }

    /** The name of the person of the directory. */
    public Optional<String> person() {
        return kept.startsWith(PERSON) ? Optional.of(kept.substring(PERSON.length())) : Optional.empty();
    }

    /** The name to show: "alice", "Eve Miller" or, where the chat told no name, "U2"; "prod" of "monitor:prod". */
    public String label() {
        return id().map(account -> account.substring(account.indexOf(' ') + 1))
                .orElseGet(() -> kept.substring(kept.indexOf(':') + 1));
    }

    /** "U2 Eve Miller" of an account of a chat. */
    private Optional<String> id() {
        int colon = kept.indexOf(':');
        int slash = kept.indexOf('/', colon);
        boolean isChat = slash > 0
                && ContactKind.parse(kept.substring(0, Math.max(0, colon)))
                        .filter(ContactKind::isChat)
                        .isPresent();
        return isChat ? Optional.of(kept.substring(slash + 1)) : Optional.empty();
    }
}
