package dev.arke.dialogue;

import dev.arke.chat.ChatContext;
import dev.arke.chat.Command;
import dev.arke.chat.CommandParser;
import dev.arke.chat.Parsed;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Foresees what a line will do without knowing what is open where it was typed: it is read as if nothing and as if one were. */
final class Expectation {
    private static final ChatContext.Place SOME_THREAD = new ChatContext.Place(List.of(), Optional.of(1L));

    private Expectation() {}

    /** The most that may come of it; {@code context} is of a place where nothing is open. */
    static Expected of(CommandParser parser, String line, ChatContext context) {
        return Stream.of(context, context.in(SOME_THREAD))
                .map(one -> of(parser.parse(line, one)))
                .max(Expected::compareTo)
                .orElse(Expected.NOTHING);
    }

    private static Expected of(Parsed parsed) {
        return switch (parsed) {
            case Parsed.Understood understood -> changes(understood.command()) ? Expected.CHANGES : Expected.LOOKS;
            case Parsed.FormWanted ignored -> Expected.OPENS_FORM;
            case Parsed.DidYouMean ignored -> Expected.NOTHING;
            case Parsed.Misunderstood ignored -> Expected.NOTHING;
        };
    }

    private static boolean changes(Command command) {
        return switch (command) {
            case Command.Page ignored -> true;
            case Command.Test ignored -> true;
            case Command.ChangeRules ignored -> true;
            case Command.ChangeReminders ignored -> true;
            case Command.OwnContact ignored -> true;
            case Command.OwnPaging ignored -> true;
            case Command.OnIncidents ignored -> true;
            case Command.Ask ignored -> true;
            case Command.Answer ignored -> true;
            case Command.Cover ignored -> true;
            case Command.Take ignored -> true;
            case Command.Vacation ignored -> true;
            case Command.VacationOver ignored -> true;
            case Command.ImportVacations ignored -> true;
            case Command.ImportFile ignored -> false;
            case Command.StopImport ignored -> true;
            case Command.Swap ignored -> true;
            case Command.Accept ignored -> true;
            case Command.Decline ignored -> true;
            case Command.Undo ignored -> true;
            case Command.EditShift ignored -> true;
            case Command.ChangeRotation change -> !change.isPreview();
            case Command.RemoveRotation remove -> remove.isConfirmed();
            case Command.RefillRotation refill -> refill.isConfirmed();
            case Command.PauseRotation ignored -> true;
            case Command.ChangeRoster ignored -> true;
            case Command.ShowRotation ignored -> false;
            case Command.Rosters ignored -> false;
            case Command.Feed ignored -> true;
            case Command.RevokeFeed ignored -> true;
            case Command.RevokeAllFeeds ignored -> true;
            case Command.Keys ignored -> true;
            case Command.MakeKey ignored -> true;
            case Command.RevokeKey ignored -> true;
            case Command.Link ignored -> true;
            case Command.OpenRoom ignored -> true;
            case Command.ArchiveRoom ignored -> true;
            case Command.Unlink ignored -> true;
            case Command.Connect ignored -> true;
            case Command.Disconnect ignored -> true;
            case Command.Overview ignored -> false;
            case Command.Help ignored -> false;
            case Command.Who ignored -> false;
            case Command.Next ignored -> false;
            case Command.Shifts ignored -> false;
            case Command.Rotations ignored -> false;
            case Command.Why ignored -> false;
            case Command.Calendar ignored -> false;
            case Command.Report ignored -> false;
            case Command.ReportCoverage ignored -> false;
            case Command.ListIncidents ignored -> false;
            case Command.Show ignored -> false;
            case Command.Simulate ignored -> false;
            case Command.Me ignored -> false;
        };
    }
}
