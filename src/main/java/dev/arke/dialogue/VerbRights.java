package dev.arke.dialogue;

import dev.arke.chat.Verb;
import dev.arke.responder.Act;

/** Which right each verb takes. */
final class VerbRights {
    private VerbRights() {}

    static Act of(Verb verb) {
        return switch (verb) {
            case OVERVIEW,
                    HELP,
                    WHO,
                    NEXT,
                    SHIFTS,
                    ROTATION,
                    CALENDAR,
                    REPORT,
                    LIST,
                    SHOW,
                    SIMULATE,
                    CONNECT,
                    DISCONNECT -> Act.READ;
            // Whose team it is decides, so the use case asks.
            case LINK, UNLINK, ROSTER -> Act.READ;
            case ACKNOWLEDGE -> Act.ACKNOWLEDGE;
            case PAGE,
                    RESOLVE,
                    ESCALATE,
                    NOTE,
                    SNOOZE,
                    REASSIGN,
                    ADD,
                    ASK,
                    ANSWER,
                    UNACKNOWLEDGE,
                    REOPEN,
                    MERGE,
                    PRIORITY,
                    ROOM -> Act.RESPOND;
            case ME, TEST, TAKE, COVER, OVERRIDE, VACATION, SWAP, ACCEPT, DECLINE, UNDO, FEED -> Act.OWN;
            case ADMIN -> Act.ADMINISTER;
        };
    }
}
