package dev.arke.responder;

/** What one may do, in the groups of rights: the rows of the table in {@link Rights}. */
public enum Act {
    /** Read incidents, who is on call, the calendar. */
    READ,
    /** Acknowledge an incident; the one act that an unlinked member of the workspace may do too. */
    ACKNOWLEDGE,
    /** Resolve, note, snooze, escalate, page and the like. */
    RESPOND,
    /** One's own rules, contact methods, vacation. */
    OWN,
    /** Change a team's shifts, rotations, rosters, policies, services, integrations. */
    CHANGE_TEAM,
    /** Keys, admins, people, settings. */
    ADMINISTER
}
