package dev.arke.dialogue;

import dev.arke.calendar.Finding;
import dev.arke.calendar.Interval;
import dev.arke.calendar.ReportLine;
import dev.arke.calendar.Suggest.Candidate;
import dev.arke.calendar.Suggest.Wanted;
import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Reply;
import dev.arke.card.Span;
import dev.arke.chat.CandidateWords;
import dev.arke.chat.Command;
import dev.arke.chat.CoverageCard;
import dev.arke.chat.Names;
import dev.arke.chat.NoticePhrases;
import dev.arke.chat.ReportCard;
import dev.arke.engine.calendar.CalendarUseCases;
import dev.arke.engine.calendar.HandOverFiles;
import dev.arke.engine.calendar.HandOverFiles.Purpose;
import dev.arke.responder.Responder;
import dev.arke.responder.Team;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** {@code report}: what was stood, and what is not covered. */
final class ShowReport {
    private static final List<Named.Kind> ANYBODY = List.of(Named.Kind.TEAM, Named.Kind.PERSON, Named.Kind.SERVICE);

    private final CalendarUseCases calendar;
    private final HandOverFiles files;

    ShowReport(CalendarUseCases calendar, HandOverFiles files) {
        this.calendar = calendar;
        this.files = files;
    }

    Reply answer(Asked asked, Command.ReportCoverage command) {
        return FindTeam.then(asked, command.team(), team -> "report coverage " + team, team -> coverage(asked, team));
    }

    private Reply coverage(Asked asked, Team team) {
        var found = calendar.coverage().check(List.of(team.id()), asked.now()).getFirst();
        var gap = found.findings().stream()
                .flatMap(finding -> finding instanceof Finding.Gap one ? Stream.of(one) : Stream.empty())
                .findFirst();
        var card = CoverageCard.of(found, NoticePhrases.in(asked.reader()));
        var best = gap.map(one -> calendar.suggest().forGap(new Wanted(team.id(), one.duty(), List.of(one.interval()))))
                .orElse(List.of());
        if (gap.isEmpty() || best.isEmpty()) return new Reply.Private(card);
        return new Reply.Private(card.and(
                Element.context(Span.text(asked.look()
                        .say(
                                "report.gap",
                                CandidateWords.of(
                                        best,
                                        id -> asked.directory().responder(id).name(),
                                        NoticePhrases.in(asked.reader()))))),
                takes(asked, team, gap.get(), best)));
    }

    private static Element takes(Asked asked, Team team, Finding.Gap gap, List<Candidate> best) {
        return new Element.Actions(best.stream()
                .limit(3)
                .map(one -> asked.directory().responder(one.who()).name())
                .map(name -> Button.of(
                        asked.look().say("report.takes", name),
                        "override " + Names.quoted(name) + " from "
                                + gap.interval().start() + " to "
                                + gap.interval().end() + " "
                                + gap.duty().word() + " of " + Names.quoted(team.name())))
                .toList());
    }

    Reply answer(Asked asked, Command.Report report) {
        if (report.of().isEmpty())
            return FindTeam.then(
                    asked, Optional.empty(), team -> line(team, report), team -> ofTeam(asked, team, report));
        return switch (new Naming(asked).find(report.of().get(), ANYBODY)) {
            case Named.OfTeam team -> ofTeam(asked, team.team(), report);
            case Named.ServiceNamed service ->
                ofTeam(asked, asked.directory().team(service.service().teamId()), report);
            case Named.Person person -> ofPerson(asked, person.responder(), report);
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

    private Reply ofTeam(Asked asked, Team team, Command.Report report) {
        var lines = calendar.report().ofTeam(team, during(report, team.zone()));
        return told(
                asked,
                new ReportCard.About(team.name(), true, report.first(), report.last()),
                lines,
                report,
                team.id());
    }

    private Reply ofPerson(Asked asked, Responder person, Command.Report report) {
        var lines = calendar.report().ofPerson(person, during(report, person.zone()));
        return told(
                asked,
                new ReportCard.About(person.name(), false, report.first(), report.last()),
                lines,
                report,
                person.id());
    }

    private Reply told(Asked asked, ReportCard.About about, List<ReportLine> lines, Command.Report report, UUID of) {
        if (!report.csv()) return new Reply.Private(ReportCard.of(about, lines, asked.look()));
        var page = files.address(new Purpose.Report(of, about.isTeam(), about.first(), about.last()));
        return new Reply.Private(ReportCard.csv(about, lines, page, asked.look()));
    }

    private static Interval during(Command.Report report, ZoneId zone) {
        return Interval.ofDays(report.first(), report.last(), zone);
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
        return wrong.isEmpty()
                ? Optional.empty()
                : Optional.of(CoverageCard.warnings(wrong, NoticePhrases.in(asked.reader())));
    }
}
