package dev.arke.engine.calendar;

import dev.arke.calendar.AbsenceCalendars;
import dev.arke.calendar.AbsenceCalendars.Answer;
import dev.arke.calendar.VacationCalendarStore.Followed;
import dev.arke.calendar.VacationCalendarStore.Origin;
import dev.arke.card.Phrases;
import dev.arke.chat.ImportCard;
import dev.arke.chat.NoticeWords;
import dev.arke.database.DatabaseUnavailable;
import dev.arke.database.Durability;
import dev.arke.engine.people.Directory;
import dev.arke.responder.Actor;
import dev.arke.responder.By;
import dev.arke.responder.Refusal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows calendars of vacations that people keep elsewhere: each is read every few hours, by whichever node claims its row,
 * outside any transaction. Its owner hears what changed, and when it can no longer be read.
 */
public final class FollowVacations {
    private static final Logger LOG = LoggerFactory.getLogger(FollowVacations.class);
    private static final Duration EVERY = Duration.ofHours(6);
    private static final Duration AGAIN = Duration.ofHours(1);
    /** As long as no other node takes one that is being read. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final int TOLD_AFTER = 3;
    private static final int MOST = 20;

    /** What came of asking for one. */
    public sealed interface Outcome {
        /** It is read at once, and {@code host} is all that is said of its address, as that is a secret. */
        record Following(String host) implements Outcome {}

        record NoAddress() implements Outcome {}

        record Stopped(boolean wasFollowed) implements Outcome {}

        record InNoTeam() implements Outcome {}

        record Refused(Refusal why) implements Outcome {}

        /** The calendar is named in the team file. */
        record OfFile() implements Outcome {}
    }

    private final CalendarUseCases.Needs needs;
    private final WriteCalendar write;
    private final CalendarNotices notices;
    private final ImportVacations imports;

    FollowVacations(
            CalendarUseCases.Needs needs, WriteCalendar write, CalendarNotices notices, ImportVacations imports) {
        this.needs = needs;
        this.write = write;
        this.notices = notices;
        this.imports = imports;
    }

    /** In the place of another that is followed for them. */
    public Outcome follow(By by, UUID who, String address) {
        var uri = AbsenceCalendars.address(address);
        if (uri.isEmpty()) return new Outcome.NoAddress();
        return within(by, who, "vacation import", directory -> {
            var madeBy = by.actor() instanceof Actor.Person person ? person.id() : who;
            needs.vacationCalendars().follow(who, uri.get().toString(), madeBy, now());
            return new Outcome.Following(uri.get().getHost());
        });
    }

    /** What was taken over and is to come goes with it. */
    public Outcome stop(By by, UUID who) {
        return within(by, who, "vacation import stop", directory -> {
            boolean wasFollowed = needs.vacationCalendars().unfollow(who);
            imports.apply(by.actor(), who, Origin.ADDRESS, new Answer.Read(List.of(), List.of(), 0), directory);
            return new Outcome.Stopped(wasFollowed);
        });
    }

    private interface Work {
        Outcome of(Directory directory);
    }

    private Outcome within(By by, UUID who, String verb, Work work) {
        return needs.transactions().write(Durability.SYNCED, () -> {
            var directory = needs.directory().current();
            var teams = RecordAbsence.teams(who, directory);
            var refusal = RecordAbsence.refusal(by.actor(), who, teams, directory);
            write.audit(by, verb, directory.responder(who).name(), refusal.isEmpty(), now());
            if (refusal.isPresent()) return new Outcome.Refused(refusal.get());
            if (isOfFile(who)) return new Outcome.OfFile();
            return teams.isEmpty() ? new Outcome.InNoTeam() : work.of(directory);
        });
    }

    private boolean isOfFile(UUID who) {
        return needs.vacationCalendars()
                .of(who)
                .filter(followed -> followed.fileOwned() && !followed.ends())
                .isPresent();
    }

