package dev.arke.dialogue;

import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Reply;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.chat.Command;
import dev.arke.engine.people.KeepKeys;
import dev.arke.engine.people.KeepKeys.Outcome;
import dev.arke.responder.ApiKey;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@code admin}: the keys of programs. A new one is told to the one who asks alone. */
final class Administer {
    private final KeepKeys keep;

    Administer(KeepKeys keep) {
        this.keep = keep;
    }

    Reply list(Asked asked) {
        return reply(asked, keep.list(asked.by()));
    }

    Reply answer(Asked asked, Command.RevokeKey revoke) {
        return reply(asked, keep.revoke(asked.by(), revoke.name()));
    }

    Reply answer(Asked asked, Command.MakeKey make) {
        if (make.team().isEmpty()) return made(asked, make, Optional.empty());
        return FindTeam.then(
                asked,
                make.team(),
                team -> "admin key " + make.name() + " " + make.scope().word() + " " + team,
                team -> made(asked, make, Optional.of(team.id())));
    }

    private Reply made(Asked asked, Command.MakeKey make, Optional<UUID> teamId) {
        return reply(asked, keep.make(asked.by(), make.name(), make.scope(), teamId));
    }

    private static Reply reply(Asked asked, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Made made -> shown(asked, made);
            case Outcome.Revoked revoked ->
                new Reply.Private(Card.line(
                        Tone.GOOD,
                        Span.text(
                                asked.changes().say("key.revoked", revoked.key().name()))));
            case Outcome.All all -> all(asked, all.keys());
            case Outcome.NameTaken taken ->
                Refusals.problem(
                        asked,
                        asked.changes().say("key.taken", taken.present().name()),
                        "admin key revoke " + taken.present().name());
            case Outcome.BadName ignored ->
                Refusals.problem(asked, asked.changes().say("key.name"), "admin key grafana read");
            case Outcome.Unknown unknown -> unknown(asked, unknown.there());
            case Outcome.Refused refused -> Refusals.refusedByTeam(asked, refused.why());
        };
    }

    private static Reply unknown(Asked asked, List<String> there) {
        if (there.isEmpty()) return Refusals.problem(asked, asked.changes().say("key.none"), "admin key grafana read");
        return Refusals.problem(asked, asked.changes().say("key.unknown"), "admin keys");
    }

    private static Reply shown(Asked asked, Outcome.Made made) {
        var key = made.key();
        var say = asked.changes();
        var words = say.spans("key.made", Span.text(key.name()), Span.text(may(asked, key)), Span.code(made.token()));
        var card = Card.line(Tone.GOOD, words.toArray(Span[]::new))
                .and(Element.paragraph(say.say("key.once")))
                .withButtons(Button.of(say.say("button.revoke"), "admin key revoke " + key.name()));
        return new Reply.Private(card, false);
    }

    private static Reply all(Asked asked, List<ApiKey> keys) {
        if (keys.isEmpty()) return unknown(asked, List.of());
        var card = Card.line(Tone.NEUTRAL, Span.text(asked.changes().say("key.all")));
        return new Reply.Private(card.and(new Element.Lines(keys.stream()
                .map(key -> asked.changes()
                        .spans(
                                "key.line",
                                Span.strong(key.name()),
                                Span.text(may(asked, key)),
                                Span.text(key.madeBy()),
                                Span.dateTime(key.madeAt())))
                .toList())));
    }

    private static String may(Asked asked, ApiKey key) {
        var scope = key.scope().word();
        return key.teamId()
                .map(id -> asked.changes()
                        .say("key.team", scope, asked.directory().team(id).name()))
                .orElseGet(() -> asked.changes().say("key.teams", scope));
    }
}
