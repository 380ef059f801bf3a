package dev.arke.engine.calendar;

import dev.arke.calendar.Interval;
import dev.arke.card.Card;
import dev.arke.chat.ImportCard;
import dev.arke.chat.NoticePhrases;
import dev.arke.chat.ReportCard;
import dev.arke.chat.ReportCsv;
import dev.arke.database.Transactions;
import dev.arke.delivery.Stamp;
import dev.arke.engine.people.ConnectSettings;
import dev.arke.engine.people.Directory;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.responder.Actor;
import dev.arke.responder.By;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Files that chats do not carry, by pages of our own: a calendar of vacations is handed in, a report taken along. A page's address
 * is signed, good for an hour and kept nowhere; it is told to one person, and acts for them with the rights they have then.
 */
public final class HandOverFiles {
    private static final Duration GOOD_FOR = Duration.ofHours(1);
    private static final String VACATIONS = "vacations";

    /** What a page is for. */
    public sealed interface Purpose {
        /** {@code by} makes the vacations of {@code whose} those of a file. */
        record Vacations(UUID by, UUID whose) implements Purpose {}

        /** What a team, or a person, stood on these days. */
        record Report(UUID of, boolean isTeam, LocalDate first, LocalDate last) implements Purpose {}
    }

    /** What a page shows. */
    public sealed interface Page {
        /** A field for a file: {@code by} and {@code whose} are names. */
        record Upload(String by, String whose) implements Page {}

        record Download(String name, String csv) implements Page {}
    }

    /** What they need from outside. */
    public record Needs(
            Transactions transactions,
            ReadDirectory directory,
            CalendarUseCases calendar,
            ConnectSettings settings,
            Supplier<Stamp> stamp,
            InstantSource clock) {}

    private final Needs needs;

    public HandOverFiles(Needs needs) {
        this.needs = needs;
    }

    public URI address(Purpose purpose) {
        var until = needs.clock().instant().plus(GOOD_FOR);
        var link = switch (purpose) {
            case Purpose.Vacations(var by, var whose) -> new Stamp.Link(by, until, VACATIONS + " " + whose);
            case Purpose.Report(var of, var isTeam, var first, var last) ->
                new Stamp.Link(of, until, (isTeam ? "team" : "person") + " " + first + " " + last);
        };
        return needs.settings().file(needs.stamp().get().link(link));
    }

    /** Looking changes nothing. Empty when the address is not ours or too old. */
    public Optional<Page> look(String token) {
        return purpose(token).map(purpose -> {
            var directory = directory();
            return switch (purpose) {
                case Purpose.Vacations(var by, var whose) ->
                    new Page.Upload(
                            directory.responder(by).name(),
                            directory.responder(whose).name());
                case Purpose.Report report -> download(report, directory);
            };
        });
    }

    private Page download(Purpose.Report wanted, Directory directory) {
        var report = needs.calendar().report();
        if (wanted.isTeam()) {
            var team = directory.team(wanted.of());
            var during = Interval.ofDays(wanted.first(), wanted.last(), team.zone());
            var about = new ReportCard.About(team.name(), true, wanted.first(), wanted.last());
            return new Page.Download(
                    about.fileName(), ReportCsv.of(about.first(), about.last(), report.ofTeam(team, during)));
        }
        var person = directory.responder(wanted.of());
        var during = Interval.ofDays(wanted.first(), wanted.last(), person.zone());
        var about = new ReportCard.About(person.name(), false, wanted.first(), wanted.last());
        return new Page.Download(
                about.fileName(), ReportCsv.of(about.first(), about.last(), report.ofPerson(person, during)));
    }

    /** Takes a file over, and answers what came of it. Empty when the address is for nothing of the kind. */
    public Optional<Card> handIn(String token, String file) {
        if (!(purpose(token).orElse(null) instanceof Purpose.Vacations(var by, var whose))) return Optional.empty();
        var directory = directory();
        var who = directory.responder(whose).name();
        var actor = new Actor.Person(by, directory.responder(by).name());
        var about = new ImportCard.About(
                whose, who, Optional.empty(), id -> directory.team(id).name());
        return Optional.of(
                switch (needs.calendar().imports().file(new By(actor, "file"), whose, file)) {
                    case ImportVacations.Outcome.Done(var done) ->
                        ImportCard.of(about, done.read(), done.diff(), done.conflicts(), NoticePhrases.ENGLISH);
                    case ImportVacations.Outcome.NotRead not ->
                        Card.line("Nothing was changed: the file " + not.why().why()
                                + ". Take the one that your calendar exports as iCalendar (.ics).");
                    case ImportVacations.Outcome.InNoTeam ignored ->
                        Card.line("Nothing was changed: " + who + " is in no team, so nothing is planned.");
                    case ImportVacations.Outcome.Refused refused ->
                        Card.line(refused.why().sentence());
                });
    }

    private Optional<Purpose> purpose(String token) {
        return needs.stamp().get().read(token, needs.clock().instant()).flatMap(HandOverFiles::purpose);
    }

    private static Optional<Purpose> purpose(Stamp.Link link) {
        var words = link.line().split(" ", -1);
        try {
            if (words.length == 2 && words[0].equals(VACATIONS))
                return Optional.of(new Purpose.Vacations(link.deliveryId(), UUID.fromString(words[1])));
            if (words.length == 3)
                return Optional.of(new Purpose.Report(
                        link.deliveryId(),
                        words[0].equals("team"),
                        LocalDate.parse(words[1]),
                        LocalDate.parse(words[2])));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private Directory directory() {
        return needs.transactions().read(() -> needs.directory().current());
    }
}
