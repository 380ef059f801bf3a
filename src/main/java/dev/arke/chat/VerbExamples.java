package dev.arke.chat;

import java.util.List;

/** Lines of each verb that can be typed as they are, the first one the plainest. */
final class VerbExamples {
    private VerbExamples() {}

    static List<String> of(Verb verb) {
        return switch (verb) {
            case OVERVIEW -> List.of("overview");
            case WHO -> List.of("who payments", "who", "who payments at fri 9am", "who payments at 2027-03-05T18:00");
            case NEXT -> List.of("next payments", "next");
            case SHIFTS ->
                List.of(
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
                List.of(
                        "rotation why payments",
                        "rotation payments",
                        "rotation why payments secondary at fri 9am",
                        "rotation show weekly",
                        "rotation add nights role secondary roster main every 1w starting 2027-03-01T20:00 during"
                                + " mon-fri 20:00-08:00 of payments",
                        "rotation edit weekly every 4d, 3d",
                        "rotation refill weekly");
            case ROSTER ->
                List.of(
                        "roster payments",
                        "roster out @dana",
                        "roster in @dana main of payments",
                        "roster add @dana to main",
                        "roster move @dana to 1 in main");
            case CALENDAR -> List.of("calendar payments", "calendar", "calendar payments month");
            case REPORT ->
                List.of(
                        "report payments last month",
                        "report @dana",
                        "report payments 2027-03-01 to 2027-03-14 csv",
                        "report coverage payments");
            case TAKE -> List.of("take 2h payments", "take 2h", "take until 18:00 secondary of payments");
            case COVER ->
                List.of(
                        "cover me for @dana from fri 18:00 to sat 9am",
                        "cover anybody for me from fri 18:00 to sat 9am",
                        "cover me for @dana at fri 20:00",
                        "cover roster main for me from fri 18:00 to sat 9am",
                        "cover @chen for @dana from 2027-03-05T18:00 to 2027-03-06T09:00 secondary of payments");
            case OVERRIDE ->
                List.of(
                        "override @dana from fri 18:00 to sat 9am",
                        "override me from now for 4h secondary of payments");
            case VACATION ->
                List.of(
                        "vacation 2027-08-02 to 2027-08-15",
                        "vacation fri",
                        "vacation cancel 2027-08-02",
                        "vacation import https://calendar.example.com/alice.ics",
                        "vacation import");
            case SWAP ->
                List.of(
                        "swap my shift of 2027-03-08 with @dana",
                        "swap 2027-03-08 with @dana for 2027-03-15",
                        "swap from fri 18:00 to sat 9am with @dana");
            case ACCEPT -> List.of("accept");
            case DECLINE -> List.of("decline");
            case UNDO -> List.of("undo");
            case FEED -> List.of("feed", "feed payments", "feed new primary of payments", "feed revoke payments");
            case LIST -> List.of("list", "list mine acked", "list all urgent", "list payments");
            case SHOW -> List.of("show 1042");
            case PAGE -> List.of("page payments \"High error rate\" p2", "page @dana disk full on db-3");
            case ACKNOWLEDGE -> List.of("ack 1042", "ack 1042 1043", "ack");
            case RESOLVE -> List.of("resolve 1042 restarted the pool", "resolve 1042");
            case ESCALATE -> List.of("escalate 1042");
            case NOTE -> List.of("note 1042 it is the cache");
            case ASK -> List.of("ask 1042 @dana which shard?");
            case ANSWER -> List.of("answer 1042 it is shard 7", "answer it is shard 7");
            case SNOOZE -> List.of("snooze 1042 2h waiting for the vendor", "snooze 1042 until tomorrow 9:00");
            case REASSIGN -> List.of("reassign 1042 to @dana", "reassign 1042 to payments");
            case ADD -> List.of("add 1042 @dana");
            case UNACKNOWLEDGE -> List.of("unack 1042");
            case REOPEN -> List.of("reopen 1042");
            case MERGE -> List.of("merge 1042 into 1040");
            case PRIORITY -> List.of("priority 1042 high", "priority 1042 p1");
            case ROOM -> List.of("room 1042", "room 1042 archive");
            case ME ->
                List.of(
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
            case TEST -> List.of("test", "test sms", "test email alice@example.org");
            case CONNECT -> List.of("connect dana", "connect @dana dana");
            case DISCONNECT -> List.of("disconnect");
            case SIMULATE ->
                List.of("simulate checkout", "simulate checkout urgent at fri 22:00", "simulate checkout by sms");
            case LINK ->
                List.of(
                        "link payments",
                        "link payments min high flat",
                        "link checkout topic group @oncall-payments",
                        "link payments no handoffs");
            case UNLINK -> List.of("unlink payments", "unlink");
            case ADMIN -> List.of("admin keys", "admin key grafana read payments", "admin key revoke grafana");
            case HELP -> List.of("help", "help ack");
        };
    }
}
