package dev.arke.engine.calendar;

import dev.arke.calendar.AbsenceCalendars;
import dev.arke.calendar.CalendarChangeStore;
import dev.arke.calendar.CalendarRequestStore;
import dev.arke.calendar.CoverageWatchStore;
import dev.arke.calendar.FillingStore;
import dev.arke.calendar.ReminderStore;
import dev.arke.calendar.RotationStore;
import dev.arke.calendar.ShiftStore;
import dev.arke.calendar.VacationCalendarStore;
import dev.arke.chat.ChannelSyncStore;
import dev.arke.database.Transactions;
import dev.arke.delivery.DeliveryStore;
import dev.arke.delivery.SentMessageStore;
import dev.arke.engine.Ids;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.incident.IncidentQueryStore;
import dev.arke.responder.AuditStore;
import dev.arke.responder.ContactKind;
import dev.arke.responder.DirectoryVersionStore;
import dev.arke.responder.TeamStore;
import java.time.InstantSource;
import java.util.Set;

/** The use cases of this package, put together; what they share stays inside. */
public record CalendarUseCases(
        FillRotations fill,
        WhoIsOnCall whoIsOnCall,
        FindShiftsOf findShiftsOf,
        FindTurns turns,
        ExplainShift explain,
        ReadCalendar read,
        CheckCoverage coverage,
        ReportDuties report,
        SuggestPeople suggest,
        FindRequests requests,
        RemindOfShifts remind,
        TellHandoffs handoffs,
        WatchCoverage watch,
        ChangeReminders reminders,
        CoverShifts cover,
        RecordAbsence absence,
        ImportVacations imports,
        FollowVacations follow,
        SwapShifts swap,
        AnswerRequest answer,
        UndoChange undo,
        EditShifts editShifts,
        LinkShifts linkShifts,
        ChangeRotations changeRotations,
        ChangeRosters changeRosters) {

    /** What they need from outside. {@code carriers} are the ways of contact that are set up. */
    public record Needs(
            Transactions transactions,
            RotationStore rotations,
            ShiftStore shifts,
            FillingStore filling,
            CalendarChangeStore changes,
            CalendarRequestStore requests,
            ReminderStore reminders,
            CoverageWatchStore coverage,
            VacationCalendarStore vacationCalendars,
            AbsenceCalendars absences,
            IncidentQueryStore queries,
            TeamStore teams,
            DirectoryVersionStore version,
            AuditStore audit,
            DeliveryStore deliveries,
            SentMessageStore sent,
            ChannelSyncStore syncs,
            ReadDirectory directory,
            Set<ContactKind> carriers,
            Runnable wakeSender,
            Ids ids,
            InstantSource clock) {}

    public static CalendarUseCases of(Needs needs) {
        var tx = needs.transactions();
        var notices = new CalendarNotices(needs);
        var write = new WriteCalendar(needs, notices);
        var suggest = new SuggestPeople(needs);
        var ask = new AskForCover(needs, notices, suggest);
        var imports = new ImportVacations(needs, write);
        var fill = new FillRotations(needs, notices, suggest);
        return new CalendarUseCases(
                fill,
                new WhoIsOnCall(tx, needs.directory(), needs.shifts()),
                new FindShiftsOf(tx, needs.directory(), needs.shifts()),
                new FindTurns(needs),
                new ExplainShift(needs),
                new ReadCalendar(needs),
                new CheckCoverage(needs),
                new ReportDuties(needs),
                suggest,
                new FindRequests(needs),
                new RemindOfShifts(needs, notices),
                new TellHandoffs(needs, notices),
                new WatchCoverage(needs, new CheckCoverage(needs), notices),
                new ChangeReminders(needs),
                new CoverShifts(needs, write, ask),
                new RecordAbsence(needs, write),
                imports,
                new FollowVacations(needs, write, notices, imports),
                new SwapShifts(needs, ask),
                new AnswerRequest(needs, write, notices),
                new UndoChange(needs, write),
                new EditShifts(needs, write),
                new LinkShifts(needs, write),
                new ChangeRotations(needs, write, notices, fill),
                new ChangeRosters(needs, write, notices));
    }
}
