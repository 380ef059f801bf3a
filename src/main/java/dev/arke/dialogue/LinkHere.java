package dev.arke.dialogue;

import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Reply;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.chat.ChannelLink;
import dev.arke.chat.ChannelState;
import dev.arke.chat.Command;
import dev.arke.chat.LinkChange;
import dev.arke.chat.LinkSubject;
import dev.arke.chat.LinkWords;
import dev.arke.chat.LinksCard;
import dev.arke.chat.Names;
import dev.arke.engine.room.LinkOutcome;
import dev.arke.engine.room.RoomSubject;
import dev.arke.engine.room.RoomUseCases;
import dev.arke.responder.ChannelAddress;
import dev.arke.responder.Team;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@code link} and {@code unlink}: what this channel shows. */
final class LinkHere {
    private static final List<Named.Kind> KINDS = List.of(Named.Kind.TEAM, Named.Kind.SERVICE);

    private final RoomUseCases rooms;

    LinkHere(RoomUseCases rooms) {
        this.rooms = rooms;
    }

    Reply answer(Asked asked, Command.Link link) {
        return inChannel(
                asked,
                channel -> withSubject(
                        asked, "link", link.subject(), subject -> link(asked, channel, subject, link.change())));
    }

    Reply answer(Asked asked, Command.Unlink unlink) {
        return inChannel(
                asked,
                channel -> unlink.subject()
                        .map(said -> withSubject(
                                asked, "unlink", said, subject -> unlink(asked, channel, Optional.of(subject))))
                        .orElseGet(() -> unlink(asked, channel, Optional.empty())));
    }

    /** What is said instead of opening a form: where it makes no sense, or when links are there to be shown first. */
    Optional<Reply> insteadOfForm(Asked asked, boolean plain) {
        var channel = asked.place().channel();
        if (channel.isEmpty()) return Optional.of(notHere(asked));
        if (plain && !asked.directory().channels().linksAt(channel.get()).isEmpty())
            return Optional.of(show(asked, channel.get()));
        return LinkForm.subjects(asked).isEmpty()
                ? Optional.of(Refusals.refusedByTeam(asked, asked.changes().say("room.admins")))
                : Optional.empty();
    }

    private Reply show(Asked asked, ChannelAddress channel) {
        var channels = asked.directory().channels();
        return new Reply.Private(LinksCard.of(
                new LinksCard.Content(
                        channels.linksAt(channel).stream()
                                .map(link -> new LinksCard.Linked(named(asked, link), link.options()))
                                .toList(),
                        channels.inFile(channel).map(Team::name).toList(),
                        rooms.read().read(channel).flatMap(ChannelState::problem),
                        rooms.read().troubles(channels.linksAt(channel))),
                asked.changes()));
    }

    private static Reply inChannel(Asked asked, Function<ChannelAddress, Reply> answer) {
        return asked.place().channel().map(answer).orElseGet(() -> notHere(asked));
    }

    private static Reply notHere(Asked asked) {
        return Refusals.problem(asked, asked.changes().say("room.elsewhere"), "link payments");
    }

    private static Reply withSubject(Asked asked, String verb, LinkSubject said, Function<RoomSubject, Reply> answer) {
        var kinds = said.kind()
                .map(kind -> List.of(
                        switch (kind) {
                            case TEAM -> Named.Kind.TEAM;
                            case SERVICE -> Named.Kind.SERVICE;
                        }))
                .orElse(KINDS);
        return switch (new Naming(asked).find(said.name(), kinds)) {
            case Named.OfTeam team -> answer.apply(RoomSubject.of(team.team()));
            case Named.ServiceNamed service -> answer.apply(RoomSubject.of(service.service()));
            case Named.Person person -> throw new IllegalStateException("a person was not asked for: " + person);
            case Named.Unknown unknown ->
                Refusals.problem(
                        asked,
                        asked.changes().say("room.unknown", unknown.sentence()),
                        verb,
                        unknown.near().stream()
                                .map(name -> Button.of(name, verb + " " + Names.quoted(name)))
                                .toArray(Button[]::new));
        };
    }

