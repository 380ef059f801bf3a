package dev.arke.chat;

import dev.arke.card.Phrases;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every verb of the chat grammar, in the order of the help. {@code word} is what we write in buttons and help,
 * {@code arguments} may follow it, {@code others} mean the same. Examples use incident 1042, team payments and @dana throughout.
 */
public enum Verb {
    OVERVIEW(Purpose.LOOK, "overview", ""),
    WHO(Purpose.LOOK, "who", "[WHO] [at TIME]"),
    NEXT(Purpose.LOOK, "next", "[TEAM]"),
    SHIFTS(
            Purpose.CALENDAR,
            "shifts",
            "[add|edit|delete|link|unlink] [WHO] [ROLE] [at TIME] [from TIME to TIME]",
            "shift"),
    ROTATION(
            Purpose.CALENDAR,
            "rotation",
            "[list|why|show|add|edit|remove|pause|resume|refill] [NAME] [FIELDS] [of TEAM]",
            "rotations"),
    ROSTER(Purpose.CALENDAR, "roster", "[add|remove|move|in|out] [WHO] [to PLACE] [ROSTER] [of TEAM]", "rosters"),
    CALENDAR(Purpose.CALENDAR, "calendar", "[TEAM] [2w|month]", "schedule"),
    REPORT(Purpose.CALENDAR, "report", "[coverage] [WHO] [last month|DAY to DAY] [csv]"),
    TAKE(Purpose.CALENDAR, "take", "2h|until TIME [ROLE] [of TEAM]"),
    COVER(Purpose.CALENDAR, "cover", "WHO for WHOM from TIME to TIME [ROLE] [of TEAM]"),
    OVERRIDE(Purpose.CALENDAR, "override", "WHO from TIME to TIME [ROLE] [of TEAM]"),
    VACATION(Purpose.CALENDAR, "vacation", "DAY to DAY [WHO]", "holiday", "pto"),
    SWAP(Purpose.CALENDAR, "swap", "[my shift of] DAY with WHO [for DAY]", "exchange", "trade"),
    ACCEPT(Purpose.CALENDAR, "accept", ""),
    DECLINE(Purpose.CALENDAR, "decline", ""),
    UNDO(Purpose.CALENDAR, "undo", ""),
    FEED(Purpose.CALENDAR, "feed", "[new|revoke] [TEAM]", "feeds", "ical"),
    LIST(Purpose.LOOK, "list", "[mine|all] [triggered|acked|snoozed|resolved] [PRIORITY] [TEAM]", "ls", "incidents"),
    SHOW(Purpose.LOOK, "show", "[NUMBER]", "view"),
    PAGE(Purpose.CALL, "page", "WHO WHAT [urgent|high|medium|low]", "trigger", "call"),
    ACKNOWLEDGE(Purpose.HANDLE, "ack", "[NUMBER...]", "acknowledge", "claim"),
    RESOLVE(Purpose.HANDLE, "resolve", "[NUMBER...] [NOTE]", "close"),
    ESCALATE(Purpose.HANDLE, "escalate", "[NUMBER...]"),
    NOTE(Purpose.HANDLE, "note", "[NUMBER] TEXT", "comment"),
    ASK(Purpose.HANDLE, "ask", "[NUMBER] WHO QUESTION"),
    ANSWER(Purpose.HANDLE, "answer", "[NUMBER] TEXT"),
    SNOOZE(Purpose.HANDLE, "snooze", "[NUMBER...] 2h|until TIME [REASON]"),
    REASSIGN(Purpose.HANDLE, "reassign", "[NUMBER...] to WHO", "assign"),
    ADD(Purpose.HANDLE, "add", "[NUMBER...] WHO..."),
    UNACKNOWLEDGE(Purpose.HANDLE, "unack", "[NUMBER...]", "unacknowledge", "unclaim"),
    REOPEN(Purpose.HANDLE, "reopen", "[NUMBER...]"),
    MERGE(Purpose.HANDLE, "merge", "[NUMBER...] into NUMBER"),
    PRIORITY(Purpose.HANDLE, "priority", "[NUMBER...] urgent|high|medium|low", "prio"),
    ROOM(Purpose.HANDLE, "room", "[NUMBER] [archive]"),
    ME(
            Purpose.SET_UP,
            "me",
            "[change|PRIORITY WAYS [for TEAM|SERVICE]|quiet HOURS|remind TIMES|language|add WAY ADDRESS|verify"
                    + " CODE|remove WAY ADDRESS]"),
    TEST(Purpose.SET_UP, "test", "[WAY]"),
    CONNECT(Purpose.SET_UP, "connect", "[NAME]"),
    DISCONNECT(Purpose.SET_UP, "disconnect", "[WHO]"),
    SIMULATE(Purpose.SET_UP, "simulate", "SERVICE [[PRIORITY] [at TIME]|by WAY]"),
    LINK(Purpose.SET_UP, "link", "[TEAM|SERVICE] [min PRIORITY] [thread|flat] [topic] [group NAME] [handoffs]"),
    UNLINK(Purpose.SET_UP, "unlink", "[TEAM|SERVICE]"),
    ADMIN(Purpose.SET_UP, "admin", "keys|key NAME SCOPE [TEAM]"),
    HELP(Purpose.SET_UP, "help", "[COMMAND]");

    private final Purpose purpose;
    private final String word;
    private final String arguments;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> others;

    Verb(Purpose purpose, String word, String arguments, String... others) {
        this.purpose = purpose;
        this.word = word;
        this.arguments = arguments;
        this.others = List.of(others);
    }

    /** The verb this word says, in any case; empty when it says none. */
    public static Optional<Verb> find(String typed) {
        var wanted = TypedForms.lower(typed);
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
        return (word + " " + arguments).strip();
    }

    /** A few words for a list of verbs. */
    String brief(Phrases help) {
        return help.say(word + ".brief");
    }

    /** One or two sentences. */
    String help(Phrases help) {
        return help.say(word + ".help");
    }

    /** Lines that can be typed as they are; never empty. */
    public List<String> examples() {
        return VerbExamples.of(this);
    }

    /** The first example, with this number for the incident. */
    String example(long incident) {
        return examples().getFirst().replace("1042", Long.toString(incident));
    }
}
