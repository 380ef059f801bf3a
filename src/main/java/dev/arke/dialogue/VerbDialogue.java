package dev.arke.dialogue;

import dev.arke.card.Card;
import dev.arke.card.Reply;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.chat.ChatContext;
import dev.arke.chat.CommandParser;
import dev.arke.chat.NotUnderstoodCard;
import dev.arke.chat.Parsed;
import dev.arke.chat.Verb;
import dev.arke.database.DatabaseUnavailable;
import dev.arke.engine.incident.LookAround;
import dev.arke.responder.Act;
import dev.arke.responder.Actor;
import dev.arke.responder.ContactKind;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From a line to a command, from the command to its verb's class, and back to an answer: the one way for every chat. */
public final class VerbDialogue implements Dialogue {
    private static final Logger LOG = LoggerFactory.getLogger(VerbDialogue.class);

    private final CommandParser parser = new CommandParser();
    private final LookAround lookAround;
    private final Linking linking;
    private final Verbs verbs;
    private final Forms forms;
    private final InstantSource clock;

    public VerbDialogue(DialogueNeeds needs) {
        lookAround = needs.lookAround();
        linking = new Linking(needs.links().remember());
        verbs = new Verbs(needs, linking, this);
        forms = new Forms(needs.calendar().turns());
        clock = needs.clock();
    }

    @Override
    public Reply answer(Asker asker, Place place, String line) {
        return guarded(asker, place, () -> answer(ask(asker, place), line), Function.identity());
    }

    @Override
    public Expected expect(ContactKind platform, Place place, String line) {
        var context = ChatContext.of(platform, place.bot(), ZoneOffset.UTC, clock.instant())
                .mentioning(place.mentions());
        return Expectation.of(parser, line, context);
    }

    @Override
    public Reply open(Asker asker, Place place, String verb, Map<String, String> given) {
        return guarded(asker, place, () -> open(ask(asker, place), verb, given), Function.identity());
    }

    @Override
    public Reply hear(Asker asker, Place place, String line) {
        return guarded(
                asker, place, () -> verbs.answers().hear(ask(asker, place), line), failure -> new Reply.Silent());
    }

    @Override
    public Submitted submit(Asker asker, Place place, String verb, Map<String, String> values) {
        return guarded(asker, place, () -> submit(ask(asker, place), verb, values), Submitted.Done::new);
    }

    @Override
    public List<Card> home(Asker asker, Place place) {
        return guarded(asker, place, () -> home(ask(asker, place)), VerbDialogue::shown);
    }

    private List<Card> home(Asked asked) {
        return Refusals.refusal(asked, Act.READ).map(VerbDialogue::shown).orElseGet(() -> verbs.home(asked));
    }

    private static List<Card> shown(Reply reply) {
        return reply instanceof Reply.Private(var card, var ignored) ? List.of(card) : List.of();
    }

    @Override
    public Reply joined(Asker asker, Place place) {
        return guarded(
                asker,
                place,
                () -> {
                    var asked = ask(asker, place);
                    return Refusals.refusal(asked, Act.READ).orElseGet(() -> OfferLink.to(asked));
                },
                Function.identity());
    }

    @Override
    public List<String> complete(Asker asker, Place place, String begun) {
        return guarded(
                asker,
                place,
                () -> {
                    var asked = ask(asker, place);
                    return Refusals.refusal(asked, Act.READ).isPresent()
                            ? List.of()
                            : CompleteLine.complete(asked, begun);
                },
                failure -> List.of());
    }

    private Asked ask(Asker asker, Place place) {
        var spot = new LookAround.Spot(
                asker.platform(), asker.tenant(), asker.userId(), place.channel(), place.threadRef());
        return Asked.of(asker, place, lookAround.lookAround(spot), clock.instant());
    }