    private Reply link(Asked asked, ChannelAddress channel, RoomSubject subject, LinkChange change) {
        return switch (rooms.link().link(asked.by(), channel, subject, change)) {
            case LinkOutcome.Linked linked -> linked(asked, linked);
            case LinkOutcome.Already already ->
                told(asked, Tone.NEUTRAL, "room.same", already.link(), options(asked, named(asked, already.link())));
            case LinkOutcome.Refused refused -> Refusals.refusedByTeam(asked, refused.why());
            case LinkOutcome.Unlinked other -> throw unexpected(other);
            case LinkOutcome.NotLinked other -> throw unexpected(other);
            case LinkOutcome.Which other -> throw unexpected(other);
        };
    }

    private static Reply linked(Asked asked, LinkOutcome.Linked linked) {
        var subject = named(asked, linked.link());
        var undo = linked.before()
                .map(before -> LinkWords.line(subject, before))
                .orElseGet(() -> "unlink " + subject.typed());
        return told(
                asked,
                Tone.GOOD,
                linked.before().isEmpty() ? "room.linked" : "room.changed",
                linked.link(),
                options(asked, subject),
                Button.of(asked.changes().say("button.undo"), undo));
    }

    private static Button options(Asked asked, LinkWords.Subject subject) {
        return Button.of(asked.changes().say("room.button.change"), "link " + subject.typed() + " options");
    }

    private static Reply told(Asked asked, Tone tone, String key, ChannelLink link, Button... buttons) {
        var say = asked.changes();
        var words = say.say(key, named(asked, link).said(say), String.join("; ", LinkWords.words(link.options(), say)));
        return new Reply.Private(Card.line(tone, Span.text(words)).withButtons(buttons));
    }

    private Reply unlink(Asked asked, ChannelAddress channel, Optional<RoomSubject> subject) {
        return switch (rooms.link().unlink(asked.by(), channel, subject)) {
            case LinkOutcome.Unlinked unlinked -> unlinked(asked, channel, unlinked.link());
            case LinkOutcome.NotLinked not -> notLinked(asked, not);
            case LinkOutcome.Which which ->
                Refusals.problem(
                        asked,
                        asked.changes().say("room.which", which.links().size()),
                        "unlink " + named(asked, which.links().getFirst()).typed(),
                        which.links().stream()
                                .map(link -> named(asked, link))
                                .map(named -> Button.of(
                                        asked.changes().say("room.button.unlink.it", named.name()),
                                        "unlink " + named.typed()))
                                .toArray(Button[]::new));
            case LinkOutcome.Refused refused -> Refusals.refusedByTeam(asked, refused.why());
            case LinkOutcome.Linked other -> throw unexpected(other);
            case LinkOutcome.Already other -> throw unexpected(other);
        };
    }

    private static Reply unlinked(Asked asked, ChannelAddress channel, ChannelLink link) {
        var say = asked.changes();
        var subject = named(asked, link);
        boolean inFile = asked.directory()
                .channels()
                .inFile(channel)
                .anyMatch(team -> team.id().equals(link.teamId()));
        var card = Card.line(Tone.GOOD, Span.text(say.say("room.unlinked", subject.said(say))))
                .withButtons(Button.of(say.say("button.undo"), LinkWords.line(subject, link.options())));
        return new Reply.Private(inFile ? card.and(Element.context(Span.text(say.say("room.still")))) : card);
    }

    private static Reply notLinked(Asked asked, LinkOutcome.NotLinked not) {
        return not.ofFile()
                ? Refusals.refusedByTeam(asked, asked.changes().say("room.of.file"))
                : Refusals.problem(asked, asked.changes().say("room.not.linked"), "link");
    }

    private static LinkWords.Subject named(Asked asked, ChannelLink link) {
        return RoomSubject.of(link).named(asked.directory());
    }

    private static IllegalStateException unexpected(LinkOutcome outcome) {
        return new IllegalStateException("not asked for: " + outcome);
    }
}
