package dev.arke.dialogue;

import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Reply;
import dev.arke.chat.Names;
import dev.arke.chat.Reference;
import dev.arke.responder.Team;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The team whose calendar a line is about: the one it names, else the one of its place, else the only one. */
final class FindTeam {
    static final List<Named.Kind> KINDS = List.of(Named.Kind.TEAM, Named.Kind.SERVICE);
    private static final int MOST_TEAMS = 8;

    private FindTeam() {}

    /** {@code line} makes the line anew with the name of a team, quoted where it must be. */
    static Reply then(
            Asked asked, Optional<Reference> named, UnaryOperator<String> line, Function<Team, Reply> answer) {
        return then(asked, named, asked.directory().teams(), line, answer);
    }

    /** The same; {@code likely} are the teams that it may be about where the place says none. */
    static Reply then(
            Asked asked,
            Optional<Reference> named,
            List<Team> likely,
            UnaryOperator<String> line,
            Function<Team, Reply> answer) {
        if (named.isEmpty())
            return implied(asked, likely)
                    .map(answer)
                    .orElseGet(() -> which(
                            asked,
                            asked.grammar().say("team.which"),
                            asked.directory().teams(),
                            line));
        return switch (new Naming(asked).find(named.get(), KINDS)) {
            case Named.OfTeam team -> answer.apply(team.team());
            case Named.ServiceNamed service ->
                answer.apply(asked.directory().team(service.service().teamId()));
            case Named.Person person ->
                which(
                        asked,
                        asked.grammar().say("name.person", person.responder().name()),
                        asked.directory().teams(),
                        line);
            case Named.Unknown unknown -> {
                var near = unknown.near().stream()
                        .flatMap(name -> asked.directory().teamNamed(name).stream())
                        .toList();
                yield which(
                        asked,
                        unknown.sentence(),
                        near.isEmpty() ? asked.directory().teams() : near,
                        line);
            }
        };
    }

    private static Optional<Team> implied(Asked asked, List<Team> likely) {
        var teams = asked.teams().isEmpty() ? likely : asked.teams();
        if (teams.size() == 1) return Optional.of(teams.getFirst());
        var both = teams.stream().filter(likely::contains).toList();
        return both.size() == 1 ? Optional.of(both.getFirst()) : Optional.empty();
    }

    private static Reply which(Asked asked, String sentence, List<Team> teams, UnaryOperator<String> line) {
        if (asked.directory().teams().isEmpty())
            return new Reply.Private(Card.line(asked.grammar().say("team.none")));
        return Refusals.problem(
                asked,
                sentence,
                line.apply(Names.quoted(teams.getFirst().name())),
                teams.stream()
                        .limit(MOST_TEAMS)
                        .map(team -> Button.of(team.name(), line.apply(Names.quoted(team.name()))))
                        .toArray(Button[]::new));
    }
}
