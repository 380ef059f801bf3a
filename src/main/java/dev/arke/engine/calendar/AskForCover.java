package dev.arke.engine.calendar;

import dev.arke.calendar.CalendarRequest;
import dev.arke.calendar.CalendarRequest.Part;
import dev.arke.calendar.Covering;
import dev.arke.calendar.Interval;
import dev.arke.calendar.Role;
import dev.arke.calendar.Shift;
import dev.arke.calendar.Suggest.Candidate;
import dev.arke.calendar.Suggest.Wanted;
import dev.arke.chat.NoticeWords;
import dev.arke.chat.RequestCard;
import dev.arke.engine.people.Directory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Asks people whether they take a part of the calendar; nothing moves before one accepts. Inside a unit, under the lock. */
final class AskForCover {
    private final CalendarUseCases.Needs needs;
    private final CalendarNotices notices;
    private final SuggestPeople suggest;

    AskForCover(CalendarUseCases.Needs needs, CalendarNotices notices, SuggestPeople suggest) {
        this.needs = needs;
        this.notices = notices;
        this.suggest = suggest;
    }

    /** {@code unreached} are those of the asked who hear nothing of it, as they have neither chat nor mail. */
    record Sent(CalendarRequest request, List<UUID> unreached) {}

    Sent ask(
            UUID asker,
            UUID whose,
            UUID teamId,
            List<UUID> asked,
            Part give,
            Optional<Part> back,
            Directory directory,
            Instant now) {
        var request = CalendarRequest.open(needs.ids().next(), teamId, asker, whose, asked, give, back, now);
        needs.requests().insert(request);
        var team = directory.team(teamId).name();
        notices.tell(
                asked,
                say -> NoticeWords.of(
                        RequestCard.of(
                                request, team, id -> directory.responder(id).name(), say),
                        say.reader()),
                directory,
                now);
        return new Sent(request, notices.unreached(asked, directory));
    }

    /** From the first piece to the last. */
    static Part part(Role.Duty duty, List<Shift> pieces) {
        return new Part(
                duty,
                new Interval(
                        pieces.getFirst().interval().start(),
                        pieces.getLast().interval().end()));
    }

    /** Members of the team who have nothing else in that time, the best first. */
    List<UUID> free(UUID teamId, Covering.Result.Done done, UUID whose, Directory directory) {
        var times = done.covered().stream().map(Shift::interval).toList();
        return suggest.of(new Wanted(teamId, done.duty(), times), Optional.of(whose), directory).stream()
                .map(Candidate::who)
                .toList();
    }
}
