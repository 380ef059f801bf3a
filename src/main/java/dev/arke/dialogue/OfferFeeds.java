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
        var say = asked.changes();
        var words = say.spans(
                "feed.made",
                Span.text(shows(asked, made.feed().subject())),
                Span.code(made.address().toString()));
        var card = Card.line(Tone.GOOD, words.toArray(Span[]::new))
                .and(
                        Element.paragraph(say.say(made.replaces() ? "feed.once.new" : "feed.once")),
                        new Element.Context(say.spans("feed.alarm", Span.code("?alarm=1d,30m"))))
                .withButtons(Button.of(say.say("button.revoke"), line(asked, "feed revoke", made.feed())));
        return new Reply.Private(card, false);
    }

    private static Reply there(Asked asked, CalendarFeed feed) {
        var say = asked.changes();
        var words = say.spans("feed.there", Span.text(shows(asked, feed.subject())), Span.dateTime(feed.madeAt()));
        return new Reply.Private(Card.line(Tone.NEUTRAL, words.toArray(Span[]::new))
                .withButtons(
                        Button.of(say.say("button.feed.new"), line(asked, "feed new", feed)),
                        Button.of(say.say("button.revoke"), line(asked, "feed revoke", feed))));
    }

    private static Reply revoked(Asked asked, Revoking revoking) {
        var say = asked.changes();
        return switch (revoking) {
            case Revoking.Revoked done
            when done.feeds().isEmpty() -> new Reply.Private(Card.line(Tone.NEUTRAL, Span.text(say.say("feed.none"))));
            case Revoking.Revoked done ->
                new Reply.Private(Card.line(
                        Tone.GOOD,
                        Span.text(say.count(
                                "feed.revoked",
                                done.feeds().size(),
                                shows(asked, done.feeds().getFirst().subject())))));
            case Revoking.Refused refused -> Refusals.refusedByTeam(asked, refused.why());
        };
    }

    private static String shows(Asked asked, Subject subject) {
        var say = asked.changes();
        if (subject.teamId().isEmpty()) return say.say("feed.own");
        var team = asked.directory().team(subject.teamId().get()).name();
        return subject.duty()
                .map(duty -> say.say("feed.duty", duty.word(), team))
                .orElseGet(() -> say.say("feed.team", team));
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
