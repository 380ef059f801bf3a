package dev.arke.dialogue;

import dev.arke.calendar.CalendarFeed;
import dev.arke.calendar.CalendarFeed.Subject;
import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Reply;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.chat.Command;
import dev.arke.chat.Command.Of;
import dev.arke.chat.Names;
import dev.arke.chat.Reference;
import dev.arke.engine.calendar.KeepFeeds;
import dev.arke.engine.calendar.KeepFeeds.Outcome;
import dev.arke.engine.calendar.KeepFeeds.Revoking;
import dev.arke.responder.Act;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** {@code feed}: the secret addresses under which calendar programs read shifts. Told to the one who asks alone. */
final class OfferFeeds {
    private final KeepFeeds keep;

    OfferFeeds(KeepFeeds keep) {
        this.keep = keep;
    }

    Reply answer(Asked asked, Command.Feed feed) {
        return about(asked, feed.of(), feed.anew() ? "feed new" : "feed", subject -> {
            return switch (keep.make(asked.by(), subject, feed.anew())) {
                case Outcome.Made made -> made(asked, made);
                case Outcome.There there -> there(asked, there.feed());
                case Outcome.Refused refused -> Refusals.refusedByTeam(asked, refused.why());
            };
        });
    }

    Reply answer(Asked asked, Command.RevokeFeed revoke) {
        return about(
                asked,
                revoke.of(),
                "feed revoke",
                subject -> own(asked, me -> revoked(asked, keep.revoke(asked.by(), me, Optional.of(subject)))));
    }

    Reply answer(Asked asked, Command.RevokeAllFeeds revoke) {
        var who = revoke.whose().orElse(new Reference.Name("me"));
        return switch (new Naming(asked).find(who, List.of(Named.Kind.PERSON))) {
            case Named.Person person ->
                revoked(asked, keep.revoke(asked.by(), person.responder().id(), Optional.empty()));
            case Named.OfTeam ignored -> throw new AssertionError("only people were looked for");
            case Named.ServiceNamed ignored -> throw new AssertionError("only people were looked for");
            case Named.Unknown unknown ->
                new FindPeople.Found.Nobody(unknown.sentence(), unknown.near())
                        .reply(asked, name -> "feed revoke all of " + name);
        };
    }

    private static Reply own(Asked asked, Function<UUID, Reply> then) {
        return Refusals.refusal(asked, Act.OWN)
                .orElseGet(() -> then.apply(asked.me().orElseThrow().id()));
    }

    private static Reply about(Asked asked, Optional<Of> of, String line, Function<Subject, Reply> then) {
        if (of.isEmpty()) return then.apply(Subject.OWN);
        var duty = of.get().duty();
        var role = duty.map(one -> " " + one.word() + " of").orElse("");
        return FindTeam.then(
                asked,
                of.get().team(),
                team -> line + role + " " + team,
                team -> then.apply(new Subject(Optional.of(team.id()), duty)));
    }

    private static Reply made(Asked asked, Outcome.Made made) {
        var address = made.address();
        var card = Card.line(
                        Tone.GOOD,
                        Span.text("A calendar program that subscribes to this address shows "
                                + shows(asked, made.feed().subject()) + ": "),
                        Span.code(address.toString()))
                .and(
                        Element.paragraph(
                                "It is shown this once, and whoever has it can read them: keep it to yourself."
                                        + (made.replaces()
                                                ? " The address you had before leads nowhere any more."
                                                : "")),
                        Element.context(
                                Span.text("For a reminder before each shift, add "),
                                Span.code("?alarm=1d,30m"),
                                Span.text(" to it. Programs look for changes by themselves, some only daily.")))
                .withButtons(Button.of("Revoke it", line(asked, "feed revoke", made.feed())));
        return new Reply.Private(card, false);
    }

    private static Reply there(Asked asked, CalendarFeed feed) {
        return new Reply.Private(Card.line(
                        Tone.NEUTRAL,
                        Span.text("You have an address for " + shows(asked, feed.subject()) + " since "),
                        Span.dateTime(feed.madeAt()),
                        Span.text(". It was shown once and is kept nowhere; a new one ends the old."))
                .withButtons(
                        Button.of("New address", line(asked, "feed new", feed)),
                        Button.of("Revoke it", line(asked, "feed revoke", feed))));
    }

    private static Reply revoked(Asked asked, Revoking revoking) {
        return switch (revoking) {
            case Revoking.Revoked done ->
                new Reply.Private(Card.line(
                        done.feeds().isEmpty() ? Tone.NEUTRAL : Tone.GOOD,
                        Span.text(
                                switch (done.feeds().size()) {
                                    case 0 -> "There is no such address.";
                                    case 1 ->
                                        "The address for "
                                                + shows(
                                                        asked,
                                                        done.feeds().getFirst().subject()) + " leads nowhere any more.";
                                    default -> done.feeds().size() + " addresses lead nowhere any more.";
                                })));
            case Revoking.Refused refused -> Refusals.refusedByTeam(asked, refused.why());
        };
    }

    private static String shows(Asked asked, Subject subject) {
        return subject.teamId()
                .map(id -> "who is "
                        + subject.duty().map(duty -> duty.word() + " of ").orElse("on call for ")
                        + asked.directory().team(id).name())
                .orElse("the shifts you have");
    }

    private static String line(Asked asked, String line, CalendarFeed feed) {
        var subject = feed.subject();
        return subject.teamId()
                .map(id -> line
                        + subject.duty().map(duty -> " " + duty.word() + " of").orElse("") + " "
                        + Names.quoted(asked.directory().team(id).name()))
                .orElse(line);
    }
}