    private Instant now() {
        return needs.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** Answers how many were read. One that fails keeps none of the others. */
    public int readAllDue() {
        int read = 0;
        for (var followed :
                needs.transactions().read(() -> needs.vacationCalendars().due(now(), MOST)))
            if (isRead(followed)) read++;
        return read;
    }

    private boolean isRead(Followed followed) {
        try {
            boolean isMine = needs.transactions()
                    .write(Durability.RELAXED, () -> needs.vacationCalendars().claim(followed, now().plus(LEASE)));
            if (!isMine) return false;
            if (followed.ends()) {
                needs.transactions().write(Durability.SYNCED, () -> end(followed));
                return true;
            }
            var zone = needs.transactions()
                    .read(() -> needs.directory()
                            .current()
                            .responder(followed.responderId())
                            .zone());
            var answer = needs.absences().fetch(URI.create(followed.address()), zone, now());
            needs.transactions().write(Durability.RELAXED, () -> {
                take(followed, answer);
                return true;
            });
            return true;
        } catch (DatabaseUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.atError()
                    .setCause(e)
                    .addKeyValue("responder", followed.responderId())
                    .log("vacations were not read");
            return false;
        }
    }

    /** The team file names it no longer. */
    private void end(Followed followed) {
        var who = followed.responderId();
        if (needs.vacationCalendars().of(who).filter(Followed::ends).isEmpty()) return;
        needs.vacationCalendars().unfollow(who);
        var directory = needs.directory().current();
        if (RecordAbsence.teams(who, directory).isEmpty()) return;
        imports.apply(new Actor.Arke(), who, Origin.ADDRESS, new Answer.Read(List.of(), List.of(), 0), directory);
    }

    /** Nothing, if another calendar is followed by now, or this one ends: that is due already. */
    private void take(Followed followed, Answer answer) {
        var who = followed.responderId();
        var still = needs.vacationCalendars().of(who).filter(one -> !one.ends()).map(Followed::address);
        if (!still.equals(Optional.of(followed.address()))) return;
        var directory = needs.directory().current();
        switch (answer) {
            case Answer.Failed failed -> failed(followed, failed, directory);
            case Answer.Read read -> {
                if (RecordAbsence.teams(who, directory).isEmpty()) {
                    needs.vacationCalendars().read(who, now(), now().plus(EVERY));
                    return;
                }
                var done = imports.apply(new Actor.Arke(), who, Origin.ADDRESS, read, directory);
                needs.vacationCalendars().read(who, now(), now().plus(EVERY));
                boolean isFirst = followed.readAt().isEmpty();
                if (isFirst || done.change().isPresent())
                    tell(
                            followed,
                            say -> NoticeWords.of(
                                    ImportCard.of(
                                            about(followed, directory),
                                            done.read(),
                                            done.diff(),
                                            done.conflicts(),
                                            say),
                                    say.reader()),
                            directory);
            }
        }
    }

    private void failed(Followed followed, Answer.Failed failed, Directory directory) {
        int failures = followed.failures() + 1;
        needs.vacationCalendars().failed(followed.responderId(), failures, now().plus(AGAIN));
        boolean isFirst = followed.readAt().isEmpty() && failures == 1;
        if (isFirst || failures == TOLD_AFTER)
            tell(
                    followed,
                    say -> NoticeWords.of(
                            ImportCard.failed(about(followed, directory), failed.why(), say), say.reader()),
                    directory);
    }

    private static ImportCard.About about(Followed followed, Directory directory) {
        return new ImportCard.About(
                followed.responderId(),
                directory.responder(followed.responderId()).name(),
                Optional.ofNullable(URI.create(followed.address()).getHost()),
                id -> directory.team(id).name());
    }

    /** Whose it is, and who asked for it. */
    private void tell(Followed followed, Function<Phrases, String> words, Directory directory) {
        notices.tellOrAdmins(
                Stream.of(followed.responderId(), followed.madeBy()).collect(Collectors.toSet()),
                words,
                directory,
                now());
    }
}
