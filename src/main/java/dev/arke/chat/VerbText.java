package dev.arke.chat;

import java.util.List;

/**
 * What the help says of a verb: a few words for the list, one or two sentences, and lines that can be typed as they are.
 */
record VerbText(String brief, String help, List<String> examples) {
    private VerbText(String brief, String help, String... examples) {
        this(brief, help, List.of(examples));
    }

    static VerbText of(Verb verb) {
        return switch (verb) {
            case OVERVIEW ->
                new VerbText(
                        "who is on call here and what is open",
                        "The command with nothing after it. Shows who is on call for this channel and which incidents"
                                + " are open.",
                        "overview");
            case WHO ->
                new VerbText(
                        "who is on call, now or then",
                        "Says who is on call for this channel, or for a team, a service or a person. Times are in your"
                                + " zone.",
                        "who payments",
                        "who",
                        "who payments at fri 9am",
                        "who payments at 2027-03-05T18:00");
            case NEXT ->
                new VerbText(
                        "who comes on call next",
                        "Says who takes over at the next handoff, and when.",
                        "next payments",
                        "next");
            case SHIFTS ->
                new VerbText(
                        "your shifts, somebody's, or a team's",
                        "Lists what you, somebody else or a team have on the calendar from now on. Admins of the team"
                                + " also add, edit and delete shifts by hand, with nothing more in a form; what is past"
                                + " only with because and a reason. Shifts that are linked are moved, taken away and"
                                + " change hands together; alone behind it means that one only.",
                        "shifts",
                        "shifts @dana",
                        "shifts payments",
                        "shifts add @dana secondary from fri 18:00 to sat 9am",
                        "shifts edit @dana at fri 20:00 to sat 12:00",
                        "shifts edit @dana at fri 20:00 to sat 12:00 alone",
                        "shifts delete @dana at fri 20:00",
                        "shifts link @dana from mon 8am to fri 20:00",
                        "shifts unlink @dana at fri 20:00");
            case ROTATION ->
                new VerbText(
                        "who takes turns, and why so",
                        "Lists the rotations of a team. With why: how whoever is on call then was chosen, and who was"
                            + " not. Admins of the team add and edit them, field by field or with a form, and pause,"
                            + " refill or remove them.",
                        "rotation why payments",
                        "rotation payments",
                        "rotation why payments secondary at fri 9am",
                        "rotation show weekly",
                        "rotation add nights role secondary roster main every 1w starting 2027-03-01T20:00 during"
                                + " mon-fri 20:00-08:00 of payments",
                        "rotation edit weekly every 4d, 3d",
                        "rotation refill weekly");
            case ROSTER ->
                new VerbText(
                        "who is in which roster, and who takes turns",
                        "Lists the rosters of a team. Admins of the team put people in, take them out, move them, and"
                            + " say who takes no turns for the time being. A roster of the team file is changed there,"
                            + " but for in and out.",
                        "roster payments",
                        "roster out @dana",
                        "roster in @dana main of payments",
                        "roster add @dana to main",
                        "roster move @dana to 1 in main");
            case CALENDAR ->
                new VerbText(
                        "a picture of a team's calendar",
                        "Draws who has which duty from this week on, for two weeks or for five (month), in your zone,"
                                + " with who is away and where nobody is.",
                        "calendar payments",
                        "calendar",
                        "calendar payments month");
            case REPORT ->
                new VerbText(
                        "hours, nights, pages; what is not covered",
                        "Adds up what somebody or everybody of a team stood this month, or on other days. With"
                                + " coverage: gaps and whatever else is wrong in the next four weeks.",
                        "report payments last month",
                        "report @dana",
                        "report payments 2027-03-01 to 2027-03-14 csv",
                        "report coverage payments");
            case TAKE ->
                new VerbText(
                        "you are on call for a while",
                        "Puts you in the place of whoever is on call, from now on. Where nothing else is said, as"
                                + " primary.",
                        "take 2h payments",
                        "take 2h",
                        "take until 18:00 secondary of payments");
            case COVER ->
                new VerbText(
                        "somebody stands in for somebody",
                        "WHO has the shifts of WHOM in that time, whole or in part. You can say it for yourself, and"
                            + " admins of the team for everybody; anybody else is asked first. With anybody or a"
                            + " roster as WHO all who are free are asked. at and a time means the whole turn that is"
                            + " in it, with all that is linked. With nothing after it, a form opens.",
                        "cover me for @dana from fri 18:00 to sat 9am",
                        "cover anybody for me from fri 18:00 to sat 9am",
                        "cover me for @dana at fri 20:00",
                        "cover roster main for me from fri 18:00 to sat 9am",
                        "cover @chen for @dana from 2027-03-05T18:00 to 2027-03-06T09:00 secondary of payments");
            case OVERRIDE ->
                new VerbText(
                        "somebody stands in for whoever is on call",
                        "WHO is on call in that time in place of whoever would be, or of nobody. Alone it opens a"
                                + " form.",
                        "override @dana from fri 18:00 to sat 9am",
                        "override me from now for 4h secondary of payments");
            case VACATION ->
                new VerbText(
                        "away: nothing is planned for you",
                        "You are on vacation on those days, both included, on every team: rotations pass you over, and"
                                + " you see which shifts need somebody else. vacation cancel and a day takes it back.",
                        "vacation 2027-08-02 to 2027-08-15",
                        "vacation fri",
                        "vacation cancel 2027-08-02");
            case SWAP ->
                new VerbText(
                        "exchange a shift with somebody",
                        "Asks somebody to take your shift of that day for one of theirs: that of the second day, or"
                                + " the nearest in the same role; of a time, only that part. Nothing moves before they"
                                + " accept. With nothing after it, a form opens.",
                        "swap my shift of 2027-03-08 with @dana",
                        "swap 2027-03-08 with @dana for 2027-03-15",
                        "swap from fri 18:00 to sat 9am with @dana");
            case ACCEPT ->
                new VerbText(
                        "take the shift you were asked to take",
                        "Accepts a cover or a swap that somebody asked you for. The buttons of the message that asks"
                                + " do the same.",
                        "accept");
            case DECLINE ->
                new VerbText(
                        "do not take it",
                        "Declines a cover or a swap that somebody asked you for, or withdraws what you asked.",
                        "decline");
            case UNDO ->
                new VerbText(
                        "take back your last change of the calendar",
                        "Takes back your last change of a calendar, as long as nobody changed it since. What is past"
                                + " stays.",
                        "undo");
            case FEED ->
                new VerbText(
                        "shifts in your calendar program",
                        "Gives you a secret address where your calendar program reads your shifts, or those of a team"
                                + " or of one of its roles. It is shown once, to you alone; new replaces it by another,"
                                + " revoke ends it, revoke all ends all of yours.",
                        "feed",
                        "feed payments",
                        "feed new primary of payments",
                        "feed revoke payments");
            case LIST ->
                new VerbText(
                        "the open incidents",
                        "Lists the open incidents of this channel. The words narrow the list and can be combined.",
                        "list",
                        "list mine acked",
                        "list all urgent",
                        "list payments");
            case SHOW ->
                new VerbText(
                        "one incident with its timeline",
                        "Shows one incident: who has it, what happened so far and who is paged next.",
                        "show 1042");
            case PAGE ->
                new VerbText(
                        "call somebody now",
                        "Opens an incident and pages whoever is on call for the team or service, or the person you"
                                + " name. With nothing after it, a form opens.",
                        "page payments \"High error rate\" p2",
                        "page @dana disk full on db-3");
            case ACKNOWLEDGE ->
                new VerbText(
                        "take it: paging stops",
                        "You take the incident and nobody else is paged. Without a number it means this thread's"
                                + " incident, or the only open one of this channel.",
                        "ack 1042",
                        "ack 1042 1043",
                        "ack");
            case RESOLVE ->
                new VerbText(
                        "it is over",
                        "Closes the incident. Words after the number are kept as a note.",
                        "resolve 1042 restarted the pool",
                        "resolve 1042");
            case ESCALATE ->
                new VerbText(
                        "page the next step now",
                        "Pages the next step of the escalation policy at once instead of waiting for it.",
                        "escalate 1042");
            case NOTE ->
                new VerbText(
                        "add to the timeline",
                        "Writes a line into the incident's timeline. Pages nobody.",
                        "note 1042 it is the cache");
            case ASK ->
                new VerbText(
                        "ask somebody until they answer",
                        "Asks somebody about the incident and reminds them until they answer. You are told the answer,"
                                + " and it is kept in the timeline. It is no page: it rings nobody.",
                        "ask 1042 @dana which shard?");
            case ANSWER ->
                new VerbText(
                        "answer what you were asked",
                        "Answers a question about an incident. A reply to the message that asks does the same.",
                        "answer 1042 it is shard 7",
                        "answer it is shard 7");
            case SNOOZE ->
                new VerbText(
                        "quiet for a while",
                        "Nobody is paged until then; after that, paging starts again if it is not resolved. "
                                + "Say 30m, 2h or 1d, or until and a time.",
                        "snooze 1042 2h waiting for the vendor",
                        "snooze 1042 until tomorrow 9:00");
            case REASSIGN ->
                new VerbText(
                        "hand it to somebody else",
                        "Pages that person, or whoever that team has on call, to take the incident. You no longer have"
                                + " it.",
                        "reassign 1042 to @dana",
                        "reassign 1042 to payments");
            case ADD ->
                new VerbText(
                        "page more people", "Pages more people about the incident. The owner stays.", "add 1042 @dana");
            case UNACKNOWLEDGE ->
                new VerbText(
                        "give it back: paging starts again",
                        "The incident has no owner any more and paging starts again.",
                        "unack 1042");
            case REOPEN ->
                new VerbText(
                        "it is not over after all",
                        "Opens a resolved incident again; paging starts again.",
                        "reopen 1042");
            case MERGE ->
                new VerbText(
                        "the same trouble twice",
                        "Makes the incidents part of another one, which goes on alone.",
                        "merge 1042 into 1040");
            case PRIORITY ->
                new VerbText(
                        "more or less urgent",
                        "Changes how urgent the incident is. P1 to P4 mean urgent, high, medium and low.",
                        "priority 1042 high",
                        "priority 1042 p1");
            case ROOM ->
                new VerbText(
                        "a channel of its own",
                        "Opens a channel for the incident and invites whoever has it, was paged or added. Its card is"
                            + " pinned there, and what happens to it is told there. With archive after it, the channel"
                            + " is archived.",
                        "room 1042",
                        "room 1042 archive");
            case ME ->
                new VerbText(
                        "how Arke reaches you",
                        "Shows what Arke knows of you: how you are paged, and in what order. With change after it, a"
                            + " form changes that for you alone; or type it. With remind: how long before your shifts"
                            + " I remind you; never and usual are answers too. With add: another mail address or"
                            + " phone, which counts once you type the code that I send there.",
                        "me",
                        "me urgent chat, sms 1m, call 3m",
                        "me urgent default",
                        "me high call for checkout",
                        "me quiet 22:00-07:00",
                        "me remind primary 1w 2h",
                        "me add phone +33600000001",
                        "me verify 123456",
                        "me remove email alice@example.org");
            case TEST ->
                new VerbText(
                        "page yourself, to try it",
                        "Sends you a real page in every way Arke knows to reach you.",
                        "test");
            case CONNECT ->
                new VerbText(
                        "tell me which responder you are",
                        "Connects this chat account to your name. I send a link to a place where I reach you already,"
                            + " and you confirm it there. An admin can do it at once for somebody else: the account,"
                            + " then the name.",
                        "connect dana",
                        "connect @dana dana");
            case DISCONNECT ->
                new VerbText(
                        "forget whose this account is",
                        "Takes the connection of this chat account to your name away.",
                        "disconnect");
            case SIMULATE ->
                new VerbText(
                        "who would be paged, and when",
                        "Says who would be paged, when and how if the service broke, now or then. Pages nobody.",
                        "simulate checkout",
                        "simulate checkout at fri 22:00");
            case LINK ->
                new VerbText(
                        "show a team's incidents in this channel",
                        "Links this channel to a team or service: its incidents are shown here, from a priority up,"
                            + " with their timeline in threads or flat. The topic and a user group can be kept to who"
                            + " is on call, and handoffs announced. Only what you name is changed; put no before"
                            + " topic, group or handoffs to turn it off. With nothing after it, it shows what is"
                            + " linked here, or a form.",
                        "link payments",
                        "link payments min high flat",
                        "link checkout topic group @oncall-payments",
                        "link payments no handoffs");
            case UNLINK ->
                new VerbText(
                        "stop showing them here",
                        "Ends the link of this channel to a team or service. Cards that are here already stay up to"
                                + " date.",
                        "unlink payments",
                        "unlink");
            case ADMIN ->
                new VerbText(
                        "keys of programs",
                        "Makes and revokes the keys with which programs use /api/v1. read only looks, write acts as an"
                            + " admin of the team does, admin may everything; with a team, only there. A key is shown"
                            + " once.",
                        "admin keys",
                        "admin key grafana read payments",
                        "admin key revoke grafana");
            case HELP ->
                new VerbText(
                        "this list, or one command",
                        "Shows what you can type; with a command after it, what that one does, with examples.",
                        "help",
                        "help ack");
        };
    }
}
