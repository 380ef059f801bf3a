package dev.arke.dialogue;

import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Reply;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.chat.AccountWords;
import dev.arke.chat.Command;
import dev.arke.chat.ContactWords;
import dev.arke.chat.Names;
import dev.arke.chat.NoticePhrases;
import dev.arke.chat.Reference;
import dev.arke.engine.people.LinkByHand;
import dev.arke.engine.people.LinkUseCases;
import dev.arke.engine.people.RequestLink;
import dev.arke.engine.people.Unlink;
import dev.arke.responder.Act;
import dev.arke.responder.Actor;
import dev.arke.responder.ContactKind;
import dev.arke.responder.Responder;
import dev.arke.responder.Wanted;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code connect} and {@code disconnect}: whose a chat account is. */
final class Connect {
    static final List<Named.Kind> PEOPLE = List.of(Named.Kind.PERSON);
    private static final int MOST_NAMES = 4;

    private final LinkUseCases links;
    private final FinishLink finish;

    Connect(LinkUseCases links, FinishLink finish) {
        this.links = links;
        this.finish = finish;
    }

    Reply connect(Asked asked, Command.Connect command) {
        return switch (new Naming(asked).find(command.who(), PEOPLE)) {
            case Named.Person person ->
                command.account()
                        .map(account -> byHand(asked, account, person.responder()))
                        .orElseGet(() -> own(asked, person.responder()));
            case Named.OfTeam team -> throw new IllegalStateException("no person: " + team);
            case Named.ServiceNamed service -> throw new IllegalStateException("no person: " + service);
            case Named.Unknown unknown ->
                Refusals.problem(
                        asked,
                        unknown.sentence(),
                        "connect "
                                + Names.quoted(
                                        unknown.near().stream().findFirst().orElse("NAME")),
                        unknown.near().stream()
                                .map(name -> Button.of(name, line(command, name)))
                                .toArray(Button[]::new));
        };
    }

    private static String line(Command.Connect command, String name) {
        return "connect "
                + command.account()
                        .map(account -> Names.quoted(account.shown()) + " ")
                        .orElse("") + Names.quoted(name);
    }

    private Reply own(Asked asked, Responder claimed) {
        if (!(asked.actor() instanceof Actor.Unlinked account)) return known(asked);
        return switch (links.request().request(account, claimed.id())) {
            case RequestLink.Outcome.Sent sent -> sent(asked, sent);
            case RequestLink.Outcome.NoWay ignored -> noWay(asked, account, claimed);
            case RequestLink.Outcome.TooMany ignored ->
                new Reply.Private(
                        Card.line(Tone.WARNING, Span.text(asked.changes().say("connect.many", admins(asked)))));
            case RequestLink.Outcome.Known known ->
                told(
                        Tone.NEUTRAL,
                        asked.changes()
                                .spans(
                                        "connect.already",
                                        Span.strong(known.responder().name())));
        };
    }

    private static Reply.Private told(Tone tone, List<Span> words) {
        return new Reply.Private(Card.line(tone, words.toArray(Span[]::new)));
    }

    private static Reply sent(Asked asked, RequestLink.Outcome.Sent sent) {
        var name = sent.responder().name();
        return told(
                Tone.GOOD,
                asked.changes()
                        .spans(
                                sent.wanted().isPresent() ? "connect.sent.wanted" : "connect.sent",
                                Span.strong(name),
                                Span.text(ContactWords.way(sent.by(), NoticePhrases.in(asked.reader()))),
                                Span.text(name),
                                Span.code(sent.wanted().map(Wanted::line).orElse(""))));
    }

    private static Reply noWay(Asked asked, Actor.Unlinked account, Responder claimed) {
        var name = account.displayName().isBlank() ? account.userId() : account.displayName();
        return told(
                Tone.WARNING,
                asked.changes()
                        .spans(
                                "connect.no.way",
                                Span.text(claimed.name()),
                                Span.text(admins(asked)),
                                asked.typed("connect @" + name + " " + Names.quoted(claimed.name()))));
    }

    private static String admins(Asked asked) {
        var names = asked.directory().admins().stream()
                .map(asked.directory()::responder)
                .map(Responder::name)
                .sorted()
                .limit(MOST_NAMES)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : " (" + names + ")";
    }

