package dev.arke.chat;

import java.util.List;

/**
 * What the help says of a verb: a few words for the list, one or two sentences, and lines that can be typed as they are.
 */
record VerbText(String brief, String help, List<String> examples) {
    VerbText(String brief, String help, String... examples) {
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
            case SHIFTS -> CalendarVerbText.SHIFTS;
            case ROTATION -> CalendarVerbText.ROTATION;
            case ROSTER -> CalendarVerbText.ROSTER;
            case CALENDAR -> CalendarVerbText.CALENDAR;
            case REPORT -> CalendarVerbText.REPORT;
            case TAKE -> CalendarVerbText.TAKE;
            case COVER -> CalendarVerbText.COVER;
            case OVERRIDE -> CalendarVerbText.OVERRIDE;
            case VACATION -> CalendarVerbText.VACATION;
            case SWAP -> CalendarVerbText.SWAP;
            case ACCEPT -> CalendarVerbText.ACCEPT;
            case DECLINE -> CalendarVerbText.DECLINE;
            case UNDO -> CalendarVerbText.UNDO;
            case FEED -> CalendarVerbText.FEED;
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
                            + " phone, which counts once you type the code that I send there. With language: that of"
                            + " your pages, English or French.",
                        "me",
                        "me urgent chat, sms 1m, call 3m",
                        "me urgent default",
                        "me high call for checkout",
                        "me urgent chat, call 3m every 5m",
                        "me more than 3 sms in 10m use email",
                        "me quiet 22:00-07:00",
                        "me remind primary 1w 2h",
                        "me language fr",
                        "me add phone +33600000001",
                        "me verify 123456",
                        "me remove email alice@example.org");
            case TEST ->
                new VerbText(
                        "page yourself, to try it",
                        "Sends you a real page in every way Arke knows to reach you, or in the one you name.",
                        "test",
                        "test sms",
                        "test email alice@example.org");
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
                        "who would be paged",
                        "Says who would be paged, when and how if the service broke, now or then. With by and a way"
                            + " (email, sms, call, slack): what a page says, made of the last incident. Pages nobody.",
                        "simulate checkout",
                        "simulate checkout at fri 22:00",
                        "simulate checkout by sms");
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
