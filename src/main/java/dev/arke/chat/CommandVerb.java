package dev.arke.chat;

/** With which verb each command is said. */
final class CommandVerb {
    private CommandVerb() {}

    static Verb of(Command command) {
        return switch (command) {
            case Command.Overview ignored -> Verb.OVERVIEW;
            case Command.Help ignored -> Verb.HELP;
            case Command.Who ignored -> Verb.WHO;
            case Command.Next ignored -> Verb.NEXT;
            case Command.Shifts ignored -> Verb.SHIFTS;
            case Command.EditShift ignored -> Verb.SHIFTS;
            case Command.Rotations ignored -> Verb.ROTATION;
            case Command.Why ignored -> Verb.ROTATION;
            case Command.Calendar ignored -> Verb.CALENDAR;
            case Command.Report ignored -> Verb.REPORT;
            case Command.ReportCoverage ignored -> Verb.REPORT;
            case Command.ShowRotation ignored -> Verb.ROTATION;
            case Command.ChangeRotation ignored -> Verb.ROTATION;
            case Command.RemoveRotation ignored -> Verb.ROTATION;
            case Command.RefillRotation ignored -> Verb.ROTATION;
            case Command.PauseRotation ignored -> Verb.ROTATION;
            case Command.Rosters ignored -> Verb.ROSTER;
            case Command.ChangeRoster ignored -> Verb.ROSTER;
            case Command.Cover cover -> cover.insteadOf().isPresent() ? Verb.COVER : Verb.OVERRIDE;
            case Command.Take ignored -> Verb.TAKE;
            case Command.Vacation ignored -> Verb.VACATION;
            case Command.VacationOver ignored -> Verb.VACATION;
            case Command.ImportVacations ignored -> Verb.VACATION;
            case Command.StopImport ignored -> Verb.VACATION;
            case Command.ImportFile ignored -> Verb.VACATION;
            case Command.Swap ignored -> Verb.SWAP;
            case Command.Accept ignored -> Verb.ACCEPT;
            case Command.Decline ignored -> Verb.DECLINE;
            case Command.Undo ignored -> Verb.UNDO;
            case Command.Feed ignored -> Verb.FEED;
            case Command.RevokeFeed ignored -> Verb.FEED;
            case Command.RevokeAllFeeds ignored -> Verb.FEED;
            case Command.Keys ignored -> Verb.ADMIN;
            case Command.MakeKey ignored -> Verb.ADMIN;
            case Command.RevokeKey ignored -> Verb.ADMIN;
            case Command.Page ignored -> Verb.PAGE;
            case Command.ListIncidents ignored -> Verb.LIST;
            case Command.Show ignored -> Verb.SHOW;
            case Command.Simulate ignored -> Verb.SIMULATE;
            case Command.Ask ignored -> Verb.ASK;
            case Command.Answer ignored -> Verb.ANSWER;
            case Command.OpenRoom ignored -> Verb.ROOM;
            case Command.ArchiveRoom ignored -> Verb.ROOM;
            case Command.Link ignored -> Verb.LINK;
            case Command.Unlink ignored -> Verb.UNLINK;
            case Command.Connect ignored -> Verb.CONNECT;
            case Command.Disconnect ignored -> Verb.DISCONNECT;
            case Command.Me ignored -> Verb.ME;
            case Command.ChangeRules ignored -> Verb.ME;
            case Command.ChangeReminders ignored -> Verb.ME;
            case Command.OwnContact ignored -> Verb.ME;
            case Command.OwnPaging ignored -> Verb.ME;
            case Command.Test ignored -> Verb.TEST;
            case Command.Acknowledge ignored -> Verb.ACKNOWLEDGE;
            case Command.Resolve ignored -> Verb.RESOLVE;
            case Command.Reopen ignored -> Verb.REOPEN;
            case Command.Unacknowledge ignored -> Verb.UNACKNOWLEDGE;
            case Command.Escalate ignored -> Verb.ESCALATE;
            case Command.Reassign ignored -> Verb.REASSIGN;
            case Command.Add ignored -> Verb.ADD;
            case Command.Snooze ignored -> Verb.SNOOZE;
            case Command.Note ignored -> Verb.NOTE;
            case Command.Merge ignored -> Verb.MERGE;
            case Command.SetPriority ignored -> Verb.PRIORITY;
        };
    }
}
