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
    OVERVIEW(
            Purpose.LOOK,
            "overview",
            List.of(),
            "",
            "who is on call here and what is open",
            "The command with nothing after it. Shows who is on call for this channel and which incidents are open.",
            List.of("overview")),
    WHO(
            Purpose.LOOK,
            "who",
            List.of(),
            "[WHO] [at TIME]",
            "who is on call, now or then",
            "Says who is on call for this channel, or for a team, a service or a person. Times are in your zone.",
            List.of("who payments", "who", "who payments at fri 9am", "who payments at 2027-03-05T18:00")),
    NEXT(
            Purpose.LOOK,
            "next",
            List.of(),
            "[TEAM]",
            "who comes on call next",
            "Says who takes over at the next handoff, and when.",
            List.of("next payments", "next")),
    SHIFTS(
            Purpose.CALENDAR,
            "shifts",
            List.of("shift"),
            "[WHO]",
            "your shifts, somebody's, or a team's",
            "Lists what you, somebody else or a team have on the calendar from now on.",
            List.of("shifts", "shifts @dana", "shifts payments")),
    ROTATION(
            Purpose.CALENDAR,
            "rotation",
            List.of("rotations"),
            "[list|why] [TEAM] [ROLE] [at TIME]",
            "who takes turns, and why so",
            "Lists the rotations of a team. With why: how whoever is on call then was chosen, and who was not.",
            List.of("rotation why payments", "rotation payments", "rotation why payments secondary at fri 9am")),
    TAKE(
            Purpose.CALENDAR,
            "take",
            List.of(),
            "2h|until TIME [ROLE] [of TEAM]",
            "you are on call for a while",
            "Puts you in the place of whoever is on call, from now on. Where nothing else is said, as primary.",
            List.of("take 2h payments", "take 2h", "take until 18:00 secondary of payments")),
    COVER(
            Purpose.CALENDAR,
            "cover",
            List.of(),
            "WHO for WHOM from TIME to TIME [ROLE] [of TEAM]",
            "somebody stands in for somebody",
            "WHO has the shifts of WHOM in that time, whole or in part. You can say it for yourself, and admins of the"
                    + " team for everybody; anybody else is asked first. With anybody as WHO all who are free are"
                    + " asked. With nothing after it, a form opens.",
            List.of(
                    "cover me for @dana from fri 18:00 to sat 9am",
                    "cover anybody for me from fri 18:00 to sat 9am",
                    "cover @chen for @dana from 2027-03-05T18:00 to 2027-03-06T09:00 secondary of payments")),
    OVERRIDE(
            Purpose.CALENDAR,
            "override",
            List.of(),
            "WHO from TIME to TIME [ROLE] [of TEAM]",
            "somebody stands in for whoever is on call",
            "WHO is on call in that time in place of whoever would be, or of nobody. Alone it opens a form.",
            List.of("override @dana from fri 18:00 to sat 9am", "override me from now for 4h secondary of payments")),
    VACATION(
            Purpose.CALENDAR,
            "vacation",
            List.of("holiday", "pto"),
            "DAY to DAY [WHO]",
            "away: nothing is planned for you",
            "You are on vacation on those days, both included, on every team: rotations pass you over, and you see"
                    + " which shifts need somebody else. vacation cancel and a day takes it back.",
            List.of("vacation 2027-08-02 to 2027-08-15", "vacation fri", "vacation cancel 2027-08-02")),
    SWAP(
            Purpose.CALENDAR,
            "swap",
            List.of("exchange", "trade"),
            "[my shift of] DAY with WHO [for DAY]",
            "exchange a shift with somebody",
            "Asks somebody to take your shift of that day for one of theirs: that of the second day, or the nearest in"
                    + " the same role. Nothing moves before they accept.",
            List.of("swap my shift of 2027-03-08 with @dana", "swap 2027-03-08 with @dana for 2027-03-15")),
    ACCEPT(
            Purpose.CALENDAR,
            "accept",
            List.of(),
            "",
            "take the shift you were asked to take",
            "Accepts a cover or a swap that somebody asked you for. The buttons of the message that asks do the same.",
            List.of("accept")),
    DECLINE(
            Purpose.CALENDAR,
            "decline",
            List.of(),
            "",
            "do not take it",
            "Declines a cover or a swap that somebody asked you for, or withdraws what you asked.",
            List.of("decline")),
    UNDO(
            Purpose.CALENDAR,
            "undo",
            List.of(),
            "",
            "take back your last change of the calendar",
            "Takes back your last change of a calendar, as long as nobody changed it since. What is past stays.",
            List.of("undo")),
    LIST(
            Purpose.LOOK,
            "list",
            List.of("ls", "incidents"),
            "[mine|all] [triggered|acked|snoozed|resolved] [PRIORITY] [TEAM]",
            "the open incidents",
            "Lists the open incidents of this channel. The words narrow the list and can be combined.",
            List.of("list", "list mine acked", "list all urgent", "list payments")),
    SHOW(
            Purpose.LOOK,
            "show",
            List.of("view"),
            "[NUMBER]",
            "one incident with its timeline",
            "Shows one incident: who has it, what happened so far and who is paged next.",
            List.of("show 1042")),
    PAGE(
            Purpose.CALL,
            "page",
            List.of("trigger", "call"),
            "WHO WHAT [urgent|high|medium|low]",
            "call somebody now",
            "Opens an incident and pages whoever is on call for the team or service, or the person you name. "
                    + "With nothing after it, a form opens.",
            List.of("page payments \"High error rate\" p2", "page @dana disk full on db-3")),
    ACKNOWLEDGE(
            Purpose.HANDLE,
            "ack",
            List.of("acknowledge", "claim"),
            "[NUMBER...]",
            "take it: paging stops",
            "You take the incident and nobody else is paged. Without a number it means this thread's incident, "
                    + "or the only open one of this channel.",
            List.of("ack 1042", "ack 1042 1043", "ack")),
    RESOLVE(
            Purpose.HANDLE,
            "resolve",
            List.of("close"),
            "[NUMBER...] [NOTE]",
            "it is over",
            "Closes the incident. Words after the number are kept as a note.",
            List.of("resolve 1042 restarted the pool", "resolve 1042")),
    ESCALATE(
            Purpose.HANDLE,
            "escalate",
            List.of(),
            "[NUMBER...]",
            "page the next step now",
            "Pages the next step of the escalation policy at once instead of waiting for it.",
            List.of("escalate 1042")),
    NOTE(
            Purpose.HANDLE,
            "note",
            List.of("comment"),
            "[NUMBER] TEXT",
            "add to the timeline",
            "Writes a line into the incident's timeline. Pages nobody.",
            List.of("note 1042 it is the cache")),
    ASK(
            Purpose.HANDLE,
            "ask",
            List.of(),
            "[NUMBER] WHO QUESTION",
            "ask somebody until they answer",
            "Asks somebody about the incident and reminds them until they answer. You are told the answer, and it is"
                    + " kept in the timeline. It is no page: it rings nobody.",
            List.of("ask 1042 @dana which shard?")),
    ANSWER(
            Purpose.HANDLE,
            "answer",
            List.of(),
            "[NUMBER] TEXT",
            "answer what you were asked",
            "Answers a question about an incident. A reply to the message that asks does the same.",
            List.of("answer 1042 it is shard 7", "answer it is shard 7")),
    SNOOZE(
            Purpose.HANDLE,
            "snooze",
            List.of(),
            "[NUMBER...] 2h|until TIME [REASON]",
            "quiet for a while",
            "Nobody is paged until then; after that, paging starts again if it is not resolved. "
                    + "Say 30m, 2h or 1d, or until and a time.",
            List.of("snooze 1042 2h waiting for the vendor", "snooze 1042 until tomorrow 9:00")),
    REASSIGN(
            Purpose.HANDLE,
            "reassign",
            List.of("assign"),
            "[NUMBER...] to WHO",
            "hand it to somebody else",
            "Pages that person, or whoever that team has on call, to take the incident. You no longer have it.",
            List.of("reassign 1042 to @dana", "reassign 1042 to payments")),
    ADD(
            Purpose.HANDLE,
            "add",
            List.of(),
            "[NUMBER...] WHO...",
            "page more people",
            "Pages more people about the incident. The owner stays.",
            List.of("add 1042 @dana")),
    UNACKNOWLEDGE(
            Purpose.HANDLE,
            "unack",
            List.of("unacknowledge", "unclaim"),
            "[NUMBER...]",
            "give it back: paging starts again",
            "The incident has no owner any more and paging starts again.",
            List.of("unack 1042")),
    REOPEN(
            Purpose.HANDLE,
            "reopen",
            List.of(),
            "[NUMBER...]",
            "it is not over after all",
            "Opens a resolved incident again; paging starts again.",
            List.of("reopen 1042")),
    MERGE(
            Purpose.HANDLE,
            "merge",
            List.of(),
            "[NUMBER...] into NUMBER",
            "the same trouble twice",
            "Makes the incidents part of another one, which goes on alone.",
            List.of("merge 1042 into 1040")),
    PRIORITY(
            Purpose.HANDLE,
            "priority",
            List.of("prio"),
            "[NUMBER...] urgent|high|medium|low",
            "more or less urgent",
            "Changes how urgent the incident is. P1 to P4 mean urgent, high, medium and low.",
            List.of("priority 1042 high", "priority 1042 p1")),
    ROOM(
            Purpose.HANDLE,
            "room",
            List.of(),
            "[NUMBER] [archive]",
            "a channel of its own",
            "Opens a channel for the incident and invites whoever has it, was paged or added. Its card is pinned there,"
                    + " and what happens to it is told there. With archive after it, the channel is archived.",
            List.of("room 1042", "room 1042 archive")),
    ME(
            Purpose.SET_UP,
            "me",
            List.of(),
            "[change|PRIORITY WAYS]",
            "how Arke reaches you",
            "Shows what Arke knows of you: how you are paged, and in what order. With change after it, a form changes"
                    + " that for you alone; or type it.",
            List.of("me", "me urgent chat, sms 1m, call 3m", "me urgent default")),
    TEST(
            Purpose.SET_UP,
            "test",
            List.of(),
            "",
            "page yourself, to try it",
            "Sends you a real page in every way Arke knows to reach you.",
            List.of("test")),
    CONNECT(
            Purpose.SET_UP,
            "connect",
            List.of(),
            "[NAME]",
            "tell me which responder you are",
            "Connects this chat account to your name. I send a link to a place where I reach you already, and you"
                    + " confirm it there. An admin can do it at once for somebody else: the account, then the name.",
            List.of("connect dana", "connect @dana dana")),
    DISCONNECT(
            Purpose.SET_UP,
            "disconnect",
            List.of(),
            "",
            "forget whose this account is",
            "Takes the connection of this chat account to your name away.",
            List.of("disconnect")),
    SIMULATE(
            Purpose.SET_UP,
            "simulate",
            List.of(),
            "SERVICE [at TIME]",
            "who would be paged, and when",
            "Says who would be paged, when and how if the service broke, now or then. Pages nobody.",
            List.of("simulate checkout", "simulate checkout at fri 22:00")),
    LINK(
            Purpose.SET_UP,
            "link",
            List.of(),
            "[TEAM|SERVICE] [min PRIORITY] [thread|flat] [topic] [group NAME] [handoffs]",
            "show a team's incidents in this channel",
            "Links this channel to a team or service: its incidents are shown here, from a priority up, with their"
                    + " timeline in threads or flat. The topic and a user group can be kept to who is on call, and"
                    + " handoffs announced. Only what you name is changed; no before topic, group or handoffs turns it"
                    + " off. With nothing after it, it shows what is linked here, or a form.",
            List.of(
                    "link payments",
                    "link payments min high flat",
                    "link checkout topic group @oncall-payments",
                    "link payments no handoffs")),
    UNLINK(
            Purpose.SET_UP,
            "unlink",
            List.of(),
            "[TEAM|SERVICE]",
            "stop showing them here",
            "Ends the link of this channel to a team or service. Cards that are here already stay up to date.",
            List.of("unlink payments", "unlink")),
    HELP(
            Purpose.SET_UP,
            "help",
            List.of(),
            "[COMMAND]",
            "this list, or one command",
            "Shows what you can type; with a command after it, what that one does, with examples.",
            List.of("help", "help ack"));

    private final Purpose purpose;
    private final String word;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> others;

    private final String arguments;
    private final String brief;
    private final String help;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> examples;

    Verb(
            Purpose purpose,
            String word,
            List<String> others,
            String arguments,
            String brief,
            String help,
            List<String> examples) {
        this.purpose = purpose;
        this.word = word;
        this.others = others;
        this.arguments = arguments;
        this.brief = brief;
        this.help = help;
        this.examples = examples;
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
        return (word + " " + arguments).strip();
    }

    /** A few words for a list of verbs. */
    public String brief() {
        return brief;
    }

    /** One or two sentences. */
    public String help() {
        return help;
    }

    /** Lines that can be typed as they are; never empty. */
    public List<String> examples() {
        return examples;
    }

    /** The first example, with this number for the incident. */
    String example(long incident) {
        return examples.getFirst().replace("1042", Long.toString(incident));
    }
}
