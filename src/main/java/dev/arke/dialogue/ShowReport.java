package dev.arke.dialogue;

import dev.arke.calendar.Interval;
import dev.arke.calendar.LocalTimes;
import dev.arke.calendar.ReportLine;
import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Reply;
import dev.arke.chat.Command;
import dev.arke.chat.CoverageCard;
import dev.arke.chat.Names;
import dev.arke.chat.ReportCard;
import dev.arke.engine.calendar.CalendarUseCases;
import dev.arke.responder.Responder;
import dev.arke.responder.Team;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** {@code report}: what was stood, and what is not covered. */
final class ShowReport {
    private static final List<Named.Kind> ANYBODY = List.of(Named.Kind.TEAM, Named.Kind.PERSON, Named.Kind.SERVICE);

    private final CalendarUseCases calendar;

    ShowReport(CalendarUseCases calendar) {
        this.calendar = calendar;
    }

    Reply answer(Asked asked, Command.ReportCoverage command) {
        return FindTeam.then(
                asked,
                command.team(),
                team -> "report coverage " + team,
                team -> new Reply.Private(CoverageCard.of(calendar.coverage()
                        .check(List.of(team.id()), asked.now())
                        .getFirst())));
    }

    Reply answer(Asked asked, Command.Report report) {
        if (report.of().isEmpty())
            return FindTeam.then(asked, Optional.empty(), team -> line(team, report), team -> ofTeam(team, report));
        return switch (new Naming(asked).find(report.of().get(), ANYBODY)) {
            case Named.OfTeam team -> ofTeam(team.team(), report);
            case Named.ServiceNamed service ->
                ofTeam(asked.directory().team(service.service().teamId()), report);
            case Named.Person person -> ofPerson(person.responder(), report);
            case Named.Unknown unknown ->
                Refusals.problem(
                        asked,
                        unknown.sentence(),
                        "report payments last month",
                        unknown.near().stream()
                                .map(name -> Button.of(name, line(Names.quoted(name), report)))
                                .toArray(Button[]::new));
        };
    }

    private static String line(String name, Command.Report report) {
        return "report " + name + " " + report.first() + " to " + report.last() + (report.csv() ? " csv" : "");
    }

    private Reply ofTeam(Team team, Command.Report report) {
        var lines = calendar.report().ofTeam(team, during(report, team.zone()));
        return told(new ReportCard.About(team.name(), true, report.first(), report.last()), lines, report);
    }

    private Reply ofPerson(Responder person, Command.Report report) {
        var lines = calendar.report().ofPerson(person, during(report, person.zone()));
        return told(new ReportCard.About(person.name(), false, report.first(), report.last()), lines, report);
    }

    private static Reply told(ReportCard.About about, List<ReportLine> lines, Command.Report report) {
        return new Reply.Private(report.csv() ? ReportCard.csv(about, lines) : ReportCard.of(about, lines));
    }

    private static Interval during(Command.Report report, ZoneId zone) {
        return new Interval(
                LocalTimes.resolve(report.first().atStartOfDay(), zone),
                LocalTimes.resolve(report.last().plusDays(1).atStartOfDay(), zone));
    }

    /** What is wrong with the calendars of the teams that the one who asks looks after; empty when nothing is. */
    Optional<Card> warnings(Asked asked) {
        var mine = asked.me()
                .map(me -> asked.directory().teams().stream()
                        .filter(team -> team.admins().contains(me.id()))
                        .map(Team::id)
                        .toList())
                .orElse(List.of());
        var wrong = calendar.coverage().check(mine, asked.now()).stream()
                .filter(team -> !team.findings().isEmpty())
                .toList();
        return wrong.isEmpty() ? Optional.empty() : Optional.of(CoverageCard.warnings(wrong));
    }
}
