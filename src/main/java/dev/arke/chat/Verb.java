package dev.arke.chat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every verb of the chat grammar, in the order of the help. {@code word} is what we write in buttons and help;
 * {@code others} mean the same. Examples use incident 1042, team payments and @dana throughout.
 */
public enum Verb {
    OVERVIEW(Purpose.LOOK, "overview"),
    WHO(Purpose.LOOK, "who"),
    NEXT(Purpose.LOOK, "next"),
    SHIFTS(Purpose.CALENDAR, "shifts", "shift"),
    ROTATION(Purpose.CALENDAR, "rotation", "rotations"),
    TAKE(Purpose.CALENDAR, "take"),
    COVER(Purpose.CALENDAR, "cover"),
    OVERRIDE(Purpose.CALENDAR, "override"),
    VACATION(Purpose.CALENDAR, "vacation", "holiday", "pto"),
    SWAP(Purpose.CALENDAR, "swap", "exchange", "trade"),
    ACCEPT(Purpose.CALENDAR, "accept"),
    DECLINE(Purpose.CALENDAR, "decline"),
    UNDO(Purpose.CALENDAR, "undo"),
    LIST(Purpose.LOOK, "list", "ls", "incidents"),
    SHOW(Purpose.LOOK, "show", "view"),
    PAGE(Purpose.CALL, "page", "trigger", "call"),
    ACKNOWLEDGE(Purpose.HANDLE, "ack", "acknowledge", "claim"),
    RESOLVE(Purpose.HANDLE, "resolve", "close"),
    ESCALATE(Purpose.HANDLE, "escalate"),
    NOTE(Purpose.HANDLE, "note", "comment"),
    ASK(Purpose.HANDLE, "ask"),
    ANSWER(Purpose.HANDLE, "answer"),
    SNOOZE(Purpose.HANDLE, "snooze"),
    REASSIGN(Purpose.HANDLE, "reassign", "assign"),
    ADD(Purpose.HANDLE, "add"),
    UNACKNOWLEDGE(Purpose.HANDLE, "unack", "unacknowledge", "unclaim"),
    REOPEN(Purpose.HANDLE, "reopen"),
    MERGE(Purpose.HANDLE, "merge"),
    PRIORITY(Purpose.HANDLE, "priority", "prio"),
    ROOM(Purpose.HANDLE, "room"),
    ME(Purpose.SET_UP, "me"),
    TEST(Purpose.SET_UP, "test"),
    CONNECT(Purpose.SET_UP, "connect"),
    DISCONNECT(Purpose.SET_UP, "disconnect"),
    SIMULATE(Purpose.SET_UP, "simulate"),
    LINK(Purpose.SET_UP, "link"),
    UNLINK(Purpose.SET_UP, "unlink"),
    HELP(Purpose.SET_UP, "help");

    private final Purpose purpose;
    private final String word;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> others;

    Verb(Purpose purpose, String word, String... others) {
        this.purpose = purpose;
        this.word = word;
        this.others = List.of(others);
    }

    /** The verb this word says, in any case; empty when it says none. */
    public static Optional<Verb> find(String typed) {
        var wanted = typed.toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(verb -> verb.words().anyMatch(wanted::equals))
                .findFirst();
    }

    public Purpose purpose() {
        return purpose;
    }

    /** The word we write: short where there is a short one ("ack"). */
    public String word() {
        return word;
    }

    /** Other words that mean the same. */
    public List<String> others() {
        return others;
    }

    Stream<String> words() {
        return Stream.concat(Stream.of(word), others.stream());
    }

    /** The full word ("acknowledge"). */
    public String canonical() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** One line: the word and what may follow it; capitals are to be filled in, brackets mark what may be left out. */
    public String usage() {
        return (word + " " + VerbText.of(this).arguments()).strip();
    }

    /** A few words for a list of verbs. */
    public String brief() {
        return VerbText.of(this).brief();
    }

    /** One or two sentences. */
    public String help() {
        return VerbText.of(this).help();
    }

    /** Lines that can be typed as they are; never empty. */
    public List<String> examples() {
        return VerbText.of(this).examples();
    }

    /** The first example, with this number for the incident. */
    String example(long incident) {
        return examples().getFirst().replace("1042", Long.toString(incident));
    }
}