    private Reply byHand(Asked asked, Reference reference, Responder responder) {
        var refusal = Refusals.refusal(asked, Act.ADMINISTER);
        if (refusal.isPresent()) return refusal.get();
        var account = account(asked, reference);
        if (account.isEmpty()) return noAccount(asked, reference, "connect @USER " + Names.quoted(responder.name()));
        var say = asked.changes();
        var whose = Span.text(AccountWords.of(account.get(), asked.reader()));
        return switch (links.byHand().link(asked.by(), account.get(), responder.id())) {
            case LinkByHand.Outcome.Done done -> {
                finish.finish(done.linked());
                var words = say.spans("connect.done", whose, Span.strong(responder.name()));
                yield new Reply.Private(Card.line(Tone.GOOD, words.toArray(Span[]::new))
                        .withButtons(
                                Button.of(say.say("button.undo"), "disconnect " + Names.quoted(reference.shown()))));
            }
            case LinkByHand.Outcome.Known known ->
                told(
                        Tone.NEUTRAL,
                        say.spans(
                                "connect.taken",
                                whose,
                                Span.strong(known.responder().name()),
                                asked.typed("disconnect " + reference.shown())));
            case LinkByHand.Outcome.Refused refused -> Refusals.refused(asked, refused.why());
        };
    }

    /** Who is mentioned; in the built-in chat a typed name is an account too. */
    private static Optional<Actor.Unlinked> account(Asked asked, Reference reference) {
        var asker = asked.asker();
        return switch (reference) {
            case Reference.Mention mention ->
                Optional.of(new Actor.Unlinked(
                        mention.platform(),
                        asker.tenant(),
                        mention.id(),
                        mention.label().orElse("")));
            case Reference.Name name ->
                asker.platform() == ContactKind.SANDBOX
                        ? Optional.of(new Actor.Unlinked(asker.platform(), asker.tenant(), name.name(), name.name()))
                        : Optional.empty();
            case Reference.Group ignored -> Optional.empty();
        };
    }

    private static Reply noAccount(Asked asked, Reference reference, String say) {
        return Refusals.problem(asked, asked.changes().say("connect.no.account", reference.shown()), say);
    }

    /** For those who are known already. */
    Reply known(Asked asked) {
        var me = asked.me().orElseThrow();
        var say = asked.changes();
        var card = told(Tone.NEUTRAL, say.spans("connect.known", Span.strong(me.name())))
                .card();
        var lines = accounts(asked, me);
        return new Reply.Private(card.and(new Element.Heading(say.say("connect.accounts")), new Element.Lines(lines))
                .withButtons(Button.danger(
                        say.say("connect.button.disconnect"), "disconnect", say.say("connect.button.sure"))));
    }

    private static List<List<Span>> accounts(Asked asked, Responder me) {
        return asked.directory().identitiesOf(me.id()).stream()
                .map(account -> AccountWords.line(account, asked.own()))
                .toList();
    }

    Reply disconnect(Asked asked, Command.Disconnect command) {
        var asker = asked.asker();
        var account = command.account()
                .map(reference -> account(asked, reference))
                .orElseGet(() -> Optional.of(
                        new Actor.Unlinked(asker.platform(), asker.tenant(), asker.userId(), asker.displayName())));
        if (account.isEmpty()) return noAccount(asked, command.account().orElseThrow(), "disconnect @USER");
        var say = asked.changes();
        var whose = Span.text(AccountWords.of(account.get(), asked.reader()));
        return switch (links.unlink().unlink(asked.by(), account.get())) {
            case Unlink.Outcome.Done done ->
                new Reply.Private(told(
                                Tone.GOOD,
                                say.spans(
                                        "disconnect.done",
                                        whose,
                                        Span.strong(done.was().name())))
                        .card()
                        .withButtons(Button.of(say.say("button.undo"), undo(command, done.was()))));
            case Unlink.Outcome.NotLinked ignored ->
                new Reply.Private(Linking.offer(
                        asked,
                        told(Tone.NEUTRAL, say.spans("disconnect.nobody", whose))
                                .card()));
            case Unlink.Outcome.OfFile file ->
                told(
                        Tone.WARNING,
                        say.spans(
                                "disconnect.file",
                                whose,
                                Span.strong(file.responder().name())));
            case Unlink.Outcome.Refused refused -> Refusals.refused(asked, refused.why());
        };
    }

    private static String undo(Command.Disconnect command, Responder was) {
        return "connect "
                + command.account()
                        .map(account -> Names.quoted(account.shown()) + " ")
                        .orElse("")
                + Names.quoted(was.name());
    }
}
