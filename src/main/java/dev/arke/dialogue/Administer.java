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
                        Tone.GOOD, Span.text("The key " + revoked.key().name() + " opens nothing any more.")));
            case Outcome.All all -> all(asked, all.keys());
            case Outcome.NameTaken taken ->
                Refusals.problem(
                        asked,
                        "There is a key called " + taken.present().name()
                                + ". To give another one that name, revoke it first.",
                        "admin key revoke " + taken.present().name());
            case Outcome.BadName ignored ->
                Refusals.problem(
                        asked,
                        "A key's name is at most 64 letters, digits, dots, dashes and underscores.",
                        "admin key grafana read");
            case Outcome.Unknown unknown -> unknown(asked, unknown.there());
            case Outcome.Refused refused -> Refusals.refusedByTeam(asked, refused.why());
        };
    }

    private static Reply unknown(Asked asked, List<String> there) {
        if (there.isEmpty()) return Refusals.problem(asked, "There are no keys.", "admin key grafana read");
        return Refusals.problem(asked, "There is no key of that name.", "admin keys");
    }

    private static Reply shown(Asked asked, Outcome.Made made) {
        var key = made.key();
        var card = Card.line(
                        Tone.GOOD,
                        Span.text("The key " + key.name() + " may " + may(asked, key) + ": "),
                        Span.code(made.token()))
                .and(Element.paragraph(
                        "It is shown this once, and whoever has it may do that. Programs send it in the header"
                                + " Authorization, behind the word Bearer."))
                .withButtons(Button.of("Revoke it", "admin key revoke " + key.name()));
        return new Reply.Private(card, false);
    }

    private static Reply all(Asked asked, List<ApiKey> keys) {
        if (keys.isEmpty()) return unknown(asked, List.of());
        var card = Card.line(Tone.NEUTRAL, Span.text("Keys of programs:"));
        return new Reply.Private(card.and(new Element.Lines(keys.stream()
                .map(key -> List.<Span>of(
                        Span.strong(key.name()),
                        Span.text(" may " + may(asked, key) + "; made by " + key.madeBy() + " "),
                        Span.dateTime(key.madeAt())))
                .toList())));
    }

    private static String may(Asked asked, ApiKey key) {
        var where = key.teamId()
                .map(id -> " of " + asked.directory().team(id).name())
                .orElse(" of all teams");
        return key.scope().word() + where;
    }
}