    private Reply answer(Asked asked, String line) {
        var refusal = Refusals.refusal(asked, Act.READ);
        if (refusal.isPresent()) return refusal.get();
        var context = asked.context();
        return switch (parser.parse(line, context)) {
            case Parsed.Understood understood -> {
                var command = understood.command();
                // Whoever may not is refused by the use case, which keeps that in the audit.
                yield keptIfUnknown(asked, line, command.verb(), verbs.run(asked, command));
            }
            case Parsed.FormWanted wanted -> keptIfUnknown(asked, line, wanted.verb(), open(asked, wanted));
            case Parsed.DidYouMean guess -> verbs.answers().orElse(asked, line, NotUnderstoodCard.of(guess, context));
            case Parsed.Misunderstood what -> verbs.answers().orElse(asked, line, NotUnderstoodCard.of(what, context));
        };
    }

    /** What an account may not do because nobody knows whose it is, it may once it is linked: the line is kept. */
    private Reply keptIfUnknown(Asked asked, String line, Verb verb, Reply reply) {
        boolean isUnknown = asked.actor() instanceof Actor.Unlinked
                && Refusals.refusal(asked, VerbRights.of(verb)).isPresent();
        return isUnknown && reply instanceof Reply.Private refused ? linking.keep(asked, line, refused.card()) : reply;
    }

    /** Nobody fills in a form only to hear that they may not. */
    private Reply open(Asked asked, Parsed.FormWanted wanted) {
        var instead =
                Refusals.refusal(asked, VerbRights.of(wanted.verb())).or(() -> verbs.insteadOfForm(asked, wanted));
        return instead.orElseGet(() -> new Reply.Open(
                forms.of(wanted).open(asked, verbs.filled(asked, wanted).given())));
    }

    private Reply open(Asked asked, String name, Map<String, String> given) {
        var form = forms.named(name);
        if (form.isEmpty()) return unknownForm(asked);
        var plain = new HashMap<String, String>();
        given.forEach((input, words) -> plain.put(input, CommandParser.plain(words, asked.context())));
        return offered(asked, open(asked, form.get().wanted(plain)));
    }

    /** A form is filled in anew once the account is linked. */
    private static Reply offered(Asked asked, Reply reply) {
        return reply instanceof Reply.Private(var card, var ignored)
                ? new Reply.Private(Linking.offer(asked, card))
                : reply;
    }

    private static Reply unknownForm(Asked asked) {
        return Refusals.problem(asked, asked.grammar().say("form.unknown"), "help");
    }

    private Submitted submit(Asked asked, String name, Map<String, String> values) {
        var form = forms.named(name);
        if (form.isEmpty()) return new Submitted.Done(unknownForm(asked));
        var refusal = Refusals.refusal(asked, VerbRights.of(form.get().verb()));
        if (refusal.isPresent()) return new Submitted.Done(offered(asked, refusal.get()));
        return switch (form.get().read(asked, values)) {
            case VerbForm.Filled.Understood understood -> new Submitted.Done(verbs.run(asked, understood.command()));
            case VerbForm.Filled.Mistaken mistaken -> new Submitted.Invalid(mistaken.errors());
        };
    }

    /** The one place where a failure of any chat's line is caught and logged. */
    private static <T> T guarded(Asker asker, Place place, Supplier<T> work, Function<Reply, T> failed) {
        try {
            return work.get();
        } catch (DatabaseUnavailable e) {
            // Many lines end so at once; what is wrong is the same for all of them.
            LOG.atWarn()
                    .addKeyValue("platform", asker.platform().word())
                    .addKeyValue("problem", e.getMessage())
                    .log("a line was not answered in time");
            return failed.apply(failed(
                    place,
                    "My database does not answer, so I can do nothing and look nothing up. Pages are kept and go out"
                            + " when it is back. In a minute, look with ",
                    "If it is urgent, call people yourself, and tell an admin: /ready says what is wrong."));
        } catch (RuntimeException e) {
            LOG.atError()
                    .setCause(e)
                    .addKeyValue("platform", asker.platform().word())
                    .addKeyValue("user", asker.userId())
                    .log("a line could not be answered");
            return failed.apply(failed(
                    place,
                    "That did not work: something is wrong on my side, not with what you typed. Look with ",
                    "If this goes on, call the person on call yourself and tell an admin to look at my log."));
        }
    }

    private static Reply failed(Place place, String what, String otherwise) {
        return new Reply.Private(Card.line(
                Tone.ALARM,
                Span.text(what),
                Span.code(place.bot().root() + " list"),
                Span.text(" whether it was done, and try again. " + otherwise)));
    }
}
