package dev.arke.dialogue;

import dev.arke.alert.Service;
import dev.arke.card.Reply;
import dev.arke.chat.Command;
import dev.arke.chat.HelpCard;
import dev.arke.chat.HelpPhrases;
import dev.arke.responder.Team;

/** {@code help}: what one can type here, with names of this place. */
final class ShowHelp {
    Reply answer(Asked asked, Command.Help help) {
        var here = here(asked);
        var say = HelpPhrases.in(asked.reader());
        return new Reply.Private(
                help.topic().map(verb -> HelpCard.verb(verb, here, say)).orElseGet(() -> HelpCard.overview(here, say)));
    }

    private static HelpCard.Here here(Asked asked) {
        var unknown = HelpCard.Here.unknown(asked.place().bot().root());
        var directory = asked.directory();
        var team = asked.teams().stream()
                .findFirst()
                .or(() -> directory.teams().stream().findFirst());
        var service = directory.services().stream()
                .filter(one -> team.map(Team::id).filter(one.teamId()::equals).isPresent())
                .map(Service::name)
                .findFirst();
        var person = team.stream()
                .flatMap(one -> one.members().stream())
                .filter(id -> !asked.isMe(id))
                .map(id -> directory.responder(id).name())
                .sorted()
                .findFirst();
        var incident =
                asked.around().thread().or(() -> asked.around().open().stream().findFirst());
        return new HelpCard.Here(
                unknown.root(),
                team.map(Team::name).orElse(unknown.team()),
                service.orElse(unknown.service()),
                person.orElse(unknown.person()),
                incident.map(one -> one.number()).orElse(unknown.incident()));
    }
}
