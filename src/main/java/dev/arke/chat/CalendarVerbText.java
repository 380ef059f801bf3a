package dev.arke.chat;

/** What the help says of the calendar's verbs. */
final class CalendarVerbText {
    static final VerbText SHIFTS = new VerbText(
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

    static final VerbText ROTATION = new VerbText(
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

    static final VerbText ROSTER = new VerbText(
            "who is in which roster, and who takes turns",
            "Lists the rosters of a team. Admins of the team put people in, take them out, move them, and"
                    + " say who takes no turns for the time being. A roster of the team file is changed there,"
                    + " but for in and out.",
            "roster payments",
            "roster out @dana",
            "roster in @dana main of payments",
            "roster add @dana to main",
            "roster move @dana to 1 in main");

    static final VerbText CALENDAR = new VerbText(
            "a picture of a team's calendar",
            "Draws who has which duty from this week on, for two weeks or for five (month), in your zone,"
                    + " with who is away and where nobody is.",
            "calendar payments",
            "calendar",
            "calendar payments month");

    static final VerbText REPORT = new VerbText(
            "hours, nights, pages; what is not covered",
            "Adds up what somebody or everybody of a team stood this month, or on other days. With"
                    + " coverage: gaps and whatever else is wrong in the next four weeks.",
            "report payments last month",
            "report @dana",
            "report payments 2027-03-01 to 2027-03-14 csv",
            "report coverage payments");

    static final VerbText TAKE = new VerbText(
            "you are on call for a while",
            "Puts you in the place of whoever is on call, from now on. Where nothing else is said, as" + " primary.",
            "take 2h payments",
            "take 2h",
            "take until 18:00 secondary of payments");

    static final VerbText COVER = new VerbText(
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

    static final VerbText OVERRIDE = new VerbText(
            "somebody stands in for whoever is on call",
            "WHO is on call in that time in place of whoever would be, or of nobody. Alone it opens a" + " form.",
            "override @dana from fri 18:00 to sat 9am",
            "override me from now for 4h secondary of payments");

    static final VerbText VACATION = new VerbText(
            "away: nothing is planned for you",
            "You are on vacation on those days, both included, on every team: rotations pass you over, and you see"
                    + " which shifts need somebody else. vacation cancel and a day takes it back. With import, your"
                    + " vacations are those of a calendar that you keep elsewhere, by its address or its file.",
            "vacation 2027-08-02 to 2027-08-15",
            "vacation fri",
            "vacation cancel 2027-08-02",
            "vacation import https://calendar.example.com/alice.ics",
            "vacation import");

    static final VerbText SWAP = new VerbText(
            "exchange a shift with somebody",
            "Asks somebody to take your shift of that day for one of theirs: that of the second day, or"
                    + " the nearest in the same role; of a time, only that part. Nothing moves before they"
                    + " accept. With nothing after it, a form opens.",
            "swap my shift of 2027-03-08 with @dana",
            "swap 2027-03-08 with @dana for 2027-03-15",
            "swap from fri 18:00 to sat 9am with @dana");

    static final VerbText ACCEPT = new VerbText(
            "take the shift you were asked to take",
            "Accepts a cover or a swap that somebody asked you for. The buttons of the message that asks"
                    + " do the same.",
            "accept");

    static final VerbText DECLINE = new VerbText(
            "do not take it",
            "Declines a cover or a swap that somebody asked you for, or withdraws what you asked.",
            "decline");

    static final VerbText UNDO = new VerbText(
            "take back your last change of the calendar",
            "Takes back your last change of a calendar, as long as nobody changed it since. What is past" + " stays.",
            "undo");

    static final VerbText FEED = new VerbText(
            "shifts in your calendar program",
            "Gives you a secret address where your calendar program reads your shifts, or those of a team"
                    + " or of one of its roles. It is shown once, to you alone; new replaces it by another,"
                    + " revoke ends it, revoke all ends all of yours.",
            "feed",
            "feed payments",
            "feed new primary of payments",
            "feed revoke payments");

    private CalendarVerbText() {}
}
